'use strict';
/** The list of results: shown, and grown on demand; drawn in slices that never hold up typing. */
(() => {
  const { view } = sitegen;
  const SLICE_MS = 20;
  const MORE = 20;

  /** @type {View['list']} */
  view.list = (list, more, failed) => {
    /** @type {Answer | null} */
    let shown = null;
    let number = 0;

    /** The results of cards, unless others are wanted by the time they are made.
     * @param {Answer} answer @param {Card[]} cards */
    const made = async (answer, cards) => {
      const mine = number;
      const items = [];
      let since = performance.now();
      for (const card of cards) {
        items.push(view.piece(answer, card));
        if (performance.now() - since < SLICE_MS) continue;
        await view.breath();
        if (mine !== number) return null;
        since = performance.now();
      }
      return items;
    };

    const offer = () => {
      const { length } = list.children;
      const left = shown ? shown.hits.length - length : 0;
      more.hidden = left <= 0 && !shown?.unread.length;
      more.textContent = left > 0 ? 'Show more' : 'Check more papers for the phrase';
    };

    /** Other results in place of those that are there: who stands at a paper stays with it, or is
     * led back to the box. @param {HTMLElement[]} items */
    const replace = (items) => {
      const { activeElement: before } = document;
      const left = list.contains(before) ? before?.closest('li[data-paper-id]') : null;
      list.replaceChildren(...items);
      if (!(left instanceof HTMLElement)) return;
      const same = items.find((item) => item.dataset.paperId === left.dataset.paperId);
      const next = same ? same.querySelector('a') : document.getElementById('q');
      next?.focus({ preventScroll: true });
    };

    /** What fills the list, one after the other: each begins where the last has ended. */
    let filling = Promise.resolve();

    /** @param {Answer} answer @param {number} most */
    const fill = async (answer, most) => {
      if (shown !== answer || list.children.length >= Math.min(most, answer.hits.length)) return;
      await grow(answer, most).catch(() => failed.again(most));
    };

    /** @param {Answer} answer @param {number} most */
    const grow = async (answer, most) => {
      const at = list.children.length;
      const cards = await view.further(answer, answer.hits.slice(at, most));
      const items = shown === answer ? await made(answer, cards) : null;
      if (!items || shown !== answer || list.children.length !== at) return undefined;
      list.append(...items);
      offer();
      return items[0];
    };

    more.addEventListener('click', async () => {
      if (!shown) return;
      const most = list.children.length + MORE;
      try {
        if (list.children.length >= shown.hits.length) {
          const before = shown;
          const after = await view.readOn(before);
          if (shown !== before) return;
          shown = after;
          failed.read(after);
        }
        (await grow(shown, most))?.querySelector('a')?.focus();
      } catch {
        failed.again(most);
      }
    });

    return {
      async show(answer) {
        number += 1;
        const items = await made(answer, answer.cards);
        if (!items) return;
        shown = answer;
        filling = Promise.resolve();
        replace(items);
        offer();
      },
      fill(answer, most) {
        filling = filling.then(() => fill(answer, most));
        return filling;
      },
      clear() {
        number += 1;
        shown = null;
        replace([]);
        offer();
      },
    };
  };
})();
