'use strict';
/** Phrases: the best papers with all of a phrase's words are read for the phrase itself. */
(() => {
  const { search } = sitegen;
  const MOST_READ = 60;
  /** Read in so many at a time, until enough papers have been found. */
  const AT_ONCE = 20;
  const ENOUGH = 20;
  const CUT = /and \d+ more$/;

  /** Characters of a run are compared one by one, since no blank parts its words: a phrase may
   * begin or end inside a run of the text.
   * @type {Search['units']} */
  search.units = (tokens) =>
    tokens.flatMap(({ raw, parts, whole, isRun }) => {
      if (isRun) return Array.from(search.folded(raw), (text, at) => ({ text, tied: at > 0 }));
      return (whole ? [whole] : parts).map(({ text }) => ({ text, tied: false }));
    });

  /** @param {Analysis} analysis @param {string} text @param {Unit[]} units */
  const holds = (analysis, text, units) => {
    const said = search.units(analysis.tokens(text));
    const follows = (/** @type {Unit} */ unit, /** @type {Unit} */ other) =>
      unit.text === other.text && (other.tied || !unit.tied);
    return said.some((_, at) => units.every((unit, more) => said[at + more] && follows(unit, said[at + more])));
  };

  /** @param {Index} index @param {Card} card @param {AskedPhrase} phrase */
  const onCard = (index, card, { units, field }) => {
    const texts = {
      title: card.title, abstract: card.abstract, authors: card.people, venue: card.venue,
      topics: card.topics.map((topic) => topic.name).join(', '),
    };
    return Object.entries(texts).some(([name, text]) => (!field || field === name) && holds(index.analysis, text, units));
  };

  /** The papers one of whose fields has all of a phrase's terms: no other can say it.
   * @param {Index} index @param {AskedPhrase} phrase */
  const possible = (index, { terms, field }) => {
    /** @type {Set<number>} */
    const found = new Set();
    for (const name of field ? [field] : index.fields) {
      const [first, ...others] = [...new Set(terms)].map((term) => search.having(index, term, name));
      for (const one of first) if (others.every((other) => other.has(one))) found.add(one);
    }
    return found;
  };

  /** Reads a card for the phrase. A card that leaves people out cannot tell of a name: there it is
   * enough that its words stand among the authors, and not all of them among those shown.
   * @param {Index} index @param {AskedPhrase} phrase
   * @returns {(card: Card, document: number) => boolean} */
  const reading = (index, phrase) => {
    const { field, terms } = phrase;
    if (field && field !== 'authors') return (card) => onCard(index, card, phrase);
    const named = terms.map((term) => search.having(index, term, 'authors'));
    return (card, document) => {
      if (onCard(index, card, phrase)) return true;
      if (!CUT.test(card.people) || !named.every((one) => one.has(document))) return false;
      const shown = index.analysis.terms(card.people);
      return !terms.every((term) => shown.includes(term));
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

  /** @typedef {{ not: boolean, may: Set<number>, has: (card: Card, document: number) => boolean }} Told */

  /** @type {Search['checked']} */
  search.checked = async (index, { asked: { phrases } }, hits) => {
    if (phrases.length === 0) return { hits, read: 0, unread: [] };
    await index.postings.load(phrases.flatMap((phrase) => phrase.terms));
    const told = phrases.map((phrase) => ({ not: phrase.not, may: possible(index, phrase), has: reading(index, phrase) }));
    const wanted = told.filter((phrase) => !phrase.not);
    const left = hits.filter((hit) => wanted.every(({ may }) => may.has(hit.document)));
    const isRead = (/** @type {Hit} */ hit) => told.some(({ may }) => may.has(hit.document));
    /** @type {Hit[]} */
    const kept = [];
    let at = 0;
    for (let read = 0; at < left.length && read < MOST_READ && kept.length < ENOUGH; read += AT_ONCE) {
      const some = upTo(left.slice(at), isRead, AT_ONCE);
      const texts = await cardsOf(index, some.filter(isRead));
      for (const hit of some) {
        const card = texts.get(hit.document);
        const says = (/** @type {Told} */ { may, has }, /** @type {Card} */ text) =>
          may.has(hit.document) && has(text, hit.document);
        if (!card || told.every((phrase) => says(phrase, card) !== phrase.not)) kept.push(hit);
      }
      at += some.length;
    }
    return { hits: kept, read: at, unread: left.slice(at) };
  };
})();
