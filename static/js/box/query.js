'use strict';
/** A query as an address, so that a search can be kept, sent and come back to. */
(() => {
  const COLUMNS = /** @type {const} */ (['topic', 'year', 'venue', 'author']);
  /** Servers refuse longer addresses; what is cut off tells no papers apart any more. */
  const LONGEST = 6000;
  /** A box of one line drops them, and joins the words around. */
  const BREAK = /[\t\n\v\f\r\x85\u2028\u2029]+/g;

  /** As much of a text as an address holds. @param {string} text */
  const cut = (text) => {
    let said = text.trim().slice(0, LONGEST);
    const room = () => LONGEST / `${new URLSearchParams({ q: said })}`.length;
    while (room() < 1) said = said.slice(0, Math.floor(said.length * room())).replace(/[\ud800-\udbff]$/, '');
    return said;
  };

  sitegen.view.query = {
    isWhole: (text) => cut(text) === text.trim(),
    read(address) {
      const said = new URLSearchParams(address);
      /** @type {Chosen} */
      const chosen = {};
      for (const column of COLUMNS) {
        const values = [...new Set(said.getAll(column))].filter(Boolean);
        if (values.length) chosen[column] = values;
      }
      return { text: (said.get('q') || '').replace(BREAK, ' '), chosen, order: said.get('order') === 'year' ? 'year' : '' };
    },
    written({ text, chosen, order }) {
      const said = new URLSearchParams();
      if (text.trim()) said.append('q', cut(text));
      for (const column of COLUMNS) {
        for (const value of chosen[column] || []) said.append(column, value);
      }
      if (order) said.append('order', order);
      return `${said}` && `?${said}`;
    },
    isEmpty: ({ text, chosen }) => !text.trim() && !COLUMNS.some((column) => chosen[column]?.length),
  };
})();
