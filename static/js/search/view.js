'use strict';
/** The search page: typing updates results, count and URL in place; keys move through them. */
(() => {
  const AT_ONCE = 50;
  const TYPING_MS = 80;
  const PAUSE_MS = 400;
  const LOADING_MS = 150;

  /** @template {HTMLElement} Kind
   * @param {string} id @param {new () => Kind} kind @returns {Kind} */
  const byId = (id, kind) => {
    const found = document.getElementById(id);
    if (!(found instanceof kind)) throw new Error(`#${id} is missing`);
    return found;
  };

  const box = byId('q', HTMLInputElement);
  const list = byId('results', HTMLElement);
  const status = byId('results-status', HTMLElement);
  const start = byId('search-start', HTMLElement);
  const empty = byId('search-empty', HTMLElement);
  const failed = byId('search-failed', HTMLElement);
  const more = byId('search-more', HTMLButtonElement);

  /** @type {{ library: Library, found: Found } | null} */
  let shown = null;
  let asked = '';
  let typing = 0;
  let pause = 0;
  let paused = true;

  /** What waits for a pause in typing: the URL, to share and come back to, and the count, which
   * is read out. Old browsers allow few changes of the URL in a row. */
  const settle = () => {
    clearTimeout(pause);
    paused = true;
    const url = box.value.trim() ? `?${new URLSearchParams({ q: box.value.trim() })}` : '';
    if (url !== location.search) {
      history.replaceState(null, '', `${url || location.pathname}${location.hash}`);
    }
    if (!shown && box.value.trim()) return;
    const says = shown ? sitegen.search.says(shown.found) : '';
    if (status.textContent !== says) status.textContent = says;
  };

  const grow = () => {
    if (!shown) return;
    const { library, found } = shown;
    const at = list.children.length;
    const next = found.hits.slice(at, at + AT_ONCE).map(({ document: number }) =>
      sitegen.search.result(library, library.cards.cards[number], found.terms),
    );
    list.append(...next);
    more.hidden = list.children.length >= found.hits.length;
    return /** @type {HTMLElement | undefined} */ (next[0]);
  };

  /** @param {Library} library */
  const show = (library) => {
    const text = box.value;
    const found = sitegen.search.find(library.reader, library.analysis, text);
    shown = text.trim() ? { library, found } : null;
    list.replaceChildren();
    more.hidden = true;
    start.hidden = shown !== null;
    empty.hidden = shown === null || found.hits.length > 0;
    if (!empty.hidden) empty.replaceChildren(...sitegen.search.nothing(library, text, found));
    grow();
  };

  const search = async () => {
    clearTimeout(typing);
    asked = box.value;
    failed.hidden = true;
    const slow = setTimeout(() => {
      if (!shown && asked.trim()) status.textContent = 'Loading the search …';
    }, LOADING_MS);
    const library = await sitegen.search.load().catch(() => null);
    clearTimeout(slow);
    if (asked !== box.value) return;
    if (!library) {
      failed.hidden = false;
      status.textContent = '';
      return;
    }
    show(library);
    if (paused) settle();
  };

  /** @param {number} step @param {HTMLElement} from */
  const move = (step, from) => {
    const links = Array.from(list.querySelectorAll('.paper-title a'));
    const at = from === box ? -1 : links.indexOf(from);
    if (at < 0 && from !== box) return false;
    const target = at + step < 0 ? box : links[at + step];
    if (!(target instanceof HTMLElement)) return false;
    target.focus();
    return true;
  };

  box.addEventListener('focus', () => void sitegen.search.load().catch(() => search()));
  box.addEventListener('input', () => {
    clearTimeout(typing);
    clearTimeout(pause);
    paused = false;
    typing = setTimeout(search, TYPING_MS);
    pause = setTimeout(settle, PAUSE_MS);
  });
  box.addEventListener('blur', settle);
  box.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    settle();
    void search();
  });
  byId('search-retry', HTMLButtonElement).addEventListener('click', () => {
    box.focus();
    void search();
  });
  more.addEventListener('click', () => grow()?.querySelector('a')?.focus());
  document.addEventListener('keydown', (event) => {
    const { target, key } = event;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (!(target instanceof HTMLElement) || !(target === box || list.contains(target))) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step && !(target === box && step < 0) && move(step, target)) event.preventDefault();
    if (key === 'Escape' && target !== box) box.focus();
  });

  box.value = new URLSearchParams(location.search).get('q') || box.value;
  if (box.value.trim()) void search();
  else if (document.activeElement === box) void sitegen.search.load().catch(() => search());
})();
