/** The choice between the system's colours, light and dark, remembered where that is allowed. */
(function () {
  'use strict';
  const page = document.documentElement;
  const choice = document.getElementById('scheme');
  if (!(choice instanceof HTMLSelectElement)) return;
  choice.value = page.dataset.scheme ?? '';
  choice.addEventListener('change', () => {
    if (choice.value) page.dataset.scheme = choice.value;
    else delete page.dataset.scheme;
    try {
      localStorage.setItem(page.dataset.site + ':scheme', choice.value);
    } catch {
      // The choice then holds for this page alone.
    }
  });
})();
