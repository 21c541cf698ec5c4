// What the demonstration's officers have in hand: papers they have entered, somebody's request about their data, and an
// answer that one of them was worried by.
import { saveRequest } from "#app/privacy/requests.store.server.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { raiseAnswer } from "#app/safeguarding/cases.store.server.ts";
import { nameContact } from "#app/safeguarding/contacts.store.server.ts";
import { addDays, dayOf } from "#app/shared/dates.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { saveInventedResponses } from "./responses.ts";

type Of = { id: string; partnershipId: string; formVersionId: string };

async function personCalled(transaction: Transaction, name: string): Promise<string> {
  return (await transaction.person.findFirstOrThrow({ where: { name, isDemonstration: true } })).id;
}

/** Every response that did not come online was entered by this person, from a sheet with a number on it. */
async function seedEntries(transaction: Transaction, { id: consultationId, partnershipId }: Of, enteredById: string): Promise<void> {
  const papers = await transaction.response.findMany({
    ...{ where: { consultationId, channel: { not: "online" } }, select: { id: true, channel: true, enteredAt: true } },
    orderBy: [{ enteredAt: "asc" }, { id: "asc" }],
  });
  await transaction.response.updateMany({ where: { id: { in: papers.map(({ id }) => id) } }, data: { enteredById } });
  await transaction.enteredResponse.createMany({
    data: papers.map(({ id, channel }, index) => ({
      ...{ responseId: id, partnershipId, consultationId },
      sheet: channel === "phone" ? null : `${channel === "paper_form" ? "P" : "L"}${String(index + 1).padStart(3, "0")}`,
    })),
  });
  await transaction.enteredRevision.createMany({
    data: papers.map(({ id, enteredAt }) => ({ responseId: id, number: 1, partnershipId, enteredById, enteredAt, illegible: [] })),
  });
}

/** One answer that shows somebody at risk, raised by whoever read it and held from everybody but the contacts. */
async function seedWorry(transaction: Transaction, partnership: Partnership, strategy: Of, now: Date): Promise<void> {
  const at = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const said = "I could not go. He keeps my bus pass and my telephone, and I am not let out of the house without him. I am writing this at the library.";
  await saveInventedResponses(transaction, strategy, [
    {
      ...{ channel: "online", language: "en", respondentType: "individual", permission: "summary", receivedAt: at(3) },
      answers: { seen: "no", "not-seen": said },
      ...{ confidentialityReason: null, before: null, withdrawnAt: null, name: null, email: null, organisation: null, personal: {}, equality: null },
    },
  ]);
  const { responseId } = await transaction.responseRevision.findFirstOrThrow({
    where: { response: { consultationId: strategy.id }, answers: { path: ["not-seen"], equals: said } },
  });
  const contact = await personCalled(transaction, "Ruth Pemberton");
  await nameContact(transaction, { partnershipId: partnership.id, personId: contact, byId: contact, now: at(40) });
  const raisedBy = { personId: await personCalled(transaction, "Dawit Haile"), now: at(2) };
  await raiseAnswer(transaction, partnership, { consultation: strategy, responseId, questionId: "not-seen", answer: said }, raisedBy);
  // because what is invented goes to nobody, not even where there is a mail server
  await transaction.letter.updateMany({ where: { partnershipId: partnership.id, sentAt: null }, data: { sentAt: raisedBy.now, nextAttemptAt: null } });
}

/** Somebody who answered asks for a copy of what is held of them. */
async function seedRequest(transaction: Transaction, { id: partnershipId }: Partnership, strategy: Of, now: Date): Promise<void> {
  const { responseId } = await transaction.responseContact.findFirstOrThrow({
    ...{ where: { response: { consultationId: strategy.id }, email: { not: null } }, orderBy: { responseId: "asc" } },
  });
  const asked = { kind: "access" as const, receivedOn: addDays(dayOf(now), -9), fileNumber: "IG/0412" };
  const by = await personCalled(transaction, "Graham Tuffley");
  await saveRequest(transaction, asked, [{ kind: "response", id: responseId }], { partnershipId, by, now: new Date(now.getTime() - 8 * 86_400_000) });
}

/** What lies on the officers' desks as seen from `now`. */
export async function seedOfficeWork(transaction: Transaction, partnership: Partnership, { strategy, living }: { strategy: Of; living: Of }, now: Date): Promise<void> {
  await seedEntries(transaction, strategy, await personCalled(transaction, "Farzana Mahmood"));
  await seedEntries(transaction, living, await personCalled(transaction, "Imran Siddiqui"));
  await seedWorry(transaction, partnership, strategy, now);
  await seedRequest(transaction, partnership, strategy, now);
}
