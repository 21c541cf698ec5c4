// Organisations in the office: found, added, changed by two at once, confirmed, closed, and what they contribute.
import { beforeAll, expect, test } from "vitest";
import { addBody } from "#app/bodies/bodies.store.server.ts";
import { usualBody } from "#app/bodies/body.ts";
import { contributionsCsvPath, obligationPath, organisationContactPath, organisationDetailsPath, organisationPath, organisationsPath } from "#app/bodies/organisation-paths.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { openApplication, Visitor } from "#tests/support/application.ts";
import { buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { buildMeeting, seatPeople } from "#tests/support/meetings.ts";
import { buildOrganisation } from "#tests/support/organisations.ts";
import { buildMember, buildNetwork } from "#tests/support/networks.ts";
import { locationOf } from "#tests/support/requests.ts";

const now = new Date("2026-05-04T09:00:00Z");
let secretariat: Visitor;
let partnership: NonNullable<BuiltPerson["partnership"]>;

const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->/g, "");
const found = (id: string) => db().organisation.findUniqueOrThrow({ where: { id }, include: { contacts: true, obligations: true } });

beforeAll(async () => {
  const person = await buildPerson({ role: "secretariat" });
  partnership = person.partnership!;
  secretariat = new Visitor(await openApplication(), { now }, [await signInCookie(person, now)]);
});

const chessClub = { "name-en": "The Chess Club", sector: "voluntary-community", kind: "community-group", roles: ["campaigner", "expert"], charityNumber: "1123456" };

test("an organisation is added once: a second of its name leads to the first, with what was typed kept", async () => {
  const to = locationOf(await secretariat.post(organisationDetailsPath(partnership), chessClub));
  const id = to!.split("/organisations/")[1]!.split("?")[0]!;
  expect(await found(id)).toMatchObject({ sortName: "chess club", roles: ["campaigner", "expert"], charityNumber: "1123456" });
  const again = await secretariat.post(organisationDetailsPath(partnership), { ...chessClub, "name-en": "Chess Club", website: "https://chess.example" });
  expect(again.status).toBe(422);
  const page = await text(again);
  expect(page).toContain("There is an organisation of this name already");
  expect(page).toContain(organisationPath(partnership, { id }));
  expect(page).toContain('value="https://chess.example"');
});

test("two officers at once lose nothing: what each changed is kept, what both changed is shown to the second", async () => {
  const { id } = await buildOrganisation({ partnership, name: { en: "Age Friends" }, now });
  const [details, opened] = [organisationDetailsPath(partnership, id), { "was.name-en": "Age Friends", "was.charityNumber": "", "was.website": "" }];
  const unchanged = { "name-en": "Age Friends", sector: "voluntary-community", kind: "community-group" };
  expect((await secretariat.post(details, { ...unchanged, ...opened, charityNumber: "200001" })).status).toBe(302);
  expect((await secretariat.post(details, { ...unchanged, ...opened, charityNumber: "", website: "https://age.example" })).status).toBe(302);
  expect(await found(id)).toMatchObject({ charityNumber: "200001", website: "https://age.example/" });
  const clash = await secretariat.post(details, { ...unchanged, ...opened, charityNumber: "200002" });
  expect(clash.status).toBe(422);
  expect(await text(clash)).toMatch(/Charity number: somebody else changed this[\s\S]*200001/);
});

test("what nobody confirmed for a year is among those to be looked at again, until somebody says that it holds", async () => {
  const { id } = await buildOrganisation({ partnership, name: { en: "Old Friends" }, now: new Date("2025-05-04T09:00:00Z") });
  await buildOrganisation({ partnership, name: { en: "New Friends" }, now: new Date("2025-05-05T09:00:00Z") });
  const again = () => text(secretariat.open(organisationsPath(partnership, { state: "look-again" })));
  expect(await again()).toMatch(/To be looked at again \(1\)[\s\S]*Old Friends/);
  expect(await again()).not.toContain("New Friends");
  await secretariat.post(organisationPath(partnership, { id }), { deed: "confirm" });
  expect(await again()).toContain("All of them were confirmed");
});

test("who has closed is asked about first, is gone from the list and can come back; whoever is looked for is found by name or number", async () => {
  const { id } = await buildOrganisation({ partnership, name: { en: "Closing Down", cy: "Yn cau" }, charityNumber: "654321", now });
  const here = organisationPath(partnership, { id });
  const search = (what: string) => text(secretariat.open(organisationsPath(partnership, { search: what })));
  expect(await search("yn c")).toContain("Closing Down");
  expect(await search("6543")).toContain("Closing Down");
  expect(await text(secretariat.open(`${here}?ask=close`))).toContain("Has Closing Down closed?");
  await secretariat.post(here, { deed: "close" });
  await secretariat.post(here, { deed: "close" });
  expect(await search("closing")).toContain("None of them is like that");
  expect(await text(secretariat.open(here))).toContain("closed on 4 May 2026");
  await secretariat.post(here, { deed: "reopen" });
  expect((await found(id)).closedOn).toBeNull();
});

/** A seat on a body whose meetings somebody of such seniority came to, or nobody. */
async function cameFor(organisationId: string, who: readonly (string | null)[]): Promise<void> {
  const by = { partnershipId: partnership.id, personId: null };
  const body = await inTransaction((transaction) => addBody(transaction, by, { ...usualBody, kind: "board", name: { en: "Board" } }));
  const [appointmentId = ""] = await seatPeople({ partnershipId: partnership.id, bodyId: body.id, people: [{ name: "Anna Rees", organisationId }] });
  for (const [week, seniority] of who.entries()) {
    const { meeting } = await buildMeeting({ partnershipId: partnership.id, bodyId: body.id, startsAt: new Date(Date.UTC(2026, 3, 7 * (week + 1), 10)) });
    await db().attendance.create({ data: { id: newId(), partnershipId: partnership.id, meetingId: meeting.id, appointmentId, role: "member", came: seniority ? "here" : "absent", seniority, createdAt: now } });
  }
}

test("contacts and obligations are written down, changed and taken away; what a partner contributes is one line for each", async () => {
  const { id } = await buildOrganisation({ partnership, name: { en: "Health Trust" }, sector: "public", kind: "health", now });
  const at = { id };
  expect((await secretariat.post(organisationContactPath(partnership, at), { name: "Anna Rees" })).status).toBe(422);
  await secretariat.post(organisationContactPath(partnership, at), { name: "Anna Rees", email: "anna@example.org", "role-en": "Manager" });
  const owed = { "text-en": "=Send a director", kind: "attendance", share: "80", seniority: "director", "starts-day": "1", "starts-month": "4", "starts-year": "2026" };
  await secretariat.post(obligationPath(partnership, at), owed);
  const { contacts, obligations } = await found(id);
  expect([contacts, obligations]).toMatchObject([[{ purpose: "organisation", isPublic: false, role: { en: "Manager" } }], [{ share: 80, isMet: null, bodyId: null }]]);
  const page = () => text(secretariat.open(organisationPath(partnership, at)));
  expect(await page()).toMatch(/anna@example.org[\s\S]*80% of meetings; by at least: Director[\s\S]*Nobody’s attendance is written down yet/);
  await cameFor(id, ["director", "manager", null]);
  expect(await page()).toMatch(/Not met[\s\S]*Counted: somebody senior enough at 1 of 3 meetings’ seats/);
  expect(await text(secretariat.open(obligationPath(partnership, at, obligations[0]!.id)))).not.toContain("As far as you can say today");
  const csv = await text(secretariat.open(contributionsCsvPath(partnership)));
  expect(csv).toContain(`Health Trust,Public bodies,Health body,Board,1,Attendance,'=Send a director,The partnership as a whole,,80%,Director,2026-04-01,,"No, it is not met",Counted: somebody senior enough at 1 of 3 meetings’ seats`);
  expect(await text(secretariat.open(organisationContactPath(partnership, at, contacts[0]!.id, { ask: "remove" })))).toContain("Remove Anna Rees?");
  await secretariat.post(organisationContactPath(partnership, at, contacts[0]!.id), { deed: "remove" });
  await secretariat.post(obligationPath(partnership, at, obligations[0]!.id), { deed: "remove" });
  expect(await found(id)).toMatchObject({ contacts: [], obligations: [] });
});

test("the list goes on by key, and another partnership's organisation is not there", async () => {
  const elsewhere = await buildOrganisation({ partnership: (await buildPerson({ role: "secretariat" })).partnership! });
  expect((await secretariat.open(organisationPath(partnership, elsewhere))).status).toBe(404);
  expect((await secretariat.post(organisationDetailsPath(partnership, elsewhere.id), chessClub)).status).toBe(404);
  const rows = Array.from({ length: 55 }, (_, index) => `Zebra ${String(index).padStart(2, "0")}`);
  for (const en of rows) await buildOrganisation({ partnership, name: { en }, now });
  const first = await text(secretariat.open(organisationsPath(partnership, { search: "zebra" })));
  expect([first.includes("Zebra 49"), first.includes("Zebra 50")]).toEqual([true, false]);
  const next = /href="([^"]*after=[^"]*)"/.exec(first)![1]!.replaceAll("&amp;", "&");
  expect(await text(secretariat.open(next))).toMatch(/Zebra 50[\s\S]*Zebra 54/);
});

test("whoever looks after networks reads and changes the organisations of networks, and no others", async () => {
  const person = await buildPerson({ partnership, role: "network-administrator" });
  const network = await buildNetwork({ partnership, name: "Community network" });
  const memberId = await buildMember({ network, name: "Quilters" });
  const { organisationId: id } = await db().networkMember.findUniqueOrThrow({ where: { id: memberId } });
  const other = await buildOrganisation({ partnership, name: { en: "Quarry Trust" }, now });
  const keeper = new Visitor(await openApplication(), { now }, [await signInCookie(person, now)]);
  const list = await text(keeper.open(organisationsPath(partnership, { search: "qu" })));
  expect([list.includes("Quilters"), list.includes("Quarry Trust"), list.includes(organisationDetailsPath(partnership)), list.includes("contributions.csv")]).toEqual([true, false, false, false]);
  const page = await text(keeper.open(organisationPath(partnership, { id })));
  expect([page.includes(organisationDetailsPath(partnership, id)), page.includes(obligationPath(partnership, { id })), page.includes("ask=close")]).toEqual([true, false, false]);
  const typed = { "name-en": "The Quilters", sector: "voluntary-community", kind: "community-group" };
  expect(locationOf(await keeper.post(organisationDetailsPath(partnership, id), typed))).toContain("done=saved");
  expect(locationOf(await keeper.post(organisationContactPath(partnership, { id }), { name: "Anna Rees", email: "anna@example.org" }))).toContain("done=contact");
  const opened = [organisationPath(partnership, other), organisationDetailsPath(partnership, other.id), organisationDetailsPath(partnership), obligationPath(partnership, { id }), contributionsCsvPath(partnership)];
  expect(await Promise.all(opened.map(async (path) => (await keeper.open(path)).status))).toEqual([404, 404, 403, 403, 403]);
  const posted = [await keeper.post(organisationDetailsPath(partnership, other.id), typed), await keeper.post(organisationPath(partnership, { id }), { deed: "close" })];
  expect(posted.map(({ status }) => status)).toEqual([404, 403]);
  await db().networkMember.update({ where: { id: memberId }, data: { leftOn: now } });
  expect((await keeper.open(organisationPath(partnership, { id }))).status).toBe(404);
});
