// Responses by the hundred thousand, made by the database from a thousand real ones: through every table that a response sent
// online leaves something in, and with the tallies and the seals of the audit log as they would stand.
import type { PoolClient } from "pg";
import { findCurrentVersion } from "#app/consultations/store.server.ts";
import { layout } from "#app/consultations/tallies.store.server.ts";
import { checkForm } from "#app/forms/check.ts";
import { closedAnswers } from "#app/forms/closed.ts";
import type { FormDefinition } from "#app/forms/definition.ts";
import { wordedQuestions } from "#app/forms/own-words.ts";
import { notAsked } from "#app/forms/routing.ts";
import { emptyTally, mergeTallies, type Tally } from "#app/forms/tally.ts";
import { sealAudit } from "#app/shared/audit.server.ts";
import { db, pool } from "#app/shared/db.server.ts";
import type { BuiltConsultation } from "../support/factories.ts";
import { tallyOfAll } from "../support/tallies.ts";
import { typedAnswers } from "../support/typed-answers.ts";

const samples = 1000;
const runsOf = 25_000;

/** One in a hundred was withdrawn since. */
const isWithdrawn = (place: number) => place % 100 === 99;

/**
 * Brings a consultation to so many responses: four in five sent online, with the drafts they came from, the rest on paper,
 * by letter or telephone; one in fifty changed once.
 */
export async function fillResponses(consultation: BuiltConsultation, definition: FormDefinition, { from = 0, to }: { from?: number; to: number }): Promise<void> {
  const { id, partnershipId } = consultation;
  const version = await findCurrentVersion(db(), consultation.formId);
  const client = await pool().connect();
  try {
    await client.query("SET synchronous_commit TO off");
    await makeSamples(client, definition);
    for (let start = from; start < to; start += runsOf) {
      const values = [id, partnershipId, version.id, start, Math.min(start + runsOf, to) - 1];
      await client.query("BEGIN");
      for (const statement of statements) await client.query(statement, values);
      await client.query("COMMIT");
    }
    await addTallies(client, { id, partnershipId, versionId: version.id }, definition, { from, to });
    await client.query("DROP TABLE bench_sample");
    await client.query("RESET synchronous_commit");
    // because a table that grew over weeks has been looked after by the database in between
    for (const table of ["Response", "ResponseRevision", "ResponseContact", "CountedResponse", "Draft", "AuditEntry"]) await client.query(`VACUUM (ANALYZE) "${table}"`);
  } finally {
    client.release();
  }
  await sealAudit(new Date());
}

async function makeSamples(client: PoolClient, definition: FormDefinition) {
  const made = Array.from({ length: samples }, (_, place) => {
    const entries = typedAnswers(definition, place);
    const { answers } = checkForm(definition, entries);
    return { place, entries, answers, closed: closedAnswers(definition, answers), worded: wordedQuestions(definition, answers), not_asked: notAsked(definition, answers) };
  });
  const columns = "place int, entries jsonb, answers jsonb, closed jsonb, worded text[], not_asked text[]";
  await client.query(`CREATE TEMP TABLE bench_sample (${columns})`);
  // because a set in an array of JSON is read by PostgreSQL as it is written in one of its own
  const rows = made.map((sample) => ({ ...sample, worded: `{${sample.worded.join(",")}}`, not_asked: `{${sample.not_asked.join(",")}}` }));
  await client.query(`INSERT INTO bench_sample SELECT * FROM json_to_recordset($1) AS one(${columns})`, [JSON.stringify(rows)]);
}

/** $1 consultation, $2 partnership, $3 form version, $4 and $5 the first and the last of the run; every one names all five. */
const run = `generate_series($4::int, $5::int) AS n JOIN bench_sample sample ON sample.place = n % ${samples}
  CROSS JOIN (SELECT $1::text AS consultation, $2::text AS partnership, $3::text AS version) AS given`;
const idOf = (kind: string) => `left(md5('${kind}' || n || consultation), 16)`;
const receivedAt = "(now() - interval '20 days' + n * interval '1 second')";
const isOnline = "n % 5 <> 4";
// because what is copied packed from the samples would stay packed, as it never is when responses are counted
const unpacked = "closed || '{}'";
const statements = [
  `INSERT INTO "Response" (id, "partnershipId", "consultationId", reference, "draftId", channel, language, "respondentType", permission,
     "disclosureVersion", "receivedAt", "enteredAt", "currentRevision", "withdrawnAt")
   SELECT ${idOf("response")}, partnership, consultation, CASE WHEN ${isOnline} THEN upper(${idOf("reference")}) END,
     CASE WHEN ${isOnline} THEN ${idOf("draft")} END,
     CASE WHEN ${isOnline} THEN 'online' ELSE (ARRAY['paper_form', 'letter', 'phone'])[1 + n / 5 % 3] END,
     (ARRAY['en', 'en', 'en', 'en', 'en', 'en', 'cy', 'cy', 'ur', 'en'])[1 + n % 10], CASE n % 20 WHEN 0 THEN 'organisation' WHEN 10 THEN 'business' ELSE 'individual' END,
     'unnamed', '1', ${receivedAt}, ${receivedAt}, CASE n % 50 WHEN 7 THEN 2 ELSE 1 END, CASE n % 100 WHEN 99 THEN now() END
   FROM ${run}`,
  `INSERT INTO "ResponseRevision" ("partnershipId", "responseId", number, "formVersionId", answers, "sentAt")
   SELECT partnership, ${idOf("response")}, number, version, sample.answers, ${receivedAt}
   FROM ${run} CROSS JOIN LATERAL generate_series(1, CASE n % 50 WHEN 7 THEN 2 ELSE 1 END) AS number`,
  `INSERT INTO "ResponseContact" ("responseId", "partnershipId", name, email)
   SELECT ${idOf("response")}, partnership, 'Person Number ' || n, CASE n % 3 WHEN 0 THEN 'person-' || n || '@people.example' END
   FROM ${run} WHERE n % 100 <> 99`,
  `INSERT INTO "CountedResponse" ("responseId", "partnershipId", "consultationId", "receivedAt", channel, language, "respondentType", closed, worded, "formVersionId", "notAsked")
   SELECT response.id, partnership, consultation, "receivedAt", channel, language, "respondentType", ${unpacked}, worded, version, not_asked
   FROM ${run} JOIN "Response" response ON response.id = ${idOf("response")} WHERE response."withdrawnAt" IS NULL`,
  `INSERT INTO "Draft" (id, "partnershipId", "consultationId", "formVersionId", reference, entries, "pagesSeen", language, "startedAt", "savedAt",
     "expiresAt", "responseId", "sentAt")
   SELECT ${idOf("draft")}, partnership, consultation, version, upper(${idOf("reference")}), sample.entries, ARRAY['living', 'travel', 'priorities', 'future'], 'en',
     ${receivedAt} - interval '12 minutes', ${receivedAt}, ${receivedAt} + interval '28 days', ${idOf("response")}, ${receivedAt}
   FROM ${run} WHERE ${isOnline} AND n % 100 <> 99`,
  `INSERT INTO "AuditEntry" (at, "partnershipId", action, "subjectKind", "subjectId", facts)
   SELECT now() - interval '1 hour', partnership, 'response.send', 'response', ${idOf("response")}, jsonb_build_object('channel', 'online', 'consultationId', consultation)
   FROM ${run}`,
];

/** The tally of the first so many, made of the samples' own: each is used in turn. */
function tallyOfFirst(definition: FormDefinition, many: number): Tally {
  const answersAt = (place: number) => checkForm(definition, typedAnswers(definition, place)).answers;
  const of = (end: number) => tallyOfAll(definition, Array.from({ length: end }, (_, place) => place).filter((place) => !isWithdrawn(place)).map(answersAt));
  return mergeTallies(times(of(samples), Math.floor(many / samples)), of(many % samples));
}

/** The tally of so many times as many. */
function times({ responses, questions }: Tally, factor: number): Tally {
  const grown = (part: unknown): unknown =>
    typeof part === "number" ? part * factor : Object.fromEntries(Object.entries(part as object).map(([name, inner]) => [name, grown(inner)]));
  return { responses: responses * factor, questions: grown(questions) as Tally["questions"] };
}

async function addTallies(
  client: PoolClient,
  { id, partnershipId, versionId }: { id: string; partnershipId: string; versionId: string },
  definition: FormDefinition,
  { from, to }: { from: number; to: number },
) {
  const { rows } = await client.query<Tally>('SELECT counts AS questions, responses FROM "Tally" WHERE "consultationId" = $1', [id]);
  const added = mergeTallies(tallyOfFirst(definition, to), times(tallyOfFirst(definition, from), -1));
  const { questions, responses } = mergeTallies(rows[0] ?? emptyTally(), added);
  await client.query(
    `INSERT INTO "Tally" ("consultationId", "partnershipId", "formVersionId", counts, responses, "countedAt", layout) VALUES ($1, $2, $3, $4, $5, now(), $6)
     ON CONFLICT ("consultationId", "formVersionId") DO UPDATE SET counts = excluded.counts, responses = excluded.responses`,
    [id, partnershipId, versionId, JSON.stringify(questions), responses, layout],
  );
}
