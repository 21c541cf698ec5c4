// A report from a set to what everybody reads: made by a job, written in by officers, quoted with permission, published in versions.
import { beforeAll, expect, test } from "vitest";
import { makeSet } from "#app/analysis/sets.store.server.ts";
import { addCoding } from "#app/analysis/codings.store.server.ts";
import { takeStep } from "#app/consultations/life.store.server.ts";
import { stateOf } from "#app/consultations/life.ts";
import { officeReportPath } from "#app/consultations/office-paths.ts";
import { consultationPath, reportPath } from "#app/consultations/paths.ts";
import { findConsultation } from "#app/consultations/store.server.ts";
import { decide, removeParts } from "#app/moderation/store.server.ts";
import { officeSectionPath, quotesPath, reportPreviewPath, reportVersionPath } from "#app/reports/paths.ts";
import { workOutReport } from "#app/reports/reports.store.server.ts";
import { listFindings } from "#app/evidence/store.server.ts";
import { unzip } from "#tests/support/unzip.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { openApplication, Visitor } from "#tests/support/application.ts";
import { buildCode, buildCodeframe, findFrame } from "#tests/support/codeframes.ts";
import { buildConsultation, buildPerson, buildResponse, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";
import { locationOf } from "#tests/support/requests.ts";

const day = 86_400_000;
let consultation: BuiltConsultation;
let [analyst, editor, approver, resident]: Visitor[] = [];
let analystId = "";

const plainly = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->|<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const office = () => officeReportPath(consultation.partnership, consultation);
const seen = (path = reportPath(consultation.partnership, consultation)) => plainly(resident!.open(path));

async function respond(many: number, first: string, given: Partial<Parameters<typeof buildResponse>[0]> = {}) {
  for (let one = 0; one < many; one += 1) await buildResponse({ consultation, answers: { first, bus: { option: one % 2 === 0 ? "often" : "never" } } as never, receivedAt: new Date(Date.now() - 3 * day), ...given });
}

/** Does what the job does. */
async function make() {
  expect(locationOf(await analyst!.post(office(), { deed: "make" }))).toContain("done=asked");
  const { consultationId, makingId } = await db().report.findFirstOrThrow();
  await workOutReport({ consultationId, makingId: makingId! }, () => new Date());
}

async function code(text: string, codeId: string) {
  const said = await db().answerText.findMany({ where: { text } });
  for (const { id: textId } of said) {
    const added = await inTransaction((transaction) => addCoding(transaction, { partnershipId: consultation.partnershipId, consultationId: consultation.id, now: new Date() }, { textId, codeId, coderId: analystId, stance: "support" }));
    expect(added.ok).toBe(true);
  }
}

async function clear(text: string) {
  for (const { id } of await db().answerText.findMany({ where: { text } })) {
    await inTransaction((transaction) => decide(transaction, consultation, id, { deed: "clear", personId: analystId, at: new Date(), reason: null }));
  }
}

const madeId = async () => (await db().report.findFirstOrThrow()).madeId!;
const publish = async (more: Record<string, string> = {}) => approver!.post(reportPreviewPath(consultation.partnership, consultation), { made: await madeId(), ...more });

beforeAll(async () => {
  const application = await openApplication();
  consultation = await buildConsultation({ opensAt: new Date(Date.now() - 60 * day), closesAt: new Date(Date.now() - 2 * day), graceInMinutes: 60 });
  const come = async (role: "analyst" | "editor" | "approver") => {
    const person = await buildPerson({ role, partnership: consultation.partnership });
    if (role === "analyst") analystId = person.id;
    return new Visitor(application, { now: new Date() }, [await signInCookie(person)]);
  };
  [analyst, editor, approver] = [await come("analyst"), await come("editor"), await come("approver")];
  resident = new Visitor(application, { now: new Date() }, []);
  await respond(12, "More buses, please");
  await respond(2, "Fewer cars");
  await respond(6, "Trees on Mill Lane, says Mrs Prys", { respondentType: "organisation", permission: "named", contact: { organisation: { name: "Friends of the Green" } } });
  await respond(8, "Homes");
  await respond(1, "Only in the summary", { permission: "summary" });
});

test("before there is a set nothing can be made, and the public finds no report", async () => {
  expect(await plainly(analyst!.open(office()))).toContain("There is no set of responses yet");
  expect((await resident!.open(reportPath(consultation.partnership, consultation))).status).toBe(404);
  await inTransaction((transaction) => takeStep(transaction, consultation, { kind: "freeze", personId: analystId, at: new Date() }));
  await makeSet({ consultationId: consultation.id }, () => new Date());
});

test("it is made by a job from the newest set: what was chosen, themes by those who answered, small figures hidden", async () => {
  const frameId = await buildCodeframe(consultation);
  const by = { frame: await findFrame(consultation, frameId), personId: analystId };
  const buses = await buildCode(by, "Buses");
  const cars = await buildCode(by, "Cars");
  const trees = await buildCode(by, "Trees");
  await code("More buses, please", buses);
  await code("Fewer cars", cars);
  await code("Trees on Mill Lane, says Mrs Prys", trees);
  expect((await approver!.post(office(), { deed: "make" })).status).toBe(403);
  await make();
  expect(stateOf(await findConsultation(db(), consultation.partnershipId, consultation.id), new Date())).toBe("report-draft");
  const page = await plainly(analyst!.open(reportPreviewPath(consultation.partnership, consultation)));
  expect(page).toContain("Responses counted in this report: 29.");
  expect(page).toContain("Buses 12");
  expect(page).toMatch(/Cars \[c\]/);
  expect(page).toContain("Answers in people’s own words: 29. Of them 20 carry a code.");
  expect(page).toContain("People who coded: 1.");
  expect(page).toContain("Nothing was suggested to the coders.");
  expect(page).toContain("No campaign was confirmed");
  expect(page).toContain("Friends of the Green");
  expect(page).not.toContain("More buses, please");
});

test("officers write beside the figures, and what two write at once is kept; a section is left out only with a reason", async () => {
  const path = officeSectionPath(consultation.partnership, consultation, "summary");
  expect((await editor!.post(path, { "words-en": "First.\n\n- one\n- two", "was.words-en": "" })).status).toBe(302);
  const clash = await analyst!.post(path, { "words-en": "Mine", "was.words-en": "" });
  expect(clash.status).toBe(422);
  expect(await clash.text()).toContain("- two");
  const hidden = officeSectionPath(consultation.partnership, consultation, "annex-codeframe");
  const refused = await editor!.post(hidden, { hidden: "yes", "words-en": "Kept" });
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringMatching(/Enter why the section is left out[\s\S]*>Kept<\/textarea>/)]);
  expect((await editor!.post(hidden, { hidden: "yes", "reason-en": "It is long." })).status).toBe(302);
  const page = await (await analyst!.open(reportPreviewPath(consultation.partnership, consultation))).text();
  expect(page).toMatch(/First\.<\/p><ul[^>]*><li>one<\/li><li>two<\/li><\/ul>/);
  expect(page).toContain("It is long.");
  expect((await editor!.open(officeSectionPath(consultation.partnership, consultation, "q.none"))).status).toBe(404);
});

test("sections are moved by one place", async () => {
  await editor!.post(office(), { deed: "up how" });
  const page = await plainly(editor!.open(office()));
  expect(page.indexOf("When and how people were asked")).toBeLessThan(page.indexOf("What was asked, and why"));
});

test("what may be published is quoted, with why; what only counts in the summary is not offered", async () => {
  await clear("More buses, please");
  await clear("Trees on Mill Lane, says Mrs Prys");
  const path = quotesPath(consultation.partnership, consultation, "first");
  expect((await editor!.open(path)).status).toBe(403);
  const offered = await plainly(analyst!.open(path));
  expect(offered).toContain("More buses, please");
  expect(offered).not.toContain("Only in the summary");
  const summary = await db().answerText.findFirstOrThrow({ where: { text: "Only in the summary" } });
  expect((await analyst!.open(`${path}?text=${summary.id}`)).status).toBe(404);
  const [bus, tree] = [await db().answerText.findFirstOrThrow({ where: { text: "More buses, please" } }), await db().answerText.findFirstOrThrow({ where: { text: { startsWith: "Trees" } } })];
  const refused = await analyst!.post(`${path}?text=${bus.id}`, { deed: "choose", text: bus.id, words: "no such words", why: "" });
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringMatching(/do not stand in the answer[\s\S]*Choose what the words say[\s\S]*Enter why you choose it/)]);
  await analyst!.post(path, { deed: "choose", text: bus.id, words: "More  buses", side: "support", why: "Most said so" });
  await analyst!.post(path, { deed: "choose", text: bus.id, words: "More buses", side: "support", why: "Most said so" });
  await analyst!.post(path, { deed: "choose", text: tree.id, words: "", side: "oppose", why: "The other side" });
  expect(await db().reportQuote.count()).toBe(2);
  expect(await plainly(analyst!.open(path))).toContain("They speak for it: 1. Against it: 1. Neither: 0.");
});

test("an approver publishes it, once; everybody reads it, names stand only where they may, and a decision may rest on it", async () => {
  expect((await analyst!.post(reportPreviewPath(consultation.partnership, consultation), { made: await madeId() })).status).toBe(403);
  expect((await approver!.post(reportPreviewPath(consultation.partnership, consultation), { made: "another" })).status).toBe(422);
  expect(locationOf(await publish())).toContain("done=published");
  expect(stateOf(await findConsultation(db(), consultation.partnershipId, consultation.id), new Date())).toBe("report-published");
  const page = await seen();
  expect(page).toContain("More buses An individual");
  expect(page).toContain("Trees on Mill Lane, says Mrs Prys Friends of the Green");
  expect(page).not.toContain("Most said so");
  expect(await seen(consultationPath(consultation.partnership, consultation))).toContain("Read the report of what people said");
});

test("each theme and chart of it is evidence, with where it can be read, of which set, question, code and base", async () => {
  const { findings } = await listFindings(db(), { partnershipId: consultation.partnershipId });
  const theme = findings.find(({ link }) => link?.code != null);
  const path = reportVersionPath(consultation.partnership, consultation, { number: 1 });
  expect(theme).toMatchObject({ sourceSubject: "reports", figure: { count: 12, base: 29, of: "answered" }, link: { path, set: 1, question: "first" } });
  expect(theme?.statement.en).toContain("of the 29 who answered in their own words, 12 (41%) spoke of “Buses”");
  expect(findings.find(({ kind }) => kind === "bus")?.link).toEqual({ path, set: 1, question: "bus", code: null });
});

test("it is taken away as a document whose headings and tables are told as such, and as tables", async () => {
  const docx = unzip(Buffer.from(await (await resident!.open(`${reportPath(consultation.partnership, consultation)}.docx`)).arrayBuffer()));
  const body = docx["word/document.xml"]!.toString();
  expect(body).toMatch(/<w:pStyle w:val="Heading1"\/>.*What was asked, and why/);
  expect(body).toMatch(/<w:tblHeader\/>/);
  expect(body).toContain("More buses");
  expect(docx["docProps/core.xml"]!.toString()).toContain("<dc:language>en-GB</dc:language>");
  const tables = unzip(Buffer.from(await (await resident!.open(`${reportPath(consultation.partnership, consultation)}.zip`)).arrayBuffer()));
  expect(Object.keys(tables)).toEqual(["who.csv", "question-1.csv", "question-2.csv", "question-3.csv", "campaigns.csv", "left-out.csv"]);
  expect(tables["question-1.csv"]!.toString()).toContain("Buses,,,12,29,");
});

test("words removed later are gone from every version, and so is what was withdrawn or erased", async () => {
  const trees = await db().answerText.findFirstOrThrow({ where: { quotes: { some: {} }, text: { startsWith: "Trees" } } });
  const start = trees.text.indexOf("Mrs Prys");
  await inTransaction((transaction) => removeParts(transaction, consultation, { textId: trees.id, spans: [{ start, end: start + 8 }], reason: "personal-other", personId: analystId, now: new Date() }));
  expect(await seen()).toContain("Trees on Mill Lane, says [removed: personal information]");
  await db().response.update({ where: { id: trees.responseId }, data: { withdrawnAt: new Date() } });
  const page = await seen();
  expect(page).not.toContain("Mill Lane");
  expect(page).toContain("A quote stood here that is not published any more.");
  const bus = await db().answerText.findFirstOrThrow({ where: { quotes: { some: {} }, text: { startsWith: "More" } } });
  await db().answerText.delete({ where: { id: bus.id } });
  expect(await seen()).not.toContain("More buses");
});

test("what comes after is a version of its own that says what is different; the one before stays at its address", async () => {
  await editor!.post(officeSectionPath(consultation.partnership, consultation, "next"), { "words-en": "The board meets in May." });
  const refused = await publish({ "reason-en": "A date was wrong" });
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringMatching(/Choose whether this version[\s\S]*>A date was wrong<\/textarea>/)]);
  expect(locationOf(await publish({ kind: "correction", "reason-en": "A date was wrong" }))).toContain("done=published");
  const page = await seen();
  expect(page).toMatch(/Version 2 corrects the one before: A date was wrong/);
  expect(page).toContain("The board meets in May.");
  expect(page).toMatch(/What happens next : what officers wrote/);
  const old = await seen(reportVersionPath(consultation.partnership, consultation, { number: 1 }));
  expect(old).toContain("This is version 1. Another was published after it.");
  expect(old).not.toContain("The board meets in May.");
});

test("taken back, everybody who comes for it is told why", async () => {
  expect((await editor!.post(office(), { deed: "take-back", "reason-en": "Wrong" })).status).toBe(403);
  expect((await approver!.post(office(), { deed: "take-back" })).status).toBe(422);
  await approver!.post(office(), { deed: "take-back", "reason-en": "Figures were mixed up" });
  const gone = await resident!.open(reportPath(consultation.partnership, consultation));
  expect(await db().finding.count({ where: { sourceSubject: "reports" } })).toBe(0);
  expect([gone.status, await gone.text()]).toEqual([410, expect.stringContaining("Figures were mixed up")]);
  expect(await seen(consultationPath(consultation.partnership, consultation))).not.toContain("Read the report of what people said");
});

test("what each officer did is written down, without the words of those who answered", async () => {
  const entries = await db().auditEntry.findMany({ where: { action: { startsWith: "report." } }, orderBy: { id: "asc" } });
  expect(entries.map(({ action }) => action)).toEqual([
    ...["report.make", "report.write", "report.leave-section-out", "report.move-section", "report.quote", "report.quote"],
    ...["report.publish", "report.write", "report.publish", "report.withdraw"],
  ]);
  expect(JSON.stringify(entries.map(({ facts }) => facts))).not.toMatch(/Prys|buses/);
});
