// Campaigns of a set: found by the job, decided by officers, counted three ways, found again in the next set.
import { beforeAll, expect, test } from "vitest";
import { countCampaigns, countThreeWays, findSearch, listCampaigns, listMembers, listPairs } from "#app/analysis/campaigns.store.server.ts";
import { listCodes } from "#app/analysis/codeframes.store.server.ts";
import { addCoding, countCodes } from "#app/analysis/codings.store.server.ts";
import { findCampaigns } from "#app/analysis/finding-campaigns.server.ts";
import { campaignPath, campaignsPath, duplicatesPath, setTablesPath } from "#app/analysis/paths.ts";
import { askForSet, findNewestSet, makeSet } from "#app/analysis/sets.store.server.ts";
import { eraseAnswers } from "#app/consultations/erasing.store.server.ts";
import { takeStep } from "#app/consultations/life.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildCode, buildCodeframe, findFrame } from "#tests/support/codeframes.ts";
import { buildConsultation, buildPerson, buildResponse, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";

const day = 86_400_000;
const letter = "Please keep the library on Castle Rise open on Saturdays. It is the one warm place in the whole quarter where nobody has to buy anything, and our children do their homework there.";
const twice = "The bus to the hospital never comes when it says, and last Tuesday my mother waited ninety minutes near Mill Lane with her stick in the rain.";

let application: Application;
let consultation: BuiltConsultation;
let personId: string;
let analyst: Visitor;
let setId: string;
let campaignId: string;
const ids: string[] = [];
const first = { number: 1 };

const text = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->|<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const seen = (path: string) => text(analyst.open(path));
const find = (of: string) => findCampaigns({ setId: of }, () => new Date());
const make = () => makeSet({ consultationId: consultation.id }, () => new Date());
const campaignsOf = (of: string, state: "found" | "confirmed" | "dismissed") => listCampaigns(db(), { setId: of, state, after: null });
const threeWays = (question = "first", of = setId) => countThreeWays(db(), of, question);

async function respond(first: string, { bus, channel = "online" }: { bus?: string; channel?: string } = {}): Promise<string> {
  const answers = { first, ...(bus && { bus: { option: bus } }) };
  return (await buildResponse({ consultation, channel: channel as never, answers: answers as never, receivedAt: new Date(Date.now() - 3 * day) })).id;
}

async function revise(responseId: string, first: string): Promise<void> {
  const { formVersionId, partnershipId } = await db().responseRevision.findUniqueOrThrow({ where: { responseId_number: { responseId, number: 1 } } });
  await db().responseRevision.create({ data: { responseId, partnershipId, formVersionId, number: 2, answers: { first }, sentAt: new Date() } });
  await db().response.update({ where: { id: responseId }, data: { currentRevision: 2 } });
}

beforeAll(async () => {
  application = await openApplication();
  consultation = await buildConsultation({ opensAt: new Date(Date.now() - 60 * day), closesAt: new Date(Date.now() - 2 * day), graceInMinutes: 60 });
  const person = await buildPerson({ role: "analyst", partnership: consultation.partnership });
  personId = person.id;
  analyst = new Visitor(application, { now: new Date() }, [await signInCookie(person)]);
  ids.push(await respond(letter, { bus: "never" }), await respond(`${letter} I met my wife there.`, { bus: "often" }), await respond(`Dear councillors, ${letter}`));
  ids.push(await respond(twice), await respond(twice.toLowerCase(), { channel: "paper_form" }), await respond("More trees.", { bus: "never" }));
  await inTransaction((transaction) => takeStep(transaction, consultation, { kind: "freeze", personId, at: new Date() }));
  await make();
  setId = (await findNewestSet(db(), consultation))!.id;
});

test("a set says that it will be looked through until the job has, which makes its findings once", async () => {
  expect(await db().$queryRaw`SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'find-campaigns'`).toHaveLength(1);
  expect(await seen(campaignsPath(consultation.partnership, consultation, first))).toContain("looked through within a minute");
  await find(setId);
  await find(setId);
  expect(await findSearch(db(), setId)).toMatchObject({ done: 6, of: 6, finishedAt: expect.any(Date) });
  const { campaigns } = await campaignsOf(setId, "found");
  expect(campaigns).toMatchObject([{ questionId: "first", texts: 3, template: letter, title: null }]);
  campaignId = campaigns[0]!.id;
  expect(await countCampaigns(db(), setId)).toEqual({ found: 1, confirmed: 0, dismissed: 0 });
});

test("nothing counts as of a campaign before an officer has confirmed it", async () => {
  expect(await threeWays()).toEqual({ all: 6, unique: 6, campaign: 0 });
  const page = await seen(campaignsPath(consultation.partnership, consultation, first));
  expect(page).toContain("Please keep the library on Castle Rise");
  expect(page).toMatch(/Possible duplicates of one person to look at: 1/);
});

test("its page shows what each person says besides, marked for the eye and in words", async () => {
  const page = await (await analyst.open(campaignPath(consultation.partnership, consultation, first, { id: campaignId }))).text();
  expect(page.replaceAll("<!-- -->", "")).toMatch(/<mark><span[^>]*>\[their own words: <\/span>I met my wife there<span[^>]*> end of their own words\]<\/span><\/mark>/);
  expect(page.match(/<mark>/g)).toHaveLength(2);
  expect(await db().auditEntry.count({ where: { action: "answers.read", subjectId: consultation.id } })).toBeGreaterThan(0);
});

test("confirming asks for a name, keeps what was typed, and counts the campaign once among the unique", async () => {
  const here = campaignPath(consultation.partnership, consultation, first, { id: campaignId });
  const refused = await analyst.post(here, { intent: "confirm", title: " ", organiser: "Friends of the Library" });
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringMatching(/Enter a name for the campaign[^]*value="Friends of the Library"/)]);
  for (let press = 0; press < 2; press += 1) expect((await analyst.post(here, { intent: "confirm", title: "Library on Saturdays", organiser: "Friends of the Library" })).status).toBe(302);
  expect(await db().auditEntry.count({ where: { action: "analysis.confirm-campaign", subjectId: consultation.id } })).toBe(1);
  expect(await threeWays()).toEqual({ all: 6, unique: 4, campaign: 3 });
  expect(await threeWays("bus")).toEqual({ all: 3, unique: 2, campaign: 2 }); // of what was chosen, those whose response is of it
  expect(await seen(here)).toContain("Confirmed,");
});

test("a table counts all of them, each campaign once or none, and says which in its chart and its file", async () => {
  const tables = setTablesPath(consultation.partnership, consultation, first);
  expect(await seen(`${tables}?rows=bus`)).toMatch(/3 of 6 responses answered this.* All of them are counted\./);
  const once = await seen(`${tables}?rows=bus&campaigns=unique`);
  expect(once).toMatch(/2 of 4 responses answered this/);
  expect(once).toMatch(/Most often: Never, 2 of 2\. Confirmed campaigns: 1; responses sent as part of one: 3\. Each campaign is counted once/);
  expect(await seen(`${tables}?rows=bus&campaigns=without`)).toMatch(/1 of 3 responses answered this .* None of them is counted\./);
  expect(await (await analyst.open(`${tables}.csv?rows=bus&columns=.channel&campaigns=without`)).text()).toMatch(/,Leave them out,[^\n]*,1,1,/);
});

test("a text taken out counts for itself, and may be put back; undo opens the decision again", async () => {
  const here = campaignPath(consultation.partnership, consultation, first, { id: campaignId });
  const { members } = await listMembers(db(), { setId, campaignId, after: null, most: 1 });
  const choice = { text: members[0]!.textId };
  for (let press = 0; press < 2; press += 1) await analyst.post(here, { intent: "take-out", ...choice });
  expect(await threeWays()).toEqual({ all: 6, unique: 5, campaign: 2 });
  await analyst.post(here, { intent: "put-back", ...choice });
  expect(await threeWays()).toEqual({ all: 6, unique: 4, campaign: 3 });
  await analyst.post(here, { intent: "reopen" });
  expect(await threeWays()).toEqual({ all: 6, unique: 6, campaign: 0 });
  await analyst.post(here, { intent: "dismiss" });
  expect((await campaignsOf(setId, "dismissed")).campaigns).toHaveLength(1);
  await analyst.post(here, { intent: "reopen" });
  await analyst.post(here, { intent: "confirm", title: "Library on Saturdays" });
  await analyst.post(here, { intent: "take-out", ...choice });
  expect((await analyst.post(here, { intent: "no such" })).status).toBe(400);
  expect(await db().auditEntry.groupBy({ by: ["action"], where: { action: { in: ["analysis.take-out-text", "analysis.put-back-text"] }, subjectId: consultation.id }, _count: true, orderBy: { action: "asc" } })).toMatchObject([{ _count: 1 }, { _count: 2 }]);
});

test("a text that is held back is shown on no page and in no list", async () => {
  const { members } = await listMembers(db(), { setId, campaignId, after: null });
  const held = { responseId: members[1]!.responseId, questionId: "first", partnershipId: consultation.partnershipId, consultationId: consultation.id };
  await db().heldAnswer.create({ data: held });
  expect((await listMembers(db(), { setId, campaignId, after: null })).members.map(({ responseId }) => responseId)).not.toContain(held.responseId);
  await db().heldAnswer.delete({ where: { responseId_questionId: { responseId: held.responseId, questionId: "first" } } });
});

test("in the next set they are found again, with what was decided and what was coded for all, though the text that it was coded on has changed", async () => {
  const frameId = await buildCodeframe(consultation);
  const frame = await findFrame(consultation, frameId);
  const codeId = await buildCode({ frame, personId }, "Opening hours");
  const carrying = async (of: string) => (await countCodes(db(), frame, await listCodes(db(), frame), of)).figuresOf(codeId).all;
  const { text: shared } = await db().campaignText.findFirstOrThrow({ where: { campaignId, leftOutAt: null }, select: { text: { select: { id: true, responseId: true, text: true } } } });
  await inTransaction((transaction) => addCoding(transaction, { ...consultation, consultationId: consultation.id, now: new Date() }, { textId: shared.id, codeId, coderId: personId, isShared: true }));
  const before = await carrying(setId);
  await revise(shared.responseId, `${shared.text} And on Sundays.`);
  ids.push(await respond(`${letter} Thank you.`));
  await inTransaction((transaction) => askForSet(transaction, consultation, { personId, reason: "A late letter", now: new Date() }));
  await make();
  const { id } = (await findNewestSet(db(), consultation))!;
  await find(id);
  const { campaigns } = await campaignsOf(id, "confirmed");
  expect(campaigns).toMatchObject([{ texts: 4, title: "Library on Saturdays" }]);
  expect([before, await carrying(setId)]).toEqual([2, 2]);
  expect(await carrying(id)).toBe(3);
  expect(await threeWays("first", id)).toEqual({ all: 7, unique: 5, campaign: 3 });
  expect(await threeWays()).toEqual({ all: 6, unique: 5, campaign: 2 });
});

test("of two that came in different ways an officer leaves one out as a duplicate, or keeps both", async () => {
  const here = duplicatesPath(consultation.partnership, consultation, first);
  const { pairs } = await listPairs(db(), { setId, after: null });
  expect(pairs.map(({ members }) => members.map(({ responseId }) => responseId).sort())).toEqual([[ids[3]!, ids[4]!].sort()]);
  expect(await seen(here)).toMatch(/Leave this one out as a duplicate .* Keep both/);
  expect((await analyst.post(here, { pair: pairs[0]!.id, "leave-out": ids[0]! })).status).toBe(400);
  expect((await analyst.post(here, { pair: "none" })).status).toBe(404);
  expect((await analyst.post(here, { pair: pairs[0]!.id, "leave-out": ids[4]! })).status).toBe(302);
  expect(await db().response.findUniqueOrThrow({ where: { id: ids[4]! } })).toMatchObject({ excludedBecause: "duplicate" });
  expect(await seen(here)).toContain("There is no pair to look at");
  const second = duplicatesPath(consultation.partnership, consultation, { number: 2 });
  expect(await seen(second)).toContain("Left out already");
  const { pairs: again } = await listPairs(db(), { setId: (await findNewestSet(db(), consultation))!.id, after: null });
  expect((await analyst.post(second, { pair: again[0]!.id })).status).toBe(302);
  expect(await seen(second)).toContain("There is no pair to look at");
});

test("who may not read answers sees none of it; a campaign of another set is not there", async () => {
  const editor = new Visitor(application, { now: new Date() }, [await signInCookie(await buildPerson({ role: "statistics", partnership: consultation.partnership }))]);
  expect((await editor.open(campaignsPath(consultation.partnership, consultation, first))).status).toBe(403);
  expect((await analyst.open(campaignPath(consultation.partnership, consultation, { number: 2 }, { id: campaignId }))).status).toBe(404);
});

test("what a campaign's texts share goes with the last of them", async () => {
  await eraseAnswers(consultation, new Date());
  expect(await db().campaign.count()).toBe(0);
});
