'use strict';
/** Which terms of the index the words of a query may mean, each with how surely. */
(() => {
  const { search } = sitegen;
  const SAME = 1;
  /** The word itself, as others spell it. */
  const RESPELT = 0.95;
  /** Another form of the word: *networks* for *network*. */
  const KIN = 0.8;
  const GOES_ON = 0.85;
  const SLIP = 0.7;
  const MOST_ENDINGS = 60;
  const MOST_SLIPS = 8;
  const MOST_PAIRS = 100;
  const SHORTEST_BEGINNING = 3;
  const SHORTEST_SLIP = 4;
  const SHORTEST_HALF = 3;

  /** @param {Known} a @param {Known} b */
  const oftenFirst = (a, b) => b.often - a.often || (a.word < b.word ? -1 : 1);

  /** A term with the forms that are meant; no forms stand for all.
   * @param {string} form @param {number} sure @returns {Meant} */
  const meant = (form, sure) => ({ term: search.termOf(form), form, sure });

  /** A form with the same as others spell it. @param {string} form */
  const said = (form) => {
    const other = search.respelt(form);
    return other === null ? [meant(form, SAME)] : [meant(form, SAME), meant(other, RESPELT)];
  };

  /** What a growing word may become, most frequent first.
   * @param {Lexicon} lexicon @param {string} text */
  const endings = async (lexicon, text) => {
    if (text.length < SHORTEST_BEGINNING) return [];
    const known = (await lexicon.beginning(text)).filter((one) => one.word !== text);
    return known.sort(oftenFirst).slice(0, MOST_ENDINGS).map((one) => meant(one.word, GOES_ON));
  };

  /** A character alone stands in pairs with its neighbours.
   * @param {Lexicon} lexicon @param {string} char */
  const pairs = async (lexicon, char) => {
    const known = (await Promise.all([lexicon.beginning(char), lexicon.ending(char)])).flat();
    const others = known.filter((one) => [...one.word].length === 2);
    return others.sort(oftenFirst).slice(0, MOST_PAIRS).map((one) => meant(one.word, GOES_ON));
  };

  /** What a word may have been, one slip away; most frequent first.
   * @param {Lexicon} lexicon @param {string} text */
  const slips = async (lexicon, text) => {
    if (text.length < SHORTEST_SLIP || search.isNumber(text)) return [];
    const known = (await lexicon.near(text)).filter((one) => one.word !== text);
    return known.sort(oftenFirst).slice(0, MOST_SLIPS).map((one) => meant(one.word, SLIP));
  };

  /** The two words that were run together, the likeliest of several, as slots of one word each: a
   * blank left out is a slip too. Of a stop word only the other is left.
   * @type {Search['meaning']['parted']} */
  const parted = async (lexicon, text, isStop) => {
    if (text.length < 2 * SHORTEST_HALF || search.isNumber(text)) return [];
    const known = await Promise.all([
      lexicon.beginning(text.slice(0, SHORTEST_HALF)),
      lexicon.ending(text.slice(-SHORTEST_HALF)),
    ]);
    const [first, last] = known.map((words) => new Map(words.map(({ word, often }) => [word, often])));
    /** @type {{ words: string[], often: number }} */
    let best = { words: [], often: -1 };
    for (let at = 2; at <= text.length - 2; at += 1) {
      const halves = [text.slice(0, at), text.slice(at)];
      const words = halves.filter((half) => !isStop(half));
      const often = Math.min(...words.map((word) => (word === halves[0] ? first : last).get(word) ?? -1));
      if (words.length && often > best.often) best = { words, often };
    }
    return best.words.map((word) => [meant(word, SLIP)]);
  };

  /** What a word begins like, where it is no word: the beginning may have a slip, or the end be
   * too long. @param {Lexicon} lexicon @param {string} text */
  const shortened = async (lexicon, text) => {
    for (let length = text.length - 1; length >= Math.max(4, text.length / 2); length -= 1) {
      const known = await lexicon.beginning(text.slice(0, length));
      if (known.length) return known.sort(oftenFirst).slice(0, 3).map((one) => meant(one.word, SLIP));
    }
    return [];
  };

  /** @type {Search['meaning']} */
  search.meaning = {
    plain: (form) => meant(form, SAME),
    said,
    endings,
    pairs,
    slips,
    parted,
    shortened: async (lexicon, form) => (search.isNumber(form) ? [] : shortened(lexicon, form)),
    KIN,
  };
})();
