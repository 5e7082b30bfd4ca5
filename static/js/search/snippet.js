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
   * different terms, then most marks, then earliest.
   * @param {Mark[]} found @param {number} limit */
  const bestStart = (found, limit) => {
    let best = 0;
    let most = 0;
    for (const [at, mark] of found.entries()) {
      const inside = found.slice(at).filter((other) => other.end - mark.start <= limit);
      const different = new Set(inside.flatMap((other) => other.terms)).size;
      const worth = different * 1000 + inside.length;
      if (worth > most) {
        most = worth;
        best = at;
      }
    }
    return best;
  };

  /** Where the passage around `mark` begins: its sentence's start if near, else a word's.
   * @param {string} text @param {number} mark @param {number} limit */
  const opening = (text, mark, limit) => {
    const sentence = Math.max(...['. ', '? ', '! '].map((end) => text.lastIndexOf(end, mark - 2)));
    const start = sentence < 0 ? 0 : sentence + 2;
    if (mark - start <= limit / 2) return start;
    const space = text.indexOf(' ', Math.max(0, mark - Math.floor(limit / 4)));
    return space < 0 || space >= mark ? mark : space + 1;
  };

  /** @param {string} text @param {number} start @param {number} limit */
  const closing = (text, start, limit) => {
    if (text.length - start <= limit) return text.length;
    const space = text.lastIndexOf(' ', start + limit);
    return space > start + limit / 2 ? space : start + limit;
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
