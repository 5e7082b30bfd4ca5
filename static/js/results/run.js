'use strict';
/** One search after the other on the search page: each shows its results unless a later one does. */
(() => {
  const { view } = sitegen;
  /** So many are seen without scrolling: each takes a file, and the others can wait for them. */
  const FIRST = 4;
  const TYPING = 10;
  const MOST = 20;
  const LOADING_MS = 150;

  /** @type {View['running']} */
  view.running = (page, choose) => {
    /** @type {Answer | null} */
    let answer = null;
    let query = view.history.returned();
    let asked = 0;
    let isPaused = true;
    let most = MOST;

    const facets = view.facets({ ...page, choose });
    const list = view.list(page.list, page.more, {
      again: (wanted) => void run(query, true, wanted),
      read(more) {
        answer = more;
        page.say(view.says(more));
        void narrow(more);
      },
    });

    /** The filters of an answer. Results are there without them; a site that is newer by now has
     * its own. @param {Answer} mine @returns {Promise<void>} */
    const narrow = (mine) =>
      facets.show(mine).catch(() => {
        const again = async () => ((await view.isOld()) ? run(query, true, most) : narrow(mine));
        if (answer === mine) facets.lost(() => void again());
      });

    /** What waits for a pause: the count, which is read out, more results, other words, filters. */
    const settle = async () => {
      isPaused = true;
      const mine = answer;
      if (!mine) return void (view.query.isEmpty(query) && page.say(''));
      // The answer to what was typed last is yet to come, and settles then.
      if (mine.query !== query) return;
      page.say(view.says(mine));
      await list.fill(mine, most);
      const tips = await view.nothing(mine).catch(() => []);
      if (answer !== mine) return;
      page.offer(tips);
      if (mine.hits.length) await narrow(mine);
      else facets.clear();
    };

    /** @param {'start' | 'failed' | 'old'} state */
    const clear = (state) => {
      answer = null;
      list.clear();
      facets.clear();
      page.offer([]);
      // What narrows a search may be what does not load.
      const isNarrowed = Boolean(query.order) || Object.keys(query.chosen).length > 0;
      facets.chosen(query.chosen);
      page.see(state, state === 'failed' && isNarrowed);
      page.say('');
    };

    /** @param {Answer} found @param {number} number */
    const show = async (found, number) => {
      await list.show(found);
      if (number !== asked) return;
      answer = found;
      page.see('found');
      page.offer([]);
      facets.chosen(found.query.chosen);
      if (isPaused) void settle();
      else void list.fill(found, TYPING);
    };

    /** @type {Running['run']} */
    const run = async (wanted, paused, whole) => {
      [query, isPaused, most] = [wanted, paused, whole || MOST];
      const number = (asked += 1);
      if (view.query.isEmpty(wanted)) return clear('start');
      // A slow search that another has overtaken has nothing to say any more.
      const slow = setTimeout(() => number === asked && page.say('Searching …'), LOADING_MS);
      /** @type {'failed' | 'old'} */
      let why = 'failed';
      const found = await view.answer(wanted, whole || FIRST).catch((error) => {
        if (error instanceof sitegen.OtherFormat) why = 'old';
        return null;
      });
      clearTimeout(slow);
      if (number !== asked) return;
      const drawn = found && (await show(found, number).then(() => true, () => false));
      if (!drawn && number === asked) {
        // What is there stays where only more of it was asked for.
        if (whole && answer?.query === wanted && why === 'failed') page.say('More could not be loaded. Try again.');
        else clear(why);
      }
      void found?.late?.then((isNewer) => void (isNewer && number === asked && run(query, isPaused, whole)));
    };

    return { run, settle };
  };
})();
