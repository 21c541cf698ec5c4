// What is counted of codes: every answer once, a campaign's text for all who sent it, what they add of their own as theirs.
import { beforeAll, expect, test } from "vitest";
import { countRows, isOtherLarge } from "#app/analysis/code-counts.ts";
import { countCrossCutting } from "#app/analysis/cross-cutting.store.server.ts";
import { listCodes } from "#app/analysis/codeframes.store.server.ts";
import { addCoding, countCodes, type NewCoding } from "#app/analysis/codings.store.server.ts";
import { campaignPath, codeCountsPath, readingPath } from "#app/analysis/paths.ts";
import { makeSet } from "#app/analysis/sets.store.server.ts";
import { takeStep } from "#app/consultations/life.store.server.ts";
import { analysisPath } from "#app/consultations/office-paths.ts";
import { themesKey } from "#app/reports/shown.ts";
import { listFrames, readThemes } from "#app/reports/themes.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { openApplication, Visitor } from "#tests/support/application.ts";
import { buildCode, buildCodeframe, findFrame } from "#tests/support/codeframes.ts";
import { buildConsultation, buildPerson, buildResponse, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";

const day = 86_400_000;
let consultation: BuiltConsultation;
let analyst: Visitor;
let [frameId, setId, campaignId]: string[] = [];
const codes: Record<string, string> = {};
const texts = new Map<string, string>();
const template = "Save our buses.";
const said = [template, `${template} I need mine.`, `${template} Mine is late.`, "Buses and homes", "Homes, say we all"];

const plain = async (answer: Promise<Response> | Response) => (await (await answer).text()).replaceAll(/<script[^]*?<\/script>/g, "").replaceAll(/<!-- -->|<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const give = (text: string, coding: Omit<NewCoding, "textId" | "coderId"> & { coderId?: string }) =>
  inTransaction((transaction) => addCoding(transaction, { partnershipId: consultation.partnershipId, consultationId: consultation.id, now: new Date() }, { textId: texts.get(text)!, coderId: "lead", ...coding }));
const counted = async () => {
  const frame = await findFrame(consultation, frameId!);
  return countCodes(db(), frame, await listCodes(db(), frame), setId!);
};
const three = async (code: string) => {
  const { all, unique, campaign } = (await counted()).figuresOf(codes[code]!);
  return [all, unique, campaign];
};

beforeAll(async () => {
  const application = await openApplication();
  consultation = await buildConsultation({ opensAt: new Date(Date.now() - 60 * day), closesAt: new Date(Date.now() - 2 * day), graceInMinutes: 60 });
  const { partnership, partnershipId } = consultation;
  const person = await buildPerson({ role: "analyst", partnership });
  analyst = new Visitor(application, { now: new Date() }, [await signInCookie(person)]);
  for (const first of said) await buildResponse({ consultation, answers: { first } as never, receivedAt: new Date(Date.now() - 3 * day), ...(first.endsWith("all") && { respondentType: "organisation" }) });
  await inTransaction((transaction) => takeStep(transaction, consultation, { kind: "freeze", personId: person.id, at: new Date() }));
  await makeSet({ consultationId: consultation.id }, () => new Date());
  for (const { id, text } of await db().answerText.findMany({ where: { consultationId: consultation.id, questionId: "first" } })) texts.set(text, id);
  setId = (await db().analysisSet.findFirstOrThrow({ where: { consultationId: consultation.id } })).id;
  const campaign = { id: "campaign", partnershipId, consultationId: consultation.id, setId, questionId: "first", isPair: false, state: "found", title: "Save our buses", template, language: "en", texts: 3 };
  await db().campaign.create({ data: campaign });
  campaignId = campaign.id;
  const members = said.slice(0, 3).map((text) => ({ campaignId: campaign.id, textId: texts.get(text)!, partnershipId, likeness: text === template ? 1 : 0.8, additions: text === template ? [] : [{ start: template.length, end: text.length }] }));
  await db().campaignText.createMany({ data: members });
  frameId = await buildCodeframe(consultation);
  const by = { frame: await findFrame(consultation, frameId), personId: "lead" };
  codes.Travel = await buildCode(by, "Travel");
  codes.Buses = await buildCode(by, "Buses", codes.Travel);
  codes.Homes = await buildCode(by, "Homes");
});

test("a campaign's text that was coded for all counts for all once the campaign is confirmed, and as one among the unique", async () => {
  await give(template, { codeId: codes.Buses!, stance: "support", isShared: true });
  await give(said[3]!, { codeId: codes.Buses!, stance: "oppose" });
  expect(await three("Buses")).toEqual([2, 2, 0]);
  await db().campaign.update({ where: { id: campaignId! }, data: { state: "confirmed", decidedAt: new Date(), decidedById: "lead" } });
  expect(await three("Buses")).toEqual([4, 2, 3]);
  expect(await three("Travel")).toEqual([4, 2, 3]);
  const { coded, answers, base, figuresOf } = await counted();
  expect([answers, coded, base]).toEqual([5, 4, { all: 5, unique: 3, campaign: 3, individuals: 4, organisations: 1 }]);
  expect(figuresOf(codes.Buses!).stances).toMatchObject({ support: 3, oppose: 1, neutral: 0 });
});

test("what somebody adds of their own is theirs, and what is said of the shared part is the campaign's", async () => {
  const [, mine] = said;
  await give(mine!, { codeId: codes.Homes!, span: { start: template.length + 1, end: mine!.length } });
  expect(await three("Homes")).toEqual([1, 1, 0]);
  await give(said[2]!, { codeId: codes.Homes!, span: { start: 0, end: 4 } });
  await give(mine!, { codeId: codes.Homes! });
  expect(await three("Homes")).toEqual([2, 1, 2]);
  await db().coding.deleteMany({ where: { codeId: codes.Homes! } });
});

test("a text that was taken out of the campaign counts for itself", async () => {
  await db().campaignText.updateMany({ where: { textId: texts.get(said[2]!)! }, data: { leftOutAt: new Date(), leftOutById: "lead" } });
  expect(await three("Buses")).toEqual([3, 2, 2]);
  await db().campaignText.updateMany({ where: { textId: texts.get(said[2]!)! }, data: { leftOutAt: null, leftOutById: null } });
});

test("a text that was settled without a code carries none of the first reading", async () => {
  await give(said[4]!, { codeId: codes.Homes! });
  expect(await three("Homes")).toEqual([1, 1, 0]);
  expect((await counted()).figuresOf(codes.Homes!)).toMatchObject({ individuals: 0, organisations: 1 });
  await db().settlement.create({ data: { textId: texts.get(said[4]!)!, partnershipId: consultation.partnershipId, consultationId: consultation.id, questionId: "first", settledById: "lead", settledAt: new Date(), isTogether: false, note: "" } });
  expect(await three("Homes")).toEqual([0, 0, 0]);
  await db().settlement.deleteMany({});
});

test("a text of a campaign that was settled by itself carries what was agreed alone; report and cross-cutting themes count the same", async () => {
  const frames = await listFrames(db(), consultation);
  const buses = async () => {
    const known = [...(await readThemes(db(), setId!, frames)).values()].filter((one) => one[themesKey("first")]?.includes(codes.Buses!));
    const [crossing] = await countCrossCutting(db(), setId!, [{ codeIds: [codes.Buses!], questionIds: ["first"] } as never]);
    return [(await three("Buses"))[0], known.length, crossing?.inAny.said];
  };
  const [before = 0] = await buses();
  expect(await buses()).toEqual([before, before, before]);
  const textId = texts.get(said[1]!)!;
  const { partnershipId, id: consultationId } = consultation;
  await db().settlement.create({ data: { textId, partnershipId, consultationId, questionId: "first", settledById: "lead", settledAt: new Date(), isTogether: false, note: "Says nothing of buses." } });
  expect(await buses()).toEqual([before - 1, before - 1, before - 1]);
  await db().settlement.delete({ where: { textId } });
});

test("a member's page says of which campaign it is and what it has from it, and the campaign's leads to where it is coded", async () => {
  const { partnership } = consultation;
  expect(await plain(analyst.open(readingPath(partnership, consultation, "first", texts.get(said[1]!))))).toMatch(
    /This text is of the campaign Save our buses, with 3 texts.*Travel › Buses · Support.*For the whole campaign, on another of its texts.*For every text of the campaign \(3\)/,
  );
  const page = await (await analyst.open(campaignPath(partnership, consultation, { number: 1 }, { id: campaignId! }))).text();
  expect(page).toContain(`${readingPath(partnership, consultation, "first", texts.get(template))}?set=1`);
  const exemplar = readingPath(partnership, consultation, "first", texts.get(template));
  expect(await (await analyst.open(exemplar)).text()).toMatch(/name="shared"[^>]*checked=""/);
  await analyst.post(exemplar, { deed: "code", code: codes.Homes!, shared: "on" });
  await analyst.post(exemplar, { deed: "code", code: codes.Travel! });
  expect((await db().coding.findMany({ where: { codeId: { in: [codes.Homes!, codes.Travel!] }, textId: texts.get(template)! } })).map(({ codeId, isShared }) => `${codeId} ${isShared}`).sort()).toEqual([`${codes.Homes} true`, `${codes.Travel} false`].sort());
  expect(await three("Homes")).toEqual([4, 2, 3]);
});

test("the page names set, codeframe and base, keeps organisations apart and warns of a large rest; the file has the same figures", async () => {
  const here = codeCountsPath(consultation.partnership, consultation, { number: 1 });
  expect(await plain(analyst.open(analysisPath(consultation.partnership, consultation)))).toContain("Codes counted");
  const page = await plain(analyst.open(here));
  expect(page).toMatch(/Codes counted in set 1.*What to do first.*No version of the codeframe is published yet.*5 of 5 answers in set 1 carry a code \(100%\)/);
  expect(page).toMatch(/Answers 5 3 3 4 1 With a code 5 3 3 4 1 Travel 4 2 3 4 0/);
  expect(page).not.toContain("may lack a code");
  const other = (await listCodes(db(), await findFrame(consultation, frameId!))).find(({ kind }) => kind === "other")!;
  await give(said[4]!, { codeId: other.id });
  expect(await plain(analyst.open(here))).toContain("holds 20% of the coded answers");
  const file = await (await analyst.open(`${here}.csv?codeframe=${frameId}&question=first`)).text();
  expect(file.split("\r\n")[0]).toContain("Set,Frozen,Codeframe,Version,Question,Code,Figure,Count,Base,Percent");
  expect(file).toMatch(/Set 1,"?[^\n]*What to do first,0,What should come first\?,Travel › Buses,Campaign,3,,/);
  expect(await db().auditEntry.count({ where: { action: "analysis.export-table" } })).toBe(1);
});

test("no percentage is made of too few, and a tenth is not yet too much for the rest", () => {
  const row = { id: "a", code: "A", all: 3, unique: 2, campaign: 2, individuals: 1, organisations: 0, stances: { support: 1, conditional: 0, oppose: 0, neutral: 0, suggestion: 0, question: 0 } };
  const rows = countRows([row], { all: 40, individuals: 8, organisations: 0 }, { before: ["Set 1"], nameOf: (name) => name, fewest: 10 });
  expect(rows.slice(0, 4)).toEqual([["Set 1", "A", "all", "3", "40", "7.5"], ["Set 1", "A", "unique", "2", "", ""], ["Set 1", "A", "campaign", "2", "", ""], ["Set 1", "A", "individuals", "1", "8", ""]]);
  expect([isOtherLarge(1, 10), isOtherLarge(2, 19), isOtherLarge(0, 0)]).toEqual([false, true, false]);
});
