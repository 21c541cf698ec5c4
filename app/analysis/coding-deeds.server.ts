// What is done with the codes of one text: given to it or to a part of it, said to have another stance, and taken back.
import { mayCode } from "#app/consultations/office-policy.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { badRequest, forbidden } from "#app/shared/responses.server.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import type { Words } from "#app/shared/words.ts";
import { listCampaignsOf } from "./campaigns.store.server.ts";
import { readPart } from "./coded-text.ts";
import { isStance, type CodingDeed, type Span, type Stance } from "./coding.ts";
import { findFrames } from "./coding-here.server.ts";
import { codeName } from "./coding-shown.ts";
import { addCoding, changeCoding, removeCoding } from "./codings.store.server.ts";
import type { QuestionToRead } from "./reading.server.ts";
import { listSights } from "./sights.store.server.ts";

/** What was sent and could not be done, so that it stands in the form again. */
type CodingRefused = { part: string; start: string; end: string; stance: string; isShared: boolean; field: "part" | "codes"; problem: string };

type Found = QuestionToRead & { text: { id: string; text: string } };
type At = { words: Words; now: Date };

/** Does it; or says what is wrong, for the form. */
export async function doCoding(found: Found, deed: CodingDeed, form: URLSearchParams, { words, now }: At): Promise<Result<null, CodingRefused>> {
  const { consultation, of, roles, signedIn, text } = found;
  if (!mayCode(roles)) throw forbidden();
  const here = { partnershipId: consultation.partnershipId, consultationId: consultation.id, now };
  const { t } = words;
  const refuse = (field: CodingRefused["field"], problem: string) =>
    fail({ ...{ part: form.get("part") ?? "", start: form.get("start") ?? "", end: form.get("end") ?? "" }, stance: form.get("stance") ?? "", isShared: form.has("shared"), field, problem });
  const sight = (await listSights(db(), signedIn.personId, [text.id])).get(text.id)!;
  if (sight.pass === null) return refuse("codes", t("coding:problem.not-yours"));
  const mine = { id: form.get("coding") ?? "", coderId: signedIn.personId };
  if (deed === "uncode") await inTransaction((transaction) => removeCoding(transaction, here, mine));
  if (deed === "restance") await inTransaction((transaction) => changeCoding(transaction, here, { ...mine, stance: stanceOf(form.get("stance")) }));
  if (deed !== "code") return succeed(null);

  const [again, againStance] = form.get("again")?.split(":") ?? [];
  const codeId = again ?? form.get("code") ?? "";
  if (codeId === "") return refuse("codes", t("coding:problem.code-missing"));
  const part = partIn(form, text.text);
  if (!part.ok) return refuse("part", t(`coding:problem.part-${part.problem}`));
  const campaign = await listCampaignsOf(db(), of.setId, [text.id]);
  const isShared = form.has("shared") && campaign.get(text.id)?.state === "confirmed";
  const stance = stanceOf(againStance ?? form.get("stance"));
  const given = await inTransaction((transaction) => addCoding(transaction, here, { textId: text.id, codeId, coderId: signedIn.personId, span: part.value, stance, pass: sight.pass!, isShared }));
  if (given.ok) return succeed(null);
  if (given.problem === "text-gone" || given.problem === "other-question") throw badRequest();
  if (given.problem === "span") return refuse("part", t("coding:problem.part-missing"));
  return refuse("codes", await goneText(found, codeId, words));
}

/** That a code is no longer in use, and which took its place. */
export async function goneText(found: Pick<QuestionToRead, "consultation" | "question" | "roles">, codeId: string, { t, language }: Words): Promise<string> {
  const frames = await findFrames(found);
  const code = frames.flatMap(({ codes }) => codes).find(({ id }) => id === codeId);
  const name = code && codeName(frames, code.id, language);
  if (!code || !name) return t("coding:problem.code-gone");
  const into = code.mergedIntoId && codeName(frames, code.mergedIntoId, language);
  return into ? t("coding:problem.merged", { code: name, into }) : t("coding:problem.retired", { code: name });
}

function stanceOf(value: string | null): Stance | null {
  return isStance(value) ? value : null;
}

/** The part that was selected, or typed. */
function partIn(form: URLSearchParams, text: string): Result<Span, "missing" | "several"> {
  const [start, end] = [form.get("start") ?? "", form.get("end") ?? ""];
  return /^\d{1,7}$/.test(start) && /^\d{1,7}$/.test(end) ? succeed({ start: Number(start), end: Number(end) }) : readPart(text, form.get("part") ?? "");
}
