'use strict';
/** What a reader types → words, phrases, exclusions, fields, years; nothing typed is an error. */
(() => {
  const { search } = sitegen;
  /** @type {Record<string, string>} */
  const FIELDS = {
    title: 'title', author: 'authors', authors: 'authors', topic: 'topics', topics: 'topics',
    venue: 'venue', abstract: 'abstract',
  };
  // Whoever writes Chinese or Japanese has other quotes at hand.
  const PIECE = /(-?)(?:([A-Za-z]+):)?(?:"([^"]*)(?:"|$)|“([^”]*)(?:”|$)|[”＂「『]([^”＂」』]*)(?:[”＂」』]|$)|(\S+))/g;
  const YEARS = /^(\d{4})?(?:(\.\.|-|–)(\d{4})?)?$/;

  /** A field whose word is yet to be typed, a year of which some digits are. */
  const UNFINISHED = new RegExp(`^-?(?:(?:${Object.keys(FIELDS).join('|')}):|year:\\d{0,3})$`, 'i');
  const UNFINISHED_END = /(?<=^\d{4})(?:\.|(?:\.\.|-|–)\d{0,3})$/;

  /** @param {string} text @returns {Span | null} */
  const span = (text) => {
    const [, first, dots, last] = YEARS.exec(text) || [];
    if (!first && !last) return null;
    // A paper without a year is of none, not of an early one.
    const low = first ? Number(first) : 1;
    const high = dots ? Number(last || 9999) : low;
    return [Math.min(low, high), Math.max(low, high)];
  };

  /** @type {Search['asking']} */
  search.asking = (analysis, text) => {
    /** @type {Asked} */
    const asked = { text, words: [], phrases: [], years: null };
    for (const match of text.matchAll(PIECE)) {
      const [whole, minus, prefix = '', straight, curly, other, plain] = match;
      const start = /** @type {number} */ (match.index);
      const name = prefix.toLowerCase();
      const end = start + whole.length;
      const isLast = end === text.length;
      if (isLast && UNFINISHED.test(whole)) continue;
      const range = name === 'year' && plain ? span(isLast ? plain.replace(UNFINISHED_END, '..') : plain) : null;
      if (range) {
        asked.years = asked.years || { any: [], none: [] };
        asked.years[minus ? 'none' : 'any'].push(range);
        continue;
      }
      const field = FIELDS[name] || null;
      // A minus alone, or one inside a word, excludes nothing; an unknown prefix is a word.
      const quoted = straight ?? curly ?? other;
      const said = field || !prefix || quoted !== undefined ? (quoted ?? plain) : `${prefix} ${plain}`;
      const opening = minus.length + (prefix && (field || quoted !== undefined) ? prefix.length + 1 : 0);
      const from = start + opening + (quoted === undefined ? 0 : 1);
      const tokens = analysis.tokens(said).filter((token) => token.parts.length || token.whole);
      const not = minus === '-' && tokens.length > 0 && whole.length > 1;
      if (prefix && !field && quoted !== undefined) {
        asked.words.push(...words(analysis.tokens(prefix), null, false, false, start + minus.length));
      }
      // Two characters are one term: what has it has the phrase.
      if (quoted !== undefined && (tokens.length > 1 || (tokens[0]?.isRun && tokens[0].parts.length > 1))) {
        const terms = tokens.flatMap(inAll).map((form) => form.term);
        asked.phrases.push({ text: quoted, units: search.units(tokens), terms, words: tokens.length, field, not });
        if (!not) asked.words.push(...words(tokens, field, false, false, from));
        continue;
      }
      const growing = quoted === undefined && isLast;
      asked.words.push(...words(tokens, field, not, growing && /[\p{L}\p{N}]$/u.test(text), from));
    }
    return asked;
  };

  /** The forms of a token that stand wherever it stands. @param {Token} token */
  const inAll = ({ whole, parts }) => (whole ? [whole] : parts);

  /** @param {Token[]} tokens @param {string | null} field @param {boolean} not
   * @param {boolean} growing @param {number} from @returns {AskedWord[]} */
  const words = (tokens, field, not, growing, from) =>
    tokens.map((token, at) => ({
      text: token.raw,
      from,
      start: from + token.start,
      end: from + token.end,
      parts: token.parts,
      whole: token.whole,
      field,
      not,
      growing: growing && at === tokens.length - 1,
    }));
})();
