'use strict';
/** Phrases: the best papers with all of a phrase's words are read for the phrase itself. */
(() => {
  const { search } = sitegen;
  const MOST_READ = 60;
  /** Read in so many at a time, until enough papers have been found. */
  const AT_ONCE = 20;
  const ENOUGH = 20;

  /** @param {Index} index @param {Card} card @param {AskedPhrase} phrase */
  const onCard = (index, card, { readings, field }) => {
    /** @type {Record<string, string[]>} */
    const texts = {
      title: [card.title], abstract: [card.abstract], venue: [card.venue],
      authors: card.people.replace(search.leftOut, '').split(', '), topics: card.topics.map(({ name }) => name),
    };
    return Object.entries(texts).some(
      ([name, said]) => (!field || field === name) && said.some((text) => search.holds(index.analysis, text, readings)),
    );
  };

  /** The papers one of whose fields has all of a phrase's terms: no other can say it.
   * @param {Index} index @param {AskedPhrase} phrase @returns {{ has(document: number): boolean }} */
  const possible = (index, { readings, field, within }) => {
    if (within) return within;
    if (readings.some(({ terms }) => !terms.length)) return { has: () => true };
    /** @type {Set<number>} */
    const found = new Set();
    for (const { terms } of readings) {
      for (const name of field ? [field] : index.fields) {
        const [first, ...others] = [...new Set(terms)].map((term) => search.having(index, term, name));
        for (const one of first) if (others.every((other) => other.has(one))) found.add(one);
      }
    }
    return found;
  };

  const [NO, MAYBE, YES] = [0, 1, 2];

  /** Reads a card for the phrase. A card that leaves people out cannot tell of a name: there it may
   * be where its words stand among the authors, and not all of them among those shown.
   * @param {Index} index @param {AskedPhrase} phrase
   * @returns {(card: Card, document: number) => number} */
  const reading = (index, phrase) => {
    const { field, readings } = phrase;
    const { terms } = readings[0];
    if (field && field !== 'authors') return (card) => (onCard(index, card, phrase) ? YES : NO);
    const named = terms.map((term) => search.having(index, term, 'authors'));
    return (card, document) => {
      if (onCard(index, card, phrase)) return YES;
      if (!search.leftOut.test(card.people) || !named.length || !named.every((one) => one.has(document))) return NO;
      const shown = index.analysis.terms(card.people);
      return terms.every((term) => shown.includes(term)) ? NO : MAYBE;
    };
  };

  /** What of the hits comes before the one that is the `most`-th to be read.
   * @param {Hit[]} hits @param {(hit: Hit) => boolean} isRead @param {number} most */
  const upTo = (hits, isRead, most) => {
    let left = most;
    const end = hits.findIndex((hit) => isRead(hit) && (left -= 1) < 0);
    return end < 0 ? hits : hits.slice(0, end);
  };

  /** @param {Index} index @param {Hit[]} hits @returns {Promise<Map<number, Card>>} */
  const cardsOf = async (index, hits) => {
    const cards = await search.cards(index.fetch, hits.map((hit) => hit.document));
    return new Map(
      cards.map((card, at) => {
        if (!card) throw new Error('these tables are of another index');
        return [hits[at].document, card];
      }),
    );
  };

  /** @typedef {{ not: boolean, may: { has(document: number): boolean }, has: (card: Card, document: number) => number }} Told */

  /** @type {Search['checked']} */
  search.checked = async (index, { asked: { phrases } }, hits) => {
    if (phrases.length === 0) return { hits, read: 0, maybe: 0, unread: [] };
    await index.postings.load(phrases.flatMap(({ readings }) => readings.flatMap((reading) => reading.terms)));
    const told = phrases.map((phrase) => ({ not: phrase.not, may: possible(index, phrase), has: reading(index, phrase) }));
    const wanted = told.filter((phrase) => !phrase.not);
    const left = hits.filter((hit) => wanted.every(({ may }) => may.has(hit.document)));
    const isRead = (/** @type {Hit} */ hit) => told.some(({ may }) => may.has(hit.document));
    /** @type {Hit[]} */
    const kept = [];
    let at = 0;
    let maybe = 0;
    for (let read = 0; at < left.length && read < MOST_READ && kept.length < ENOUGH; read += AT_ONCE) {
      const some = upTo(left.slice(at), isRead, AT_ONCE);
      const texts = await cardsOf(index, some.filter(isRead));
      for (const hit of some) {
        const card = texts.get(hit.document);
        const says = (/** @type {Told} */ { may, has, not }, /** @type {Card} */ text) => {
          const said = may.has(hit.document) ? has(text, hit.document) : NO;
          return not ? (said ? NO : YES) : said;
        };
        const sure = card ? Math.min(...told.map((phrase) => says(phrase, card))) : YES;
        if (sure) kept.push(hit);
        if (sure === MAYBE) maybe += 1;
      }
      at += some.length;
    }
    return { hits: kept, read: at, maybe, unread: left.slice(at) };
  };
})();
