'use strict';
/** Papers that are asked for by what they are known by elsewhere: an arXiv id, a DOI, an address. */
(() => {
  const { search } = sitegen;
  const ID = String.raw`(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?`;
  /** The id alone, or as a paper, an address or a DOI of arXiv’s gives it. */
  const ARXIV = new RegExp(
    String.raw`^(?:${ID}|arxiv[:\s]\s*${ID}(?:\s.*)?|\S*(?:arxiv\.org\/(?:abs|pdf|html)\/|\/papers\/|\/arxiv\.)${ID}(?:\.pdf)?\/?(?:[?#]\S*)?)$`,
  );
  const DOI = /^(?:doi[:\s]\s*|\S*?\/)?(10\.\d{4,9}\/\S+)$/;

  /** @param {string} text */
  const decoded = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };

  /** A text without what stands around an identifier in others: brackets, and the end of a sentence.
   * @param {string} text */
  const bare = (text) => {
    const inside = text.replace(/^[<([]+/, '').replace(/[>\]\s.,;]+$/, '');
    const isOpen = inside.split('(').length >= inside.split(')').length;
    return isOpen ? inside : inside.replace(/\)[\s.,;]*$/, '');
  };

  /** What a query may name a paper by, as sitegen/search/identifiers.py writes it.
   * @param {string} text @returns {string[]} */
  const identifiers = (text) => {
    const given = text.trim().toLowerCase();
    const said = bare(given.includes('%') ? decoded(given) : given);
    const [, ...ids] = ARXIV.exec(said) || ARXIV.exec(given) || [];
    const doi = DOI.exec(said)?.[1] || '';
    // An address may go on behind it.
    const found = [...ids, doi, doi.replace(/[?#].*$/, '')].filter(Boolean);
    return [...new Set(found.map((one) => one.replace(/^10\.48550\/arxiv\.(.*?)(?:v\d+)?$/, '$1')))];
  };

  /** @type {Search['named']} */
  search.named = async (index, text) => {
    for (const asked of identifiers(text)) {
      const found = await known(index, text, asked);
      if (found) return found;
    }
    return null;
  };

  /** @param {Index} index @param {string} text @param {string} asked */
  const known = async (index, text, asked) => {
    const name = await index.identifiers.of(asked);
    if (!name) return null;
    const [coded, numbers, ids] = await index.fetch(name);
    const at = search.wordsOf(coded).indexOf(asked);
    if (at < 0) return null;
    const hits = numbers.split(' ')[at].split(',').map((/** @type {string} */ number) => ({
      document: Number(number), score: 0, words: 0, rank: 0,
    }));
    return {
      asked: { text, words: [], phrases: [], years: null },
      words: [],
      hits,
      complete: hits.length,
      terms: new Set(),
      out: new Set(),
      ids: new Set(ids[at].split('\n')),
    };
  };
})();
