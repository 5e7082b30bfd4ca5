/** Queries → how many times each must wait for files, one asked for when another has come, and
 * how many files it takes. */
const { opened, search, serve } = require('./search.cjs');

const idle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** The files, each held back until all that is asked for at the time is there. */
const slow = async (files) => {
  const { index } = await opened(files);
  const kept = new Map();
  let waiting = [];
  const fetch = (name) => {
    if (!kept.has(name)) {
      kept.set(name, new Promise((resolve) => waiting.push(resolve)).then(() => index.fetch(name)));
    }
    return kept.get(name);
  };
  const release = () => {
    const asked = waiting;
    waiting = [];
    for (const resolve of asked) resolve();
    return asked.length > 0;
  };
  return { index: search.index(await index.fetch('tables'), fetch), release };
};

serve(async ({ files, queries }) => {
  const answers = [];
  for (const query of queries) {
    const { index, release } = await slow(files);
    const found = search.find(index, query);
    let [rounds, isDone] = [0, false];
    void found.then(() => (isDone = true));
    for (await idle(); !isDone; await idle()) rounds += release() ? 1 : 0;
    answers.push(rounds);
  }
  return answers;
});
