// What somebody reads of a set: which question, which of its texts, and where in them. All of it stands in the address, so that
// it can be kept and sent on.
import { everything, isFiltered, pathWith, type ResultFilter } from "#app/consultations/result-filter.ts";
import { line } from "#app/shared/typed.ts";
import { anyCoding, codingFilterIn, isCodingFiltered, queryOfCoding, type CodingFilter } from "./coding-filter.ts";
import { markFilters, type MarkFilter } from "./text-mark.ts";

export type Reading = {
  /** The number of the set; null where the newest is read. */
  set: number | null;
  /** Words the texts have; "" for all. */
  words: string;
  mark: MarkFilter | null;
  coding: CodingFilter;
  filter: ResultFilter;
};

/** Characters that are searched for. */
export const longestSearch = 200;

/** Texts on a page of many. */
export const textsOfPage = 25;

/** What an address asks for besides the responses it wants. */
export function readWanted(search: URLSearchParams): Omit<Reading, "filter"> {
  const number = search.get("set") ?? "";
  return {
    set: /^[1-9]\d{0,3}$/.test(number) ? Number(number) : null,
    words: line(search.get("q") ?? "").slice(0, longestSearch),
    mark: markFilters.find((one) => one === search.get("mark")) ?? null,
    coding: codingFilterIn(search),
  };
}

/** What an address says besides the responses it wants. */
function wantedIn({ set, words, mark, coding }: Omit<Reading, "filter">): Record<string, string> {
  return { ...(set !== null && { set: String(set) }), ...(words !== "" && { q: words }), ...(mark !== null && { mark }), ...queryOfCoding(coding) };
}

/** An address with what is read in it. */
export function readingAt(path: string, reading: Reading, more: Record<string, string> = {}): string {
  return pathWith(path, reading.filter, { ...wantedIn(reading), ...more });
}

/** Whether only some of a question's texts are read. */
export function isNarrowed({ words, mark, coding, filter }: Reading): boolean {
  return words !== "" || mark !== null || isCodingFiltered(coding) || isFiltered(filter);
}

/** All of the question's texts, in the same set. */
export function widened({ set }: Reading): Reading {
  return { set, words: "", mark: null, coding: anyCoding, filter: everything };
}

export type Piece = { text: string; isFound: boolean };

const aWord = /[\p{L}\p{N}\p{M}]+/gu;

/** The different words of a text, as they stand in it. */
export function wordsIn(text: string): string[] {
  return [...new Set(text.match(aWord))];
}

/** A text cut where a word begins or ends that was searched for. */
export function piecesOf(text: string, found: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: word, index } of text.matchAll(aWord)) {
    if (!found.has(word)) continue;
    if (index > from) pieces.push({ text: text.slice(from, index), isFound: false });
    pieces.push({ text: word, isFound: true });
    from = index + word.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), isFound: false });
  return pieces;
}

/** Characters of the id of a text. */
const idLength = 32;

/** Texts in the order in which they are read, as one string of their ids: of a hundred thousand it takes three megabytes. */
export class Order {
  constructor(private readonly ids: string) {}

  get length(): number {
    return this.ids.length / idLength;
  }

  at(place: number): string | null {
    return place < 0 || place >= this.length ? null : this.ids.slice(place * idLength, (place + 1) * idLength);
  }

  slice(from: number, to: number): string[] {
    const places = Array.from({ length: Math.max(0, Math.min(to, this.length) - Math.max(from, 0)) }, (_, place) => place + Math.max(from, 0));
    return places.map((place) => this.at(place)!);
  }

  /** Where a text stands, or would stand, and whether it does. */
  find(id: string): { place: number; isIn: boolean } {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.at(middle)! < id) low = middle + 1;
      else high = middle;
    }
    return { place: low, isIn: this.at(low) === id };
  }

  /** Those among them that are in the others, or those that are not. */
  only(others: Order, wanted: "in" | "not-in"): Order {
    const kept: string[] = [];
    for (let [place, other] = [0, 0]; place < this.length; place += 1) {
      const id = this.at(place)!;
      while (other < others.length && others.at(other)! < id) other += 1;
      if ((others.at(other) === id) === (wanted === "in")) kept.push(id);
    }
    return new Order(kept.join(""));
  }
}

/** Texts in that order. */
export function inOrder(ids: Iterable<string>): Order {
  return new Order([...new Set(ids)].sort().join(""));
}
