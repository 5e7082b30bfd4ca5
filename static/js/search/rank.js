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

  /** How well one slot of the query is met by each document: at best, and in the title.
   * @param {Index} index @param {Meant[]} meant @param {string | null} field */
  const met = (index, meant, field) => {
    const best = new Float32Array(index.space);
    const title = new Float32Array(index.space);
    const only = field ? index.fields.indexOf(field) : -1;
    for (const { term, form, sure } of meant) {
      const posting = index.postings.of(term);
      if (!posting) continue;
      const at = posting.forms.indexOf(form);
      const bit = at < 0 ? 32 : 1 << at;
      for (const [number, places] of posting.fields.entries()) {
        if (!places || (only >= 0 && number !== only)) continue;
        const { documents, said } = places;
        for (let row = 0; row < documents.length; row += 1) {
          const value = said[row] & bit ? sure : sure * KIN;
          const document = documents[row];
          if (value > best[document]) best[document] = value;
          if (number === 0 && value > title[document]) title[document] = value;
        }
      }
    }
    return { best, title };
  };

  /** The whole of a compound, or all of its parts: adds what a word gives to each document.
   * @param {Index} index @param {MeantWord} word @param {Float32Array} total
   * @param {Float32Array} titles @param {Uint8Array} complete */
  const add = (index, word, total, titles, complete) => {
    const parts = word.slots.map((slot) => met(index, slot, word.field));
    const whole = word.whole ? met(index, word.whole, word.field) : null;
    for (let document = 0; document < index.space; document += 1) {
      let sum = 0;
      let title = 0;
      let least = parts.length ? 1 : 0;
      for (const part of parts) {
        sum += part.best[document];
        title += part.title[document];
        least = Math.min(least, part.best[document]);
      }
      let value = parts.length ? sum / parts.length : 0;
      let inTitle = parts.length ? title / parts.length : 0;
      if (whole && whole.best[document] >= value) {
        value = whole.best[document];
        least = value;
        inTitle = Math.max(inTitle, whole.title[document]);
      }
      if (!value) continue;
      total[document] += value;
      titles[document] += inTitle;
      if (least > 0) complete[document] += 1;
    }
  };

  /** @type {Search['rank']} */
  search.rank = (index, words, clauses) => {
    const total = new Float32Array(index.space);
    const titles = new Float32Array(index.space);
    const complete = new Uint8Array(index.space);
    for (const word of words) add(index, word, total, titles, complete);
    const hits = search.score(index, clauses);
    const most = hits.length ? hits[0].score : 1;
    for (const hit of hits) {
      const { document } = hit;
      hit.words = complete[document];
      const inTitle = (titles[document] / words.length) ** 3;
      hit.rank = total[document] + TITLE * inTitle + (SCORE * hit.score) / most;
    }
    return hits.sort((a, b) => b.rank - a.rank || b.score - a.score || a.document - b.document);
  };
})();
