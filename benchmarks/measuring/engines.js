'use strict';
/** The engines that are compared, each as a function from a query to the places of papers. */
window.engines = {
  /** sitegen's own reader, on its own search page. */
  async sitegen(places) {
    const index = await sitegen.search.open();
    return async (text) => {
      const found = await sitegen.search.find(index, text);
      return found.hits.slice(0, 10).map((hit) => places[hit.document]);
    };
  },
  async minisearch(texts, combineWith) {
    const engine = new MiniSearch({
      fields: ['title', 'abstract'],
      searchOptions: { boost: { title: 2 }, prefix: true, fuzzy: 0.2, combineWith },
    });
    engine.addAll(texts.map(([title, abstract], id) => ({ id, title, abstract })));
    return (text) => engine.search(text).slice(0, 10).map((hit) => hit.id);
  },
  async flexsearch(texts) {
    const engine = new FlexSearch.Index({ tokenize: 'forward' });
    texts.forEach(([title, abstract], id) => engine.add(id, `${title} ${abstract}`));
    return (text) => engine.search(text, { limit: 10 });
  },
  async lunr(texts) {
    const engine = lunr(function build() {
      this.ref('id');
      this.field('title', { boost: 5 });
      this.field('abstract');
      texts.forEach(([title, abstract], id) => this.add({ id, title, abstract }));
    });
    return (text) =>
      engine
        .search(text.replace(/[^\p{L}\p{N}]+/gu, ' '))
        .slice(0, 10)
        .map((hit) => Number(hit.ref));
  },
};

/** The mean reciprocal rank of each kind of queries, and milliseconds a query. */
window.measured = async (engine, kinds) => {
  const figures = {};
  for (const [kind, queries] of Object.entries(kinds)) {
    let sum = 0;
    const start = performance.now();
    for (const [text, paper] of queries) {
      const place = (await engine(text)).indexOf(paper);
      if (place >= 0) sum += 1 / (place + 1);
    }
    figures[kind] = [sum / queries.length, (performance.now() - start) / queries.length];
  }
  return figures;
};
