/** Loads the model of the search page, in the order of its bundle, and lunr.js beside it. */
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const vm = require('node:vm');

/** These touch the page; without one they have nothing to do. */
const NEEDS_A_PAGE = new Set(['loader.js', 'result.js', 'view.js']);

const folder = join(__dirname, '..', '..', 'static', 'js', 'search');
for (const name of readdirSync(folder).sort()) {
  if (NEEDS_A_PAGE.has(name)) continue;
  const path = join(folder, name);
  vm.runInThisContext(readFileSync(path, 'utf8'), { filename: path });
}

/** Answer the JSON on standard input with the JSON that `answer` makes of it. */
exports.serve = (answer) => {
  process.stdout.write(JSON.stringify(answer(JSON.parse(readFileSync(0, 'utf8')))));
};
exports.search = globalThis.sitegen.search;
exports.lunr = require('../node_modules/lunr');
