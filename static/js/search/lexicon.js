'use strict';
/** The words that the index knows: how a beginning may go on, what a slip may have meant. */
(() => {
  const { search } = sitegen;

  /** One insertion, deletion, substitution or swap of neighbours at most, as lunr counts them.
   * @param {string} a @param {string} b */
  const isNear = (a, b) => {
    if (Math.abs(a.length - b.length) > 1) return false;
    let at = 0;
    while (at < a.length && a[at] === b[at]) at += 1;
    const restA = a.slice(at);
    const restB = b.slice(at);
    return (
      restA.slice(1) === restB.slice(1) ||
      restA.slice(1) === restB ||
      restA === restB.slice(1) ||
      (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
    );
  };

  /** @param {string} text */
  const reversed = (text) => [...text].reverse().join('');

  /** @type {Search['lexicon']} */
  search.lexicon = (tables, fetch) => {
    /** Words of shards, kept: most queries ask for the same few.
     * @type {Map<string, Known[]>} */
    const shards = new Map();

    /** @param {string} name @param {boolean} backwards */
    const shard = async (name, backwards) => {
      let words = shards.get(name);
      if (!words) {
        const [coded, marks] = await fetch(name);
        words = search.wordsOf(coded).map((/** @type {string} */ word, /** @type {number} */ at) => {
          const mark = search.value(marks[at]);
          return {
            word: backwards ? reversed(word) : word,
            often: mark >> 2,
            isForm: (mark & 1) > 0,
            isTerm: (mark & 2) > 0,
          };
        });
        shards.set(name, words);
      }
      return words;
    };

    /** @param {string} text @param {boolean} backwards */
    const beginning = async (text, backwards) => {
      const table = backwards ? tables.backwards : tables.forwards;
      const start = backwards ? reversed(text) : text;
      const names = await table.beginning(start);
      const all = await Promise.all(names.map((name) => shard(name, backwards)));
      return all.flat().filter(({ word }) => (backwards ? word.endsWith(text) : word.startsWith(text)));
    };

    return {
      beginning: (text) => beginning(text, false),
      ending: (text) => beginning(text, true),
      /** Every word at most one edit away: the edit leaves one half of the word as it is, unless
       * it swaps the letters on both sides of the middle. */
      async near(text) {
        const middle = text.length >> 1;
        const swapped =
          text.slice(0, middle - 1) + (text[middle] || '') + (text[middle - 1] || '') + text.slice(middle + 1);
        const halves = await Promise.all([
          beginning(text.slice(0, middle), false),
          beginning(text.slice(middle), true),
          middle > 0 ? beginning(swapped, false) : [],
        ]);
        /** @type {Map<string, Known>} */
        const found = new Map();
        for (const known of halves.flat()) if (isNear(known.word, text)) found.set(known.word, known);
        return [...found.values()];
      },
    };
  };
})();
