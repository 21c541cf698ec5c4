// What became of what somebody wrote: for whoever holds its receipt, answer by answer.
import { findConsultationForOfficer } from "#app/consultations/store.server.ts";
import { removalReasons, type RemovalReason } from "#app/moderation/redaction.ts";
import type { Database } from "#app/shared/db.server.ts";
import { extentOf, findAsked } from "./find.server.ts";
import { standing } from "./publication.ts";
import { findPublicResponse } from "./public.store.server.ts";
import { listPublications } from "./publications.store.server.ts";

/**
 * Published as it is; published without some words; held while somebody looks at it; rejected by two officers; not looked at yet;
 * only in the summary or in confidence, as its writer chose; or not published although it may be, because that was not decided.
 */
export type Became = "published" | "redacted" | "held" | "rejected" | "waiting" | "own-choice" | "not-published";

export type WhatBecame = {
  /** Under which the response can be read now; null where it cannot. */
  reference: string | null;
  answers: { questionId: string; became: Became; /** Why words were removed. */ reasons: RemovalReason[] }[];
};

/** Of each answer in somebody's own words, as it was analysed; none where it was not. The caller knows that whoever asks sent it. */
export async function whatBecameOf(on: Database, responseId: string, now: Date): Promise<WhatBecame> {
  const response = await on.response.findUnique({
    where: { id: responseId },
    select: { partnershipId: true, consultationId: true, permission: true, confidentialityRequested: true, withdrawnAt: true, published: true, held: { select: { questionId: true } } },
  });
  if (!response || response.withdrawnAt) return { reference: null, answers: [] };
  const consultation = await findConsultationForOfficer(on, response.partnershipId, response.consultationId);
  const { current } = standing(await listPublications(on, consultation));
  const pinned = await on.setResponse.findFirst({
    where: { responseId, isIncluded: true, set: current ? { id: current.setId } : { finishedAt: { not: null } } },
    select: { revision: true },
    orderBy: { set: { number: "desc" } },
  });
  if (!pinned) return { reference: null, answers: [] };
  const isPublic = current && response.published && (await findPublicResponse(on, await extentOf(on, consultation, current, await findAsked(on, consultation, now)), response.published.reference));
  const texts = await on.answerText.findMany({
    where: { responseId, revision: pinned.revision },
    select: { questionId: true, moderation: { select: { state: true } }, redactions: { select: { reason: true } } },
    orderBy: { questionId: "asc" },
  });
  const isOwnChoice = response.permission === "summary" || response.confidentialityRequested;
  return {
    reference: isPublic ? isPublic.reference : null,
    answers: texts.map(({ questionId, moderation, redactions }) => {
      const reasons = removalReasons.filter((reason) => redactions.some((one) => one.reason === reason));
      const told = (became: Became) => ({ questionId, became, reasons: became === "redacted" ? reasons : [] });
      if (isOwnChoice) return told("own-choice");
      if (response.held.some((held) => held.questionId === questionId)) return told("held");
      if (moderation === null) return told("waiting");
      if (moderation.state === "rejected") return told("rejected");
      if (moderation.state !== "clear") return told("held");
      if (!isPublic) return told("not-published");
      return told(reasons.length > 0 ? "redacted" : "published");
    }),
  };
}
