'use strict';
/** One search: what is asked → what is meant → the postings → papers in order. */
(() => {
  const { search } = sitegen;
  const EXACT = 10;

  /** @param {Form} form @param {boolean} growing @param {Lexicon} lexicon */
  const slot = (form, growing, lexicon) => search.meaning.plain(lexicon, form.text, growing);

  /** @param {AskedWord} word @param {Lexicon} lexicon @returns {Promise<MeantWord>} */
  const understood = async (word, lexicon) => {
    const last = word.parts.length - 1;
    const [slots, whole] = await Promise.all([
      Promise.all(word.parts.map((part, at) => slot(part, word.growing && at === last, lexicon))),
      word.whole ? slot(word.whole, word.growing, lexicon) : null,
    ]);
    return { ...word, slots, whole, asked: word, guessed: false, missing: false };
  };

  /** @param {MeantWord[]} words */
  const terms = (words) =>
    words.flatMap(({ slots, whole }) => [...slots, ...(whole ? [whole] : [])].flat()).map((one) => one.term);

  /** @param {Index} index @param {Meant[]} slot */
  const isKnown = (index, slot) => slot.some(({ term }) => index.postings.of(term));

  /** @param {Index} index @param {MeantWord} word */
  const isMissing = (index, word) =>
    !word.slots.some((one) => isKnown(index, one)) && !(word.whole && isKnown(index, word.whole));

  /** Add to a word what it may have been before a slip of the reader's.
   * @param {Index} index @param {MeantWord} word @returns {Promise<MeantWord>} */
  const guessed = async (index, word) => {
    const { growing } = word.asked;
    const more = (/** @type {Form} */ form) => search.meaning.guessed(index.lexicon, form.text, growing);
    const [slots, whole] = await Promise.all([
      Promise.all(word.asked.parts.map(more)),
      word.asked.whole && !word.asked.parts.length ? more(word.asked.whole) : [],
    ]);
    return {
      ...word,
      slots: word.slots.map((slot, at) => (isKnown(index, slot) ? slot.concat(slots[at]) : [...slot, ...slots[at]])),
      whole: word.whole && [...word.whole, ...whole],
      guessed: true,
    };
  };

  /** @param {MeantWord[]} words @returns {Clause[]} */
  const clauses = (words) =>
    words.flatMap(({ slots, whole, field }) =>
      [...slots, ...(whole ? [whole] : [])].flatMap((slot) => {
        const fields = field ? { fields: [field] } : {};
        const exact = slot.filter((one) => one.sure === 1).map((one) => one.term);
        const loose = slot.map((one) => one.term).filter((term) => !exact.includes(term));
        return [
          { terms: exact, boost: EXACT, ...fields },
          { terms: [...new Set(loose)], boost: 1, ...fields },
        ].filter((clause) => clause.terms.length);
      }),
    );

  /** Rank with what is known; where no paper has every word, once more with what may have been
   * meant: first for words that no paper has, then for those that the best papers lack.
   * @param {Index} index @param {MeantWord[]} words */
  const ranked = async (index, words) => {
    await index.postings.load(terms(words));
    let meant = await Promise.all(words.map((word) => (isMissing(index, word) ? guessed(index, word) : word)));
    await index.postings.load(terms(meant));
    let hits = search.rank(index, meant, clauses(meant));
    const short = !hits.some((hit) => hit.words === meant.length);
    if (short && meant.length > 1 && !meant.every((word) => word.guessed)) {
      const more = await Promise.all(meant.map((word) => (word.guessed ? word : guessed(index, word))));
      await index.postings.load(terms(more));
      const again = search.rank(index, more, clauses(more));
      const best = (/** @type {Hit[]} */ found) => (found.length ? found[0].rank : 0);
      if (again.some((hit) => hit.words === more.length) || best(again) > best(hits) + 0.5) {
        [meant, hits] = [more, again];
      }
    }
    return { words: meant.map((word) => ({ ...word, missing: isMissing(index, word) })), hits };
  };

  /** All papers, for a query that only narrows. @param {Index} index */
  const everything = async (index) => {
    await search.columns(index);
    return { words: [], hits: search.score(index, []) };
  };

  /** The documents that words to leave out stand in.
   * @param {Index} index @param {MeantWord[]} words */
  const excluded = async (index, words) => {
    await index.postings.load(terms(words));
    /** @type {Set<number>} */
    const found = new Set();
    for (const { slots, whole, field } of words) {
      const ways = whole ? [[whole], slots] : [slots];
      for (const way of ways) {
        const sets = way.map((slot) => search.having(index, slot[0].term, field));
        if (sets.length) for (const one of sets[0]) if (sets.every((set) => set.has(one))) found.add(one);
      }
    }
    return found;
  };

  /** @type {Search['having']} */
  search.having = (index, term, field) => {
    const only = field ? index.fields.indexOf(field) : -1;
    const found = new Set();
    for (const [at, places] of (index.postings.of(term)?.fields || []).entries()) {
      if (places && (only < 0 || at === only)) for (const document of places.documents) found.add(document);
    }
    return found;
  };

  /** @type {Search['find']} */
  search.find = async (index, text) => {
    const asked = search.asking(index.analysis, text);
    index.postings.tidy();
    const all = await Promise.all(asked.words.map((word) => understood(word, index.lexicon)));
    const wanted = all.filter((word) => !word.not);
    const aside = all.length > wanted.length || asked.years || asked.phrases.length;
    const [{ words, hits }, out] = await Promise.all([
      wanted.length || !aside ? ranked(index, wanted) : everything(index),
      excluded(index, all.filter((word) => word.not)),
    ]);
    const left = hits.filter((hit) => !out.has(hit.document));
    const best = left.reduce((most, hit) => Math.max(most, hit.words), 0);
    return {
      asked,
      words,
      hits: left.filter((hit) => hit.words >= best / 2),
      complete: left.filter((hit) => hit.words === words.length).length,
      terms: new Set(terms(words)),
      out,
    };
  };
})();
