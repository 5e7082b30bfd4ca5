'use strict';
/** How many words of a query each paper has: counted first, so that only the papers that have
 * enough of them are looked at closely. */
(() => {
  /** Stands for the whole of a compound, beside the number of its parts. */
  const WHOLE = 1 << 15;

  /** Counts what a row of terms stands in, each document once.
   * @param {Index} index */
  const counter = (index) => {
    /** The last row that each document was met in. */
    const met = new Uint16Array(index.space);
    let row = 0;
    /** @param {Meant[]} meant @param {string | null} field @param {(document: number) => void} found */
    return (meant, field, found) => {
      row += 1;
      for (const { term } of meant) {
        for (const { documents } of sitegen.search.places(index, term, field)) {
          for (let place = 0; place < documents.length; place += 1) {
            const document = documents[place];
            if (met[document] === row) continue;
            met[document] = row;
            found(document);
          }
        }
      }
    };
  };

  /** @type {Search['coverage']} */
  sitegen.search.coverage = (index, words) => {
    const counts = new Uint16Array(index.space);
    /** @type {number[]} */
    const documents = [];
    const count = counter(index);
    const had = (/** @type {number} */ document) => {
      if (!counts[document]) documents.push(document);
      counts[document] += 1;
    };
    for (const { slots, whole, field } of words) {
      if (slots.length === 1 && !whole) {
        count(slots[0], field, had);
        continue;
      }
      // A compound counts where all of its parts stand, or it as a whole.
      /** @type {Map<number, number>} */
      const parts = new Map();
      const more = (/** @type {number} */ by) => (/** @type {number} */ document) =>
        void parts.set(document, (parts.get(document) || 0) + by);
      for (const slot of slots) count(slot, field, more(1));
      if (whole) count(whole, field, more(WHOLE));
      for (const [document, number] of parts) {
        if (number >= WHOLE || (slots.length && number === slots.length)) had(document);
      }
    }
    return { counts, documents };
  };
})();
