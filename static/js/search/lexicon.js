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
     * @type {Map<string, { words: string[], marks: string }>} */
    const shards = new Map();

    /** The words of a shard that begin with `text`, or end with it.
     * @param {string} name @param {string} text @param {boolean} backwards */
    const within = async (name, text, backwards) => {
      let shard = shards.get(name);
      if (!shard) {
        const [coded, marks] = await fetch(name);
        const words = search.wordsOf(coded);
        shard = { words: backwards ? words.map(reversed) : words, marks };
        shards.set(name, shard);
      }
      const { words, marks } = shard;
      /** @type {Known[]} */
      const found = [];
      for (let at = 0; at < words.length; at += 1) {
        const word = words[at];
        if (!(backwards ? word.endsWith(text) : word.startsWith(text))) continue;
        found.push({ word, often: search.value(marks[at]) });
      }
      return found;
    };

    /** @param {string} text @param {boolean} backwards */
    const beginning = async (text, backwards) => {
      const table = backwards ? tables.backwards : tables.forwards;
      const start = backwards ? reversed(text) : text;
      const names = await table.beginning(start);
      return (await Promise.all(names.map((name) => within(name, text, backwards)))).flat();
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
