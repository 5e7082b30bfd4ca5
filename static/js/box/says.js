'use strict';
/** What is said about an answer: how many papers, which words are missing, what was read. */
(() => {
  const { view } = sitegen;

  /** Who pastes something does not want all of it read out. */
  const MOST = 5;
  const LONGEST = 60;

  /** @param {string} text */
  const cut = (text) => (text.length > LONGEST ? `${[...text].slice(0, LONGEST).join('')}…` : text);

  /** @param {string[]} texts */
  const quoted = (texts) => {
    const each = [...new Set(texts)];
    const some = each.slice(0, MOST).map((text) => `“${cut(text)}”`);
    const others = each.length - some.length;
    if (others) some.push(`${view.number(others)} other ${others === 1 ? 'word' : 'words'}`);
    return some.join(' or ');
  };

  /** @param {Found} found @param {'missing' | 'guessed'} state */
  const those = ({ words }, state) => words.filter((word) => word[state]).map((word) => word.text);

  /** @param {Answer} answer */
  const phrases = ({ found, hits, read, maybe, unread, query }) => {
    const [which, its] = found.asked.phrases.length > 1 ? ['the phrases', 'their'] : ['the phrase', 'its'];
    if (found.asked.phrases.every((phrase) => phrase.not)) {
      const some = unread.length ? ` Checked: the first ${read} of ${view.number(read + unread.length)}.` : '';
      return `${view.count(hits.length)} without ${which}.${some}`;
    }
    const all = view.number(read + unread.length);
    const first = query.order === 'year' ? 'newest' : 'best';
    const every = read === 1 ? 'the one that has' : `all ${all} that have`;
    const best = unread.length ? `the ${first} ${read} of the ${all} that have` : every;
    const some = hits.length ? view.count(hits.length - maybe) : 'No papers';
    // Cards show the first authors of many.
    const others = maybe ? `, ${view.number(maybe)} more where authors not shown here may have the name` : '';
    return `${some} with ${which}${others}. Checked: ${best} ${its} words.`;
  };

  /** @param {Answer} answer */
  const words = ({ found, hits, query }) => {
    // Newest first, there are those alone that have the most of the words.
    const isWhole = hits[0].words === found.words.length;
    if (query.order === 'year') {
      const which = found.words.length < 2 ? '' : ` with ${isWhole ? 'all the words' : 'the most words of the query'}`;
      return `${which}, newest first`;
    }
    const complete = hits.filter((hit) => hit.words === found.words.length).length;
    if (found.words.length < 2 || complete === hits.length) return '';
    return complete ? `, ${view.number(complete)} with all the words` : ', none with all the words';
  };

  /** @type {View['says']} */
  view.says = (answer) => {
    const { found, hits, kind, read, query } = answer;
    if (read) return phrases(answer);
    const missing = those(found, 'missing');
    const lack = missing.length ? ` No paper has ${quoted(missing)}.` : '';
    if (!hits.length) return `No papers found.${found.words.length > 1 ? lack : ''}`;
    if (kind === 'all') return `${view.count(hits.length)}, newest first.`;
    if (kind === 'similar') return `${view.count(hits.length)} like this text, ${query.order === 'year' ? 'newest' : 'the most similar'} first.`;
    const guessed = those(found, 'guessed').filter((text) => !missing.includes(text));
    const near = guessed.length ? ` Searched for words close to ${quoted(guessed)}.` : '';
    return `${view.count(hits.length)}${words(answer)}.${lack}${near}`;
  };
})();
