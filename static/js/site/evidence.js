/** Lights the passages that gave a topic: while it is pointed at or has focus, and as long as its evidence is open. */
(function () {
  'use strict';
  const passages = [...document.querySelectorAll('[data-topics]')].filter((one) => one instanceof HTMLElement);
  const entries = [...document.querySelectorAll('.evidence-list > li')].filter((one) => one instanceof HTMLElement);

  /** @type {HTMLElement | null} */
  let pointed = null;
  /** @type {HTMLElement | null} */
  let focused = null;

  const light = () => {
    const lit = new Set(entries.flatMap((entry, place) =>
      entry === pointed || entry === focused || entry.querySelector('details')?.open ? [`${place + 1}`] : []));
    for (const passage of passages) {
      const topics = (passage.dataset.topics ?? '').split(' ');
      passage.classList.toggle('is-lit', topics.some((topic) => lit.has(topic)));
    }
  };

  for (const entry of entries) {
    entry.addEventListener('mouseenter', () => { pointed = entry; light(); });
    entry.addEventListener('mouseleave', () => { pointed = null; light(); });
    entry.addEventListener('focusin', () => { focused = entry; light(); });
    entry.addEventListener('focusout', () => { focused = null; light(); });
    entry.querySelector('details')?.addEventListener('toggle', light);
  }
  // What was open may still be so when a reader comes back.
  light();
})();
