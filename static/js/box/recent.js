'use strict';
/** The last searches, kept on this device alone, where the browser keeps anything. */
(() => {
  const MOST = 8;
  const LONGEST = 120;
  const key = `${document.documentElement.dataset.site || 'sitegen'}:searches`;

  /** @returns {string[]} */
  const all = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(key) || '[]');
      return Array.isArray(kept) ? kept.filter((text) => typeof text === 'string').slice(0, MOST) : [];
    } catch {
      return [];
    }
  };

  /** @param {string[]} texts */
  const keep = (texts) => {
    try {
      if (texts.length) localStorage.setItem(key, JSON.stringify(texts));
      else localStorage.removeItem(key);
    } catch {
      // A browser that keeps nothing has no recent searches.
    }
  };

  sitegen.view.recent = {
    all,
    add(text) {
      const said = text.trim();
      // A pasted abstract would fill the list without being recognised in it.
      if (!said || said.length > LONGEST) return;
      keep([said, ...all().filter((other) => other !== said)].slice(0, MOST));
    },
    clear: () => keep([]),
  };
})();
