// Residents put themselves on the roll through its pages: by e-mail and by post, once, until nominations close; and what an officer sees.
import { beforeAll, expect, test } from "vitest";
import { answerAsking } from "#app/elections/asking.store.server.ts";
import { preparePoll } from "#app/elections/codes.store.server.ts";
import { takeStep, type Election } from "#app/elections/elections.store.server.ts";
import { tellOfRegistered } from "#app/elections/officer-letters.store.server.ts";
import { electionPath } from "#app/elections/paths.ts";
import { countForgettableRegistrations, forgetRegistrations } from "#app/elections/registering.store.server.ts";
import { listVoters } from "#app/elections/roll.store.server.ts";
import { rollCsvPath, rollFilePath, rollPath, voterPath } from "#app/elections/roll-paths.ts";
import { proposedTimetable, registeringClosesAt } from "#app/elections/timetable.ts";
import { findPartnershipById } from "#app/partnerships/store.server.ts";
import { holdings } from "#app/privacy/holdings.server.ts";
import { addDays, dayOf, startOfDay } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildElection } from "#tests/support/elections.ts";
import { buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { buildNetwork } from "#tests/support/networks.ts";
import { locationOf } from "#tests/support/requests.ts";

let [application, urdu]: Application[] = [];
let partnership: NonNullable<BuiltPerson["partnership"]>;
let [officer, keeping]: BuiltPerson[] = [];
const now = new Date();
let addresses = 0;

const visitor = async (person: BuiltPerson, at = now) => new Visitor(application!, { now: at }, [await signInCookie(person, at)]);
const somebody = (at = now, address = `192.0.2.${++addresses}`) => new Visitor(application!, { now: at, address });
const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->/g, "");
const votersOf = async (election: Pick<Election, "id">) => (await listVoters(db(), election, { most: 20_000 })).voters;
const lettersTo = (to: string) => db().letter.findMany({ where: { partnershipId: partnership.id, toAddress: to }, orderBy: { createdAt: "asc" } });
const register = (election: Election) => electionPath(partnership, election, "register");
const keyIn = (letter: { text: string }) => /registration\?key=([\w-]+)/.exec(letter.text)![1]!;
const ada = { name: "Ada Lovelace", email: "Ada@People.example", post: "", language: "en", declares: "yes" };

async function open(noticeOn = dayOf(now)): Promise<Election> {
  const network = await buildNetwork({ partnership });
  return buildElection({ network, head: { electorate: "people", registering: "residents" }, noticeOn, returningOfficerId: officer!.id });
}

beforeAll(async () => {
  [application, urdu] = [await openApplication(), await openApplication("ur")];
  keeping = await buildPerson({ role: "network-administrator" });
  partnership = keeping.partnership!;
  officer = await buildPerson({ role: "representative", partnership, name: "Rhian Officer" });
});

test("by e-mail nobody is on the roll before they press; opening the link changes nothing, pressing twice puts them on it once", async () => {
  const election = await open();
  const notice = await text(somebody().open(electionPath(partnership, election)));
  expect(notice).toContain("Put yourself on the roll");
  expect(notice).toContain("Residents put themselves on the roll");
  expect(locationOf(await somebody().post(register(election), ada))).toContain("sent=yes");
  expect(await votersOf(election)).toEqual([]);
  const [letter] = await lettersTo("ada@people.example");
  expect(letter).toMatchObject({ kind: "elections/register", language: "en" });
  const link = electionPath(partnership, election, "registration", { key: keyIn(letter!) });
  expect(await text(somebody().open(link))).toMatch(/Is it you who wants to be on the roll\?[\s\S]*Ada Lovelace/);
  expect(await votersOf(election)).toEqual([]);
  const pressing = somebody();
  for (const _ of [1, 2]) expect((await pressing.post(link, { key: keyIn(letter!) })).status).toBe(302);
  expect(await text(pressing.open(link))).toContain("You are on the roll");
  const voters = await votersOf(election);
  expect(voters).toMatchObject([{ number: 1, name: "Ada Lovelace", email: "ada@people.example", addedReason: null, letters: [] }]);
  expect(voters[0]!.declaredAt).not.toBeNull();
  expect(await db().voterRegistration.findMany({ where: { electionId: election.id }, select: { name: true, email: true, post: true } })).toEqual([{ name: "", email: "", post: null }]);
  const audited = await db().auditEntry.findMany({ where: { action: "roll.register", subjectId: voters[0]!.id } });
  expect(audited).toHaveLength(1);
  expect(JSON.stringify(audited[0]!.facts)).not.toMatch(/ada/i);
  expect(await inTransaction((transaction) => answerAsking(transaction, { partnershipId: partnership.id, electionId: election.id, email: "ada@people.example", language: "en", now }))).toBe(true);
  expect((await lettersTo("ada@people.example")).at(-1)!.text).toContain("You are on the roll as Ada Lovelace, number 1");
  expect((await somebody().open(electionPath(partnership, election, "registration", { key: "nothing" }))).status).toBe(410);
  expect((await somebody().post(electionPath(partnership, election, "registration"), { key: "nothing" })).status).toBe(410);
});

test("the page answers alike for whoever is on the roll, was struck off or is not, and the letter alone tells; a household shares an address, up to a number", async () => {
  const election = await open();
  const at = voterPath(partnership, election);
  const keeper = await visitor(keeping!);
  const home = "home@people.example";
  for (const name of ["One", "Two", "Three", "Four"]) await keeper.post(at, { deed: "save", name, email: home, language: "en", reason: "Asked" });
  const [, two] = await votersOf(election);
  await keeper.post(voterPath(partnership, election, two!.id), { deed: "strike", why: "Lives elsewhere" });
  const answers = new Set<string>();
  const send = async (name: string) => {
    const browser = somebody();
    const sent = await browser.post(register(election), { ...ada, name, email: home });
    answers.add(await text(browser.open(locationOf(sent) ?? "")));
    return (await lettersTo(home)).at(-1)!.text;
  };
  expect(await send("ONE")).toContain("is on the roll with this address already");
  expect(await send("Two")).toContain("was struck off the roll");
  const asked = await send("Five");
  expect(asked).toMatch(/Until you press the button on this page,.*Five/);
  expect(answers.size).toBe(1);
  await somebody().post(electionPath(partnership, election, "registration"), { key: keyIn({ text: asked }) });
  await keeper.post(at, { deed: "save", name: "Six", email: home, language: "en", reason: "Asked" });
  expect(await send("Seven")).toContain("So many people are on the roll with this address already");
  expect((await votersOf(election)).map(({ name }) => name)).toEqual(["One", "Two", "Three", "Four", "Five", "Six"]);
});

test("asked twice, the last letter opens and the first does not; one that nobody answers is forgotten after seven days", async () => {
  const election = await open();
  for (const name of ["Ada Lovelace", "ada lovelace"]) await somebody().post(register(election), { ...ada, name, email: "twice@people.example" });
  const [first, second] = await lettersTo("twice@people.example");
  expect((await somebody().open(electionPath(partnership, election, "registration", { key: keyIn(first!) }))).status).toBe(410);
  expect((await somebody().open(electionPath(partnership, election, "registration", { key: keyIn(second!) }))).status).toBe(200);
  const of = { partnership: await findPartnershipById(db(), partnership.id), words: wordsFor("en") };
  const holding = holdings.find(({ kind }) => kind === "voter")!;
  const ids = await holding.find(db(), { ...of, search: { by: "email", email: "twice@people.example" }, most: 10 } as never);
  expect(await holding.describe(db(), { ...of, ids } as never)).toMatchObject([{ name: expect.stringContaining("ada lovelace"), goes: [expect.stringContaining("whole request")], stays: [] }]);
  const [sixDays, eightDays] = [6, 8].map((days) => new Date(now.getTime() + days * 86_400_000));
  expect(await countForgettableRegistrations(db(), sixDays!, partnership.id)).toBe(0);
  expect(await countForgettableRegistrations(db(), eightDays!, partnership.id)).toBe(1);
  expect((await somebody(eightDays).open(electionPath(partnership, election, "registration", { key: keyIn(second!) }))).status).toBe(410);
  expect(await inTransaction((transaction) => forgetRegistrations(transaction, eightDays!))).toBeGreaterThanOrEqual(1);
  expect(await db().voterRegistration.count({ where: { electionId: election.id } })).toBe(0);
});

test("by post somebody comes onto the roll at once and once, told apart for the officer, who strikes off with a reason; the code is posted", async () => {
  const election = await open();
  for (const post of ["1 High Street\nTolbridge", "1 high street, Tolbridge"]) expect(locationOf(await somebody().post(register(election), { ...ada, email: "", post }))).toContain("sent=yes");
  await somebody().post(register(election), { ...ada, email: "", name: "Ben", post: "1 High Street\nTolbridge", language: "ur" });
  const keeper = await visitor(keeping!);
  await keeper.post(voterPath(partnership, election), { deed: "save", name: "ADA LOVELACE", email: "ada@people.example", language: "en", reason: "Asked at the desk" });
  expect(locationOf(await keeper.post(rollFilePath(partnership, election), { text: "Name,E-mail\nCara,cara@people.example" }))).toContain("taken=4");
  const shown = await text(keeper.open(rollPath(partnership, election)));
  expect(shown).toContain("How the entries came (4 with those struck off): from a file 1, by hand 1, residents themselves 2, 2 of them by post.");
  expect(shown).toMatch(/These names stand on the roll more than once[\s\S]*ADA LOVELACE/);
  expect(shown).toContain("Themselves, by post");
  expect(await text(keeper.open(rollPath(partnership, election, { filter: "selfByPost" })))).not.toContain("Cara");
  expect(await text(keeper.open(rollPath(partnership, election, { search: "high street" })))).toContain("Ben");
  const ben = (await votersOf(election)).find(({ name }) => name === "Ben")!;
  expect(ben).toMatchObject({ language: "ur", email: null, post: "1 High Street\nTolbridge" });
  expect(await text(keeper.open(voterPath(partnership, election, ben.id)))).toContain("Declared that they live there on");
  await keeper.post(voterPath(partnership, election, ben.id), { deed: "strike", why: "Nobody of this name lives there" });
  await somebody().post(register(election), { ...ada, email: "", name: "Ben", post: "1 High Street, Tolbridge" });
  expect((await votersOf(election)).filter(({ struckReason }) => struckReason === null)).toHaveLength(3);
  const csv = await text((await visitor(officer!)).open(rollCsvPath(partnership, election)));
  expect(csv).toContain("How it came");
  expect(csv).toMatch(/"Themselves, by post",,Nobody of this name lives there[\s\S]*From a file/);
  await somebody().post(register(election), { ...ada, email: "late@people.example" });
  await inTransaction(async (transaction) => {
    const by = { partnershipId: partnership.id, personId: null, now };
    await takeStep(transaction, by, election, { kind: "candidates-confirmed" });
    await preparePoll(transaction, by, election);
  });
  expect((await votersOf(election)).find(({ name, email }) => name === "Ada Lovelace" && email === null)!.letters).toMatchObject([{ way: "post", delivery: "to-print" }]);
  expect(await db().voterRegistration.count({ where: { electionId: election.id } })).toBe(0);
});

test("once it has closed the returning officer is told how many came by post, once, and not before the day or where the roll is frozen", async () => {
  const election = await open();
  for (const name of ["Ada", "Ben", "Cara"]) await somebody().post(register(election), { ...ada, name, email: "", post: "1 High Street\nTolbridge" });
  const waiting = () => db().$queryRaw<{ runAt: Date }[]>`SELECT run_at AS "runAt" FROM graphile_worker.jobs WHERE key = ${`tell-of-registered ${election.id}`}`;
  const closes = registeringClosesAt(election.timetable!);
  expect(await waiting()).toEqual([{ runAt: closes }]);
  const cara = (await votersOf(election)).find(({ name }) => name === "Cara")!;
  await (await visitor(keeping!)).post(voterPath(partnership, election, cara.id), { deed: "strike", why: "Nobody of this name lives there" });
  const which = { partnershipId: partnership.id, electionId: election.id };
  const told = async () => (await lettersTo(officer!.email)).filter(({ kind, text: said }) => kind === "elections/registered" && said.includes(rollPath(partnership, election)));
  await tellOfRegistered(which, new Date(closes.getTime() - 1));
  expect([(await told()).length, await waiting()]).toEqual([0, [{ runAt: closes }]]);
  await tellOfRegistered(which, closes);
  expect((await told()).map(({ text: said }) => said.includes("their own word: 2."))).toEqual([true]);
  await inTransaction((transaction) => takeStep(transaction, { partnershipId: partnership.id, personId: null, now }, election, { kind: "poll-prepared" }));
  await tellOfRegistered(which, closes);
  expect(await told()).toHaveLength(1);
});

test("it closes with nominations, the letter may be answered while candidates may withdraw, and nowhere else is there such a page", async () => {
  const noticeOn = dayOf(now);
  const election = await open(noticeOn);
  const dates = proposedTimetable(noticeOn);
  const lastDay = new Date(registeringClosesAt(dates).getTime() - 60_000);
  for (const email of ["in.time@people.example", "too.late@people.example"]) await somebody(lastDay).post(register(election), { ...ada, email });
  const closed = somebody(registeringClosesAt(dates));
  expect(locationOf(await closed.post(register(election), { ...ada, email: "after@people.example" }))).not.toContain("sent");
  expect(await lettersTo("after@people.example")).toEqual([]);
  expect(await text(closed.open(register(election)))).toContain("Residents could put themselves on this roll until");
  const link = async (to: string) => electionPath(partnership, election, "registration", { key: keyIn((await lettersTo(to))[0]!) });
  const press = async (to: string, at: Date) => somebody(at).post(await link(to), { key: keyIn((await lettersTo(to))[0]!) });
  await press("in.time@people.example", startOfDay(dates.withdrawalsUntil));
  const after = startOfDay(addDays(dates.withdrawalsUntil, 1));
  await press("too.late@people.example", after);
  expect(await text(somebody(after).open(await link("too.late@people.example")))).toContain("It is too late to come onto the roll");
  expect((await votersOf(election)).map(({ email }) => email)).toEqual(["in.time@people.example"]);
  const network = await buildNetwork({ partnership });
  const byOfficers = await buildElection({ network, head: { electorate: "people" }, noticeOn });
  expect((await somebody().open(register(byOfficers))).status).toBe(404);
  expect((await somebody().post(register(byOfficers), ada)).status).toBe(404);
  expect(await text(somebody().open(electionPath(partnership, byOfficers)))).not.toContain("Put yourself on the roll");
});

test("what is wrong is said and nothing that was typed is lost; too often is refused; it reads in Urdu", async () => {
  const election = await open();
  const refused = await somebody().post(register(election), { name: "Ada <b>", email: "ada@", post: "1 High Street", language: "cy" });
  expect(refused.status).toBe(422);
  const page = await text(refused);
  expect(page).toContain("Enter an e-mail address such as");
  expect(page).toContain("Say that you live there");
  expect(page).toMatch(/value="Ada &lt;b&gt;"[\s\S]*value="ada@"[\s\S]*1 High Street<\/textarea>[\s\S]*<option value="cy" selected/);
  const statuses: number[] = [];
  for (let time = 0; time < 7; time++) statuses.push((await somebody().post(register(election), { ...ada, email: "often@people.example" })).status);
  expect(statuses).toEqual([302, 302, 302, 302, 302, 302, 429]);
  expect(await text(new Visitor(urdu!, { now, address: "192.0.2.200" }).open(pathInLanguage(register(election), "ur")))).toContain("اپنا نام فہرست میں لکھوائیں");
});
