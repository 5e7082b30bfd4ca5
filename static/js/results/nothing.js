'use strict';
/** What to try where nothing is found, or nothing with every word. */
(() => {
  const { search, view } = sitegen;
  const { element } = view;

  /** @param {Query} query @param {string} [name] */
  const link = (query, name = query.text) => {
    // The search page shows no paper where nothing is asked, and an empty address is the present one.
    if (view.query.isEmpty(query)) return view.link('papers.html', name);
    const made = element('a', '', name);
    made.href = view.query.written(query);
    return made;
  };

  /** @param {...(Node | string)} inside */
  const line = (...inside) => element('p', '', ...inside);

  /** What years and filters keep out, and whether that is all there is.
   * @param {Answer} answer */
  const outside = async ({ index, all, found, query }) => {
    const { years, phrases } = found.asked;
    const isNarrowed = Object.keys(query.chosen).length > 0;
    if (!all.length || !(isNarrowed || years)) return { lines: [], isAll: false };
    const columns = await search.columns(index);
    const within = columns.narrowed(all, {}, years).length;
    const anyYear = columns.narrowed(all, query.chosen, null).length;
    const text = search.tidied(index.analysis, query.text, { years: false }) || '';
    const whole = { ...query, chosen: {} };
    // How many of them say a phrase is not known before they are read.
    const some = (/** @type {number} */ count) => (phrases.length ? 'Papers ' : `${view.count(count)} `);
    const lines = [];
    if (isNarrowed && within) lines.push(line(some(within), link(whole, 'without the filters'), '.'));
    if (years && anyYear && (text || isNarrowed)) lines.push(line(some(anyYear), link({ ...query, text }, 'of any year'), '.'));
    const isAll = lines.length > 0 && !columns.narrowed(all, query.chosen, years).length;
    return { lines, isAll };
  };

  /** What the query's own quotes keep out.
   * @param {Answer} answer @returns {HTMLElement[]} */
  const unquoted = (answer) => {
    const { index, all, found, query, read } = answer;
    const lines = [];
    if ((all.length && found.asked.phrases.length) || found.words.some((word) => word.asked.exact)) {
      const text = search.tidied(index.analysis, query.text, { quotes: false }) || '';
      const isOther = read && !answer.unread.length && found.asked.phrases.every((phrase) => !phrase.not);
      const why = isOther ? 'The words are there, but not in this order: ' : 'Without the quotes: ';
      if (text !== query.text) lines.push(line(why, link({ ...query, text }), '.'));
    }
    return lines;
  };

  /** The query as it may have been meant.
   * @param {Answer} answer @returns {Promise<HTMLElement[]>} */
  const spelt = async ({ index, found, query }) => {
    const near = await search.nearest(index, found);
    return near ? [line('Did you mean ', link({ ...query, text: near }), '?')] : [];
  };

  /** @param {Answer} answer */
  const fewer = ({ index, found, query }) => {
    // Who is chosen and no filter is looked for as words, which are not those of the box.
    if (found.asked.text.length > query.text.length) {
      return [line('Papers ', link({ ...query, chosen: {} }, 'without the filters'), '.')];
    }
    const text = search.without(index, found);
    return text ? [line('Without the rarest word: ', link({ ...query, text }), '.')] : [];
  };

  /** @type {View['nothing']} */
  view.nothing = async (answer) => {
    const { found, hits, kind, query } = answer;
    const { lines: others, isAll } = hits.length ? { lines: [], isAll: false } : await outside(answer);
    const lifted = hits.length || isAll ? others : [...others, ...unquoted(answer)];
    if (kind !== 'words') {
      const isLost = !hits.length && !lifted.length && found.asked.years;
      return isLost ? [line('No paper here is of these years.')] : lifted;
    }
    if (!found.words.length && !hits.length) {
      const said = query.text.trim().slice(0, 60);
      return [line(`“${said}” holds nothing to search by: try a word that tells papers apart.`)];
    }
    if (isAll) return lifted;
    const isShort = found.words.length > 1 && found.complete === 0;
    const isMissing = found.words.some((word) => word.missing);
    const isPoor = !hits.length || isShort || isMissing;
    const near = isPoor ? await spelt(answer) : [];
    const lines = [...near, ...lifted, ...(isPoor ? fewer(answer) : [])];
    if (hits.length || lines.length) return lines;
    return [line('Fewer letters of the word, or another word for the same thing, may find more.')];
  };
})();
