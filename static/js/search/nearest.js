'use strict';
/** What to try where nothing is found: the nearest spelling, the query without its rarest word. */
(() => {
  const { search } = sitegen;

  /** The word that is spelt most like `text`: a slip away, or one in its beginning.
   * @param {Index} index @param {string} text */
  const spelling = async (index, text) => {
    const near = await index.lexicon.near(text);
    if (near.length) return near.sort((a, b) => b.often - a.often)[0].word;
    for (let length = text.length - 1; length >= 4; length -= 1) {
      const known = await index.lexicon.beginning(text.slice(0, length));
      const close = known.filter((one) => one.isForm && Math.abs(one.word.length - text.length) < 3);
      if (close.length) return close.sort((a, b) => b.often - a.often)[0].word;
    }
    return null;
  };

  /** @type {Search['nearest']} */
  search.nearest = async (index, { words }) => {
    const better = await Promise.all(
      words.map((word) =>
        word.missing && word.asked.parts.length ? spelling(index, word.asked.parts[0].text) : word.text,
      ),
    );
    const query = better.map((word, at) => word || words[at].text).join(' ');
    return query === words.map((word) => word.text).join(' ') ? null : query;
  };

  /** @type {Search['without']} */
  search.without = (index, { words }) => {
    if (words.length < 2) return null;
    const papers = words.map(({ slots, whole }) =>
      [...slots, ...(whole ? [whole] : [])]
        .map((slot) => slot.reduce((sum, { term }) => sum + (index.postings.of(term)?.count || 0), 0))
        .reduce((least, count) => Math.min(least, count), Infinity),
    );
    const rarest = papers.indexOf(Math.min(...papers));
    return words.filter((_, at) => at !== rarest).map((word) => word.text).join(' ');
  };
})();
