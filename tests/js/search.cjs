/** Loads the model of the search page, in the order of its bundle, and lunr.js beside it. */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const vm = require('node:vm');

const MODEL = [
  'registry', 'stemmer', 'analysis', 'reader', 'scorer', 'query', 'snippet', 'suggest', 'words',
];
const folder = join(__dirname, '..', '..', 'static', 'js', 'search');
for (const name of MODEL) {
  const path = join(folder, `${name}.js`);
  vm.runInThisContext(readFileSync(path, 'utf8'), { filename: path });
}

/** Answer the JSON on standard input with the JSON that `answer` makes of it. */
exports.serve = (answer) => {
  process.stdout.write(JSON.stringify(answer(JSON.parse(readFileSync(0, 'utf8')))));
};
exports.search = globalThis.sitegen.search;
exports.lunr = require('../node_modules/lunr');
