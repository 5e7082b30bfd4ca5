'use strict';
/** Fetches the search's data by classic scripts, which `file://` allows, once it is wanted. */
(() => {
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
  sitegen.search.fetch = (name, fresh = '') => {
    const known = fresh ? null : asked.get(name);
    if (known) return known;
    const value = add(`search/${name}.js${fresh}`).then(() => sitegen.registered(name));
    asked.set(name, value);
    value.catch(() => asked.delete(name));
    return value;
  };

  /** @type {Promise<Index> | null} */
  let index = null;
  let again = 0;

  /** @type {Search['forget']} */
  sitegen.search.forget = () => {
    asked.clear();
    index = null;
    again += 1;
  };

  /** @type {Search['open']} */
  sitegen.search.open = () => {
    if (index) return index;
    // What was there before may be older than the rest: it is not taken from a cache.
    const fresh = again ? `?${Date.now()}` : '';
    const opened = sitegen.search
      .fetch('tables', fresh)
      .then((raw) => sitegen.search.index(raw, (name) => sitegen.search.fetch(name)));
    index = opened;
    opened.catch(() => {
      index = null;
    });
    return opened;
  };
})();
