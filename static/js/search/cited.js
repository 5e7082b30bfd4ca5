'use strict';
/** Names as citations have them: *et al.* goes with the name before it, an initial asks for nothing. */
(() => {
  const { search } = sitegen;
  const LETTER = /^\p{L}$/u;

  /** @type {Search['isLetter']} */
  search.isLetter = (text) => LETTER.test(text);

  /** *et al.* behind a name is no word, but goes with the name.
   * @param {AskedWord[]} words */
  const withOthers = (words) => {
    const says = (/** @type {number} */ at, /** @type {string} */ text) =>
      words[at]?.text.toLowerCase() === text && !words[at].quoted && !words[at].not;
    const isOthers = (/** @type {number} */ at) => at > 0 && says(at, 'et') && says(at + 1, 'al');
    const whole = words.map((word, at) => (isOthers(at + 1) ? { ...word, end: words[at + 2].end } : word));
    return whole.filter((_, at) => !isOthers(at) && !isOthers(at - 1));
  };

  /** A letter with a point, as in *F. Bach*: papers may have the whole name, or none of it.
   * @param {AskedWord} word @param {string} text */
  const isInitial = ({ text: letter, end, field, not, quoted, lone }, text) =>
    search.isLetter(letter) && text[end] === '.' && !not && !quoted && !lone && (!field || field === 'authors');

  /** @type {Search['needed']} */
  search.needed = (words) => words.filter((word) => !word.asked.initial);

  /** @type {Search['cited']} */
  search.cited = (words, text) => {
    const said = withOthers(words).map((word) =>
      isInitial(word, text) ? { ...word, field: 'authors', initial: true } : word,
    );
    // Whoever types nothing else means the letter.
    return said.some((word) => !word.initial && !word.not) ? said : withOthers(words);
  };
})();
