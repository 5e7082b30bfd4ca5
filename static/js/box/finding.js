'use strict';
/** A query → an answer whose papers are certain to be those that were found.
 *
 * A page that was open while its site was updated looks with old tables into new files, or into its
 * memory alone. The first shows in a file that is gone, a paper that is gone, or a paper with nothing
 * of what was found in it; because of the second, tables that have not been looked at for some time
 * are compared with those of the site. Either way the tables are read anew, once. Files of another
 * format are noticed in the same way. */
(() => {
  const { search, view } = sitegen;
  /** More of a text says no more about it. */
  const MOST_READ = 8000;
  /** So long tables are taken for those of the site. */
  const FRESH_MS = 5000;
  /** So long a site that does not answer holds up what is known. */
  const PATIENCE_MS = 3000;

  /** @param {Index} index @param {Query} query @returns {Promise<Pick<Answer, 'found' | 'kind'>>} */
  const sought = async (index, { text }) => {
    const said = text.slice(0, MOST_READ);
    const own = await search.named(index, said);
    if (own) return { found: own, kind: 'named' };
    if (search.isPasted(said)) return { found: await search.similar(index, said), kind: 'similar' };
    const found = await search.find(index, said);
    const { words, phrases, years } = found.asked;
    const hasWanted = words.some((word) => !word.not);
    const takesAny = !hasWanted && (!said.trim() || years || words.length || phrases.length);
    return { found, kind: takesAny ? 'all' : 'words' };
  };

  /** Best first, or newest first: then without those that have but some of the words, unless
   * they are like a text, of which hardly any has all.
   * @param {Hit[]} hits @param {Order} order @param {Columns} columns @param {Answer['kind']} kind */
  const ordered = (hits, order, columns, kind) => {
    if (order !== 'year') return hits;
    const most = hits.reduce((best, hit) => Math.max(best, hit.words), 0);
    return hits
      .filter((hit) => hit.words === most || kind === 'similar')
      .sort((a, b) => columns.year(b.document) - columns.year(a.document));
  };

  /** @param {Index} index @param {Query} query @param {Found} found @param {Answer['kind']} kind */
  const narrowed = async (index, { chosen, order }, found, kind) => {
    const { years } = found.asked;
    if (kind !== 'all' && !years && !order && !Object.keys(chosen).length) {
      return { all: found.hits, hits: found.hits };
    }
    const columns = await search.columns(index);
    const every = kind === 'all' ? columns.all().filter((hit) => !found.out.has(hit.document)) : found.hits;
    const by = kind === 'all' ? 'year' : order;
    const all = ordered(every, by, columns, kind);
    const hits = columns.narrowed(all, chosen, years);
    if (hits.length || !all.length) return { all, hits };
    // None of these has the most of the words: the best of these are found all the same.
    return { all: every, hits: ordered(columns.narrowed(every, chosen, years), by, columns, kind) };
  };

  /** The query with the people who are no filter, but few papers' or too far down, as a name to look for.
   * @param {Index} index @param {Query} query @returns {Promise<Query>} */
  const named = async (index, query) => {
    const { author = [], ...others } = query.chosen;
    if (!author.length) return query;
    const columns = await search.columns(index);
    const offered = author.filter((name) => columns.offers('author', name));
    const names = author.filter((name) => !offered.includes(name) && !/["“”]/.test(name));
    // In front: what is typed may go on, or have an open quote.
    const text = [...names.map((name) => `author:"${name}"`), query.text].join(' ');
    return names.length ? { ...query, text, chosen: offered.length ? { ...others, author: offered } : others } : query;
  };

  /** Whether a paper has anything of what was found; authors beyond those on its card may.
   * @param {Answer} answer @param {Card} card */
  const fits = ({ index, found, kind }, card) => {
    if (found.ids) return found.ids.has(card.id);
    if (kind === 'all' || search.leftOut.test(card.people)) return true;
    const topics = card.topics.map((topic) => topic.name).join(', ');
    return [card.title, card.abstract, topics, card.people, card.venue, card.year].some(
      (text) => search.marks(index.analysis, text, found.terms).length,
    );
  };

  /** @type {View['further']} */
  const further = async (answer, hits) => {
    const cards = await search.cards(answer.index.fetch, hits.map((hit) => hit.document));
    await view.breath();
    return cards.map((card) => {
      if (!card || !fits(answer, card)) throw new Error('these tables are of another index');
      return card;
    });
  };

  /** @param {Query} query @param {number} most @returns {Promise<Answer>} */
  const attempt = async (query, most) => {
    const index = await search.open();
    const meant = await named(index, query);
    const { found, kind } = await sought(index, meant);
    await view.breath();
    const { all, hits: left } = await narrowed(index, meant, found, kind);
    const answer = { query, index, found, kind, all, ...(await search.checked(index, found, left)), cards: [] };
    return { ...answer, cards: await further(answer, answer.hits.slice(0, most)) };
  };

  view.further = further;
  view.isOld = () => search.renewed(FRESH_MS);

  /** @type {Promise<boolean> | null} */
  let awaited = null;
  /** @type {Promise<boolean>} */
  let patient;

  view.answer = async (query, most) => {
    const asked = search.renewed(FRESH_MS);
    // All that wait for one look wait no longer than the first of them.
    if (asked !== awaited) {
      awaited = asked;
      patient = Promise.race([
        asked,
        new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, false)),
      ]);
    }
    const newer = patient;
    const first = await attempt(query, most).catch(() => null);
    if (!(await newer)) {
      if (first) return { ...first, late: asked };
      search.forget();
    }
    const second = attempt(query, most);
    return second.catch((error) => {
      if (first && !(error instanceof sitegen.OtherFormat)) return first;
      throw error;
    });
  };

  view.readOn = async (answer) => {
    const { hits, read, maybe, unread } = await search.checked(answer.index, answer.found, answer.unread);
    return {
      ...answer, hits: [...answer.hits, ...hits], read: answer.read + read, maybe: answer.maybe + maybe, unread,
    };
  };

  view.without = ({ all, found, query }, columns, column) =>
    columns.narrowed(all, { ...query.chosen, [column]: [] }, found.asked.years);
})();
