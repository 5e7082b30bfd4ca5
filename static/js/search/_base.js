'use strict';
/** The one global: data scripts hand their value in, whoever loaded them takes it out.
 *
 * The files of this folder are joined in the order of their names: this one first, which makes the
 * global; the others only define what is called later. */
(() => {
  /** The one that sitegen/search/scripts.py writes. */
  const FORMAT = 3;
  /** @type {Map<string, { text: string, format?: number }>} */
  const texts = new Map();
  // Another script of the page may wait for data of its own.
  const before = globalThis.sitegen?.register;

  /** The site was made by a sitegen that this reader does not understand. */
  class OtherFormat extends Error {}

  globalThis.sitegen = Object.assign(globalThis.sitegen || {}, {
    /** Called by a data script.
     * @type {Sitegen['register']} */
    register(name, text, format) {
      texts.set(name, { text, format });
      before?.(name, text, format);
    },
    /** Asked for once the script has run: one that handed nothing in is no data script, but what
     * a server has in place of a file that is gone.
     * @type {Sitegen['registered']} */
    async registered(name) {
      const found = texts.get(name);
      texts.delete(name);
      if (!found) throw new Error(`${name} is not there`);
      if (found.format !== FORMAT) throw new OtherFormat(`${name} is of another format`);
      return JSON.parse(found.text);
    },
    OtherFormat,
    search: {},
  });
})();
