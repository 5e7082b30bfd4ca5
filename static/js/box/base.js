'use strict';
/** What the views of the search are built with; the files after this one add the views. */
(() => {
  const root = document.documentElement.dataset.root || '';

  /** @type {View['element']} */
  const element = (name, style, ...inside) => {
    const made = document.createElement(name);
    if (style) made.className = style;
    made.append(...inside);
    return made;
  };

  /** @type {View['link']} */
  const link = (path, ...inside) => {
    const made = element('a', '', ...inside);
    made.href = root + path;
    return made;
  };

  /** @type {View['button']} */
  const button = (style, act, ...inside) => {
    const made = element('button', style, ...inside);
    made.type = 'button';
    made.addEventListener('click', act);
    return made;
  };

  /** The browser's own way of writing numbers takes longer to start than a search.
   * @type {View['number']} */
  const number = (value) => String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');

  /** `text` as nodes, each mark in a `mark` element.
   * @type {View['marked']} */
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

  // The model stands on the same global, whichever of the two is loaded first.
  globalThis.sitegen = Object.assign(globalThis.sitegen || {}, {
    view: /** @type {View} */ ({
      element,
      link,
      button,
      marked,
      file: (slug) => `${encodeURIComponent(slug)}.html`,
      number,
      count: (papers) => `${number(papers)} ${papers === 1 ? 'paper' : 'papers'}`,
      breath: () => new Promise((resolve) => setTimeout(resolve)),
    }),
  });
})();
