/** Narrows the index of topics while a name is typed. */
(function () {
  'use strict';
  const tools = document.querySelector('[data-index-tools]');
  const filter = tools?.querySelector('[data-index-filter]');
  const count = tools?.querySelector('[data-index-count]');
  if (!(filter instanceof HTMLInputElement && count)) return;

  const plain = (/** @type {string} */ text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const groups = [...document.querySelectorAll('[data-index-group]')].filter((one) => one instanceof HTMLElement)
    .map((group) => ({
      group,
      entries: [...group.querySelectorAll('li')].map((element) => ({
        element, name: plain(element.querySelector('a')?.textContent ?? ''),
      })),
    }));

  const narrow = () => {
    const wanted = plain(filter.value.trim());
    let shown = 0;
    for (const { group, entries } of groups) {
      for (const { element, name } of entries) element.hidden = !name.includes(wanted);
      const left = entries.filter((entry) => !entry.element.hidden).length;
      group.hidden = left === 0;
      shown += left;
    }
    count.textContent = wanted ? `${shown} found` : '';
  };

  filter.addEventListener('input', narrow);
  narrow();
})();
