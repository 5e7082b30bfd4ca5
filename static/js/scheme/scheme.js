/** Sets the colour scheme that the reader chose, before the page is first painted. */
(function () {
  'use strict';
  const page = document.documentElement;
  page.dataset.js = '';
  try {
    const chosen = localStorage.getItem(page.dataset.site + ':scheme');
    if (chosen === 'light' || chosen === 'dark') page.dataset.scheme = chosen;
  } catch {
    // A browser that keeps nothing follows the system.
  }
})();
