'use strict';
/** A year as a word means the papers of that year, too; another number is never meant by one. */
(() => {
  const { search } = sitegen;
  const YEAR = /^(?:19|20)\d\d$/;
  const NUMBER = /^\d[\d.\-\u2010\u2011]*$/;

  /** @type {Search['isYear']} */
  search.isYear = (text) => YEAR.test(text);

  /** @type {Search['isNumber']} */
  search.isNumber = (text) => NUMBER.test(text);

  /** @type {Search['dated']} */
  search.dated = async (index, { asked: { year } }) => {
    if (!year) return new Uint32Array(0);
    const columns = await search.columns(index);
    const hits = columns.all().filter(({ document }) => columns.year(document) === year);
    return Uint32Array.from(hits, ({ document }) => document);
  };
})();
