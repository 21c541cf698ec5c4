// One code is given to several texts of the list at once. Each is asked by itself whether it is whoever asks' to code, in which
// reading, and whether it stands for a campaign.
import { mayCode } from "#app/consultations/office-policy.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { forbidden } from "#app/shared/responses.server.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import type { Words } from "#app/shared/words.ts";
import { listCampaignsOf } from "./campaigns.store.server.ts";
import { goneText } from "./coding-deeds.server.ts";
import { isStance } from "./coding.ts";
import { addCoding, listCodings } from "./codings.store.server.ts";
import type { ManyRefused, Outcomes } from "./many-codings.ts";
import type { QuestionToRead } from "./reading.server.ts";
import { textsOfPage } from "./reading.ts";
import { listSights } from "./sights.store.server.ts";
import { listTexts } from "./texts.store.server.ts";

/** How many of these texts stand for a confirmed campaign. */
export async function countInCampaigns(set: { id: string }, textIds: readonly string[]): Promise<number> {
  return [...(await listCampaignsOf(db(), set.id, textIds)).values()].filter(({ state }) => state === "confirmed").length;
}

/**
 * Gives the code to those that can have it, and says how many did; those that have it from this coder already keep it as it is,
 * with its stance. Or says what is wrong, for the form.
 */
export async function codeMany(found: QuestionToRead, form: URLSearchParams, { words, now }: { words: Words; now: Date }): Promise<Result<Outcomes, ManyRefused>> {
  const { consultation, roles, signedIn, set, question } = found;
  if (!mayCode(roles)) throw forbidden();
  const { partnershipId, id: consultationId } = consultation;
  const coderId = signedIn.personId;
  const given = form.get("stance");
  const texts = [...new Set(form.getAll("text"))].slice(0, textsOfPage);
  const sent = { texts, code: form.get("code") ?? "", stance: isStance(given) ? given : null, isShared: form.has("shared") };
  const refuse = (field: ManyRefused["field"], problem: string) => fail({ ...sent, field, problem });
  if (texts.length === 0) return refuse("texts", words.t("many-texts:problem.texts-missing"));
  if (sent.code === "") return refuse("code", words.t("coding:problem.code-missing"));
  const there = (await listTexts(db(), set.id, texts)).filter(({ questionId }) => questionId === question.id).map(({ id }) => id);
  const became: Outcomes = { given: 0, had: 0, "not-given": texts.length - there.length };
  const problem = await inTransaction(async (transaction) => {
    const [sights, campaigns, own] = [await listSights(transaction, coderId, there), await listCampaignsOf(transaction, set.id, there), await listCodings(transaction, partnershipId, there, { coderId })];
    for (const textId of there) {
      const pass = sights.get(textId)?.pass ?? null;
      if (own.get(textId)!.some((one) => one.codeId === sent.code && one.pass === pass && one.span === null)) became.had += 1;
      else if (pass === null) became["not-given"] += 1;
      else {
        const isShared = sent.isShared && campaigns.get(textId)?.state === "confirmed";
        const added = await addCoding(transaction, { partnershipId, consultationId, now }, { textId, codeId: sent.code, coderId, stance: sent.stance, pass, isShared });
        if (!added.ok && added.problem !== "text-gone") return added.problem;
        became[added.ok ? "given" : "not-given"] += 1;
      }
    }
    return null;
  });
  if (problem !== null) return refuse("code", await goneText(found, sent.code, words));
  return succeed(became);
}
