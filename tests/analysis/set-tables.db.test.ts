// Tables of a set: counted from it alone, shown, taken away, and said of nobody else unless a sample was drawn.
import { beforeAll, expect, test } from "vitest";
import { marginsPath, representedPath, setTablesPath, surveyDesignPath, weightsPath } from "#app/analysis/paths.ts";
import { findSetColumns } from "#app/analysis/set-columns.store.server.ts";
import { findNewestSet, makeSet } from "#app/analysis/sets.store.server.ts";
import { eraseAnswers } from "#app/consultations/erasing.store.server.ts";
import { takeStep } from "#app/consultations/life.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildConsultation, buildPerson, buildResponse, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";

const day = 86_400_000;
let application: Application;
let consultation: BuiltConsultation;
let analyst: Visitor;
let tables: string;

const text = (html: string) => html.replaceAll(/<!-- -->|<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const seen = async (path: string) => text(await (await analyst.open(path)).text());

async function respond(answers: Record<string, unknown>, language: "en" | "cy" = "en"): Promise<void> {
  await buildResponse({ consultation, language, answers: answers as never, receivedAt: new Date(Date.now() - 3 * day) });
}

beforeAll(async () => {
  application = await openApplication();
  consultation = await buildConsultation({ opensAt: new Date(Date.now() - 60 * day), closesAt: new Date(Date.now() - 2 * day), graceInMinutes: 60 });
  const person = await buildPerson({ role: "analyst", partnership: consultation.partnership });
  analyst = new Visitor(application, { now: new Date() }, [await signInCookie(person)]);
  tables = setTablesPath(consultation.partnership, consultation, { number: 1 });
  for (let one = 0; one < 36; one += 1) await respond({ bus: { option: one < 30 ? "often" : "never" }, agree: { level: one % 3 === 0 ? "agree" : "disagree" } }, one % 2 === 0 ? "en" : "cy");
  await respond({ bus: { option: "never" } });
  await respond({});
  await inTransaction((transaction) => takeStep(transaction, consultation, { kind: "freeze", personId: person.id, at: new Date() }));
  await makeSet({ consultationId: consultation.id }, () => new Date());
  // counts in no figure of the set
  await respond({ bus: { option: "often" }, agree: { level: "agree" } });
});

test("one question by another: base, blanks, counts of few without percentages, a test with what it does not say", async () => {
  const page = await seen(`${tables}?rows=bus&columns=agree`);
  expect(page).toContain("From set 1:");
  expect(page).toContain("36 of 38 responses answered both (95%)");
  expect(page).toMatch(/1 that answered .* alone, 0 that answered .* alone, and 1 that answered neither/);
  expect(page).toContain("10 (33%)");
  expect(page).toContain("counts and no percentages");
  expect(page).toContain("Cramér’s V is");
  expect(page).toContain("chose to. The test describes them, and says nothing of anybody else");
  expect(page).toContain("columns together before relying on it");
  expect(page).not.toMatch(/33%; /);
});

test("a question by itself, and only of some", async () => {
  const page = await seen(`${tables}?rows=bus&language=cy`);
  expect(page).toContain("18 that match, of 38 responses (47%)");
  expect(page).toContain("18 of 18 responses answered this (100%)");
  expect(page).toMatch(/Most often: \S+, 15 of 18\./);
});

test("what is missing is said with the page", async () => {
  const answered = await analyst.open(`${tables}?rows=&columns=bus`);
  expect([answered.status, text(await answered.text())]).toEqual([422, expect.stringContaining("Choose a question")]);
  expect(await seen(`${tables}?rows=bus&columns=bus`)).toContain("Choose something different");
});

test("after ten tables it is said how many look alike by chance; looking again counts once", async () => {
  const set = (await findNewestSet(db(), consultation))!;
  await db().testedTable.createMany({ data: Array.from({ length: 9 }, (_, one) => ({ setId: set.id, partnershipId: consultation.partnershipId, table: `other ${one}`, testedAt: new Date() })) });
  expect(await seen(`${tables}?rows=agree&columns=bus`)).not.toContain("have been tested");
  expect(await seen(`${tables}?rows=bus&columns=.language`)).toContain("11 tables of this set have been tested");
});

test("an open consultation is not weighted, whatever the address asks for", async () => {
  const page = await seen(`${weightsPath(consultation.partnership, consultation, { number: 1 })}?margin=bus&question=agree`);
  expect(page).toContain("This is an open consultation, and it is not weighted");
  expect(page).not.toContain("Effective sample size");
});

test("a sample survey shows ranges, once somebody says how it was drawn", async () => {
  const design = surveyDesignPath(consultation.partnership, consultation);
  const refused = await analyst.post(design, { kind: "sample", drawn: "", population: "48000" });
  expect([refused.status, text(await refused.text())]).toEqual([422, expect.stringContaining("Enter how the sample was drawn")]);
  expect((await analyst.post(design, { kind: "sample", drawn: "Every tenth address", population: "48000" })).status).toBe(302);
  expect((await analyst.post(design, { kind: "sample", drawn: "Every tenth address", population: "48000" })).status).toBe(302);
  expect(await db().auditEntry.count({ where: { action: "analysis.set-design", subjectId: consultation.id } })).toBe(1);
  // Wilson's interval of 10 of 30
  expect(await seen(`${tables}?rows=bus&columns=agree`)).toContain("10 (33%; 19% to 51%)");
});

test("its file names the set in every row, and taking it is written down", async () => {
  const file = await analyst.open(`${tables}.csv?rows=bus&columns=agree`);
  expect(file.headers.get("content-disposition")).toContain("set-1-table");
  const lines = (await file.text()).trim().split("\r\n");
  expect(lines.slice(1).every((line) => line.startsWith("Set 1,"))).toBe(true);
  expect(lines.some((line) => /,10,30,33\.3,19\.2,51\.2$/.test(line))).toBe(true);
  expect(await db().auditEntry.findFirst({ where: { action: "analysis.export-table" }, select: { facts: true } })).toEqual({ facts: { number: 1, down: "bus", across: "agree", count: 36 } });
  expect((await analyst.open(`${tables}.csv`)).status).toBe(302);
});

test("reference figures are brought in, replaced and taken away, and those who answered stand beside them", async () => {
  const margins = marginsPath(consultation.partnership, consultation);
  const table = (often: number, never: number) => `variable,group,share,area,source,date\nbus,Often,${often},Marlshire,Travel survey,2024-05-01\nbus,Never,${never},Marlshire,Travel survey,2024-05-01`;
  const refused = await analyst.post(margins, { text: table(40, 70) });
  expect([refused.status, text(await refused.text())]).toEqual([422, expect.stringMatching(/Mistakes: 1.*2 bus The shares of this question do not add up/)]);
  expect((await analyst.post(margins, { text: table(40, 60) })).status).toBe(302);
  expect((await analyst.post(margins, { text: table(50, 50) })).status).toBe(302);
  expect(await db().referenceMargin.findMany({ where: { consultationId: consultation.id }, select: { side: true, shares: true } })).toEqual([{ side: "bus", shares: { often: 0.5, never: 0.5 } }]);
  const represented = await seen(representedPath(consultation.partnership, consultation, { number: 1 }));
  expect(represented).toContain("Of set 1, 37 who answered are in one of the groups");
  expect(represented).toMatch(/Never Count 7 Of those who answered 19% Of everybody 50% Index .{0,60} 38 Range, .{0,40} 9% to 34% What it shows Under-represented/);
  expect(represented).toContain("left blank or not asked, 1");
  expect(await seen(`${tables}?rows=bus`)).toContain("Under-represented: 1 of 2 groups");
  expect(await seen(`${tables}?rows=bus&language=cy`)).not.toContain("Under-represented");

  // 7 of 37 never take the bus, which are too few to speak for half of everybody
  const weights = weightsPath(consultation.partnership, consultation, { number: 1 });
  const few = await seen(`${weights}?margin=bus&question=agree`);
  expect(few).toContain("No weights are made while a group has fewer than 20 people");
  expect(few).toContain("Put “Never” together with");
  const together = await seen(`${weights}?margin=bus&with.bus.never=often&question=agree`);
  expect(together).toContain("Weighted: 37. Without a weight, because they are in no group of one of the figures, and never guessed at: 1.");
  expect(together).toMatch(/drawn by pure chance would tell as much\) 37\.0 Design effect 1\.00/);
  expect(together).toContain("Agree Count 12 Unweighted 33% (20% to 50%) Weighted 33% (20% to 50%)");
  expect(await db().auditEntry.count({ where: { action: "analysis.weight", subjectId: consultation.id } })).toBe(1);
  const languages = `variable,group,share,area,source,date\n.language,English,60,Marlshire,Survey,2024-05-01\n.language,Cymraeg,40,Marlshire,Survey,2024-05-01`;
  expect((await analyst.post(margins, { text: languages })).status).toBe(302);
  // 18 answered in Welsh
  expect(await seen(`${weights}?margin=.language`)).toContain("Put “Cymraeg” together with");
  for (const remove of ["bus", ".language"]) expect((await analyst.post(margins, { remove })).status).toBe(302);
  expect(await db().referenceMargin.count({ where: { consultationId: consultation.id } })).toBe(0);
  expect(await db().auditEntry.count({ where: { action: { in: ["analysis.load-margins", "analysis.remove-margin"] }, subjectId: consultation.id } })).toBe(5);
});

test("who does not analyse sees none of it", async () => {
  const editor = new Visitor(application, { now: new Date() }, [await signInCookie(await buildPerson({ role: "editor", partnership: consultation.partnership }))]);
  for (const path of [tables, `${tables}.csv?rows=bus`, surveyDesignPath(consultation.partnership, consultation)]) expect((await editor.open(path)).status).toBe(403);
});

test("what is erased is gone from what is kept in memory and written down", async () => {
  const set = (await findNewestSet(db(), consultation))!;
  const written = () => db().setColumns.findUnique({ where: { setId: set.id } });
  const { head } = (await written())!;
  expect(head).toContain("often");
  const before = await findSetColumns(db(), set.id);
  expect(await findSetColumns(db(), set.id)).toBe(before);
  await eraseAnswers(consultation, new Date());
  expect(await written()).toBeNull();
  expect((await findSetColumns(db(), set.id)).count({}, ["bus"]).of.get("bus")).toEqual({ answered: 0, counts: {} });
  expect((await written())!.head).not.toContain("often");
});
