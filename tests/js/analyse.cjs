/** Texts → their terms, and the place that each token and form claims in its text. */
const { search, serve } = require('./search.cjs');

const SOME = 6;

/** The tokens of one of the first terms that `like` passes over. */
const missed = (analysis, text) => {
  const forms = ({ parts, whole }) => [...parts, ...(whole ? [whole] : [])];
  const tokens = analysis.tokens(text);
  const terms = new Set(tokens.flatMap((token) => forms(token).map((form) => form.term)));
  return [...terms].slice(0, SOME).flatMap((term) => {
    const seen = new Set(analysis.like(text, new Set([term])).map((token) => token.start));
    const has = (token) => forms(token).some((form) => form.term === term);
    return tokens.filter((token) => has(token) && !seen.has(token.start)).map((token) => token.raw);
  });
};

serve(({ stopWords, texts }) => {
  const analysis = search.analysis(new Set(stopWords));
  return texts.map((text) => ({
    terms: analysis.terms(text),
    missed: missed(analysis, text),
    places: analysis.tokens(text).map(({ raw, start, end, parts, whole }) => ({
      raw,
      text: text.slice(start, start + raw.length),
      forms: [...parts, ...(whole ? [whole] : [])].map((form) => [form.start, form.end]),
      start,
      end,
    })),
  }));
});
