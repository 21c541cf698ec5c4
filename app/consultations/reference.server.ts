// Opens what a reference belongs to. Guessing is limited by address, wherever a reference is given.
import { db } from "#app/shared/db.server.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { tooMany } from "#app/shared/responses.server.ts";
import { textInAll } from "#app/shared/words.server.ts";
import type { Consultation } from "./consultation.ts";
import type { Draft } from "./draft.ts";
import { findDraft } from "./drafts.store.server.ts";
import { pathToGoOn } from "./going-on.ts";
import { checkAnswersPath, ownResponsePath } from "./paths.ts";
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
    findDraft(partnership.id, reference, now),
    findOwnResponse(partnership.id, reference),
  ]);
  const consultationId = draft?.consultationId ?? response?.consultationId;
  return consultationId === undefined ? null : { reference, consultationId, draft, response };
}

/** Where whoever opened it goes on: where they left the draft, or to the response that was sent. */
export async function whereToGoOn(
  partnership: { slug: string },
  consultation: Consultation,
  { draft, response }: Opened,
  now: Date,
): Promise<string> {
  if (response || !draft) return ownResponsePath(partnership, consultation);
  const { definition } = await findFormVersion(db(), draft.formVersionId);
  if (!mayFillIn(consultation, draft, now)) return checkAnswersPath(partnership, consultation);
  return pathToGoOn(partnership, consultation, draft, definition, textInAll);
}
