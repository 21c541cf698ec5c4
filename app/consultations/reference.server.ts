// Opens what a reference belongs to. Guessing is limited by address, wherever a reference is given.
import { pagesOf } from "#app/forms/check.ts";
import { db } from "#app/shared/db.server.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { tooMany } from "#app/shared/responses.server.ts";
import type { Consultation } from "./consultation.ts";
import { pageToGoOn, type Draft } from "./draft.ts";
import { findDraft } from "./drafts.store.server.ts";
import { checkAnswersPath, ownResponsePath, questionsPath } from "./paths.ts";
import { mayFillIn } from "./policy.ts";
import type { OwnResponse } from "./response.ts";
import { findOwnResponse } from "./responses.store.server.ts";
import { findFormVersion } from "./store.server.ts";

export type Opened = { reference: string; consultationId: string; draft: Draft | null; response: OwnResponse | null };

/** The draft or the response of a reference, or null; 429 for an address that tries too many. */
export async function openReference(
  partnership: { id: string },
  reference: string,
  { address, now }: { address: string; now: Date },
): Promise<Opened | null> {
  if (!(await isWithinLimit("reference", address, 30, 600))) throw tooMany();
  const [draft, response] = await Promise.all([
    findDraft(db(), partnership.id, reference, now),
    findOwnResponse(db(), partnership.id, reference),
  ]);
  const consultationId = draft?.consultationId ?? response?.consultationId;
  return consultationId === undefined ? null : { reference, consultationId, draft, response };
}

/** Where whoever opened it goes on: with the first page not passed yet, or to the response that was sent. */
export async function whereToGoOn(
  partnership: { slug: string },
  consultation: Consultation,
  { draft, response }: Opened,
  now: Date,
): Promise<string> {
  if (response || !draft) return ownResponsePath(partnership, consultation);
  const { definition } = await findFormVersion(db(), draft.formVersionId);
  const page = pageToGoOn(pagesOf(definition, draft.entries), draft.pagesSeen);
  if (!page || !mayFillIn(consultation, draft, now)) return checkAnswersPath(partnership, consultation);
  return questionsPath(partnership, consultation, page.id);
}
