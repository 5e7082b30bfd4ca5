/** Lights the passages that gave a topic while the topic is pointed at or has focus. */
(function () {
  'use strict';
  const passages = [...document.querySelectorAll('.evidence')].filter((one) => one instanceof HTMLElement);

  /**
   * @param {string} topic
   * @param {boolean} lit
   */
  function light(topic, lit) {
    for (const passage of passages) {
      if ((passage.dataset.topics ?? '').split(' ').includes(topic)) passage.classList.toggle('is-lit', lit);
    }
  }

  for (const entry of document.querySelectorAll('[data-topic]')) {
    if (!(entry instanceof HTMLElement)) continue;
    const topic = entry.dataset.topic ?? '';
    for (const [event, lit] of /** @type {[string, boolean][]} */ ([
      ['mouseenter', true], ['mouseleave', false], ['focusin', true], ['focusout', false],
    ])) {
      entry.addEventListener(event, () => light(topic, lit));
    }
  }
})();
