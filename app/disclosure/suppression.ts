// Which figures of a cube are hidden and why: first those that are confidential themselves, then as many others as it takes
// that nobody can work those out. The same figures always give the same answer: where two would do the smaller is hidden, and
// of two alike the one that stands first.
import type { Cube, Sum } from "./cube.ts";
import { isSmall, rulesOf, roomOf, type Figure } from "./figure.ts";
import { Puzzle, type Line, type Move } from "./worked-out.ts";

export type Why =
  /** So few people. */
  | { because: "small" }
  /** Everybody of a group, or nearly everybody where it is sensitive, gave this answer; or nobody did, which says as much. */
  | { because: "whole-group" | "dominance" }
  /** These could be worked out from it. */
  | { because: "protects"; protects: string[] };

export type Suppression = {
  hidden: Map<string, Why>;
  /** What can be worked out whatever is hidden, because it was published before. Nothing may be published while there is any. */
  open: string[];
};

/** What it takes for a figure not to be known: the span of what it may be, and how far below what it is that must reach. */
type Need = { span: number; down: number };

/** Hides what must be hidden. */
export function suppress(cube: Cube): Suppression {
  const hidden = new Map<string, Why>();
  const needs = new Map<string, Need>();
  hideSmall(cube, hidden, needs);
  hideGroups(cube, hidden, needs);
  const state = new Guarded(cube, hidden, needs);
  state.hideWhatIsLeftAlone();
  const open = state.hideUntilNothingIsKnown();
  state.showWhatNeedNotBeHidden();
  return { hidden, open };
}

function hideSmall({ figures }: Cube, hidden: Map<string, Why>, needs: Map<string, Need>): void {
  for (const figure of figures.values()) {
    if (figure.kind === "unknown" || figure.before === "shown" || !isSmall(figure)) continue;
    needs.set(figure.id, { span: rulesOf(figure.care).leastSpan, down: 0 });
    if (isHideable(figure)) hidden.set(figure.id, { because: "small" });
  }
}

/** A group of whom one answer tells nearly all is hidden as a whole, noughts and all. */
function hideGroups({ figures, sums }: Cube, hidden: Map<string, Why>, needs: Map<string, Need>): void {
  for (const { total, parts, isGroup } of sums) {
    const whole = figures.get(total);
    if (!isGroup || !whole || whole.count === 0 || whole.before !== undefined) continue;
    const members = parts.flatMap((part) => figures.get(part) ?? []);
    const most = members.find(({ count, care, kind }) => kind === undefined && (count === whole.count || count > rulesOf(care).mostOfGroup * whole.count));
    if (!most) continue;
    const { leastSpan, mostOfGroup } = rulesOf(most.care);
    const before = needs.get(most.id) ?? { span: 0, down: 0 };
    const down = most.count - Math.floor(mostOfGroup * whole.count);
    needs.set(most.id, { span: Math.max(before.span, leastSpan), down: Math.max(before.down, down) });
    const because = most.count === whole.count ? "whole-group" : "dominance";
    for (const member of members) if (isHideable(member) && !hidden.has(member.id)) hidden.set(member.id, { because });
  }
}

function isHideable({ kind, before }: Figure): boolean {
  return kind === undefined && before === undefined;
}

class Guarded {
  private readonly sumsOf = new Map<string, Sum[]>();
  private readonly order = new Map<string, number>();
  /** Ways in which the unknown figures may be other than they are: whatever is hidden later, they stay possible. */
  private moves: Move[] = [];

  constructor(
    private readonly cube: Cube,
    private readonly hidden: Map<string, Why>,
    private readonly needs: ReadonlyMap<string, Need>,
  ) {
    for (const id of cube.figures.keys()) this.order.set(id, this.order.size);
    for (const sum of cube.sums) {
      for (const id of [sum.total, ...sum.parts]) {
        const own = this.sumsOf.get(id);
        if (own) own.push(sum);
        else this.sumsOf.set(id, [sum]);
      }
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

  /** Hides more as long as a figure can be worked out more closely than it may; gives back what nothing protects. */
  hideUntilNothingIsKnown(): string[] {
    return [...this.needs.keys()].filter((id) => {
      while (!this.isProtected(id)) {
        const next = this.nextToHide(id);
        if (next === null) return true;
        this.hide(next, id);
      }
      return false;
    });
  }

  /** Shows again, the largest first, whatever protects nothing after all. */
  showWhatNeedNotBeHidden(): void {
    const others = [...this.hidden].filter(([id, why]) => why.because === "protects" || this.figure(id).count === 0).map(([id]) => this.figure(id));
    others.sort((one, other) => other.count - one.count || this.placeOf(one.id) - this.placeOf(other.id));
    for (const { id } of others) {
      const [why, moves] = [this.hidden.get(id)!, this.moves];
      this.hidden.delete(id);
      const { down, up } = this.roomFor(id);
      this.moves = moves.filter((move) => -down <= (move.get(id) ?? 0) && (move.get(id) ?? 0) <= up);
      if ([...this.needs.keys()].every((need) => this.isProtected(need))) continue;
      this.hidden.set(id, why);
      this.moves = moves;
    }
  }

  private isProtected(id: string): boolean {
    const { span, down } = this.needs.get(id)!;
    const seen = () => {
      const by = this.moves.map((move) => move.get(id) ?? 0);
      return { down: -Math.min(0, ...by), up: Math.max(0, ...by) };
    };
    const isEnough = (known: { down: number; up: number }) => known.down >= down && known.down + known.up >= span;
    if (isEnough(seen())) return true;
    const puzzle = this.puzzleOf(id);
    this.keep(puzzle.furthest(id, -1, Math.max(down, span)));
    if (isEnough(seen())) return true;
    if (seen().down < down) return false;
    this.keep(puzzle.furthest(id, 1, span - seen().down));
    return isEnough(seen());
  }

  private keep(move: Move | null): void {
    if (move && move.size > 0) this.moves.push(move);
  }

  private puzzleOf(id: string): Puzzle {
    const { reached, lines } = this.hangsTogether(id);
    return new Puzzle([...reached].sort((one, other) => this.placeOf(one) - this.placeOf(other)).map((one) => ({ id: one, room: this.roomFor(one) })), lines);
  }

  /** The unknown figures that stand in a line with it, or with one of those, and so on; and their lines. */
  private hangsTogether(id: string): { reached: Set<string>; lines: Line[] } {
    const reached = new Set([id]);
    const sums = new Set<Sum>();
    for (const one of reached) {
      for (const sum of this.sumsOf.get(one) ?? []) {
        sums.add(sum);
        for (const other of [sum.total, ...sum.parts]) if (!this.isExact(other)) reached.add(other);
      }
    }
    const lines = [...sums].map(({ total, parts }): Line => {
      const all = [[total, -1] as const, ...parts.map((part) => [part, 1] as const)];
      return all.filter(([one]) => reached.has(one));
    });
    return { reached, lines };
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
    this.hidden.set(id, { because: "protects", protects: [because] });
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
