'use strict';
/** Where terms stand: unpacked from the shards that hold them, when they are asked for. */
(() => {
  const { search } = sitegen;
  /** Unpacked terms are kept until so many places are; a common word has thousands. */
  const MOST_PLACES = 600000;
  /** Shards ahead of need are few, or none. */
  const MOST_AHEAD = 2;
  const SHORTEST_AHEAD = 3;

  /** @typedef {{ places: Map<string, number>, forms: string[], packed: string[] }} Rows */

  /** @param {string} packed @returns {Places | null} */
  const places = (packed) => {
    if (!packed) return null;
    const numbers = search.numbers(packed);
    const pairs = numbers[0];
    const head = 1 + 2 * pairs;
    const count = (numbers.length - head) / (pairs > 1 ? 2 : 1);
    const documents = new Uint32Array(count);
    const weights = new Float64Array(count);
    const said = new Uint8Array(count);
    let document = -1;
    for (let at = 0; at < count; at += 1) {
      document += numbers[head + at] + 1;
      const pair = 1 + 2 * (pairs > 1 ? numbers[head + count + at] : 0);
      documents[at] = document;
      weights[at] = numbers[pair] / 1000;
      said[at] = numbers[pair + 1];
    }
    return { documents, weights, said };
  };

  /** @param {string} term @param {string} forms @param {string} packed @returns {Posting} */
  const posting = (term, forms, packed) => {
    const fields = packed.split('|').map(places);
    const count = fields.reduce((sum, field) => sum + (field ? field.documents.length : 0), 0);
    return { term, forms: search.wordsOf(forms, term, ','), fields, count };
  };

  /** @type {Search['places']} */
  search.places = (index, term, field) => {
    const only = field ? index.fields.indexOf(field) : -1;
    const fields = index.postings.of(term)?.fields || [];
    return fields.flatMap((each, at) => (each && (only < 0 || at === only) ? [each] : []));
  };

  /** @type {Search['postings']} */
  search.postings = (tables, fetch) => {
    /** @type {Map<string, Posting | null>} */
    const known = new Map();
    let held = 0;

    /** The rows of a shard, read once: the endings of a word mostly stand together.
     * @type {Map<string, Promise<Rows>>} */
    const shards = new Map();

    /** @param {string} name @returns {Promise<Rows>} */
    const rowsOf = async (name) => {
      const [terms, forms, packed] = await fetch(name);
      const places = new Map(search.wordsOf(terms).map((term, at) => [term, at]));
      return { places, forms: forms.split(' '), packed: packed.split(' ') };
    };

    /** @param {string} name */
    const shard = (name) => {
      const there = shards.get(name) || rowsOf(name);
      shards.set(name, there);
      there.catch(() => shards.delete(name));
      return there;
    };

    /** @param {string} term */
    const one = async (term) => {
      if (known.has(term)) return;
      const name = await tables.terms.of(term);
      const rows = name ? await shard(name) : null;
      const at = rows?.places.get(term);
      if (!rows || at === undefined) return void known.set(term, null);
      const made = posting(term, rows.forms[at], rows.packed[at]);
      known.set(term, made);
      held += made.count;
    };

    return {
      tidy() {
        if (held <= MOST_PLACES) return;
        known.clear();
        shards.clear();
        held = 0;
      },
      async ahead(text) {
        if (text.length < SHORTEST_AHEAD) return;
        const names = await tables.terms.beginning(text, MOST_AHEAD);
        await Promise.all(names.map(shard));
      },
      async load(terms) {
        await Promise.all([...new Set(terms)].map(one));
      },
      of: (term) => known.get(term) || null,
    };
  };
})();
