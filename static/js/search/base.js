'use strict';
/** The one global: data scripts hand their value in, whoever needs it waits for its name.
 *
 * The files of this folder are joined in the order of their names: this one first, which makes the
 * global, `view.js` last, which starts the page; those between only define what others call. */
(() => {
  /** @type {Map<string, string>} */
  const texts = new Map();
  /** @type {Map<string, (text: string) => void>} */
  const waiting = new Map();

  globalThis.sitegen = Object.assign(globalThis.sitegen || {}, {
    /** Called by a data script, before or after its value is asked for.
     * @type {Sitegen['register']} */
    register(name, text) {
      const hand = waiting.get(name);
      waiting.delete(name);
      if (hand) hand(text);
      else texts.set(name, text);
    },
    /** @type {Sitegen['registered']} */
    registered(name) {
      return new Promise((resolve) => {
        const hand = (/** @type {string} */ text) => resolve(JSON.parse(text));
        const text = texts.get(name);
        texts.delete(name);
        if (text === undefined) waiting.set(name, hand);
        else hand(text);
      });
    },
    search: {},
  });
})();
