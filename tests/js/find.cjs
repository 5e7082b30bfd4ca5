/** Queries as a reader types them → what is found and what was meant. */
const { opened, search, serve } = require('./search.cjs');

serve(async ({ files, queries, similar }) => {
  const { index, fetched } = await opened(files);
  const answers = [];
  for (const query of queries) {
    const found = await (similar ? search.similar : search.find)(index, query);
    const before = fetched.length;
    const { hits, read, maybe, unread } = await search.checked(index, found, found.hits);
    const checking = fetched.slice(before);
    const best = hits.slice(0, 10).map((hit) => hit.document);
    const cards = await search.cards(index.fetch, best);
    answers.push({
      hits: cards.map((card) => card.id),
      all: hits.length,
      words: hits.map((hit) => hit.words),
      complete: found.complete,
      read,
      maybe,
      unread: unread.length,
      checking,
      isPasted: search.isPasted(query),
      years: found.asked.years,
      missing: found.words.filter((word) => word.missing).map((word) => word.text),
      guessed: found.words.filter((word) => word.guessed && !word.missing).map((word) => word.text),
      nearest: await search.nearest(index, found),
      without: search.without(index, found),
      passages: cards.slice(0, 3).map((card) => {
        const passage = search.snippet(index.analysis, card.abstract, found.terms, 260);
        const marked = passage.marks.map(({ start, end }) => passage.text.slice(start, end));
        return { ...passage, marked };
      }),
    });
  }
  return { answers, fetched };
});
