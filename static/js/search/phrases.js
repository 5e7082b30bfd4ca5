'use strict';
/** Phrases: the best papers with all of a phrase's words are read for the phrase itself. */
(() => {
  const { search } = sitegen;
  const MOST_READ = 60;
  /** Read in so many at a time, until enough papers have been found. */
  const AT_ONCE = 20;
  const ENOUGH = 20;
  const CUT = /and \d+ more$/;

  /** A word with a sign is no other without it. @param {Form | null} whole */
  const hasSign = (whole) => whole !== null && /[+#]$/.test(whole.text);

  /** The forms of a word with hyphens: one, or those between them.
   * @param {Token} token @param {boolean} joined */
  const formsOf = ({ parts, whole }, joined) => (whole && (joined || hasSign(whole)) ? [whole] : parts);

  /** Characters of a run are compared one by one, since no blank parts its words: a phrase may
   * begin or end inside a run of the text.
   * @param {Token[]} tokens @param {boolean} joined @returns {Unit[]} */
  const units = (tokens, joined) =>
    tokens.flatMap((token) =>
      token.isRun
        ? Array.from(search.folded(token.raw), (text, at) => ({ text, tied: at > 0 }))
        : formsOf(token, joined).map(({ text }) => ({ text, tied: false })),
    );

  /** What must stand in a paper; of a character alone it is not known beside which.
   * @param {Token[]} tokens @param {boolean} joined */
  const termsOf = (tokens, joined) =>
    tokens.flatMap((token) => {
      const isLone = token.isRun && [...token.parts[0].text].length === 1;
      return isLone ? [] : formsOf(token, joined).map((form) => form.term);
    });

  /** A hyphen is as good as a blank, or as nothing: one reading for each, of phrase and text alike.
   * @type {Search['readings']} */
  search.readings = (tokens) => [
    { units: units(tokens, false), terms: termsOf(tokens, false) },
    { units: units(tokens, true), terms: termsOf(tokens, true) },
  ];

  /** @param {Unit[]} said @param {Unit[]} wanted */
  const follow = (said, wanted) => {
    const isOne = (/** @type {Unit} */ unit, /** @type {Unit | undefined} */ other) =>
      other && unit.text === other.text && (other.tied || !unit.tied);
    return wanted.length > 0 && said.some((_, at) => wanted.every((unit, more) => isOne(unit, said[at + more])));
  };

  /** @param {Analysis} analysis @param {string} text @param {Reading[]} readings */
  const holds = (analysis, text, [parted, joined]) => {
    const tokens = analysis.tokens(text);
    return follow(units(tokens, false), parted.units) || follow(units(tokens, true), joined.units);
  };

  /** @param {Index} index @param {Card} card @param {AskedPhrase} phrase */
  const onCard = (index, card, { readings, field }) => {
    const texts = {
      title: card.title, abstract: card.abstract, authors: card.people, venue: card.venue,
      topics: card.topics.map((topic) => topic.name).join(', '),
    };
    return Object.entries(texts).some(([name, text]) => (!field || field === name) && holds(index.analysis, text, readings));
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

  /** Reads a card for the phrase. A card that leaves people out cannot tell of a name: there it is
   * enough that its words stand among the authors, and not all of them among those shown.
   * @param {Index} index @param {AskedPhrase} phrase
   * @returns {(card: Card, document: number) => boolean} */
  const reading = (index, phrase) => {
    const { field, readings } = phrase;
    const { terms } = readings[0];
    if (field && field !== 'authors') return (card) => onCard(index, card, phrase);
    const named = terms.map((term) => search.having(index, term, 'authors'));
    return (card, document) => {
      if (onCard(index, card, phrase)) return true;
      if (!CUT.test(card.people) || !named.length || !named.every((one) => one.has(document))) return false;
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

  /** @typedef {{ not: boolean, may: { has(document: number): boolean }, has: (card: Card, document: number) => boolean }} Told */

  /** @type {Search['checked']} */
  search.checked = async (index, { asked: { phrases } }, hits) => {
    if (phrases.length === 0) return { hits, read: 0, unread: [] };
    await index.postings.load(phrases.flatMap(({ readings }) => readings.flatMap((reading) => reading.terms)));
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
