/** Copies the text of the element that a button names, and says so. */
(function () {
  'use strict';

  /** @param {Element} source What to copy where the clipboard is out of reach: selected, so that one key does. */
  function select(source) {
    const range = document.createRange();
    range.selectNodeContents(source);
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  }

  for (const button of document.querySelectorAll('button[data-copy]')) {
    if (!(button instanceof HTMLButtonElement)) continue;
    const source = document.getElementById(button.dataset.copy ?? '');
    const status = button.parentElement?.querySelector('[role="status"]');
    if (!source || !status) continue;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(source.textContent);
        status.textContent = 'Copied.';
      } catch {
        source.closest('details')?.setAttribute('open', '');
        select(source);
        status.textContent = 'Selected: copy it with your keyboard.';
      }
      setTimeout(() => { status.textContent = ''; }, 4000);
    });
  }
})();
