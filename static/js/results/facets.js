'use strict';
/** What results can be narrowed by: years, venues, topics and authors with their counts. */
(() => {
  const { search, view } = sitegen;
  const { element, button } = view;
  const SEEN = 8;
  const MOST = 40;
  /** @type {[Column, string][]} */
  const COLUMNS = [['topic', 'Topics'], ['year', 'Years'], ['venue', 'Venues'], ['author', 'Authors']];
  const SINGLE = ['year', 'venue'];

  /** @param {Chosen} chosen @param {Column} column @param {string} value @returns {Chosen} */
  const toggled = (chosen, column, value) => {
    const before = chosen[column] || [];
    const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
    const { [column]: _, ...others } = chosen;
    return after.length ? { ...others, [column]: after } : others;
  };

  /** The commonest values, those that were chosen first; years run backwards.
   * @param {Column} column @param {Facet[]} counted @param {string[]} chosen */
  const inOrder = (column, counted, chosen) => {
    const known = new Map(counted.map((facet) => [facet.value, facet.count]));
    const first = chosen.map((value) => ({ value, count: known.get(value) || 0 }));
    const rest = counted.filter((facet) => !chosen.includes(facet.value));
    if (column !== 'year') return [...first, ...rest];
    return [...first, ...rest].sort((a, b) => Number(b.value) - Number(a.value));
  };

  /** @type {View['facets']} */
  view.facets = ({ panel, chosen: row, toggle, choose }) => {
    /** Groups that the reader wants to see whole. @type {Set<Column>} */
    const whole = new Set();

    /** A chip that was pressed may stand elsewhere afterwards, or nowhere: the focus stays near.
     * @param {() => void} change */
    const keepingFocus = (change) => {
      const { activeElement: before } = document;
      const within = [panel, row].find((place) => place.contains(before));
      const key = before instanceof HTMLElement ? before.dataset.key : '';
      const isByKey = before?.matches(':focus-visible');
      change();
      if (!within || before?.isConnected) return;
      const chips = Array.from(within.querySelectorAll('button'));
      const next = chips.find((chip) => chip.dataset.key === key) || chips[0] || document.getElementById('q');
      // Who pressed a chip far down stays where they are.
      next?.focus({ preventScroll: !isByKey });
    };

    /** @param {Column} column @param {Facet} facet @param {Answer} answer */
    const chip = (column, { value, count }, { query: { chosen }, unread }) => {
      // Papers that have not been read for a phrase may have it.
      const number = element('span', 'count', `${view.number(count)}${unread.length ? '+' : ''}`);
      const made = button('chip', () => choose(toggled(chosen, column, value)), value, '\u00a0', number);
      made.append(element('span', 'hidden', count === 1 ? ' paper' : ' papers'));
      made.setAttribute('aria-pressed', String(Boolean(chosen[column]?.includes(value))));
      made.dataset.key = `${column} ${value}`;
      return element('li', '', made);
    };

    /** @param {Answer} answer @param {Column} column @param {string} name @param {Facet[]} counted */
    const group = (answer, column, name, counted) => {
      const { chosen } = answer.query;
      const facets = inOrder(column, counted, chosen[column] || []);
      if (!facets.length || (facets.length === 1 && !chosen[column])) return [];
      const items = facets.map((facet) => chip(column, facet, answer));
      const list = element('ul', 'chips', ...items);
      const more = button('quiet', () => reveal(true), 'More');
      const reveal = (/** @type {boolean} */ moved) => {
        if (moved) whole.add(column);
        const isWhole = whole.has(column) || items.length <= SEEN + 2;
        for (const item of items.slice(SEEN)) item.hidden = !isWhole;
        more.hidden = isWhole;
        if (moved) items[SEEN]?.querySelector('button')?.focus();
      };
      more.append(element('span', 'hidden', ` ${name.toLowerCase()}`));
      more.dataset.key = `more ${column}`;
      reveal(false);
      const heading = element('h2', '', name);
      heading.id = `facets-${column}`;
      list.setAttribute('aria-labelledby', heading.id);
      return [heading, list, more];
    };

    /** @param {Columns} columns @param {Answer} answer @param {Column} column */
    const hits = (columns, answer, column) =>
      SINGLE.includes(column) && answer.query.chosen[column] && !answer.read
        ? view.without(answer, columns, column)
        : answer.hits;

    return {
      async show(answer) {
        const columns = await search.columns(answer.index);
        const common = columns.counts(answer.hits, MOST);
        await view.breath();
        const parts = COLUMNS.flatMap(([column, name]) => {
          const left = hits(columns, answer, column);
          const counted = left === answer.hits ? common : columns.counts(left, MOST);
          return group(answer, column, name, counted[column]);
        });
        toggle.hidden = parts.length === 0;
        panel.hidden = parts.length === 0;
        keepingFocus(() => panel.replaceChildren(...parts));
      },
      chosen(chosen) {
        const chips = COLUMNS.flatMap(([column]) =>
          (chosen[column] || []).map((value) => {
            const said = [element('span', 'hidden', 'Remove '), value, element('span', 'cross')];
            const made = button('chip is-chosen', () => choose(toggled(chosen, column, value)), ...said);
            made.dataset.key = `${column} ${value}`;
            return made;
          }),
        );
        if (chips.length > 1) chips.push(button('quiet', () => choose({}), 'Remove all filters'));
        row.hidden = chips.length === 0;
        keepingFocus(() => row.replaceChildren(...chips));
      },
      lost(again) {
        const says = element('p', 'note', 'The filters could not be loaded. ');
        says.append(button('quiet', again, 'Try again'));
        panel.hidden = false;
        toggle.hidden = false;
        keepingFocus(() => panel.replaceChildren(says));
      },
      clear() {
        keepingFocus(() => panel.replaceChildren());
        panel.hidden = true;
        toggle.hidden = true;
      },
    };
  };
})();
