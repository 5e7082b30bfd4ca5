'use strict';
/** The one global: data scripts hand their value in, whoever loaded them takes it out.
 *
 * The files of this folder are joined in the order of their names: this one first, which makes the
 * global; the others only define what is called later. */
(() => {
  /** @type {Map<string, string>} */
  const texts = new Map();
  // Another script of the page may wait for data of its own.
  const before = globalThis.sitegen?.register;

  globalThis.sitegen = Object.assign(globalThis.sitegen || {}, {
    /** Called by a data script.
     * @type {Sitegen['register']} */
    register(name, text) {
      texts.set(name, text);
      before?.(name, text);
    },
    /** Asked for once the script has run: one that handed nothing in is no data script, but what
     * a server has in place of a file that is gone.
     * @type {Sitegen['registered']} */
    async registered(name) {
      const text = texts.get(name);
      texts.delete(name);
      if (text === undefined) throw new Error(`${name} is not there`);
      return JSON.parse(text);
    },
    search: {},
  });
})();
