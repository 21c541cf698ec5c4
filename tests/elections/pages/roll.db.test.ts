// The roll through its pages: taken from the network, brought as a file, changed with reasons, its codes sent, replaced and asked for.
import { beforeAll, expect, test } from "vitest";
import { answerAsking } from "#app/elections/asking.store.server.ts";
import { takeStep, type Election } from "#app/elections/elections.store.server.ts";
import { electionPath } from "#app/elections/paths.ts";
import { codeOf, pollKey, slotOf } from "#app/elections/poll-key.server.ts";
import { listVoters, takeRoll } from "#app/elections/roll.store.server.ts";
import { codeLettersPath, preparePath, printPath, rollCsvPath, rollFilePath, rollPath, voterPath } from "#app/elections/roll-paths.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildElection } from "#tests/support/elections.ts";
import { buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { buildMember, buildNetwork } from "#tests/support/networks.ts";
import { locationOf } from "#tests/support/requests.ts";
import { buildPoll, castSlot } from "#tests/support/rolls.ts";

let application: Application;
let partnership: NonNullable<BuiltPerson["partnership"]>;
let [officer, watcher]: BuiltPerson[] = [];
let keeper: Visitor;
const now = new Date();

const visitor = async (person: BuiltPerson, at = now) => new Visitor(application, { now: at }, [await signInCookie(person, at)]);
const somebody = (at = now, address = "192.0.2.7") => new Visitor(application, { now: at, address });
const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->/g, "");
const votersOf = async (election: Pick<Election, "id">) => (await listVoters(db(), election, { most: 20_000 })).voters;
const newest = () => db().letter.findFirstOrThrow({ where: { partnershipId: partnership.id }, orderBy: { createdAt: "desc" } });
const offices = () => ({ returningOfficerId: officer!.id, scrutineerIds: [watcher!.id] });

beforeAll(async () => {
  application = await openApplication();
  const person = await buildPerson({ role: "network-administrator" });
  partnership = person.partnership!;
  keeper = await visitor(person);
  officer = await buildPerson({ role: "representative", partnership, name: "Rhian Officer" });
  watcher = await buildPerson({ role: "representative", partnership, name: "Sam Watcher" });
});

test("the roll is taken from the network as of the qualifying date, in the order of names; whoever votes for two is told, and nothing is prepared before", async () => {
  const network = await buildNetwork({ partnership });
  const old = new Date(now.getTime() - 300 * 86_400_000);
  await buildMember({ network, name: "Zest", delegate: { email: "both@people.example", language: "cy" }, now: old });
  await buildMember({ network, name: "The Arches", delegate: { email: "both@people.example" }, now: old });
  await buildMember({ network, name: "By Post", delegate: { email: null, post: "1 High Street" }, now: old });
  await buildMember({ network, name: "Too New", now });
  await buildMember({ network, name: "Left Long Ago", now: old, dates: { leftOn: "2020-01-01" } });
  await buildMember({ network, name: "No Delegate", delegate: null, now: old });
  const election = await buildElection({ network, noticeOn: dayOf(now), ...offices() });
  expect(await text(keeper.open(rollPath(partnership, election)))).toContain("Nobody is on the roll yet");
  expect(locationOf(await keeper.post(rollPath(partnership, election), {}))).toContain("taken=3");
  expect((await votersOf(election)).map(({ number, name }) => `${number} ${name}`)).toEqual(["1 The Arches", "2 By Post", "3 Zest"]);
  const shown = await text(keeper.open(rollPath(partnership, election)));
  expect(shown).toMatch(/One person may vote for only one organisation[\s\S]*both@people.example/);
  expect(shown).not.toContain("Voted");
  const [arches] = await votersOf(election);
  const returning = await visitor(officer!);
  await db().nomination.createMany({ data: [1, 2].map((number) => ({ id: `n${number}${election.id}`, partnershipId: partnership.id, electionId: election.id, name: "C", email: "c@people.example", language: "en", linkHash: `${number}${election.id}`, sentAt: now, number })) });
  await inTransaction((transaction) => takeStep(transaction, { partnershipId: partnership.id, personId: null, now }, election, { kind: "candidates-confirmed" }));
  expect(await text(returning.open(preparePath(partnership, election)))).toContain("Somebody would vote for more than one organisation");
  expect((await returning.post(preparePath(partnership, election), {})).status).toBe(400);
  expect((await keeper.post(voterPath(partnership, election, arches!.id), { name: "", delegate: "Anna" })).status).toBe(422);
  await keeper.post(voterPath(partnership, election, arches!.id), { deed: "save", name: "The Arches", delegate: "Anna", email: "anna@people.example", language: "en" });
  expect((await keeper.open(preparePath(partnership, election))).status).toBe(403);
  expect(await text(returning.open(`${preparePath(partnership, election)}?ask`))).toContain("A code is made for everybody on the roll (3)");
  // Pressed twice, it is done once.
  const [first, second] = [await returning.post(preparePath(partnership, election), {}), await returning.post(preparePath(partnership, election), {})];
  expect([first.status, second.status]).toEqual([302, 302]);
  expect(await db().electionStep.count({ where: { electionId: election.id, kind: "poll-prepared" } })).toBe(1);
  expect((await votersOf(election)).map(({ letters }) => letters.map(({ way, delivery }) => `${way} ${delivery}`))).toEqual([["email waiting"], ["post to-print"], ["email waiting"]]);
  expect((await keeper.post(rollPath(partnership, election), {})).status).toBe(400);
});

test("taken again, the roll keeps who was entered by hand and who was struck off", async () => {
  const network = await buildNetwork({ partnership });
  await buildMember({ network, name: "Alpha", now: new Date(now.getTime() - 300 * 86_400_000) });
  const election = await buildElection({ network, noticeOn: dayOf(now), ...offices() });
  await keeper.post(rollPath(partnership, election), {});
  const [alpha] = await votersOf(election);
  await keeper.post(voterPath(partnership, election, alpha!.id), { deed: "strike", why: "Merged with another" });
  expect((await keeper.post(voterPath(partnership, election), { deed: "save", name: "Aardvarks", delegate: "Abe" })).status).toBe(422);
  await keeper.post(voterPath(partnership, election), { deed: "save", name: "Aardvarks", delegate: "Abe", email: "abe@people.example", reason: "Joined on the day, but was not written down" });
  await inTransaction((transaction) => takeRoll(transaction, { partnershipId: partnership.id, personId: null, now }, election));
  expect((await votersOf(election)).map(({ number, name, struckReason, addedReason }) => [number, name, struckReason, addedReason])).toEqual([
    [1, "Aardvarks", null, "Joined on the day, but was not written down"],
    [2, "Alpha", "Merged with another", null],
  ]);
});

test("where people vote, a file is the roll, whole or not at all, and what was brought stays in the page", async () => {
  const network = await buildNetwork({ partnership });
  const election = await buildElection({ network, head: { electorate: "people" }, noticeOn: dayOf(now), ...offices() });
  const at = rollFilePath(partnership, election);
  const refused = await keeper.post(at, { text: "Name,Email\nBob,bob@people.example\nCara,cara@\n" });
  expect(refused.status).toBe(422);
  expect(await text(refused)).toMatch(/Nobody was taken[\s\S]*>3<[\s\S]*Cara, cara@[\s\S]*This is not an e-mail address[\s\S]*Bob,bob@people.example/);
  expect(await votersOf(election)).toEqual([]);
  const lines = Array.from({ length: 10_000 }, (_, index) => `Person ${index},person${index}@people.example`).join("\n");
  const began = performance.now();
  expect(locationOf(await keeper.post(at, { text: `Name,E-mail\n${lines}` }))).toContain("taken=10000");
  expect(performance.now() - began).toBeLessThan(20_000);
  const listed = performance.now();
  expect(await text(keeper.open(rollPath(partnership, election, { search: "person9999@" })))).toContain("Person 9999");
  expect(performance.now() - listed).toBeLessThan(3_000);
});

test("the returning officer alone replaces codes, strikes off with a reason and marks what came back; the scrutineer reads the roll and takes it away", async () => {
  const { election, opensAt } = await buildPoll({ partnership, head: { electorate: "people" }, voters: [{ name: "Ada" }, { name: "Ben" }], ...offices() });
  const [returning, watching] = [await visitor(officer!, opensAt), await visitor(watcher!, opensAt)];
  const [ada, ben] = await votersOf(election);
  const at = voterPath(partnership, election, ada!.id);
  expect((await keeper.post(at, { deed: "replace", why: "Lost" })).status).toBe(400);
  expect((await watching.post(at, { deed: "replace", why: "Lost" })).status).toBe(403);
  expect((await returning.post(at, { deed: "replace", why: " " })).status).toBe(422);
  await returning.post(at, { deed: "replace", way: "post", why: "Lost in the post" });
  const page = await returning.open(at);
  expect(page.headers.get("Cache-Control")).toBe("no-store");
  const shown = await text(page);
  expect(shown).toMatch(/2 \(opens\)[\s\S]*To be printed[\s\S]*Lost in the post[\s\S]*1 \(dead\)/);
  const key = pollKey(election.id)!;
  for (const issue of [1, 2]) expect(shown).not.toContain(codeOf(key, ada!.id, issue));
  await returning.post(at, { deed: "save", name: "Ada", email: "ada.new@people.example", language: "ur", reason: "She moved" });
  expect((await votersOf(election))[0]).toMatchObject({ email: "ada.new@people.example", issue: 3 });
  await returning.post(voterPath(partnership, election, ben!.id), { deed: "strike", why: "Voted for another too" });
  expect((await db().networkElection.findUniqueOrThrow({ where: { id: election.id } })).issued).toBe(1);
  await returning.post(voterPath(partnership, election, ben!.id), { deed: "restore" });
  expect((await votersOf(election))[1]).toMatchObject({ struckReason: null, issue: 2 });
  const csv = await text(watching.open(rollCsvPath(partnership, election)));
  expect(csv).toContain("1,Ada,,ada.new@people.example");
  expect(csv).not.toContain("Voted");
  expect((await keeper.open(rollCsvPath(partnership, election))).status).toBe(403);
  expect((await keeper.open(printPath(partnership, election))).status).toBe(403);
});

test("once the poll is prepared nobody comes onto the roll who votes for another organisation already", async () => {
  const { election, opensAt } = await buildPoll({ partnership, voters: [{ name: "Ada’s group", delegate: "Ada", email: "ada@groups.example" }, { name: "Ben’s group", delegate: "Ben" }], ...offices() });
  const returning = await visitor(officer!, opensAt);
  const again = await returning.post(voterPath(partnership, election), { deed: "save", name: "Third", delegate: "Ada", email: "ADA@groups.example", reason: "Left out" });
  expect(again.status).toBe(422);
  expect(await text(again)).toContain("This address votes for another organisation already");
  const [, ben] = await votersOf(election);
  expect((await returning.post(voterPath(partnership, election, ben!.id), { deed: "save", name: "Ben’s group", delegate: "Ada", email: "ada@groups.example", reason: "Ben is away" })).status).toBe(422);
  expect(await votersOf(election)).toHaveLength(2);
  await returning.post(voterPath(partnership, election), { deed: "save", name: "Third", delegate: "Cai", email: "cai@groups.example", reason: "Left out" });
  expect((await votersOf(election))[2]).toMatchObject({ number: 3, name: "Third", addedReason: "Left out", letters: [{ delivery: "waiting" }] });
  expect((await db().networkElection.findUniqueOrThrow({ where: { id: election.id } })).issued).toBe(3);
});

test("once the ballots are sealed a scrutineer sees who voted, and nobody else does", async () => {
  const { election, opensAt } = await buildPoll({ partnership, voters: [{ name: "Ada" }, { name: "Ben" }], ...offices() });
  const voted = async (person: BuiltPerson) => (await text((await visitor(person, opensAt)).open(rollPath(partnership, election)))).includes("On paper");
  await db().voter.updateMany({ where: { electionId: election.id }, data: { voted: "paper" } });
  expect([await voted(watcher!), await voted(officer!)]).toEqual([false, false]);
  await inTransaction((transaction) => takeStep(transaction, { partnershipId: partnership.id, personId: null, now }, election, { kind: "sealed" }));
  expect([await voted(watcher!), await voted(officer!)]).toEqual([true, false]);
  expect(await text((await visitor(watcher!, opensAt)).open(rollCsvPath(partnership, election)))).toContain("On paper");
  expect(await text((await visitor(officer!, opensAt)).open(rollCsvPath(partnership, election)))).not.toContain("On paper");
});

test("letters by post are printed with their codes, kept by no cache, and marked as posted together", async () => {
  const { election, opensAt } = await buildPoll({ partnership, voters: [{ name: "Ada", email: null, post: "1 High Street\nMillbrook", language: "cy" }, { name: "Ben", email: null }, {}], ...offices() });
  const returning = await visitor(officer!, opensAt);
  const page = await returning.open(printPath(partnership, election));
  expect(page.headers.get("Cache-Control")).toBe("no-store");
  const shown = await text(page);
  const [ada, ben, other] = await votersOf(election);
  const key = pollKey(election.id)!;
  expect(shown).toMatch(new RegExp(`Millbrook[\\s\\S]*Annwyl Ada[\\s\\S]*${codeOf(key, ada!.id, 1)}[\\s\\S]*Dear Ben[\\s\\S]*${codeOf(key, ben!.id, 1)}`));
  expect(shown).not.toContain(codeOf(key, other!.id, 1));
  const letter = [...shown.matchAll(/name="letter" value="(\w+)"/g)].map(([, id]) => id!);
  expect(locationOf(await returning.post(printPath(partnership, election), { letter }))).toContain("posted=2");
  expect(locationOf(await returning.post(printPath(partnership, election), { letter }))).toContain("posted=0");
  expect(await text(returning.open(codeLettersPath(partnership, election)))).toMatch(/Printed and posted<\/dt><dd[^>]*>2 of 2/);
  const { id } = (await votersOf(election))[0]!.letters[0]!;
  await returning.post(voterPath(partnership, election, ada!.id), { deed: "returned", letter: id });
  expect(await text(returning.open(rollPath(partnership, election, { filter: "undelivered" })))).toMatch(/Came back/);
});

test("whoever asks learns nothing on the page; the roll's address gets a letter, in which a link makes a new code once", async () => {
  const { election, opensAt } = await buildPoll({ partnership, voters: [{ name: "Ada", email: "ada@people.example" }], ...offices() });
  const at = electionPath(partnership, election, "on-the-roll");
  const asking = (email: string) => ({ partnershipId: partnership.id, electionId: election.id, email, language: "en" as const, now: opensAt });
  const [known, unknown] = [await somebody(opensAt).post(at, { email: "ADA@people.example" }), await somebody(opensAt).post(at, { email: "nobody@people.example" })];
  expect([known.status, unknown.status, locationOf(known)]).toEqual([302, 302, locationOf(unknown)]);
  expect((await somebody(opensAt).post(at, { email: "ada@" })).status).toBe(422);
  const before = await db().letter.count();
  expect(await inTransaction((transaction) => answerAsking(transaction, asking("nobody@people.example")))).toBe(false);
  expect(await db().letter.count()).toBe(before);
  expect(await inTransaction((transaction) => answerAsking(transaction, asking("ada@people.example")))).toBe(true);
  const letter = await newest();
  const key = pollKey(election.id)!;
  const [ada] = await votersOf(election);
  expect(letter).toMatchObject({ toAddress: "ada@people.example", kind: "elections/on-the-roll" });
  expect(letter.text).not.toContain(codeOf(key, ada!.id, 1));
  const token = /key=([\w-]+)/.exec(letter.text)![1]!;
  const mine = electionPath(partnership, election, "my-entry", { key: token });
  expect(await text(somebody(opensAt).open(mine))).toMatch(/You are on the roll[\s\S]*Make a new code/);
  expect(locationOf(await somebody(opensAt).post(mine, { key: token }))).toContain("made=yes");
  expect((await votersOf(election))[0]).toMatchObject({ issue: 2 });
  expect((await somebody(opensAt).post(mine, { key: token })).status).toBe(410);
  expect((await votersOf(election))[0]).toMatchObject({ issue: 2 });
  const late = new Date(opensAt.getTime() + 60 * 86_400_000);
  expect(await text(somebody(late).open(at))).toContain("There is nothing to ask for any more");
});

test("an address is asked about three times an hour, and no more", async () => {
  const { election, opensAt } = await buildPoll({ partnership, voters: [{}] });
  const ask = async () => (await somebody(opensAt, "192.0.2.30").post(electionPath(partnership, election, "on-the-roll"), { email: "often@people.example" })).status;
  expect([await ask(), await ask(), await ask(), await ask()]).toEqual([302, 302, 302, 429]);
});

test("the office sees that a reminder was sent and nothing from which one could tell how many have voted", async () => {
  const { election, opensAt } = await buildPoll({ partnership, voters: Array.from({ length: 7 }, () => ({})), ...offices() });
  const at = codeLettersPath(partnership, election);
  const later = new Date(opensAt.getTime() + 2 * 86_400_000);
  const returning = await visitor(officer!, later);
  const before = await text(returning.open(at));
  for (const { id } of (await votersOf(election)).slice(0, 5)) await castSlot(election.id, slotOf(pollKey(election.id)!, id));
  expect(await text(returning.open(at))).toBe(before);
  expect((await (await visitor(officer!, opensAt)).post(at, { deed: "remind" })).status).toBe(400);
  expect((await keeper.post(at, { deed: "remind" })).status).toBe(403);
  await returning.post(at, { deed: "remind" });
  await returning.post(at, { deed: "remind" });
  expect(await db().electionStep.count({ where: { electionId: election.id, kind: "reminded" } })).toBe(1);
  expect(await text(returning.open(at))).toContain("A reminder was sent on");
  const jobs = await db().$queryRaw<{ payload: object }[]>`SELECT payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'send-reminders'`;
  expect(jobs).toEqual([{ payload: { partnershipId: partnership.id, electionId: election.id } }]);
});
