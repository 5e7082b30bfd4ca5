/** Puts a button behind the BibTeX that copies it, and says so. */
(function () {
  'use strict';
  const source = document.getElementById('bibtex');
  const folded = source?.closest('details');
  if (!source || !folded) return;

  /** Where the clipboard is out of reach: selected, so that one key does. */
  const select = () => {
    const range = document.createRange();
    range.selectNodeContents(source);
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  };

  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.copy = source.id;
  button.append('Copy BibTeX');
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  const line = document.createElement('p');
  line.append(button, ' ', status);
  folded.after(line);

  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(source.textContent);
      status.textContent = 'Copied.';
    } catch {
      folded.open = true;
      select();
      status.textContent = 'Selected: copy it with your keyboard.';
    }
    setTimeout(() => { status.textContent = ''; }, 4000);
  });
})();
