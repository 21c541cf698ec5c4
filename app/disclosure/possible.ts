// The other ways it may be, as far as they were found: moves that leave everything true that is shown, and what they prove.
import type { Room } from "./figure.ts";
import type { Move } from "./worked-out.ts";

export class Possible {
  private readonly movesOf = new Map<string, Set<Move>>();

  add(move: Move): void {
    for (const id of move.keys()) {
      const own = this.movesOf.get(id);
      if (own) own.add(move);
      else this.movesOf.set(id, new Set([move]));
    }
  }

  /** How far below and above what it is a figure may be. */
  roomOf(id: string): Room {
    let [down, up] = [0, 0];
    for (const move of this.movesOf.get(id) ?? []) {
      const by = move.get(id) ?? 0;
      if (by < 0) down = Math.max(down, -by);
      else up = Math.max(up, by);
    }
    return { down, up };
  }

  /** Forgets the moves that take a figure out of its room; gives them back. */
  forgetBeyond(id: string, { down, up }: Room): Move[] {
    const beyond = [...(this.movesOf.get(id) ?? [])].filter((move) => move.get(id)! < -down || move.get(id)! > up);
    for (const move of beyond) for (const other of move.keys()) this.movesOf.get(other)?.delete(move);
    return beyond;
  }
}
