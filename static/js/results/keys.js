'use strict';
/** Arrows lead from the box through the results and back, Escape straight back. */
(() => {
  /** @type {View['keys']} */
  sitegen.view.keys = (box, list) => {
    /** @param {number} step @param {HTMLElement} from */
    const move = (step, from) => {
      const links = Array.from(list.querySelectorAll('h2 a'));
      const within = links.findIndex((link) => link.closest('li')?.contains(from));
      const at = from === box ? -1 : within;
      const target = at + step < 0 ? box : links[at + step];
      if (!(target instanceof HTMLElement)) return false;
      target.focus();
      return true;
    };

    document.addEventListener('keydown', (event) => {
      const { target, key } = event;
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (!(target instanceof HTMLElement) || !(target === box || list.contains(target))) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[key];
      if (step && !(target === box && step < 0) && move(step, target)) event.preventDefault();
      if (key === 'Escape' && target !== box) box.focus();
    });
  };
})();
