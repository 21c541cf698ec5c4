// An election in which each organisation has three delegates, through the pages of all who take part, from its plan to its declaration: the voting
// delegate and the deputy come from the network, others are named by their organisation or by an officer, one place stays empty, each votes alone. [D2]
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerAsking } from "#app/elections/asking.store.server.ts";
import { countElection } from "#app/elections/counts.store.server.ts";
import { hireCourier } from "#app/elections/courier.server.ts";
import { datesAsTyped } from "#app/elections/dates-form.ts";
import { findElection, takeStep } from "#app/elections/elections.store.server.ts";
import { electionPath, officeElectionPath } from "#app/elections/paths.ts";
import { whyNotReturningNow } from "#app/elections/returning.store.server.ts";
import { sealBallots } from "#app/elections/sealing-runs.store.server.ts";
import { proposedTimetable } from "#app/elections/timetable.ts";
import type { Network } from "#app/networks/networks.store.server.ts";
import { addDays, dayOf, instantAt } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildNomination } from "#tests/support/elections.ts";
import { buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { codeIn, MailServer } from "#tests/support/mail-server.ts";
import { buildMember, buildNetwork } from "#tests/support/networks.ts";
import { locationOf } from "#tests/support/requests.ts";

const dates = proposedTimetable(dayOf(new Date()));
const server = new MailServer();
let application: Application;
let partnership: NonNullable<BuiltPerson["partnership"]>;
let network: Network;
let id = "";
const people: Record<"keeper" | "officer" | "scrutineer", BuiltPerson> = {} as never;
const memberIds: Record<string, string> = {};

const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->|[\u2066-\u2069]/g, "");
const said = async (answer: Response | Promise<Response>) => (await text(answer)).replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const as = async (who: keyof typeof people, at: Date) => new Visitor(application, { now: at }, [await signInCookie(people[who], at)]);
const somebody = (at: Date) => new Visitor(application, { now: at });
const office = (part = "", query = {}) => officeElectionPath(partnership, { id }, part, query);
const room = (part = "", query = {}) => electionPath(partnership, { id }, part, query);
const election = () => findElection(db(), partnership.id, id);
const standing = () => db().voter.findMany({ where: { electionId: id, struckReason: null }, orderBy: { number: "asc" } });
const rollSaid = async () => (await standing()).map(({ name, place, delegate }) => `${name} ${place} ${delegate}`);
const entryOf = async (delegate: string) => (await standing()).find((one) => one.delegate === delegate)!;

const groups = ["Ash", "Birch", "Cedar", "Damson"];

beforeAll(async () => {
  await server.comeBack();
  application = await openApplication();
  people.keeper = await buildPerson({ role: "network-administrator" });
  partnership = people.keeper.partnership!;
  people.officer = await buildPerson({ role: "representative", partnership, name: "Rhian Officer" });
  people.scrutineer = await buildPerson({ role: "representative", partnership, name: "Sam Scrutineer" });
  network = await buildNetwork({ partnership });
  const joined = new Date(Date.now() - 200 * 86_400_000);
  for (const name of groups) {
    memberIds[name] = await buildMember({ network, name, now: joined, delegate: { name: `${name} First`, email: `first@${name.toLowerCase()}.example` } });
    if (name !== "Cedar") await db().networkDelegate.create({ data: { partnershipId: partnership.id, memberId: memberIds[name], role: "deputy", name: `${name} Second`, email: `second@${name.toLowerCase()}.example`, language: "en" } });
  }
}, 60_000);
afterAll(() => server.goAway());

test("it is planned with three delegates each, which the notice and the letter to members say", async () => {
  const now = instantAt(dates.noticeOn, "10:00");
  const keeper = await as("keeper", now);
  const begun = await keeper.post(officeElectionPath(partnership, { id: "new" }), { network: network.slug, "title-en": "One for the panel" });
  id = /elections\/([^/?]+)/.exec(locationOf(begun) ?? "")![1]!;
  const values = Object.fromEntries([...(await text(keeper.open(office("details")))).matchAll(/<input type="hidden" name="was\.([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));
  const before = Object.fromEntries(Object.entries(values).map(([name, value]) => [`was.${name}`, value]));
  expect(values.delegates).toBe("1");
  expect((await keeper.post(office("details"), { ...values, ...before, "role-en": "Speak for us", seats: "1", rules: "fptp", supporters: "0", delegates: "12" })).status).toBe(422);
  expect((await keeper.post(office("details"), { ...values, ...before, "role-en": "Speak for us", seats: "1", rules: "fptp", supporters: "0", delegates: "3" })).status).toBe(302);
  await keeper.post(office("dates"), datesAsTyped(dates));
  await keeper.post(office("officers"), { returning: people.officer.id, scrutineers: people.scrutineer.id });
  expect((await keeper.post(office("notice"), { deed: "publish" })).status).toBe(302);
  expect(await election()).toMatchObject({ electorate: "organisations", delegates: 3 });
  const notice = await said(somebody(now).open(room()));
  expect(notice).toContain("has 3 delegates, and each delegate has a vote");
  expect(notice).not.toContain("has one vote. The person it has named casts it");
  const letter = await db().letter.findFirstOrThrow({ where: { kind: "elections/notice", toAddress: "first@ash.example" } });
  expect(letter.text).toContain(`up to 3 delegates, each with a vote. You and your deputy are the first. To name the others, ask for your entry on the roll here: `);
  expect(letter.text).toContain(room("on-the-roll"));
});

test("voting delegates and deputies come onto the roll; the pages say how many are named, and of whom places are free", async () => {
  const now = instantAt(addDays(dates.noticeOn, 1), "10:00");
  const keeper = await as("keeper", now);
  expect(await said(keeper.open(office("roll")))).toContain("the voting delegate comes onto the roll, and the deputy if it has one");
  expect(locationOf(await keeper.post(office("roll")))).toContain("taken=7");
  expect(await rollSaid()).toEqual(["Ash 1 Ash First", "Ash 2 Ash Second", "Birch 1 Birch First", "Birch 2 Birch Second", "Cedar 1 Cedar First", "Damson 1 Damson First", "Damson 2 Damson Second"]);
  expect(await said(keeper.open(office("roll")))).toMatch(/Delegates named: 7 of 12\. Each of the organisations on the roll \(4\) has 3 delegates/);
  expect(await said(keeper.open(office(`roll/${(await entryOf("Cedar First")).id}`)))).toMatch(/Delegates of Cedar 1 of 3 delegates are named/);
});

test("whoever speaks for an organisation names another by their link, once each, and takes back whom they named", async () => {
  const now = instantAt(addDays(dates.noticeOn, 2), "10:00");
  const linkOf = async (email: string) => {
    await inTransaction((transaction) => answerAsking(transaction, { partnershipId: partnership.id, electionId: id, email, language: "en", now }));
    const letter = await db().letter.findFirstOrThrow({ where: { kind: "elections/on-the-roll", toAddress: email }, orderBy: [{ createdAt: "desc" }] });
    expect(letter.text).toMatch(/You are delegate \d of (Ash|Birch)/);
    return /key=([\w-]+)/.exec(letter.text)![1]!;
  };
  const key = await linkOf("first@ash.example");
  const page = room("my-entry", { key });
  expect(await said(somebody(now).open(page))).toMatch(/2 of 3 delegates are named\. .*1\. Ash First 2\. Ash Second Name another delegate/);
  const name = (delegate: string, email: string) => somebody(now).post(page, { key, deed: "name", delegate, email, post: "", language: "en" });
  const nobody = await name("", "third@ash.example");
  expect([nobody.status, await said(nobody)]).toEqual([422, expect.stringContaining("Enter who votes for the organisation")]);
  const again = await name("Ash Other", "second@ash.example");
  expect([again.status, await said(again)]).toEqual([422, expect.stringContaining("This person is a delegate in this election already")]);
  // Sent twice, somebody is named once.
  expect([(await name("Ash Wrong", "wrong@ash.example")).status, (await name("Ash Wrong", "wrong@ash.example")).status]).toEqual([302, 302]);
  expect(await said(somebody(now).open(page))).toMatch(/3 of 3 delegates are named[\s\S]*Take back Ash Wrong/);
  const full = await name("Ash Fourth", "fourth@ash.example");
  expect([full.status, await said(full)]).toEqual([422, expect.stringContaining("All 3 delegates of this organisation are named")]);
  // Nobody whom the network gave is taken back so, nor anybody of another organisation.
  for (const delegate of ["Ash Second", "Birch Second", "Ash Wrong"]) await somebody(now).post(page, { key, deed: "unname", delegate: (await entryOf(delegate)).id });
  expect((await rollSaid()).filter((one) => /Ash|Birch/.test(one))).toEqual(["Ash 1 Ash First", "Ash 2 Ash Second", "Birch 1 Birch First", "Birch 2 Birch Second"]);
  expect((await name("Ash Third", "third@ash.example")).status).toBe(302);
  expect(await entryOf("Ash Third")).toMatchObject({ memberId: memberIds.Ash, place: 3, name: "Ash", email: "third@ash.example" });

  const deputy = await linkOf("second@birch.example");
  expect(await said(somebody(now).open(room("my-entry", { key: deputy })))).toContain("The first of these delegates names the others");
  await somebody(now).post(room("my-entry", { key: deputy }), { key: deputy, deed: "name", delegate: "Not Theirs", email: "x@birch.example", language: "en" });
  expect(await db().voter.count({ where: { electionId: id, delegate: "Not Theirs" } })).toBe(0);
});

test("an officer names others with a reason; taken again, the roll keeps them; nobody is delegate twice, and a returning officer for none who stands", async () => {
  const now = instantAt(dates.candidatesOn, "15:00");
  const keeper = await as("keeper", now);
  const birch = await entryOf("Birch First");
  const form = `${office("roll/new")}?beside=${birch.id}`;
  expect(await text(keeper.open(form))).toMatch(/name="name"[^>]*value="Birch"/);
  const enter = (name: string, delegate: string, email: string) => keeper.post(office("roll/new"), { deed: "save", name, delegate, email, language: "en", reason: "Written to us" });
  expect((await enter("birch", "Birch Third", "third@ash.example")).status).toBe(302);
  expect((await enter("Birch", "Birch Fourth", "fourth@birch.example")).status).toBe(422);
  expect((await enter("Cedar", "Cedar First", "")).status).toBe(422);
  expect((await enter("Cedar", "Cedar Second", "second@cedar.example")).status).toBe(302);
  await keeper.post(office("roll"));
  expect(await rollSaid()).toEqual([
    ...["Ash 1 Ash First", "Ash 2 Ash Second", "Ash 3 Ash Third", "Birch 1 Birch First", "Birch 2 Birch Second", "Birch 3 Birch Third"],
    ...["Cedar 1 Cedar First", "Cedar 2 Cedar Second", "Damson 1 Damson First", "Damson 2 Damson Second"],
  ]);
  const unnamed = await said(keeper.open(office("roll", { filter: "unnamed" })));
  expect(unnamed).toContain("Cedar Second");
  expect(unnamed).not.toContain("Ash Second");

  const ash = await db().networkMember.findUniqueOrThrow({ where: { id: memberIds.Ash! } });
  for (const [index, name] of ["Dee Dale", "Eve Elm"].entries()) {
    const nomination = await buildNomination({ election: await election(), name, ...(index === 0 && { organisationId: ash.organisationId }) });
    await db().nomination.update({ where: { id: nomination }, data: { number: index + 1 } });
  }
  await inTransaction(async (transaction) => takeStep(transaction, { partnershipId: partnership.id, personId: null, now }, await election(), { kind: "candidates-confirmed" }));
  const officer = await as("officer", now);
  const prepare = await said(officer.open(office("prepare")));
  expect(prepare).toMatch(/Delegates named 10 of 12 \(organisations: 4\)[\s\S]*One person may be delegate once[\s\S]*third@ash\.example[\s\S]*Somebody would be delegate more than once/);
  expect((await officer.post(office("prepare"), { deed: "prepare" })).status).toBe(400);
  await keeper.post(office(`roll/${(await entryOf("Birch Third")).id}`), { deed: "save", name: "Birch", delegate: "Birch Third", email: people.scrutineer.email, language: "en" });

  expect(await whyNotReturningNow(db(), { ...(await election()), scrutineerIds: [] }, people.scrutineer.id, now)).toBeNull();
  await db().voter.update({ where: { id: (await entryOf("Ash Third")).id }, data: { email: people.officer.email.toLowerCase() } });
  expect(await whyNotReturningNow(db(), await election(), people.officer.id, now)).toBe("organisation-of-candidate");
  await db().voter.update({ where: { id: (await entryOf("Ash Third")).id }, data: { email: "third@ash.example" } });
  await db().voter.update({ where: { id: (await entryOf("Birch Third")).id }, data: { email: "third@birch.example" } });
  expect((await officer.post(office("prepare"), { deed: "prepare" })).status).toBe(302);
  expect(await election()).toMatchObject({ issued: 10 });
});

/** From the code in the letter to the tracking code. */
async function vote(at: Date, email: string, candidate: number): Promise<void> {
  const voter = somebody(at);
  await voter.post(room("vote"), { deed: "code", code: codeIn(server.textsTo(email).at(-1)!) });
  const checked = await text(voter.post(room("vote"), { deed: "check", cross: String(candidate) }));
  expect((await voter.post(room("vote"), { deed: "cast", sealed: /name="sealed" value="([^"]+)"/.exec(checked)![1]! })).status).toBeLessThan(400);
}

test("each delegate has a code and a vote; the declaration counts delegates and says so, the scrutineer's roll says who of which organisation", async () => {
  const open = instantAt(addDays(dates.pollOpensOn, 1), "10:00");
  const courier = hireCourier(server.url, () => open);
  await courier.carry();
  courier.close();
  expect(server.taken).toHaveLength(10);
  expect(server.textsTo("third@ash.example").at(-1)).toContain("You are delegate 3 of Ash, with a vote of your own. Your number on the roll is 3.");
  // Whoever leaves after the codes were made is struck off, and another is named in that place.
  const officer = await as("officer", open);
  await officer.post(office(`roll/${(await entryOf("Damson Second")).id}`), { deed: "strike", why: "Left the group" });
  expect((await officer.post(office("roll/new"), { deed: "save", name: "Damson", delegate: "Ash Twice", email: "third@ash.example", language: "en", reason: "Named in their place" })).status).toBe(422);
  expect((await officer.post(office("roll/new"), { deed: "save", name: "Damson", delegate: "Damson Next", post: "1 High Street", language: "en", reason: "Named in their place" })).status).toBe(302);
  expect(await entryOf("Damson Next")).toMatchObject({ place: 2, memberId: memberIds.Damson });
  const back = await officer.post(office(`roll/${(await db().voter.findFirstOrThrow({ where: { electionId: id, delegate: "Damson Second" } })).id}`), { deed: "restore" });
  expect(back.status).toBe(302);
  expect((await rollSaid()).slice(-3)).toEqual(["Damson 1 Damson First", "Damson 3 Damson Second", "Damson 2 Damson Next"]);
  expect(await election()).toMatchObject({ issued: 11 });

  for (const email of ["first@ash.example", "second@ash.example", "third@ash.example", "first@birch.example"]) await vote(open, email, 1);
  for (const email of ["second@birch.example", "first@cedar.example", "second@cedar.example", "first@damson.example", "third@birch.example"]) await vote(open, email, 2);

  const closed = instantAt(dates.pollClosesOn, "16:00");
  await (await as("officer", closed)).post(office("seal"), { deed: "seal" });
  await sealBallots({ partnershipId: partnership.id, electionId: id, personId: people.officer.id }, () => closed);
  const roll = await text((await as("scrutineer", closed)).open(office("roll.csv")));
  expect(roll.split("\r\n")[0]).toContain("Who votes for it,Delegate,");
  expect(roll).toMatch(/Ash,Ash Third,3,third@ash\.example[^\r]*Online/);
  expect(await said(somebody(closed).open(room("tracking")))).toMatch(/Delegates on the roll 11 Delegates whose vote came in 9 \(82% of the roll\)/);

  const counted = instantAt(dates.countOn, "10:00");
  await (await as("scrutineer", counted)).post(office("lot"), { deed: "enter", text: "4 1 6 6 2 3" });
  await (await as("officer", counted)).post(office("count"), { deed: "count" });
  await countElection({ partnershipId: partnership.id, electionId: id, personId: people.officer.id }, () => counted);
  await (await as("scrutineer", counted)).post(office("count"), { deed: "sign", report: "I counted again." });
  await (await as("officer", counted)).post(office("count"), { deed: "declare" });
  const later = instantAt(addDays(dates.countOn, 1), "10:00");
  const counts = "These figures count delegates. Each organisation could have up to 3, with a vote each: 11 delegates of 4 organisations were on the roll.";
  expect(await said(somebody(later).open(room("result")))).toMatch(/Eve Elm[\s\S]*9 of 11 on the roll voted \(82%\)\. These figures count delegates/);
  expect(await said(somebody(later).open(room("declaration")))).toContain(counts);
  const finding = await db().finding.findFirstOrThrow({ where: { sourceId: id, kind: "turnout" } });
  expect(JSON.stringify(finding.statement)).toContain("9 of 11 delegates on the roll voted");
});
