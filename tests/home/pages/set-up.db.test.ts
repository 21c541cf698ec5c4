// What a partnership has set up, read from what is kept of it and of no other.
import { beforeAll, expect, test } from "vitest";
import { addBody } from "#app/bodies/bodies.store.server.ts";
import { usualBody } from "#app/bodies/body.ts";
import { partnershipOfficePath, setUpPath } from "#app/partnerships/paths.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { openApplication, Visitor } from "#tests/support/application.ts";
import { buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { buildMeeting, seatPeople } from "#tests/support/meetings.ts";
import { buildMember, buildNetwork } from "#tests/support/networks.ts";
import { buildOrganisation } from "#tests/support/organisations.ts";

const now = new Date("2027-02-01T10:00:00Z");
let keeper: BuiltPerson;
let secretariat: Visitor;
let networks: Visitor;
let partnership: NonNullable<BuiltPerson["partnership"]>;

beforeAll(async () => {
  const application = await openApplication();
  keeper = await buildPerson({ role: "secretariat" });
  partnership = keeper.partnership!;
  const other = await buildPerson({ role: "network-administrator", partnership });
  secretariat = new Visitor(application, { now }, [await signInCookie(keeper, now)]);
  networks = new Visitor(application, { now }, [await signInCookie(other, now)]);
});

/** What the page tells of a line, without its marks. */
async function told(title: string): Promise<string> {
  const page = (await (await secretariat.open(setUpPath(partnership))).text()).replaceAll(/<!-- -->/g, "");
  const row = page.split("<tr").find((one) => one.includes(`${title}</a>`)) ?? "";
  return row.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
}

test("what is not there is missing, and each line leads to where it is done", async () => {
  expect(await told("Terms of reference")).toMatch(/There is no body yet\..* Missing/);
  expect(await told("Safeguards adopted")).toContain("Not needed");
  expect(await (await secretariat.open(setUpPath(partnership))).text()).toContain(`/${partnership.slug}/office/standing`);
});

test("what is kept is counted, that of another partnership is not", async () => {
  const by = { partnershipId: partnership.id, personId: "somebody", now };
  const add = (name: string, details: object) => inTransaction((transaction) => addBody(transaction, by, { ...usualBody, kind: "board", name: { en: name }, ...details }));
  const board = await add("Board", { decisionModel: "small-group", terms: { en: "All of it" } });
  await add("Whole", { isFull: true, kind: "assembly" });
  await seatPeople({ partnershipId: partnership.id, bodyId: board.id, people: [{ name: "Mair Rees" }] });
  for (const startsAt of ["2027-03-01T10:00:00Z", "2027-10-01T10:00:00Z"]) await buildMeeting({ partnershipId: partnership.id, bodyId: board.id, startsAt: new Date(startsAt) });
  await db().adoption.create({ data: { id: newId(), partnershipId: partnership.id, bodyId: board.id, code: "SG05", settings: {}, adoptedOn: new Date("2027-01-01"), agreedNote: "Founding" } });
  await buildOrganisation({ partnership, now, roles: ["expert"] });
  await buildOrganisation({ partnership, now: new Date("2025-01-01T10:00:00Z"), roles: ["expert"], supportNeeds: ["learning"] });
  await buildMember({ network: await buildNetwork({ partnership }), now });
  await buildNetwork({ partnership });
  const elsewhere = (await buildPerson({ role: "secretariat" })).partnership!;
  await buildOrganisation({ partnership: elsewhere, now, roles: ["expert"], supportNeeds: ["learning"] });
  expect(await told("Full partnership and board")).toMatch(/2 of 2:.* Complete/);
  expect(await told("Terms of reference")).toMatch(/1 of 4:.* In part/);
  expect(await told("Safeguards adopted")).toMatch(/1 of 1:.* Complete/);
  expect(await told("Rules of delegation")).toMatch(/0 of 1:.* Missing/);
  expect(await told("A year’s meetings")).toMatch(/1 of 1:.* Complete/);
  // the one that joined the network says nothing of its roles
  expect(await told("Voluntary and community groups mapped")).toMatch(/1 of 3:.* In part/);
  expect(await told("What they need")).toMatch(/1 of 3:/);
  expect(await told("Networks")).toMatch(/1 of 2:.* In part/);
});

test("it is reached from the partnership's office by those who keep its bodies, and by no others", async () => {
  expect(await (await secretariat.open(partnershipOfficePath(partnership))).text()).toContain(setUpPath(partnership));
  expect((await networks.open(setUpPath(partnership))).status).toBe(403);
  expect(await (await networks.open(partnershipOfficePath(partnership))).text()).not.toContain(setUpPath(partnership));
});
