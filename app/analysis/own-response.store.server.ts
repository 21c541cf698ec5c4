// One response as its own writer may see it: whether it is in the newest set, and what its texts were coded with. The caller knows
// that whoever asks sent it. Who coded it is told to nobody, and of what is held for somebody's safety nothing is said.
import { countingIn } from "./coded-texts.store.server.ts";
import { isStance, type Span, type Stance } from "./coding.ts";
import type { Consultation } from "#app/consultations/consultation.ts";
import type { Database } from "#app/shared/db.server.ts";
import { findNewestSet } from "./sets.store.server.ts";

type Of = Pick<Consultation, "id" | "partnershipId">;

export type OwnPlace = {
  set: { id: string; number: number; frozenAt: Date; included: number };
  /** What of the response is in it; null where it is not among those looked at then. */
  pinned: { revision: number; isIncluded: boolean; because: string | null } | null;
};

/** Where a response stands in the newest set; null where there is none yet. */
export async function findOwnPlace(on: Database, consultation: Of, responseId: string): Promise<OwnPlace | null> {
  const set = await findNewestSet(on, consultation);
  if (!set?.frozenAt) return null;
  const { id, number, frozenAt, included } = set;
  const pinned = await on.setResponse.findUnique({
    where: { setId_responseId: { setId: id, responseId } },
    select: { revision: true, isIncluded: true, because: true },
  });
  return { set: { id, number, frozenAt, included }, pinned };
}

/** A code that counts for a text, on all of it where there is no span. */
export type OwnCoding = { codeId: string; span: Span; stance: Stance | null };

export type OwnText = {
  questionId: string;
  text: string;
  language: string;
  codings: OwnCoding[];
  /** The confirmed campaign that it is part of, and of how many texts. */
  campaign: { title: string | null; organiser: string | null; texts: number } | null;
};

type Row = { id: string; questionId: string; text: string; language: string; isHeld: boolean };
type Given = { textId: string; codeId: string; start: number | null; end: number | null; stance: string | null };

/** The texts of a response in a set with the codes that count. */
export async function listOwnTexts(on: Database, setId: string, responseId: string): Promise<OwnText[]> {
  const texts = await on.$queryRaw<Row[]>`
    SELECT said.id, said."questionId", said.text, said.language,
      EXISTS (SELECT FROM "HeldAnswer" held WHERE held."responseId" = said."responseId" AND held."questionId" = said."questionId") AS "isHeld"
    FROM "SetResponse" pinned JOIN "AnswerText" said ON said."responseId" = pinned."responseId" AND said.revision = pinned.revision
    WHERE pinned."setId" = ${setId} AND pinned."responseId" = ${responseId} AND pinned."isIncluded"
    ORDER BY said."questionId"`;
  const ids = texts.filter(({ isHeld }) => !isHeld).map(({ id }) => id);
  const given = await on.$queryRaw<Given[]>`
    SELECT counting."textId", counting."codeId", counting.start, counting."end", counting.stance FROM (${countingIn(setId)}) counting
    WHERE counting."responseId" = ${responseId} ORDER BY counting.start NULLS FIRST, counting."codeId"`;
  const campaigns = await on.campaignText.findMany({
    where: { textId: { in: ids }, leftOutAt: null, campaign: { setId, isPair: false, state: "confirmed" } },
    select: { textId: true, campaign: { select: { id: true, title: true, organiser: true, _count: { select: { members: { where: { leftOutAt: null } } } } } } },
  });
  return texts.map(({ id, questionId, text, language }) => {
    const campaign = campaigns.find(({ textId }) => textId === id)?.campaign;
    return {
      ...{ questionId, text, language },
      codings: given.filter(({ textId }) => textId === id).map(({ codeId, start, end, stance }) => ({ codeId, span: start === null || end === null ? null : { start, end }, stance: isStance(stance) ? stance : null })),
      campaign: campaign ? { title: campaign.title, organiser: campaign.organiser, texts: campaign._count.members } : null,
    };
  });
}
