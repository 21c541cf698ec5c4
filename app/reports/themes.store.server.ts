// What people said in their own words, as far as it is coded: of each response of a set, for counting beside what it chose. What
// counts is as in coded-texts; answers that are held are not among it.
import { wayTo, type PlacedCode } from "#app/analysis/code.ts";
import { countingIn, textsOf } from "#app/analysis/coded-texts.store.server.ts";
import { listCodeframes, listCodes } from "#app/analysis/codeframes.store.server.ts";
import type { Stance } from "#app/analysis/coding.ts";
import type { Consultation } from "#app/consultations/consultation.ts";
import type { ClosedAnswers } from "#app/forms/closed.ts";
import type { Database } from "#app/shared/db.server.ts";
import { campaignKey, crossCuttingKey, stancesKey, themesKey, type ShownFrame } from "./shown.ts";

type Of = Pick<Consultation, "id" | "partnershipId">;

export type Frame = ShownFrame & { placed: PlacedCode[] };

/** Every codeframe with its codes that are in use. */
export async function listFrames(on: Database, consultation: Of): Promise<Frame[]> {
  const frames: Frame[] = [];
  for (const { id, partnershipId, name, version, questionIds } of await listCodeframes(on, consultation)) {
    const placed = await listCodes(on, { id, partnershipId });
    const codes = placed
      .filter(({ retiredAt }) => retiredAt === null)
      .map(({ id: codeId, level, kind, name: called, definition, include, exclude, isCrossCutting, isEquality }) => ({ id: codeId, level, kind, name: called, definition, include, exclude, isCrossCutting, isEquality }));
    frames.push({ id, name, version, questionIds, codes, placed });
  }
  return frames;
}

type Row = { responseId: string; questionId: string; codes: string[] | null; stances: Stance[] | null };

/** What is known of each response that wrote something: its themes, what it says to them, and whether it is of a campaign. */
export async function readThemes(on: Database, setId: string, frames: readonly Frame[]): Promise<Map<string, ClosedAnswers>> {
  const rows = await on.$queryRaw<Row[]>`
    SELECT said."responseId", said."questionId", given.codes, given.stances FROM (${textsOf(setId)}) said
    LEFT JOIN (SELECT "textId", array_agg(DISTINCT "codeId") AS codes, array_agg(DISTINCT stance) FILTER (WHERE stance IS NOT NULL) AS stances
      FROM (${countingIn(setId)}) counting GROUP BY 1) given ON given."textId" = said.id`;
  const codes = frames.flatMap(({ placed }) => placed);
  const ways = new Map(codes.map(({ id }) => [id, wayTo(codes, id).map((code) => code.id)]));
  const crossing = new Set(codes.filter(({ isCrossCutting }) => isCrossCutting).map(({ id }) => id));
  const coded = new Set(frames.flatMap(({ questionIds }) => questionIds));
  const known = new Map<string, ClosedAnswers>();
  for (const { responseId, questionId, codes: given, stances } of rows) {
    const own = known.get(responseId) ?? {};
    known.set(responseId, own);
    const themes = [...new Set((given ?? []).flatMap((code) => ways.get(code) ?? []))].sort();
    if (coded.has(questionId)) own[themesKey(questionId)] = themes;
    if (stances) own[stancesKey(questionId)] = stances;
    const crossed = themes.filter((code) => crossing.has(code));
    if (crossing.size > 0) own[crossCuttingKey] = [...new Set([...(own[crossCuttingKey] ?? []), ...crossed])].sort();
  }
  for (const { responseId, questionId, isCampaign } of await readCampaigns(on, setId)) {
    const own = known.get(responseId) ?? {};
    known.set(responseId, { ...own, [campaignKey(questionId)]: isCampaign ? "campaign" : "own" });
  }
  return known;
}

/** Of each text to a question that has a confirmed campaign, whether it is of one. */
function readCampaigns(on: Database, setId: string): Promise<{ responseId: string; questionId: string; isCampaign: boolean }[]> {
  return on.$queryRaw`
    SELECT said."responseId", said."questionId", EXISTS (
      SELECT 1 FROM "CampaignText" member JOIN "Campaign" campaign ON campaign.id = member."campaignId"
      WHERE member."textId" = said.id AND member."leftOutAt" IS NULL AND campaign."setId" = ${setId} AND NOT campaign."isPair" AND campaign.state = 'confirmed') AS "isCampaign"
    FROM (${textsOf(setId)}) said
    WHERE said."questionId" IN (SELECT "questionId" FROM "Campaign" WHERE "setId" = ${setId} AND NOT "isPair" AND state = 'confirmed')`;
}

/** How many campaigns each question has that officers confirmed. */
export async function countConfirmed(on: Database, setId: string): Promise<Map<string, number>> {
  const rows = await on.campaign.groupBy({ by: ["questionId"], where: { setId, isPair: false, state: "confirmed" }, _count: true });
  return new Map(rows.map(({ questionId, _count }) => [questionId, _count]));
}

/** How many answers of a set in own words there are that count for some code. */
export async function countCoded(on: Database, setId: string): Promise<number> {
  const [row] = await on.$queryRaw<[{ coded: number }]>`SELECT count(DISTINCT counting."textId")::int AS coded FROM (${countingIn(setId)}) counting`;
  return row.coded;
}
