'use strict';
/** Address and title follow the search, and Back leads through the searches that were meant. */
(() => {
  const { view } = sitegen;
  const { written, read } = view.query;
  const { title } = document;
  let committed = written(read(location.search));

  /** @param {Query} query */
  const name = ({ text }) => {
    document.title = text.trim() ? `${text.trim().slice(0, 100)} – ${title}` : title;
  };

  /** @param {'pushState' | 'replaceState'} how @param {string} address */
  const write = (how, address) => {
    try {
      history[how](null, '', `${address || location.pathname}${location.hash}`);
    } catch {
      // Browsers allow so many changes in so much time; the next one will do.
    }
  };

  view.history = {
    draft(query) {
      name(query);
      const address = written(query);
      if (address !== location.search) write('replaceState', address);
    },
    commit(query) {
      const address = written(query);
      // Typed away from and back to: the address may still say what was typed on the way.
      if (address === committed) return this.draft(query);
      // What was typed on the way is no place to come back to.
      const before = read(location.search);
      if (written(before) !== committed) {
        write('replaceState', committed);
        name(read(committed));
      }
      write('pushState', address);
      name(query);
      committed = address;
    },
    note(place) {
      try {
        history.replaceState(place, '');
      } catch {
        // The list is then shown from its top.
      }
    },
    noted() {
      const { most, y } = history.state || {};
      return Number.isFinite(most) && Number.isFinite(y) ? { most, y } : null;
    },
    returned() {
      const query = read(location.search);
      committed = written(query);
      name(query);
      return query;
    },
  };
})();
