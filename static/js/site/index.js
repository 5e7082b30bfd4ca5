/** Narrows the index of topics while a name is typed; what stands under a parent is shown under it. */
(function () {
  'use strict';
  const tools = document.querySelector('[data-index-tools]');
  const filter = tools?.querySelector('[data-index-filter]');
  const count = tools?.querySelector('[data-index-count]');
  if (!(filter instanceof HTMLInputElement && count)) return;

  /**
   * @typedef {object} Entry
   * @property {HTMLElement} element
   * @property {string} names What it is called, and what else.
   * @property {boolean} again Whether the topic has its place under its parent, and this is its second.
   * @property {Entry[]} narrower
   */

  const { plain } = sitegen;

  /** @type {(list: Element | null) => Entry[]} */
  const entriesOf = (list) => [...list?.children ?? []].filter((one) => one instanceof HTMLElement).map((element) => ({
    element,
    names: plain(`${element.querySelector('a')?.textContent} ${element.dataset.also ?? ''}`),
    again: element.querySelector(':scope > .within') !== null,
    narrower: entriesOf(element.querySelector(':scope > ul')),
  }));

  const groups = [...document.querySelectorAll('[data-index-group]')].filter((one) => one instanceof HTMLElement)
    .map((group) => ({ group, entries: entriesOf(group.querySelector('ul')) }));

  /**
   * Shows the entries that match and those around them; returns how many match.
   * @param {Entry[]} entries
   * @param {string[]} words
   * @returns {number}
   */
  const narrowed = (entries, words) => {
    let found = 0;
    for (const { element, names, again, narrower } of entries) {
      const matches = words.every((word) => names.includes(word)) && !(again && words.length);
      const inside = narrowed(narrower, words);
      element.hidden = !matches && !inside;
      element.classList.toggle('is-around', !matches && inside > 0);
      found += inside + (matches ? 1 : 0);
    }
    return found;
  };

  const narrow = () => {
    const words = plain(filter.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { group, entries } of groups) {
      const found = narrowed(entries, words);
      group.hidden = found === 0;
      shown += found;
    }
    count.textContent = words.length && shown ? `${shown} found` : '';
    if (!shown) count.append(...sitegen.nothing('No topic has this name.', filter.value));
  };

  filter.addEventListener('input', narrow);
  // Who comes back finds the filter as it was left, once the page is shown.
  addEventListener('pageshow', narrow);
  narrow();
})();
