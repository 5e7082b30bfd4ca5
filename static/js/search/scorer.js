'use strict';
/** Scores documents as lunr.js's `Index#query` does, operation by operation, so that every
 * score is the same number: per field dot(query, document) / |query|, added in the order in
 * which the fields of a document first matched. */
(() => {
  /** @param {IndexReader} reader @param {Clause} clause */
  const fieldsOf = (reader, clause) =>
    clause.fields ? clause.fields.map((name) => reader.fields.indexOf(name)) : reader.fields.keys();

  /** Every document that a clause matches in any of its fields.
   * @param {IndexReader} reader @param {Clause} clause */
  const matches = (reader, clause) => {
    /** @type {Set<number>} */
    const found = new Set();
    for (const field of fieldsOf(reader, clause)) {
      for (const term of clause.terms) {
        for (const document of reader.documents(term, field)) found.add(document);
      }
    }
    return found;
  };

  /** What the clauses ask of each field: the boosts of its terms, and for each document the
   * fields that matched, first match first.
   * @param {IndexReader} reader @param {Clause[]} clauses */
  const gathered = (reader, clauses) => {
    /** @type {Map<string, number>[]} */
    const asked = reader.fields.map(() => new Map());
    const seen = reader.fields.map(() => new Uint8Array(reader.size));
    /** @type {Map<number, number[]>} */
    const matched = new Map();
    for (const clause of clauses) {
      for (const term of clause.terms) {
        for (const field of fieldsOf(reader, clause)) {
          const before = asked[field].get(term);
          asked[field].set(term, before === undefined ? clause.boost : before + clause.boost);
          if (before !== undefined) continue;
          for (const document of reader.documents(term, field)) {
            if (seen[field][document]) continue;
            seen[field][document] = 1;
            const fields = matched.get(document);
            if (fields) fields.push(field);
            else matched.set(document, [field]);
          }
        }
      }
    }
    return { asked, matched };
  };

  /** One field's similarity for each document; terms are added in the order of their numbers.
   * @param {IndexReader} reader @param {number} field @param {Map<string, number>} asked */
  const similarities = (reader, field, asked) => {
    const sums = new Float64Array(reader.size);
    let squares = 0;
    const vector = Array.from(asked, ([term, boost]) => ({
      term,
      boost,
      number: reader.number(term),
    })).sort((a, b) => a.number - b.number);
    for (const { term, boost, number } of vector) {
      squares += boost * boost;
      for (const document of reader.documents(term, field)) {
        sums[document] += boost * reader.weight(number, field, document);
      }
    }
    const length = Math.sqrt(squares);
    return sums.map((sum) => sum / length || 0);
  };

  /** @type {Search['score']} */
  sitegen.search.score = (reader, clauses) => {
    const scoring = clauses.filter((clause) => clause.presence !== 'prohibited');
    const required = clauses
      .filter((clause) => clause.presence === 'required')
      .map((clause) => matches(reader, clause));
    const prohibited = clauses
      .filter((clause) => clause.presence === 'prohibited')
      .map((clause) => matches(reader, clause));
    const { asked, matched } = gathered(reader, scoring);
    const parts = asked.map((terms, field) => similarities(reader, field, terms));
    const documents = scoring.length ? matched.keys() : Array(reader.size).keys();
    /** @type {Hit[]} */
    const hits = [];
    for (const document of documents) {
      if (!required.every((set) => set.has(document))) continue;
      if (prohibited.some((set) => set.has(document))) continue;
      const fields = matched.get(document) || [];
      const score = fields.reduce((sum, field) => sum + parts[field][document], 0);
      hits.push({ document, score });
    }
    return hits.sort((a, b) => b.score - a.score || a.document - b.document);
  };
})();
