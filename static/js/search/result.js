'use strict';
/** One result as an element: the list piece of the site with what was found marked in it. */
(() => {
  const PASSAGE = 260;
  const root = document.documentElement.dataset.root || '';

  /** @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name @param {string} style @param {...(Node | string)} inside */
  const element = (name, style, ...inside) => {
    const made = document.createElement(name);
    if (style) made.className = style;
    made.append(...inside);
    return made;
  };

  /** `text` as nodes, each mark in a `mark` element.
   * @param {string} text @param {Mark[]} marks */
  const marked = (text, marks) => {
    /** @type {(Node | string)[]} */
    const nodes = [];
    let at = 0;
    for (const { start, end } of marks) {
      nodes.push(text.slice(at, start), element('mark', '', text.slice(start, end)));
      at = end;
    }
    nodes.push(text.slice(at));
    return nodes.filter((node) => node !== '');
  };

  /** @param {string} path @param {...(Node | string)} inside */
  const link = (path, ...inside) => {
    const made = element('a', '', ...inside);
    made.href = root + path;
    return made;
  };

  /** @param {string} slug */
  const file = (slug) => `${encodeURIComponent(slug)}.html`;

  /** @type {Search['result']} */
  sitegen.search.result = ({ analysis, cards }, card, terms) => {
    const { marks } = sitegen.search;
    const title = marked(card.title, marks(analysis, card.title, terms));
    const passage = sitegen.search.snippet(analysis, card.abstract, terms, PASSAGE);
    const heading = element('h2', 'paper-title', link(`papers/${file(card.slug)}`, ...title));
    const made = element('article', 'paper', heading);
    heading.dir = 'auto';
    const about = [card.people, card.venue, card.year]
      .filter(Boolean)
      .map((text) => element('span', '', ...marked(text, marks(analysis, text, terms))));
    if (card.code) about.push(element('span', 'has-code', 'code'));
    if (about.length) made.append(element('p', 'paper-people', ...about));
    if (passage.text) {
      const words = marked(passage.text, passage.marks);
      const cut = [passage.before ? '… ' : '', ...words, passage.after ? ' …' : ''];
      const gist = element('p', 'paper-gist', ...cut);
      gist.dir = 'auto';
      made.append(gist);
    }
    if (card.topics.length) {
      const topics = card.topics.map((slug) =>
        element('li', '', link(`topics/${file(slug)}`, cards.topics[slug])),
      );
      const row = element('ul', 'paper-topics', ...topics);
      row.setAttribute('aria-label', 'Topics');
      made.append(row);
    }
    const item = element('li', '', made);
    item.dataset.paperId = card.id;
    return item;
  };
})();
