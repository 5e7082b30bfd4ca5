'use strict';
/** What is said where a filter leaves nothing: that, and the way to a search of everything. */
(() => {
  globalThis.sitegen = Object.assign(globalThis.sitegen || {}, {
    /** @type {Sitegen['nothing']} */
    nothing: (said, text) => {
      const form = document.querySelector('form[role=search]');
      if (!(form instanceof HTMLFormElement)) return [said];
      const link = document.createElement('a');
      link.href = `${form.getAttribute('action')}?q=${encodeURIComponent(text.trim())}`;
      link.append('Search all papers');
      return [`${said} `, link];
    },
  });
})();
