// What every page of responding starts from: the partnership, the consultation, the form and the draft of whoever asks.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { recallPartnership } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { isBlockedIn, type Consultation } from "./consultation.ts";
import { readDraftCookie } from "./draft-cookie.server.ts";
import { isSent, type Draft } from "./draft.ts";
import { beginDraft, findDraft } from "./drafts.store.server.ts";
import { checkAnswersPath, ownResponsePath, respondPath, responsesPath, sentPath } from "./paths.ts";
import { mayFillIn, mayRespond } from "./policy.ts";
import type { OwnResponse } from "./response.ts";
import { findOwnResponse } from "./responses.store.server.ts";
import { findFormVersion, recallConsultation, recallCurrentVersion, type FormVersion } from "./store.server.ts";

type Args = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

export type Responding = {
  partnership: Partnership;
  consultation: Consultation;
  /** The version the draft was begun under, else the one asked now. */
  version: FormVersion;
  /** The version that is asked now, where the draft was begun under an earlier one. */
  newer: FormVersion | null;
  /** What the cookie holds, whether or not there is still something to open with it. */
  reference: string | null;
  draft: Draft | null;
};

export async function findResponding({ request, params, context }: Args): Promise<Responding> {
  const partnership = await recallPartnership(params.partnership, context.now);
  const consultation = await recallConsultation(partnership.id, params.consultation, context.now);
  const reference = readDraftCookie(request, consultation.id);
  const found = reference === null ? null : await findDraft(partnership.id, reference, context.now);
  const draft = found?.consultationId === consultation.id ? found : null;
  const current = await recallCurrentVersion(consultation, context.now);
  const version = draft ? await findFormVersion(db(), draft.formVersionId) : current;
  return { partnership, consultation, version, newer: current.number > version.number ? current : null, reference, draft };
}

/**
 * The draft to be filled in. Whoever has none is sent to where one begins; who has sent it, to the receipt; who is too late,
 * to what they wrote.
 */
export function requireDraft({ partnership, consultation, draft }: Responding, now: Date): Draft {
  if (!draft) throw redirect(respondPath(partnership, consultation));
  if (isSent(draft)) throw redirect(sentPath(partnership, consultation));
  if (!mayFillIn(consultation, draft, now)) throw redirect(checkAnswersPath(partnership, consultation));
  return draft;
}

/**
 * The draft a post is for. Without one, because its cookie expired say, a fresh one is begun while the consultation is open,
 * so that what was posted is not lost.
 */
export async function draftForPost(
  { partnership, consultation, version, draft }: Responding,
  { language, now }: Args["context"],
): Promise<{ draft: Draft; isFresh: boolean }> {
  if (draft) {
    if (isSent(draft) && !mayFillIn(consultation, draft, now)) throw redirect(sentPath(partnership, consultation));
    return { draft, isFresh: false };
  }
  if (!mayRespond(consultation, now) || isBlockedIn(consultation, language)) throw redirect(respondPath(partnership, consultation));
  return { draft: await beginDraft(consultation, { formVersionId: version.id, language, now }), isFresh: true };
}

/** The response that was sent, for pages about it; whoever has not sent is sent to check, whoever cannot be known, to enter a reference. */
export async function requireOwnResponse({ partnership, consultation, reference, draft }: Responding): Promise<OwnResponse> {
  const response = reference === null ? null : await findOwnResponse(partnership.id, reference);
  if (response?.consultationId === consultation.id) return response;
  throw redirect(draft ? checkAnswersPath(partnership, consultation) : responsesPath(partnership));
}

/** The same where the response still counts; whoever withdrew it is told so on the page of their response. */
export async function requireNotWithdrawn(responding: Responding): Promise<OwnResponse> {
  const response = await requireOwnResponse(responding);
  if (response.withdrawnAt) throw redirect(ownResponsePath(responding.partnership, responding.consultation));
  return response;
}

/** The same where the consultation asks the equality questions; elsewhere the receipt is all that follows. */
export async function requireAskedForEquality(responding: Responding): Promise<OwnResponse> {
  const response = await requireNotWithdrawn(responding);
  const { partnership, consultation } = responding;
  if (!consultation.asksEquality) throw redirect(sentPath(partnership, consultation));
  return response;
}

/** Headers of pages that hold somebody's answers: kept by nobody else, and by the browser only for going back. */
export const ownPage = { "Cache-Control": "private, no-cache" };

/** The same where going back must ask again. */
export const neverKept = { "Cache-Control": "private, no-store" };
