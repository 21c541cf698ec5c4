// Every query about the decisions that responses are published one by one: proposed, published, taken back; one response withheld.
import { z } from "zod";
import type { Consultation } from "#app/consultations/consultation.ts";
import { setResponsesPublic } from "#app/consultations/store.server.ts";
import { copyCleared } from "#app/moderation/public-texts.store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { Prisma } from "#prisma/client/client.ts";
import { standing, whoseChoices, type Proposal, type Publication } from "./publication.ts";

type Of = Pick<Consultation, "id" | "partnershipId">;
export type By = { personId: string; now: Date };

const rowSchema = z
  .object({
    ...{ id: z.string(), number: z.int(), setId: z.string(), set: z.object({ number: z.int() }), whose: z.enum(whoseChoices) },
    ...{ questions: z.array(z.string()), proposedById: z.string(), proposedAt: z.date(), publishedAt: z.date().nullable() },
    ...{ withdrawnAt: z.date().nullable(), withdrawnReason: textSchema.nullable() },
  })
  .transform(
    ({ withdrawnAt, withdrawnReason, set, ...row }): Publication => ({ ...row, set: set.number, withdrawn: withdrawnAt && { at: withdrawnAt, reason: withdrawnReason ?? {} } }),
  );

/** All there ever were, the newest first; officers make few. */
export async function listPublications(on: Database, { id: consultationId, partnershipId }: Of): Promise<Publication[]> {
  const rows = await on.responsesPublication.findMany({
    where: { consultationId, partnershipId },
    include: { set: { select: { number: true } } },
    orderBy: { number: "desc" },
    take: 200,
  });
  return rows.map((row) => rowSchema.parse(row));
}

/** Proposes it in place of what is proposed; the caller holds the consultation, and has asked the policy. */
export async function propose(transaction: Transaction, { id: consultationId, partnershipId }: Of, setId: string, { whose, questions }: Proposal, { personId, now }: By): Promise<void> {
  const [newest] = await listPublications(transaction, { id: consultationId, partnershipId });
  if (newest && newest.publishedAt === null) await transaction.responsesPublication.delete({ where: { id: newest.id } });
  const number = newest ? newest.number + Number(newest.publishedAt !== null) : 1;
  await transaction.responsesPublication.create({
    data: { id: newId(), partnershipId, consultationId, number, setId, whose, questions, proposedById: personId, proposedAt: now },
  });
  await copyCleared(transaction, consultationId);
  await giveAddresses(transaction, { id: consultationId, partnershipId }, setId);
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "published-responses.propose", subjectKind: "consultation", subjectId: consultationId },
    facts: { number, whose, questions: questions.length },
  });
}

/** Gives each response of a set that may be published an address, unless it has one: 64 bits by chance. */
async function giveAddresses(transaction: Transaction, { id: consultationId, partnershipId }: Of, setId: string): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO "PublicResponse" (reference, "partnershipId", "consultationId", "responseId")
    SELECT (SELECT left(drawn, 12) || right(drawn, 4) FROM (SELECT replace(gen_random_uuid()::text, '-', '') AS drawn WHERE response.id IS NOT NULL) one),
      ${partnershipId}, ${consultationId}, response.id
    FROM "SetResponse" one JOIN "Response" response ON response.id = one."responseId"
    WHERE one."setId" = ${setId} AND one."isIncluded" AND response.permission <> 'summary' AND NOT response."confidentialityRequested"
    ON CONFLICT DO NOTHING`;
}

/** Publishes what is proposed, if it is still this; false otherwise. The caller holds the consultation, and has asked the policy. */
export async function publish(transaction: Transaction, consultation: Of, id: string, { personId, now }: By): Promise<boolean> {
  const { proposed } = standing(await listPublications(transaction, consultation));
  if (proposed?.id !== id || proposed.proposedById === personId) return false;
  const { id: consultationId, partnershipId } = consultation;
  await giveAddresses(transaction, consultation, proposed.setId);
  await transaction.responsesPublication.update({ where: { id }, data: { publishedAt: now, publishedById: personId } });
  await setResponsesPublic(transaction, consultation, now);
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "published-responses.publish", subjectKind: "consultation", subjectId: consultationId },
    facts: { number: proposed.number, whose: proposed.whose },
  });
  return true;
}

/** Does not publish what is proposed. */
export async function drop(transaction: Transaction, consultation: Of, id: string, { personId }: By): Promise<boolean> {
  const { id: consultationId, partnershipId } = consultation;
  const { count } = await transaction.responsesPublication.deleteMany({ where: { id, consultationId, publishedAt: null } });
  if (count === 0) return false;
  await recordAudit(transaction, { partnershipId, personId, action: "published-responses.drop", subjectKind: "consultation", subjectId: consultationId });
  return true;
}

/** Takes all of it back; the caller holds the consultation, and has asked the policy. */
export async function takeBack(transaction: Transaction, consultation: Of, reason: Text, { personId, now }: By): Promise<void> {
  const { current } = standing(await listPublications(transaction, consultation));
  if (!current) return;
  const { id: consultationId, partnershipId } = consultation;
  await transaction.responsesPublication.update({ where: { id: current.id }, data: { withdrawnAt: now, withdrawnById: personId, withdrawnReason: reason as Prisma.InputJsonObject } });
  await setResponsesPublic(transaction, consultation, null);
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "published-responses.take-back", subjectKind: "consultation", subjectId: consultationId },
    facts: { number: current.number },
  });
}

/** Takes one response out of what is published, or lets it in again where `because` is null. */
export async function withhold(transaction: Transaction, { id: consultationId, partnershipId }: Of, reference: string, because: string | null, { personId, now }: By): Promise<void> {
  const { count } = await transaction.publicResponse.updateMany({
    where: { reference, consultationId, partnershipId, withheldAt: because === null ? { not: null } : null },
    data: because === null ? { withheldAt: null, withheldById: null, withheldBecause: null } : { withheldAt: now, withheldById: personId, withheldBecause: because },
  });
  if (count === 0) return;
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: because === null ? "published-responses.let-in" : "published-responses.withhold" },
    ...{ subjectKind: "consultation", subjectId: consultationId, facts: { reference } },
  });
}
