'use strict';
/** On every page but the search page: a few papers under the box while a query is typed. */
(() => {
  const { view } = sitegen;
  const MOST = 6;
  const TYPING_MS = 80;
  const PAUSE_MS = 600;
  /** Of shorter words the beginnings are not looked for: that there is nothing says nothing yet. */
  const HARDLY_BEGUN = /(?:^|\s)\S{1,2}$/;

  const box = document.getElementById('q');
  if (!(box instanceof HTMLInputElement) || document.getElementById('results')) return;
  const popup = view.popup(box);
  let typing = 0;
  let pause = 0;
  let asked = 0;

  /** What is read out waits for a pause; what is seen does not.
   * @param {HTMLElement[]} options @param {string} says */
  const show = (options, says) => {
    clearTimeout(pause);
    popup.show(options);
    // Of a list that was closed meanwhile there is nothing to say.
    pause = setTimeout(() => popup.isClosed() || popup.says(says), PAUSE_MS);
  };

  const recent = () => {
    const texts = view.recent.all();
    const clear = () => {
      view.recent.clear();
      popup.close();
      box.focus();
    };
    if (!texts.length) return popup.close();
    const searches = texts.length === 1 ? '1 recent search' : `${texts.length} recent searches`;
    show(view.options.recent(texts, clear), `${searches}. Arrows move through them.`);
  };

  const look = async () => {
    const number = (asked += 1);
    const isLast = () => number === asked && document.activeElement === box;
    const text = box.value;
    if (!text.trim()) return recent();
    const query = { text, chosen: {}, order: /** @type {const} */ ('') };
    const answer = await view.answer(query, MOST).catch(() => null);
    if (!isLast()) return;
    if (!answer) return show(view.options.lost(text), 'The search could not be loaded here. Enter leads to its page.');
    const { length } = answer.cards;
    // What is typed by now, or will be, may find something all the same.
    if (!length && (box.value !== text || HARDLY_BEGUN.test(text))) return popup.close();
    const says = `${view.says(answer)}${length ? ' Arrows move through the best.' : ''}`;
    show(view.options.papers(answer), says);
  };

  box.addEventListener('input', () => {
    clearTimeout(typing);
    clearTimeout(pause);
    typing = setTimeout(look, TYPING_MS);
  });
  box.addEventListener('focus', () => void look());
  box.addEventListener('keydown', (event) => {
    const isMoving = /^Arrow(Up|Down)$/.test(event.key) && !popup.isClosed();
    if (event.key === 'Escape' || isMoving) {
      // Nothing that is still looked for opens the list again, or takes away what is chosen.
      clearTimeout(typing);
      asked += 1;
    }
    if (event.key === 'ArrowDown' && popup.isClosed() && !event.isComposing) {
      event.preventDefault();
      void look();
    }
  });
  // A search that led to a paper was meant.
  box.form?.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a[role=option]')) view.recent.add(box.value);
  });
  box.form?.addEventListener('submit', (event) => {
    asked += 1;
    view.recent.add(box.value);
    if (view.query.isWhole(box.value)) return;
    // The browser would send all of it, and servers refuse what is too long.
    event.preventDefault();
    const address = view.query.written({ text: box.value, chosen: {}, order: '' });
    location.assign(`${box.form?.getAttribute('action')}${address}`);
  });
  if (document.activeElement === box) void look();
})();
