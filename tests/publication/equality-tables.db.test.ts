// Equality answers meet others in tables that have passed the gate, for the statistics officer, and those tables outlive them.
import { beforeAll, expect, test } from "vitest";
import { equalityTablesPath, marginsPath } from "#app/analysis/paths.ts";
import { findNewestSet, makeSet } from "#app/analysis/sets.store.server.ts";
import { saveEqualityAnswers } from "#app/consultations/equality.store.server.ts";
import { keepRetention } from "#app/privacy/retention.server.ts";
import { findEqualityTables } from "#app/publication/equality-tables.store.server.ts";
import { countEquality } from "#app/publication/counting-equality.server.ts";
import { makeResults } from "#app/publication/make.server.ts";
import { db } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildConsultation, buildPerson, buildResponse, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";

let application: Application;
let consultation: BuiltConsultation;
const visitors = new Map<string, Visitor>();
const closedAt = new Date("2020-03-03T12:00:00Z");
const first = { number: 1 };
const page = () => equalityTablesPath(consultation.partnership, consultation, first);
const seen = async (query = "") => (await (await visitors.get("statistics")!.open(page() + query)).text()).replaceAll(/<!-- -->|<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const setOf = async () => (await findNewestSet(db(), consultation))!;

async function respond(many: number, bus: string | null, sex: string | null) {
  for (let one = 0; one < many; one += 1) {
    const { id } = await buildResponse({ consultation, answers: (bus === null ? {} : { bus: { option: bus } }) as never, receivedAt: new Date("2020-02-01T10:00:00Z") });
    if (sex !== null) await saveEqualityAnswers(db(), consultation, id, { sex: { option: sex } });
  }
}

beforeAll(async () => {
  application = await openApplication();
  consultation = await buildConsultation({ opensAt: new Date("2020-01-05T09:00:00Z"), closesAt: closedAt, graceInMinutes: 0 });
  for (const role of ["statistics", "analyst", "administrator"] as const) {
    visitors.set(role, new Visitor(application, { now: new Date() }, [await signInCookie(await buildPerson({ role, partnership: consultation.partnership }))]));
  }
  await respond(21, "often", "female");
  await respond(13, "never", "female");
  await respond(12, "often", "male");
  await respond(11, "never", "male");
  await respond(4, null, "prefer-not-to-say");
  await respond(5, "often", null);
  await db().consultation.update({ where: { id: consultation.id }, data: { frozenAt: new Date() } });
  await makeSet({ consultationId: consultation.id }, () => new Date());
});

test("only the statistics officer sees them, and nothing is shown before they are counted", async () => {
  for (const role of ["analyst", "administrator"]) expect((await visitors.get(role)!.open(page())).status).toBe(403);
  expect(await seen()).toContain("Nothing has been counted for this set");
  expect((await visitors.get("analyst")!.post(page(), {})).status).toBe(403);
  expect((await visitors.get("statistics")!.post(page(), {})).status).toBe(302);
  expect(await db().$queryRaw`SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'count-equality'`).toHaveLength(2);
});

test("a group and a question by it are shown rounded, those of few hidden", async () => {
  const set = await setOf();
  await countEquality(set.id, () => new Date("2020-06-01T10:00:00Z"));
  const { countedAt } = (await findEqualityTables(db(), set.id))!;
  await countEquality(set.id, () => new Date("2020-07-01T10:00:00Z"));
  expect((await findEqualityTables(db(), set.id))!.countedAt).toEqual(countedAt);
  const groups = await seen("?group=%3Dsex");
  expect(groups).toContain("[c]");
  const crossed = await seen("?group=%3Dsex&question=bus");
  expect(crossed).toMatch(/Often 20 \(\d+%\) 10/);
  expect(crossed.slice(crossed.indexOf("Of those who answered both"))).not.toMatch(/\b(21|13|12|11)\b/);
});

test("where answers were erased since, it is said until they are counted again", async () => {
  const set = await setOf();
  expect(await seen()).not.toContain("erased or changed since");
  await db().analysisSet.update({ where: { id: set.id }, data: { erasures: { increment: 1 } } });
  expect(await seen()).toMatch(/Answers that these tables count were erased or changed since.*Count them again/);
  await countEquality(set.id, () => new Date());
  expect(await seen()).not.toContain("erased or changed since");
});

test("they stand beside everybody where reference figures are in", async () => {
  expect(await seen("?group=%3Dsex")).toContain("No reference figures are in for this question");
  const text = "variable,group,share,area,source,date\n=sex,Female,51,Marlshire,Census 2021,2021-03-21\n=sex,Male,49,Marlshire,Census 2021,2021-03-21".replaceAll("=sex", "What is your sex?");
  const loaded = await visitors.get("analyst")!.post(marginsPath(consultation.partnership, consultation), { text });
  expect(loaded.status).toBe(302);
  expect(await seen("?group=%3Dsex")).toMatch(/60 who answered are in one of the groups.* Marlshire, 21 March 2021 \(Census 2021\)\. .*Female Count 35 Of those who answered 58% Of everybody 51%/);
});

test("the answers are deleted in their time, what was counted of them is written down before, and is published after", async () => {
  const set = await setOf();
  await db().equalityTables.deleteMany({ where: { setId: set.id } });
  await keepRetention(new Date("2022-03-04T03:17:00Z"));
  expect(await db().equalityAnswer.count({ where: { consultationId: consultation.id } })).toBe(0);
  expect(await seen("?group=%3Dsex&question=bus")).toMatch(/Often 20 \(\d+%\) 10/);
  await countEquality(set.id, () => new Date());
  const choice = { questions: { bus: "tables" as const }, byRespondent: false, area: null, equality: ["sex" as const] };
  const made = await makeResults(consultation, { ...set, frozenAt: set.frozenAt! }, choice, new Date(), () => Promise.resolve(true));
  expect(made!.results.questions[0]!.by[0]).toMatchObject({ group: "=sex", isRounded: true, base: 55 });
});
