'use strict';
/** The small list under the box: a combobox whose options are reached by arrows, as ARIA has it. */
(() => {
  const { view } = sitegen;
  const { element } = view;

  /** @param {HTMLInputElement} box */
  const described = (box) => {
    const list = element('div', 'options');
    list.id = 'q-options';
    list.hidden = true;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', 'Suggestions');
    const status = element('p', 'hidden');
    status.setAttribute('role', 'status');
    box.setAttribute('role', 'combobox');
    box.setAttribute('aria-autocomplete', 'list');
    box.setAttribute('aria-controls', list.id);
    box.setAttribute('aria-expanded', 'false');
    box.form?.append(list, status);
    return { list, status };
  };

  /** @type {View['popup']} */
  view.popup = (box) => {
    const { list, status } = described(box);
    /** @type {HTMLElement[]} */
    let options = [];
    let at = -1;

    /** @param {number} to */
    const choose = (to) => {
      options[at]?.setAttribute('aria-selected', 'false');
      at = to;
      const option = options[at];
      if (!option) return box.removeAttribute('aria-activedescendant');
      option.setAttribute('aria-selected', 'true');
      option.scrollIntoView({ block: 'nearest' });
      box.setAttribute('aria-activedescendant', option.id);
    };

    const close = () => {
      choose(-1);
      list.hidden = true;
      status.textContent = '';
      box.setAttribute('aria-expanded', 'false');
    };

    /** @type {Record<string, () => boolean>} */
    const keys = {
      ArrowDown: () => (choose(at + 1 < options.length ? at + 1 : -1), true),
      ArrowUp: () => (choose(at < 0 ? options.length - 1 : at - 1), true),
      Escape: () => (close(), true),
      Tab: () => (close(), false),
      Enter: () => {
        const option = options[at];
        if (option) option.click();
        return Boolean(option);
      },
    };

    box.addEventListener('keydown', (event) => {
      if (list.hidden || event.isComposing || event.shiftKey || event.altKey) return;
      if ((event.ctrlKey || event.metaKey) && event.key !== 'Enter') return;
      if (keys[event.key]?.()) event.preventDefault();
    });
    // What was chosen was chosen of another list: Enter is about what is typed now.
    box.addEventListener('input', () => choose(-1));
    // The box keeps the focus while an option is pressed.
    list.addEventListener('mousedown', (event) => event.preventDefault());
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof Node && !box.form?.contains(target)) close();
    });
    document.addEventListener('click', ({ target }) => {
      if (target instanceof Node && target.isConnected && !box.form?.contains(target)) close();
    });

    return {
      show(found) {
        choose(-1);
        options = found;
        for (const [number, option] of options.entries()) option.id = `q-option-${number}`;
        list.replaceChildren(...options);
        list.scrollTop = 0;
        list.hidden = options.length === 0;
        box.setAttribute('aria-expanded', String(!list.hidden));
      },
      says: (text) => {
        status.textContent = text;
      },
      close,
      isClosed: () => list.hidden,
    };
  };
})();
