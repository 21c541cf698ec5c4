// One response as officers see it: what is fixed about it, whether it counts, and its current answers without those that are held.
import type { Answers } from "#app/forms/answer.ts";
import type { Database } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import type { OfficeResponse, ResponseContact } from "./office-response.ts";
import type { Organisation } from "./response.ts";

type Of = { id: string };

/** A response to the consultation, whether it counts or not; 404. What names or reaches the person is not in it. */
export async function findResponseForOfficer(on: Database, consultation: Of, id: string | undefined): Promise<OfficeResponse> {
  const [row] = await on.$queryRaw<OfficeResponse[]>`
    SELECT response.id, channel, language, "respondentType", permission, "confidentialityRequested", "receivedAt", "enteredAt", "enteredById",
      "withdrawnAt", "excludedAt", "excludedBecause", revision.number AS revision, revision."formVersionId",
      revision.answers - ARRAY(SELECT "questionId" FROM "HeldAnswer" held WHERE held."responseId" = response.id) AS answers
    FROM "Response" response JOIN "ResponseRevision" revision
      ON revision."responseId" = response.id AND revision.number = response."currentRevision"
    WHERE response.id = ${id ?? ""} AND response."consultationId" = ${consultation.id}`;
  if (!row) throw notFound();
  return row;
}

/** What names or reaches whoever answered; nothing once it was deleted. The caller has asked the policy. */
export async function findContact(on: Database, responseId: string): Promise<ResponseContact> {
  const row = await on.responseContact.findUnique({ where: { responseId } });
  return {
    ...{ name: row?.name ?? null, email: row?.email ?? null, confidentialityReason: row?.confidentialityReason ?? null },
    organisation: (row?.organisation ?? null) as Organisation | null,
    personal: (row?.answers ?? {}) as Answers,
  };
}
