/** Loads the page anew when the site was built again: only in sites that `sitegen watch` built. */
(() => {
  'use strict';
  const page = document.documentElement;
  const pause = 300;
  let known = '';

  const look = () => {
    const stamp = document.createElement('script');
    const again = () => {
      stamp.remove();
      setTimeout(look, pause);
    };
    stamp.src = `${page.dataset.root || ''}static/stamp.js?${Date.now()}`;
    stamp.onload = () => {
      const now = page.dataset.stamp || '';
      if (known && now !== known) location.reload();
      known = now;
      again();
    };
    stamp.onerror = again;
    document.head.append(stamp);
  };

  look();
})();
