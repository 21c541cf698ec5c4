// Texts are handed out to coders by their parts, each is done with what is theirs, a sample is read blind, and work is passed on.
import { beforeAll, expect, test } from "vitest";
import { markDone, passOn } from "#app/analysis/coding-tasks.store.server.ts";
import { addCoding } from "#app/analysis/codings.store.server.ts";
import { findDraw, listHandOuts } from "#app/analysis/hand-outs.store.server.ts";
import { codersPath, donePath, drawPath, handOutPath, passOnPath, readingPath, workPath } from "#app/analysis/paths.ts";
import { listSeenCodings, maySee } from "#app/analysis/sights.store.server.ts";
import { handOut, inDrawnOrder } from "#app/analysis/sample.ts";
import { analysisPath } from "#app/consultations/office-paths.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildCoders, code, draw, giveOut, type Coders } from "#tests/support/coders.ts";
import { signInCookie } from "#tests/support/factories.ts";

let application: Application;
let built: Coders;
let [ruth, tom]: Visitor[] = [];
let [ruthId, tomId, annId] = ["", "", ""];

const plain = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->|<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const at = () => [built.consultation.partnership, built.consultation] as const;
const tasks = (coderId: string, pass = "first") => db().codingTask.findMany({ where: { coderId, pass, consultationId: built.consultation.id }, orderBy: { textId: "asc" } });
const parts = (own: Record<string, string>) => Object.fromEntries(Object.entries(own).map(([id, count]) => [`parts-${id}`, count]));

beforeAll(async () => {
  application = await openApplication();
  built = await buildCoders({ texts: 30, coders: 3 });
  [ruthId, tomId, annId] = built.people.map(({ id }) => id) as [string, string, string];
  [ruth, tom] = await Promise.all(built.people.map(async (person) => new Visitor(application, { now: new Date() }, [await signInCookie(person as never)])));
});

test("texts are handed out by parts, once however often it is sent, and anybody can draw the same again", async () => {
  expect(await plain(ruth!.open(analysisPath(...at())))).toContain("The work of coders");
  expect(await plain(ruth!.open(workPath(...at())))).toContain("Nothing of set 1 was handed out to you");
  const here = handOutPath(...at(), "first");
  expect(await plain(ruth!.open(here))).toContain("30 texts left");
  const wrong = await ruth!.post(here, { ...parts({ [ruthId]: "sixty" }), most: "-1" });
  expect([wrong.status, await plain(Promise.resolve(wrong))]).toEqual([422, expect.stringMatching(/Choose at least one question.*whole number up to 1,000.*how many texts as a whole number/)]);
  const body = { once: "0123456789ab", question: "first", ...parts({ [ruthId]: "60", [tomId]: "40" }), most: "20" };
  for (let presses = 0; presses < 2; presses += 1) expect((await ruth!.post(here, body)).headers.get("Location")).toBe(`${codersPath(...at())}?done=handed-out&count=20`);
  expect([(await tasks(ruthId)).length, (await tasks(tomId)).length]).toEqual([12, 8]);
  const { handOuts: [only, ...others] } = await listHandOuts(db(), built.consultation, { after: null });
  expect([only, others]).toMatchObject([{ texts: 20, of: 30, set: 1, isSecond: false }, []]);
  const again = (await findDraw(db(), built.consultation, only!.id))!;
  const given = handOut(again.ids.slice(0, again.texts), only!.shares, only!.seed);
  expect(given.get(ruthId)!.sort()).toEqual((await tasks(ruthId)).map(({ textId }) => textId));
  expect(again.ids).toEqual(inDrawnOrder(again.ids, only!.seed));
  expect((await plain(ruth!.open(drawPath(...at(), only!)))).match(/,Yes,/g)).toHaveLength(20);
});

test("more that is handed out is what nobody was given and nobody has coded", async () => {
  const free = await db().answerText.findFirstOrThrow({ where: { consultationId: built.consultation.id, tasks: { none: {} } } });
  const coding = { textId: free.id, codeId: built.codes.Buses!, coderId: annId };
  await inTransaction((transaction) => addCoding(transaction, { partnershipId: built.consultation.partnershipId, consultationId: built.consultation.id, now: new Date() }, coding));
  expect(await giveOut(built, [1, 1])).toMatchObject({ ok: true, value: 9 });
  expect(await giveOut(built, [1, 1])).toEqual({ ok: false, problem: "nothing-left" });
  expect(await db().codingTask.count({ where: { textId: free.id } })).toBe(0);
});

test("a coder goes on to what is left of theirs, is done with a text with no code too, and nobody else’s", async () => {
  const [mine] = await tasks(ruthId);
  expect(await plain(ruth!.open(workPath(...at())))).toMatch(/Go on coding/);
  const here = `${readingPath(...at(), "first", mine!.textId)}?mark=mine`;
  expect(await plain(ruth!.open(here))).toContain("Done, next");
  expect(await plain(tom!.open(here))).toContain("handed out to somebody else");
  const done = `${donePath(...at(), "first", mine!.textId)}?mark=mine`;
  expect((await tom!.post(done, { deed: "done" })).headers.get("Location")).toContain("coded=not-yours");
  const next = (await tasks(ruthId))[1]!.textId;
  expect((await ruth!.post(done, { deed: "done" })).headers.get("Location")).toBe(`${readingPath(...at(), "first", next)}?mark=mine`);
  expect((await tasks(ruthId)).filter(({ doneAt }) => doneAt !== null)).toHaveLength(1);
  expect(await plain(ruth!.open(workPath(...at())))).toMatch(/1 of \d+ \(\d+%\)/);
  expect((await ruth!.post(done, { deed: "not-done" })).headers.get("Location")).toContain("coded=not-done");
  expect((await tasks(ruthId)).filter(({ doneAt }) => doneAt !== null)).toHaveLength(0);
  // what the page asks once it woke, without loading a document
  expect((await ruth!.post(done.replace("?", ".data?"), { deed: "done" })).status).toBe(202);
  expect((await tasks(ruthId)).filter(({ doneAt }) => doneAt !== null)).toHaveLength(1);
});

test("the last of somebody’s texts leads back to their work", async () => {
  const own = await tasks(ruthId);
  const [last, ...before] = own.toReversed();
  for (const { textId } of before) await code(built, ruthId, textId, ["Buses"]);
  const finished = await ruth!.post(`${donePath(...at(), "first", last!.textId)}?mark=mine`, { deed: "done" });
  expect(finished.headers.get("Location")).toBe(`${workPath(...at())}?done=all`);
  // a page that woke would otherwise ask for one that does not
  expect(finished.headers.get("X-Remix-Reload-Document")).toBe("true");
});

test("a sample is drawn for somebody who did not read the text first, as many as are usual or as a reason says", async () => {
  const here = handOutPath(...at(), "second");
  expect(await plain(ruth!.open(here))).toContain("Texts handed out or coded: 30. Usual sample: 30. Drawn already: 0.");
  const usual = { share: "10", least: "50" };
  const alone = await ruth!.post(here, { ...usual, ...parts({ [tomId]: "1" }) });
  expect([alone.status, await plain(Promise.resolve(alone))]).toEqual([422, expect.stringContaining("Choose somebody else as well")]);
  const reasonless = await ruth!.post(here, { share: "20", least: "5", ...parts({ [tomId]: "1", [annId]: "1" }) });
  expect([reasonless.status, await plain(Promise.resolve(reasonless))]).toEqual([422, expect.stringContaining("Enter why the sample is not the usual one")]);
  const body = { once: "abcdefgh1234", share: "20", least: "5", reason: "There are few of us", ...parts({ [ruthId]: "1", [tomId]: "1", [annId]: "1" }) };
  for (let presses = 0; presses < 2; presses += 1) expect((await ruth!.post(here, body)).headers.get("Location")).toBe(`${codersPath(...at())}?done=drawn&count=6`);
  const second = await db().codingTask.findMany({ where: { pass: "second", consultationId: built.consultation.id } });
  const first = new Map((await db().codingTask.findMany({ where: { pass: "first", consultationId: built.consultation.id } })).map(({ textId, coderId }) => [textId, coderId]));
  expect(second).toHaveLength(6);
  expect(second.filter(({ textId, coderId }) => first.get(textId) === coderId || !first.has(textId))).toEqual([]);
  const enough = await ruth!.post(here, { ...body, once: "other-press-1" });
  expect([enough.status, await plain(Promise.resolve(enough))]).toEqual([422, expect.stringContaining("has been drawn already")]);
  expect(await plain(ruth!.open(codersPath(...at())))).toMatch(/6 of the 30 texts.*20 of a hundred texts and 5 at least.*There are few of us/);
});

test("nobody reads a text twice, and the database refuses it too", async () => {
  const [one] = await db().codingTask.findMany({ where: { pass: "second", consultationId: built.consultation.id } });
  const first = await db().codingTask.findUniqueOrThrow({ where: { textId_pass: { textId: one!.textId, pass: "first" } } });
  await expect(db().codingTask.update({ where: { textId_pass: { textId: one!.textId, pass: "second" } }, data: { coderId: first.coderId } })).rejects.toThrow(/Unique constraint/);
});

test("whoever reads a second time sees nothing of the first reading, and the first nothing of theirs, however they ask", async () => {
  const [one] = await db().codingTask.findMany({ where: { pass: "second", consultationId: built.consultation.id, text: { codings: { some: { pass: "first" } } } } });
  const { coderId: firstId } = await db().codingTask.findUniqueOrThrow({ where: { textId_pass: { textId: one!.textId, pass: "first" } } });
  await code(built, one!.coderId, one!.textId, ["Homes"]);
  const seen = async (personId: string) => {
    const codings = (await listSeenCodings(db(), built.consultation.partnershipId, personId, [one!.textId])).get(one!.textId)!;
    const rows = await db().$queryRaw<{ codeId: string }[]>`SELECT coding."codeId" FROM "Coding" coding WHERE coding."textId" = ${one!.textId} AND ${maySee(personId)}`;
    expect(rows.map(({ codeId }) => codeId)).toEqual(codings.map(({ codeId }) => codeId));
    return rows.map(({ codeId }) => codeId);
  };
  expect(await seen(one!.coderId)).toEqual([built.codes.Homes]);
  expect(await seen(firstId)).toEqual([built.codes.Buses]);
});

test("what somebody ill has left is passed on, what they began is begun anew, and nobody gets a text they read in the other reading", async () => {
  const unfinished = (await tasks(tomId)).filter(({ doneAt }) => doneAt === null);
  const begun = unfinished[0]!.textId;
  const by = { partnershipId: built.consultation.partnershipId, consultationId: built.consultation.id, now: new Date() };
  await inTransaction((transaction) => addCoding(transaction, by, { textId: begun, codeId: built.codes.Buses!, coderId: tomId }));
  const here = passOnPath(...at(), tomId);
  expect(await plain(ruth!.open(here))).toContain("begun anew");
  const nobody = await ruth!.post(here, { to: "somebody" });
  expect([nobody.status, await plain(Promise.resolve(nobody))]).toEqual([422, expect.stringContaining("Choose who takes over")]);
  const seconds = new Set((await tasks(annId, "second")).map(({ textId }) => textId));
  const expected = unfinished.filter(({ textId }) => !seconds.has(textId)).length + (await tasks(tomId, "second")).filter(({ doneAt }) => doneAt === null).length;
  const before = (await tasks(annId)).map(({ textId }) => textId);
  const { headers } = await ruth!.post(here, { to: annId });
  const moved = Number(new URL(headers.get("Location")!, "http://x").searchParams.get("count"));
  expect(moved).toBeLessThanOrEqual(expected);
  expect((await tasks(annId)).filter(({ textId }) => seconds.has(textId) && !before.includes(textId))).toEqual([]);
  expect((await tasks(annId)).length).toBeGreaterThan(before.length);
  expect(await db().coding.count({ where: { textId: begun, coderId: tomId } })).toBe(seconds.has(begun) ? 1 : 0);
});

test("what is left can be taken back to be handed out again, but a sample stays as it was drawn", async () => {
  const doubled = new Set((await db().codingTask.findMany({ where: { pass: "second" } })).map(({ textId }) => textId));
  const left = (await tasks(annId)).filter(({ doneAt, textId }) => doneAt === null && !doubled.has(textId));
  const { texts } = await inTransaction((transaction) => passOn(transaction, built.consultation, { fromId: annId, toId: null }, { personId: ruthId, now: new Date() }));
  expect([texts, left.length > 0]).toEqual([left.length, true]);
  expect(await db().codingTask.count({ where: { pass: "second" } })).toBe(doubled.size);
  expect(await giveOut(built, [1])).toMatchObject({ ok: true, value: left.length });
});

test("somebody who codes a text that nobody was given takes it up by being done with it", async () => {
  const other = await buildCoders({ texts: 1 });
  const [text] = await db().answerText.findMany({ where: { consultationId: other.consultation.id } });
  const [one, two] = other.people.map(({ id }) => id);
  const mark = (personId: string) => inTransaction((transaction) => markDone(transaction, other.consultation, text!, { isDone: true, personId, now: new Date() }));
  expect([await mark(one!), await mark(one!), await mark(two!)]).toEqual([true, true, false]);
  expect(await draw(other, [two!])).toMatchObject({ ok: true, value: 1 });
});
