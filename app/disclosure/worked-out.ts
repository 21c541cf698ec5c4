// How closely a hidden figure can be worked out from all that is shown: by moving the unknown figures so that everything still
// adds up. A move found is proof that whoever sees only what is shown cannot tell the one from the other.
import type { Room } from "./figure.ts";

/** By how much each figure is moved, in whole people; those not named stay. */
export type Move = ReadonlyMap<string, number>;

/** Every line's figures, times what stands beside each, add up to nought; so must a move of them. */
export type Line = readonly (readonly [id: string, times: 1 | -1])[];

type Unknown = { id: string; room: Room };

const almostNought = 1e-9;
const mostSteps = 20_000;

/** The unknowns of lines that hang together. Only what is unknown may stand in the lines. */
export class Puzzle {
  private readonly unknowns: Unknown[];
  /** One row for each unknown that the others decide: it moves by minus the others' moves times the row. */
  private readonly rows: { decided: number; times: Float64Array }[] = [];
  private readonly rowOf: Int32Array;

  constructor(unknowns: readonly Unknown[], lines: readonly Line[]) {
    this.unknowns = [...unknowns];
    this.rowOf = new Int32Array(unknowns.length).fill(-1);
    const place = new Map(unknowns.map(({ id }, index) => [id, index]));
    for (const line of lines) {
      const times = new Float64Array(unknowns.length);
      for (const [id, by] of line) times[place.get(id) ?? -1] = (times[place.get(id) ?? -1] ?? 0) + by;
      for (const row of this.rows) take(times, row.times, times[row.decided] ?? 0);
      const decided = times.findIndex((by) => Math.abs(by) > almostNought);
      if (decided < 0) continue;
      this.rows.push({ decided, times });
      this.settle(this.rows.length - 1, decided);
    }
  }

  /** Makes `decided` the unknown that this row decides. */
  private settle(at: number, decided: number): void {
    const row = this.rows[at]!;
    const by = row.times[decided]!;
    for (let index = 0; index < row.times.length; index += 1) row.times[index] = tidy(row.times[index]! / by);
    for (const other of this.rows) if (other !== row) take(other.times, row.times, other.times[decided]!);
    if (this.rowOf[row.decided] === at) this.rowOf[row.decided] = -1;
    row.decided = decided;
    this.rowOf[decided] = at;
  }

  /**
   * A move that takes one figure as far as it can go in a direction, and no further than `wanted`; null where the furthest
   * place found is not one of whole people.
   */
  furthest(id: string, direction: 1 | -1, wanted: number): Move | null {
    const target = this.unknowns.findIndex((unknown) => unknown.id === id);
    if (target < 0) return null;
    const moved = new Float64Array(this.unknowns.length);
    const upTo = (index: number) => Math.min(this.unknowns[index]!.room.up, index === target && direction > 0 ? wanted : Number.POSITIVE_INFINITY);
    const downTo = (index: number) => -Math.min(this.unknowns[index]!.room.down, index === target && direction < 0 ? wanted : Number.POSITIVE_INFINITY);
    for (let step = 0; step < mostSteps; step += 1) {
      const freed = this.nextFreed(target, direction, (index, way) => (way > 0 ? moved[index]! < upTo(index) : moved[index]! > downTo(index)));
      if (!freed) return wholeMove(this.unknowns, moved);
      const { index, way } = freed;
      let length = way > 0 ? upTo(index) - moved[index]! : moved[index]! - downTo(index);
      let blocked = -1;
      for (const [at, row] of this.rows.entries()) {
        const change = -way * row.times[index]!;
        if (Math.abs(change) < almostNought) continue;
        const left = change > 0 ? upTo(row.decided) - moved[row.decided]! : moved[row.decided]! - downTo(row.decided);
        const until = Math.max(0, left / Math.abs(change));
        // the earlier unknown of two that stop it at once, so that it never turns in circles
        if (until < length - almostNought || (until <= length + almostNought && blocked >= 0 && row.decided < this.rows[blocked]!.decided)) {
          length = Math.min(length, until);
          blocked = at;
        }
      }
      this.moveBy(moved, index, way * length);
      if (blocked >= 0) this.settle(blocked, index);
    }
    return null;
  }

  /** The first unknown that is not decided by others and whose moving takes the target further. */
  private nextFreed(target: number, direction: 1 | -1, mayMove: (index: number, way: 1 | -1) => boolean): { index: number; way: 1 | -1 } | null {
    const row = this.rowOf[target]! >= 0 ? this.rows[this.rowOf[target]!] : undefined;
    if (!row) return mayMove(target, direction) ? { index: target, way: direction } : null;
    for (let index = 0; index < row.times.length; index += 1) {
      const gain = -row.times[index]! * direction;
      if (this.rowOf[index]! >= 0 || Math.abs(gain) < almostNought) continue;
      const way = gain > 0 ? 1 : -1;
      if (mayMove(index, way)) return { index, way };
    }
    return null;
  }

  private moveBy(moved: Float64Array, index: number, by: number): void {
    moved[index] = tidy(moved[index]! + by);
    for (const row of this.rows) moved[row.decided] = tidy(moved[row.decided]! - row.times[index]! * by);
  }
}

function take(from: Float64Array, row: Float64Array, by: number): void {
  if (by === 0) return;
  for (let index = 0; index < from.length; index += 1) from[index] = tidy(from[index]! - by * row[index]!);
}

/** Whole where it is whole but for the machine's arithmetic. */
function tidy(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) < almostNought ? whole : value;
}

function wholeMove(unknowns: readonly Unknown[], moved: Float64Array): Move | null {
  const move = new Map<string, number>();
  for (const [index, { id }] of unknowns.entries()) {
    const by = moved[index]!;
    if (!Number.isInteger(by)) return null;
    if (by !== 0) move.set(id, by);
  }
  return move;
}
