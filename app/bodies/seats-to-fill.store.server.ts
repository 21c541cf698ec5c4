// Seats of a line that several are to take at once, once an election or a round of nominations is over.
import type { Database } from "#app/shared/db.server.ts";
import { isSeatTaken } from "./appointments.store.server.ts";
import { findSchemeOn } from "./schemes.store.server.ts";
import { proposedEnd, turnsOf } from "./turn.ts";
import { termEndsOn } from "./term.ts";

type Term = { termStartsOn: string; termInMonths: number };

/** The line as it is when the term begins, because the seats may have been agreed anew meanwhile: they go on under the line that took them over. */
export async function findLineToFill(on: Database, partnershipId: string, lineId: string, { termStartsOn }: Pick<Term, "termStartsOn">) {
  const row = await on.seatLine.findFirst({ where: { id: lineId, partnershipId }, select: { bodyId: true } });
  const scheme = row && (await findSchemeOn(on, row.bodyId, termStartsOn));
  const line = scheme?.lines.find((one) => one.id === lineId || one.fromId === lineId);
  return row && scheme && line ? { bodyId: row.bodyId, scheme, line } : null;
}

export type LineToFill = NonNullable<Awaited<ReturnType<typeof findLineToFill>>>;

/** The numbers of the seats of a line, up to so many, that nobody has during a term. */
export async function listFreeNumbers(on: Database, line: { id: string }, seats: number, { termStartsOn, termInMonths }: Term): Promise<number[]> {
  const endsOn = termEndsOn(termStartsOn, termInMonths);
  const free: number[] = [];
  for (let seat = 1; seat <= seats; seat += 1) if (!(await isSeatTaken(on, { lineId: line.id, seat }, { startsOn: termStartsOn, endsOn }, null))) free.push(seat);
  return free;
}

/** The last day of a term on a seat: with the seat's turn where seats end in turns. */
export function endOfTermOn({ scheme, line }: LineToFill, seat: number, { termStartsOn, termInMonths }: Term): string {
  const turns = turnsOf(scheme);
  return turns === null ? termEndsOn(termStartsOn, termInMonths) : proposedEnd(scheme, line, seat, turns, termStartsOn);
}
