'use strict';
/** Phrases: the best papers with all of a phrase's words are read for the phrase itself. */
(() => {
  const { search } = sitegen;
  const MOST_READ = 60;
  /** Read in so many at a time, until enough papers have been found. */
  const AT_ONCE = 20;
  const ENOUGH = 20;

  /** @param {Analysis} analysis @param {string} text @param {string[]} forms */
  const holds = (analysis, text, forms) => {
    const said = analysis
      .tokens(text)
      .filter((token) => token.parts.length || token.whole)
      .map((token) => (token.whole || token.parts[0]).text);
    return said.some((_, at) => forms.every((form, more) => said[at + more] === form));
  };

  /** @param {Index} index @param {Card} card @param {AskedPhrase} phrase */
  const has = (index, card, { forms, field }) => {
    const texts = {
      title: card.title, abstract: card.abstract, authors: card.people, venue: card.venue,
      topics: card.topics.map((topic) => topic.name).join(', '),
    };
    return Object.entries(texts).some(([name, text]) => (!field || field === name) && holds(index.analysis, text, forms));
  };

  /** @type {Search['checked']} */
  search.checked = async (index, found, hits) => {
    const { phrases } = found.asked;
    if (phrases.length === 0) return { hits, checked: 0 };
    /** @type {Hit[]} */
    const kept = [];
    let checked = 0;
    while (checked < Math.min(MOST_READ, hits.length) && kept.length < ENOUGH) {
      const next = hits.slice(checked, checked + AT_ONCE);
      const cards = await search.cards(index.fetch, next.map((hit) => hit.document));
      for (const [at, card] of cards.entries()) {
        if (card && phrases.every((phrase) => has(index, card, phrase) !== phrase.not)) kept.push(next[at]);
      }
      checked += next.length;
    }
    return { hits: kept, checked };
  };
})();
