/** What the reader's view of the search is made of: static/js/box and static/js/results. */

type Column = keyof Chosen;
type Order = '' | 'year';

/** What a search page's address says. */
interface Query {
  text: string;
  chosen: Chosen;
  order: Order;
}

/** What came of a query, verified: its cards are those of the papers that were found. */
interface Answer {
  query: Query;
  index: Index;
  found: Found & { ids?: Set<string> };
  /** By words, by the most telling words of a long text, by an identifier, or all papers that
   * filters leave. */
  kind: 'words' | 'similar' | 'named' | 'all';
  /** Before anything narrowed them. */
  all: Hit[];
  /** To show, best first. */
  hits: Hit[];
  /** Not yet read for the phrases. */
  unread: Hit[];
  maybe: number;
  /** How many were read for the phrases. */
  read: number;
  /** Those of the first hits. */
  cards: Card[];
  /** Whether the site, which did not answer in time, turned out to be newer. */
  late?: Promise<boolean>;
}

interface View {
  element<Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    style: string,
    ...inside: (Node | string)[]
  ): HTMLElementTagNameMap[Name];
  link(path: string, ...inside: (Node | string)[]): HTMLAnchorElement;
  button(style: string, act: () => void, ...inside: (Node | string)[]): HTMLButtonElement;
  marked(text: string, marks: Mark[]): (Node | string)[];
  /** The file of a page; its name never leaves its folder. */
  file(slug: string): string;
  /** A whole number with commas between thousands. */
  number(value: number): string;
  count(papers: number): string;
  /** Lets the browser draw and hear the reader. */
  breath(): Promise<void>;
  query: {
    read(search: string): Query;
    /** As it stands in the address, `?` included; empty for an empty query. */
    written(query: Query): string;
    /** Whether an address holds all of a text. */
    isWhole(text: string): boolean;
    isEmpty(query: Query): boolean;
  };
  recent: {
    all(): string[];
    add(text: string): void;
    clear(): void;
  };
  /** Rejects where the data do not load, or do not fit together, even when loaded afresh. */
  answer(query: Query, most: number): Promise<Answer>;
  /** Whether the site has changed since what is shown was found. */
  isOld(): Promise<boolean>;
  /** The cards of further hits; rejects as `answer` does. */
  further(answer: Answer, hits: Hit[]): Promise<Card[]>;
  /** Read so many more candidates for the phrases. */
  readOn(answer: Answer): Promise<Answer>;
  /** The hits that are left by all that was chosen but in one column. */
  without(answer: Answer, columns: Columns, column: Column): Hit[];
  options: {
    papers(answer: Answer): HTMLElement[];
    /** What is said where nothing that finds papers could be loaded. */
    lost(text: string): HTMLElement[];
    recent(texts: string[], clear: () => void): HTMLElement[];
  };
  /** The small list under the box: shown, moved through and closed. */
  popup(box: HTMLInputElement): Popup;

  piece(answer: Answer, card: Card): HTMLLIElement;
  says(answer: Answer): string;
  nothing(answer: Answer): Promise<HTMLElement[]>;
  facets(place: FacetsPlace): Facets;
  history: {
    /** While typing: the address shows the query, and there is nothing new to go back to. */
    draft(query: Query): void;
    /** A search that was meant: Back leads to the one before. */
    commit(query: Query): void;
    /** Where the reader is in the list, to come back to. */
    note(place: Place): void;
    noted(): Place | null;
    /** The query that the address says. */
    returned(): Query;
  };
  list(list: HTMLElement, more: HTMLButtonElement, on: ListEvents): List;
  keys(box: HTMLInputElement, list: HTMLElement): void;
  page(): SearchPage;
  running(page: SearchPage, choose: (chosen: Chosen) => void): Running;
}

interface Popup {
  show(options: HTMLElement[]): void;
  /** To be read out. */
  says(text: string): void;
  close(): void;
  isClosed(): boolean;
}

interface FacetsPlace {
  panel: HTMLElement;
  chosen: HTMLElement;
  toggle: HTMLButtonElement;
  choose(chosen: Chosen): void;
}

interface Facets {
  show(answer: Answer): Promise<void>;
  chosen(chosen: Chosen): void;
  /** Say that they did not load, and offer to try it again. */
  lost(again: () => void): void;
  clear(): void;
}

/** How far a list was read. */
interface Place {
  most: number;
  y: number;
}

interface ListEvents {
  /** Cards did not load: so many results are wanted anew. */
  again(most: number): void;
  /** More papers were read for the phrases. */
  read(answer: Answer): void;
}

interface List {
  show(answer: Answer): Promise<void>;
  /** Up to `most` results, where there are so many. */
  fill(answer: Answer, most: number): Promise<void>;
  clear(): void;
}

interface SearchPage {
  box: HTMLInputElement;
  list: HTMLElement;
  more: HTMLButtonElement;
  order: HTMLSelectElement;
  retry: HTMLButtonElement;
  panel: HTMLElement;
  chosen: HTMLElement;
  toggle: HTMLButtonElement;
  /** With `tools`, the order and the chosen filters are seen where there are no results. */
  see(state: 'start' | 'found' | 'failed' | 'old', tools?: boolean): void;
  say(text: string): void;
  /** Other searches to try. */
  offer(lines: HTMLElement[]): void;
}

interface Running {
  /** The first results are shown at once, others after them: while typing (not paused) few. With
   * `whole`, so many are shown together. */
  run(query: Query, isPaused: boolean, whole?: number): Promise<void>;
  settle(): Promise<void>;
}

interface Sitegen {
  view: View;
}
