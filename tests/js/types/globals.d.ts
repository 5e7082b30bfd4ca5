/** The shapes that the browser's scripts pass to each other; types only, never shipped. */

/** One part of a token: as folded, as indexed, where it stands in the text. */
interface Form {
  text: string;
  term: string;
  start: number;
  end: number;
}

interface Token {
  raw: string;
  start: number;
  end: number;
  parts: Form[];
  /** A compound with its hyphens removed, or with its sign. */
  whole: Form | null;
}

interface Analysis {
  tokens(text: string): Token[];
  terms(text: string): string[];
}

type Posting = { _index: number } & Record<string, Record<string, object>>;

/** lunr's serialised index, with the stop words of its analysis. */
interface SerialisedIndex {
  fields: string[];
  fieldVectors: [string, number[]][];
  invertedIndex: [string, Posting][];
  stopWords: string[];
}

interface IndexReader {
  fields: string[];
  size: number;
  has(term: string): boolean;
  prefix(text: string): string[];
  near(text: string): string[];
  nearPrefix(text: string): string[];
  stem(text: string): string[];
  number(term: string): number;
  documents(term: string, field: number): number[];
  weight(number: number, field: number, document: number): number;
}

/** lunr's clause, its term already expanded to terms that the index has. */
interface Clause {
  terms: string[];
  boost: number;
  fields?: string[];
  presence?: 'required' | 'prohibited';
}

interface Hit {
  document: number;
  score: number;
}

interface Slot {
  exact: string[];
  loose: string[];
  /** Neither known nor the beginning of a known term. */
  guessed: boolean;
}

interface Word {
  text: string;
  slots: Slot[];
  whole: Slot | null;
  missing: boolean;
  guessed: boolean;
}

interface Found {
  words: Word[];
  hits: (Hit & { matched: number })[];
  /** How many hits have every word. */
  complete: number;
  /** Every term that was looked for, to mark. */
  terms: Set<string>;
}

interface Mark {
  start: number;
  end: number;
  terms: string[];
}

interface Snippet {
  before: boolean;
  after: boolean;
  text: string;
  marks: Mark[];
}

interface Card {
  id: string;
  slug: string;
  title: string;
  people: string;
  venue: string;
  year: string;
  code: boolean;
  topics: string[];
  abstract: string;
}

interface Cards {
  topics: Record<string, string>;
  cards: Card[];
}

/** The search once its data is there. */
interface Library {
  reader: IndexReader;
  analysis: Analysis;
  cards: Cards;
}

interface Search {
  stem(word: string): string;
  folded(part: string): string;
  analysis(stopWords: Set<string>): Analysis;
  reader(index: SerialisedIndex): IndexReader;
  score(reader: IndexReader, clauses: Clause[]): Hit[];
  find(reader: IndexReader, analysis: Analysis, text: string): Found;
  marks(analysis: Analysis, text: string, terms: Set<string>): Mark[];
  snippet(analysis: Analysis, text: string, terms: Set<string>, limit: number): Snippet;
  suggest(texts: Iterable<string>, typed: string): string | null;
  load(): Promise<Library>;
  result(library: Library, card: Card, terms: Set<string>): HTMLLIElement;
  says(found: Found): string;
  nothing(library: Library, text: string, found: Found): (Node | string)[];
}

interface Sitegen {
  register(name: string, text: string): void;
  registered(name: string): Promise<any>;
  search: Search;
}

declare var sitegen: Sitegen;
