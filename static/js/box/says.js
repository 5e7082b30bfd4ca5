'use strict';
/** What is said about an answer: how many papers, which words are missing, what was read. */
(() => {
  const { view } = sitegen;

  /** @param {string[]} texts */
  const quoted = (texts) => texts.map((text) => `“${text}”`).join(' or ');

  /** @param {Found} found @param {'missing' | 'guessed'} state */
  const those = ({ words }, state) => words.filter((word) => word[state]).map((word) => word.text);

  /** @param {Answer} answer */
  const phrases = ({ found, hits, read, unread }) => {
    const { length } = found.asked.phrases;
    const which = length > 1 ? 'the phrases' : 'the phrase';
    const of = unread.length ? `the best ${read} of ${view.count(read + unread.length)}` : view.count(read);
    return `${view.count(hits.length)} with ${which}: ${of} that may have ${length > 1 ? 'them' : 'it'} checked.`;
  };

  /** @param {Found} found @param {number} shown */
  const words = (found, shown) => {
    const { complete, hits } = found;
    if (found.words.length < 2 || shown !== hits.length || complete === shown) return '';
    return complete ? `, ${complete.toLocaleString('en')} with all the words` : ', none with all the words';
  };

  /** @type {View['says']} */
  view.says = ({ found, hits, kind, read, unread, ...rest }) => {
    if (read) return phrases({ found, hits, kind, read, unread, ...rest });
    if (!hits.length) return 'No papers found.';
    if (kind === 'similar') return `${view.count(hits.length)} like this text, the most similar first.`;
    const missing = those(found, 'missing');
    const guessed = those(found, 'guessed').filter((text) => !missing.includes(text));
    const lack = missing.length ? ` No paper has ${quoted(missing)}.` : '';
    const near = guessed.length ? ` Searched for words close to ${quoted(guessed)}.` : '';
    return `${view.count(hits.length)}${words(found, hits.length)}.${lack}${near}`;
  };
})();
