'use strict';
/** The search page: results while typing; address, count and filters once the typing pauses. */
(() => {
  const { view } = sitegen;
  const TYPING_MS = 80;
  const PAUSE_MS = 400;
  /** A list that is made anew is as long as it was, and no shorter than any. */
  const LEAST = 20;

  const page = view.page();
  const { box, list, order, panel, toggle } = page;
  let query = view.history.returned();
  let typing = 0;
  let pause = 0;
  let typed = 0;

  const still = () => {
    clearTimeout(typing);
    clearTimeout(pause);
    typing = 0;
    pause = 0;
  };

  /** A search that is meant: it can be come back to.
   * @param {Partial<Query>} changed */
  const mean = (changed) => {
    still();
    query = { ...query, text: box.value, ...changed };
    view.history.commit(query);
    view.recent.add(query.text);
    void running.run(query, true);
  };

  const running = view.running(page, (chosen) => mean({ chosen }));

  /** Whether a result is being pressed: it must not move away meanwhile. */
  let isPressed = false;

  const settle = () => {
    clearTimeout(pause);
    pause = isPressed ? setTimeout(settle, PAUSE_MS) : 0;
    if (isPressed) return;
    view.history.draft(query);
    if (!typing) return void running.settle();
    // The box was left before what was typed last is searched for.
    still();
    void running.run(query, true);
  };

  /** Show what the address or the box says. @param {number} [most] */
  const start = (most) => {
    still();
    box.value = query.text;
    order.value = query.order;
    return running.run(query, true, most);
  };

  const search = () => {
    typing = 0;
    void running.run(query, false);
  };

  const type = () => {
    still();
    query = { ...query, text: box.value };
    // The first letter is searched for at once, those in its wake when they have come.
    const wait = performance.now() - typed < TYPING_MS ? TYPING_MS : 0;
    typed = performance.now();
    pause = setTimeout(settle, PAUSE_MS);
    if (wait) typing = setTimeout(search, wait);
    else search();
  };

  box.addEventListener('input', type);
  box.addEventListener('blur', () => void (pause && settle()));
  box.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    mean({});
  });
  order.addEventListener('change', () => mean({ order: order.value === 'year' ? 'year' : '' }));
  page.retry.addEventListener('click', () => {
    box.focus();
    void running.run(query, true);
  });
  list.addEventListener('pointerdown', ({ button, ctrlKey }) => (isPressed = button === 0 && !ctrlKey));
  // A menu or another window may take what would end it.
  for (const end of ['pointerup', 'pointercancel', 'dragend', 'contextmenu', 'blur']) {
    addEventListener(end, () => (isPressed = false));
  }
  list.addEventListener('click', () => {
    // A search that led to a paper was meant.
    view.recent.add(query.text);
    view.history.commit(query);
    view.history.note({ most: list.children.length, y: scrollY });
  });
  toggle.addEventListener('click', () => {
    toggle.setAttribute('aria-expanded', String(panel.classList.toggle('is-open')));
  });
  addEventListener('popstate', () => {
    // A link to a place on this page is no other search.
    if (location.search === view.query.written(query)) return;
    query = view.history.returned();
    view.recent.add(query.text);
    void start();
  });
  // Whoever comes back to the page may have made its site anew.
  document.addEventListener('visibilitychange', async () => {
    if (document.hidden || !list.children.length || !(await view.isOld())) return;
    void running.run(query, true, Math.max(list.children.length, LEAST));
  });
  view.keys(box, list);

  // What was typed while this loaded stands in the box, not in the address, and more may follow.
  if (box.value.trim() !== query.text.trim()) {
    order.value = query.order;
    type();
    return;
  }
  view.recent.add(query.text);
  const place = view.history.noted();
  // The browser would restore the place before there is a list.
  if (place) history.scrollRestoration = 'manual';
  void start(place?.most).then(() => {
    if (!place) return;
    scrollTo(0, place.y);
    history.scrollRestoration = 'auto';
  });
})();
