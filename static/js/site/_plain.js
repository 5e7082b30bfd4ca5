'use strict';
/** A text as filters compare it: without accents and case. */
(() => {
  globalThis.sitegen = Object.assign(globalThis.sitegen || {}, {
    /** @type {Sitegen['plain']} */
    plain: (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase(),
  });
})();
