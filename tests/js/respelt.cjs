/** Words → each as it is spelt elsewhere. */
const { search, serve } = require('./search.cjs');

serve((words) => words.map(search.respelt));
