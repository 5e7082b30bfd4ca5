'use strict';
/** What to try where nothing is found: the nearest spelling, the query without its rarest word. */
(() => {
  const { search } = sitegen;
  /** Shorter ones are near to any other. */
  const SHORTEST = 3;
  /** A word of so few papers may be a slip of theirs, where a phrase is nowhere. */
  const RARE = 3;
  /** So much more often, in powers of two, another word is said that was meant. */
  const LIKELIER = 4;

  /** The word that is spelt most like `text`: a slip away, or one in its beginning.
   * @param {Index} index @param {string} text @param {number} least How often it is said at least. */
  const spelling = async (index, text, least) => {
    if (text.length < SHORTEST || search.isNumber(text)) return null;
    const isOne = (/** @type {Known} */ { often, word }) => often >= least && word !== text;
    const near = (await index.lexicon.near(text)).filter(isOne);
    if (near.length) return near.sort((a, b) => b.often - a.often)[0].word;
    // A word that is one has no other beginning.
    for (let length = text.length - 1; length >= Math.max(4, 0.6 * text.length) && !least; length -= 1) {
      const known = await index.lexicon.beginning(text.slice(0, length));
      const close = known.filter((one) => Math.abs(one.word.length - text.length) < 3);
      if (close.length) return close.sort((a, b) => b.often - a.often)[0].word;
    }
    return null;
  };

  /** The query as it was typed, with another word in one place.
   * @param {string} text @param {number} start @param {number} end @param {string} word */
  const replaced = (text, start, end, word) => text.slice(0, start) + word + text.slice(end);

  /** @param {Index} index @param {MeantWord} word */
  const often = (index, { slots }) =>
    Math.max(0, ...slots.flat().map(({ term }) => index.postings.of(term)?.count || 0));

  /** The parts of a word where they stand, each with another spelling if there is one.
   * @param {Index} index @param {MeantWord} word */
  const corrected = async (index, { missing, asked: { parts, from } }) => ({
    missing,
    parts: await Promise.all(
      parts.map(async ({ text, start, end }) => ({
        start: from + start,
        end: from + end,
        better: await spelling(index, text, missing ? 0 : LIKELIER),
      })),
    ),
  });

  /** @type {Search['nearest']} */
  search.nearest = async (index, { asked: { text }, words }) => {
    const isDoubtful = (/** @type {MeantWord} */ word) =>
      word.missing || (word.asked.quoted && often(index, word) <= RARE);
    const wrong = await Promise.all(words.filter(isDoubtful).map((word) => corrected(index, word)));
    // No other spelling helps while a word stays that no paper has.
    if (wrong.some(({ missing, parts }) => missing && !parts.some(({ better }) => better))) return null;
    let query = text;
    for (const { start, end, better } of wrong.flatMap(({ parts }) => parts).reverse()) {
      if (better) query = replaced(query, start, end, better);
    }
    return query === text ? null : search.tidied(index.analysis, query);
  };

  /** @type {Search['without']} */
  search.without = (index, { asked: { text }, words }) => {
    if (words.length < 2) return null;
    const papers = words.map(({ slots, whole, dated, field }) =>
      [...slots, ...(whole ? [whole] : [])]
        .map((slot) => slot.reduce((sum, { term }) => sum + search.having(index, term, field).size, dated.length))
        .reduce((least, count) => Math.min(least, count), Infinity),
    );
    // The others are not said either.
    if (!Math.max(...papers)) return null;
    const { start, end, quoted } = words[papers.indexOf(Math.min(...papers))].asked;
    // What is no field is a word of its own, and its colon goes with it.
    const isName = text[end] === ':';
    // Empty quotes: else a field that is left without its word would take the next.
    const rest = replaced(text, start, isName ? end + 1 : end, isName ? '' : quoted ? ' ' : ' "" ');
    return search.tidied(index.analysis, rest);
  };
})();
