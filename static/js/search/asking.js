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
  /** Who writes Chinese has a wide one at hand. */
  const COLON = '[:：]';
  /** A field or the year with a blank behind its colon, unless another field or a minus comes then. */
  const APART = `(?=(?:${NAMES})${COLON}\\s+(?![-\\s]|(?:${NAMES}|year)${COLON})|year${COLON}\\s+["<>=.…]*\\d)([A-Za-z]+)${COLON}\\s+`;
  // Keyboards of other languages have other quotes.
  const SAID = '"([^"]*)(?:"|$)|“([^”]*)(?:”|$)|[”＂「『„«»]([^”＂」』“«»]*)(?:[”＂」』“«»]|$)|(\\S+)';
  const CLOSED = /["”＂」』“«»]$/;
  const PIECE = new RegExp(`((-?)(?:${APART}|([A-Za-z]+)${COLON})?)(?:${SAID})`, 'gi');

  /** A field whose word is yet to be typed, a year of which some digits are. */
  const BARE = new RegExp(`^-?(?:(?:${NAMES})${COLON}|year${COLON}\\s*\\d{0,3})$`, 'i');

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
      const said = plain ?? straight;
      return {
        text: whole,
        start,
        opening: opening.length,
        minus,
        prefix,
        field: FIELDS.get(name) || null,
        quoted: straight ?? curly ?? other ?? null,
        plain: plain ?? '',
        years: name === 'year' && said ? search.years(said, isLast) : null,
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
      const isOpen = !isQuoted || (isLast && !CLOSED.test(whole));
      const growing = isOpen && isLast && /[\p{L}\p{N}]$/u.test(text);
      asked.words.push(...words(tokens, field, not, growing, from, !isOpen));
    }
    if (asked.years) asked.years.any = search.bounded(asked.years.any);
    return { ...asked, words: search.cited(asked.words, text) };
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
      initial: false,
    }));
})();
