'use strict';
/** The search page: results while typing; address, count and filters once the typing pauses. */
(() => {
  const { search, view } = sitegen;
  const FIRST = 10;
  const MOST = 20;
  const TYPING_MS = 80;
  const PAUSE_MS = 400;
  const LOADING_MS = 150;

  const page = view.page();
  const { box, offers, order } = page;
  let query = view.history.returned();
  /** @type {Answer | null} */
  let answer = null;
  let asked = 0;
  let typing = 0;
  let pause = 0;
  let isPaused = true;
  let most = MOST;

  /** @param {Chosen} chosen */
  const choose = (chosen) => {
    query = { ...query, chosen };
    meant();
  };
  const { panel, chosen: row, toggle } = page;
  const facets = view.facets({ panel, chosen: row, toggle, choose });
  const again = (/** @type {number} */ wanted) => {
    most = wanted;
    void run();
  };
  const read = (/** @type {Answer} */ more) => {
    answer = more;
    page.say(view.says(more));
    void facets.show(more).catch(() => facets.clear());
  };
  const list = view.list(page.list, page.more, { again, read });

  /** What waits for a pause: the count, which is read out, more results, filters, other words. */
  const settle = async () => {
    clearTimeout(pause);
    isPaused = true;
    if (!view.query.isEmpty(query) && (!answer || answer.query !== query)) return;
    page.say(answer ? view.says(answer) : '');
    const mine = answer;
    if (!mine) return;
    await list.fill(mine, most);
    const tips = await view.nothing(mine).catch(() => []);
    if (answer !== mine) return;
    offers.replaceChildren(...tips);
    offers.hidden = tips.length === 0;
    if (mine.hits.length) await facets.show(mine).catch(() => facets.clear());
    else facets.clear();
  };

  /** @param {Answer} found @param {number} number */
  const show = async (found, number) => {
    await list.show(found);
    if (number !== asked) return;
    answer = found;
    page.see('found');
    offers.hidden = true;
    facets.chosen(query.chosen);
    if (isPaused) void settle();
  };

  const run = async () => {
    clearTimeout(typing);
    const number = (asked += 1);
    if (view.query.isEmpty(query)) {
      answer = null;
      list.clear();
      facets.clear();
      page.see('start');
      return void settle();
    }
    const mine = query;
    const slow = setTimeout(() => page.say('Searching …'), LOADING_MS);
    const found = await view.answer(mine, isPaused ? most : FIRST).catch(() => null);
    clearTimeout(slow);
    if (number !== asked) return;
    if (found) return show(found, number);
    answer = null;
    list.clear();
    facets.clear();
    offers.hidden = true;
    page.see('failed');
    page.say('');
  };

  /** A search that is meant: it can be come back to. */
  const meant = () => {
    clearTimeout(pause);
    isPaused = true;
    most = MOST;
    view.history.commit(query);
    view.recent.add(query.text);
    void run();
  };

  box.addEventListener('input', () => {
    query = { ...query, text: box.value };
    clearTimeout(typing);
    clearTimeout(pause);
    isPaused = false;
    most = MOST;
    typing = setTimeout(run, TYPING_MS);
    pause = setTimeout(() => {
      view.history.draft(query);
      void settle();
    }, PAUSE_MS);
  });
  box.addEventListener('blur', () => {
    view.history.draft(query);
    if (!isPaused) void settle();
  });
  box.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    query = { ...query, text: box.value };
    meant();
  });
  order.addEventListener('change', () => {
    query = { ...query, order: order.value === 'year' ? 'year' : '' };
    meant();
  });
  page.retry.addEventListener('click', () => {
    box.focus();
    search.forget();
    void run();
  });
  page.list.addEventListener('click', () => {
    view.recent.add(query.text);
    view.history.note({ most: page.list.children.length, y: scrollY });
  });
  toggle.addEventListener('click', () => {
    const isOpen = panel.classList.toggle('is-open');
    toggle.setAttribute('aria-expanded', String(isOpen));
  });
  addEventListener('popstate', () => {
    const before = view.query.written(query);
    if (location.search === before) return;
    query = view.history.returned();
    start();
  });
  view.keys(box, page.list);

  const start = async () => {
    box.value = query.text;
    order.value = query.order;
    isPaused = true;
    view.recent.add(query.text);
    await run();
  };
  void search.open().catch(() => null);
  // What was typed while this loaded stands in the box, not in the address.
  if (box.value.trim() !== query.text.trim()) query = { ...query, text: box.value };
  const noted = view.history.noted();
  if (noted) most = noted.most;
  void start().then(() => {
    if (noted && !scrollY) scrollTo(0, noted.y);
  });
})();
