// The whole report of ten thousand responses to 35 questions: its figures made from a set, with every text coded, and the page drawn.
import { codedQuestions } from "#app/analysis/coded-questions.ts";
import { readSetColumns } from "#app/analysis/set-columns.store.server.ts";
import { findNewestSet, makeSet } from "#app/analysis/sets.store.server.ts";
import { findConsultationForOfficer, holdConsultation, listVersions } from "#app/consultations/store.server.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { reportPreviewPath } from "#app/reports/paths.ts";
import { askForReport, workOutReport } from "#app/reports/reports.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { codeAll } from "./coded.ts";
import { consultationOf } from "./filled.ts";
import { median, type Figure } from "./figures.ts";
import { connect, fetchPage, type Site } from "./site.ts";

const size = 10_000;
const times = 5;
/** What issue 7 allows a report of 35 questions and ten thousand responses. */
const mostSeconds = 10;

export async function measureReport(site: Site, add: (figure: Figure) => void): Promise<void> {
  const { id, partnershipId } = await consultationOf(site, size);
  await db().consultation.update({ where: { id }, data: { closesAt: new Date(Date.now() - 3_600_000), frozenAt: new Date() } });
  await makeSet({ consultationId: id }, () => new Date());
  const consultation = await findConsultationForOfficer(db(), partnershipId, id);
  const versions = await listVersions(db(), consultation.formId);
  for (const { id: questionId } of codedQuestions(versions)) await codeAll(consultation, questionId, ["bench"]);
  const codings = await db().coding.count({ where: { partnershipId } });
  const set = await findNewestSet(db(), consultation);
  if (!set) throw new Error("There is no set.");
  const begun = performance.now();
  await readSetColumns(set.id, set.included);
  add({ name: "the responses of the set are read (control)", value: (performance.now() - begun) / 1000, unit: "s" });
  const made: number[] = [];
  for (let time = 0; time < times; time += 1) {
    await inTransaction(async (transaction) => askForReport(transaction, await holdConsultation(transaction, partnershipId, id), null, { personId: "bench", now: new Date() }));
    const { makingId } = await db().report.findUniqueOrThrow({ where: { consultationId: id } });
    const began = performance.now();
    await workOutReport({ consultationId: id, makingId: makingId ?? "" }, () => new Date());
    made.push((performance.now() - began) / 1000);
  }
  const questions = questionsOf(versions[0]!.definition).filter(({ type }) => type !== "statement").length;
  add({ name: "its figures are made: first", value: made[0] ?? Number.NaN, unit: "s", of: `${questions} questions, ${codings.toLocaleString("en-GB")} codes on texts; at most ${mostSeconds} s with the page` });
  add({ name: "its figures are made: median", value: median(made), unit: "s", of: `${times} times` });
  const connection = connect(site.url);
  const drawn: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const path = reportPreviewPath(site.partnership, consultation);
    const { status, ms } = await fetchPage(connection, site.url, path, { cookie: site.officer });
    if (status !== 200) throw new Error(`${path} was answered with ${status}`);
    drawn.push(ms / 1000);
  }
  await connection.close();
  add({ name: "the whole of it as a page: median", value: median(drawn), unit: "s", of: `${times} times` });
}
