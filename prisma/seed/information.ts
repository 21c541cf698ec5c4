// Two requests for information: one about the frozen consultation that is being answered, and one about the green that was.
import { decideOne, discloseCleared, listAskedTexts, listInScope, type AskedResponse } from "#app/information-requests/decisions.store.server.ts";
import type { Decided, Exemption } from "#app/information-requests/decision.ts";
import { findRequest, saveRequest, takeRequestStep } from "#app/information-requests/requests.store.server.ts";
import { addFound, listNewestSets } from "#app/information-requests/scope.store.server.ts";
import { countRemoved } from "#app/information-requests/response.server.ts";
import { bankHolidaysAnywhere } from "#app/shared/bank-holidays.ts";
import { addDays, dayOf, startOfDay } from "#app/shared/dates.ts";
import { db, inTransaction, type Transaction } from "#app/shared/db.server.ts";
import { isWorkingDay } from "#app/shared/working-days.ts";

/** The working day so many working days before a date. */
function workingDaysBefore(date: string, days: number): string {
  const before = addDays(date, -1);
  if (!isWorkingDay(before, bankHolidaysAnywhere)) return workingDaysBefore(before, days);
  return days <= 1 ? before : workingDaysBefore(before, days - 1);
}

/** The same before today, or before the last working day where it is none: as many are left on whatever day the demonstration begins. */
const workingDaysAgo = (now: Date, days: number) => workingDaysBefore(addDays(dayOf(now), 1), days + 1);

const nine = (date: string) => new Date(startOfDay(date).getTime() + 9 * 3_600_000);
const untouched = { exemption: null, publicInterest: null, consultedOn: null, respondentSaid: null } as const;
const weighed =
  "For giving it now: the timetable is settled before long. Against: what everybody said is told in the report, which comes out in a month, and whoever wrote this wanted it told in a summary alone. Waiting a month for the whole picture weighs more.";

type Beginning = { partnershipId: string; consultationId: string; personId: string; receivedOn: string; law: "foia" | "eir"; asked: string; fileNumber: string; asker: { name: string; contact: string }; words: string };

/** A request that was written down the day after it came, and the responses found for it. */
async function begin(transaction: Transaction, { partnershipId, consultationId, personId, receivedOn, words, ...request }: Beginning): Promise<string> {
  const by = { personId, now: nine(addDays(receivedOn, 1)) };
  const partnership = { id: partnershipId };
  const requestId = await saveRequest(transaction, partnership, { ...request, receivedOn }, [consultationId], by);
  const sets = await listNewestSets(transaction, partnership, [consultationId]);
  await addFound(transaction, partnership, { requestId, setIds: sets.map(({ id }) => id), words, wanted: null }, null, by);
  return requestId;
}

/** All of it, or all but the words that moderators removed. */
async function decisionOf(transaction: Transaction, partnership: { id: string }, requestId: string, response: AskedResponse, exemption: Exemption): Promise<Decided> {
  const texts = await listAskedTexts(transaction, requestId, [response]);
  const removed = countRemoved(texts, await findRequest(transaction, partnership, requestId));
  return removed > 0 ? { ...untouched, decision: "redact", exemption } : { ...untouched, decision: "disclose" };
}

async function seedAnsweredRequest(now: Date, personId: string): Promise<void> {
  const { id: consultationId, partnershipId } = await db().consultation.findFirstOrThrow({ where: { outcomePublishedAt: { not: null } }, select: { id: true, partnershipId: true } });
  const partnership = { id: partnershipId };
  const receivedOn = workingDaysAgo(now, 24);
  const answeredOn = workingDaysAgo(now, 9);
  await inTransaction(async (transaction) => {
    const requestId = await begin(transaction, {
      ...{ partnershipId, consultationId, personId, receivedOn, law: "eir", fileNumber: "EIR/0087", words: "" },
      asked: "Please send me everything that people wrote to you about the green and the pond, for the history of the village that our society is putting together.",
      asker: { name: "Wenlow Vale Local History Society", contact: "secretary@wenlow-history.example" },
    });
    const by = { personId, now: nine(answeredOn) };
    await discloseCleared(transaction, partnership, { id: requestId, law: "eir" }, by);
    const { responses } = await listInScope(transaction, requestId, { part: "undecided", after: null, most: 500 });
    for (const response of responses) {
      await decideOne(transaction, partnership, { requestId, responseId: response.responseId }, await decisionOf(transaction, partnership, requestId, response, "eir-13"), by);
    }
    await takeRequestStep(transaction, partnership, requestId, { kind: "given-partly", on: answeredOn, reason: "Everything is given but what tells who somebody is: the schedule says where. They were told how to ask for a review." }, by);
  });
}

async function seedOpenRequest(now: Date, personId: string): Promise<void> {
  const { id: consultationId, partnershipId } = await db().consultation.findFirstOrThrow({
    ...{ where: { frozenAt: { not: null }, outcomePublishedAt: null }, orderBy: { frozenAt: "asc" } },
    select: { id: true, partnershipId: true },
  });
  const partnership = { id: partnershipId };
  const receivedOn = workingDaysAgo(now, 8);
  await inTransaction(async (transaction) => {
    const requestId = await begin(transaction, {
      ...{ partnershipId, consultationId, personId, receivedOn, law: "foia", fileNumber: "FOI/0231", words: "bus" },
      asked: "I would like to see what residents said about the buses in the consultation on living in and around Tolbridge, before the timetable is settled.",
      asker: { name: "Delyth Marsh", contact: "delyth.marsh@people.example" },
    });
    const by = { personId, now: nine(workingDaysAgo(now, 3)) };
    const { responses } = await listInScope(transaction, requestId, { part: "undecided", after: null, most: 500 });
    for (const response of responses.filter(({ wanted }) => wanted === "permitted").slice(0, 4)) {
      await decideOne(transaction, partnership, { requestId, responseId: response.responseId }, await decisionOf(transaction, partnership, requestId, response, "foia-40"), by);
    }
    for (const { responseId } of responses.filter(({ wanted }) => wanted === "summary").slice(0, 1)) {
      await decideOne(transaction, partnership, { requestId, responseId }, { ...untouched, decision: "withhold", exemption: "foia-22", publicInterest: weighed }, by);
    }
  });
}

/** Both written down by whoever answers for what is held of people. */
export async function seedInformation(now: Date): Promise<void> {
  const { personId } = await db().roleGrant.findFirstOrThrow({ where: { role: "data-controller" }, orderBy: { id: "asc" }, select: { personId: true } });
  await seedAnsweredRequest(now, personId);
  await seedOpenRequest(now, personId);
}
