// What was chosen in every response as columns of small numbers, so that any part of a hundred thousand responses is counted
// in the time of a page. Nothing in them tells whose response is whose.
import type { ClosedAnswers } from "#app/forms/closed.ts";
import type { Group } from "./cross-tabulation.ts";

/** What is held of every response. */
export type Facet = "channel" | "language" | "respondent";

export type CountedRow = Record<Facet, string> & {
  receivedAt: Date;
  /** As it is, or as the database writes it. */
  closed: ClosedAnswers | string;
  /** What is known of it from elsewhere. */
  also?: ClosedAnswers;
  /** The version of the form it answered, which of its questions it was not asked, and which it answered in words of its own. */
  formVersionId?: string | null;
  notAsked?: string[];
  worded?: string[];
};

/** Which responses are counted; whatever is not named does not matter. */
export type Part = {
  is?: Partial<Record<Facet, string>>;
  /** Received from the one instant up to, and not including, the other. */
  from?: Date | null;
  until?: Date | null;
  /** Answered each of these questions, or lines of one, with that, among others where several could be given. */
  answered?: readonly { key: string; value: string }[];
};

/** The same answers are one number; 0 is no answer. */
export type Codes = { codes: Uint32Array; values: readonly (string | string[])[] };
type Column = Codes & { known: Map<string, number>; values: (string | string[])[] };

/** What is known of each response besides what it answered; no question's id begins with a dot. */
export const besides = { version: ".version", notAsked: ".not-asked", worded: ".worded" } as const;

const nobody: Codes = { codes: new Uint32Array(0), values: [[]] };

export type ColumnCounts = { answered: number; counts: Record<string, number> };

export class CountedColumns {
  private readonly columns = new Map<string, Column>();
  private readonly received: Float64Array;
  private filled = 0;

  /** Room for so many responses at most. */
  constructor(private readonly room: number) {
    this.received = new Float64Array(room);
  }

  get responses(): number {
    return this.filled;
  }

  /** Roughly, in bytes. */
  get size(): number {
    return this.room * (8 + 4 * this.columns.size);
  }

  /** Takes in a response; those beyond the room are left out. */
  add({ receivedAt, closed, also, formVersionId, notAsked = [], worded = [], ...held }: CountedRow): void {
    if (this.filled >= this.room) return;
    this.received[this.filled] = receivedAt.getTime();
    for (const facet of ["channel", "language", "respondent"] as const) this.put(`.${facet}`, held[facet]);
    if (formVersionId) this.put(besides.version, formVersionId);
    if (notAsked.length > 0) this.put(besides.notAsked, JSON.stringify(notAsked));
    if (worded.length > 0) this.put(besides.worded, JSON.stringify(worded));
    if (typeof closed === "string") eachWritten(closed, (key, name) => this.put(key, name));
    else this.putAll(closed);
    if (also) this.putAll(also);
    this.filled += 1;
  }

  /** As they are, to be read again by `unpacked`. */
  packed(): Packed {
    const columns = [...this.columns];
    const head: Head = { responses: this.filled, columns: columns.map(([key, { values }]) => ({ key, values })) };
    const parts = [
      this.received.slice(0, this.filled),
      ...columns.map(([, { codes, values }]) => arrays[widthFor(values.length)].from(codes.subarray(0, this.filled))),
    ];
    const body = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
    let at = 0;
    for (const part of parts) {
      body.set(new Uint8Array(part.buffer), at);
      at += part.byteLength;
    }
    return { head: JSON.stringify(head), body };
  }

  static unpacked({ head, body }: Packed): CountedColumns {
    const { responses, columns } = JSON.parse(head) as Head;
    const all = new CountedColumns(responses);
    let at = 0;
    const next = (bytes: number) => body.slice(at, (at += bytes)).buffer;
    all.received.set(new Float64Array(next(8 * responses)));
    for (const { key, values } of columns) {
      const width = widthFor(values.length);
      const codes = Uint32Array.from(new arrays[width](next(width * responses)));
      const known = new Map(values.map((value, code) => [typeof value === "string" ? value : JSON.stringify(value), code]));
      all.columns.set(key, { codes, known, values });
    }
    all.filled = responses;
    return all;
  }

  private putAll(closed: ClosedAnswers): void {
    for (const [key, value] of Object.entries(closed)) this.put(key, typeof value === "string" ? value : JSON.stringify(value));
  }

  /** Takes in a value, or a list of them as JSON; no id begins with a bracket. */
  private put(key: string, name: string): void {
    let column = this.columns.get(key);
    if (!column) {
      column = { codes: new Uint32Array(this.room), known: new Map(), values: [[]] };
      this.columns.set(key, column);
    }
    let code = column.known.get(name);
    if (code === undefined) {
      code = column.values.push(name.startsWith("[") ? (JSON.parse(name) as string[]) : name) - 1;
      column.known.set(name, code);
    }
    column.codes[this.filled] = code;
  }

  /** What stands under a key for each response, by its place. */
  under(key: string): Codes {
    return this.columns.get(key) ?? nobody;
  }

  /** Where the responses of a part stand. */
  placesOf({ is = {}, from, until, answered = [] }: Part): Uint32Array {
    const wanted = [
      ...Object.entries(is).map(([facet, value]) => this.codesWith(`.${facet}`, value)),
      ...answered.map(({ key, value }) => this.codesWith(key, value)),
    ];
    const [first, last] = [from?.getTime() ?? Number.NEGATIVE_INFINITY, until?.getTime() ?? Number.POSITIVE_INFINITY];
    const places = new Uint32Array(this.filled);
    let found = 0;
    for (let place = 0; place < this.filled; place += 1) {
      const at = this.received[place]!;
      if (at < first || at >= last) continue;
      if (wanted.every(({ codes, isWanted }) => isWanted[codes[place]!] === 1)) places[found++] = place;
    }
    return places.subarray(0, found);
  }

  private codesWith(key: string, value: string): { codes: Uint32Array; isWanted: Uint8Array } {
    const column = this.columns.get(key);
    if (!column) return { codes: new Uint32Array(this.filled), isWanted: new Uint8Array(1) };
    const isWanted = new Uint8Array(column.values.length);
    for (const [code, said] of column.values.entries()) if (code > 0 && [said].flat().includes(value)) isWanted[code] = 1;
    return { codes: column.codes, isWanted };
  }

  /** How many responses a part has, and of every key, or of those that are wanted, how many answered it and how. */
  count(part: Part, keys: Iterable<string> = this.columns.keys()): { responses: number; of: Map<string, ColumnCounts> } {
    const places = this.placesOf(part);
    const of = new Map<string, ColumnCounts>();
    for (const key of keys) of.set(key, this.countAt(places, key));
    return { responses: places.length, of };
  }

  /** How many of the responses at these places have something under a key, and what. */
  countAt(places: Uint32Array, key: string): ColumnCounts {
    const { codes, values } = this.under(key);
    const found = new Uint32Array(values.length);
    for (const place of places) found[codes[place] ?? 0]! += 1;
    const counts: Record<string, number> = {};
    let answered = 0;
    for (const [code, said] of values.entries()) {
      const many = found[code]!;
      if (code === 0 || many === 0) continue;
      answered += many;
      for (const one of [said].flat()) counts[one] = (counts[one] ?? 0) + many;
    }
    return { answered, counts };
  }

  /** How many responses of a part said what together, those who answered neither among them. */
  together(part: Part, rowsKey: string, columnsKey: string): Group[] {
    return this.togetherAt(this.placesOf(part), rowsKey, columnsKey);
  }

  /** The same of the responses at these places. */
  togetherAt(places: Uint32Array, rowsKey: string, columnsKey: string): Group[] {
    const [rows, columns] = [this.columns.get(rowsKey), this.columns.get(columnsKey)];
    const across = columns?.values.length ?? 1;
    const found = new Map<number, number>();
    for (const place of places) {
      const pair = (rows?.codes[place] ?? 0) * across + (columns?.codes[place] ?? 0);
      found.set(pair, (found.get(pair) ?? 0) + 1);
    }
    const said = (column: Column | undefined, code: number) => (code === 0 ? null : (column?.values[code] ?? null));
    return [...found].map(([pair, count]) => ({ row: said(rows, Math.floor(pair / across)), column: said(columns, pair % across), count }));
  }
}

/** Columns as they are written down, and read again without looking at a single response. */
export type Packed = { head: string; body: Uint8Array };
type Head = { responses: number; columns: { key: string; values: (string | string[])[] }[] };

/** How many bytes it takes to tell so many values apart. */
const widthFor = (values: number) => (values <= 0x100 ? 1 : values <= 0x10000 ? 2 : 4);
const arrays = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array } as const;

const [quote, space, openBracket, closeBracket] = ['"', " ", "[", "]"].map((sign) => sign.charCodeAt(0));

/**
 * Each key and value of an object of texts and lists of texts, the lists as they are written. To make an object of each would
 * take many times as long, because hardly two of a hundred thousand have the same keys.
 */
function eachWritten(json: string, take: (key: string, name: string) => void): void {
  if (json.includes("\\")) {
    for (const [key, value] of Object.entries(JSON.parse(json) as ClosedAnswers)) take(key, typeof value === "string" ? value : JSON.stringify(value));
    return;
  }
  for (let at = json.indexOf('"'); at >= 0; ) {
    const keyEnd = json.indexOf('"', at + 1);
    let begin = keyEnd + 2; // behind the colon
    while (json.charCodeAt(begin) === space) begin += 1;
    const end = json.charCodeAt(begin) === openBracket ? listEnd(json, begin) : json.indexOf('"', begin + 1);
    take(json.slice(at + 1, keyEnd), json.charCodeAt(begin) === quote ? json.slice(begin + 1, end) : json.slice(begin, end + 1));
    at = json.indexOf('"', end + 1);
  }
}

/** Where the bracket stands that closes a list of texts: the first outside of them. */
function listEnd(json: string, begin: number): number {
  for (let at = begin + 1; ; at += 1) {
    const sign = json.charCodeAt(at);
    if (sign === closeBracket) return at;
    if (sign === quote) at = json.indexOf('"', at + 1);
  }
}
