'use strict';
/** From a text to its terms, one for one what sitegen/search/analysis.py does, with offsets. */
(() => {
  const MOST_PARTS = 4;
  const CJK =
    '\\u3005-\\u3007\\u3040-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff' +
    '\\uac00-\\ud7a3\\uf900-\\ufaff\\uff66-\\uffdc\\u{20000}-\\u{323af}';
  const HYPHEN = '[-\\u2010\\u2011]';
  /** @param {string} glyph @param {string} digit @param {string} letter */
  const word = (glyph, digit, letter) => {
    const base = `(?:[A-Za-z](?:\\.[A-Za-z])+(?![${letter}])|(?:${glyph}*${digit}\\.(?=${digit}))*${glyph}+)`;
    const sign = `((?:[+]{1,2}|#)(?![${letter}+#]))?`;
    const clitic = `(?:['’][A-Za-z]{1,2}(?![${letter}]))?`;
    return `(${base}(?:${HYPHEN}${base})*)${sign}${clitic}`;
  };
  const RUN = `(?:(?=[\\p{L}\\p{N}])[${CJK}]\\p{M}*)+`;
  const GLYPH = `(?:(?![${CJK}])[\\p{L}\\p{N}]\\p{M}*)`;
  const ANY = new RegExp(`(${RUN})|${word(GLYPH, '\\p{Nd}', '\\p{L}\\p{N}')}`, 'gu');
  /** The same for texts whose letters and digits are ASCII, which most are: all of Unicode takes a
   * browser tens of milliseconds to prepare. */
  const PLAIN = new RegExp(`()${word('[A-Za-z0-9]', '[0-9]', 'A-Za-z0-9')}`, 'g');
  const HYPHENS = /[-\u2010\u2011]/;
  const SIMPLE = /^[A-Za-z0-9]+$/;
  const PART = new RegExp(`[^\\-\\u2010\\u2011]+`, 'g');
  /** Between single letters, not between digits. */
  const POINT = /(?<=[a-z])\./g;
  const ASCII = /^[\0-\x7f]*$/;

  /** Beyond ASCII there are but signs: quotes, dashes, arrows, operators. */
  const PLAIN_TEXT = /^[\0-\x7f\xa0-\xa9\xd7\u2000-\u206f\u2190-\u22ff]*$/;

  /** @param {string} text */
  const matches = (text) => text.matchAll(PLAIN_TEXT.test(text) ? PLAIN : ANY);

  /** The pairs of a run, each with the place it covers; a folding that changes lengths is rare
   * enough that then every pair covers the whole run.
   * @param {string} run @param {number} start @returns {Form[]} */
  const pairs = (run, start) => {
    const value = sitegen.search.folded(run);
    const chars = [...value];
    const end = start + run.length;
    if (chars.length < 2) return [{ text: value, term: value, start, end }];
    const same = value.length === run.length;
    let at = start;
    return chars.slice(0, -1).map((char, index) => {
      const text = char + chars[index + 1];
      const form = same ? { start: at, end: at + text.length } : { start, end };
      at += char.length;
      return { text, term: text, ...form };
    });
  };

  /** @type {Map<string, string>} */
  const stems = new Map();

  /** @type {Search['termOf']} */
  const termOf = (form) => {
    let stem = stems.get(form);
    if (stem === undefined) {
      stem = ASCII.test(form) ? sitegen.search.stem(form) : form;
      stems.set(form, stem);
    }
    return stem;
  };

  /** @param {Set<string>} stopWords @returns {Analysis} */
  sitegen.search.analysis = (stopWords) => {
    /** @param {string} text @param {number} start @param {number} end @returns {Form[]} */
    const form = (text, start, end) =>
      text === '' || stopWords.has(text) ? [] : [{ text, term: termOf(text), start, end }];

    /** A part folded: *iid* for *i.i.d*; *U.S* keeps its point, since *us* is a stop word.
     * @param {string} part */
    const plain = (part) => {
      const value = sitegen.search.folded(part);
      const closed = value.replace(POINT, '');
      return stopWords.has(closed) ? value : closed;
    };

    /** The forms of a word without a hyphen, which most are.
     * @param {string} base @param {string} sign @param {number} start @param {number} end */
    const simple = (base, sign, start, end) => {
      const text = plain(base);
      return {
        texts: [text],
        parts: form(text, start, start + base.length),
        whole: sign ? form(text + sign, start, end)[0] || null : null,
      };
    };

    /** @param {RegExpMatchArray} match @returns {Token} */
    const token = (match) => {
      const [raw, run, base, sign = ''] = match;
      const start = /** @type {number} */ (match.index);
      if (run) return { raw, start, end: start + raw.length, texts: [], parts: pairs(run, start), whole: null, isRun: true };
      const end = start + base.length + sign.length;
      if (!HYPHENS.test(base)) return { raw, start, end, ...simple(base, sign, start, end), isRun: false };
      const pieces = [...base.matchAll(PART)].map((part) => ({
        text: plain(part[0]),
        start: start + /** @type {number} */ (part.index),
        end: start + /** @type {number} */ (part.index) + part[0].length,
      }));
      const parts = pieces.flatMap((piece) => form(piece.text, piece.start, piece.end));
      const compound = sign !== '' || (pieces.length > 1 && pieces.length <= MOST_PARTS);
      const texts = pieces.map((piece) => piece.text);
      const joined = texts.join('') + sign;
      return { raw, start, end, texts, parts, whole: (compound && form(joined, start, end)[0]) || null, isRun: false };
    };

    /** @param {string} text */
    const tokens = (text) => Array.from(matches(text), token);

    return {
      tokens,
      like(text, terms) {
        const initials = new Set(Array.from(terms, (term) => term[0]));
        const found = [];
        for (const match of matches(text)) {
          const [raw] = match;
          // A word and its term begin alike; of others the term need not be known.
          if (!SIMPLE.test(raw) || initials.has(raw[0].toLowerCase())) found.push(token(match));
        }
        return found;
      },
      terms: (text) =>
        tokens(text)
          .flatMap((one) => (one.whole ? [...one.parts, one.whole] : one.parts))
          .map((one) => one.term),
    };
  };

  sitegen.search.termOf = termOf;
})();
