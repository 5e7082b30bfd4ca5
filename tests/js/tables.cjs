/** A table and its parts, and texts → the shards that they are looked for in. */
const { search, serve } = require('./search.cjs');

serve(({ cases }) =>
  Promise.all(
    cases.map(async ({ root, parts, texts }) => {
      const empty = ['', '', 0];
      const raw = { fields: [], stopWords: '', terms: root, forwards: empty, backwards: empty };
      const { terms } = search.tables(raw, async (name) => parts[name]);
      return Promise.all(
        texts.map(async (text) => ({ of: await terms.of(text), beginning: await terms.beginning(text) })),
      );
    }),
  ),
);
