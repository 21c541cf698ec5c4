// A consultation is answered: officers write the decision and the replies, somebody else publishes them, and who asked is told.
import { beforeAll, expect, test } from "vitest";
import { officeOutcomePath } from "#app/consultations/office-paths.ts";
import { followPath, outcomePath } from "#app/consultations/paths.ts";
import type { Role } from "#app/people/role.ts";
import { forgetFollowers, tellFollowers } from "#app/replies/followers.store.server.ts";
import { decisionPath, replyPath } from "#app/replies/paths.ts";
import { raiseOutcomes } from "#app/replies/due.server.ts";
import { listReplies } from "#app/replies/replies.store.server.ts";
import { remindOfReplies } from "#app/replies/reminders.store.server.ts";
import { beforeName, type Entries } from "#app/shared/edits.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildCode, buildCodeframe, findFrame } from "#tests/support/codeframes.ts";
import { buildConsultation, buildPerson, signInCookie } from "#tests/support/factories.ts";
import { locationOf } from "#tests/support/requests.ts";

let application: Application;
beforeAll(async () => {
  application = await openApplication();
});

const now = new Date("2026-05-04T09:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

async function begin({ hasReport = true } = {}) {
  const consultation = await buildConsultation({ opensAt: later(-60), closesAt: later(-10) });
  const { partnership } = consultation;
  if (hasReport) await db().consultation.update({ where: { id: consultation.id }, data: { frozenAt: later(-5), reportPublishedAt: later(-2) } });
  const as = async (role: Role, at = now) => {
    const person = await buildPerson({ role, partnership });
    return new Visitor(application, { now: at, address: newId() }, [await signInCookie(person, at)]);
  };
  const anybody = (at = now) => new Visitor(application, { now: at, address: newId() });
  return { consultation, partnership, as, anybody, here: officeOutcomePath(partnership, consultation), public: outcomePath(partnership, consultation) };
}

const decision = {
  ...{ "decision-en": "The hedges stay", "reasons-en": "Most asked for them", "nextSteps-en": "We plant in autumn" },
  ...{ "decided-day": "1", "decided-month": "5", "decided-year": "2026" },
};
const reply = { "said-en": "Keep the hedges", "did-en": "We keep them", "owner-en": "Parks team", verdict: "accepted", progress: "will-do", question: ["first"], "due-day": "30", "due-month": "6", "due-year": "2026" };

async function write({ partnership, consultation, as }: Awaited<ReturnType<typeof begin>>) {
  const editor = await as("editor");
  expect(locationOf(await editor.post(decisionPath(partnership, consultation), decision))).toContain("done=saved");
  const pressed = await Promise.all([1, 2].map(() => editor.post(replyPath(partnership, consultation), reply)));
  expect(pressed.map((answer) => locationOf(answer)?.split("?")[1])).toEqual(["done=saved", "done=saved"]);
  expect(await db().reply.count({ where: { consultationId: consultation.id } }), "pressed twice, it stands once").toBe(1);
  return editor;
}

const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->/g, "");
const mailed = (to: string) => db().letter.findMany({ where: { toAddress: to }, orderBy: { createdAt: "asc" } });

test("what was decided and replied is public once somebody who did not write it has published it", async () => {
  const begun = await begin();
  const { as, anybody, here } = begun;
  expect(await text(anybody().open(begun.public))).toMatch(/is being read[\s\S]*by 17 July 2026/);
  const editor = await write(begun);
  expect(await text(editor.open(here))).not.toContain("?ask=publish");
  expect((await editor.post(here, { deed: "publish" })).status).toBe(403);
  expect(await text(anybody().open(begun.public))).not.toContain("The hedges stay");
  const approver = await as("approver");
  expect(await text(approver.open(`${here}?ask=publish`))).toContain("Publish the outcome?");
  expect(locationOf(await approver.post(here, { deed: "publish" }))).toBe(`${here}?done=published`);
  const page = await text(anybody().open(begun.public));
  expect(page).toMatch(/The hedges stay[\s\S]*Most asked for them[\s\S]*Keep the hedges[\s\S]*What should come first\?[\s\S]*Will be done[\s\S]*Parks team[\s\S]*To be done by 30 June 2026[\s\S]*We plant in autumn/);
  expect(await text(anybody(later(90)).open(begun.public))).toContain("It was to be done by 30 June 2026, and is late.");
});

test("nothing is published without the report, nor by whoever wrote in it", async () => {
  const begun = await begin({ hasReport: false });
  const { as, here, partnership, consultation } = begun;
  await write(begun);
  const administrator = await as("administrator");
  await administrator.post(replyPath(partnership, consultation), { ...reply, "said-en": "Lay the hedges" });
  const page = await text(administrator.open(here));
  expect(page).toMatch(/The report of what people said must be published[\s\S]*You wrote in it/);
  expect(locationOf(await administrator.post(here, { deed: "publish" }))).toBe(here);
  expect(await db().consultation.findUnique({ where: { id: consultation.id } })).toMatchObject({ outcomePublishedAt: null });
});

test("a change after publication is dated and told, and nothing public is taken out", async () => {
  const begun = await begin();
  const { as, anybody, here, partnership, consultation } = begun;
  const editor = await write(begun);
  await (await as("approver")).post(here, { deed: "publish" });
  const { id } = await db().reply.findFirstOrThrow({ where: { consultationId: consultation.id } });
  const path = replyPath(partnership, consultation, id);
  const done = { ...reply, progress: "done" };
  expect((await editor.post(path, done)).status).toBe(422);
  expect(locationOf(await editor.post(path, { ...done, "note-en": "All hedges are planted" }))).toContain("done=saved");
  expect(await text(anybody().open(begun.public))).toMatch(/What has changed since[\s\S]*Done[\s\S]*All hedges are planted/);
  await editor.post(path, { deed: "remove" });
  expect(await db().reply.count({ where: { id } })).toBe(1);
});

test("two officers who change the same reply lose nothing", async () => {
  const begun = await begin();
  const { as, partnership, consultation } = begun;
  const [mair, gwen] = [await write(begun), await as("analyst")];
  const { id } = await db().reply.findFirstOrThrow({ where: { consultationId: consultation.id } });
  const path = replyPath(partnership, consultation, id);
  const opened: Entries = Object.fromEntries(Object.entries({ ...reply, question: "first" }).map(([input, value]) => [beforeName(input), value]));
  await mair.post(path, { ...reply, ...opened, "owner-en": "Highways" });
  expect(locationOf(await gwen.post(path, { ...reply, ...opened, "did-en": "We keep every one" }))).toContain("done=saved");
  expect(await db().reply.findUnique({ where: { id } })).toMatchObject({ owner: { en: "Highways" }, did: { en: "We keep every one" } });
  const clash = await gwen.post(path, { ...reply, ...opened, "owner-en": "Planning" });
  expect(clash.status).toBe(422);
  expect(await text(clash)).toMatch(/value="Planning"[\s\S]*What somebody else wrote here meanwhile[\s\S]*Highways/);
});

test("replies are moved, and one that is not public is taken out after a question", async () => {
  const begun = await begin();
  const { here, partnership, consultation } = begun;
  const editor = await write(begun);
  await editor.post(replyPath(partnership, consultation), { ...reply, "said-en": "Plant trees" });
  const inOrder = async () => (await db().reply.findMany({ where: { consultationId: consultation.id }, orderBy: { place: "asc" } })).map(({ id, said }) => ({ id, said: (said as { en: string }).en }));
  const [, second] = await inOrder();
  expect(locationOf(await editor.post(here, { deed: `up ${second!.id}` }))).toBe(`${here}#${second!.id}`);
  expect((await inOrder()).map(({ said }) => said)).toEqual(["Plant trees", "Keep the hedges"]);
  expect(await text(editor.open(`${replyPath(partnership, consultation, second!.id)}?ask=remove`))).toContain("Take this reply out?");
  await editor.post(replyPath(partnership, consultation, second!.id), { deed: "remove" });
  expect((await inOrder()).map(({ said }) => said)).toEqual(["Keep the hedges"]);
});

test("a reply that is begun from a theme is of it and of its questions, sent as it was opened", async () => {
  const { consultation, partnership, as } = await begin();
  const frame = await findFrame(consultation, await buildCodeframe(consultation));
  const theme = await buildCode({ frame, personId: "test" }, "Hedges");
  const editor = await as("editor");
  const here = `${replyPath(partnership, consultation)}?theme=${theme}`;
  const page = await text(editor.open(here));
  expect(page).toMatch(new RegExp(`<input[^>]*checked=""[^>]*value="${theme}"`));
  const opened = Object.fromEntries([...page.matchAll(/<input type="hidden" name="(was\.[^"]+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]));
  expect(Object.keys(opened)).toContain(beforeName("theme"));
  await editor.post(here, { ...reply, ...opened, theme: [theme] });
  expect(await listReplies(db(), consultation.id)).toMatchObject([{ codeIds: [theme], questionIds: ["first"] }]);
});

test("a reply may be written before anything is published", async () => {
  const consultation = await buildConsultation({ publishedAt: null, opensAt: null, closesAt: null });
  const person = await buildPerson({ role: "editor", partnership: consultation.partnership });
  const editor = new Visitor(application, { now, address: newId() }, [await signInCookie(person, now)]);
  expect(await text(editor.open(replyPath(consultation.partnership, consultation)))).toContain("What should come first?");
});

test("who asks to be told says yes by a letter, is told once, and is forgotten", async () => {
  const begun = await begin();
  const { as, anybody, here, partnership, consultation } = begun;
  const [wants, unsure] = [`${newId()}@people.example`, `${newId()}@people.example`];
  const resident = anybody();
  expect((await resident.post(followPath(partnership, consultation), { email: "nobody" })).status).toBe(422);
  for (const email of [wants, unsure]) await resident.post(followPath(partnership, consultation), { email: email.toUpperCase() });
  const [letter] = await mailed(wants);
  const link = /http\S+key=\S+/.exec(letter!.text)![0].replace(/^https?:\/\/[^/]+/, "");
  expect(await text(resident.open(link))).toContain("Yes, tell me");
  expect(await db().follower.count({ where: { email: wants, confirmedAt: { not: null } } })).toBe(0);
  const key = new URL(link, "http://folkmoot.example").searchParams.get("key")!;
  await resident.post(`/${partnership.slug}/following`, { key, deed: "confirm" });
  expect(await text(resident.open(link))).toContain("We will tell you what becomes of it");
  await write(begun);
  const approver = await as("approver");
  expect(await text(approver.open(`${here}?ask=publish`))).toContain("1 person who asked is told");
  await approver.post(here, { deed: "publish" });
  const given = { partnershipId: partnership.id, consultationId: consultation.id };
  expect(await tellFollowers(given)).toBe(1);
  expect(await tellFollowers(given)).toBe(0);
  expect((await mailed(wants)).map(({ kind }) => kind)).toEqual(["replies/following", "replies/outcome"]);
  expect(await mailed(unsure)).toHaveLength(1);
  expect(await db().follower.findMany({ where: { consultationId: consultation.id } })).toMatchObject([{ email: unsure }]);
  expect(await text(approver.open(here))).toContain("1 person who had asked was told by e-mail");
  expect(locationOf(await resident.open(followPath(partnership, consultation)))).toBe(begun.public);
  await inTransaction((transaction) => forgetFollowers(transaction, later(8)));
  expect(await db().follower.count({ where: { consultationId: consultation.id } })).toBe(0);
});

test("a link stops it, once, and then opens nothing", async () => {
  const { anybody, partnership, consultation } = await begin();
  const email = `${newId()}@people.example`;
  const resident = anybody();
  await resident.post(followPath(partnership, consultation), { email });
  const key = /key=(\S+)/.exec((await mailed(email))[0]!.text)![1]!;
  await resident.post(`/${partnership.slug}/following`, { key, deed: "confirm" });
  expect(locationOf(await resident.post(`/${partnership.slug}/following`, { key, deed: "stop" }))).toContain("&stopped");
  expect(await db().follower.count({ where: { email } })).toBe(0);
  expect((await resident.post(`/${partnership.slug}/following`, { key, deed: "confirm" })).status).toBe(410);
});

test("officers are reminded of a reply they owe, each time once, and the page says when the day has passed", async () => {
  const { as, anybody, partnership, consultation, ...begun } = await begin();
  const editor = await buildPerson({ role: "editor", partnership });
  const dueIn = 74; // twelve weeks after a close ten days ago
  await remindOfReplies(later(dueIn - 29));
  expect(await mailed(editor.email)).toHaveLength(0);
  for (const at of [dueIn - 28, dueIn - 27, dueIn + 1]) await remindOfReplies(later(at));
  expect((await mailed(editor.email)).map(({ subject }) => subject)).toEqual([
    expect.stringContaining("is owed by"),
    expect.stringContaining("is owed today"),
  ]);
  await remindOfReplies(later(dueIn + 28));
  expect((await mailed(editor.email)).at(-1)!.subject).toContain("is late");
  expect(await text(anybody(later(dueIn + 1)).open(begun.public))).toContain("That day has passed, and we are sorry.");
  const officer = await as("editor", later(dueIn + 1));
  const longer = { "later-day": "1", "later-month": "9", "later-year": "2026", "laterReason-en": "The survey is late" };
  await officer.post(decisionPath(partnership, consultation), longer);
  expect(await text(anybody(later(dueIn + 1)).open(begun.public))).toMatch(/by 1 September 2026[\s\S]*The survey is late/);
});

test("a consultation that has closed is due before a meeting until its outcome is published, by the day that was promised for it", async () => {
  const { consultation } = await begin();
  const dueItems = () => db().dueItem.findMany({ where: { partnershipId: consultation.partnershipId }, select: { title: true, dueOn: true, settledAt: true, purpose: true } });
  await raiseOutcomes(later(-11));
  expect(await dueItems(), "while it is open nothing is").toEqual([]);
  await raiseOutcomes(now);
  expect(await dueItems()).toEqual([{ title: consultation.title, dueOn: null, settledAt: null, purpose: "decide" }]);
  await db().consultation.update({ where: { id: consultation.id }, data: { decisionOn: new Date("2026-06-01") } });
  expect((await raiseOutcomes(now)).raised).toBeGreaterThan(0);
  expect(await dueItems()).toMatchObject([{ dueOn: new Date("2026-06-01"), settledAt: null }]);
  expect(await raiseOutcomes(now), "said again nothing changes").toEqual({ raised: 0, settled: 0 });
  await db().consultation.update({ where: { id: consultation.id }, data: { outcomePublishedAt: now } });
  expect(await raiseOutcomes(later(1))).toMatchObject({ settled: 1 });
  expect(await dueItems()).toMatchObject([{ settledAt: later(1) }]);
});
