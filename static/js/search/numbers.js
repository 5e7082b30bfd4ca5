'use strict';
/** Reads whole numbers from printable characters, as sitegen/search/numbers.py writes them. */
(() => {
  const LAST = 60;
  const VALUES = new Uint8Array(128);
  let count = 0;
  for (let code = 33; code < 127; code += 1) {
    if (!'"\'&<>\\|'.includes(String.fromCharCode(code))) {
      VALUES[code] = count;
      count += 1;
    }
  }
  const MORE = count - LAST;

  /** @type {Search['numbers']} */
  sitegen.search.numbers = (text) => {
    const found = new Int32Array(text.length);
    let length = 0;
    let high = 0;
    for (let at = 0; at < text.length; at += 1) {
      const value = VALUES[text.charCodeAt(at)];
      if (value < LAST) {
        found[length] = high * LAST + value;
        length += 1;
        high = 0;
      } else {
        high = high * MORE + value - LAST + 1;
      }
    }
    return found.subarray(0, length);
  };

  /** @type {Search['value']} */
  sitegen.search.value = (char) => VALUES[char.charCodeAt(0)];

  /** @type {Search['wordsOf']} */
  sitegen.search.wordsOf = (coded, first = '', sign = ' ') => {
    let before = first;
    return coded.split(sign).map((each) => {
      before = before.slice(0, each.charCodeAt(0) - 97) + each.slice(1);
      return before;
    });
  };
})();
