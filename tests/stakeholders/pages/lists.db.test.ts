// Lists of stakeholders: brought in with nobody twice and nothing lost, corrected, kept and erased.
import { beforeAll, expect, test } from "vitest";
import { stakeholdersPath } from "#app/partnerships/paths.ts";
import { keepRetention } from "#app/privacy/retention.server.ts";
import { db } from "#app/shared/db.server.ts";
import { addToListPath, bouncesPath, listCsvPath, listPath, stakeholderPath } from "#app/stakeholders/paths.ts";
import { openApplication, Visitor } from "#tests/support/application.ts";
import { buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { locationOf } from "#tests/support/requests.ts";

let editor: Visitor;
let partnership: NonNullable<BuiltPerson["partnership"]>;
let list = "";

const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->/g, "");
const listed = () => db().stakeholder.findMany({ where: { partnershipId: partnership.id }, orderBy: { email: "asc" } });
const idOf = (path: string | null) => path!.split("/lists/")[1]!.split("/")[0]!;

beforeAll(async () => {
  const person = await buildPerson({ role: "editor" });
  partnership = person.partnership!;
  editor = new Visitor(await openApplication(), { now: new Date("2026-05-04T09:00:00Z") }, [await signInCookie(person, new Date("2026-05-04T09:00:00Z"))]);
  list = idOf(locationOf(await editor.post(stakeholdersPath(partnership), { name: "Voluntary organisations" })));
});

const pasted = "name,organisation,email,address,language\nAnna,Age Friends,anna@example.org,,cy\nBob,,bob@example,,\nAnn,,ANNA@example.org,,\n,Chess Club,,1 High St,\n";

test("what a list says is shown before anybody is added: who is new, which lines repeat and which cannot be taken", async () => {
  const page = await text(editor.post(addToListPath(partnership, list), { deed: "read", language: "en", text: pasted }));
  expect(page).toMatch(/Line 3: E-mail address: not an e-mail address[\s\S]*Line 4 repeats line 2 and says something else \(Name\)[\s\S]*Add 2 to the list and leave the others out/);
  expect(page).toContain("bob@example,,");
  expect(await listed()).toEqual([]);
  expect(locationOf(await editor.post(addToListPath(partnership, list), { deed: "save", language: "en", text: pasted }))).toContain("added=2");
  expect(await listed()).toMatchObject([{ email: "anna@example.org", name: "Anna", language: "cy" }, { organisation: "Chess Club", email: null, post: "1 High St" }]);
});

test("who is known already is one and the same on the next list, with what was lacking filled in", async () => {
  const other = idOf(locationOf(await editor.post(stakeholdersPath(partnership), { name: "Community contacts" })));
  const again = "name,email,telephone\nAnnie,anna@example.org,01234 567890\nDai,dai@example.org,\n";
  const page = await text(editor.post(addToListPath(partnership, other), { deed: "read", language: "en", text: again }));
  expect(page).toMatch(/1, of whom 0 are on this list[\s\S]*what was lacking is filled in[\s\S]*something else stands here/);
  await editor.post(addToListPath(partnership, other), { deed: "save", language: "en", text: again });
  expect(await listed()).toMatchObject([{ name: "Anna", telephone: "01234 567890" }, { name: "Dai" }, { organisation: "Chess Club" }]);
  // A list of the name stands already.
  expect((await editor.post(stakeholdersPath(partnership), { name: "Community contacts" })).status).toBe(422);
  expect(await text(editor.open(`${listPath(partnership, other)}?ask=delete`))).toContain("1 of those on it is on no other list");
  await editor.post(listPath(partnership, other), { deed: "delete" });
  expect((await listed()).map(({ name }) => name)).toEqual(["Anna", ""]);
});

test("two officers who bring in the same people at once, or begin a list of one name, get in nobody's way", async () => {
  const text = "anna@example.org\nboth@example.org\n";
  const names = ["First at once", "Second at once"];
  const lists = await Promise.all(names.map(async (name) => idOf(locationOf(await editor.post(stakeholdersPath(partnership), { name })))));
  const brought = await Promise.all(lists.map((id) => editor.post(addToListPath(partnership, id), { deed: "save", language: "en", text })));
  expect(brought.map(({ status }) => status)).toEqual([302, 302]);
  expect((await listed()).filter(({ email }) => email === "both@example.org")).toHaveLength(1);
  const begun = await Promise.all(names.map(() => editor.post(stakeholdersPath(partnership), { name: "Begun twice" })));
  expect(begun.map(({ status }) => status).sort()).toEqual([302, 422]);
  await db().stakeholder.deleteMany({ where: { partnershipId: partnership.id, email: "both@example.org" } });
});

test("a list downloads under headings that bring it in again", async () => {
  const csv = await text(editor.open(listCsvPath(partnership, list)));
  expect(csv).toMatch(/^Name,Organisation,E-mail address,Telephone,Postal address,Language/);
  const page = await text(editor.post(addToListPath(partnership, list), { deed: "read", language: "en", text: csv }));
  expect(page).toMatch(/2, of whom 2 are on this list/);
});

test("one is corrected, cannot become somebody else, and letters that do not arrive end for good", async () => {
  const [anna, club] = await listed();
  const path = stakeholderPath(partnership, club!.id);
  const typed = { deed: "save", name: "", organisation: "Chess Club", email: "anna@example.org", language: "en", list };
  expect(await text(editor.post(path, typed))).toContain("Somebody else here has this address or name already");
  expect(locationOf(await editor.post(path, { ...typed, email: "chess@example.org" }))).toContain("?saved");
  for (const _ of [1, 2, 3]) await editor.post(path, { deed: "soft" });
  expect(await text(editor.open(path))).toContain("Letters to this address do not arrive");
  await editor.post(path, { deed: "try-again" });
  const report = `Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; anna@example.org\nAction: failed\nStatus: 5.1.1\n\n--b--\n`;
  expect(await text(editor.post(bouncesPath(partnership), { message: report }))).toContain("1 letter that did not arrive is written down");
  expect(await text(editor.post(bouncesPath(partnership), { message: report }))).toContain("0 letters");
  expect((await db().stoppedAddress.findMany({ where: { partnershipId: partnership.id } })).map(({ keyHash, why }) => [keyHash, why])).toEqual([[anna!.keyHash, "bounced"]]);
});

test("whoever asked for no more is not written to, even brought in again after being erased", async () => {
  const [anna] = await listed();
  await editor.post(stakeholderPath(partnership, anna!.id), { deed: "stop" });
  await editor.post(stakeholderPath(partnership, anna!.id), { deed: "erase" });
  await editor.post(addToListPath(partnership, list), { deed: "save", language: "en", text: "anna@example.org\n" });
  expect(await text(editor.open(listPath(partnership, list)))).toContain("Wants no invitations");
});

test("whom nobody has confirmed for a year is erased by the retention clock, others are not", async () => {
  await db().stakeholder.updateMany({ where: { partnershipId: partnership.id, organisation: "Chess Club" }, data: { confirmedAt: new Date("2025-04-01T09:00:00Z") } });
  await keepRetention(new Date("2026-05-05T03:00:00Z"));
  expect((await listed()).map(({ email }) => email)).toEqual(["anna@example.org"]);
});
