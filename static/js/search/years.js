'use strict';
/** Years as they are asked for: one, several, or from one to another. */
(() => {
  const { search } = sitegen;
  const LAST = 9999;
  const YEARS = /^(\d{4})?(?:(\.\.|-|–)(\d{4})?)?$/;
  const UNFINISHED_END = /(?<=^\d{4})(?:\.\.|-|–)\d{0,3}$/;
  /** The end of a sentence, or what comes before another point. */
  const POINT = /(?<=^\d{4})\.$/;
  /** Years before or after one. */
  const COMPARED = /^(?:(>=?)|<=?)(\d{4})$/;
  /** What else is written between years. */
  const BETWEEN = /\.{3,}|—/;

  /** @param {string} text @returns {Span | null} */
  const span = (text) => {
    const compared = COMPARED.exec(text);
    if (compared) {
      const year = Number(compared[2]) + (text[1] === '=' ? 0 : compared[1] ? 1 : -1);
      return compared[1] ? [year, LAST] : [1, year];
    }
    const [, first, dots, last] = YEARS.exec(text) || [];
    if (!first && !last) return null;
    // A paper without a year is of none, not of an early one.
    const low = first ? Number(first) : 1;
    const high = dots ? Number(last || LAST) : low;
    return [Math.min(low, high), Math.max(low, high)];
  };

  /** @type {Search['years']} */
  search.years = (text, growing) => {
    // Wide digits and signs, as keyboards of East Asia have them, are the same.
    const range = text.normalize('NFKC').replace(BETWEEN, '..').replace(POINT, '');
    const said = growing ? range.replace(UNFINISHED_END, '..') : range;
    const found = said.replace(/,\d{0,3}$/, '').split(',').map(span);
    return found.every((one) => one !== null) ? /** @type {Span[]} */ (found) : null;
  };

  /** @type {Search['bounded']} */
  search.bounded = (spans) => {
    const since = spans.filter(([, last]) => last === LAST);
    const until = spans.filter(([first]) => first === 1);
    const low = Math.min(...since.map(([first]) => first));
    const high = Math.max(...until.map(([, last]) => last));
    // Together they would be all years, which nobody asks for.
    if (low > high) return spans;
    return [...spans.filter((one) => !since.includes(one) && !until.includes(one)), [low, high]];
  };
})();
