'use strict';
/** How a phrase is worded, and whether a text says it so. */
(() => {
  const { search } = sitegen;

  /** A word with a sign is no other without it. @param {Form | null} whole */
  const hasSign = (whole) => whole !== null && /[+#]$/.test(whole.text);

  /** The forms of a word with hyphens: one, or those between them.
   * @param {Token} token @param {boolean} joined */
  const formsOf = ({ parts, whole }, joined) => (whole && (joined || hasSign(whole)) ? [whole] : parts);

  /** The same as they are said: a phrase has words that are not searched for.
   * @param {Token} token @param {boolean} joined */
  const textsOf = ({ texts, whole }, joined) => (whole && (joined || hasSign(whole)) ? [whole.text] : texts);

  /** Characters of a run are compared one by one, since no blank parts its words: a phrase may
   * begin or end inside a run of the text.
   * @param {Token[]} tokens @param {boolean} joined @returns {Unit[]} */
  const units = (tokens, joined) =>
    tokens.flatMap((token) =>
      token.isRun
        ? Array.from(search.folded(token.raw), (text, at) => ({ text, tied: at > 0 }))
        : textsOf(token, joined).map((text) => ({ text, tied: false })),
    );

  /** What must stand in a paper; of a character alone it is not known beside which.
   * @param {Token[]} tokens @param {boolean} joined */
  const termsOf = (tokens, joined) =>
    tokens.flatMap((token) => {
      const isLone = token.isRun && [...token.parts[0].text].length === 1;
      return isLone ? [] : formsOf(token, joined).map((form) => form.term);
    });

  /** A hyphen is as good as a blank, or as nothing: one reading for each, of phrase and text alike.
   * @type {Search['readings']} */
  search.readings = (tokens) => [
    { units: units(tokens, false), terms: termsOf(tokens, false) },
    { units: units(tokens, true), terms: termsOf(tokens, true) },
  ];

  /** @param {Unit[]} said @param {Unit[]} wanted */
  const follow = (said, wanted) => {
    const isOne = (/** @type {Unit} */ unit, /** @type {Unit | undefined} */ other) =>
      other && unit.text === other.text && (other.tied || !unit.tied);
    return wanted.length > 0 && said.some((_, at) => wanted.every((unit, more) => isOne(unit, said[at + more])));
  };

  /** @type {Search['holds']} */
  search.holds = (analysis, text, [parted, joined]) => {
    const tokens = analysis.tokens(text);
    return follow(units(tokens, false), parted.units) || follow(units(tokens, true), joined.units);
  };
})();
