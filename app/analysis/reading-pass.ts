// In which of its two readings somebody codes a text, and whose codes on it they see. Whoever reads a text a second time sees nothing
// of the first reading, and the first reader nothing of the second, until it is settled what holds. [B7.3]
import type { Coding } from "./coding.ts";

type Reader = { coderId: string; doneAt: Date | null };

/** Who reads a text, and whether it was settled what holds; null where nobody was given it in that reading. */
export type Readers = { first: Reader | null; second: Reader | null; isSettled: boolean };

export const nobodyReads: Readers = { first: null, second: null, isSettled: false };

export type Sight = {
  /** The reading in which they give codes; null where they look only, because it is somebody else's to code, or done by both, or settled. */
  pass: "first" | "second" | null;
  /** The codes they are shown: of a reading, or what was agreed. */
  sees: "first" | "second" | "agreed";
  /** Whether their own reading is done. */
  isDone: boolean;
};

/** What somebody does with a text and sees of it. */
export function sightOf({ first, second, isSettled }: Readers, personId: string): Sight {
  const isLocked = isSettled || Boolean(first?.doneAt && second?.doneAt);
  const own = [first, second].find((reader) => reader?.coderId === personId) ?? null;
  const pass = second !== null && own === second ? "second" : first === null || own === first ? "first" : null;
  return { pass: isLocked ? null : pass, sees: isSettled ? "agreed" : pass === "second" ? "second" : "first", isDone: Boolean(own?.doneAt) };
}

/** Of the codes on a text those that somebody with that sight may see. */
export function seenOf(codings: readonly Coding[], { sees }: Pick<Sight, "sees">, personId: string): Coding[] {
  return codings.filter(({ pass, coderId }) => pass === sees && (sees !== "second" || coderId === personId));
}
