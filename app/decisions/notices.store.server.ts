// Tells all partners of every outcome [SG07], by letter, an hour after it: in that hour a slip is taken back. Who was told, and who
// was not, is a log.
import { z } from "zod";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { senderOf } from "#app/partnerships/partnership.ts";
import { findPartnershipById } from "#app/partnerships/store.server.ts";
import { dayIn } from "#app/bodies/columns.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction, type Database, type Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { defaultLanguage, isLanguage, textSchema, type Language, type Text } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetters } from "#app/shared/mail.server.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { findDecision, type Decision } from "./decisions.store.server.ts";
import { noticeLetter } from "./letters.ts";
import { quietInMinutes } from "./notice.ts";
import { decisionPath } from "./paths.ts";

/** Writes to the partners of every outcome that nobody was told of yet; how many outcomes that was. */
export async function tellPartners(now: Date): Promise<number> {
  await settleNotices(now);
  const quiet = new Date(now.getTime() - quietInMinutes * 60_000);
  const due = await db().decision.findMany({
    where: { outcome: { not: null }, notifiedAt: null, openedAt: null, outcomeAt: { lte: quiet } },
    ...{ select: { id: true, partnershipId: true }, orderBy: [{ outcomeAt: "asc" }, { id: "asc" }], take: 200 },
  });
  let told = 0;
  for (const { id, partnershipId } of due) if (await inTransaction((transaction) => tell(transaction, partnershipId, id, now))) told += 1;
  return told;
}

type Reader = { organisationId: string | null; appointmentId: string | null; email: string | null; language: Language };

/** Every partner by its first contact with an address, and whoever sits for no organisation by their account. */
async function listReaders(on: Database, partnershipId: string, today: string): Promise<Reader[]> {
  const organisations = await on.organisation.findMany({
    where: { partnershipId, closedOn: null },
    select: { id: true, contacts: { where: { email: { not: null } }, orderBy: [{ position: "asc" }, { id: "asc" }], take: 1, select: { email: true, language: true } } },
    orderBy: { sortName: "asc" },
  });
  const sitting = await on.appointment.findMany({
    where: { partnershipId, organisationId: null, personId: { not: null }, endedOn: null, startsOn: { lte: dayIn(today) }, endsOn: { gte: dayIn(today) } },
    ...{ select: { id: true, person: { select: { email: true, language: true } } }, orderBy: { id: "asc" } },
  });
  const seated = new Map(sitting.map(({ id, person }) => [person?.email ?? id, { id, person }]));
  return [
    ...organisations.map(({ id, contacts: [contact] }) => ({ organisationId: id, appointmentId: null, email: contact?.email ?? null, language: languageOf(contact) })),
    ...[...seated.values()].map(({ id, person }) => ({
      ...{ organisationId: null, appointmentId: id, email: person?.email ?? null },
      language: languageOf(person),
    })),
  ];
}

const languageOf = (reader: { language: string } | null | undefined): Language => (isLanguage(reader?.language) ? reader.language : defaultLanguage);

async function tell(transaction: Transaction, partnershipId: string, id: string, now: Date): Promise<boolean> {
  const [held] = await transaction.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Decision" WHERE id = ${id} AND "notifiedAt" IS NULL AND outcome IS NOT NULL AND "openedAt" IS NULL FOR UPDATE SKIP LOCKED`;
  if (!held) return false;
  const decision = await findDecision(transaction, partnershipId, id);
  const { outcome, outcomeAt, decidedOn } = decision;
  if (!outcome || !outcomeAt || !decidedOn) return false;
  const partnership = await findPartnershipById(transaction, partnershipId);
  const readers = await listReaders(transaction, partnershipId, dayOf(now));
  const reached = readers.filter((reader): reader is Reader & { email: string } => reader.email !== null);
  const letters = reached.map(({ email, language }) => {
    const link = siteOfPartnership(partnership) + pathInLanguage(decisionPath(partnership, decision), language);
    const { title, text, body } = decision;
    return noticeLetter({ to: email, words: wordsFor(language), partnership: partnership.name }, { title, text, body: body.name, outcome, decidedOn, link });
  });
  const letterIds = letters.length === 0 ? [] : await saveLetters(transaction, senderOf(partnership), letters);
  const log = (reader: Reader, letterId: string | null) => ({
    ...{ id: newId(), partnershipId, decisionId: id, outcomeAt, organisationId: reader.organisationId, appointmentId: reader.appointmentId, letterId, at: now },
    state: letterId === null ? "no-address" : "written",
  });
  const without = readers.filter(({ email }) => email === null);
  await transaction.decisionNotice.createMany({
    data: [...reached.map((reader, index) => log(reader, letterIds[index] ?? null)), ...without.map((reader) => log(reader, null))],
  });
  await transaction.decision.update({ where: { id }, data: { notifiedAt: now } });
  await transaction.decisionStep.create({ data: { partnershipId, decisionId: id, kind: "told", at: now } });
  await dropPublishedPages(transaction, partnershipId);
  return true;
}

/** Takes down which of the letters went and which did not arrive. */
async function settleNotices(now: Date): Promise<void> {
  await db().$executeRaw`
    UPDATE "DecisionNotice" n SET state = CASE WHEN letter."sentAt" IS NOT NULL THEN 'sent' ELSE 'failed' END, at = ${now}
    FROM "Letter" letter
    WHERE n.state = 'written' AND letter.id = n."letterId" AND (letter."sentAt" IS NOT NULL OR letter."failedAt" IS NOT NULL OR letter."givenUpAt" IS NOT NULL)`;
}

/** Of the last outcome: how many were written to, whose letter failed, and who has no address. */
export async function countNotices(on: Database, { id, outcomeAt }: Pick<Decision, "id" | "outcomeAt">): Promise<{ told: number; failed: number; withoutAddress: number }> {
  const rows = outcomeAt === null ? [] : await on.decisionNotice.groupBy({ by: ["state"], where: { decisionId: id, outcomeAt }, _count: true });
  const of = (state: string) => rows.find((row) => row.state === state)?._count ?? 0;
  return { told: of("written") + of("sent"), failed: of("failed"), withoutAddress: of("no-address") };
}

const noticeStates = ["written", "sent", "failed", "no-address"] as const;
const storedSchema = z.object({
  ...{ id: z.string(), outcomeAt: z.date(), state: z.enum(noticeStates), at: z.date() },
  organisation: z.object({ name: textSchema }).nullable(),
  appointment: z.object({ name: z.string() }).nullable(),
});
export type Notice = z.infer<typeof storedSchema> & { organisation: { name: Text } | null };

const noticesAPage = 100;

/** The log of delivery of a decision, of the last outcome first. */
export async function listNotices(on: Database, decisionId: string, after: string | null): Promise<{ notices: Notice[]; nextAfter: string | null }> {
  const rows = await on.decisionNotice.findMany({
    ...{ where: { decisionId }, include: { organisation: { select: { name: true } }, appointment: { select: { name: true } } }, take: noticesAPage + 1 },
    orderBy: [{ outcomeAt: "desc" }, { id: "asc" }],
    ...(after && { cursor: { id: after }, skip: 1 }),
  });
  const notices = rows.slice(0, noticesAPage).map((row) => storedSchema.parse(row));
  return { notices, nextAfter: rows.length > noticesAPage ? (notices.at(-1)?.id ?? null) : null };
}
