/** Words → the stems of our stemmer and of lunr.js's. */
const { lunr, search, serve } = require('./search.cjs');

serve((words) => ({
  ours: words.map(search.stem),
  lunr: words.map((word) => lunr.stemmer(new lunr.Token(word)).toString()),
  stopWords: words.filter((word) => !lunr.stopWordFilter(new lunr.Token(word))),
}));
