// Which figures of a cube are hidden and why: first those that are confidential themselves, then as many others as it takes
// that nobody can work those out. The same figures always give the same answer: where two would do the smaller is hidden, and
// of two alike the one that stands first.
import { atOnce } from "./at-once.ts";
import type { Cube, Sum } from "./cube.ts";
import { isSmall, rulesOf, roomOf, type Figure } from "./figure.ts";
import { Possible } from "./possible.ts";
import { Puzzle, type Line } from "./worked-out.ts";

export type Why =
  /** So few people. */
  | { because: "small" }
  /** Everybody of a group, or nearly everybody where it is sensitive, gave this answer; or nobody did, which says as much. */
  | { because: "whole-group" | "dominance" }
  /** These could be worked out from it. */
  | { because: "protects"; protects: string[] };

export type Suppression = {
  hidden: Map<string, Why>;
  /** Of what more can be worked out than may be, whatever is hidden. Nothing may be published while there is any. */
  open: string[];
};

/** What it takes for a figure not to be known: the span of what it may be, and how far above what it is that must reach. */
type Need = { span: number; up: number };

/** How far hiding is: the figures seen to so far, of those there are to see to. */
export type Hiding = { step: "protect" | "show-again"; done: number; of: number };

/** Hides what must be hidden. */
export function suppress(given: Cube): Suppression {
  return atOnce(suppressing(given));
}

/** The same a little at a time, so that whoever does it can tell how far it is and see to something else meanwhile. */
export function* suppressing(given: Cube): Generator<Hiding, Suppression> {
  const cube: Cube = { figures: new Map(given.figures), sums: [...given.sums] };
  const hidden = new Map<string, Why>();
  const needs = new Map<string, Need>();
  hideSmall(cube, hidden, needs);
  hideGroups(cube, hidden, needs);
  const state = new Guarded(cube, hidden, needs);
  state.hideWhatIsLeftAlone();
  const open = yield* state.hideUntilNothingIsKnown();
  yield* state.showWhatNeedNotBeHidden();
  return { hidden, open };
}

function hideSmall({ figures }: Cube, hidden: Map<string, Why>, needs: Map<string, Need>): void {
  for (const figure of figures.values()) {
    if (figure.kind === "unknown" || figure.before === "shown" || figure.isKnown || !isSmall(figure)) continue;
    needs.set(figure.id, { span: rulesOf(figure.care).leastSpan, up: 0 });
    if (isHideable(figure)) hidden.set(figure.id, { because: "small" });
  }
}

/**
 * A group of whom one answer tells all, or nearly all where it is sensitive, is hidden as a whole, noughts and all. Of everybody
 * in a table nobody learns more of a person from what nearly all said than that they answered, so that this alone does not count.
 */
function hideGroups(cube: Cube, hidden: Map<string, Why>, needs: Map<string, Need>): void {
  const { figures, sums } = cube;
  for (const { total, parts, kind, table } of [...sums]) {
    const whole = figures.get(total);
    if ((kind !== "group" && kind !== "everybody") || !whole || whole.count === 0 || whole.before !== undefined) continue;
    const members = parts.flatMap((part) => figures.get(part) ?? []);
    const shareOf = (care: Figure["care"]) => (kind === "group" ? rulesOf(care).mostOfGroup : 1);
    const most = members.find(({ count, care, kind: isToldOf }) => isToldOf === undefined && (count === whole.count || count > shareOf(care) * whole.count));
    if (!most) continue;
    const { leastSpan } = rulesOf(most.care);
    const isAll = most.count === whole.count;
    need(needs, most.id, { span: leastSpan, up: 0 });
    // because the share of a group whose size is hidden is not known, unless there is nobody else in it
    if (isAll || !isSmall(whole)) {
      const others = `others than ${most.id} of ${total}`;
      const count = whole.count - most.count;
      figures.set(others, { id: others, count, care: most.care, kind: "implied", about: most.id });
      sums.push({ total, parts: [most.id, others], kind: "plain", table });
      const enough = isSmall(whole) ? 1 : Math.max(1, whole.count - Math.floor(shareOf(most.care) * whole.count));
      need(needs, others, { span: 0, up: enough - count });
    }
    for (const member of members) if (isHideable(member) && !hidden.has(member.id)) hidden.set(member.id, { because: isAll ? "whole-group" : "dominance" });
  }
}

function need(needs: Map<string, Need>, id: string, { span, up }: Need): void {
  const before = needs.get(id) ?? { span: 0, up: 0 };
  needs.set(id, { span: Math.max(before.span, span), up: Math.max(before.up, up) });
}

function isHideable({ kind, before, isKnown }: Figure): boolean {
  return kind === undefined && before === undefined && !isKnown;
}

// More lines than this are not searched at once: what cannot be proved in fewer is not taken as proved.
const mostLines = 120;

class Guarded {
  private readonly sumsOf = new Map<string, Sum[]>();
  private readonly sumsIn = new Map<string, Sum[]>();
  private readonly order = new Map<string, number>();
  /** Whatever is hidden later, what was possible stays so. */
  private readonly possible = new Possible();
  /** By the tables it is about, until something in them is hidden or shown. */
  private readonly puzzles = new Map<string, { puzzle: Puzzle; about: ReadonlySet<string> }>();

  constructor(
    private readonly cube: Cube,
    private readonly hidden: Map<string, Why>,
    private readonly needs: ReadonlyMap<string, Need>,
  ) {
    for (const id of cube.figures.keys()) this.order.set(id, this.order.size);
    const put = (sums: Map<string, Sum[]>, name: string, sum: Sum) => {
      const own = sums.get(name);
      if (own) own.push(sum);
      else sums.set(name, [sum]);
    };
    for (const sum of cube.sums) {
      put(this.sumsIn, sum.table, sum);
      for (const id of [sum.total, ...sum.parts]) put(this.sumsOf, id, sum);
    }
  }

  /** While a line that adds up exactly has one hidden figure alone, the smallest other that is not nought is hidden as well. */
  hideWhatIsLeftAlone(): void {
    for (let isChanged = true; isChanged; ) {
      isChanged = false;
      for (const sum of this.cube.sums) {
        const unknown = [sum.total, ...sum.parts].filter((id) => !this.isExact(id));
        const [alone] = unknown;
        if (unknown.length !== 1 || alone === undefined || !this.hidden.has(alone)) continue;
        const next = this.smallestShown([sum]);
        if (next === null) continue;
        this.hide(next, alone);
        isChanged = true;
      }
    }
  }

  /** Hides more as long as a figure can be worked out more closely than it may; what can be worked out whatever is hidden. */
  *hideUntilNothingIsKnown(): Generator<Hiding, string[]> {
    const open = new Set<string>();
    for (const [done, id] of [...this.needs.keys()].entries()) {
      while (!this.isProtected(id)) {
        const next = this.nextToHide(id);
        if (next === null) {
          open.add(this.figure(id).about ?? id);
          break;
        }
        this.hide(next, id);
        yield { step: "protect", done, of: this.needs.size };
      }
      yield { step: "protect", done: done + 1, of: this.needs.size };
    }
    return [...open];
  }

  /** Shows again, the largest first, whatever protects nothing after all. */
  *showWhatNeedNotBeHidden(): Generator<Hiding, void> {
    // because what one pass showed can leave nothing for another to protect
    for (let isChanged = true; isChanged; ) {
      isChanged = false;
      const others = [...this.hidden].filter(([id, why]) => why.because === "protects" || this.figure(id).count === 0).map(([id]) => this.figure(id));
      others.sort((one, other) => other.count - one.count || this.placeOf(one.id) - this.placeOf(other.id));
      for (const [place, { id }] of others.entries()) {
        if (this.showAgain(id)) isChanged = true;
        yield { step: "show-again", done: place + 1, of: others.length };
      }
    }
  }

  private showAgain(id: string): boolean {
    const why = this.hidden.get(id)!;
    this.hidden.delete(id);
    this.forgetPuzzlesOf(id);
    const forgotten = this.possible.forgetBeyond(id, this.roomFor(id));
    const touched = new Set(forgotten.flatMap((move) => [...move.keys()]).filter((one) => this.needs.has(one)));
    if ([...touched].every((one) => this.isProtected(one))) return true;
    this.hidden.set(id, why);
    this.forgetPuzzlesOf(id);
    for (const move of forgotten) this.possible.add(move);
    return false;
  }

  private isProtected(id: string): boolean {
    const need = this.needs.get(id)!;
    const isEnough = () => {
      const { down, up } = this.possible.roomOf(id);
      return up >= need.up && down + up >= need.span;
    };
    if (isEnough()) return true;
    for (const { name, sums } of this.neighbourhoods(id)) {
      const puzzle = this.puzzleOf(name, sums);
      const up = puzzle.furthest(id, 1, Math.max(need.up, need.span));
      if (up) this.possible.add(up);
      if (isEnough()) return true;
      const down = puzzle.furthest(id, -1, need.span);
      if (down) this.possible.add(down);
      if (isEnough()) return true;
    }
    return false;
  }

  /** The lines of the tables it stands in; then also of those that these touch; then all that hangs together. */
  private *neighbourhoods(id: string): Generator<{ name: string; sums: Sum[] }> {
    let tables = new Set(this.sumsOf.get(id)?.map(({ table }) => table));
    for (let before = 0; tables.size > before; ) {
      before = tables.size;
      const own = [...tables].flatMap((table) => this.sumsIn.get(table) ?? []);
      const within = new Set(own);
      // because those left over give way wherever a figure moves that stands nowhere else
      const loose = new Set(own.flatMap(({ total, parts }) => [total, ...parts]));
      const sums = [...new Set([...own, ...[...loose].flatMap((one) => this.looseOf(one, within))])];
      if (sums.length > mostLines) return;
      yield { name: [...tables].sort().join("\n"), sums };
      const touched = new Set(own.flatMap(({ total, parts }) => [total, ...parts]).filter((one) => !this.isExact(one)));
      tables = new Set([...tables, ...[...touched].flatMap((one) => this.sumsOf.get(one)?.map(({ table }) => table) ?? [])]);
    }
  }

  /** The lines in which those left over make up for whatever it is, where it stands in no other than the given ones besides. */
  private looseOf(id: string, within: ReadonlySet<Sum>): Sum[] {
    const others = this.sumsOf.get(id)!.filter((sum) => !within.has(sum));
    return others.every(({ kind, total }) => kind === "loose" && total === id) ? others : [];
  }

  /** Only what stands in these lines alone is moved: then nothing beyond them has to. */
  private puzzleOf(name: string, sums: readonly Sum[]): Puzzle {
    const about = new Set(sums.map(({ table }) => table));
    const kept = this.puzzles.get(name);
    if (kept) return kept.puzzle;
    const within = new Set(sums);
    const unknown = [...new Set(sums.flatMap(({ total, parts }) => [total, ...parts]))]
      .filter((one) => !this.isExact(one) && this.sumsOf.get(one)!.every((sum) => within.has(sum)))
      .sort((one, other) => this.placeOf(one) - this.placeOf(other));
    const free = new Set(unknown);
    const lines = sums.map(({ total, parts }): Line => {
      const all = [[total, -1] as const, ...parts.map((part) => [part, 1] as const)];
      return all.filter(([one]) => free.has(one));
    });
    const puzzle = new Puzzle(unknown.map((one) => ({ id: one, room: this.roomFor(one) })), lines);
    this.puzzles.set(name, { puzzle, about });
    return puzzle;
  }

  private forgetPuzzlesOf(id: string): void {
    const tables = this.sumsOf.get(id)?.map(({ table }) => table) ?? [];
    for (const [name, { about }] of this.puzzles) if (tables.some((table) => about.has(table))) this.puzzles.delete(name);
  }

  /** In the lines it stands in the smallest that is shown, then their totals; then in the lines that hang together with those. */
  private nextToHide(id: string): string | null {
    const passed = new Set<Sum>();
    for (let near = new Set(this.sumsOf.get(id)); near.size > 0; ) {
      const next = this.smallestShown([...near]);
      if (next !== null) return next;
      for (const sum of near) passed.add(sum);
      const beyond = [...near].flatMap((sum) => [sum.total, ...sum.parts]).filter((one) => !this.isExact(one));
      near = new Set(beyond.flatMap((one) => this.sumsOf.get(one) ?? []).filter((sum) => !passed.has(sum)));
    }
    return null;
  }

  private smallestShown(sums: readonly Sum[]): string | null {
    const smallestOf = (ids: readonly string[]) => {
      const shown = [...new Set(ids)].map((id) => this.figure(id)).filter((figure) => figure.count > 0 && isHideable(figure) && !this.hidden.has(figure.id));
      shown.sort((one, other) => one.count - other.count || this.placeOf(one.id) - this.placeOf(other.id));
      return shown[0]?.id ?? null;
    };
    return smallestOf(sums.flatMap(({ parts }) => parts)) ?? smallestOf(sums.map(({ total }) => total));
  }

  private hide(id: string, because: string): void {
    this.hidden.set(id, { because: "protects", protects: [this.figure(because).about ?? because] });
    this.forgetPuzzlesOf(id);
  }

  private roomFor(id: string) {
    return roomOf(this.figure(id), this.hidden.has(id));
  }

  /** Whether what is shown tells exactly how many they are. */
  private isExact(id: string): boolean {
    const { down, up } = this.roomFor(id);
    return down === 0 && up === 0;
  }

  private placeOf(id: string): number {
    return this.order.get(id) ?? 0;
  }

  private figure(id: string): Figure {
    const figure = this.cube.figures.get(id);
    if (!figure) throw new RangeError(`There is no figure ${id}.`);
    return figure;
  }
}
