'use strict';
/** A word in quotes means the very form: the index tells those apart that are said often. */
(() => {
  const { search } = sitegen;
  /** Forms beyond these share a mark: which of them it is stands in the text alone. */
  const OTHERS = 32;

  /** @param {Index} index @param {AskedWord} word */
  const said = (index, { parts, whole, field }) => {
    const form = whole || parts[0];
    const known = (index.postings.of(form.term)?.forms || []).indexOf(form.text);
    const mark = known < 0 ? OTHERS : 1 << known;
    /** @type {Set<number>} */
    const documents = new Set();
    for (const places of search.places(index, form.term, field)) {
      for (let row = 0; row < places.documents.length; row += 1) {
        if (places.said[row] & mark) documents.add(places.documents[row]);
      }
    }
    return { documents, isSure: known >= 0 };
  };

  /** What papers are read for where the index does not tell.
   * @param {{ word: AskedWord, documents: Set<number> }} told @returns {AskedPhrase} */
  const phrase = ({ word: { text, parts, whole, field, not }, documents }) => {
    const form = whole || parts[0];
    const reading = { units: [{ text: form.text, tied: false }], terms: [form.term] };
    return { text, readings: [reading, reading], words: 1, field, not, within: documents };
  };

  /** @type {Search['exact']} */
  search.exact = (index, words) => {
    const told = words.filter((word) => word.exact).map((word) => ({ word, ...said(index, word) }));
    return {
      sets: told.map(({ documents }) => documents),
      sure: told.filter(({ isSure }) => isSure).map(({ documents }) => documents),
      missing: told.filter(({ documents }) => !documents.size).map(({ word }) => word),
      phrases: told.filter(({ isSure, documents }) => !isSure && documents.size).map(phrase),
    };
  };
})();
