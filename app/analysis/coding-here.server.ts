// The codes on the texts of a page, as whoever reads them sees them, and the codes that they can give.
import { mayCode } from "#app/consultations/office-policy.ts";
import { listNames } from "#app/people/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { within } from "#app/shared/languages.ts";
import type { Words } from "#app/shared/words.ts";
import { listCampaignsOf } from "./campaigns.store.server.ts";
import { listCodeframes, listCodes } from "./codeframes.store.server.ts";
import type { Stance } from "./coding.ts";
import { codesToGive, codingsShown, type CodingChoices, type CodingShown, type CodingToGive, type FrameToGive } from "./coding-shown.ts";
import { listCodings, listLastGiven, listShared } from "./codings.store.server.ts";
import { campaignPath } from "./paths.ts";
import type { QuestionToRead } from "./reading.server.ts";
import { seenOf, type Sight } from "./reading-pass.ts";
import { listSights } from "./sights.store.server.ts";
import type { AnswerText } from "./texts.store.server.ts";

/** The codeframes that serve a question, with all their codes; none for those who may not code. */
export async function findFrames({ consultation, question, roles }: Pick<QuestionToRead, "consultation" | "question" | "roles">): Promise<FrameToGive[]> {
  if (!mayCode(roles)) return [];
  const frames = await listCodeframes(db(), consultation, question.id);
  return Promise.all(frames.map(async ({ id, name, partnershipId }) => ({ id, name, codes: await listCodes(db(), { id, partnershipId }) })));
}

type CodingsShown = { codings: Map<string, CodingShown[]>; sights: Map<string, Sight> };

type Here = Pick<QuestionToRead, "consultation" | "of" | "signedIn"> & { frames: readonly FrameToGive[]; since: Date | null; words: Words };

/** What stands on these texts, and what whoever asks does with each, by text. */
export async function findCodingsShown(
  { consultation, of, signedIn, frames, since, words }: Here,
  texts: readonly { id: string; text: string }[],
): Promise<CodingsShown> {
  const ids = texts.map(({ id }) => id);
  const { personId } = signedIn;
  if (frames.length === 0) return { codings: new Map(), sights: await listSights(db(), personId, ids) };
  const [own, shared, sights] = await Promise.all([listCodings(db(), consultation.partnershipId, ids), listShared(db(), of, ids), listSights(db(), personId, ids)]);
  const seen = texts.map((text) => ({ text, codings: seenOf([...(own.get(text.id) ?? []), ...(shared.get(text.id) ?? [])], sights.get(text.id)!, personId) }));
  const names = await listNames(db(), seen.flatMap(({ codings }) => codings.map(({ coderId }) => coderId)));
  return { codings: new Map(seen.map(({ text, codings }) => [text.id, codingsShown(text, codings, { names, frames, personId, since, words })])), sights };
}

/** What the texts of a question can be chosen by, codes of these people among them. */
export async function findCodingChoices({ frames, words }: Pick<Here, "frames" | "words">, ids: readonly string[]): Promise<CodingChoices> {
  if (frames.length === 0) return { frames: [], coders: [] };
  const codes = codesToGive(frames, words.language);
  const names = await listNames(db(), ids);
  return {
    frames: frames.map(({ id, name }) => ({ id, name: within(name, words), codes: codes.filter(({ frameId }) => frameId === id).map((code) => ({ value: code.id, label: code.name })) })),
    coders: ids.map((id) => ({ value: id, label: names.get(id) ?? words.t("reading:somebody") })),
  };
}

type Coded = CodingsShown & { coding: CodingToGive | null };

/** What a page on which one text is read needs to have codes given, and what stands on it and on others that are shown. */
export async function findCoding(here: Here & Pick<QuestionToRead, "partnership" | "set">, text: AnswerText, near: readonly AnswerText[]): Promise<Coded> {
  const { partnership, consultation, set, signedIn, frames, words } = here;
  if (frames.length === 0) return { coding: null, ...(await findCodingsShown(here, near)) };
  const codes = codesToGive(frames, words.language);
  const [shown, last, campaigns] = await Promise.all([
    findCodingsShown(here, near),
    listLastGiven(db(), { partnershipId: consultation.partnershipId, coderId: signedIn.personId, codeIds: codes.map(({ id }) => id) }),
    listCampaignsOf(db(), set.id, [text.id]),
  ]);
  const campaign = campaigns.get(text.id);
  const recent = last.flatMap(({ codeId }) => codes.filter(({ id }) => id === codeId));
  const [again] = last;
  const { t, number } = words;
  return {
    ...shown,
    coding: {
      frames: frames.map(({ id, name }) => ({ id, name })),
      ...{ codes, recent },
      again: again && recent[0] ? { value: `${again.codeId}:${again.stance ?? ""}`, says: againText(recent[0].own, again.stance, words) } : null,
      campaign: campaign
        ? {
            says: t(`coding:campaign.${campaign.state === "confirmed" ? "in" : "perhaps-in"}`, { name: campaign.title ?? t("coding:campaign.unnamed"), texts: number(campaign.texts) }),
            to: campaignPath(partnership, consultation, set, campaign),
            isConfirmed: campaign.state === "confirmed",
            forAll: t("coding:campaign.for-all", { texts: number(campaign.texts) }),
            isForAll: campaign.state === "confirmed" && campaign.additions.length === 0,
          }
        : null,
      isTranslated: text.language !== words.language,
    },
  };
}

function againText(code: string, stance: Stance | null, { t }: Words): string {
  const name = `\u2068${code}\u2069`;
  return stance === null ? t("coding:again", { code: name }) : t("coding:again-with", { code: name, stance: t(`coding:stance.${stance}`) });
}

/** From when on codes of others are new to whoever asks; null where it is not said. */
export function sinceIn(given: URLSearchParams): Date | null {
  const since = given.get("since") ?? "";
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(since) && !Number.isNaN(Date.parse(since)) ? new Date(since) : null;
}
