'use strict';
/** `/` puts the cursor into the search box; a reader may switch that off, and it stays off. */
(() => {
  const key = `${document.documentElement.dataset.site || 'sitegen'}:shortcuts`;
  const toggle = document.getElementById('shortcuts-toggle');

  /** Storage may be denied altogether: then the choice holds for this page. */
  const remembered = () => {
    try {
      return localStorage.getItem(key) !== 'off';
    } catch {
      return true;
    }
  };

  const hint = document.querySelector('[data-shortcut-hint]');
  let on = remembered();
  const tell = () => void (hint instanceof HTMLElement && (hint.hidden = !on));
  tell();
  if (toggle instanceof HTMLInputElement) {
    toggle.checked = on;
    toggle.addEventListener('change', () => {
      on = toggle.checked;
      tell();
      try {
        localStorage.setItem(key, on ? 'on' : 'off');
      } catch {
        // The choice holds until the page is left.
      }
    });
  }

  document.addEventListener('keydown', (event) => {
    const { target } = event;
    if (!on || event.key !== '/' || event.isComposing || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select')) return;
    if (target instanceof HTMLElement && target.isContentEditable) return;
    const box = document.getElementById('q');
    if (!(box instanceof HTMLInputElement)) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
})();
