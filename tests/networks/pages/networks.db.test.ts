// Networks: joined by a form, asked once a year, lapsing by their dates alone, brought in as a roll and taken away again.
import { beforeAll, expect, test } from "vitest";
import { networkPath } from "#app/bodies/public-paths.ts";
import { askMembers } from "#app/networks/confirming.store.server.ts";
import { stateOn } from "#app/networks/member.ts";
import { countMembers, findMember } from "#app/networks/members.store.server.ts";
import { findNetwork } from "#app/networks/networks.store.server.ts";
import { applicationLinkPath, askByPostPath, confirmLinkPath, joinPath, memberPath, membersPath, officeApplicationPath, officeNetworkPath, officeNetworksPath, rollCsvPath, rollPath, rulesPath } from "#app/networks/paths.ts";
import { keepRetention } from "#app/privacy/retention.server.ts";
import { addDays, dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { buildApplication, buildMember, buildNetwork } from "#tests/support/networks.ts";
import { buildOrganisation } from "#tests/support/organisations.ts";
import { locationOf } from "#tests/support/requests.ts";

const now = new Date("2026-05-04T09:00:00Z");
let application: Application;
let keeper: Visitor;
let partnership: NonNullable<BuiltPerson["partnership"]>;
const somebody = (at = now) => new Visitor(application, { now: at });

const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->/g, "");
const letters = () => db().letter.findMany({ where: { partnershipId: partnership.id }, orderBy: { createdAt: "asc" } });
const keyIn = (letter: { text: string }) => /key=([\w-]+)/.exec(letter.text)![1]!;

beforeAll(async () => {
  application = await openApplication();
  const person = await buildPerson({ role: "network-administrator" });
  partnership = person.partnership!;
  keeper = new Visitor(application, { now }, [await signInCookie(person, now)]);
});

const asked = { organisation: "Chess Club", kind: "community-group", name: "Bob Price", email: "bob@people.example", deputyName: "Cara Lewis", deputyEmail: "cara@people.example" };

test("an application is seen by nobody until its address is confirmed; let in, it is a member that votes, and is told so", async () => {
  expect(locationOf(await keeper.post(officeNetworksPath(partnership), { "name-en": "Community network" }))).toContain("/networks/community-network");
  const network = await findNetwork(db(), partnership.id, "community-network");
  const wrong = await somebody().post(joinPath(partnership, network), { ...asked, email: "bob@" });
  expect(wrong.status).toBe(422);
  expect(await text(wrong)).toMatch(/Enter an e-mail address such as[\s\S]*value="Cara Lewis"/);
  expect((await somebody().post(joinPath(partnership, network), { ...asked, about: "Sent twice" })).status).toBe(302);
  expect((await somebody().post(joinPath(partnership, network), asked)).status).toBe(302);
  expect(await text(keeper.open(officeNetworkPath(partnership, network)))).toContain("Nobody waits for an answer");
  const key = keyIn((await letters())[1]!);
  expect(await text(somebody().open(applicationLinkPath(partnership, network, key)))).toContain("Was it you who asked to join?");
  await somebody().post(applicationLinkPath(partnership, network, key), { key });
  const { id } = await db().networkApplication.findFirstOrThrow({ where: { networkId: network.id } });
  expect(await text(keeper.open(officeNetworkPath(partnership, network)))).toContain("Chess Club");
  expect(await text(keeper.open(officeApplicationPath(partnership, network, id)))).toMatch(/cara@people.example[\s\S]*has no organisation of this name yet/);
  await keeper.post(officeApplicationPath(partnership, network, id), { deed: "accept" });
  await keeper.post(officeApplicationPath(partnership, network, id), { deed: "accept" });
  const member = await db().networkMember.findFirstOrThrow({ where: { networkId: network.id }, include: { organisation: true, delegates: true } });
  expect(member).toMatchObject({ organisation: { sortName: "chess club", sector: "voluntary-community" } });
  expect(member.delegates.map(({ role, name }) => `${role} ${name}`).sort()).toEqual(["delegate Bob Price", "deputy Cara Lewis"]);
  expect((await letters()).map(({ kind }) => kind)).toEqual(["networks/application", "networks/application", "networks/decided"]);
  expect(await text(somebody().open(networkPath(partnership, network)))).toContain("1 organisation belongs to this network");
});

test("who is declined is told why in the officer's words; without a reason nobody is declined", async () => {
  const network = await buildNetwork({ partnership });
  await somebody().post(joinPath(partnership, network), { ...asked, organisation: "Not Here" });
  const key = keyIn((await letters()).at(-1)!);
  await somebody().post(applicationLinkPath(partnership, network, key), { key });
  const { id } = await db().networkApplication.findFirstOrThrow({ where: { networkId: network.id } });
  expect((await keeper.post(officeApplicationPath(partnership, network, id), { deed: "decline", reason: " " })).status).toBe(422);
  await keeper.post(officeApplicationPath(partnership, network, id), { deed: "decline", reason: "It works outside the county." });
  expect((await letters()).at(-1)!.text).toContain("It works outside the county.");
  expect(await text(keeper.open(officeApplicationPath(partnership, network, id)))).toContain("It was declined on 4 May 2026");
});

test("a member is asked a year on by one letter, reminded once, lapses by its dates, and belongs again once it answers", async () => {
  const network = await buildNetwork({ partnership });
  const id = await buildMember({ network, name: "Age Friends", delegate: { email: "age@people.example" }, now: new Date("2025-05-04T09:00:00Z") });
  const count = async (on: Date) => countMembers(db(), network, dayOf(on));
  expect(await askMembers(new Date("2026-05-03T09:00:00Z"))).toBe(0);
  await Promise.all([askMembers(now), askMembers(now)]);
  const first = (await letters()).filter(({ toAddress }) => toAddress === "age@people.example");
  expect(first).toMatchObject([{ subject: expect.stringContaining("Does Age Friends still belong") }]);
  expect(first[0]!.text).toContain("3 July 2026");
  expect(await askMembers(new Date("2026-06-18T09:00:00Z"))).toBe(0);
  expect(await askMembers(new Date("2026-06-19T09:00:00Z"))).toBe(1);
  expect(await askMembers(new Date("2026-06-20T09:00:00Z"))).toBe(0);
  expect([await count(new Date("2026-07-03T12:00:00Z")), await count(new Date("2026-07-04T12:00:00Z"))]).toMatchObject([{ due: 1, lapsed: 0 }, { due: 0, lapsed: 1 }]);
  const reminder = (await letters()).filter(({ toAddress }) => toAddress === "age@people.example").at(-1)!;
  const late = somebody(new Date("2026-07-10T09:00:00Z"));
  // The first letter's link has given way to the reminder's.
  expect((await late.open(confirmLinkPath(partnership, network, keyIn(first[0]!)))).status).toBe(410);
  const key = keyIn(reminder);
  expect(await text(late.open(confirmLinkPath(partnership, network, key)))).toContain("Does Age Friends still belong?");
  const refused = await late.post(confirmLinkPath(partnership, network, key), { key, "delegate-name": "", "deputy-name": "Dai" });
  expect(refused.status).toBe(422);
  expect(await text(refused)).toMatch(/Enter a name[\s\S]*value="Dai"/);
  await late.post(confirmLinkPath(partnership, network, key), { key, "delegate-name": "Dai Price", "delegate-email": "dai@people.example" });
  expect(await findMember(db(), network, id)).toMatchObject({ confirmedOn: "2026-07-10", askedOn: null, delegate: { name: "Dai Price" } });
  expect(await text(late.open(`${confirmLinkPath(partnership, network, key)}&ask=leave`))).toContain("Shall Age Friends leave the network?");
  await late.post(confirmLinkPath(partnership, network, key), { key, deed: "leave" });
  expect(await count(new Date("2026-07-10T12:00:00Z"))).toMatchObject({ active: 0, left: 1 });
});

test("what the database tells of a member is what its dates tell, day by day", async () => {
  const network = await buildNetwork({ partnership, rules: { confirmInMonths: 6, lapseInDays: 28 } });
  const dates = [{ confirmedOn: "2025-08-31" }, { confirmedOn: "2025-08-31", askedOn: "2026-02-28" }, { confirmedOn: "2025-08-31", askedOn: "2026-03-29" }, { suspendedOn: "2026-03-15" }, { leftOn: "2026-03-20", askedOn: "2026-03-01" }];
  const ids = await Promise.all(dates.map((one, index) => buildMember({ network, name: `Member ${index} of ${network.slug}`, now: new Date("2025-08-31T09:00:00Z"), dates: one })));
  const members = await Promise.all(ids.map((id) => findMember(db(), network, id)));
  for (let day = "2026-02-26"; day < "2026-05-04"; day = addDays(day, 3)) {
    const told = members.map((member) => stateOn(member, member.organisation.closedOn, network, day));
    const counted = await countMembers(db(), network, day);
    expect(Object.fromEntries(Object.keys(counted).map((state) => [state, told.filter((one) => one === state).length]))).toEqual(counted);
  }
});

test("a roll is read before anybody is added, what cannot be taken stays in the page, and what is taken away can be brought in again", async () => {
  const network = await buildNetwork({ partnership, parts: ["North"] });
  await buildOrganisation({ partnership, name: { en: "Known Already" } });
  const roll = "Group;Charity no;Contact;E-mail;Area\n\"Grŵp\" Ddraig;;Siân Rees;SIAN@people.example;north\nThe known already;1123456;;;\nKnown already;;Bob;;West\nBroken;12;;x@;\n";
  const read = await text(keeper.post(rollPath(partnership, network), { deed: "read", text: roll }));
  expect(read).toMatch(/New members<\/dt><dd[^>]*>2[\s\S]*Of them organisations that are not here yet<\/dt><dd[^>]*>1[\s\S]*Line 4: Parts of the network: no part of this network[\s\S]*Line 5: Delegate’s e-mail: not an e-mail address; Charity number: not a charity number/);
  expect(await countMembers(db(), network, dayOf(now))).toMatchObject({ active: 0 });
  const saved = await text(keeper.post(rollPath(partnership, network), { deed: "save", text: roll }));
  expect(saved).toMatch(/2 organisations were added[\s\S]*2 lines could not be taken[\s\S]*Group,Charity no,Contact,E-mail,Area[\s\S]*Broken,12,,x@,/);
  const csv = await text(keeper.open(rollCsvPath(partnership, network)));
  expect(csv).toContain("Siân Rees,sian@people.example,,,English,,,,,,Belongs,\"Yes, it has one vote\"");
  const again = await text(keeper.post(rollPath(partnership, network), { deed: "read", text: csv }));
  expect(again).toMatch(/New members<\/dt><dd[^>]*>0[\s\S]*Members already<\/dt><dd[^>]*>2[\s\S]*Lines that cannot be taken<\/dt><dd[^>]*>0/);
  expect((await keeper.post(rollPath(partnership, network), { deed: "read", text: "a;b\nc;d\n" })).status).toBe(422);
  expect(await text(keeper.open(membersPath(partnership, network, { search: "sian@" })))).toMatch(/Ddraig/);
});

test("those without an address are asked by post, one by one or together; suspended and left are asked about first and can be undone", async () => {
  const network = await buildNetwork({ partnership, parts: ["North"] });
  const id = await buildMember({ network, name: "By Post", delegate: { email: null, post: "1 High St" }, now: new Date("2025-01-04T09:00:00Z") });
  const due = await buildMember({ network, name: "By E-mail", now: new Date("2025-01-04T09:00:00Z") });
  const page = await text(keeper.open(askByPostPath(partnership, network)));
  expect([page.includes("By Post"), page.includes("By E-mail")]).toEqual([true, false]);
  expect(locationOf(await keeper.post(askByPostPath(partnership, network), { member: [id] }))).toContain("asked=1");
  expect(await findMember(db(), network, id)).toMatchObject({ askedOn: "2026-05-04" });
  const at = memberPath(partnership, network, due);
  expect(await text(keeper.open(`${at}?ask=suspend`))).toContain("Suspend By E-mail?");
  await keeper.post(at, { deed: "suspend" });
  expect(await text(keeper.open(at))).toMatch(/Suspended[\s\S]*No: it is suspended/);
  await keeper.post(at, { deed: "lift" });
  await keeper.post(at, { deed: "confirm" });
  await keeper.post(at, { deed: "leave" });
  await keeper.post(at, { deed: "rejoin" });
  expect(await findMember(db(), network, due)).toMatchObject({ suspendedOn: null, leftOn: null, confirmedOn: "2026-05-04" });
  await keeper.post(at, { "delegate-name": "Eve", "delegate-email": "eve@people.example", constituencies: network.constituencies[0]!.id });
  expect(await findMember(db(), network, due)).toMatchObject({ delegate: { name: "Eve" }, constituencies: [network.constituencies[0]!.id] });
  // Whom nobody chose is not let in, nor whoever belongs already.
  const { organisation } = await findMember(db(), network, due);
  expect((await keeper.post(memberPath(partnership, network), { organisation: organisation.id })).status).toBe(422);
  expect(await text(keeper.post(rulesPath(partnership, network), { confirmInMonths: "2", lapseInDays: "60" }))).toContain("whole number of months from 6 to 36");
});

test("an application that nobody confirmed is gone a week later, and one that was answered a year later", async () => {
  const network = await buildNetwork({ partnership });
  const id = await buildApplication(network);
  await keeper.post(officeApplicationPath(partnership, network, id), { deed: "accept" });
  await somebody().post(joinPath(partnership, network), { ...asked, email: "other@people.example" });
  const left = () => db().networkApplication.count({ where: { networkId: network.id } });
  await keepRetention(new Date("2026-05-12T09:00:00Z"));
  expect(await left()).toBe(1);
  await keepRetention(new Date("2027-05-06T09:00:00Z"));
  expect([await left(), await db().networkMember.count({ where: { networkId: network.id } })]).toEqual([0, 1]);
});
