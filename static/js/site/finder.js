'use strict';
/** Loads the search once its box has the focus, and on its page at once where one is asked for. */
(() => {
  const { root = '', site } = document.documentElement.dataset;
  const box = document.getElementById('q');
  if (!(box instanceof HTMLInputElement)) return;
  box.spellcheck = false;
  box.enterKeyHint = 'search';
  const results = document.getElementById('results');
  const failed = document.getElementById('search-failed');
  const files = ['search', 'box', ...(results ? ['results'] : [])];
  /** @type {Set<string>} */
  const loaded = new Set();
  let isLoading = false;

  /** Set once the reader was told that these scripts are too old, and asked for others. */
  const fresh = () => {
    try {
      return sessionStorage.getItem(`${site}:fresh`) || '';
    } catch {
      return '';
    }
  };

  /** Whether there are searches to show at once: they would push down what stands there. */
  const isKept = () => {
    try {
      return localStorage.getItem(`${site || 'sitegen'}:searches`) !== null;
    } catch {
      return false;
    }
  };

  /** @param {string} name */
  const load = (name) =>
    new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = `${root}static/${name}.js${fresh()}`;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });

  const start = async () => {
    if (isLoading || loaded.size === files.length) return;
    isLoading = true;
    if (failed) failed.hidden = true;
    try {
      for (const name of files) {
        if (!loaded.has(name)) await load(name);
        loaded.add(name);
        // Its tables come while the others do.
        if (name === 'search') void sitegen.search.open().catch(() => null);
      }
    } catch {
      // Elsewhere the form still leads to the search page.
      if (failed) failed.hidden = false;
    }
    isLoading = false;
  };

  box.addEventListener('focus', start);
  document.getElementById('search-retry')?.addEventListener('click', () => {
    // The button is about to go, and the focus would go with it.
    box.focus();
    void start();
  });
  if (results) {
    const said = new URLSearchParams(location.search);
    // Line breaks are blanks, as the search reads them: a box of one line would drop them.
    box.value = said.get('q')?.replace(/[\t\n\v\f\r\x85\u2028\u2029]+/g, ' ') || box.value;
    const isAsked = box.value.trim() || [...said.keys()].some((key) => key !== 'q' && key !== 'order');
    if (isAsked || isKept()) void start();
  }
  if (document.activeElement === box) void start();
})();
