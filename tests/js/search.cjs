/** Loads the model of the search, in the order of its bundle, and lunr.js beside it. */
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const vm = require('node:vm');

/** This one touches the page; without one it has nothing to do. */
const NEEDS_A_PAGE = new Set(['loader.js']);

const folder = join(__dirname, '..', '..', 'static', 'js', 'search');
for (const name of readdirSync(folder).sort()) {
  if (NEEDS_A_PAGE.has(name)) continue;
  const path = join(folder, name);
  vm.runInThisContext(readFileSync(path, 'utf8'), { filename: path });
}

/** Answer the JSON on standard input with the JSON that `answer` makes of it. */
exports.serve = async (answer) => {
  process.stdout.write(JSON.stringify(await answer(JSON.parse(readFileSync(0, 'utf8')))));
};

/** The index whose scripts are given by their paths, and what was fetched of it. */
exports.opened = async (files) => {
  const fetched = [];
  const fetch = async (name) => {
    const path = `search/${name}.js`;
    if (!(path in files)) throw new Error(`${path} did not load`);
    fetched.push(path);
    vm.runInThisContext(files[path], { filename: path });
    return globalThis.sitegen.registered(name);
  };
  const kept = new Map();
  const once = (name) => {
    if (!kept.has(name)) kept.set(name, fetch(name));
    return kept.get(name);
  };
  return { index: globalThis.sitegen.search.index(await once('tables'), once), fetched };
};
exports.search = globalThis.sitegen.search;
exports.lunr = require('../node_modules/lunr');
