'use strict';
/** What a reader types → words, phrases, exclusions, fields, years; nothing typed is an error. */
(() => {
  const { search } = sitegen;
  /** No plain object: that has a `constructor`, which is no field. */
  const FIELDS = new Map(Object.entries({
    title: 'title', author: 'authors', authors: 'authors', topic: 'topics', topics: 'topics',
    venue: 'venue', abstract: 'abstract',
  }));
  const NAMES = [...FIELDS.keys()].join('|');
  /** A field or the year with a blank behind its colon, unless another field or a minus comes then. */
  const APART = `(?=(?:${NAMES}):\\s+(?![-\\s]|(?:${NAMES}|year):)|year:\\s+["<>=.…]*\\d)([A-Za-z]+):\\s+`;
  // Whoever writes Chinese or Japanese has other quotes at hand.
  const SAID = '"([^"]*)(?:"|$)|“([^”]*)(?:”|$)|[”＂「『]([^”＂」』]*)(?:[”＂」』]|$)|(\\S+)';
  const PIECE = new RegExp(`((-?)(?:${APART}|([A-Za-z]+):)?)(?:${SAID})`, 'gi');
  const YEARS = /^(\d{4})?(?:(\.\.|-|–)(\d{4})?)?$/;

  /** A field whose word is yet to be typed, a year of which some digits are. */
  const BARE = new RegExp(`^-?(?:(?:${NAMES}):|year:\\s*\\d{0,3})$`, 'i');
  const UNFINISHED_END = /(?<=^\d{4})(?:\.\.|-|–)\d{0,3}$/;
  /** The end of a sentence, or what comes before another point. */
  const POINT = /(?<=^\d{4})\.$/;
  /** Years before or after one. */
  const COMPARED = /^(?:(>=?)|<=?)(\d{4})$/;
  /** What else is written between years. */
  const BETWEEN = /\.{3,}|…|—/;

  /** @param {string} text @returns {Span | null} */
  const span = (text) => {
    const compared = COMPARED.exec(text);
    if (compared) {
      const year = Number(compared[2]) + (text[1] === '=' ? 0 : compared[1] ? 1 : -1);
      return compared[1] ? [year, 9999] : [1, year];
    }
    const [, first, dots, last] = YEARS.exec(text) || [];
    if (!first && !last) return null;
    // A paper without a year is of none, not of an early one.
    const low = first ? Number(first) : 1;
    const high = dots ? Number(last || 9999) : low;
    return [Math.min(low, high), Math.max(low, high)];
  };

  /** Years that commas part; the last may be yet to be typed.
   * @param {string} text @returns {Span[] | null} */
  const spans = (text) => {
    const found = text.replace(/,\d{0,3}$/, '').split(',').map(span);
    return found.every((one) => one !== null) ? /** @type {Span[]} */ (found) : null;
  };

  /** The pieces of a query as they stand in it.
   * @type {Search['pieces']} */
  search.pieces = (text) =>
    Array.from(text.matchAll(PIECE), (match) => {
      const [whole, opening, minus, apart, close, straight, curly, other, plain] = match;
      const prefix = apart || close || '';
      const start = /** @type {number} */ (match.index);
      const isLast = start + whole.length === text.length;
      const isBare = BARE.test(whole);
      const name = prefix.toLowerCase();
      const range = (plain ?? straight)?.replace(BETWEEN, '..').replace(POINT, '');
      const said = isLast ? range?.replace(UNFINISHED_END, '..') : range;
      return {
        text: whole,
        start,
        opening: opening.length,
        minus,
        prefix,
        field: FIELDS.get(name) || null,
        quoted: straight ?? curly ?? other ?? null,
        plain: plain ?? '',
        years: name === 'year' && said ? spans(said) : null,
        isLast: isLast || (isBare && !text.slice(start + whole.length).trim()),
        isBare,
      };
    });

  /** @type {Search['asking']} */
  search.asking = (analysis, text) => {
    /** @type {Asked} */
    const asked = { text, words: [], phrases: [], years: null };
    for (const piece of search.pieces(text)) {
      const { text: whole, start, minus, prefix, field, quoted, plain, years, isLast } = piece;
      if (isLast && piece.isBare) continue;
      if (years) {
        asked.years = asked.years || { any: [], none: [] };
        asked.years[minus ? 'none' : 'any'].push(...years);
        continue;
      }
      const isQuoted = quoted !== null;
      // A minus alone, or one inside a word, excludes nothing; an unknown prefix is a word.
      const said = field || isQuoted ? (quoted ?? plain) : whole.slice(minus.length);
      const opening = field || isQuoted ? piece.opening : minus.length;
      const from = start + opening + (isQuoted ? 1 : 0);
      const every = analysis.tokens(said);
      const tokens = every.filter((token) => token.parts.length || token.whole);
      const not = minus === '-' && tokens.length > 0 && whole.length > 1;
      if (prefix && !field && isQuoted) {
        asked.words.push(...words(analysis.tokens(prefix), null, false, false, start + minus.length));
      }
      // Two characters are one term: what has it has the phrase.
      if (isQuoted && tokens.length && (every.length > 1 || tokens[0].parts.length > 1)) {
        asked.phrases.push({ text: quoted, readings: search.readings(every), words: tokens.length, field, not });
        if (!not) asked.words.push(...words(tokens, field, false, false, from, true));
        continue;
      }
      // Until its quotes are closed a word is not yet whole.
      const isOpen = !isQuoted || (isLast && !/["”＂」』]$/.test(whole));
      const growing = isOpen && isLast && /[\p{L}\p{N}]$/u.test(text);
      asked.words.push(...words(tokens, field, not, growing, from, !isOpen));
    }
    return { ...asked, words: named(asked.words) };
  };

  /** *et al.* behind a name is no word, but goes with the name.
   * @param {AskedWord[]} words */
  const named = (words) => {
    const says = (/** @type {number} */ at, /** @type {string} */ text) =>
      words[at]?.text.toLowerCase() === text && !words[at].quoted && !words[at].not;
    const isOthers = (/** @type {number} */ at) => at > 0 && says(at, 'et') && says(at + 1, 'al');
    const whole = words.map((word, at) => (isOthers(at + 1) ? { ...word, end: words[at + 2].end } : word));
    return whole.filter((_, at) => !isOthers(at) && !isOthers(at - 1));
  };

  /** The year that a word is, or 0. @param {Token} token */
  const year = ({ parts, whole }) => (parts.length === 1 && !whole && search.isYear(parts[0].text) ? Number(parts[0].text) : 0);

  /** @param {Token[]} tokens @param {string | null} field @param {boolean} not
   * @param {boolean} growing @param {number} from @param {boolean} [quoted] @returns {AskedWord[]} */
  const words = (tokens, field, not, growing, from, quoted = false) =>
    tokens.map((token, at) => ({
      text: token.raw,
      from,
      start: from + token.start,
      end: from + token.end,
      parts: token.parts,
      whole: token.whole,
      field,
      not,
      quoted,
      exact: quoted && tokens.length === 1 && !token.isRun && token.parts.length < 2,
      lone: token.isRun && token.parts.length === 1 && [...token.parts[0].text].length === 1,
      growing: growing && at === tokens.length - 1,
      year: field || quoted ? 0 : year(token),
    }));
})();
