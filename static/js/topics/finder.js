/** Finds topics by name while it is typed, among all of an index in parts, whatever part this is. */
(function () {
  'use strict';
  const AT_MOST = 100;
  const LOADING_MS = 150;

  const tools = document.querySelector('[data-topic-finder]');
  const filter = tools?.querySelector('input');
  const status = tools?.querySelector('[role=status]');
  const list = document.querySelector('[data-found-topics]');
  const instead = document.querySelector('[data-found-instead]');
  if (!(filter && status && list instanceof HTMLElement && instead instanceof HTMLElement)) return;

  /**
   * @typedef {object} Topic
   * @property {string} slug
   * @property {string} name
   * @property {number} count Of its papers.
   * @property {string} within The name of the broader topic, or nothing.
   * @property {string[]} called Its name and its other names, as they are compared.
   */

  const root = document.documentElement.dataset.root || '';
  const { plain } = sitegen;

  /** @type {(text: string) => Topic[]} */
  const read = (text) => {
    /** @type {[string, string, number, number, string][]} */
    const rows = JSON.parse(text);
    return rows.map(([slug, name, count, parent, also]) => ({
      slug,
      name,
      count,
      within: rows[parent]?.[1] ?? '',
      called: [name, ...also.split(', ')].map(plain),
    }));
  };

  let registered = '';
  const before = globalThis.sitegen?.register;
  globalThis.sitegen = Object.assign(globalThis.sitegen || {}, {
    /** Called by the data script, right before it counts as loaded.
     * @param {string} name
     * @param {string} text
     * @param {number} [format] */
    register(name, text, format) {
      if (name === 'topics') registered = text;
      else before?.(name, text, format);
    },
  });

  /** @type {Promise<Topic[]> | null} */
  let asked = null;

  /** All topics, those with most papers first; asked for once, unless that failed.
   * @returns {Promise<Topic[]>} */
  const topics = () => {
    asked ??= new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = `${root}search/topics.js`;
      script.onload = () => resolve(registered);
      script.onerror = () => {
        script.remove();
        asked = null;
        reject(new Error('the topics did not load'));
      };
      document.head.append(script);
    }).then(read);
    return asked;
  };

  /** @param {Topic} topic */
  const item = ({ slug, name, count, within }) => {
    const link = document.createElement('a');
    link.href = `${root}topics/${encodeURIComponent(slug)}.html`;
    link.append(name);
    const papers = document.createElement('small');
    papers.append(`${count}`);
    const made = document.createElement('li');
    made.append(link, '\u00a0', papers);
    if (within) {
      const place = document.createElement('span');
      place.className = 'within';
      place.append(`in ${within}`);
      made.append(' ', place);
    }
    return made;
  };

  /** Whole names come first, then what begins as typed, then what has a word that does, equals by
   * size.
   * @param {Topic[]} all
   * @param {string} typed */
  const matching = (all, typed) => {
    const words = typed.split(/\s+/);
    const rank = (/** @type {string[]} */ called) => {
      if (called.includes(typed)) return 0;
      if (called[0].startsWith(typed)) return 1;
      return called.some((name) => ` ${name}`.includes(` ${typed}`)) ? 2 : 3;
    };
    return all
      .filter(({ called }) => words.every((word) => called.some((name) => name.includes(word))))
      .map((topic) => ({ topic, rank: rank(topic.called) }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ topic }) => topic);
  };

  /** @param {Topic[]} found */
  const show = (found) => {
    const first = found.slice(0, AT_MOST);
    const more = found.length > first.length ? `, the first ${AT_MOST} shown` : '';
    list.replaceChildren(...first.map(item));
    list.hidden = false;
    instead.hidden = true;
    status.textContent = found.length ? `${found.length} found${more}` : '';
    if (!found.length) status.append(...sitegen.nothing('No topic has this name.', filter.value));
  };

  const narrow = async () => {
    const typed = plain(filter.value).trim();
    if (!typed) {
      list.hidden = true;
      instead.hidden = false;
      status.textContent = '';
      return;
    }
    const slow = setTimeout(() => (status.textContent = 'Loading the topics …'), LOADING_MS);
    const all = await topics().catch(() => null);
    clearTimeout(slow);
    if (typed !== plain(filter.value).trim()) return;
    if (all) show(matching(all, typed));
    else status.textContent = 'The topics could not be loaded. The letters lead to all of them.';
  };

  filter.addEventListener('focus', () => void topics().catch(() => undefined));
  filter.addEventListener('input', () => void narrow());
  // Who comes back finds the filter as it was left, once the page is shown.
  addEventListener('pageshow', () => void narrow());
  void narrow();
})();
