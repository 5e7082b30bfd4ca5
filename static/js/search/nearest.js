'use strict';
/** What to try where nothing is found: the nearest spelling, the query without its rarest word. */
(() => {
  const { search } = sitegen;
  /** Shorter ones are near to any other. */
  const SHORTEST = 3;
  /** What is left of a field, or of quotes, whose only word was taken out. */
  const EMPTY = /(^|\s)-?(?:[a-z]+:)?(?:"\s*"|“\s*”|[”＂「『]\s*[”＂」』]|(?<=:))(?=\s|$)/gi;

  /** The word that is spelt most like `text`: a slip away, or one in its beginning.
   * @param {Index} index @param {string} text */
  const spelling = async (index, text) => {
    if (text.length < SHORTEST) return null;
    const near = (await index.lexicon.near(text)).filter((one) => one.isForm && one.word !== text);
    if (near.length) return near.sort((a, b) => b.often - a.often)[0].word;
    for (let length = text.length - 1; length >= 4; length -= 1) {
      const known = await index.lexicon.beginning(text.slice(0, length));
      const close = known.filter((one) => one.isForm && Math.abs(one.word.length - text.length) < 3);
      if (close.length) return close.sort((a, b) => b.often - a.often)[0].word;
    }
    return null;
  };

  /** The query as it was typed, with another word in one place.
   * @param {string} text @param {number} start @param {number} end @param {string} word */
  const replaced = (text, start, end, word) => text.slice(0, start) + word + text.slice(end);

  /** @type {Search['nearest']} */
  search.nearest = async (index, { asked: { text }, words }) => {
    const wrong = words.filter((word) => word.missing).flatMap(({ asked: { parts, from } }) =>
      parts.map((part) => ({ text: part.text, start: from + part.start, end: from + part.end })),
    );
    const better = await Promise.all(wrong.map((part) => spelling(index, part.text)));
    let query = text;
    for (let at = wrong.length - 1; at >= 0; at -= 1) {
      query = replaced(query, wrong[at].start, wrong[at].end, better[at] || query.slice(wrong[at].start, wrong[at].end));
    }
    return query === text ? null : query.trim();
  };

  /** @type {Search['without']} */
  search.without = (index, { asked: { text }, words }) => {
    if (words.length < 2) return null;
    const papers = words.map(({ slots, whole }) =>
      [...slots, ...(whole ? [whole] : [])]
        .map((slot) => slot.reduce((sum, { term }) => sum + (index.postings.of(term)?.count || 0), 0))
        .reduce((least, count) => Math.min(least, count), Infinity),
    );
    const { start, end } = words[papers.indexOf(Math.min(...papers))].asked;
    return replaced(text, start, end, '').replace(EMPTY, '').replace(/\s+/g, ' ').trim();
  };
})();
