/** Loads the page anew when the site was built again: only in sites that `sitegen watch` built. */
(() => {
  'use strict';
  const { dataset } = document.documentElement;
  const root = dataset.root || '';
  const pause = 300;
  const gone = document.createElement('p');
  gone.setAttribute('role', 'alert');
  gone.textContent = 'This page is no longer part of the library: the last build made the site without it.';
  let known = '';

  const later = () => {
    setTimeout(look, pause);
  };

  /** @type {(name: string, then: () => void) => void} */
  const load = (name, then) => {
    const script = document.createElement('script');
    script.src = `${root}static/${name}.js?${Date.now()}`;
    script.onload = () => {
      script.remove();
      then();
    };
    script.onerror = () => {
      script.remove();
      later();
    };
    document.head.append(script);
  };

  /** @type {(pages: string[]) => boolean} */
  const isAmong = (pages) => {
    const own = decodeURI(location.href.replace(/[?#].*/, '').slice(new URL(root || '.', location.href).href.length));
    // Some servers leave endings out.
    return pages.includes(own || 'index.html') || pages.includes(`${own}.html`);
  };

  const look = () => load('stamp', () => {
    const now = dataset.stamp || '';
    if (!known) known = now;
    if (now === known) return later();
    load('pages', () => {
      const listed = dataset.pages || '';
      delete dataset.pages;
      // One of the two files may be written before the other.
      if (!listed.startsWith(now)) return later();
      if (isAmong(JSON.parse(listed.slice(now.length)))) return location.reload();
      known = now;
      document.getElementById('main')?.prepend(gone);
      later();
    });
  });

  look();
})();
