'use strict';
/** Queries to offer in place of one: what is left of it, without signs that have lost their word. */
(() => {
  const { search } = sitegen;
  /** @type {Record<string, string>} */
  const CLOSING = { '“': '”', '「': '」', '『': '』', '„': '“', '«': '»', '»': '«' };

  /** @param {Token} token */
  const tells = ({ parts, whole }) => parts.length > 0 || whole !== null;

  /** A word as it is typed; an initial has its point, or it would be a letter.
   * @param {Token} token @param {string} text */
  const typed = ({ raw, end }, text) => (search.isLetter(raw) && text[end] === '.' ? `${raw}.` : raw);

  /** The words of quotes; those that every paper has say nothing at either end.
   * @param {Analysis} analysis @param {string} text */
  const within = (analysis, text) => {
    const tokens = analysis.tokens(text);
    const first = tokens.findIndex(tells);
    const end = tokens.length - [...tokens].reverse().findIndex(tells);
    return first < 0 ? [] : tokens.slice(first, end).map((token) => typed(token, text));
  };

  /** @type {Search['tidied']} */
  search.tidied = (analysis, text, { years = true, quotes = true } = {}) => {
    const said = search.pieces(text).flatMap((piece) => {
      if (piece.isBare) return [];
      if (piece.years) return years ? [piece.text] : [];
      const mark = `${piece.minus}${piece.field ? `${piece.prefix}:` : ''}`;
      const unknown = piece.field ? '' : piece.prefix;
      if (piece.quoted === null) {
        const said = `${unknown} ${piece.plain}`;
        return analysis.tokens(said).map((token) => mark + typed(token, said));
      }
      const words = within(analysis, piece.quoted);
      const before = unknown ? [unknown] : [];
      if (!words.length) return before;
      // What is left out without quotes would leave out more.
      if (!quotes && !piece.minus) return [...before, ...words.map((word) => mark + word)];
      const [open] = piece.text.slice(piece.opening);
      return [...before, `${mark}${open}${words.join(' ')}${CLOSING[open] || open}`];
    });
    return said.join(' ') || null;
  };
})();
