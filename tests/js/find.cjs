/** Queries as a reader types them → what the page would show and say. */
const { search, serve } = require('./search.cjs');

serve(({ index, queries, texts, suggest }) => {
  const reader = search.reader(index);
  const analysis = search.analysis(new Set(index.stopWords));
  return queries.map((query) => {
    const found = search.find(reader, analysis, query);
    return {
      hits: found.hits.map((hit) => hit.document),
      matched: found.hits.map((hit) => hit.matched),
      complete: found.complete,
      says: search.says(found),
      passages: found.hits.slice(0, 3).map((hit) => {
        const passage = search.snippet(analysis, texts[hit.document], found.terms, 260);
        return { ...passage, marked: passage.marks.map(({ start, end }) => passage.text.slice(start, end)) };
      }),
      suggestions: suggest ? found.words.map((word) => search.suggest(texts, word.text)) : [],
    };
  });
});
