'use strict';
/** Which file holds what: the table that is loaded first, and its parts where it is large. */
(() => {
  const { search } = sitegen;
  const NAME = 8;

  /** Shards in order: where each begins, and its name.
   * @param {[string, string]} packed */
  const row = ([packed, names]) => {
    const starts = names ? search.wordsOf(packed) : [];

    /** The place of the last shard that begins at or before `key`. @param {string} key */
    const place = (key) => {
      let low = 0;
      let high = starts.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (starts[middle] <= key) low = middle + 1;
        else high = middle;
      }
      return Math.max(0, low - 1);
    };
    const name = (/** @type {number} */ at) => names.slice(at * NAME, (at + 1) * NAME);

    return {
      of: (/** @type {string} */ key) => name(place(key)),
      /** @param {string} text */
      beginning(text) {
        const from = place(text);
        const found = [name(from)];
        for (let at = from + 1; at < starts.length && starts[at].startsWith(text); at += 1) found.push(name(at));
        return names ? found : [];
      },
    };
  };

  /** @param {RawTable} packed @param {Fetch} fetch @returns {Table} */
  const table = ([starts, names, parted], fetch) => {
    const root = row([starts, names]);
    const few = (/** @type {string[]} */ names, /** @type {number} */ most) => (names.length > most ? [] : names);
    if (!parted) {
      return {
        of: async (key) => root.of(key),
        beginning: async (text, most = Infinity) => few(root.beginning(text), most),
      };
    }

    /** @type {Map<string, Promise<ReturnType<typeof row>>>} */
    const parts = new Map();
    /** @param {string} name */
    const part = (name) => {
      const there = parts.get(name) || fetch(name).then(row);
      parts.set(name, there);
      there.catch(() => parts.delete(name));
      return there;
    };
    return {
      of: async (key) => (await part(root.of(key))).of(key),
      async beginning(text, most = Infinity) {
        const found = await Promise.all(few(root.beginning(text), most).map(part));
        return few(found.flatMap((one) => one.beginning(text)), most);
      },
    };
  };

  /** @type {Search['tables']} */
  search.tables = (raw, fetch) => ({
    papers: raw.papers,
    space: raw.space,
    fields: raw.fields,
    stopWords: new Set(raw.stopWords.split(' ')),
    terms: table(raw.terms, fetch),
    forwards: table(raw.forwards, fetch),
    backwards: table(raw.backwards, fetch),
    identifiers: table(raw.identifiers || ['', '', 0], fetch),
    columns: raw.columns,
  });
})();
