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
  /** What stands between hyphens, stop words too; nothing of a run. */
  texts: string[];
  parts: Form[];
  /** A compound with its hyphens removed, or with its sign. */
  whole: Form | null;
  /** Han, kana or Hangul: its parts are pairs of neighbours. */
  isRun: boolean;
}

/** What a phrase is compared by: a word, or a character of a run. */
interface Unit {
  text: string;
  /** It follows the one before without anything between them. */
  tied: boolean;
}

interface Analysis {
  tokens(text: string): Token[];
  /** The tokens that could have one of the terms; to know of all takes several times as long. */
  like(text: string, terms: Set<string>): Token[];
  terms(text: string): string[];
}

/** Hands over what `search/<name>.js` holds. */
type Fetch = (name: string) => Promise<any>;

/** Where the shards of a sorted list begin, and what they are called. */
interface Table {
  /** The name of the shard that would hold `key`; empty where there is none. */
  of(key: string): Promise<string>;
  /** The names of the shards of all keys that begin with `text`; none where they are more than `most`,
   * or in more parts. */
  beginning(text: string, most?: number): Promise<string[]>;
}

/** Where shards begin, their names one behind the other, and 1 if they are parts of the table. */
type RawTable = [string, string, number];

/** `search/tables.js` as it is registered. */
interface RawTables {
  papers: number;
  space: number;
  fields: string[];
  stopWords: string;
  terms: RawTable;
  forwards: RawTable;
  backwards: RawTable;
  /** Absent in files of an earlier sitegen. */
  identifiers?: RawTable;
  columns: string;
}

interface Tables {
  papers: number;
  /** Numbers of documents are below this; most of them are no document's. */
  space: number;
  fields: string[];
  stopWords: Set<string>;
  terms: Table;
  forwards: Table;
  backwards: Table;
  identifiers: Table;
  columns: string;
}

/** Where a term stands in one field: three columns of the same length. */
interface Places {
  documents: Uint32Array;
  weights: Float64Array;
  /** A bit for each of the posting's forms, the sixth for all others. */
  said: Uint8Array;
}

interface Posting {
  term: string;
  forms: string[];
  fields: (Places | null)[];
  count: number;
}

interface Postings {
  /** Let go of what was loaded, if it is much: between two searches. */
  tidy(): void;
  load(terms: string[]): Promise<void>;
  /** Fetch the terms that begin so, if that is little: some of them will be asked for. */
  ahead(text: string): Promise<void>;
  /** Of a term that was loaded; null where no paper has it. */
  of(term: string): Posting | null;
}

interface Known {
  word: string;
  /** The logarithm to the base 2 of the papers that have it in some form. */
  often: number;
}

interface Lexicon {
  beginning(text: string): Promise<Known[]>;
  ending(text: string): Promise<Known[]>;
  near(text: string): Promise<Known[]>;
}

/** The search of one library, once its tables are there. */
interface Index {
  papers: number;
  space: number;
  fields: string[];
  columns: string;
  fetch: Fetch;
  analysis: Analysis;
  postings: Postings;
  lexicon: Lexicon;
  identifiers: Table;
}

/** lunr's clause, its term already expanded to terms that were loaded. */
interface Clause {
  terms: string[];
  boost: number;
  fields?: string[];
}

interface Hit {
  document: number;
  /** lunr's. */
  score: number;
  /** How many words of the query the paper has. */
  words: number;
  /** What the order follows. */
  rank: number;
  /** The same if each word told as much as any other. */
  even?: number;
}

interface AskedWord {
  text: string;
  /** Where in the query its parts are counted from, and where it stands itself. */
  from: number;
  start: number;
  end: number;
  parts: Form[];
  whole: Form | null;
  /** The one field that it is looked for in. */
  field: string | null;
  not: boolean;
  /** It stands in quotes: no other is meant. */
  quoted: boolean;
  /** It alone stands there: no other form of it is meant. */
  exact: boolean;
  /** A character of a script whose words no blank parts: the index has it in pairs. */
  lone: boolean;
  /** The reader may still be typing it. */
  growing: boolean;
  /** The year that it may mean, or 0. */
  year: number;
  /** A letter of a name: authors who have it come first, and none needs it. */
  initial: boolean;
}

/** A part of a query between blanks, or with its quotes. */
interface Piece {
  text: string;
  start: number;
  /** The length of what stands before its words: minus, prefix, colon, blanks. */
  opening: number;
  minus: string;
  /** What stands before the colon: a field, or anything. */
  prefix: string;
  field: string | null;
  quoted: string | null;
  plain: string;
  years: Span[] | null;
  isLast: boolean;
  /** A field whose word is yet to be typed, or a year. */
  isBare: boolean;
}

/** One way to read a phrase. */
interface Reading {
  units: Unit[];
  /** A paper that says the phrase has all of these. */
  terms: string[];
}

interface AskedPhrase {
  text: string;
  /** With hyphens as blanks, and as nothing. */
  readings: Reading[];
  /** How many words of the query it is. */
  words: number;
  field: string | null;
  not: boolean;
  /** No other documents can say it, where that is known. */
  within?: Set<number>;
}

/** The first and the last of some years. */
type Span = [number, number];

/** Years that a paper must be of one of, and those that it must be of none of. */
interface Years {
  any: Span[];
  none: Span[];
}

/** A query as it was read. */
interface Asked {
  text: string;
  words: AskedWord[];
  phrases: AskedPhrase[];
  years: Years | null;
}

/** A form that a word may stand for, and how surely, 0 to 1. */
interface Meant {
  term: string;
  form: string;
  sure: number;
}

interface MeantWord {
  text: string;
  slots: Meant[][];
  whole: Meant[] | null;
  field: string | null;
  not: boolean;
  asked: AskedWord;
  /** The papers of the year that it is. */
  dated: Uint32Array;
  /** Words close to it were looked for. */
  guessed: boolean;
  /** Nothing that it may mean is in the library. */
  missing: boolean;
}

/** What was chosen to narrow a search by: all the topics and authors, any of the years and venues. */
interface Chosen {
  year?: string[];
  venue?: string[];
  topic?: string[];
  author?: string[];
}

interface Found {
  asked: Asked;
  words: MeantWord[];
  /** Best first; all that were found, before phrases are checked and facets are applied. */
  hits: Hit[];
  /** How many hits have every word. */
  complete: number;
  /** Every term that was looked for, to mark. */
  terms: Set<string>;
  /** The documents that the query leaves out. */
  out: Set<number>;
}

/** One value of a column among the results. */
interface Facet {
  value: string;
  count: number;
}

interface Columns {
  /** Whether one can choose a value of a column. */
  offers(column: Column, value: string): boolean;
  /** Every document, in no order. */
  all(): Hit[];
  /** The hits that have all that was chosen, and lie within the years. */
  narrowed(hits: Hit[], chosen: Chosen, years: Years | null): Hit[];
  /** The commonest values of each column among the hits. */
  counts(hits: Hit[], most: number): Record<'year' | 'venue' | 'topic' | 'author', Facet[]>;
  /** The year of a document, or 0. */
  year(document: number): number;
}

/** The hits that are as the phrases want them, of the first so many that can be. */
interface Checked {
  hits: Hit[];
  read: number;
  /** Those behind them that can be, best first. */
  unread: Hit[];
  /** How many of the papers that were read name people who are not shown and may be meant. */
  maybe: number;
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
  /** Its number in the index. */
  document: number;
  id: string;
  slug: string;
  title: string;
  people: string;
  venue: string;
  year: string;
  code: boolean;
  topics: { name: string; slug: string }[];
  abstract: string;
}

/** The model of the search: static/js/search. Only `fetch` and `forget` touch the page. */
interface Search {
  stem(word: string): string;
  folded(part: string): string;
  analysis(stopWords: Set<string>): Analysis;
  termOf(form: string): string;
  /** A word in the other spelling, British or American; null where there is but one. */
  respelt(text: string): string | null;
  numbers(text: string): Int32Array;
  value(char: string): number;
  /** Words that are each written without what they share with the one before; with `first`, the
   * first too. */
  wordsOf(coded: string, first?: string, sign?: string): string[];
  tables(raw: RawTables, fetch: Fetch): Tables;
  postings(tables: Tables, fetch: Fetch): Postings;
  lexicon(tables: Tables, fetch: Fetch): Lexicon;
  index(raw: RawTables, fetch: Fetch): Index;
  asking(analysis: Analysis, text: string): Asked;
  /** The years that a text tells, of which the last may be yet to be typed; null where it tells
   * something else. */
  years(text: string, growing: boolean): Span[] | null;
  /** Years of which any will do; what begins and what ends them are meant together. */
  bounded(spans: Span[]): Span[];
  isLetter(text: string): boolean;
  /** The words that a paper is asked to have: it may lack an initial. */
  needed(words: MeantWord[]): MeantWord[];
  /** The words of `text` as citations mean them. */
  cited(words: AskedWord[], text: string): AskedWord[];
  /** What words of a query are with the next, where both may be one. */
  joined(words: AskedWord[], query: string): AskedWord[];
  pieces(text: string): Piece[];
  /** A query without debris, and if wanted without years, or without the quotes of what is wanted;
   * null where nothing is left. */
  tidied(analysis: Analysis, text: string, keep?: { years?: boolean; quotes?: boolean }): string | null;
  readings(tokens: Token[]): Reading[];
  /** Whether a text says a phrase in one of its readings. */
  holds(analysis: Analysis, text: string, readings: Reading[]): boolean;
  /** Of those words that mean one form: the documents that say it, or another too rare to be told
   * apart; those that certainly do; words that nobody says; what the others are to be read for. */
  exact(
    index: Index,
    words: AskedWord[],
  ): { sets: Set<number>[]; sure: Set<number>[]; missing: AskedWord[]; phrases: AskedPhrase[] };
  meaning: {
    KIN: number;
    plain(form: string): Meant;
    /** A form, and the same as it is spelt elsewhere. */
    said(form: string): Meant[];
    /** What a word may become that is still being typed. */
    endings(lexicon: Lexicon, text: string): Promise<Meant[]>;
    pairs(lexicon: Lexicon, char: string): Promise<Meant[]>;
    slips(lexicon: Lexicon, text: string): Promise<Meant[]>;
    parted(lexicon: Lexicon, text: string, isStop: (text: string) => boolean): Promise<Meant[][]>;
    shortened(lexicon: Lexicon, text: string): Promise<Meant[]>;
  };
  widening: {
    understood(word: AskedWord): MeantWord;
    terms(words: MeantWord[]): string[];
    isMissing(index: Index, word: MeantWord): boolean;
    /** The words of a query as they are typed, with their postings. */
    typed(index: Index, words: MeantWord[], text: string): Promise<MeantWord[]>;
    guessed(index: Index, word: MeantWord): Promise<MeantWord>;
    lacking(index: Index, words: MeantWord[], hits: Hit[]): MeantWord[];
  };
  /** lunr's scores, in no order. */
  score(index: Index, clauses: Clause[]): Hit[];
  /** The index with the places of those documents alone that are not 0 in `wanted`. */
  within(index: Index, wanted: Uint16Array): Index;
  /** How many of the words each document has, and those that have any. */
  coverage(index: Index, words: MeantWord[]): { counts: Uint16Array; documents: number[] };
  /** The papers with such a share of the best one's words at least, best first, without those
   * left out. */
  rank(index: Index, words: MeantWord[], clauses: Clause[], out: Set<number>, share: number): Hit[];
  /** Where a term stands: in one field, or in each that has it. */
  places(index: Index, term: string, field: string | null): Places[];
  /** Whether a word may mean the papers of a year. */
  isYear(text: string): boolean;
  isNumber(text: string): boolean;
  /** The papers of the year that a word is: the columns are loaded for such a word alone. */
  dated(index: Index, word: MeantWord): Promise<Uint32Array>;
  having(index: Index, term: string, field: string | null): Set<number>;
  /** Find papers; nothing typed is an error. Rejects where a shard does not load. */
  find(index: Index, text: string, share?: number): Promise<Found>;
  /** Whether a query is a text that was pasted: longer than one types. */
  /** The papers that a query names by an arXiv id or a DOI, with their ids; null where it names
   * none that is here. */
  named(index: Index, text: string): Promise<(Found & { ids: Set<string> }) | null>;
  isPasted(text: string): boolean;
  /** A long text, such as an abstract: the most similar papers, by its most telling terms. */
  similar(index: Index, text: string): Promise<Found>;
  /** Read the best hits for the phrases that were asked; at once where there is none. */
  checked(index: Index, found: Found, hits: Hit[]): Promise<Checked>;
  /** How the people of a card end where it leaves some out. */
  leftOut: RegExp;
  /** Null where a document's card is missing: the page is older than the index. */
  cards(fetch: Fetch, documents: number[]): Promise<(Card | null)[]>;
  columns(index: Index): Promise<Columns>;
  /** The query with each unknown word as it may have been meant; null where one of them is like no
   * other, or all are as they should be. */
  nearest(index: Index, found: Found): Promise<string | null>;
  /** The query without its rarest word; null where it has but one. */
  without(index: Index, found: Found): string | null;
  fetch(name: string, fresh?: string): Promise<any>;
  forget(): void;
  /** Whether the tables, last looked at so many milliseconds ago, turn out to be of an older site:
   * then they are forgotten. */
  renewed(age: number): Promise<boolean>;
  /** The index of this site; asked for once, and anew after `forget`. */
  open(): Promise<Index>;
  marks(analysis: Analysis, text: string, terms: Set<string>): Mark[];
  snippet(analysis: Analysis, text: string, terms: Set<string>, limit: number): Snippet;
}

interface Sitegen {
  register(name: string, text: string, format?: number): void;
  /** Rejects where nothing was registered, or in another format than this reader's. */
  registered(name: string): Promise<any>;
  OtherFormat: ErrorConstructor;
  plain(text: string): string;
  /** Something said, and where there is a search, a link to what it finds for a text. */
  nothing(said: string, text: string): (Node | string)[];
  search: Search;
}

declare var sitegen: Sitegen;
