// The seats that those elected left free, who is next in the election, and who was asked to take one. The caller has asked the policy.
import { chooseFilling } from "#app/bodies/appointments.store.server.ts";
import { dayColumn, dayIn } from "#app/bodies/columns.server.ts";
import { findAccount } from "#app/bodies/choices.store.server.ts";
import { fillVacancy, findFreeSeat, type FreeSeat } from "#app/bodies/vacancies.store.server.ts";
import { casualReasons } from "#app/bodies/vacancy.ts";
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { addDays, dayOf } from "#app/shared/dates.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { keyedHash, keyedHashes, newId, newToken } from "#app/shared/keys.server.ts";
import { defaultLanguage, isLanguage, textIn } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { findContest, findCount, type Stander } from "./counts.store.server.ts";
import type { By, Election } from "./elections.store.server.ts";
import { daysToAnswer } from "./offer.ts";
import { offerLetter } from "./offer-letters.ts";
import { electionPath } from "./paths.ts";
import { nextOf, type Next } from "./runner-up.ts";

const purpose = "seat offer link";

/** Somebody who came to a seat by an election, with what became of it. */
export type Came = { appointmentId: string; name: string; number: number | null; bodySlug: string; until: string; isOver: boolean };

/** Everybody who came to a seat by an election, in the order of the seats and then of their terms. */
export async function listCame(on: Database, { id, partnershipId }: Pick<Election, "id" | "partnershipId">, standers: readonly Stander[], today: string): Promise<Came[]> {
  const rows = await on.appointment.findMany({
    where: { electionId: id, partnershipId },
    select: { id: true, name: true, nominationId: true, endsOn: true, endedOn: true, body: { select: { slug: true } } },
    ...{ orderBy: [{ seat: "asc" as const }, { startsOn: "asc" as const }, { id: "asc" as const }], take: 500 },
  });
  return rows.map(({ id: appointmentId, name, nominationId, endsOn, endedOn, body }) => {
    // because whoever was seated before candidates were kept with the seat is known by name alone
    const number = standers.find((one) => (nominationId === null ? one.name === name : one.id === nominationId))?.number ?? null;
    const until = dayColumn.parse(endedOn !== null && endedOn < endsOn ? endedOn : endsOn);
    return { appointmentId, name, number, bodySlug: body.slug, until, isOver: until < today };
  });
}

/** The seats of an election that somebody left before the time and that nobody has now, the longest free first. */
export async function listFreeSeats(on: Database, { id, partnershipId }: Pick<Election, "id" | "partnershipId">, today: string): Promise<FreeSeat[]> {
  const rows = await on.appointment.findMany({ where: { electionId: id, partnershipId, endedFor: { in: [...casualReasons] }, endedOn: { lt: dayIn(today) }, endsOn: { gte: dayIn(today) } }, select: { id: true }, orderBy: [{ endedOn: "asc" }, { id: "asc" }], take: 100 });
  const seats: FreeSeat[] = [];
  for (const row of rows) {
    const seat = await findFreeSeat(on, partnershipId, row.id, today);
    if (seat?.isFree) seats.push(seat);
  }
  return seats;
}

export type Offer = { id: string; appointmentId: string; nominationId: string; name: string; askedAt: Date; answerBy: string; answeredAt: Date | null; accepted: boolean | null };

type OfferRow = Omit<Offer, "name" | "answerBy"> & { answerBy: Date; nomination: { name: string } };

const offerColumns = { id: true, appointmentId: true, nominationId: true, askedAt: true, answerBy: true, answeredAt: true, accepted: true, nomination: { select: { name: true } } } as const;
const read = ({ nomination: { name }, answerBy, ...row }: OfferRow): Offer => ({ ...row, name, answerBy: dayColumn.parse(answerBy) });

/** Everybody who was asked to take a seat of an election, the first one first. */
export async function listOffers(on: Database, { id, partnershipId }: Pick<Election, "id" | "partnershipId">): Promise<Offer[]> {
  const rows = await on.seatOffer.findMany({ where: { electionId: id, partnershipId }, select: offerColumns, orderBy: [{ askedAt: "asc" }, { id: "asc" }], take: 500 });
  return rows.map(read);
}

/** Who is next for a seat that was left free. Those asked about other seats are taken to accept, and who declined any is not asked again. */
export async function findNext(on: Database, election: Election, seat: FreeSeat, today: string): Promise<{ next: Next; standers: Stander[] }> {
  const { contest, terms, standers } = await findContest(on, election);
  const [came, free, offers] = [await listCame(on, election, standers, today), await listFreeSeats(on, election, today), await listOffers(on, election)];
  const numberOf = (nominationId: string) => standers.filter(({ id }) => id === nominationId).map(({ number }) => number);
  const waiting = offers.filter(({ accepted, appointmentId }) => accepted === null && appointmentId !== seat.left.id && free.some(({ left }) => left.id === appointmentId));
  const numbers = (isOver: boolean) => came.filter((one) => one.isOver === isOver).flatMap(({ number }) => number ?? []);
  const seated = [...new Set([...numbers(false), ...waiting.flatMap(({ nominationId }) => numberOf(nominationId))])];
  const declined = offers.filter(({ accepted }) => accepted === false).flatMap(({ nominationId }) => numberOf(nominationId));
  const gone = [...new Set([...numbers(true), ...declined])].filter((one) => !seated.includes(one));
  const others = free.filter(({ left }) => left.id !== seat.left.id && !waiting.some(({ appointmentId }) => appointmentId === left.id));
  const sheet = (await findCount(on, election))?.sheet ?? null;
  return { next: nextOf({ ...election, standers, sheet, contest, lots: terms.lots, seated, gone, free: others.length + 1 }), standers };
}

/** Asks whoever is next to take a seat, by letter where they have an address; once. That the seat is filled so is said with it. */
export async function askToTake(transaction: Transaction, by: By & { personId: string }, partnership: Partnership, election: Election, seat: FreeSeat, { id: nominationId, name }: Pick<Stander, "id" | "name">): Promise<void> {
  const appointmentId = seat.left.id;
  if (await transaction.seatOffer.findUnique({ where: { appointmentId_nominationId: { appointmentId, nominationId } } })) return;
  const [id, token, answerBy] = [newId(), newToken(), addDays(dayOf(by.now), daysToAnswer)];
  const facts = { id, partnershipId: partnership.id, electionId: election.id, appointmentId, nominationId };
  await transaction.seatOffer.create({ data: { ...facts, linkHash: keyedHash(purpose, token), askedAt: by.now, answerBy: dayIn(answerBy) } });
  await chooseFilling(transaction, by, seat.left, { way: "runner-up", dueOn: answerBy });
  await recordAudit(transaction, { partnershipId: partnership.id, personId: by.personId, action: "election.offer-seat", subjectKind: "election", subjectId: election.id, facts: { appointmentId, nominationId } });
  const { email, language: asked } = await transaction.nomination.findUniqueOrThrow({ where: { id: nominationId }, select: { email: true, language: true } });
  if (email === "") return;
  const language = isLanguage(asked) ? asked : defaultLanguage;
  const link = siteOfPartnership(partnership) + pathInLanguage(electionPath(partnership, election, "seat", { key: token }), language);
  await saveLetter(transaction, senderOf(partnership), offerLetter({ to: email, words: wordsFor(language), partnership: partnership.name, election: election.title, name }, { link, body: seat.body.name, endsOn: seat.left.endsOn, until: answerBy }));
}

/** What the link of a letter is about; null where it opens nothing. */
export async function findOfferByLink(on: Database, { id, partnershipId }: Pick<Election, "id" | "partnershipId">, token: string, today: string): Promise<{ offer: Offer; seat: FreeSeat | null } | null> {
  const row = await on.seatOffer.findFirst({ where: { linkHash: { in: keyedHashes(purpose, token) }, electionId: id, partnershipId }, select: offerColumns });
  return row && { offer: read(row), seat: await findFreeSeat(on, partnershipId, row.appointmentId, today) };
}

/** Whether an offer is still to be answered, held so that it is answered once. */
async function holdOpen(transaction: Transaction, offerId: string): Promise<boolean> {
  const [row] = await transaction.$queryRaw<{ accepted: boolean | null }[]>`SELECT accepted FROM "SeatOffer" WHERE id = ${offerId} FOR UPDATE`;
  return row !== undefined && row.accepted === null;
}

/** What became of an answer: it was taken down, there was one already, or the seat has somebody by now. */
export type Answered = "accepted" | "declined" | "already" | "taken";

/** Takes down whether somebody takes a seat; with a yes they have it until the old term would have ended. `by.personId` is null where they answered by their link. */
export async function answerOffer(transaction: Transaction, by: By, election: Election, offer: Offer, accepts: boolean): Promise<Answered> {
  if (!(await holdOpen(transaction, offer.id))) return "already";
  const today = dayOf(by.now);
  const seat = await findFreeSeat(transaction, by.partnershipId, offer.appointmentId, today);
  if (accepts) {
    const { name, email, organisationId } = await transaction.nomination.findUniqueOrThrow({ where: { id: offer.nominationId }, select: { name: true, email: true, organisationId: true } });
    const personId = email === "" ? null : ((await findAccount(transaction, by.partnershipId, email))?.id ?? null);
    const chosen = { chosenHow: "elected", electionId: election.id, nominationId: offer.nominationId, chosenBy: textIn(election.title, defaultLanguage).text } as const;
    const made = seat && (await fillVacancy(transaction, by, seat, today, { name, organisationId, personId, ...chosen, authority: "decides", seniority: "any" }));
    if (!made) return "taken";
  }
  await transaction.seatOffer.update({ where: { id: offer.id }, data: { accepted: accepts, answeredAt: by.now } });
  const facts = { appointmentId: offer.appointmentId, nominationId: offer.nominationId };
  await recordAudit(transaction, { partnershipId: by.partnershipId, ...(by.personId && { personId: by.personId }), action: accepts ? "election.accept-seat" : "election.decline-seat", subjectKind: "election", subjectId: election.id, facts });
  return accepts ? "accepted" : "declined";
}
