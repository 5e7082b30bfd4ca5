'use strict';
/** The search page's elements, and which of them are seen. */
(() => {
  const { view } = sitegen;

  /** @template {HTMLElement} Kind
   * @param {string} id @param {new () => Kind} kind @returns {Kind} */
  const byId = (id, kind) => {
    const found = document.getElementById(id);
    if (!(found instanceof kind)) throw new Error(`#${id} is missing`);
    return found;
  };

  /** @type {View['page']} */
  view.page = () => {
    const start = byId('search-start', HTMLElement);
    const past = byId('search-recent', HTMLElement);
    const found = byId('search-found', HTMLElement);
    const failed = byId('search-failed', HTMLElement);
    // A theme's page may do without.
    const old = document.getElementById('search-old');
    const offers = byId('search-empty', HTMLElement);
    const status = byId('results-status', HTMLElement);

    const recent = () => {
      const texts = view.recent.all();
      const items = texts.map((text) => {
        const link = view.element('a', 'chip', text);
        link.href = view.query.written({ text, chosen: {}, order: '' });
        return view.element('li', '', link);
      });
      past.querySelector('ul')?.replaceChildren(...items);
      past.hidden = texts.length === 0;
    };

    byId('search-forget', HTMLButtonElement).addEventListener('click', () => {
      view.recent.clear();
      recent();
      byId('q', HTMLInputElement).focus();
    });

    document.getElementById('search-reload')?.addEventListener('click', () => {
      try {
        // The browser may have kept the scripts as well: site.js asks for them anew.
        sessionStorage.setItem(`${document.documentElement.dataset.site}:fresh`, `?${Date.now()}`);
      } catch {
        // Then it may take until they are out of date.
      }
      location.reload();
    });

    return {
      box: byId('q', HTMLInputElement),
      list: byId('results', HTMLElement),
      more: byId('search-more', HTMLButtonElement),
      order: byId('results-order', HTMLSelectElement),
      retry: byId('search-retry', HTMLButtonElement),
      panel: byId('facets', HTMLElement),
      chosen: byId('facets-chosen', HTMLElement),
      toggle: byId('facets-toggle', HTMLButtonElement),
      see(state, tools = false) {
        if (state === 'start') recent();
        delete document.documentElement.dataset.asked;
        start.hidden = state !== 'start';
        found.hidden = state !== 'found' && !tools;
        failed.hidden = state !== 'failed' && !(state === 'old' && !old);
        if (old) old.hidden = state !== 'old';
      },
      say(text) {
        if (status.textContent !== text) status.textContent = text;
      },
      offer(lines) {
        offers.replaceChildren(...lines);
        offers.hidden = lines.length === 0;
      },
    };
  };
})();
