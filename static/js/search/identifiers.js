'use strict';
/** Papers that are asked for by what they are known by elsewhere: an arXiv id, a DOI, an address. */
(() => {
  const { search } = sitegen;
  const ID = String.raw`(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?`;
  /** The id alone, or as a paper, an address or a DOI of arXiv’s gives it. */
  const ARXIV = new RegExp(
    String.raw`^(?:${ID}|arxiv:\s*${ID}(?:\s.*)?|\S*(?:arxiv\.org\/(?:abs|pdf|html)\/|\/papers\/|\/arxiv\.)${ID}(?:\.pdf)?\/?(?:[?#]\S*)?)$`,
  );
  const DOI = /^(?:doi:\s*|\S*?\/)?(10\.\d{4,9}\/\S+?)[.,;]?$/;

  /** @param {string} text */
  const decoded = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };

  /** What a query names a paper by, as sitegen/search/identifiers.py writes it. @param {string} text */
  const identifier = (text) => {
    const said = text.trim().toLowerCase();
    const [, ...ids] = ARXIV.exec(said) || [];
    return ids.find(Boolean) || DOI.exec(said.includes('%') ? decoded(said) : said)?.[1];
  };

  /** @type {Search['named']} */
  search.named = async (index, text) => {
    const asked = identifier(text);
    const name = asked && (await index.identifiers.of(asked));
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
