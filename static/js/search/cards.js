'use strict';
/** What results show of their papers, fetched in small blocks. */
(() => {
  const { search } = sitegen;
  const WIDTH = 16;

  /** The slug of most names, as sitegen/search/documents.py makes it. @param {string} name */
  const slugOf = (name) =>
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');

  /** A name whose slug is its own, one whose slug is the singular, or both.
   * @param {string | [string, string?]} told */
  const topic = (told) => {
    if (typeof told === 'string') return { name: told, slug: slugOf(told) };
    const [name, slug] = told;
    return { name, slug: slug || slugOf(name).replace(/s$/, '') };
  };

  /** @param {any[]} packed @returns {Omit<Card, 'document'>} */
  const card = ([id, title, abstract, people = '', year = '', venue = '', topics = [], slug = '', code = 0]) => ({
    id,
    slug: slug || slugOf(title),
    title,
    people,
    venue,
    year: String(year),
    code: code > 0,
    topics: topics.map(topic),
    abstract,
  });

  /** @type {Search['leftOut']} */
  search.leftOut = /and \d+\smore$/;

  /** @type {Search['cards']} */
  search.cards = async (fetch, documents) => {
    const blocks = [...new Set(documents.map((document) => Math.floor(document / WIDTH)))];
    const fetched = await Promise.all(blocks.map((block) => fetch(`cards/${block}`)));
    const found = new Map(blocks.map((block, at) => [block, fetched[at]]));
    return documents.map((document) => {
      const packed = found.get(Math.floor(document / WIDTH))[document % WIDTH];
      return packed ? { ...card(packed), document } : null;
    });
  };
})();
