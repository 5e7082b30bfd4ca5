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

  /** The documents of a compound: all of its parts stand there, or it as a whole.
   * @param {Index} index @param {MeantWord} word */
  const compounds = (index, { slots, whole, field }) => {
    const count = counter(index);
    /** @type {Map<number, number>} */
    const parts = new Map();
    const more = (/** @type {number} */ by) => (/** @type {number} */ document) =>
      void parts.set(document, (parts.get(document) || 0) + by);
    for (const slot of slots) count(slot, field, more(1));
    if (whole) count(whole, field, more(WHOLE));
    return Array.from(parts).flatMap(([document, number]) =>
      number >= WHOLE || (slots.length && number === slots.length) ? [document] : [],
    );
  };

  /** @type {Search['coverage']} */
  sitegen.search.coverage = (index, words) => {
    const counts = new Uint16Array(index.space);
    /** @type {number[]} */
    const documents = [];
    /** The last word that each document was met for. */
    const met = new Uint16Array(index.space);
    const had = (/** @type {number} */ document) => {
      if (!counts[document]) documents.push(document);
      counts[document] += 1;
    };
    for (const [at, word] of words.entries()) {
      const { slots, whole, field, dated } = word;
      if (slots.length === 1 && !whole) {
        // What nearly all words are: a call for each place would take most of the time.
        const said = slots[0].flatMap(({ term }) => sitegen.search.places(index, term, field));
        for (const { documents: places } of [...said, { documents: dated }]) {
          for (let row = 0; row < places.length; row += 1) {
            const document = places[row];
            if (met[document] === at + 1) continue;
            met[document] = at + 1;
            if (!counts[document]) documents.push(document);
            counts[document] += 1;
          }
        }
        continue;
      }
      for (const document of compounds(index, word)) had(document);
    }
    return { counts, documents };
  };
})();
