/** Filters, orders and condenses a list of papers in place. */
(function () {
  'use strict';
  const tools = document.querySelector('[data-list-tools]');
  const list = tools?.nextElementSibling;
  const filter = tools?.querySelector('[data-list-filter]');
  const dense = tools?.querySelector('[data-list-dense]');
  const count = tools?.querySelector('[data-list-count]');
  if (!(list instanceof HTMLElement && filter instanceof HTMLInputElement && count
    && dense instanceof HTMLInputElement)) return;

  // Where there is one order alone, there is nothing to choose.
  const choice = tools?.querySelector('[data-list-order]');
  const order = choice instanceof HTMLSelectElement ? choice : null;
  const key = document.documentElement.dataset.site + ':dense';
  const { plain } = sitegen;
  const entries = [...list.children].filter((one) => one instanceof HTMLElement).map((element, place) => ({
    element,
    place,
    title: plain(element.querySelector('h2, h3')?.textContent ?? ''),
    text: plain(element.textContent ?? ''),
    date: element.dataset.date ?? '',
  }));

  /** @typedef {(typeof entries)[number]} Entry */
  // Dates stand in their order as they are written; papers without one come last either way.
  /** @type {(a: Entry, b: Entry) => number} */
  const undated = (a, b) => Number(!a.date) - Number(!b.date);
  /** @type {(a: Entry, b: Entry) => number} */
  const later = (a, b) => Number(a.date > b.date) - Number(a.date < b.date);
  /** @type {Record<string, (a: Entry, b: Entry) => number>} */
  const orders = {
    '': (a, b) => a.place - b.place,
    title: (a, b) => a.title.localeCompare(b.title) || a.place - b.place,
    newest: (a, b) => undated(a, b) || later(b, a) || a.place - b.place,
    oldest: (a, b) => undated(a, b) || later(a, b) || a.place - b.place,
  };

  const narrow = () => {
    const words = plain(filter.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { element, text } of entries) {
      element.hidden = !words.every((word) => text.includes(word));
      if (!element.hidden) shown += 1;
    }
    count.textContent = words.length && shown ? `${shown} of ${entries.length}` : '';
    if (!shown) count.append(...sitegen.nothing(`None of these ${entries.length}.`, filter.value));
  };

  const condense = () => {
    list.classList.toggle('is-dense', dense.checked);
    try {
      localStorage.setItem(key, dense.checked ? '1' : '');
    } catch {
      // The density then holds for this page alone.
    }
  };

  const arrange = () => {
    list.append(...[...entries].sort(orders[order?.value ?? ''] ?? orders['']).map((entry) => entry.element));
  };

  filter.addEventListener('input', narrow);
  order?.addEventListener('change', arrange);
  // Who comes back finds the tools as they were left, once the page is shown.
  addEventListener('pageshow', () => {
    narrow();
    if (order?.value) arrange();
  });
  dense.addEventListener('change', condense);
  try {
    dense.checked = localStorage.getItem(key) === '1';
  } catch {
    dense.checked = false;
  }
  list.classList.toggle('is-dense', dense.checked);
  narrow();
})();
