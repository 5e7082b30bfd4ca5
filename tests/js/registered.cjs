/** A data script → the value that the page gets out of it. */
const vm = require('node:vm');
const { readFileSync } = require('node:fs');
require('./search.cjs');

const { name, script } = JSON.parse(readFileSync(0, 'utf8'));
vm.runInThisContext(script);
globalThis.sitegen.registered(name).then((value) => process.stdout.write(JSON.stringify(value)));
