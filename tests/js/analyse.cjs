/** Texts → their terms, and the place that each token and form claims in its text. */
const { search, serve } = require('./search.cjs');

serve(({ stopWords, texts }) => {
  const analysis = search.analysis(new Set(stopWords));
  return texts.map((text) => ({
    terms: analysis.terms(text),
    places: analysis.tokens(text).map(({ raw, start, end, parts, whole }) => ({
      raw,
      text: text.slice(start, start + raw.length),
      forms: [...parts, ...(whole ? [whole] : [])].map((form) => [form.start, form.end]),
      start,
      end,
    })),
  }));
});
