'use strict';
/** The index as if it held some papers alone: what is summed for the others is summed in vain. */
(() => {
  /** @param {Places} places @param {Uint16Array} wanted @returns {Places | null} */
  const narrowed = ({ documents, weights, said }, wanted) => {
    const { length } = documents;
    const some = {
      documents: new Uint32Array(length),
      weights: new Float64Array(length),
      said: new Uint8Array(length),
    };
    let count = 0;
    for (let row = 0; row < length; row += 1) {
      const document = documents[row];
      if (!wanted[document]) continue;
      some.documents[count] = document;
      some.weights[count] = weights[row];
      some.said[count] = said[row];
      count += 1;
    }
    if (!count) return null;
    return {
      documents: some.documents.subarray(0, count),
      weights: some.weights.subarray(0, count),
      said: some.said.subarray(0, count),
    };
  };

  /** @type {Search['within']} */
  sitegen.search.within = (index, wanted) => {
    /** @type {Map<string, Posting | null>} */
    const known = new Map();
    const of = (/** @type {string} */ term) => {
      const there = known.get(term);
      if (there !== undefined) return there;
      const posting = index.postings.of(term);
      const fields = posting?.fields.map((places) => places && narrowed(places, wanted));
      const made = posting && fields ? { ...posting, fields } : null;
      known.set(term, made);
      return made;
    };
    return { ...index, postings: { ...index.postings, of } };
  };
})();
