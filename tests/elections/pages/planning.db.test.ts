// An election of a network is planned by its keeper, announced once to all members, changed with a reason, abandoned by its returning officer; and read by everybody.
import { beforeAll, expect, test } from "vitest";
import { networkPath } from "#app/bodies/public-paths.ts";
import { datesAsTyped } from "#app/elections/dates-form.ts";
import { electionState, findElection, recallWhetherElections } from "#app/elections/elections.store.server.ts";
import { listNoticeReaders } from "#app/elections/notice.store.server.ts";
import { electionPath, electionsPath, officeElectionPath, officeElectionsPath } from "#app/elections/paths.ts";
import { proposedTimetable } from "#app/elections/timetable.ts";
import type { Network } from "#app/networks/networks.store.server.ts";
import { addDays, addMonths } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildElection } from "#tests/support/elections.ts";
import { buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { buildMember, buildNetwork } from "#tests/support/networks.ts";
import { locationOf } from "#tests/support/requests.ts";

const today = "2026-05-05";
const now = new Date(`${today}T09:00:00Z`);
let application: Application;
let keeper: Visitor;
let network: Network;
let partnership: NonNullable<BuiltPerson["partnership"]>;
let returning: BuiltPerson;
let scrutineer: BuiltPerson;

const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->/g, "");
const as = async (person: BuiltPerson, at = now) => new Visitor(application, { now: at }, [await signInCookie(person, at)]);
const somebody = (at = now) => new Visitor(application, { now: at });
const idIn = (answer: Response) => /elections\/([^/?]+)/.exec(locationOf(answer) ?? "")![1]!;
const notices = () => db().letter.findMany({ where: { partnershipId: partnership.id, kind: "elections/notice" } });

beforeAll(async () => {
  application = await openApplication();
  const person = await buildPerson({ role: "network-administrator" });
  partnership = person.partnership!;
  keeper = await as(person);
  returning = await buildPerson({ role: "representative", partnership });
  scrutineer = await buildPerson({ role: "representative", partnership });
  network = await buildNetwork({ partnership, parts: ["East"] });
  const joined = new Date("2026-01-10T09:00:00Z");
  await buildMember({ network, name: "Chess Club", now: joined, delegate: { email: "a@people.example" } });
  await buildMember({ network, name: "Drama Club", now: joined, delegate: { email: "a@people.example" } });
  await buildMember({ network, name: "Welsh Choir", now: joined, delegate: { email: "b@people.example", language: "cy" } });
  await buildMember({ network, name: "No post", now: joined, delegate: { email: null } });
  await buildMember({ network, name: "Gone", now: joined, delegate: { email: "gone@people.example" }, dates: { leftOn: "2026-02-01" } });
});

/** An election that lacks nothing for its notice. */
async function ready() {
  const { id } = await buildElection({ network, head: { role: { en: "Speak for us" }, title: { en: "Six members" } }, noticeOn: today, steps: [], returningOfficerId: returning.id, scrutineerIds: [scrutineer.id] });
  return { id };
}

test("an election begins once though its form is sent twice, and what is wrong is said with what was typed", async () => {
  const wrong = await keeper.post(officeElectionPath(partnership, { id: "new" }), { "title-cy": "Chwe aelod" });
  expect(wrong.status).toBe(422);
  expect(await text(wrong)).toMatch(/Choose which network elects[\s\S]*value="Chwe aelod"/);
  const typed = { network: network.slug, "title-en": "Six members" };
  const [one, two] = [await keeper.post(officeElectionPath(partnership, { id: "new" }), typed), await keeper.post(officeElectionPath(partnership, { id: "new" }), typed)];
  expect(idIn(one)).toBe(idIn(two));
  expect(await text(keeper.open(officeElectionPath(partnership, { id: idIn(one) })))).toContain("Now it is for whoever keeps elections");
  expect(await text(keeper.open(officeElectionsPath(partnership)))).toMatch(/Six members[\s\S]*Planned/);
  expect((await somebody().open(electionPath(partnership, { id: idIn(one) }))).status).toBe(404);
  expect(await text(somebody().open(electionsPath(partnership)))).not.toContain("Six members");
});

test("two who change what it is about lose nothing of each other's; both changing one thing is told", async () => {
  const election = await buildElection({ network });
  const details = officeElectionPath(partnership, election, "details");
  const shown = await text(keeper.open(details));
  const values = Object.fromEntries([...shown.matchAll(/<input type="hidden" name="was\.([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));
  const before = Object.fromEntries(Object.entries(values).map(([name, value]) => [`was.${name}`, value]));
  expect((await keeper.post(details, { ...values, ...before, seats: "6" })).status).toBe(302);
  expect((await keeper.post(details, { ...values, ...before, "role-en": "Speak for us" })).status).toBe(302);
  expect(await findElection(db(), partnership.id, election.id)).toMatchObject({ seats: 6, role: { en: "Speak for us" }, revision: 3 });
  const clash = await keeper.post(details, { ...values, ...before, seats: "4" });
  expect(clash.status).toBe(422);
  expect(await findElection(db(), partnership.id, election.id)).toMatchObject({ seats: 6 });
});

test("reserved places are kept with their reason, and not without", async () => {
  const election = await buildElection({ network, head: { seats: 3 } });
  const reserves = officeElectionPath(partnership, election, "reserves");
  const typed = { "c1-name-en": "Sex", "c1g1-name-en": "Women", "c1g1-least": "1" };
  expect(await text(keeper.post(reserves, typed))).toContain("say why; places may be reserved only for a good reason");
  expect((await keeper.post(reserves, { ...typed, "c1-justification-en": "None so far" })).status).toBe(302);
  const saved = await findElection(db(), partnership.id, election.id);
  expect(saved.reserves).toMatchObject([{ name: { en: "Sex" }, groups: [{ name: { en: "Women" }, least: 1, most: null }] }]);
  expect(saved.seats).toBe(3);
});

test("dates are proposed from the notice, refused where they cannot be, and saved with doubts once these were seen", async () => {
  const election = await buildElection({ network });
  const dates = officeElectionPath(partnership, election, "dates");
  const proposed = await text(keeper.open(`${dates}?notice-day=5&notice-month=5&notice-year=2026`));
  expect(proposed).toContain("These dates are a proposal");
  const usual = proposedTimetable(today);
  const wrong = await keeper.post(dates, datesAsTyped({ ...usual, pollOpensOn: addDays(usual.nominationsOpenOn, 1) }));
  expect(wrong.status).toBe(422);
  expect(await text(wrong)).toContain("must come after");
  const short = { ...usual, pollClosesOn: addDays(usual.pollOpensOn, 1), countOn: addDays(usual.pollOpensOn, 4) };
  const doubted = await keeper.post(dates, datesAsTyped(short));
  expect(doubted.status).toBe(422);
  const page = await text(doubted);
  expect(page).toContain("open for fewer than 7 days");
  const seen = /name="seen" value="([^"]+)"/.exec(page)![1]!;
  expect((await keeper.post(dates, { ...datesAsTyped(short), seen })).status).toBe(302);
  expect((await findElection(db(), partnership.id, election.id)).timetable).toEqual(short);
});

test("the notice is published once, told to each voter once in their language, and read by everybody", async () => {
  const election = await ready();
  const lacking = await buildElection({ network, noticeOn: today, steps: [] });
  const gate = officeElectionPath(partnership, election, "notice");
  expect(await text(keeper.open(officeElectionPath(partnership, lacking, "notice")))).toMatch(/Say what those elected do[\s\S]*Name a returning officer[\s\S]*Name a scrutineer/);
  expect((await keeper.post(officeElectionPath(partnership, lacking, "notice"), { deed: "publish" })).status).toBe(422);
  const { readers, withoutAddress } = await listNoticeReaders(db(), await findElection(db(), partnership.id, election.id), now);
  expect([readers.map(({ email }) => email).sort(), withoutAddress]).toEqual([["a@people.example", "b@people.example"], 1]);
  expect(await text(keeper.open(`${gate}?ask=publish`))).toContain("2 people get an e-mail");
  const answers = await Promise.all([keeper.post(gate, { deed: "publish" }), keeper.post(gate, { deed: "publish" })]);
  expect(answers.map(({ status }) => status)).toEqual([302, 302]);
  expect((await notices()).map(({ toAddress, language, subject }) => [toAddress, language, subject]).sort()).toEqual([
    ["a@people.example", "en", "Notice of election: Six members"],
    ["b@people.example", "cy", "Hysbysiad o etholiad: Six members"],
  ]);
  const steps = (await findElection(db(), partnership.id, election.id)).steps;
  expect(steps.map(({ kind }) => kind)).toEqual(["notice-published"]);
  const notice = await text(somebody().open(electionPath(partnership, election)));
  expect(notice).toMatch(/Speak for us[\s\S]*whoever runs this server could, if they broke the rules, link a voter to a vote/);
  expect(notice).toContain(returning.name);
  expect(await text(somebody().open(electionPath(partnership, election, "rules")))).toContain("SSI 2007/42");
  expect(await text(somebody().open(electionsPath(partnership, { network: network.slug })))).toContain("Six members");
  expect(await text(somebody().open(networkPath(partnership, network)))).toContain(electionsPath(partnership, { network: network.slug }));
  expect(await recallWhetherElections(partnership.id, now)).toBe(true);
  expect(locationOf(await keeper.post(officeElectionPath(partnership, election, "details"), { seats: "9" }))).toContain("done=stands");
});

test("after the notice dates change with a reason that everybody reads, and those that have passed stand", async () => {
  const election = await buildElection({ network, noticeOn: addDays(today, -10) });
  const dates = officeElectionPath(partnership, election, "dates");
  const later = { ...election.timetable!, challengesUntil: addDays(election.timetable!.challengesUntil, 7), noticeOn: today };
  expect(await text(keeper.post(dates, datesAsTyped(later)))).toContain("Give a reason");
  const reason = { "reason-en": "The hall is closed that week." };
  expect((await keeper.post(dates, { ...datesAsTyped(later), ...reason })).status).toBe(302);
  const saved = await findElection(db(), partnership.id, election.id);
  expect(saved.timetable).toEqual({ ...election.timetable, challengesUntil: later.challengesUntil });
  expect(await text(somebody().open(electionPath(partnership, election)))).toContain("The hall is closed that week.");
});

test("officers open what is theirs alone, and only the returning officer abandons what was announced", async () => {
  const election = await buildElection({ network, noticeOn: addDays(today, -3), returningOfficerId: returning.id, scrutineerIds: [scrutineer.id] });
  const other = await buildElection({ network, noticeOn: addDays(today, -3) });
  const [officer, watcher] = [await as(returning), await as(scrutineer)];
  expect(await text(officer.open(officeElectionsPath(partnership)))).toContain(election.id);
  expect(await text(officer.open(officeElectionsPath(partnership)))).not.toContain(other.id);
  expect((await officer.open(officeElectionPath(partnership, other))).status).toBe(403);
  expect((await watcher.open(officeElectionPath(partnership, election))).status).toBe(200);
  expect((await watcher.open(officeElectionPath(partnership, election, "officers"))).status).toBe(403);
  const abandon = officeElectionPath(partnership, election, "abandon");
  expect(locationOf(await keeper.post(abandon, { "reason-en": "No" }))).toContain("not-yours");
  expect(locationOf(await watcher.post(abandon, { "reason-en": "No" }))).toContain("not-yours");
  expect((await officer.post(abandon, {})).status).toBe(422);
  expect(locationOf(await officer.post(abandon, { "reason-en": "Nobody can run it." }))).toContain("done=abandoned");
  expect(locationOf(await officer.post(abandon, { "reason-en": "Again." }))).toContain("done=already");
  expect(electionState(await findElection(db(), partnership.id, election.id), now)).toBe("abandoned");
  expect(await text(somebody().open(electionPath(partnership, election)))).toContain("Nobody can run it.");
});

test("officers are named, and an announced election is never without them", async () => {
  const election = await buildElection({ network, noticeOn: addDays(today, -3), returningOfficerId: returning.id, scrutineerIds: [scrutineer.id] });
  const officers = officeElectionPath(partnership, election, "officers");
  expect(await text(keeper.post(officers, { returning: "", scrutineers: scrutineer.id }))).toContain("the election has been announced");
  expect(await text(keeper.post(officers, { returning: scrutineer.id, scrutineers: scrutineer.id }))).toContain("Nobody can be returning officer and scrutineer at once");
  expect((await keeper.post(officers, { returning: scrutineer.id, scrutineers: returning.id })).status).toBe(302);
  expect(await findElection(db(), partnership.id, election.id)).toMatchObject({ returningOfficerId: scrutineer.id, scrutineerIds: [returning.id] });
});

test("the public list puts what one can do something in before what comes, and pages what is over", async () => {
  const { partnership: elsewhere } = await buildPerson({ role: "administrator" });
  const own = await buildNetwork({ partnership: elsewhere! });
  const titled = (title: string) => ({ title: { en: title } });
  await buildElection({ network: own, head: titled("Comes"), noticeOn: today, dates: { nominationsOpenOn: addDays(today, 9) } });
  await buildElection({ network: own, head: titled("Open"), noticeOn: addDays(today, -9) });
  for (let count = 1; count <= 21; count++) await buildElection({ network: own, head: titled(`Over ${count}.`), noticeOn: addMonths(today, -count), steps: ["notice-published", "declared"] });
  const first = await text(somebody().open(electionsPath(elsewhere!)));
  expect(first).toMatch(/Open<[\s\S]*Comes<[\s\S]*Past elections[\s\S]*Over 1\./);
  expect(first).not.toContain("Over 21.");
  const next = /href="([^"]*over=[^"]+)"/.exec(first)![1]!;
  const second = await text(somebody().open(next.replaceAll("&amp;", "&")));
  expect(second).toContain("Over 21.");
  expect(second).not.toMatch(/Open<|Over 1\./);
});
