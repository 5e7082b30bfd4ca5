/** Puts into the footer what a reader may choose: all of it needs scripts, so no page need hold it. */
(function () {
  'use strict';
  const footer = document.querySelector('body > footer');
  // A theme's page may hold its own.
  if (!footer || document.getElementById('scheme')) return;

  const colours = document.createElement('select');
  colours.id = 'scheme';
  colours.append(new Option('As the system', ''), new Option('Light', 'light'), new Option('Dark', 'dark'));

  /** @param {(Node | string)[]} inside */
  const label = (...inside) => {
    const made = document.createElement('label');
    made.append(...inside);
    return made;
  };

  const chosen = document.createElement('div');
  chosen.className = 'preferences';
  chosen.append(label('Colours ', colours));
  if (document.getElementById('q')) {
    const shortcut = document.createElement('input');
    shortcut.type = 'checkbox';
    shortcut.id = 'shortcuts-toggle';
    const key = document.createElement('kbd');
    key.append('/');
    chosen.append(label(shortcut, ' ', key, ' goes to search'));
  }
  footer.append(chosen);
})();
