'use strict';
/** For a word that no paper has: the word of a title or topic that is spelt most like it. */
(() => {
  const MOST_EDITS = 2;

  /** Levenshtein's distance, or more than `limit` where it is larger.
   * @param {string} a @param {string} b @param {number} limit */
  const distance = (a, b, limit) => {
    if (Math.abs(a.length - b.length) > limit) return limit + 1;
    let row = Array.from({ length: b.length + 1 }, (_, at) => at);
    for (let i = 1; i <= a.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= b.length; j += 1) {
        const change = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
        next.push(Math.min(change, row[j] + 1, next[j - 1] + 1));
      }
      if (Math.min(...next) > limit) return limit + 1;
      row = next;
    }
    return row[b.length];
  };

  /** @type {Search['suggest']} */
  sitegen.search.suggest = (texts, typed) => {
    const word = sitegen.search.folded(typed);
    if (word.length < 4) return null;
    /** @type {Map<string, number>} */
    const known = new Map();
    for (const text of texts) {
      for (const raw of text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*/gu) || []) {
        const form = raw.toLowerCase();
        known.set(form, (known.get(form) || 0) + 1);
      }
    }
    let best = null;
    let least = MOST_EDITS + 1;
    let often = 0;
    for (const [form, count] of known) {
      if (form.length < 3) continue;
      const edits = distance(word, sitegen.search.folded(form), MOST_EDITS);
      if (edits < least || (edits === least && edits <= MOST_EDITS && count > often)) {
        [best, least, often] = [form, edits, count];
      }
    }
    return best;
  };
})();
