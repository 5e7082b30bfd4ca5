'use strict';
/** One search: what is asked → what is meant → the postings → papers in order. */
(() => {
  const { search } = sitegen;
  const EXACT = 10;
  /** A result has as large a share of the words at least as the best one. */
  const HALF = 1 / 2;

  const terms = (/** @type {MeantWord[]} */ words) => search.widening.terms(words);

  /** @typedef {{ out: Set<number>, share: number, text: string }} Limits What is left out, who else, the query. */

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

  /** @param {Index} index @param {MeantWord[]} words @param {Limits} limits */
  const once = async (index, words, { out, share }) => {
    await index.postings.load(terms(words));
    return { words, hits: search.rank(index, words, clauses(search.needed(words)), out, share) };
  };

  /** @param {Index} index @param {MeantWord[]} words @param {MeantWord[]} some
   * @param {(index: Index, word: MeantWord) => Promise<MeantWord>} more */
  const widened = (index, words, some, more) =>
    Promise.all(words.map((word) => (some.includes(word) ? more(index, word) : word)));

  /** Rank with what is typed. A last word may go on; one that no paper has may be a slip; where no
   * paper has every word, so may those be that the best papers lack.
   * @param {Index} index @param {MeantWord[]} words @param {Limits} limits */
  const ranked = async (index, words, limits) => {
    if (!words.length) return { words, hits: [] };
    const longer = await search.widening.typed(index, words, limits.text);
    // What is quoted is meant so, and another number is another.
    const isFirm = (/** @type {MeantWord} */ word) => word.asked.quoted || search.isNumber(word.text);
    const wrong = longer.filter((word) => !isFirm(word) && search.widening.isMissing(index, word));
    const found = await once(index, await widened(index, longer, wrong, search.widening.guessed), limits);
    const all = search.needed(found.words);
    const short = !found.hits.some((hit) => hit.words === all.length);
    const rest = short && all.length > 1 ? search.widening.lacking(index, all, found.hits) : [];
    if (!rest.length) return found;
    const told = rest.filter((word) => !word.guessed && !isFirm(word));
    const wider = await widened(index, found.words, told, search.widening.guessed);
    const again = await once(index, wider, limits);
    const best = (/** @type {Hit[]} */ hits) => (hits.length ? hits[0].words : 0);
    return best(again.hits) > best(found.hits) ? again : found;
  };

  /** All papers, for a query that only narrows.
   * @param {Index} index @param {Set<number>} out */
  const everything = async (index, out) => {
    const columns = await search.columns(index);
    return { words: [], hits: columns.all().filter((hit) => !out.has(hit.document)) };
  };

  /** The documents that words to leave out stand in.
   * @param {Index} index @param {MeantWord[]} words */
  const excluded = async (index, words) => {
    await index.postings.load(terms(words));
    const dated = await Promise.all(words.map((word) => search.dated(index, word)));
    const found = new Set(dated.flatMap((documents) => [...documents]));
    for (const one of search.exact(index, words.map((word) => word.asked)).sure) {
      for (const document of one) found.add(document);
    }
    for (const { slots, whole, field } of words.filter((word) => !word.asked.exact)) {
      // Who does not want *C++* may well want *C*.
      const ways = whole ? [[whole], ...(slots.length > 1 ? [slots] : [])] : [slots];
      for (const way of ways) {
        const sets = way.map((slot) => new Set(slot.flatMap(({ term }) => [...search.having(index, term, field)])));
        if (sets.length) for (const one of sets[0]) if (sets.every((set) => set.has(one))) found.add(one);
      }
    }
    return found;
  };

  /** @type {Search['having']} */
  search.having = (index, term, field) => {
    const found = new Set();
    for (const { documents } of search.places(index, term, field)) {
      for (const document of documents) found.add(document);
    }
    return found;
  };

  /** @type {Search['find']} */
  search.find = async (index, text, share = HALF) => {
    const asked = search.asking(index.analysis, text);
    index.postings.tidy();
    const all = asked.words.map(search.widening.understood);
    const wanted = all.filter((word) => !word.not);
    const aside = all.length > wanted.length || asked.years || asked.phrases.length;
    const without = all.filter((word) => word.not);
    const out = await excluded(index, without);
    const find = wanted.length || !aside ? ranked(index, wanted, { out, share, text }) : everything(index, out);
    const { words, hits: near } = await find;
    const exact = search.exact(index, wanted.map((word) => word.asked));
    const hits = exact.sets.length ? near.filter((hit) => exact.sets.every((set) => set.has(hit.document))) : near;
    const unsure = search.exact(index, without.map((word) => word.asked)).phrases;
    const phrases = [...asked.phrases, ...exact.phrases, ...unsure];
    const counted = search.needed(words);
    return {
      asked: { ...asked, phrases },
      words: counted.map((word) => ({
        ...word,
        missing: search.widening.isMissing(index, word) || exact.missing.includes(word.asked),
      })),
      hits,
      complete: hits.filter((hit) => hit.words === counted.length).length,
      terms: new Set(terms(counted)),
      out,
    };
  };
})();
