'use strict';
/** English as it is spelt elsewhere: *optimization* for *optimisation*, *behaviour* for *behavior*. */
(() => {
  /** Where two spellings part, with the British and the American one. What is no word (*supervize*)
   * no paper has; those with many such neighbours are left out. @type {[RegExp, string, string][]} */
  const PARTINGS = [
    // No verb in -ize: noise, supervise, likewise, surprise, promise, exercise, precise.
    [/(?<=^...+(?<![aeouvw]|pr|prom|xerc|prec|conc))i[sz](?=(?:e[drs]?|ing|ers?|ations?|ational|able)$)/, 'is', 'iz'],
    [/(?<=^(?:ana|para|cata|electro|hydro|dia)l)y[sz](?=(?:e[drs]?|ing|ers?)$)/, 'ys', 'yz'],
    [
      /(?<=^(?:un|dis|mis|multi|bi)?(?:behavi|neighb|col|fav|lab|hon|hum|flav|rum|endeav|harb|arm|vap|tum))ou?r(?!at|ar|ious|ous|i[sz])/,
      'our',
      'or',
    ],
    [/(?<=^(?:dial|catal|anal))og(?:ue)?(?=s?$)/, 'ogue', 'og'],
    [/(?<=^(?:def|off|lic|pret))en[cs](?=es?$)/, 'enc', 'ens'],
    [/(?<=^(?:epi|bary)?(?:cent|fib|theat|calib|met|lit))(?:re|er)(?=s?$)/, 're', 'er'],
    [/(?<=^(?:de|un)?cent)e?red$/, 'red', 'ered'],
    [/(?<=^gr)[ae](?=y(?:s|scale)?$)/, 'e', 'a'],
    [/(?<=^art)[ei](?=facts?$)/, 'e', 'i'],
    [/(?<=^(?:judg|acknowledg))e?(?=ments?$)/, 'e', ''],
    [/(?<=^program)(?:me)?(?=s?$)/, 'me', ''],
  ];

  /** @type {Search['respelt']} */
  sitegen.search.respelt = (text) => {
    for (const [parting, british, american] of PARTINGS) {
      if (parting.test(text)) return text.replace(parting, (said) => (said === british ? american : british));
    }
    return null;
  };
})();
