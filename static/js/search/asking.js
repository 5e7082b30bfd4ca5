'use strict';
/** What a reader types → words, phrases, exclusions, fields, years; nothing typed is an error. */
(() => {
  const { search } = sitegen;
  /** @type {Record<string, string>} */
  const FIELDS = {
    title: 'title', author: 'authors', authors: 'authors', topic: 'topics', topics: 'topics',
    venue: 'venue', abstract: 'abstract',
  };
  const PIECE = /(-?)(?:([a-z]+):)?(?:"([^"]*)("|$)|“([^”]*)(”|$)|(\S+))/giu;
  const YEARS = /^(\d{4})?(?:(\.\.|-|–)(\d{4})?)?$/;

  /** @param {string} text @returns {[number, number] | null} */
  const years = (text) => {
    const [, first, dots, last] = YEARS.exec(text) || [];
    if (!first && !last) return null;
    const low = first ? Number(first) : 0;
    return [low, dots ? Number(last || 9999) : low];
  };

  /** @type {Search['asking']} */
  search.asking = (analysis, text) => {
    /** @type {Asked} */
    const asked = { words: [], phrases: [], years: null };
    for (const match of text.matchAll(PIECE)) {
      const [whole, minus, prefix = '', straight, , curly, , plain] = match;
      const start = /** @type {number} */ (match.index);
      const name = prefix.toLowerCase();
      const range = name === 'year' && plain ? years(plain) : null;
      if (range && !minus) {
        asked.years = range;
        continue;
      }
      const field = FIELDS[name] || null;
      // A minus alone, or one inside a word, excludes nothing; an unknown prefix is a word.
      const quoted = straight ?? curly;
      const said = field || !prefix || quoted !== undefined ? (quoted ?? plain) : `${prefix} ${plain}`;
      const tokens = analysis.tokens(said).filter((token) => token.parts.length || token.whole);
      const not = minus === '-' && tokens.length > 0 && whole.length > 1;
      if (prefix && !field && quoted !== undefined) {
        asked.words.push(...words(analysis.tokens(prefix), null, false, false));
      }
      if (quoted !== undefined && tokens.length > 1) {
        asked.phrases.push({ text: quoted, forms: tokens.map(formOf), field, not });
        if (!not) asked.words.push(...words(tokens, field, false, false));
        continue;
      }
      const end = start + whole.length;
      const growing = quoted === undefined && end === text.length;
      asked.words.push(...words(tokens, field, not, growing && /[\p{L}\p{N}]$/u.test(text)));
    }
    return asked;
  };

  /** @param {Token} token */
  const formOf = (token) => (token.whole || token.parts[0]).text;

  /** @param {Token[]} tokens @param {string | null} field @param {boolean} not
   * @param {boolean} growing @returns {AskedWord[]} */
  const words = (tokens, field, not, growing) =>
    tokens.map((token, at) => ({
      text: token.raw,
      parts: token.parts,
      whole: token.whole,
      field,
      not,
      growing: growing && at === tokens.length - 1,
    }));
})();
