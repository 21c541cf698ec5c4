// Two coders read the same without seeing each other: how far they agree is shown with what it rests on, and where they differ it is settled.
import { beforeAll, expect, test } from "vitest";
import { listCodes } from "#app/analysis/codeframes.store.server.ts";
import { countCodes } from "#app/analysis/codings.store.server.ts";
import { countDifferences } from "#app/analysis/differences.store.server.ts";
import { howCoded } from "#app/analysis/how-coded.store.server.ts";
import { agreementPath, agreementsPath, differencesPath, driftPath, readingPath } from "#app/analysis/paths.ts";
import { listSights } from "#app/analysis/sights.store.server.ts";
import { eraseAnswers } from "#app/consultations/erasing.store.server.ts";
import { analysisPath } from "#app/consultations/office-paths.ts";
import { db } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { findFrame } from "#tests/support/codeframes.ts";
import { buildCoders, code, draw, giveOut, type Coders } from "#tests/support/coders.ts";
import { buildPerson, signInCookie } from "#tests/support/factories.ts";

// the reference’s two coders of one code over twelve texts: what each said
const first = [1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0];
const second = [1, 1, 1, 1, 1, 0, 1, 0, 0, 0, 0, 0];

let application: Application;
let built: Coders;
let [ruth, tom, lead]: Visitor[] = [];
let [ruthId, tomId] = ["", ""];
let texts: string[] = [];

const plain = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->|<[^>]+>/g, " ").replaceAll(/&#x27;/g, "'").replaceAll(/\s+/g, " ");
const at = () => [built.consultation.partnership, built.consultation] as const;
const counted = async () => {
  const frame = await findFrame(built.consultation, built.frameId);
  const { byCode, coded } = await countCodes(db(), frame, await listCodes(db(), frame), built.setId);
  return { buses: byCode.get(built.codes.Buses!) ?? 0, homes: byCode.get(built.codes.Homes!) ?? 0, coded };
};
const differing = () => countDifferences(db(), built.setId);

beforeAll(async () => {
  application = await openApplication();
  built = await buildCoders({ texts: 12 });
  [ruthId, tomId] = built.people.map(({ id }) => id) as [string, string];
  const person = await buildPerson({ role: "administrator", partnership: built.consultation.partnership });
  [ruth, tom, lead] = await Promise.all([...built.people, person].map(async (one) => new Visitor(application, { now: new Date() }, [await signInCookie(one as never)])));
  await giveOut(built, [1]);
  texts = (await db().codingTask.findMany({ where: { coderId: ruthId }, orderBy: { textId: "asc" } })).map(({ textId }) => textId);
});

test("before anything is read twice it is said that there is too little to tell", async () => {
  expect(await plain(lead!.open(analysisPath(...at())))).toContain("How far coders agree");
  expect(await plain(lead!.open(agreementPath(...at(), { id: built.frameId })))).toMatch(/None has been drawn yet.*Too few to tell: fewer than 10 texts/);
  expect(await plain(lead!.open(driftPath(...at(), { id: built.frameId })))).toContain("Nobody is done with a text yet");
});

test("the figures are those of the two readings, and what nobody is done with counts for nothing", async () => {
  await draw(built, [tomId]);
  for (const [index, textId] of texts.entries()) await code(built, ruthId, textId, first[index] ? ["Buses"] : []);
  expect(await plain(lead!.open(agreementPath(...at(), { id: built.frameId })))).toContain("Too few to tell");
  for (const [index, textId] of texts.entries()) await code(built, tomId, textId, second[index] ? ["Buses"] : []);
  const page = await plain(lead!.open(agreementPath(...at(), { id: built.frameId })));
  // ten of twelve decisions are the same, half of all gave the code: kappa is (10/12 - 1/2) / (1/2), alpha 1 - 23 × (2 × 2) / (2 × 12 × 12)
  const alpha = 1 - (23 * 4) / (2 * 12 * 12);
  expect(page).toMatch(new RegExp(`Buses ${alpha.toFixed(3)} For tentative conclusions only 0\\.667 Substantial 83% 12 of 24 \\(50%\\)`));
  expect(page).toMatch(/All codes together Texts read by both 12 Krippendorff’s alpha 0\.681 For tentative conclusions only Cohen’s kappa 0\.667/);
  expect(page).toContain("No figure: nobody gave it");
  expect(page).toMatch(/12 of the 12 texts that are handed out or coded, drawn at random.*10 of a hundred texts and 50 at least/);
  expect(page).toMatch(/Set Set 1/);
  expect(await plain(lead!.open(agreementsPath(...at())))).toMatch(/What to do first.*12/);
});

test("they go out as a file, each row with what it comes from", async () => {
  const file = await plain(lead!.open(`${agreementPath(...at(), { id: built.frameId })}/figures.csv`));
  expect(file).toMatch(/Set 1,What to do first,0,.*,12,12,Buses,12,2,0\.6806,For tentative conclusions only,0\.6667,0\.8333,0\.5000/);
});

test("neither reader sees the other’s codes on any page before it is settled, nor a text of which one of them is not done", async () => {
  const [sixth, seventh] = [texts[5]!, texts[6]!];
  const [ofRuth] = [await plain(ruth!.open(readingPath(...at(), "first", seventh)))];
  expect(ofRuth).toContain("so is whoever read it too");
  expect((await listSights(db(), tomId, [sixth])).get(sixth)).toMatchObject({ pass: null, sees: "second" });
  await db().codingTask.update({ where: { textId_pass: { textId: sixth, pass: "second" } }, data: { doneAt: null } });
  expect((await tom!.open(differencesPath(...at(), sixth))).status).toBe(404);
  expect(await differing()).toEqual({ both: 11, differing: 1, settled: 0, waiting: 1 });
  await db().codingTask.update({ where: { textId_pass: { textId: sixth, pass: "second" } }, data: { doneAt: new Date() } });
});

test("those on which they differ wait to be settled, side by side, with a reason, and by one of the two only with the other", async () => {
  expect(await differing()).toEqual({ both: 12, differing: 2, settled: 0, waiting: 2 });
  expect(await counted()).toEqual({ buses: 6, homes: 0, coded: 6 });
  const queue = await plain(lead!.open(differencesPath(...at())));
  expect(queue).toMatch(/both readers are done with 12 texts and gave different codes to 2 of them. Settled: 0. Waiting: 2/);
  const here = differencesPath(...at(), texts[5]);
  expect(await plain(lead!.open(here))).toMatch(/Buses .{0,20}The whole text .{0,20}Not given/);
  const wrong = await lead!.post(here, { deed: "settle", note: "" });
  expect([wrong.status, await plain(Promise.resolve(wrong))]).toEqual([422, expect.stringContaining("Enter why")]);
  const alone = await tom!.post(here, { deed: "settle", note: "It is mine" });
  expect([alone.status, await plain(Promise.resolve(alone))]).toEqual([422, expect.stringContaining("settle it together with the other")]);
  const gone = await lead!.post(here, { deed: "settle", note: "Why", code: "none" });
  expect(gone.status).toBe(422);
});

test("what is settled counts instead of the first reading, even where no code is left, once however often it is sent", async () => {
  const [sixth, seventh] = [texts[5]!, texts[6]!];
  for (let presses = 0; presses < 2; presses += 1) expect((await lead!.post(differencesPath(...at(), sixth), { deed: "settle", note: "It speaks of nothing" })).status).toBe(302);
  expect(await counted()).toEqual({ buses: 5, homes: 0, coded: 5 });
  const both = await tom!.post(differencesPath(...at(), seventh), { deed: "settle", note: "We read it again", together: "yes", code: built.codes.Homes! });
  expect(both.headers.get("Location")).toContain("done=settled");
  expect(await counted()).toEqual({ buses: 5, homes: 1, coded: 6 });
  expect(await differing()).toEqual({ both: 12, differing: 2, settled: 2, waiting: 0 });
  expect(await plain(lead!.open(differencesPath(...at(), sixth)))).toMatch(/No code holds of this text/);
  expect(await plain(lead!.open(`${differencesPath(...at())}?show=settled`))).toContain("Texts that were settled");
  expect(await plain(lead!.open(agreementPath(...at(), { id: built.frameId })))).toContain("0.681 For tentative");
  const how = await howCoded(db(), built.consultation, { id: built.setId });
  expect(how).toMatchObject({ coders: 2, texts: 12, handedOut: 12, done: 12, coded: 6, differences: { settled: 2 } });
  expect(how.frames).toMatchObject([{ id: built.frameId, versions: { from: 0, to: 0 }, sample: { texts: 12, drawn: 12, both: 12, settled: 2 }, agreement: { all: { texts: 12, coders: 2 } } }]);
  const told = await db().auditEntry.findMany({ where: { action: "coding.settle" } });
  expect(told).toHaveLength(2);
});

test("what was settled is undone, and the two readings are there as they were", async () => {
  for (let presses = 0; presses < 2; presses += 1) expect((await lead!.post(differencesPath(...at(), texts[5]), { deed: "unsettle" })).status).toBe(302);
  expect(await counted()).toEqual({ buses: 6, homes: 1, coded: 7 });
  expect(await differing()).toMatchObject({ settled: 1, waiting: 1 });
});

test("a code that one coder gives more and more is told from one whose use stays", async () => {
  const long = await buildCoders({ texts: 48 });
  const [person] = long.people;
  const visitor = new Visitor(application, { now: new Date() }, [await signInCookie(person as never)]);
  await giveOut(long, [1]);
  const own = (await db().codingTask.findMany({ where: { coderId: person!.id }, orderBy: { textId: "asc" } })).map(({ textId }) => textId);
  for (const [index, textId] of own.entries()) await code(long, person!.id, textId, [...(index >= 24 ? ["Buses"] : []), ...(index % 2 === 0 ? ["Homes"] : [])], new Date(Date.now() - (100 - index) * 60_000));
  const here = (name: string) => `${driftPath(long.consultation.partnership, long.consultation, { id: long.frameId })}?code=${long.codes[name]}`;
  expect(await plain(visitor.open(here("Buses")))).toMatch(/It moves: the code was given to 0 of 24 \(0.{0,3}%\) in the first half of this work and to 24 of 24/);
  expect(await plain(visitor.open(here("Homes")))).toMatch(/No more than chance: the code was given to 12 of 24/);
});

test("what somebody wrote goes with all that was decided of it when it is erased", async () => {
  await eraseAnswers(built.consultation, new Date());
  expect((await db().settlement.count({ where: { consultationId: built.consultation.id } })) + (await db().codingTask.count({ where: { consultationId: built.consultation.id } }))).toBe(0);
  expect(await differing()).toEqual({ both: 0, differing: 0, settled: 0, waiting: 0 });
});
