'use strict';
/** Fetches the search's data by classic scripts, which `file://` allows, once it is wanted. */
(() => {
  const { search } = sitegen;
  const root = document.documentElement.dataset.root || '';

  /** Add the script at `path`; one that fails leaves the page, so that it can be tried again.
   * @param {string} path @returns {Promise<void>} */
  const add = (path) =>
    new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = root + path;
      script.onload = () => {
        script.remove();
        resolve();
      };
      script.onerror = () => {
        script.remove();
        reject(new Error(`${path} did not load`));
      };
      document.head.append(script);
    });

  /** @type {Map<string, Promise<any>>} */
  const asked = new Map();

  /** The value that `search/<name>.js` registers; asked for once, unless it failed.
   * @type {Search['fetch']} */
  search.fetch = (name, fresh = '') => {
    const path = `search/${name}.js${fresh}`;
    const known = asked.get(path);
    if (known) return known;
    const value = add(path).then(() => sitegen.registered(name));
    asked.set(path, value);
    value.catch(() => asked.delete(path));
    return value;
  };

  /** @type {Promise<Index> | null} */
  let index = null;
  /** Makes addresses new: what was there before may be older than the rest, in a cache. */
  let fresh = '';
  /** When it was last known how old the tables are: they are asked for as soon as this is here. */
  let looked = Date.now();

  /** @type {Search['forget']} */
  search.forget = () => {
    asked.clear();
    index = null;
    fresh = `?${Date.now()}`;
    looked = Date.now();
  };

  /** @type {Promise<boolean> | null} */
  let looking = null;

  /** @param {string} path @param {Promise<any>} before @returns {Promise<boolean>} */
  const look = async (path, before) => {
    try {
      const now = add(`search/tables.js?${looked}`).then(() => sitegen.registered('tables'));
      const [there, other] = await Promise.all([before, now]);
      if (JSON.stringify(there) === JSON.stringify(other)) return false;
    } catch (error) {
      // A site that can't be reached is no newer one.
      if (!(error instanceof sitegen.OtherFormat)) return false;
    }
    if (asked.get(path) === before) search.forget();
    return true;
  };

  /** @type {Search['renewed']} */
  search.renewed = (age) => {
    // Who asks while somebody looks hears the same: the search that began it may be overtaken.
    if (looking) return looking;
    const path = `search/tables.js${fresh}`;
    const before = asked.get(path);
    if (!before || Date.now() - looked < age) return Promise.resolve(false);
    looked = Date.now();
    looking = look(path, before).finally(() => {
      looking = null;
    });
    return looking;
  };

  /** The shards of terms are named after their content, tables and cards are not.
   * @param {string} mark @returns {Fetch} */
  const fetching = (mark) => (name) =>
    search.fetch(name, name.startsWith('cards/') ? mark : '');

  /** @type {Search['open']} */
  search.open = () => {
    if (index) return index;
    const mark = fresh;
    const opened = search
      .fetch('tables', fresh)
      .then((raw) => search.index(raw, fetching(mark)));
    // What reads texts in any script takes longest to prepare, and the first query would wait.
    const prepare = (/** @type {Index} */ { analysis }) => search.asking(analysis, '“é” 图');
    index = opened;
    void opened.then((made) => globalThis.requestIdleCallback?.(() => prepare(made)), () => null);
    opened.catch(() => {
      if (index === opened) index = null;
    });
    return opened;
  };
})();
