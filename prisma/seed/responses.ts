// Saves many invented responses at once, as if they had come in one by one.
import type { Channel } from "#app/consultations/channel.ts";
import { versionBeforePins } from "#app/consultations/notice.ts";
import { saveEqualityAnswersOfMany } from "#app/consultations/equality.store.server.ts";
import type { Organisation, Permission, RespondentType } from "#app/consultations/response.ts";
import type { Answers } from "#app/forms/answer.ts";
import { addDays, dayOf, startOfDay } from "#app/shared/dates.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { newId, newReference } from "#app/shared/keys.server.ts";
import type { Language } from "#app/shared/languages.ts";
import type { Chance } from "./random.ts";

export type InventedResponse = {
  channel: Channel;
  language: Language;
  respondentType: RespondentType;
  permission: Permission;
  confidentialityReason: string | null;
  receivedAt: Date;
  answers: Answers;
  /** What was sent first, where it was changed later. */
  before: { answers: Answers; changedAt: Date } | null;
  withdrawnAt: Date | null;
  name: string | null;
  email: string | null;
  organisation: Organisation | null;
  personal: Answers;
  equality: Answers | null;
};

type Target = { id: string; partnershipId: string; formVersionId: string };

/** Saves them with their revisions, contacts and equality answers, and puts them down to be counted; one statement each. */
export async function saveInventedResponses(
  transaction: Transaction,
  { id: consultationId, partnershipId, formVersionId }: Target,
  invented: readonly InventedResponse[],
): Promise<void> {
  const rows = invented.map((response) => ({
    ...response,
    id: newId(),
    reference: response.channel === "online" ? newReference() : null,
    confidentialityRequested: response.confidentialityReason !== null,
    currentRevision: response.before ? 2 : 1,
    // A paper form is typed in the week it comes.
    enteredAt: response.channel === "online" ? response.receivedAt : startOfOfficeDay(response.receivedAt, 2),
  }));
  await transaction.$executeRaw`
    INSERT INTO "Response" (id, "partnershipId", "consultationId", reference, channel, language, "respondentType", permission,
      "confidentialityRequested", "disclosureVersion", "receivedAt", "enteredAt", "currentRevision", "withdrawnAt")
    SELECT id, ${partnershipId}, ${consultationId}, reference, channel, language, "respondentType", permission,
      "confidentialityRequested", ${versionBeforePins.disclosure}, "receivedAt", "enteredAt", "currentRevision", "withdrawnAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row(
      id text, reference text, channel text, language text, "respondentType" text, permission text,
      "confidentialityRequested" boolean, "receivedAt" timestamptz, "enteredAt" timestamptz, "currentRevision" int,
      "withdrawnAt" timestamptz)`;
  const revisions = rows.flatMap(({ id, answers, before, receivedAt }) =>
    before
      ? [
          { responseId: id, number: 1, answers: before.answers, sentAt: receivedAt },
          { responseId: id, number: 2, answers, sentAt: before.changedAt },
        ]
      : [{ responseId: id, number: 1, answers, sentAt: receivedAt }],
  );
  await transaction.$executeRaw`
    INSERT INTO "ResponseRevision" ("partnershipId", "responseId", number, "formVersionId", answers, "sentAt")
    SELECT ${partnershipId}, "responseId", number, ${formVersionId}, answers, "sentAt"
    FROM jsonb_to_recordset(${JSON.stringify(revisions)}::jsonb) AS row(
      "responseId" text, number int, answers jsonb, "sentAt" timestamptz)`;
  // What is withdrawn keeps nothing that names anybody.
  const standing = rows.filter(({ withdrawnAt }) => withdrawnAt === null);
  await transaction.$executeRaw`
    INSERT INTO "ResponseContact" ("responseId", "partnershipId", name, organisation, email, answers, "confidentialityReason")
    SELECT id, ${partnershipId}, name, nullif(organisation, 'null'::jsonb), email, personal, "confidentialityReason"
    FROM jsonb_to_recordset(${JSON.stringify(standing)}::jsonb) AS row(
      id text, name text, organisation jsonb, email text, personal jsonb, "confidentialityReason" text)`;
  await transaction.tallyChange.createMany({
    data: standing.map(({ id, currentRevision }) => ({
      ...{ partnershipId, consultationId, responseId: id, revision: currentRevision, sign: 1 },
    })),
  });
  const equality = standing.flatMap(({ id, equality: answers }) => (answers ? [{ responseId: id, answers }] : []));
  await saveEqualityAnswersOfMany(transaction, { id: consultationId, partnershipId }, equality);
}

function startOfOfficeDay(receivedAt: Date, daysLater: number): Date {
  return new Date(startOfDay(addDays(dayOf(receivedAt), daysLater)).getTime() + 10.5 * 3_600_000);
}

/**
 * When responses come: many when it begins, more after the leaflet, most in the last week; fewer at weekends; online ones
 * mostly of an evening. In the order they come.
 */
export function arrivals(chance: Chance, { from, until }: { from: Date; until: Date }, count: number): Date[] {
  const firstDay = dayOf(from);
  const days = Math.max(1, Math.round((until.getTime() - from.getTime()) / 86_400_000));
  const weights: Record<string, number> = {};
  for (let day = 0; day < days; day += 1) {
    const date = addDays(firstDay, day);
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
    const bump = (at: number, height: number, width: number) => height * Math.exp(-(((day - at) / width) ** 2));
    const weight = 1 + bump(1, 5, 4) + bump(days * 0.45, 4, 4) + bump(days - 2, 6, 3);
    weights[date] = weight * (weekday === 0 ? 0.5 : weekday === 6 ? 0.6 : 1);
  }
  const instants = Array.from({ length: count }, () => {
    const hour = chance.weighted({ 7: 2, 8: 4, 9: 6, 10: 6, 11: 6, 12: 8, 13: 6, 14: 4, 15: 4, 16: 5, 17: 6, 18: 8, 19: 11, 20: 13, 21: 10, 22: 5 });
    const at = startOfDay(chance.weighted(weights)).getTime() + (Number(hour) + chance.next()) * 3_600_000;
    return Math.min(Math.max(at, from.getTime() + 60_000), until.getTime() - 60_000);
  });
  return instants.sort((a, b) => a - b).map((at) => new Date(at));
}
