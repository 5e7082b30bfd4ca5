'use strict';
/** What to try where nothing is found, or nothing with every word. */
(() => {
  const { search, view } = sitegen;
  const { element } = view;

  /** @param {Query} query @param {string} [name] */
  const link = (query, name = query.text) => {
    const made = element('a', '', name);
    made.href = view.query.written(query);
    return made;
  };

  /** @param {...(Node | string)} inside */
  const line = (...inside) => element('p', '', ...inside);

  /** What the query's own marks and filters keep out.
   * @param {Answer} answer @returns {HTMLElement[]} */
  const lifted = ({ all, found, hits, query, read }) => {
    if (hits.length) return [];
    const lines = [];
    if (all.length && Object.keys(query.chosen).length) {
      const whole = link({ ...query, chosen: {} }, 'without the filters');
      lines.push(line(`${view.count(all.length)} `, whole, '.'));
    }
    if (read && found.asked.phrases.length) {
      const text = query.text.replace(/["“”]/g, ' ').replace(/\s+/g, ' ').trim();
      lines.push(line('The words are there, but not in this order: ', link({ ...query, text }), '.'));
    }
    return lines;
  };

  /** @param {Answer} answer @returns {Promise<HTMLElement[]>} */
  const spelt = async ({ index, found, query }) => {
    const near = await search.nearest(index, found);
    const fewer = search.without(index, found);
    const lines = [];
    if (near) lines.push(line('Did you mean ', link({ ...query, text: near }), '?'));
    if (fewer && fewer !== near) {
      lines.push(line('Without the rarest word: ', link({ ...query, text: fewer }), '.'));
    }
    return lines;
  };

  /** @type {View['nothing']} */
  view.nothing = async (answer) => {
    const { found, hits, kind, query } = answer;
    if (kind !== 'words') return lifted(answer);
    if (!found.words.length && !hits.length) {
      const said = query.text.trim().slice(0, 60);
      return [line(`“${said}” holds nothing to search by: try a word that tells papers apart.`)];
    }
    const isShort = found.words.length > 1 && found.complete === 0;
    const isMissing = found.words.some((word) => word.missing);
    const offers = hits.length && !isShort && !isMissing ? [] : await spelt(answer);
    const lines = [...lifted(answer), ...offers];
    if (hits.length || lines.length) return lines;
    return [line('Fewer letters of the word, or another word for the same thing, may find more.')];
  };
})();
