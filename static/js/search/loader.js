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
      script.onload = () => resolve();
      script.onerror = () => {
        script.remove();
        reject(new Error(`${path} did not load`));
      };
      document.head.append(script);
    });

  /** @type {Map<string, Promise<any>>} */
  const values = new Map();

  /** The value that `search/<name>.js` registers; asked for once, unless it failed.
   * @param {string} name @returns {Promise<any>} */
  const value = (name) => {
    const known = values.get(name);
    if (known) return known;
    const asked = add(`search/${name}.js`).then(() => sitegen.registered(name));
    values.set(name, asked);
    asked.catch(() => values.delete(name));
    return asked;
  };

  /** @type {Promise<Library> | null} */
  let library = null;

  /** @type {Search['load']} */
  sitegen.search.load = () => {
    if (library) return library;
    const asked = Promise.all([value('index'), value('cards')]).then(([index, cards]) => ({
      reader: sitegen.search.reader(index),
      analysis: sitegen.search.analysis(new Set(index.stopWords)),
      cards,
    }));
    library = asked;
    asked.catch(() => {
      library = null;
    });
    return asked;
  };
})();
