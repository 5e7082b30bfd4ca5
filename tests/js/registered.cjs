/** A data script → the value that the page gets out of it, or why it gets none. */
const vm = require('node:vm');
const { readFileSync } = require('node:fs');
require('./search.cjs');

const { name, script } = JSON.parse(readFileSync(0, 'utf8'));
vm.runInThisContext(script);
const answer = (value) => process.stdout.write(JSON.stringify(value));
globalThis.sitegen.registered(name).then(answer, (error) => answer(error.message));
