// The ballots of a BLT file, up to the 0 that ends them.
import { candidateHere, type Head } from "./blt-head.ts";
import type { Scan } from "./blt-scan.ts";
import type { Ballot, Candidate, Preference } from "./contest.ts";

const space = 32;
const zero = 48;
const nine = 57;
const openingBracket = 40;
const closingBracket = 41;
const equals = 61;
const minus = 45;
const quotationMark = 34;

/** What programs that write BLT do not do alike, and a file does not say. */
export type Habits = {
  /** A ballot ends with its line, its 0 may be missing. */
  aLineEach: boolean;
  /** After a ballot's own name in ( ) its number of papers, 1, comes too, as OpenSTV writes. */
  papersAfterId: boolean;
};

/** What was met on the way, which says by which other habits a file may be read that cannot be read by these. */
export type Met = { ranOver: boolean; ids: boolean };

export function readBallots(scan: Scan, head: Head, habits: Habits, met: Met): Ballot[] {
  const ballots: Ballot[] = [];
  const ids = new Set<string>();
  const paper = new Paper(scan, head, habits, met);
  let total = 0;
  for (scan.skip(); ; scan.skip()) {
    const isNamed = scan.text.charCodeAt(scan.at) === openingBracket;
    const papers = isNamed ? readId(scan, ids, habits) : papersHere(scan);
    met.ids ||= isNamed;
    if (papers === 0) return ballots;
    total += papers;
    if (total > Number.MAX_SAFE_INTEGER) throw scan.wrong("papers-too-many");
    ballots.push({ papers, preferences: paper.read() });
  }
}

function papersHere(scan: Scan): number {
  const { code } = scan;
  const papers = scan.number();
  if (papers >= 0) return papers;
  if (scan.isAtEnd || code === quotationMark) throw scan.wrong("no-end");
  throw scan.wrong("papers", { found: scan.found });
}

/** A ballot's own name: one paper. */
function readId(scan: Scan, ids: Set<string>, { papersAfterId }: Habits): number {
  const end = scan.text.indexOf(")", scan.at);
  const id = scan.text.slice(scan.at + 1, Math.max(end, 0)).trim();
  if (end < 0 || /[\r\n]/.test(id)) throw scan.wrong("unclosed", { opening: "(" });
  if (ids.has(id)) throw scan.wrong("id-twice", { id });
  ids.add(id);
  scan.at = end + 1;
  if (papersAfterId) {
    scan.skip();
    const { found } = scan;
    if (scan.number() !== 1) throw scan.wrong("id-papers", { found });
  }
  return 1;
}

/** The preferences of one ballot after the other. */
class Paper {
  readonly #scan: Scan;
  readonly #head: Head;
  readonly #habits: Habits;
  readonly #met: Met;
  /** The ballot on which each candidate was last seen. */
  readonly #seen: Uint32Array;
  #ballot = 0;
  /** Kept from ballot to ballot, because a copy of exactly what is there is the smallest and the fastest to count. */
  #preferences: Preference[] = [];
  #isMixed = false;

  constructor(scan: Scan, head: Head, habits: Habits, met: Met) {
    this.#scan = scan;
    this.#head = head;
    this.#habits = habits;
    this.#met = met;
    this.#seen = new Uint32Array(head.candidates + 1);
  }

  read(): Preference[] {
    const scan = this.#scan;
    const { line } = scan;
    this.#ballot += 1;
    let length = this.#plain();
    for (;;) {
      scan.skip();
      if (scan.line !== line) {
        if (this.#habits.aLineEach) break;
        this.#met.ranOver = true;
      }
      const { code } = scan;
      if (code === zero && this.#isEnd()) break;
      if (scan.isAtEnd) {
        this.#met.ranOver = true;
        throw scan.wrong("ballot-unfinished");
      }
      this.#preferences[length] = this.#rank(code);
      length += 1;
    }
    const preferences = this.#preferences.slice(0, length);
    // because an array that once held more than plain numbers is slower ever after
    if (this.#isMixed) this.#preferences = [];
    this.#isMixed = false;
    return preferences;
  }

  /** How many candidates' numbers follow on this line up to what is anything else, because nearly all of a file is that. */
  #plain(): number {
    const scan = this.#scan;
    if (this.#head.nicks.size > 0) return 0;
    const { text } = scan;
    const most = this.#head.candidates;
    const ballot = this.#ballot;
    const seen = this.#seen;
    const preferences = this.#preferences;
    for (let length = 0; ; length += 1) {
      let at = scan.at;
      let code = text.charCodeAt(at);
      while (code === space) code = text.charCodeAt(++at);
      let value = 0;
      for (; code >= zero && code <= nine; code = text.charCodeAt(++at)) value = value * 10 + (code - zero);
      if (code !== space || value === 0 || value > most || seen[value] === ballot || text.charCodeAt(at + 1) === equals) return length;
      seen[value] = ballot;
      preferences[length] = value;
      scan.at = at;
    }
  }

  #isEnd(): boolean {
    const { at } = this.#scan;
    if (this.#scan.number() === 0) return true;
    this.#scan.at = at;
    return false;
  }

  #rank(code: number): Preference {
    const scan = this.#scan;
    if (code === minus) {
      const { found } = scan;
      if (found !== "-") throw scan.wrong("rank", { found });
      scan.at += 1;
      this.#isMixed = true;
      return [];
    }
    if (code === openingBracket) return this.#inBrackets();
    const first = this.#candidate();
    if (scan.code !== equals && !this.#isBeforeEquals()) return first;
    this.#isMixed = true;
    const alike = [first];
    while (scan.code === equals || this.#isBeforeEquals()) {
      scan.skip();
      scan.at += 1;
      scan.skip();
      alike.push(this.#candidate());
    }
    return alike;
  }

  /** Whether = comes after a space. */
  #isBeforeEquals(): boolean {
    const { text, at } = this.#scan;
    return text.charCodeAt(at) === 32 && text.charCodeAt(at + 1) === equals;
  }

  /** Hill's way to write candidates given alike: (1 4). */
  #inBrackets(): Preference {
    const scan = this.#scan;
    const begin = scan.wrong("unclosed", { opening: "(" });
    const alike: Candidate[] = [];
    this.#isMixed = true;
    scan.at += 1;
    for (scan.skip(); scan.code !== closingBracket; scan.skip()) {
      if (scan.isAtEnd || scan.line !== begin.problem.line) throw begin;
      alike.push(this.#candidate());
    }
    scan.at += 1;
    return alike.length === 1 ? alike[0]! : alike;
  }

  #candidate(): Candidate {
    const candidate = candidateHere(this.#scan, this.#head);
    if (this.#seen[candidate] === this.#ballot) throw this.#scan.wrong("ranked-twice", { candidate });
    this.#seen[candidate] = this.#ballot;
    return candidate;
  }
}
