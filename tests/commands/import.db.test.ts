import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { stateOf } from "#app/consultations/life.ts";
import { importConsultation } from "#app/consultations/import-consultation.server.ts";
import { importResponses } from "#app/consultations/import-responses.server.ts";
import { readResponseMap } from "#app/consultations/response-map.ts";
import { findConsultation, findConsultationForOfficer, findCurrentVersion } from "#app/consultations/store.server.ts";
import { countUp, listTallies } from "#app/consultations/tallies.store.server.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { db } from "#app/shared/db.server.ts";
import { buildConsultation, buildPartnership } from "#tests/support/factories.ts";
import { sharedFile } from "#tests/support/shared-files.ts";

const now = new Date("2026-06-15T10:00:00Z");
const folder = mkdtempSync(join(tmpdir(), "folkmoot-import-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const silent = () => undefined;

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

function mapOf(input: unknown) {
  const map = readResponseMap(input);
  if (!map.ok) throw new Error(JSON.stringify(map.problem));
  return map.value;
}

const questions = sharedFile("seed/odpm-2005-questions.json");
const responses = sharedFile("edinburgh-natural-neighbourhoods-2013-responses.csv");
const whyNot = (path: string | null) => (path === null ? " (skipped: the real file is not beside this checkout)" : "");

const paper = {
  ...{ title: "A paper", publisher: "The Office", responsesDue: "2006-03-03" },
  questions: [{ number: 1, chapter: 1, chapterTitle: "Roles", text: "Who should lead?" }],
};

describe("importing a consultation", () => {
  it.skipIf(questions === null)(`the 35 questions of 2005 are published and open at once when asked${whyNot(questions)}`, async () => {
    const partnership = await buildPartnership();
    const said: string[] = [];
    const id = await importConsultation(partnership, readJson(questions!), { publish: true }, now, (line) => said.push(line));
    const consultation = await findConsultation(db(), partnership.id, id);
    expect(stateOf(consultation, now)).toBe("open");
    expect(consultation.title).toEqual({ en: "Local Strategic Partnerships: Shaping their future" });
    const { definition } = await findCurrentVersion(db(), consultation.formId);
    expect(questionsOf(definition)).toHaveLength(36);
    expect(said).toEqual([
      "The file's closing date, 3 March 2006, has passed and is not used.",
      "Taken in: “Local Strategic Partnerships: Shaping their future”, 36 questions in 5 sections.",
      `Id: ${id}`,
      "Published; it is open now until the end of 7 September 2026.",
      `Address: http://localhost:3000/${partnership.slug}/consultations/${id}`,
    ]);
  });

  it("a consultation stays unpublished and without dates unless asked otherwise", async () => {
    const partnership = await buildPartnership();
    const id = await importConsultation(partnership, paper, { publish: false }, now, silent);
    expect(await findConsultationForOfficer(db(), partnership.id, id)).toMatchObject({ publishedAt: null, opensAt: null, closesAt: null });
  });

  it("it is open from the start of its first day to the end of its last", async () => {
    const partnership = await buildPartnership();
    const asked = { publish: true, openOn: "2026-07-01", closeOn: "2026-07-31" };
    const consultation = await findConsultation(db(), partnership.id, await importConsultation(partnership, paper, asked, now, silent));
    expect(consultation.opensAt?.toISOString()).toBe("2026-06-30T23:00:00.000Z");
    expect(consultation.closesAt?.toISOString()).toBe("2026-07-31T23:00:00.000Z");
    expect(stateOf(consultation, now)).toBe("scheduled");
  });

  it("the closing date of the file is used while it is to come", async () => {
    const partnership = await buildPartnership();
    const id = await importConsultation(partnership, { ...paper, responsesDue: "2026-09-30" }, { publish: true }, now, silent);
    const { closesAt } = await findConsultation(db(), partnership.id, id);
    expect(closesAt?.toISOString()).toBe("2026-09-30T23:00:00.000Z");
  });

  it("what is wrong is told in words, with the way to it, and nothing is saved", async () => {
    const partnership = await buildPartnership();
    const wrong = {
      consultation: { title: { en: "Buses" }, summary: { en: "Say." } },
      form: { languages: ["en"], sections: [{ id: "s", heading: { en: "S" }, layout: "one-page", questions: [{ id: "q", type: "poem", label: {} }] }] },
    };
    await expect(importConsultation(partnership, wrong, { publish: true }, now, silent)).rejects.toThrow(
      "The consultation cannot be taken:\n  form.sections[0].questions[0].type: There is no question of this type",
    );
    await expect(importConsultation(partnership, { questions: [] }, { publish: true }, now, silent)).rejects.toThrow(/The questions cannot be taken:\n {2}title: /);
    await expect(importConsultation(partnership, paper, { publish: true, closeOn: "2026-06-14" }, now, silent)).rejects.toThrow(/has passed/);
    expect(await db().consultation.count({ where: { partnershipId: partnership.id } })).toBe(0);
  });
});

const example = mapOf(readJson("docs/examples/natural-neighbourhoods.map.json"));

async function buildNeighbourhoods() {
  const partnership = await buildPartnership();
  const shipped = readJson("docs/examples/natural-neighbourhoods.consultation.json");
  const id = await importConsultation(partnership, shipped, { publish: true }, now, silent);
  return findConsultation(db(), partnership.id, id);
}

const header = "record_id,source_batch,channel,neighbourhood_answer,postcode_sector,recorded_date,officer_note";

function fileOf(...rows: string[]): string {
  const path = join(folder, "responses.csv");
  writeFileSync(path, [header, ...rows].join("\r\n"));
  return path;
}

describe("importing responses", () => {
  it.skipIf(responses === null)(`all 2,955 real responses are accounted for, and a second time loads none${whyNot(responses)}`, async () => {
    const consultation = await buildNeighbourhoods();
    const said: string[] = [];
    const asked = { file: responses!, consultationId: consultation.id, map: example };
    const first = await importResponses(asked, now, (line) => said.push(line));
    expect(first).toMatchObject({ rows: 2955, loaded: 2955, refused: 0, alreadyThere: 0, refusalsFile: null, unreadableFrom: null });
    expect(said.at(-1)).toBe("2,955 rows: 2,955 loaded, 0 refused, 0 already there.");
    const second = await importResponses(asked, now, silent);
    expect(second).toMatchObject({ rows: 2955, loaded: 0, refused: 0, alreadyThere: 2955 });
    const channels = await db().response.groupBy({ by: ["channel"], where: { consultationId: consultation.id }, _count: true });
    expect(Object.fromEntries(channels.map(({ channel, _count }) => [channel, _count]))).toEqual({
      ...{ online: 2451, phone: 343, interview: 141, paper_form: 16, email: 4 },
    });
    const someone = await db().response.findFirstOrThrow({
      where: { consultationId: consultation.id, importKey: "natural-neighbourhoods-2013:1" },
      include: { revisions: true, contact: true },
    });
    expect(someone).toMatchObject({
      ...{ permission: "summary", reference: null, receivedAt: new Date("2013-09-04T12:00:00Z"), contact: null },
      revisions: [{ number: 1, answers: { neighbourhood: "Leith", "postcode-sector": "EH6 5" } }],
    });
    await countUp(consultation.id, now);
    const { counted, waits } = await listTallies(db(), consultation.id);
    expect([counted[0]?.tally.responses, counted[0]?.tally.questions.neighbourhood?.answered, waits]).toEqual([2955, 2955, false]);
  });

  it("every row is loaded or refused with its line and reason, and the counts add up", async () => {
    const consultation = await buildNeighbourhoods();
    const file = fileOf(
      '1,a,online,"South West\r\nEdinburgh",EH11 1,04/09/2013,',
      "2,a,pigeon,Leith,EH6 5,04/09/2013,",
      "",
      "3,a,online,,EH6 5,04/09/2013,",
      "4,a,online,Leith,EH6 5,04-09-2013,",
      "1,a,online,Leith,EH6 5,04/09/2013,",
      "5,a,online,Leith,EH6 5,04/09/2013,,too many",
      "=HYPERLINK(1),a,online,Leith,a postcode in full,04/09/2013,",
      "6,a,paper,'; DROP TABLE \"Response\"; --,EH6 5,04/09/2013,<script>",
    );
    const said: string[] = [];
    const summary = await importResponses({ file, consultationId: consultation.id, map: example }, now, (line) => said.push(line));
    expect(summary).toMatchObject({ rows: 8, loaded: 2, refused: 6, alreadyThere: 0 });
    expect(said.slice(0, 7)).toEqual([
      "Line 4 is refused: the map does not know the channel “pigeon”.",
      "Line 6 is refused: “neighbourhood_answer” is blank.",
      "Line 7 is refused: “04-09-2013” is not a date written as DD/MM/YYYY.",
      "Line 8 is refused: its key stands on line 2 already.",
      "Line 9 is refused: it has 8 columns where the first line has 7.",
      expect.stringMatching(/^Line 10 is refused: .*must be 8 characters or fewer/),
      "8 rows: 2 loaded, 6 refused, 0 already there.",
    ]);
    const listing = readFileSync(summary.refusalsFile!, "utf8");
    expect(listing.split("\r\n")).toHaveLength(8);
    expect(listing).toContain("10,'=HYPERLINK(1)");
    const texts = await db().responseRevision.findMany({ where: { response: { consultationId: consultation.id } }, select: { answers: true } });
    expect(texts.map(({ answers }) => (answers as { neighbourhood: string }).neighbourhood).sort()).toEqual(["'; DROP TABLE \"Response\"; --", "South West Edinburgh"]);
  });

  it("the listing of refusals goes when nothing is refused any more", async () => {
    const consultation = await buildNeighbourhoods();
    const asked = { consultationId: consultation.id, map: example };
    const { refusalsFile } = await importResponses({ ...asked, file: fileOf("1,a,pigeon,Leith,EH6 5,04/09/2013,") }, now, silent);
    await importResponses({ ...asked, file: fileOf("1,a,online,Leith,EH6 5,04/09/2013,") }, now, silent);
    expect(existsSync(refusalsFile!)).toBe(false);
  });

  it("rows before a quotation mark that is never closed are loaded, and the line is told", async () => {
    const consultation = await buildNeighbourhoods();
    const file = fileOf("1,a,online,Leith,EH6 5,04/09/2013,", '2,a,online,"Leith,EH6 5,04/09/2013,', "3,a,online,Leith,EH6 5,04/09/2013,");
    const summary = await importResponses({ file, consultationId: consultation.id, map: example }, now, silent);
    expect(summary).toMatchObject({ rows: 1, loaded: 1, unreadableFrom: 3 });
  });

  it("the same keys from another source are other responses", async () => {
    const consultation = await buildNeighbourhoods();
    const asked = { file: fileOf("1,a,online,Leith,EH6 5,04/09/2013,"), consultationId: consultation.id };
    await importResponses({ ...asked, map: example }, now, silent);
    expect(await importResponses({ ...asked, map: { ...example, source: "another" } }, now, silent)).toMatchObject({ loaded: 1 });
  });

  it("each import is in the audit log, with counts and no answers", async () => {
    const consultation = await buildNeighbourhoods();
    await importResponses({ file: fileOf("1,a,online,Leith,EH6 5,04/09/2013,"), consultationId: consultation.id, map: example }, now, silent);
    const entries = await db().auditEntry.findMany({ where: { subjectId: consultation.id, action: { startsWith: "responses." } }, orderBy: { id: "asc" } });
    expect(entries.map(({ action, facts }) => [action, facts])).toEqual([
      ["responses.begin-import", { source: "natural-neighbourhoods-2013" }],
      ["responses.import", { source: "natural-neighbourhoods-2013", rows: 1, loaded: 1, refused: 0, alreadyThere: 0 }],
    ]);
  });

  it("an unknown or unpublished consultation, an empty file and a map that does not fit are each told in a sentence", async () => {
    const file = fileOf("1,a,online,Leith,EH6 5,04/09/2013,");
    const run = (wanted: Partial<Parameters<typeof importResponses>[0]>, id: string) =>
      importResponses({ file, consultationId: id, map: example, ...wanted }, now, silent);
    await expect(run({}, "nothing")).rejects.toThrow("There is no consultation with the id nothing.");
    const unpublished = await buildConsultation({ publishedAt: null });
    await expect(run({}, unpublished.id)).rejects.toThrow("Publish the consultation first");
    const consultation = await buildNeighbourhoods();
    writeFileSync(join(folder, "empty.csv"), "");
    await expect(run({ file: join(folder, "empty.csv") }, consultation.id)).rejects.toThrow("The file is empty.");
    await expect(run({ map: { ...example, key: "number" } }, consultation.id)).rejects.toThrow(/The map does not fit:\n {2}The file has no column “number”/);
  });
});
