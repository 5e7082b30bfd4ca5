'use strict';
/** The index of a library, once its tables are there. */
(() => {
  const { search } = sitegen;

  /** @type {Search['index']} */
  search.index = (raw, fetch) => {
    const tables = search.tables(raw, fetch);
    return {
      papers: tables.papers,
      space: tables.space,
      fields: tables.fields,
      columns: tables.columns,
      fetch,
      analysis: search.analysis(tables.stopWords),
      postings: search.postings(tables, fetch),
      lexicon: search.lexicon(tables, fetch),
      identifiers: tables.identifiers,
    };
  };
})();
