'use strict';
/** What the page says about a search: how many papers, which words are missing, what to try. */
(() => {
  /** @param {number} count */
  const papers = (count) => (count === 1 ? '1 paper' : `${count} papers`);

  /** @param {string[]} texts */
  const quoted = (texts) => texts.map((text) => `“${text}”`).join(' or ');

  /** @param {Found} found @param {'missing' | 'guessed'} state */
  const those = (found, state) => found.words.filter((word) => word[state]).map((word) => word.text);

  /** @type {Search['says']} */
  sitegen.search.says = (found) => {
    const { hits, complete, words } = found;
    if (hits.length === 0) return 'No papers found.';
    let all = '';
    if (words.length > 1 && complete < hits.length) {
      all = complete === 0 ? ', none with all the words' : `, ${complete} with all the words`;
    }
    const missing = those(found, 'missing');
    const guessed = those(found, 'guessed');
    const lack = missing.length ? ` No paper has ${quoted(missing)}.` : '';
    const near = guessed.length ? ` Searched for words close to ${quoted(guessed)}.` : '';
    return `${papers(hits.length)}${all}.${lack}${near}`;
  };

  /** @type {Search['nothing']} */
  sitegen.search.nothing = ({ cards }, text, found) => {
    const made = document.createElement('p');
    if (found.words.length === 0) {
      made.append(`“${text.trim()}” holds nothing to search by: try a word that tells papers apart.`);
      return [made];
    }
    made.append(`No paper has ${quoted(those(found, 'missing'))}.`);
    const known = [...Object.values(cards.topics), ...cards.cards.map((card) => card.title)];
    const better = found.words.map((word) => sitegen.search.suggest(known, word.text) || word.text);
    const query = better.join(' ');
    if (query === found.words.map((word) => word.text).join(' ')) {
      made.append(' Fewer letters of the word, or another word for the same thing, may find more.');
      return [made];
    }
    const link = document.createElement('a');
    link.href = `?${new URLSearchParams({ q: query })}`;
    link.append(query);
    made.append(' Did you mean ', link, '?');
    return [made];
  };
})();
