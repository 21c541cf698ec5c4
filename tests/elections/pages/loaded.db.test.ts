// A past election is loaded from a ballot file, counted by both counters and published with its sheet.
import { beforeAll, expect, test } from "vitest";
import { countElection } from "#app/elections/counts.store.server.ts";
import { electionPath, officeElectionsPath } from "#app/elections/paths.ts";
import type { Network } from "#app/networks/networks.store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { buildNetwork } from "#tests/support/networks.ts";
import { hasOpenCount, openCountText } from "#tests/support/open-counts.ts";
import { locationOf } from "#tests/support/requests.ts";

const now = new Date("2026-05-04T09:00:00Z");
const applications = new Map<"en" | "ur", Application>();
let keeper: Visitor;
let person: BuiltPerson;
let partnership: NonNullable<BuiltPerson["partnership"]>;
let network: Network;
const somebody = (language: "en" | "ur" = "en") => new Visitor(applications.get(language)!, { now });
const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->/g, "");
const loadPath = () => `${officeElectionsPath(partnership)}/load`;

const typed = () => ({
  ...{ network: network.id, "name-en": "Forum 2024", "source-en": "The forum’s own report", rules: "scottish", seats: "", lots: "" },
  ...{ "heldOn-day": "3", "heldOn-month": "5", "heldOn-year": "2024" },
});
const blt = '4 2\n6 1 3 0\n4 2 4 0\n3 3 2 0\n2 4 0\n2 0\n0\n"Ann"\n"Bob"\n"Cai"\n"Dee"\n"Forum"\n';
const fileOf = (content: string, name = "ballots.blt") => new File([content], name, { type: "text/plain" });

async function load(fields: Record<string, string | File>): Promise<string> {
  const answer = await keeper.post(loadPath(), fields);
  expect(answer.status).toBe(302);
  const id = /elections\/(\w+)\/result$/.exec(locationOf(answer) ?? "")![1]!;
  await countElection({ partnershipId: partnership.id, electionId: id, personId: person.id }, () => now);
  return id;
}

beforeAll(async () => {
  for (const language of ["en", "ur"] as const) applications.set(language, await openApplication(language));
  person = await buildPerson({ role: "network-administrator" });
  partnership = person.partnership!;
  keeper = new Visitor(applications.get("en")!, { now }, [await signInCookie(person, now)]);
  network = await buildNetwork({ partnership });
});

test("until it is counted the result says so; then it says who was elected and why, and everybody may have the files", async () => {
  const answer = await keeper.post(loadPath(), { ...typed(), file: fileOf(blt) });
  const id = /elections\/(\w+)\/result$/.exec(locationOf(answer) ?? "")![1]!;
  const at = (part: string) => electionPath(partnership, { id }, part);
  expect(await text(somebody().open(at("result")))).toContain("being counted by both counters");
  expect((await somebody().open(at("sheet.json"))).status).toBe(404);
  const count = () => countElection({ partnershipId: partnership.id, electionId: id, personId: person.id }, () => now);
  await count();
  await count();
  expect((await db().electionStep.findMany({ where: { electionId: id }, orderBy: { id: "asc" } })).map(({ kind }) => kind)).toEqual(["notice-published", "sealed", "counted", "declared"]);
  const page = await text(somebody().open(at("result")));
  expect(page).toMatch(/Ann<\/bdi>[\s\S]*Reached the quota of 6 at stage 1, with 6 votes/);
  expect(page).toContain("15 of 17 ballots counted. 2 did not");
  expect(page).toContain("Source: The forum’s own report");
  expect(await text(somebody("ur").open(pathInLanguage(at("result"), "ur")))).toContain("دوبارہ گنتی");
  expect(await text(somebody().open(at("ballots.blt")))).toContain('2 0\n0\n"Ann"');
  expect((await somebody().open(at("reserves.con"))).status).toBe(404);
  const sheet = JSON.parse(await text(somebody().open(at("sheet.json")))) as { elected: number[]; version: string };
  expect(sheet).toMatchObject({ elected: [1, 2], version: expect.stringMatching(/^scottish\//) as string });
  expect(await text(somebody().open(at("recount")))).toContain('data-rules="scottish"');
  const findings = await db().finding.findMany({ where: { partnershipId: partnership.id, sourceId: id } });
  expect(findings.map(({ kind, figure }) => [kind, figure])).toEqual([["places-filled", { of: "places", base: 2, count: 2 }]]);
});

test("whoever keeps no elections loads none, and what is wrong is told at its field and by its line, with nothing lost", async () => {
  expect((await somebody().open(loadPath())).status).toBe(302);
  const none = await keeper.post(loadPath(), { ...typed(), network: "", "heldOn-year": "2031", seats: "many", lots: "9", file: fileOf(blt) });
  expect(none.status).toBe(422);
  const page = await text(none);
  for (const said of ["Choose a network", "must be today or before", "Enter a whole number of places", "Enter numbers of candidates"]) expect(page).toContain(said);
  expect(page).toContain('value="Forum 2024"');
  const bad = await keeper.post(loadPath(), { ...typed(), file: fileOf(blt.replace("4 2 4 0", "4 2 9 0")) });
  expect(bad.status).toBe(422);
  expect(await text(bad)).toMatch(/Line 3 of the file: there is no candidate 9/);
  const without = await text(keeper.post(loadPath(), { ...typed(), file: fileOf("") }));
  expect(without).toContain("The file cannot be read");
});

test("reserved places come with their file, and the result says whom they spared", async () => {
  const con = '"Origin" "North" 0 1 1 2\n"Origin" "South" 1 99 3 4\n';
  const id = await load({ ...typed(), file: fileOf(blt), reserves: fileOf(con, "reserves.con") });
  const page = await text(somebody().open(electionPath(partnership, { id }, "result")));
  expect(page).toContain("Reserved places");
  expect(page).toContain("could no longer be elected");
  expect(await text(somebody().open(electionPath(partnership, { id }, "reserves.con")))).toContain('"Origin" "South" 1');
});

test("reserves that the candidates cannot fill are told, and nothing is declared", async () => {
  const id = await load({ ...typed(), file: fileOf(blt), reserves: fileOf('"Origin" "North" 2 99 1\n"Origin" "South" 0 99 2 3 4\n', "r.con") });
  expect(await text(somebody().open(electionPath(partnership, { id }, "result")))).toContain("cannot fill the reserved places");
  expect(await db().electionCount.count({ where: { electionId: id } })).toBe(0);
});

const ward = "scot/orkney_2017_ward6/ballots.blt";
test.skipIf(!hasOpenCount(ward))("a real ward is loaded and published with the declared result (skips where ../shared is absent)", async () => {
  const id = await load({ ...typed(), file: fileOf(openCountText(ward)) });
  const page = await text(somebody().open(electionPath(partnership, { id }, "result")));
  expect(page).toContain("Stephen CLACKSON");
  expect(page).toContain("321.92191");
});
