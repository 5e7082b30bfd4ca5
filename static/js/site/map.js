/** Shows the middle of the map first where it is wider than the screen: it has empty corners. */
(function () {
  'use strict';
  const frame = document.querySelector('.map-frame');
  // Who was faster than this script has chosen already.
  if (frame && !frame.scrollLeft) frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2;
})();
