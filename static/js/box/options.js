'use strict';
/** The lines of the small list: papers, the way to all of them, the last searches. */
(() => {
  const { search, view } = sitegen;
  const { element, link, marked } = view;

  /** A link that is an option: opened as any link is, and reached by arrows instead of Tab.
   * @param {HTMLElement} made @param {string} style */
  const option = (made, style) => {
    made.className = style;
    made.setAttribute('role', 'option');
    made.setAttribute('aria-selected', 'false');
    made.tabIndex = -1;
    return made;
  };

  /** @param {Answer} answer @param {Card} card */
  const paper = ({ index, found }, card) => {
    const shown = (/** @type {string} */ text) =>
      marked(text, search.marks(index.analysis, text, found.terms));
    const title = element('span', 'option-title', ...shown(card.title));
    title.dir = 'auto';
    const about = [card.people, card.venue, card.year].filter(Boolean);
    const row = about.map((text, at) => element('span', '', at ? ' · ' : '', ...shown(text)));
    const lines = row.length ? [title, ' ', element('span', 'option-about', ...row)] : [title];
    return option(link(`papers/${view.file(card.slug)}`, ...lines), 'option');
  };

  /** @param {string} text */
  const page = (text) => `search.html${view.query.written({ text, chosen: {}, order: '' })}`;

  view.options = {
    papers(answer) {
      const { hits, unread, cards, query } = answer;
      const all = link(page(query.text), `All ${view.count(hits.length)}`);
      if (hits.length === 1) all.textContent = 'Show where it stands';
      // Those that were not yet read are papers too.
      if (unread.length) all.textContent = 'All papers, and more to check';
      if (hits.length === 0) all.textContent = 'Nothing found: what else to try';
      return [...cards.map((card) => paper(answer, card)), option(all, 'option option-all')];
    },
    lost: (text) => [option(link(page(text), 'The search could not be loaded here: try on its page'), 'option option-all')],
    recent(texts, clear) {
      const past = texts.map((text) => option(link(page(text), text), 'option option-recent'));
      const forget = option(element('div', '', 'Clear recent searches'), 'option option-all');
      forget.addEventListener('click', clear);
      return [...past, forget];
    },
  };
})();
