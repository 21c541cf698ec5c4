// A partnership's structure as everybody sees it, as other programs read it, and as those who keep it look it over.
import Ajv from "ajv";
import { beforeAll, expect, test } from "vitest";
import { appoint } from "#app/bodies/appointments.store.server.ts";
import { addBody, endBody, findBody } from "#app/bodies/bodies.store.server.ts";
import { usualBody, type Body, type BodyDetails } from "#app/bodies/body.ts";
import { keepDiversity, listDiversity } from "#app/bodies/diversity.store.server.ts";
import { action as saveContact } from "#app/bodies/pages/body-contact.tsx";
import { loader as bodyPage } from "#app/bodies/pages/body.tsx";
import { loader as howWeWork } from "#app/bodies/pages/how-we-work.tsx";
import { action as saveEquality } from "#app/bodies/pages/my-equality.tsx";
import { loader as peopleJson } from "#app/bodies/pages/people-json.tsx";
import { loader as structurePage } from "#app/bodies/pages/structure.tsx";
import type { Popolo } from "#app/bodies/popolo.ts";
import { importRegister } from "#app/bodies/register.store.server.ts";
import { agreeScheme, beginScheme, changeTotals, findDraftScheme, saveLine, type LineDetails } from "#app/bodies/schemes.store.server.ts";
import { db, inTransaction, pool } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { buildPartnership, buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { popoloLists, popoloSchemaId, popoloSchemas } from "#tests/support/popolo-schemas.ts";
import { argsOf, get, post } from "#tests/support/requests.ts";

const now = new Date("2026-06-15T12:00:00Z");
const usualLine: LineDetails = {
  ...{ withinId: null, sector: "public", basis: "fixed", count: 1, countMost: null, poolSize: null, reserves: [], holder: { en: "Public bodies" } },
  ...{ chosenBy: {}, organisationId: null, networkId: null, termInMonths: 36, mostTerms: 2, isVoting: true, isRequired: false, roleDescription: {} },
};
let partnership: Partnership;
let secretary: BuiltPerson;
let forumId: string;
let board: Body;

const by = () => ({ partnershipId: partnership.id, personId: secretary.id });

async function add(details: Partial<BodyDetails> & Pick<BodyDetails, "name" | "kind">): Promise<Body> {
  const { slug } = await inTransaction((transaction) => addBody(transaction, by(), { ...usualBody, ...details }));
  return findBody(db(), partnership.id, slug);
}

async function agree(body: Body, startsOn: string, lines: Partial<LineDetails>[]): Promise<string[]> {
  await inTransaction((transaction) => beginScheme(transaction, by(), body));
  const draft = async () => (await findDraftScheme(db(), body.id))!;
  const rules = [{ kind: "share" as const, sectors: ["voluntary-community" as const], least: 50, most: null }];
  await inTransaction(async (transaction) => changeTotals(transaction, by(), body, await draft(), { totalLeast: null, totalMost: null, rules }));
  const ids = [];
  for (const line of lines) ids.push(await inTransaction(async (transaction) => saveLine(transaction, by(), body, await draft(), null, { ...usualLine, ...line })));
  await inTransaction(async (transaction) => agreeScheme(transaction, by(), body, { scheme: await draft(), startsOn, authority: { decisionId: null, note: "Founding" } }));
  return ids;
}

function sit(body: Body, lineId: string, seat: number, name: string, more: { endsOn?: string; organisationId?: string } = {}): Promise<string> {
  const chosen = { personId: null, organisationId: null, startsOn: "2026-01-01", endsOn: "2028-12-31", chosenHow: "nominated", chosenBy: "A letter", authority: "decides", seniority: "any", ...more } as const;
  return inTransaction((transaction) => appoint(transaction, by(), { bodyId: body.id, lineId, seat }, { ...chosen, name }));
}

beforeAll(async () => {
  partnership = await buildPartnership();
  secretary = await buildPerson({ partnership, role: "secretariat" });
  forumId = newId();
  const known = { partnershipId: partnership.id, sector: "voluntary-community", kind: "umbrella-body", areaCodes: ["E05000002"], createdAt: now, confirmedOn: now };
  await db().organisation.create({ data: { ...known, id: forumId, name: { en: "Marlshire Forum" }, sortName: "marlshire forum" } });
  const all = await add({ name: { en: "Partnership" }, kind: "assembly", isFull: true });
  board = await add({ name: { en: "Board", cy: "Bwrdd" }, kind: "board", parentId: all.id, themes: ["economy"], areaCodes: ["E05000001"], isOpen: true });
  await add({ name: { en: "Jobs group" }, kind: "theme-group", themes: ["economy"] });
  const [community = "", rest = ""] = await agree(board, "2026-01-01", [{ sector: "voluntary-community", count: 2, holder: { en: "Community" } }, { count: 2 }]);
  await sit(board, community, 1, "Ann Pryce", { organisationId: forumId, endsOn: "2026-09-30" });
  await sit(board, rest, 1, "Gwyn Rees");
  await db().bodyContact.create({ data: { id: newId(), partnershipId: partnership.id, purpose: "complaints", name: "Mair Rees", isPublic: true, email: "mair@marlshire.example" } });
  await db().bodyContact.create({ data: { id: newId(), partnershipId: partnership.id, purpose: "body", bodyId: board.id, name: "Secret Keeper", isPublic: false } });
});

const at = (path: string, params = {}) => argsOf(get(`/${partnership.slug}${path}`), { params: { partnership: partnership.slug, ...params }, now });

test("everybody sees each body under the one it reports to, each seat, and whom to complain to if they agreed to be named", async () => {
  const { data } = await howWeWork(at("/how-we-work"));
  expect(data.tree.map(({ body, below }) => [body.name.en, below.map((one) => one.body.name.en)])).toEqual([["Partnership", ["Board"]], ["Jobs group", []]]);
  expect(data.tree[0]?.below[0]?.body).toMatchObject({ counts: { held: 2, vacant: 2, open: 0 }, sectors: [{ sector: "voluntary-community" }, { sector: "public" }] });
  expect([data.ofSeats, data.sectors.find(({ sector }) => sector === "public")?.seats]).toEqual([4, 2]);
  expect(data.tree.map(({ body }) => body.lacksSeats)).toEqual([false, true]);
  expect(data.complaintContacts.map(({ name }) => name)).toEqual(["Mair Rees"]);
  expect(JSON.stringify(data)).not.toContain("Secret Keeper");
});

test("a body's page names who sits there until when, and which seats are free", async () => {
  const { data } = await bodyPage(at("/bodies/board", { body: board.slug }));
  expect(data.body && data.lines.map(({ seats }) => seats.map(({ name, until, state }) => [name, until, state]))).toEqual([
    [["Ann Pryce", "2026-09-30", "held"], [null, null, "vacant"]],
    [["Gwyn Rees", "2028-12-31", "held"], [null, null, "vacant"]],
  ]);
  await expect(bodyPage(at("/bodies/none", { body: "none" }))).rejects.toMatchObject({ status: 404 });
});

test("a body that has ended says when, and names nobody", async () => {
  const { slug, id } = await add({ name: { en: "Flood group" }, kind: "task-and-finish", purpose: { en: "Watch the river" }, startedOn: "2025-01-01" });
  const page = async (day: string) => (await bodyPage({ ...at(`/bodies/${slug}`, { body: slug }), context: { ...at("").context, now: new Date(`${day}T12:00:00Z`) } })).data;
  await inTransaction((transaction) => endBody(transaction, by(), { id }, "2026-06-15"));
  expect((await page("2026-06-15")).body).toMatchObject({ slug });
  expect(await page("2026-06-16")).toMatchObject({ body: null, ended: { name: { en: "Flood group" }, purpose: { en: "Watch the river" }, startedOn: "2025-01-01", endedOn: "2026-06-15" } });
});

test("who sits where is given away as Popolo that keeps to its schemas, without anybody's account", async () => {
  const popolo = (await (await peopleJson(at("/people.json"))).json()) as Popolo;
  const validator = new Ajv({ schemas: popoloSchemas });
  for (const [list, name] of Object.entries(popoloLists)) {
    for (const entry of popolo[list as keyof Popolo]) expect(validator.validate(popoloSchemaId(name), entry), validator.errorsText()).toBe(true);
  }
  expect(popolo.memberships).toHaveLength(2);
  expect(popolo.posts).toHaveLength(4);
  expect(popolo.memberships.find((one) => one.on_behalf_of_id)).toMatchObject({ on_behalf_of_id: `organization/${forumId}`, start_date: "2026-01-01", end_date: "2026-09-30" });
});

test("those who keep the bodies see what is free, what ends soon, which promise is kept, and where areas and themes do not match", async () => {
  const request = get(`/${partnership.slug}/office/structure`, { cookies: await signInCookie(secretary, now) });
  const { health } = await structurePage(argsOf(request, { params: { partnership: partnership.slug }, now }));
  const own = health.bodies.find(({ id }) => id === board.id);
  expect(own).toMatchObject({ counts: { vacant: 2 }, ending: { count: 1, of: 2, firstOn: "2026-09-30" }, rules: [{ isKeptAsAgreed: true, isKeptAsHeld: true }] });
  expect(own?.mismatches).toEqual([{ organisationId: forumId, missing: ["E05000001"], beyond: ["E05000002"] }]);
  expect(health.overlaps).toMatchObject([{ themes: ["economy"], areas: null }]);
  expect(health.themes.find(({ theme }) => theme === "culture")).toMatchObject({ owners: [] });
});

test("whoever sits goes on sitting where they did while a new version is agreed and does not hold yet", async () => {
  await agree(board, "2027-01-01", [{ sector: "faith", holder: { en: "Faith groups" } }]);
  const { data } = await bodyPage(at("/bodies/board", { body: board.slug }));
  expect(data.body && data.lines.map(({ seats }) => seats.map(({ name }) => name))).toEqual([["Ann Pryce", null], ["Gwyn Rees", null]]);
});

test("whatever the public pages show of the structure drops them when it changes", async () => {
  const listener = await pool().connect();
  const heard: (string | undefined)[] = [];
  listener.on("notification", ({ payload }) => heard.push(payload));
  await listener.query("LISTEN folkmoot_published");
  await db().body.update({ where: { id: board.id }, data: { meets: { en: "Monthly" } } });
  await db().appointment.updateMany({ where: { bodyId: board.id }, data: { chosenBy: "A vote" } });
  await listener.query("SELECT 1");
  await listener.query("UNLISTEN *");
  listener.release();
  expect(heard.filter((id) => id === partnership.id)).toHaveLength(2);
});

test("a register of partnerships is taken in below the full partnership, and again adds nothing", async () => {
  const told: string[] = [];
  const register = { partnerships: [{ name: "Youth offending team", legalStatus: "statutory", suggestedLaaBlock: "SSC" }, { name: "Board" }] };
  await expect(importRegister(partnership, { partnerships: [...register.partnerships, { name: "" }] }, (line) => told.push(line))).rejects.toThrow("partnerships[2].name: it is blank");
  expect(told).toEqual([]);
  for (let times = 0; times < 2; times++) await importRegister(partnership, register, (line) => told.push(line));
  expect(told.filter((line) => line.includes("were added")).map((line) => line.slice(0, 6))).toEqual(["1 of 2", "0 of 2"]);
  expect(await findBody(db(), partnership.id, "youth-offending-team")).toMatchObject({ themes: ["safer-and-stronger"], legalStatus: "statutory", decisionModel: "advisory", parentId: board.parentId });
});

test("what somebody who sits says of themselves is counted without their name, and forgotten once they sit no more", async () => {
  const member = await buildPerson({ partnership, role: "representative" });
  const lineId = (await db().seatLine.findFirstOrThrow({ where: { bodyId: board.id, scheme: { version: 1 } } })).id;
  const cookies = await signInCookie(member, now);
  const about = (fields: Record<string, string>) => argsOf(post("/x", fields, { cookies }), { params: { partnership: partnership.slug }, now });
  await expect(saveEquality(about({ sex: "female" }))).rejects.toMatchObject({ status: 403 });
  const id = await sit(board, lineId, 7, member.name);
  await db().appointment.update({ where: { id }, data: { personId: member.id } });
  await saveEquality(about({ sex: "female", religion: "none of these" }));
  const listed = () => listDiversity(db(), partnership.id, "2026-06-15");
  expect(await listed()).toEqual({ asked: 1, answers: [{ sex: "female" }] });
  expect(JSON.stringify(await db().sittingEquality.findMany())).not.toContain(member.id);
  await inTransaction((transaction) => keepDiversity(transaction, "2026-06-15"));
  expect((await listed()).answers).toHaveLength(1);
  await inTransaction((transaction) => keepDiversity(transaction, "2031-01-01"));
  expect((await listed()).answers).toEqual([]);
});

test("whom to turn to about a body is written down with what reaches them, and everybody sees them once they agreed", async () => {
  const cookies = await signInCookie(secretary, now);
  const params = { partnership: partnership.slug, body: board.slug, contact: "new" };
  const send = (typed: Record<string, string>, contact = "new") =>
    saveContact(argsOf(post(`/${partnership.slug}/office/bodies/${board.slug}/contacts/${contact}`, typed, { cookies }), { params: { ...params, contact }, now }));
  const refused = await send({ name: "Siân Parry" });
  expect(refused).toMatchObject({ init: { status: 422 }, data: { entries: { name: "Siân Parry" }, problems: [{ field: "email", code: "unreachable" }] } });
  for (const _press of ["once", "twice"]) await send({ name: "Siân Parry", email: "Sian@marlshire.example", "role-en": "Secretary", isPublic: "yes" });
  expect(await db().bodyContact.count({ where: { bodyId: board.id, name: "Siân Parry" } })).toBe(1);
  const shown = async () => JSON.stringify((await howWeWork(at("/how-we-work"))).data);
  expect(await shown()).toContain("sian@marlshire.example");
  const { id } = await db().bodyContact.findFirstOrThrow({ where: { bodyId: board.id, name: "Siân Parry" } });
  await send({ deed: "remove" }, id);
  expect(await shown()).not.toContain("Siân Parry");
});
