'use strict';
/** One result: the list piece of the site with what was found marked in it. */
(() => {
  const { search, view } = sitegen;
  const { element, link, marked } = view;
  const PASSAGE = 260;
  /** As many as a paper's entry has in other lists; what was found stands there in any case. */
  const MOST_TOPICS = 4;

  /** What to mark of the people: where a name that was found is not shown, those that are left out.
   * @param {Answer} answer @param {Card} card */
  const named = ({ index, found: { asked, terms } }, { people, document }) => {
    const marks = search.marks(index.analysis, people, terms);
    const cut = search.leftOut.exec(people);
    const shown = cut ? index.analysis.terms(people) : [];
    const isBeyond = (/** @type {Form} */ { term }) =>
      !shown.includes(term) && search.having(index, term, 'authors').has(document);
    const has = asked.words.some(({ not, field, parts }) => !not && (!field || field === 'authors') && parts.some(isBeyond));
    return cut && has ? [...marks, { start: cut.index, end: people.length, terms: [] }] : marks;
  };

  /** @param {Answer} answer @param {Card} card @param {(text: string) => (Node | string)[]} found */
  const about = (answer, card, found) => {
    const people = card.people ? [[element('bdi', '', ...marked(card.people, named(answer, card)))]] : [];
    const rest = [card.venue, card.year].filter(Boolean).map(found);
    const said = [...people, ...rest, ...(card.code ? [['code']] : [])];
    return said.flatMap((one, at) => (at ? ['\u00a0· ', ...one] : one));
  };

  /** @param {Card} card @param {(name: string) => boolean} asked */
  const topics = (card, asked) => {
    const shown = card.topics.filter(({ name }, at) => at < MOST_TOPICS || asked(name));
    const items = shown.map(({ name, slug }) =>
      element('li', '', link(`topics/${view.file(slug)}`, name)),
    );
    const made = element('ul', '', ...items);
    made.setAttribute('aria-label', 'Topics');
    return made;
  };

  /** @type {View['piece']} */
  view.piece = (answer, card) => {
    const { index: { analysis }, found: { terms } } = answer;
    const marks = (/** @type {string} */ text) => search.marks(analysis, text, terms);
    const found = (/** @type {string} */ text) => marked(text, marks(text));
    const heading = element('h2', '', link(`papers/${view.file(card.slug)}`, ...found(card.title)));
    heading.dir = 'auto';
    const made = element('li', '', heading);
    const said = about(answer, card, found);
    if (said.length) made.append(element('div', '', ...said));
    const passage = search.snippet(analysis, card.abstract, terms, PASSAGE);
    if (passage.text) {
      const words = marked(passage.text, passage.marks);
      const cut = [passage.before ? '… ' : '', ...words, passage.after ? '\u00a0…' : ''];
      const gist = element('p', '', ...cut);
      gist.dir = 'auto';
      made.append(gist);
    }
    if (card.topics.length) made.append(topics(card, (name) => marks(name).length > 0));
    made.dataset.paperId = card.id;
    return made;
  };
})();
