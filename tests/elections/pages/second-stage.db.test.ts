// The second stage of filling a body: planned with the gaps as reserved places, linked to the first, and not announced before the first is over.
import { beforeAll, expect, test } from "vitest";
import { addBody } from "#app/bodies/bodies.store.server.ts";
import { usualBody } from "#app/bodies/body.ts";
import { dayIn } from "#app/bodies/columns.server.ts";
import { findElection } from "#app/elections/elections.store.server.ts";
import { electionPath, officeElectionPath, officeElectionsPath } from "#app/elections/paths.ts";
import { secondStagePath } from "#app/bodies/public-paths.ts";
import type { Network } from "#app/networks/networks.store.server.ts";
import { addDays, dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildElection } from "#tests/support/elections.ts";
import { buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { buildNetwork } from "#tests/support/networks.ts";
import { locationOf } from "#tests/support/requests.ts";

const now = new Date();
const today = dayOf(now);
let application: Application;
let partnership: NonNullable<BuiltPerson["partnership"]>;
let network: Network;
let keeper: Visitor;
let secretary: Visitor;
let gapLineId: string;
let first: { id: string };
let fill: () => Promise<void>;

const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->|[⁦-⁩]/g, "");

beforeAll(async () => {
  application = await openApplication();
  const person = await buildPerson({ role: "network-administrator" });
  partnership = person.partnership!;
  keeper = new Visitor(application, { now }, [await signInCookie(person, now)]);
  secretary = new Visitor(application, { now }, [await signInCookie(await buildPerson({ role: "secretariat", partnership }), now)]);
  network = await buildNetwork({ partnership });
  const { id: bodyId } = await inTransaction((transaction) => addBody(transaction, { partnershipId: partnership.id, personId: null }, { ...usualBody, kind: "board", name: { en: "Core board", cy: "Bwrdd craidd" } }));
  const scheme = await db().seatScheme.create({ data: { id: newId(), partnershipId: partnership.id, bodyId, version: 1, startsOn: dayIn(addDays(today, -100)) } });
  const line = { partnershipId: partnership.id, bodyId, schemeId: scheme.id, networkId: network.id };
  const elected = await db().seatLine.create({ data: { ...line, id: newId(), position: 1, sector: "voluntary-community", basis: "elected", count: 2, holder: { en: "Community representatives" } } });
  const gap = await db().seatLine.create({ data: { ...line, id: newId(), position: 2, sector: "any", basis: "diversity-gap", count: 0, countMost: 2, holder: { en: "Whoever is missing" } } });
  gapLineId = gap.id;
  const sit = (seat: number, name: string) =>
    db().appointment.create({ data: { id: newId(), partnershipId: partnership.id, bodyId, lineId: elected.id, seat, name, startsOn: dayIn(addDays(today, -90)), endsOn: dayIn(addDays(today, 600)), chosenHow: "elected", chosenBy: "the network" } });
  await sit(1, "Ann Rees");
  fill = async () => void (await sit(2, "Bob Price"));
  first = await buildElection({ network, noticeOn: addDays(today, -120), head: { title: { en: "Two for the board" }, lineId: elected.id } });
});

test("the places are reached from the list of elections and from the balance, and say which seats come first and which of them stand empty", async () => {
  expect(await text(keeper.open(officeElectionsPath(partnership)))).toContain(secondStagePath(partnership));
  expect(await text(secretary.open(`/${partnership.slug}/office/structure`))).toContain(secondStagePath(partnership));
  expect(await text(keeper.open(secondStagePath(partnership)))).toMatch(/Core board[\s\S]*free: 2/);
  const page = await text(keeper.open(`${secondStagePath(partnership)}?line=${gapLineId}`));
  expect(page).toMatch(/1 of 2 are held[\s\S]*These seats stand empty[\s\S]*Community representatives/);
  expect(page).toMatch(/value="sector:faith"[^>]*checked=""|checked=""[^>]*value="sector:faith"/);
  expect(page).toMatch(/<option value="[^"]+">Two for the board/);
  expect((await keeper.open(`${secondStagePath(partnership)}?line=none`)).status).toBe(404);
});

test("planned with the gaps as reserved places, once however often it is sent, linked to the election that came first", async () => {
  const wrong = await keeper.post(`${secondStagePath(partnership)}?line=${gapLineId}`, { line: gapLineId, "title-en": "Two more", seats: "3" });
  expect(wrong.status).toBe(422);
  expect(await text(wrong)).toMatch(/Enter a whole number of places from 1 to 2[\s\S]*Choose who is missing[\s\S]*value="Two more"/);
  const whole = { line: gapLineId, "title-en": "Two more", seats: "2", gap: "age-band:16-24", "justification-en": "One in six here, none on the board.", first: first.id };
  const begun = locationOf(await keeper.post(`${secondStagePath(partnership)}?line=${gapLineId}`, whole))!;
  expect(locationOf(await keeper.post(`${secondStagePath(partnership)}?line=${gapLineId}`, whole))).toBe(begun);
  const id = /elections\/([^/?]+)/.exec(begun)![1]!;
  const election = await findElection(db(), partnership.id, id);
  expect(election).toMatchObject({ seats: 2, lineId: gapLineId, firstStageId: first.id, reserves: [{ name: { en: "Age", cy: "Oedran" }, groups: [{ name: { en: "16 to 24" }, least: 1, most: null }] }] });
  expect(await text(keeper.open(begun))).toMatch(/These places are filled after those of:[\s\S]*Two for the board/);
  expect(await text(keeper.open(`${secondStagePath(partnership)}?line=${gapLineId}`))).toMatch(/planned or under way:[\s\S]*Two more/);
});

test("its notice waits until the seats before it are filled, and then tells everybody which election came first", async () => {
  const { id } = await db().networkElection.findFirstOrThrow({ where: { partnershipId: partnership.id, firstStageId: first.id } });
  const notice = officeElectionPath(partnership, { id }, "notice");
  expect(await text(keeper.open(notice))).toContain("Fill the other seats that networks choose people for first");
  await fill();
  expect(await text(keeper.open(notice))).not.toContain("Fill the other seats that networks choose people for first");
  await db().electionStep.create({ data: { partnershipId: partnership.id, electionId: id, kind: "notice-published", at: now } });
  expect(await text(new Visitor(application, { now }).open(electionPath(partnership, { id })))).toMatch(/These places are filled after those of:[\s\S]*Two for the board/);
});
