// Those elected take the seats that their election fills, once its result is confirmed. [A6.1]
import { appoint } from "#app/bodies/appointments.store.server.ts";
import { findAccount } from "#app/bodies/choices.store.server.ts";
import { endOfTermOn, findLineToFill, listFreeNumbers } from "#app/bodies/seats-to-fill.store.server.ts";
import { fillVacancy, findFreeSeat } from "#app/bodies/vacancies.store.server.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { defaultLanguage, textIn } from "#app/shared/languages.ts";
import type { Stander } from "./counts.store.server.ts";
import type { Election } from "./elections.store.server.ts";

/** How many took a seat, and how many found none free in the line. Whoever was seated by this election before stays. */
export type Seating = { seated: number; without: number };

export async function seatElected(transaction: Transaction, by: { partnershipId: string; personId: string }, election: Election, elected: readonly Stander[]): Promise<Seating> {
  const { id: electionId, lineId, vacancyId, termStartsOn } = election;
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
  if (lineId === null) return { seated: 0, without: 0 };
  const found = await findLineToFill(transaction, by.partnershipId, lineId, election);
  if (!found) return { seated: 0, without: elected.length };
  const { bodyId, line } = found;
  const before = await transaction.appointment.findMany({ where: { electionId }, select: { name: true } });
  // because of a pool all are elected, and some take the places at each meeting [A6.4]
  const most = line.basis === "pool" ? (line.poolSize ?? election.seats) : line.countMost ?? line.count ?? election.seats;
  const tally = { seated: 0, without: 0 };
  const free = await listFreeNumbers(transaction, line, most, election);
  for (const one of elected) {
    if (before.some(({ name }) => name === one.name)) continue;
    const seat = free.shift();
    if (seat === undefined) {
      tally.without += 1;
      continue;
    }
    await appoint(transaction, by, { bodyId, lineId: line.id, seat }, {
      ...{ ...(await chosen(one)), startsOn: termStartsOn, endsOn: endOfTermOn(found, seat, election) },
    });
    tally.seated += 1;
  }
  return tally;
}
