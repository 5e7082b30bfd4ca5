'use strict';
/** A part of a text without case and accents, as sitegen/search/analysis.py folds it. */
(() => {
  const DROPPED =
    /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u{e0100}-\u{e01ef}]/gu;
  const ODD = /[øłđðħıςßæœþ]/g;
  /** @type {Record<string, string>} */
  const SPELT_OUT = {
    ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ς: 'σ', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th',
  };
  /** A Greek letter alone goes by its name. */
  const NAMES =
    'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega';
  const GREEK = new Map(NAMES.split(' ').map((name, at) => ['αβγδεζηθικλμνξοπρστυφχψω'[at], name]));
  const ASCII = /^[\0-\x7f]*$/;

  /** @type {Search['folded']} */
  sitegen.search.folded = (part) => {
    if (ASCII.test(part)) return part.toLowerCase();
    const value = part
      .normalize('NFKD')
      .replace(DROPPED, '')
      .toLowerCase()
      .replace(ODD, (char) => SPELT_OUT[char])
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}\p{M}.]/gu, '');
    return GREEK.get(value) || value;
  };
})();
