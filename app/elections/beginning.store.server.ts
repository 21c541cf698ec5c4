// What an election begins with where it follows from something: a by-election for the seat that somebody left, or another for places that stayed
// empty, all of them where too few voted. Both have the terms of the election before; the office changes what it likes until the notice. [D4(b), D5]
import { findFreeSeat } from "#app/bodies/vacancies.store.server.ts";
import { findElectedOn } from "#app/bodies/seat-elections.store.server.ts";
import { waysToFill } from "#app/bodies/vacancy.ts";
import { addDays, addMonths } from "#app/shared/dates.ts";
import type { Database } from "#app/shared/db.server.ts";
import { languages, textIn, type Text } from "#app/shared/languages.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { contestOf } from "./contest.ts";
import { listStanders } from "./counts.store.server.ts";
import { beginningHead, longestTitle } from "./election-form.ts";
import { headOf, type ElectionHead, type Reserve } from "./election.ts";
import { findElection, type Election } from "./elections.store.server.ts";
import { listCame } from "./offers.store.server.ts";
import { isBelowTurnout } from "./outcome.ts";
import { reservesLeft } from "./runner-up.ts";

/** The election that begins, the network that holds it where that follows too, and the appointment that left the seat. */
export type Beginning = { kind: "vacancy" | "again"; head: ElectionHead; network: string | null; vacancyId: string | null; /** An election for the same that there is already. */ there: string | null };

type Asked = { partnershipId: string; vacancy: string | null; again: string | null; today: string };

/** What an election begins with for a seat that was left free, or again for places that stayed empty; null where there is no such thing. */
export async function findBeginning(on: Database, asked: Asked): Promise<Beginning | null> {
  if (asked.vacancy !== null) return forVacancy(on, asked, asked.vacancy);
  return asked.again === null ? null : forEmptyPlaces(on, asked, asked.again);
}

async function forVacancy(on: Database, { partnershipId, today }: Asked, appointmentId: string): Promise<Beginning | null> {
  const seat = await findFreeSeat(on, partnershipId, appointmentId, today);
  if (!seat?.isFree) return null;
  const { left, line, body } = seat;
  const electedOn = await findElectedOn(on, partnershipId, left.electionId);
  if (!waysToFill(left.line.basis, left, seat.openedOn, { electedOn }).includes("by-election")) return null;
  const before = left.electionId === null ? null : await findElection(on, partnershipId, left.electionId);
  const of = beginningHead(titled("vacancy", before?.title ?? body.name), today);
  // because a term is for whole months, and the seat's own last day is what holds
  const startsOn = of.termStartsOn < left.endsOn ? of.termStartsOn : addDays(today, 1);
  const head = { ...(before ? headOf(before) : of), title: of.title, seats: 1, lineId: line.id, chairBodyId: null, termStartsOn: startsOn, termInMonths: monthsTo(startsOn, left.endsOn), reserves: before ? await keptFor(on, before, today) : [] };
  const network = before?.network.slug ?? (line.networkId === null ? null : ((await on.body.findFirst({ where: { id: line.networkId, partnershipId }, select: { slug: true } }))?.slug ?? null));
  return { kind: "vacancy", head, network, vacancyId: left.id, there: await findThere(on, { partnershipId, vacancyId: left.id }) };
}

async function forEmptyPlaces(on: Database, { partnershipId, today }: Asked, electionId: string): Promise<Beginning | null> {
  const before = await findElection(on, partnershipId, electionId);
  const { empty, vacant } = contestOf(before, await listStanders(on, before));
  const isConfirmed = before.steps.some(({ kind }) => kind === "confirmed");
  if (!isConfirmed || before.shortfall !== "rerun") return null;
  // because nobody was elected, all of it is held again
  if (isBelowTurnout(before)) {
    const { title, termStartsOn } = beginningHead(titled("again", before.title), today);
    return { kind: "again", head: { ...headOf(before), title, termStartsOn }, network: before.network.slug, vacancyId: null, there: null };
  }
  if (empty === 0) return null;
  const of = beginningHead(titled("again", before.title), today);
  const reserves = before.reserves.flatMap((reserve): Reserve[] => {
    const groups = reserve.groups.map((group) => ({ ...group, least: vacant.find((one) => one.category === reserve.id && one.group === group.id)?.places ?? 0, most: null }));
    return groups.some(({ least }) => least > 0) ? [{ ...reserve, groups }] : [];
  });
  return { kind: "again", head: { ...headOf(before), title: of.title, seats: empty, chairBodyId: null, termStartsOn: of.termStartsOn, reserves }, network: before.network.slug, vacancyId: null, there: null };
}

/** What is still kept for whom, beside those of the election who sit. */
async function keptFor(on: Database, before: Election, today: string): Promise<Reserve[]> {
  const standers = await listStanders(on, before);
  const sitting = (await listCame(on, before, standers, today)).flatMap(({ isOver, number }) => (isOver || number === null ? [] : [number]));
  return reservesLeft(before.reserves, standers.filter(({ number }) => sitting.includes(number)), 1);
}

function titled(kind: Beginning["kind"], of: Text): Text {
  return Object.fromEntries(languages.filter((language) => of[language]).map((language) => [language, [...wordsFor(language).t(`offers:title.${kind}`, { title: textIn(of, language).text })].slice(0, longestTitle).join("")]));
}

/** Months from a day until after another, as few as reach it. */
function monthsTo(startsOn: string, endsOn: string): number {
  let months = 1;
  while (addMonths(startsOn, months) <= endsOn) months += 1;
  return months;
}

async function findThere(on: Database, { partnershipId, vacancyId }: { partnershipId: string; vacancyId: string }): Promise<string | null> {
  const over = { some: { kind: { in: ["annulled", "abandoned"] } } };
  return (await on.networkElection.findFirst({ where: { partnershipId, vacancyId, NOT: { steps: over } }, select: { id: true }, orderBy: { createdAt: "desc" } }))?.id ?? null;
}
