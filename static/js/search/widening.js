'use strict';
/** What the words of a query may stand for besides themselves, once the index was looked into. */
(() => {
  const { search } = sitegen;
  const BEST = 3;

  /** @param {AskedWord} word @returns {MeantWord} */
  const understood = (word) => {
    const { plain, said } = search.meaning;
    const means = (/** @type {Form} */ { text }) => (word.quoted ? [plain(text)] : said(text));
    return {
      ...word,
      slots: word.parts.map(means),
      whole: word.whole && means(word.whole),
      asked: word,
      dated: new Uint32Array(0),
      guessed: false,
      missing: false,
    };
  };

  /** @param {MeantWord[]} words */
  const terms = (words) =>
    words.flatMap(({ slots, whole }) => [...slots, ...(whole ? [whole] : [])].flat()).map((one) => one.term);

  /** @param {Index} index @param {Meant[]} slot */
  const isKnown = (index, slot) => slot.some(({ term }) => index.postings.of(term));

  /** @param {Index} index @param {MeantWord} word */
  const isMissing = (index, word) =>
    !word.dated.length && !word.slots.some((one) => isKnown(index, one)) && !(word.whole && isKnown(index, word.whole));

  /** What a growing word may become mostly stands beside it: fetched while that is looked up.
   * @param {Index} index @param {MeantWord} word */
  const ahead = async (index, { asked: { growing, parts, whole } }) => {
    const forms = growing ? [parts[parts.length - 1], whole] : [];
    await Promise.all(forms.map((form) => form && index.postings.ahead(form.text)));
  };

  /** Add to a growing word what it may become, to a character what it may stand in.
   * @param {Index} index @param {MeantWord} word @returns {Promise<MeantWord>} */
  const grown = async (index, word) => {
    if (word.asked.lone) {
      const pairs = await search.meaning.pairs(index.lexicon, word.asked.parts[0].text);
      return { ...word, slots: [[...word.slots[0], ...pairs]] };
    }
    const ofYear = search.dated(index, word);
    if (!word.asked.growing) return { ...word, dated: await ofYear };
    const last = word.slots.length - 1;
    const [dated, slot, whole] = await Promise.all([
      ofYear,
      ...[word.asked.parts[last], word.asked.whole].map((form) =>
        form ? search.meaning.endings(index.lexicon, form.text) : [],
      ),
    ]);
    return {
      ...word,
      dated,
      slots: word.slots.map((one, at) => (at === last ? [...one, ...slot] : one)),
      whole: word.whole && [...word.whole, ...whole],
    };
  };

  /** The words as they are typed, the last with what it may become; two are one where papers have
   * them so. @type {Search['widening']['typed']} */
  const typed = async (index, words, text) => {
    const pairs = search.joined(words.map((word) => word.asked), text).map(understood);
    const every = [...words, ...pairs];
    const [longer] = await Promise.all([
      Promise.all(every.map((word) => grown(index, word))),
      index.postings.load(terms(every)),
      ...every.map((word) => ahead(index, word)),
    ]);
    await index.postings.load(terms(longer));
    const joined = longer.slice(words.length).filter(({ whole }) => whole && isKnown(index, whole));
    const isIn = (/** @type {MeantWord} */ { asked }) =>
      joined.some((pair) => pair.asked.start <= asked.start && asked.end <= pair.asked.end);
    const alone = longer.slice(0, words.length).filter((word) => !isIn(word));
    return [...alone, ...joined].sort((a, b) => a.asked.start - b.asked.start);
  };

  /** Two words for one that nobody says, where no other is near.
   * @param {Index} index @param {MeantWord} word */
  const parted = async (index, word) => {
    const [form, ...others] = word.asked.parts;
    if (others.length || word.whole || !isMissing(index, word)) return [];
    const isStop = (/** @type {string} */ text) => !index.analysis.terms(text).length;
    return search.meaning.parted(index.lexicon, form.text, isStop);
  };

  /** Add to a word what it may have been before a slip of the reader's.
   * @param {Index} index @param {MeantWord} word @returns {Promise<MeantWord>} */
  const guessed = async (index, word) => {
    const { growing, parts } = word.asked;
    const isFine = (/** @type {number} */ at) => parts.length > 1 && isKnown(index, word.slots[at]);
    const near = await Promise.all(
      parts.map(async ({ text }, at) => {
        if (isFine(at)) return [];
        // A slip is mostly behind the first half.
        const ahead = index.postings.ahead(text.slice(0, text.length >> 1));
        return (await Promise.all([search.meaning.slips(index.lexicon, text), ahead]))[0];
      }),
    );
    const halves = near.flat().length ? [] : await parted(index, word);
    if (halves.length) return { ...word, slots: halves, guessed: true };
    const slots = await Promise.all(
      near.map((some, at) =>
        some.length || growing || isFine(at) ? some : search.meaning.shortened(index.lexicon, parts[at].text),
      ),
    );
    return { ...word, slots: word.slots.map((slot, at) => [...slot, ...slots[at]]), guessed: true };
  };

  /** Words that none of the best papers has: there a slip is likely, though the word is one. What few
   * papers have may be theirs, so here it weighs no more than another word.
   * @param {Index} index @param {MeantWord[]} words @param {Hit[]} hits */
  const lacking = (index, words, hits) => {
    const even = [...hits].sort((a, b) => (b.even || 0) - (a.even || 0));
    const best = even.slice(0, BEST).map((hit) => hit.document);
    return words.filter(({ slots, field }) => {
      const having = slots.flat().map(({ term }) => search.having(index, term, field));
      return !best.some((document) => having.some((one) => one.has(document)));
    });
  };

  /** @type {Search['widening']} */
  search.widening = { understood, terms, isMissing, typed, guessed, lacking };
})();
