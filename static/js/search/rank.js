'use strict';
/** Orders papers by how much of the query they have, in which words and where; lunr's score
 * decides between equals. */
(() => {
  const { search } = sitegen;
  /** What the exact form counts against another form of the same term. */
  const { KIN } = search.meaning;
  /** What a title with all of the words counts; with some of them, by the share's cube. */
  const TITLE = 0.4;
  const SCORE = 0.03;

  /** @typedef {{ total: Float32Array, titles: Float32Array, complete: Uint16Array }} Sums */

  /** How well one slot of the query is met by each document: at best, and in the title.
   * @param {Index} index @param {Meant[]} meant @param {string | null} field */
  const met = (index, meant, field) => {
    const best = new Float32Array(index.space);
    const title = new Float32Array(index.space);
    /** @type {number[]} */
    const having = [];
    const only = field ? index.fields.indexOf(field) : -1;
    for (const { term, form, sure } of meant) {
      const posting = index.postings.of(term);
      if (!posting) continue;
      const at = posting.forms.indexOf(form);
      const bit = at < 0 ? 32 : 1 << at;
      for (let number = 0; number < posting.fields.length; number += 1) {
        const places = posting.fields[number];
        if (!places || (only >= 0 && number !== only)) continue;
        const { documents, said } = places;
        for (let row = 0; row < documents.length; row += 1) {
          const value = said[row] & bit ? sure : sure * KIN;
          const document = documents[row];
          if (!best[document]) having.push(document);
          if (value > best[document]) best[document] = value;
          if (number === 0 && value > title[document]) title[document] = value;
        }
      }
    }
    return { best, title, having };
  };

  /** The whole of a compound, or all of its parts: adds what a word gives to each document, and
   * returns how many words one has by now.
   * @param {Index} index @param {MeantWord} word @param {Sums} sums @param {Set<number>} out */
  const add = (index, word, { total, titles, complete }, out) => {
    let most = 0;
    const parts = word.slots.map((slot) => met(index, slot, word.field));
    const whole = word.whole ? met(index, word.whole, word.field) : null;
    const ways = whole ? [...parts, whole] : parts;
    const done = ways.length > 1 ? new Uint8Array(index.space) : null;
    for (const way of ways) {
      for (const document of way.having) {
        if (done?.[document]) continue;
        if (done) done[document] = 1;
        let value = 0;
        let inTitle = 0;
        let least = 1;
        for (const part of parts) {
          value += part.best[document] / parts.length;
          inTitle += part.title[document] / parts.length;
          least = Math.min(least, part.best[document]);
        }
        if (whole && whole.best[document] >= value) {
          value = whole.best[document];
          least = value;
          inTitle = Math.max(inTitle, whole.title[document]);
        }
        total[document] += value;
        titles[document] += inTitle;
        if (least > 0) complete[document] += 1;
        if (complete[document] > most && !out.has(document)) most = complete[document];
      }
    }
    return most;
  };

  /** @type {Search['rank']} */
  search.rank = (index, words, clauses, out) => {
    const sums = {
      total: new Float32Array(index.space),
      titles: new Float32Array(index.space),
      complete: new Uint16Array(index.space),
    };
    let best = 0;
    for (const word of words) best = Math.max(best, add(index, word, sums, out));
    // Papers with less than half of the words are not worth the reader's time, nor the sorting.
    const { complete } = sums;
    const hits = search.score(
      index,
      clauses,
      (document) => complete[document] >= best / 2 && !out.has(document),
    );
    const most = hits.reduce((score, hit) => Math.max(score, hit.score), 1);
    for (const hit of hits) {
      hit.words = complete[hit.document];
      const inTitle = (sums.titles[hit.document] / words.length) ** 3;
      hit.rank = sums.total[hit.document] + TITLE * inTitle + (SCORE * hit.score) / most;
    }
    return hits.sort((a, b) => b.rank - a.rank || b.score - a.score || a.document - b.document);
  };
})();
