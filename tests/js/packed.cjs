/** Packed numbers and words → the numbers and the words. */
const { search, serve } = require('./search.cjs');

serve(({ numbers, words }) => ({
  numbers: numbers.map((packed) => Array.from(search.numbers(packed))),
  words: words.map((coded) => search.wordsOf(coded)),
}));
