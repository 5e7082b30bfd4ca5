/** Generated queries of every kind of clause, answered by lunr.js and by our reader.
 *
 * lunr.js expands a term in the order of its own automaton, ours in the order of terms; the
 * order decides in which order the fields of a paper are added. So that scores can be compared
 * with `===`, the scorer gets lunr.js's order. How a beginning goes on and what a slip may mean is
 * looked for among the words as they are written: that lunr.js finds the same ones is compared too.
 */
const { lunr, opened, search, serve } = require('./search.cjs');

/** A small seeded generator (mulberry32), so that a failure can be repeated. */
const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

serve(async ({ files, count, seed, kinds }) => {
  const whole = JSON.parse(files['search/lunr.json']);
  const reference = lunr.Index.load(whole);
  const { index } = await opened(files);
  const terms = whole.invertedIndex.map(([term]) => term);
  const forms = (await index.lexicon.beginning('')).map((one) => one.word);
  const automaton = lunr.TokenSet.fromArray(forms.slice().sort());
  const next = random(seed);
  const below = (limit) => Math.floor(next() * limit);
  const one = (from) => from[below(from.length)];

  /** One of the four edits that lunr counts as one, at a random place. */
  const misspelt = (word) => {
    const at = below(word.length);
    const letter = one('abcdefghijklmnopqrstuvwxyz0');
    return one([
      word.slice(0, at) + letter + word.slice(at),
      word.slice(0, at) + letter + word.slice(at + 1),
      word.length > 1 ? word.slice(0, at) + word.slice(at + 1) : word,
      word.slice(0, at) + (word[at + 1] || '') + word[at] + word.slice(at + 2),
    ]);
  };

  const looked = (kind, word) =>
    ({
      exact: () => word,
      prefix: () => `${word.slice(0, 1 + below(word.length))}*`,
      near: () => misspelt(word),
    })[kind.term]();

  const clause = (kind) => ({
    term: looked(kind, one(terms)),
    usePipeline: false,
    ...(kind.term === 'near' && { editDistance: 1 }),
    ...(kind.fields && { fields: whole.fields.slice(below(whole.fields.length)) }),
    ...(kind.boost && { boost: one([0.3, 2, 2.5, 10]) }),
  });

  const expanded = (set, each) => set.intersect(lunr.TokenSet.fromClause(each)).toArray();

  /** The words that ours finds, and those that lunr.js does. */
  const found = async (kind) => {
    const each = { ...clause(kind), term: looked(kind, one(forms)) };
    const { near, beginning } = index.lexicon;
    const ours = await (each.editDistance ? near(each.term) : beginning(each.term.replace(/\*$/, '')));
    const same = ours.filter(({ word }) => kind.term !== 'exact' || word === each.term);
    return { each, ours: same.map(({ word }) => word).sort(), lunr: expanded(automaton, each).sort() };
  };

  const faults = [];
  let results = 0;
  for (let number = 0; number < count; number += 1) {
    const kind = kinds[number % kinds.length];
    const clauses = Array.from({ length: 1 + below(5) }, () => clause(kind));
    const words = await found(kind);
    if (words.ours.join() !== words.lunr.join()) faults.push({ kind, ...words });
    const asked = [];
    for (const each of clauses) {
      const terms = expanded(reference.tokenSet, each);
      await index.postings.load(terms);
      asked.push({ terms, boost: each.boost || 1, fields: each.fields });
    }
    const theirs = reference
      .query((query) => clauses.forEach((each) => query.clause({ ...each })))
      .map(({ ref, score }) => ({ document: Number(ref), score }))
      .sort((a, b) => b.score - a.score || a.document - b.document);
    const ours = search
      .score(index, asked)
      .sort((a, b) => b.score - a.score || a.document - b.document);
    results += theirs.length;
    const same = (hit, at) => hit.document === ours[at].document && hit.score === ours[at].score;
    if (theirs.length !== ours.length || !theirs.every(same)) {
      faults.push({ kind, clauses, lunr: theirs.slice(0, 5), ours: ours.slice(0, 5) });
    }
  }
  return { results, faults: faults.slice(0, 3), failed: faults.length };
});
