/** Says before the page is first painted which colours the reader chose, and what the address asks. */
(function () {
  'use strict';
  const page = document.documentElement;
  page.dataset.js = '';
  if (/[?&](?:q|topic|year|venue|author)=(?:\+|%20)*(?!\+|%20)[^&]/.test(location.search)) page.dataset.asked = '';
  try {
    const chosen = localStorage.getItem(page.dataset.site + ':scheme');
    if (chosen === 'light' || chosen === 'dark') page.dataset.scheme = chosen;
  } catch {
    // A browser that keeps nothing follows the system.
  }
})();
