/** Queries → the ids of the papers that they name, null where they name none; and what was fetched. */
const { opened, search, serve } = require('./search.cjs');

serve(async ({ files, queries }) => {
  const { index, fetched } = await opened(files);
  const answers = [];
  for (const query of queries) {
    const found = await search.named(index, query);
    const documents = found?.hits.map((hit) => hit.document) ?? [];
    const cards = await search.cards(index.fetch, documents);
    answers.push(found && { ids: [...found.ids], shown: cards.map((card) => card.id) });
  }
  return { answers, fetched };
});
