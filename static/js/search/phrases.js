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

  /** Reads a card for the phrase. A card that leaves people out cannot tell of a name: there it is
   * enough that its words stand among the authors, and not all of them among those shown.
   * @param {Index} index @param {AskedPhrase} phrase
   * @returns {Promise<(card: Card, document: number) => boolean>} */
  const reading = async (index, phrase) => {
    const { field, terms } = phrase;
    if (field && field !== 'authors') return (card) => onCard(index, card, phrase);
    await index.postings.load(terms);
    const named = terms.map((term) => search.having(index, term, 'authors'));
    return (card, document) => {
      if (onCard(index, card, phrase)) return true;
      if (!CUT.test(card.people) || !named.every((one) => one.has(document))) return false;
      const shown = index.analysis.terms(card.people);
      return !terms.every((term) => shown.includes(term));
    };
  };

  /** @type {Search['checked']} */
  search.checked = async (index, found, hits) => {
    const { phrases } = found.asked;
    if (phrases.length === 0) return { hits, checked: 0 };
    const readings = await Promise.all(phrases.map((phrase) => reading(index, phrase)));
    /** @type {Hit[]} */
    const kept = [];
    let checked = 0;
    while (checked < Math.min(MOST_READ, hits.length) && kept.length < ENOUGH) {
      const next = hits.slice(checked, checked + AT_ONCE);
      const cards = await search.cards(index.fetch, next.map((hit) => hit.document));
      for (const [at, card] of cards.entries()) {
        const { document } = next[at];
        const has = (/** @type {number} */ one) => card !== null && readings[one](card, document);
        if (card && phrases.every(({ not }, one) => has(one) !== not)) kept.push(next[at]);
      }
      checked += next.length;
    }
    return { hits: kept, checked };
  };
})();
