// Responses loaded from a file, many at a time; a row that is there already is left as it is.
import { recordAudit } from "#app/shared/audit.server.ts";
import { inTransaction, type Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import type { ResponseRow } from "./response-row.ts";

type Target = {
  consultation: { id: string; partnershipId: string };
  formVersionId: string;
  /** The file's lasting name: its rows' keys are kept under it. */
  source: string;
};

/** Saves rows with distinct keys in one statement; the keys of those that were not there already. */
export async function saveImportedRows(
  transaction: Transaction,
  { consultation, formVersionId, source }: Target,
  rows: readonly ResponseRow[],
  now: Date,
): Promise<Set<string>> {
  const given = rows.map(({ key, personal, ...row }) => ({
    ...row,
    id: newId(),
    importKey: importKey(source, key),
    personal: Object.keys(personal).length > 0 ? personal : null,
    // because a date alone is known, its middle stands for the instant: the same date in every time zone of ours
    receivedAt: `${row.receivedOn}T12:00:00Z`,
  }));
  const inserted = await transaction.$queryRaw<{ importKey: string }[]>`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS row(
        id text, "importKey" text, channel text, language text, "respondentType" text, permission text,
        "receivedAt" timestamptz, answers jsonb, personal jsonb)),
    responses AS (
      INSERT INTO "Response" (id, "partnershipId", "consultationId", "importKey", channel, language, "respondentType",
                              permission, "receivedAt", "enteredAt")
      SELECT id, ${consultation.partnershipId}, ${consultation.id}, "importKey", channel, language, "respondentType",
             permission, "receivedAt", ${now}
      FROM given ON CONFLICT ("consultationId", "importKey") DO NOTHING
      RETURNING id, "importKey"),
    revisions AS (
      INSERT INTO "ResponseRevision" ("partnershipId", "responseId", number, "formVersionId", answers, "sentAt")
      SELECT ${consultation.partnershipId}, given.id, 1, ${formVersionId}, answers, "receivedAt"
      FROM given JOIN responses USING (id)),
    contacts AS (
      INSERT INTO "ResponseContact" ("responseId", "partnershipId", answers)
      SELECT given.id, ${consultation.partnershipId}, personal
      FROM given JOIN responses USING (id) WHERE personal IS NOT NULL),
    changes AS (
      INSERT INTO "TallyChange" ("partnershipId", "consultationId", "responseId", revision, sign)
      SELECT ${consultation.partnershipId}, ${consultation.id}, id, 1, 1 FROM responses)
    SELECT "importKey" FROM responses`;
  return new Set(inserted.map((row) => row.importKey.slice(importKey(source, "").length)));
}

function importKey(source: string, key: string): string {
  return `${source}:${key}`;
}

/** Notes in the audit log that an import has begun or what came of it. */
export function recordImport(
  { consultation, source }: Target,
  action: "responses.begin-import" | "responses.import",
  facts: Record<string, string | number>,
): Promise<void> {
  return inTransaction((transaction) =>
    recordAudit(transaction, {
      partnershipId: consultation.partnershipId,
      action,
      subjectKind: "consultation",
      subjectId: consultation.id,
      facts: { source, ...facts },
    }),
  );
}
