'use strict';
/** Two words of a query that papers write as one, or with a hyphen: *multi modal*, *pre training*. */
(() => {
  const { search } = sitegen;
  /** What stands before a word as often as it begins one. Others are not asked for together: each two
   * words would take one more file. */
  const BEFORE = new Set(
    (
      'anti auto back bio cross cyber fine geo hetero homo hyper infra inter intra macro meta micro ' +
      'mono multi nano neuro non poly post pre pseudo quasi semi spatio sub super trans ultra'
    ).split(' '),
  );
  const WORD = /^[a-z]{3,}$/;

  /** @param {AskedWord} word */
  const isPlain = ({ parts, whole, not, quoted, initial }) =>
    parts.length === 1 && !whole && !not && !quoted && !initial && WORD.test(parts[0].text);

  /** What both words are with a hyphen between them.
   * @param {AskedWord} first @param {AskedWord} last @param {string} query @returns {AskedWord} */
  const together = (first, last, query) => {
    const [part] = last.parts;
    const moved = last.from - first.from;
    const parts = [first.parts[0], { ...part, start: part.start + moved, end: part.end + moved }];
    const text = parts.map((one) => one.text).join('');
    const whole = { text, term: search.termOf(text), start: parts[0].start, end: parts[1].end };
    return { ...last, text: query.slice(first.start, last.end), from: first.from, start: first.start, parts, whole };
  };

  /** @type {Search['joined']} */
  search.joined = (words, query) =>
    words.slice(1).flatMap((last, at) => {
      const first = words[at];
      const isPair = BEFORE.has(first.parts[0]?.text) && isPlain(first) && isPlain(last) && first.field === last.field;
      return isPair && !query.slice(first.end, last.start).trim() ? [together(first, last, query)] : [];
    });
})();
