'use strict';
/** Reads lunr's serialised index: which terms there are, where they stand, what they weigh. */
(() => {
  /** One insertion, deletion, substitution or swap of neighbours at most, as lunr counts them.
   * @param {string} a @param {string} b */
  const isNear = (a, b) => {
    if (Math.abs(a.length - b.length) > 1) return false;
    let at = 0;
    while (at < a.length && a[at] === b[at]) at += 1;
    const restA = a.slice(at);
    const restB = b.slice(at);
    return (
      restA.slice(1) === restB.slice(1) ||
      restA.slice(1) === restB ||
      restA === restB.slice(1) ||
      (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
    );
  };

  /** @type {Search['reader']} */
  sitegen.search.reader = (index) => {
    const terms = index.invertedIndex.map(([term]) => term);
    const { fields } = index;
    /** @type {number[][][]} */
    const vectors = fields.map(() => []);
    for (const [ref, elements] of index.fieldVectors) {
      const slash = ref.indexOf('/');
      vectors[fields.indexOf(ref.slice(0, slash))][Number(ref.slice(slash + 1))] = elements;
    }
    /** @type {Map<string, number[]>} */
    const documents = new Map();

    /** The place of the first term that does not sort before `text`. @param {string} text */
    const place = (text) => {
      let low = 0;
      let high = terms.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (terms[middle] < text) low = middle + 1;
        else high = middle;
      }
      return low;
    };

    /** @param {string} term */
    const has = (term) => terms[place(term)] === term;

    /** @param {string} term */
    const posting = (term) => index.invertedIndex[place(term)][1];

    return {
      fields,
      size: vectors[0].length,
      has,
      /** Every term that begins with `text`. */
      prefix(text) {
        const start = place(text);
        let end = start;
        while (end < terms.length && terms[end].startsWith(text)) end += 1;
        return terms.slice(start, end);
      },
      /** Every term at most one edit from `text`. */
      near: (text) => terms.filter((term) => isNear(term, text)),
      /** Every term that begins at most one edit from `text`. */
      nearPrefix: (text) =>
        terms.filter((term) =>
          [0, 1, -1].some((more) => isNear(term.slice(0, text.length + more), text)),
        ),
      /** The longest term that `text` begins with, at least half of it and four letters. */
      stem(text) {
        for (let end = text.length - 1; end >= Math.max(4, text.length / 2); end -= 1) {
          if (has(text.slice(0, end))) return [text.slice(0, end)];
        }
        return [];
      },
      number: (term) => posting(term)._index,
      documents(term, field) {
        const key = `${field}/${term}`;
        let found = documents.get(key);
        if (!found) {
          found = Object.keys(posting(term)[fields[field]]).map(Number);
          documents.set(key, found);
        }
        return found;
      },
      /** The weight of term `number` in a field of a document that has it. */
      weight(number, field, document) {
        const elements = vectors[field][document];
        let low = 0;
        let high = elements.length / 2 - 1;
        while (low < high) {
          const middle = (low + high) >>> 1;
          if (elements[middle * 2] < number) low = middle + 1;
          else high = middle;
        }
        return elements[low * 2 + 1];
      },
    };
  };
})();
