'use strict';
/** Which file holds what: the one table that is loaded first. */
(() => {
  const NAME = 8;

  /** @param {[string, string]} packed @returns {Table} */
  const table = ([firsts, names]) => {
    const first = names ? sitegen.search.wordsOf(firsts) : [];

    /** The place of the last shard that begins at or before `key`. @param {string} key */
    const place = (key) => {
      let low = 0;
      let high = first.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (first[middle] <= key) low = middle + 1;
        else high = middle;
      }
      return Math.max(0, low - 1);
    };
    const name = (/** @type {number} */ at) => names.slice(at * NAME, (at + 1) * NAME);

    return {
      of: (key) => (first.length ? name(place(key)) : ''),
      /** The shards of all keys that begin with `text`. */
      beginning(text) {
        if (!first.length) return [];
        const found = [name(place(text))];
        for (let at = place(text) + 1; at < first.length && first[at].startsWith(text); at += 1) {
          found.push(name(at));
        }
        return found;
      },
    };
  };

  /** @type {Search['tables']} */
  sitegen.search.tables = (raw) => ({
    papers: raw.papers,
    space: raw.space,
    fields: raw.fields,
    stopWords: new Set(raw.stopWords.split(' ')),
    terms: table(raw.terms),
    forwards: table(raw.forwards),
    backwards: table(raw.backwards),
    columns: raw.columns,
  });
})();
