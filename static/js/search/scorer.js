'use strict';
/** Scores documents as lunr.js's `Index#query` does, operation by operation, so that every
 * score is the same number: per field dot(query, document) / |query|, terms in the order of UTF-16
 * units, fields added in the order in which those of a document first matched. */
(() => {
  /** @param {Index} index @param {Clause} clause */
  const fieldsOf = (index, clause) =>
    clause.fields ? clause.fields.map((name) => index.fields.indexOf(name)) : [...index.fields.keys()];

  /** What the clauses ask of each field: the boosts of its terms, and for each document, which
   * gets a place, the fields that matched, first match first: three bits each.
   * @param {Index} index @param {Clause[]} clauses */
  const gathered = (index, clauses) => {
    /** @type {Map<string, number>[]} */
    const asked = index.fields.map(() => new Map());
    const place = new Int32Array(index.space);
    /** @type {number[]} */
    const documents = [];
    const order = new Uint32Array(index.space);
    for (const clause of clauses) {
      for (const term of clause.terms) {
        const posting = index.postings.of(term);
        for (const field of fieldsOf(index, clause)) {
          const before = asked[field].get(term);
          asked[field].set(term, (before || 0) + clause.boost);
          const places = posting?.fields[field];
          if (before !== undefined || !places) continue;
          const mark = field + 1;
          for (let row = 0; row < places.documents.length; row += 1) {
            const document = places.documents[row];
            if (!place[document]) place[document] = documents.push(document);
            let seen = order[document];
            while (seen && (seen & 7) !== mark) seen >>>= 3;
            if (!seen) order[document] = (order[document] << 3) | mark;
          }
        }
      }
    }
    return { asked, place, documents, order };
  };

  /** One field's similarity for each place.
   * @param {Index} index @param {number} field @param {Map<string, number>} asked
   * @param {Int32Array} place @param {number} count */
  const similarities = (index, field, asked, place, count) => {
    const sums = new Float64Array(count + 1);
    let squares = 0;
    for (const term of [...asked.keys()].sort()) {
      const boost = /** @type {number} */ (asked.get(term));
      squares += boost * boost;
      const places = index.postings.of(term)?.fields[field];
      if (!places) continue;
      const { documents, weights } = places;
      for (let at = 0; at < documents.length; at += 1) {
        sums[place[documents[at]]] += boost * weights[at];
      }
    }
    const length = Math.sqrt(squares);
    for (let at = 0; at < sums.length; at += 1) sums[at] = sums[at] / length || 0;
    return sums;
  };

  /** @type {Search['score']} */
  sitegen.search.score = (index, clauses) => {
    const { asked, place, documents, order } = gathered(index, clauses);
    const parts = asked.map((terms, field) =>
      terms.size ? similarities(index, field, terms, place, documents.length) : null,
    );
    return documents.map((document, at) => {
      let score = 0;
      for (let shift = 27; shift >= 0; shift -= 3) {
        const field = ((order[document] >>> shift) & 7) - 1;
        const part = field >= 0 ? parts[field] : null;
        if (part) score += part[at + 1];
      }
      return { document, score, words: 0, rank: 0 };
    });
  };
})();
