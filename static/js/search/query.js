'use strict';
/** What a reader types → words, clauses and ranked results; nothing typed is an error.
 *
 * A known term counts ten times. The last word, which may still be growing, stands for every
 * term that it begins; an unknown word for the terms one edit away, or else, if it may be growing,
 * for what begins so, or else for the longest term that it begins with itself. Papers that match more of the words come first, equals by lunr's score. */
(() => {
  const EXACT = 10;

  /** What an unknown word may have meant; a beginning needs four letters to be told from others.
   * @param {IndexReader} reader @param {Form} form @param {boolean} growing */
  const guesses = (reader, { term, text }, growing) => {
    // A word of one or two letters is one letter away from half of all short words.
    const near = text.length >= 3 ? reader.near(term) : [];
    if (near.length) return near;
    const begun = growing && text.length >= 4 ? reader.nearPrefix(text) : [];
    return begun.length ? begun : reader.stem(text);
  };

  /** The terms that one part of a word stands for.
   * @param {IndexReader} reader @param {Form} form @param {boolean} growing @returns {Slot} */
  const slot = (reader, form, growing) => {
    const exact = reader.has(form.term) ? [form.term] : [];
    const open = growing ? reader.prefix(form.text) : [];
    const loose = open.filter((term) => term !== form.term);
    if (exact.length || loose.length) return { exact, loose, guessed: false };
    return { exact, loose: guesses(reader, form, growing), guessed: true };
  };

  /** @param {IndexReader} reader @param {Token} token @param {boolean} growing @returns {Word} */
  const word = (reader, token, growing) => {
    const last = token.parts.length - 1;
    const slots = token.parts.map((part, at) => slot(reader, part, growing && at === last));
    const known = token.whole ? slot(reader, token.whole, growing) : null;
    const whole = known && !known.guessed ? known : null;
    const found = (whole ? [whole, ...slots] : slots).filter((one) => one.exact.length + one.loose.length);
    return {
      text: token.raw,
      slots,
      whole,
      missing: found.length === 0,
      guessed: found.length > 0 && found.every((one) => one.guessed),
    };
  };

  /** The words of a query. A last word that is a stop word counts only if it is alone, as the
   * beginning of another.
   * @param {IndexReader} reader @param {Analysis} analysis @param {string} text */
  const words = (reader, analysis, text) => {
    const tokens = analysis.tokens(text);
    const telling = tokens.filter((token) => token.parts.length || token.whole);
    const typed = tokens[tokens.length - 1];
    const growing = typed && typed.end === text.length ? typed : null;
    if (telling.length === 0 && growing) {
      const start = sitegen.search.folded(growing.raw);
      const form = { text: start, term: start, start: growing.start, end: growing.end };
      return [word(reader, { ...growing, parts: [form] }, true)];
    }
    return telling.map((token) => word(reader, token, token === growing));
  };

  /** @param {Word[]} asked @returns {Clause[]} */
  const clauses = (asked) =>
    asked
      .flatMap((one) => (one.whole ? [...one.slots, one.whole] : one.slots))
      .flatMap(({ exact, loose }) => [
        { terms: exact, boost: EXACT },
        { terms: loose, boost: 1 },
      ])
      .filter((clause) => clause.terms.length);

  /** 1 for each document that has one of the terms of a slot.
   * @param {IndexReader} reader @param {Slot} slot */
  const having = (reader, { exact, loose }) => {
    const found = new Uint8Array(reader.size);
    for (const term of [...exact, ...loose]) {
      for (const field of reader.fields.keys()) {
        for (const document of reader.documents(term, field)) found[document] = 1;
      }
    }
    return found;
  };

  /** How many of the words each document has: the whole of a word, or all of its parts.
   * @param {IndexReader} reader @param {Word[]} asked */
  const counts = (reader, asked) => {
    const found = new Uint16Array(reader.size);
    for (const { slots, whole } of asked) {
      const parts = slots.map((one) => having(reader, one));
      const joined = whole && having(reader, whole);
      for (let document = 0; document < reader.size; document += 1) {
        const all = parts.length > 0 && parts.every((part) => part[document]);
        if (all || (joined && joined[document])) found[document] += 1;
      }
    }
    return found;
  };

  /** @type {Search['find']} */
  sitegen.search.find = (reader, analysis, text) => {
    const asked = words(reader, analysis, text);
    const sought = clauses(asked);
    const matched = counts(reader, asked);
    const scored = sought.length ? sitegen.search.score(reader, sought) : [];
    const best = scored.reduce((most, hit) => Math.max(most, matched[hit.document]), 0);
    const hits = scored
      .map((hit) => ({ ...hit, matched: matched[hit.document] }))
      .filter((hit) => hit.matched >= best / 2)
      .sort((a, b) => b.matched - a.matched || b.score - a.score || a.document - b.document);
    return {
      words: asked,
      hits,
      complete: hits.filter((hit) => hit.matched === asked.length).length,
      terms: new Set(sought.flatMap((clause) => clause.terms)),
    };
  };
})();
