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
  /** What it costs more to lack a word, each time that half as many papers have it. */
  const RARE = 0.05;

  /** What its parts count against a compound: *C* is not quite what *C++* asks for, nor *X* and *ray*
   * what *X-ray* does. So in a title they count less than *X-rays* in an abstract. */
  const LOOSE = 0.65;

  /** @typedef {{ place: Int32Array, count: number }} Chosen */
  /** @typedef {{ total: Float32Array, titles: Float32Array, lacks: Float32Array }} Sums */

  /** How well one slot of the query is met by each chosen document: at best, and in the title.
   * @param {Index} index @param {Meant[]} meant @param {string | null} field
   * @param {Chosen} chosen */
  const met = (index, meant, field, { place, count }) => {
    const best = new Float32Array(count + 1);
    const title = new Float32Array(count + 1);
    const only = field ? index.fields.indexOf(field) : -1;
    for (const { term, form, sure } of meant) {
      const posting = index.postings.of(term);
      if (!posting) continue;
      const known = posting.forms.indexOf(form);
      const bit = known < 0 ? 32 : 1 << known;
      for (let number = 0; number < posting.fields.length; number += 1) {
        const places = posting.fields[number];
        if (!places || (only >= 0 && number !== only)) continue;
        const { documents, said } = places;
        for (let row = 0; row < documents.length; row += 1) {
          const at = place[documents[row]];
          if (!at) continue;
          const value = said[row] & bit ? sure : sure * KIN;
          if (value > best[at]) best[at] = value;
          if (number === 0 && value > title[at]) title[at] = value;
        }
      }
    }
    return { best, title };
  };

  /** The whole of a compound, or all of its parts: adds what a word gives to each document.
   * @param {Index} index @param {MeantWord} word @param {number} lack What it costs to have none of it.
   * @param {Chosen} chosen @param {Sums} sums */
  const add = (index, word, lack, chosen, { total, titles, lacks }) => {
    const parts = word.slots.map((slot) => met(index, slot, word.field, chosen));
    const whole = word.whole ? met(index, word.whole, word.field, chosen) : null;
    if (word.dated.length) {
      // Who mentions a year is hardly meant, unless in a title.
      parts[0].best = parts[0].best.map((value) => value * KIN);
      for (const document of word.dated) parts[0].best[chosen.place[document]] = 1;
    }
    const worth = whole ? LOOSE : 1;
    for (let at = 1; at <= chosen.count; at += 1) {
      let value = 0;
      let inTitle = 0;
      for (const part of parts) {
        value += (worth * part.best[at]) / parts.length;
        inTitle += (worth * part.title[at]) / parts.length;
      }
      if (whole && whole.best[at] >= value) {
        value = whole.best[at];
        inTitle = Math.max(inTitle, whole.title[at]);
      }
      total[at] += value;
      if (!value) lacks[at] += lack;
      titles[at] += inTitle;
    }
  };

  /** What it costs to lack each word, beyond what the commonest costs: who remembers half of a paper
   * adds *using* or *model* to what few papers say. So little that two words outweigh any one.
   * @param {Index} index @param {MeantWord[]} words */
  const telling = (index, words) => {
    const bits = words.map(({ slots, whole, field, dated, asked }) => {
      const said = (/** @type {Meant[]} */ slot) =>
        slot
          .flatMap(({ term }) => search.places(index, term, field))
          .reduce((sum, { documents }) => sum + documents.length, 0);
      const parts = slots.length ? Math.min(...slots.map(said)) : 0;
      const papers = Math.max(parts, whole ? said(whole) : 0, dated.length);
      return asked.initial ? 0 : Math.log2(1 + index.papers / (1 + papers));
    });
    const least = Math.min(...bits.filter((_, at) => !words[at].asked.initial));
    return bits.map((one) => RARE * Math.max(0, one - least));
  };

  /** The papers of a year that have nothing else of the query, where none has more.
   * @param {MeantWord[]} words @param {Hit[]} said @param {Uint16Array} counts @param {number} most */
  const dated = (words, said, counts, most) => {
    const others = new Set(words.flatMap((word) => [...word.dated]));
    if (others.size) for (const { document } of said) others.delete(document);
    return Array.from(others, (document) => ({ document, score: 0, words: 0, rank: 0 })).filter(
      ({ document }) => counts[document] && counts[document] === most,
    );
  };

  /** @type {Search['rank']} */
  search.rank = (index, words, clauses, out, share) => {
    const { counts, documents } = search.coverage(index, search.needed(words));
    for (const one of out) counts[one] = 0;
    let most = 0;
    for (let at = 0; at < documents.length; at += 1) most = Math.max(most, counts[documents[at]]);
    // Papers with much less than the best are not worth the reader's time, nor the sorting.
    for (let at = 0; at < documents.length; at += 1) {
      if (counts[documents[at]] < most * share) counts[documents[at]] = 0;
    }
    // Where none has a whole word, parts of one are better than nothing.
    const within = most ? search.within(index, counts) : index;
    const scored = search.score(within, clauses);
    const said = most ? scored : scored.filter((hit) => !out.has(hit.document));
    /** @type {Hit[]} */
    const hits = [...said, ...dated(words, said, counts, most)];
    const chosen = { place: new Int32Array(index.space), count: hits.length };
    hits.forEach((hit, at) => {
      chosen.place[hit.document] = at + 1;
    });
    const sums = {
      total: new Float32Array(hits.length + 1),
      titles: new Float32Array(hits.length + 1),
      lacks: new Float32Array(hits.length + 1),
    };
    const lacks = telling(index, words);
    words.forEach((word, at) => add(within, word, lacks[at], chosen, sums));
    const highest = hits.reduce((score, hit) => Math.max(score, hit.score), 1);
    hits.forEach((hit, at) => {
      hit.words = counts[hit.document];
      const inTitle = (sums.titles[at + 1] / words.length) ** 3;
      const even = sums.total[at + 1] + TITLE * inTitle + (SCORE * hit.score) / highest;
      hit.even = even;
      hit.rank = even - sums.lacks[at + 1];
    });
    return hits.sort((a, b) => b.rank - a.rank || b.score - a.score || a.document - b.document);
  };
})();
