'use strict';
/** A pasted text instead of a query: the papers most like it, found by its most telling terms. */
(() => {
  const { search } = sitegen;
  const MOST_TERMS = 12;
  /** The paper that a text was taken from has all of its words: what is like it has some. */
  const ALIKE = 1 / 6;
  /** From so many words on a text was pasted. */
  const WORDS = 26;
  /** Where no blank parts words, from so many characters on that nothing parts at all. */
  const UNPARTED = /[\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff]{16}/;

  /** Who names a field, or puts it all in quotes, asks for that at any length. */
  const ASKED = /(?<!\S)-?(?:title|authors?|topics?|venue|year)[:：]\S|^\s*(?:"[^"]*"?|“[^”]*”?|„[^“”]*[“”]?|«[^»]*»?|»[^«]*«?)\s*$/i;

  /** @type {Search['isPasted']} */
  search.isPasted = (text) =>
    (text.trim().split(/\s+/).length >= WORDS && !ASKED.test(text)) ||
    search.pieces(text).some(({ minus, prefix, plain }) => !minus && !prefix && UNPARTED.test(plain));

  /** @type {Search['similar']} */
  search.similar = async (index, text) => {
    const tokens = index.analysis.tokens(text).filter((token) => token.parts.length);
    /** @type {Map<string, { form: Form, count: number }>} */
    const said = new Map();
    for (const form of tokens.flatMap((token) => token.parts)) {
      const one = said.get(form.text);
      if (one) one.count += 1;
      else said.set(form.text, { form, count: 1 });
    }
    // The lexicon tells how rare a word is before its postings are fetched.
    const told = await Promise.all(
      [...said.values()].map(async ({ form, count }) => {
        const known = (await index.lexicon.beginning(form.text)).find((one) => one.word === form.text);
        const rare = Math.log2(index.papers + 1) - (known ? known.often : 99);
        // As a word of a query it would ask for the papers of that year.
        const isTelling = known && known.often > 0 && !search.isYear(form.text);
        return { form, worth: isTelling ? rare * Math.sqrt(count) : -1 };
      }),
    );
    const telling = told
      .filter((one) => one.worth > 0)
      .sort((a, b) => b.worth - a.worth)
      .slice(0, MOST_TERMS);
    const query = telling.map((one) => one.form.text).join(' ');
    return search.find(index, `${query} `, ALIKE);
  };
})();
