// Those elected take the seats that their election fills, once its result is confirmed. [A6.1]
import { appoint, isSeatTaken } from "#app/bodies/appointments.store.server.ts";
import { findAccount } from "#app/bodies/choices.store.server.ts";
import { findSchemeOn } from "#app/bodies/schemes.store.server.ts";
import { fillVacancy, findFreeSeat } from "#app/bodies/vacancies.store.server.ts";
import { turnsOf, proposedEnd } from "#app/bodies/turn.ts";
import { termEndsOn } from "#app/bodies/term.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { defaultLanguage, textIn } from "#app/shared/languages.ts";
import type { Stander } from "./counts.store.server.ts";
import type { Election } from "./elections.store.server.ts";

/** How many took a seat, and how many found none free in the line. Whoever was seated by this election before stays. */
export type Seating = { seated: number; without: number };

export async function seatElected(transaction: Transaction, by: { partnershipId: string; personId: string }, election: Election, elected: readonly Stander[]): Promise<Seating> {
  const { id: electionId, lineId, vacancyId, termStartsOn, termInMonths } = election;
  const chosen = async ({ id: nominationId, name, email, organisationId }: Stander) => ({
    ...{ personId: email === "" ? null : ((await findAccount(transaction, by.partnershipId, email))?.id ?? null), name, organisationId, electionId, nominationId },
    ...({ chosenHow: "elected", chosenBy: textIn(election.title, defaultLanguage).text, authority: "decides", seniority: "any" } as const),
  });
  // [D4(b)] a by-election fills the one seat that it is held for, until the old term would have ended
  if (vacancyId !== null) {
    const tally = { seated: 0, without: 0 };
    const isSeated = (await transaction.appointment.count({ where: { electionId } })) > 0;
    for (const one of isSeated ? [] : elected) {
      const seat = await findFreeSeat(transaction, by.partnershipId, vacancyId, termStartsOn);
      const made = seat && (await fillVacancy(transaction, by, seat, termStartsOn, await chosen(one)));
      tally[made ? "seated" : "without"] += 1;
    }
    return tally;
  }
  const row = lineId === null ? null : await transaction.seatLine.findFirst({ where: { id: lineId, partnershipId: by.partnershipId }, select: { bodyId: true } });
  if (!row) return { seated: 0, without: 0 };
  const scheme = await findSchemeOn(transaction, row.bodyId, termStartsOn);
  // because the seats may have been agreed anew since the notice: they go on under the line that took them over
  const line = scheme?.lines.find((one) => one.id === lineId || one.fromId === lineId);
  if (!scheme || !line) return { seated: 0, without: elected.length };
  const before = await transaction.appointment.findMany({ where: { electionId }, select: { name: true } });
  // because of a pool all are elected, and some take the places at each meeting [A6.4]
  const most = line.basis === "pool" ? (line.poolSize ?? election.seats) : line.countMost ?? line.count ?? election.seats;
  const tally = { seated: 0, without: 0 };
  for (const one of elected) {
    if (before.some(({ name }) => name === one.name)) continue;
    const seat = await firstFree(line.id, most);
    if (seat === null) {
      tally.without += 1;
      continue;
    }
    const turns = turnsOf(scheme);
    const endsOn = turns === null ? termEndsOn(termStartsOn, termInMonths) : proposedEnd(scheme, line, seat, turns, termStartsOn);
    await appoint(transaction, by, { bodyId: row.bodyId, lineId: line.id, seat }, {
      ...{ ...(await chosen(one)), startsOn: termStartsOn, endsOn },
    });
    tally.seated += 1;
  }
  return tally;

  async function firstFree(id: string, seats: number): Promise<number | null> {
    const endsOn = termEndsOn(termStartsOn, termInMonths);
    for (let seat = 1; seat <= seats; seat += 1) if (!(await isSeatTaken(transaction, { lineId: id, seat }, { startsOn: termStartsOn, endsOn }, null))) return seat;
    return null;
  }
}
