'use strict';
/** The passage of a text that best shows why it was found, and what to mark in it. */
(() => {
  /** Where the words of `text` stand whose terms are in `terms`; overlaps are joined.
   * @param {Analysis} analysis @param {string} text @param {Set<string>} terms @returns {Mark[]} */
  const marks = (analysis, text, terms) => {
    /** @type {Mark[]} */
    const found = [];
    for (const token of analysis.like(text, terms)) {
      const forms = token.whole ? [token.whole, ...token.parts] : token.parts;
      for (const { term, start, end } of forms) {
        if (!terms.has(term)) continue;
        const before = found[found.length - 1];
        if (before && start < before.end) {
          before.end = Math.max(before.end, end);
          before.terms.push(term);
        } else found.push({ start, end, terms: [term] });
      }
    }
    return found;
  };

  /** The first of the marks that a window of `limit` characters should begin with: most
   * different terms, then most of them in one, then most marks, then earliest.
   * @param {Mark[]} found @param {number} limit */
  const bestStart = (found, limit) => {
    let best = 0;
    let most = 0;
    for (const [at, mark] of found.entries()) {
      const inside = found.slice(at).filter((other) => other.end - mark.start <= limit);
      const different = new Set(inside.flatMap((other) => other.terms)).size;
      const joined = Math.max(...inside.map((other) => other.terms.length));
      const worth = different * 1000 + joined * 20 + inside.length;
      if (worth > most) {
        most = worth;
        best = at;
      }
    }
    return best;
  };

  const SENTENCE_ENDS = ['. ', '? ', '! ', '。', '？', '！'];

  /** The place itself, or the one before where it would halve a character.
   * @param {string} text @param {number} at */
  const outside = (text, at) => (/^[\udc00-\udfff]/.test(text.slice(at)) ? at - 1 : at);

  /** Where the passage around `mark` begins: its sentence's start if near, else a word's.
   * @param {string} text @param {number} mark @param {number} limit */
  const opening = (text, mark, limit) => {
    const starts = SENTENCE_ENDS.map((end) => {
      const at = mark < end.length ? -1 : text.lastIndexOf(end, mark - end.length);
      return at < 0 ? 0 : at + end.length;
    });
    const start = Math.max(...starts);
    if (mark - start <= limit / 2) return start;
    const near = mark - Math.floor(limit / 4);
    const space = text.slice(near, mark).indexOf(' ');
    // A text that no blank parts may begin anywhere.
    return space < 0 ? outside(text, near) : near + space + 1;
  };

  /** @param {string} text @param {number} start @param {number} limit */
  const closing = (text, start, limit) => {
    if (text.length - start <= limit) return text.length;
    const space = text.lastIndexOf(' ', start + limit);
    return space > start + limit / 2 ? space : outside(text, start + limit);
  };

  sitegen.search.marks = marks;

  /** @type {Search['snippet']} */
  sitegen.search.snippet = (analysis, text, terms, limit) => {
    const found = marks(analysis, text, terms);
    const mark = found.length ? found[bestStart(found, limit * 0.75)].start : 0;
    const start = opening(text, mark, limit);
    const end = closing(text, start, limit);
    const inside = found.filter((one) => one.start >= start && one.end <= end);
    return {
      before: start > 0,
      after: end < text.length,
      text: text.slice(start, end),
      marks: inside.map((one) => ({ ...one, start: one.start - start, end: one.end - start })),
    };
  };
})();
