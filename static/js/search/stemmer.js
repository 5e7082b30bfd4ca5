'use strict';
/** Porter's stemmer in lunr.js's variation, table by table that of sitegen/search/stemmer.py. */
(() => {
  /** @param {string} pairs */
  const table = (pairs) =>
    new Map(pairs.split(' ').map((pair) => /** @type {[string, string]} */ (pair.split(':'))));

  const STEP_2 = table(
    'ational:ate tional:tion enci:ence anci:ance izer:ize bli:ble alli:al entli:ent eli:e ' +
      'ousli:ous ization:ize ation:ate ator:ate alism:al iveness:ive fulness:ful ousness:ous ' +
      'aliti:al iviti:ive biliti:ble logi:log',
  );
  const STEP_3 = table('icate:ic ative: alize:al iciti:ic ical:ic ful: ness:');
  const STEP_4 = table(
    'al: ance: ence: er: ic: able: ible: ant: ement: ment: ent: ou: ism: ate: iti: ous: ive: ize:',
  );

  /** `v` for a vowel, `c` for anything else; a y is a vowel after a consonant.
   * @param {string} word */
  const shape = (word) => {
    let found = '';
    for (let at = 0; at < word.length; at += 1) {
      const char = word[at];
      const vowel = 'aeiou'.includes(char) || (char === 'y' && found.endsWith('c'));
      found += vowel ? 'v' : 'c';
    }
    return found;
  };

  /** Porter's m: how often a vowel is followed by a consonant.
   * @param {string} word */
  const measure = (word) => shape(word).split('vc').length - 1;

  /** Consonants, one vowel, one consonant that is not w, x or y.
   * @param {string} word */
  const isShort = (word) => !/[wxy]$/.test(word) && /^c+vc$/.test(shape(word));

  /** Step 1a. @param {string} word */
  const plural = (word) => {
    if ((word.length > 4 && word.endsWith('sses')) || (word.length > 3 && word.endsWith('ies'))) {
      return word.slice(0, -2);
    }
    return word.length > 2 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
  };

  /** Step 1b. @param {string} word */
  const past = (word) => {
    if (word.length > 3 && word.endsWith('eed')) {
      return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
    }
    const stem = word.replace(/(ed|ing)$/, '');
    if (stem === word || !shape(stem).includes('v')) return word;
    if (/(at|bl|iz)$/.test(stem)) return `${stem}e`;
    if (/([^aeiouylsz])\1$/.test(stem)) return stem.slice(0, -1);
    return isShort(stem) ? `${stem}e` : stem;
  };

  /** The longest suffix in `known`, at least a letter before it.
   * @param {string} word @param {Map<string, string>} known */
  const suffix = (word, known) => {
    for (let length = Math.min(7, word.length - 1); length > 1; length -= 1) {
      if (known.has(word.slice(-length))) return word.slice(-length);
    }
    return null;
  };

  /** The suffix replaced, if what stands before it measures more than `above`.
   * @param {string} word @param {Map<string, string>} known @param {number} above */
  const replaced = (word, known, above) => {
    const end = suffix(word, known);
    if (end === null) return word;
    const head = word.slice(0, -end.length);
    return measure(head) > above ? head + known.get(end) : word;
  };

  /** Step 4. @param {string} word */
  const withoutSuffix = (word) => {
    if (suffix(word, STEP_4) !== null) return replaced(word, STEP_4, 1);
    const ion = word.length > 4 && /[st]ion$/.test(word) && measure(word.slice(0, -3)) > 1;
    return ion ? word.slice(0, -3) : word;
  };

  /** Step 5. @param {string} word */
  const tidied = (word) => {
    let found = word;
    if (word.length > 1 && word.endsWith('e')) {
      const head = word.slice(0, -1);
      const size = measure(head);
      if (size > 1 || (size === 1 && !isShort(head))) found = head;
    }
    return found.endsWith('ll') && measure(found) > 1 ? found.slice(0, -1) : found;
  };

  /** @type {Search['stem']} */
  sitegen.search.stem = (word) => {
    if (word.length < 3) return word;
    let found = past(plural(word));
    if (found.length > 2 && /[^aeiou]y$/.test(found)) found = `${found.slice(0, -1)}i`;
    found = replaced(found, STEP_2, 0);
    found = replaced(found, STEP_3, 0);
    return tidied(withoutSuffix(found));
  };
})();
