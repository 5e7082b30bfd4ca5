'use strict';
/** Year, venue, topics and authors of all papers: to count results by, and to narrow them. */
(() => {
  const { search } = sitegen;
  const NAMES = /** @type {const} */ (['year', 'venue', 'topic', 'author']);
  /** A paper has one of these at most: of several that were chosen, any will do. */
  const SINGLE = ['year', 'venue'];

  /** One column: what each document has of its values.
   * @param {[string[], string, string]} packed @param {Int32Array} documents @param {number} space */
  const column = ([values, counted, gaps], documents, space) => {
    const counts = search.numbers(counted);
    const places = search.numbers(gaps);
    const start = new Int32Array(space);
    const end = new Int32Array(space);
    let at = 0;
    for (const [row, document] of documents.entries()) {
      start[document] = at;
      end[document] = at + counts[row];
      for (let place = -1; at < end[document]; at += 1) {
        place += places[at] + 1;
        places[at] = place;
      }
    }
    return {
      values,
      /** The places of a document's values. @param {number} document */
      of: (document) => places.subarray(start[document], end[document]),
    };
  };

  /** @typedef {ReturnType<typeof column>} Column */

  /** @type {WeakMap<Index, Promise<Columns>>} */
  const known = new WeakMap();

  /** @param {Index} index @returns {Promise<Columns>} */
  const made = async (index) => {
    const raw = await index.fetch(index.columns);
    const documents = search.numbers(raw.papers);
    let before = -1;
    for (let at = 0; at < documents.length; at += 1) {
      before += documents[at] + 1;
      documents[at] = before;
    }
    /** @type {Column[]} */
    const columns = [];
    for (const name of NAMES) {
      columns.push(column(raw[name], documents, index.space));
      // Of a large library each takes a while: the reader may type in between.
      await new Promise((resolve) => setTimeout(resolve));
    }
    const year = (/** @type {number} */ document) => {
      const [place] = columns[0].of(document);
      return place === undefined ? 0 : Number(columns[0].values[place]);
    };

    return {
      year,
      offers: (name, value) => columns[NAMES.indexOf(name)].values.includes(value),
      all: () => Array.from(documents, (document) => ({ document, score: 0, words: 0, rank: 0 })),
      narrowed(hits, chosen, years) {
        const { any: within = [], none: without = [] } = years || {};
        const wanted = NAMES.map((name, at) => ({
          of: columns[at].of,
          places: (chosen[name] || []).map((value) => columns[at].values.indexOf(value)),
          any: SINGLE.includes(name),
        })).filter(({ places }) => places.length);
        return hits.filter(({ document }) => {
          const isOf = (/** @type {Span} */ [first, last]) => first <= year(document) && year(document) <= last;
          if ((within.length && !within.some(isOf)) || without.some(isOf)) return false;
          return wanted.every(({ of, places, any }) => {
            const row = of(document);
            const has = (/** @type {number} */ place) => row.indexOf(place) >= 0;
            return any ? places.some(has) : places.every(has);
          });
        });
      },
      counts(hits, most) {
        const counted = columns.map(({ values, of }) => {
          const counts = new Uint32Array(values.length);
          for (const { document } of hits) for (const place of of(document)) counts[place] += 1;
          const met = [...counts.keys()].filter((place) => counts[place]);
          const best = met.sort((a, b) => counts[b] - counts[a]).slice(0, most);
          return best.map((place) => ({ value: values[place], count: counts[place] }));
        });
        const [byYear, venue, topic, author] = counted;
        return { year: byYear, venue, topic, author };
      },
    };
  };

  /** @type {Search['columns']} */
  search.columns = (index) => {
    const there = known.get(index);
    if (there) return there;
    const asked = made(index);
    known.set(index, asked);
    asked.catch(() => known.delete(index));
    return asked;
  };
})();
