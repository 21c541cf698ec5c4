// Versions of a report: published, read, taken back. Never changed.
import { z } from "zod";
import type { Consultation } from "#app/consultations/consultation.ts";
import { takeStep } from "#app/consultations/life.store.server.ts";
import { setReportPublic } from "#app/consultations/store.server.ts";
import { publishFinding, withdrawFindings } from "#app/evidence/store.server.ts";
import { findPartnershipById } from "#app/partnerships/store.server.ts";
import { recordReleased } from "#app/publication/store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { defaultLanguage, languages, textSchema, type Text } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { findingSubject, findingsOfReport } from "./finding.ts";
import { reportVersionPath } from "./paths.ts";
import { madeBlocks, type Live, type Written } from "./report-blocks.ts";
import { findReport, readCounted, readMade, takeMarks, type By } from "./reports.store.server.ts";
import { questionOf, sectionsOf } from "./section.ts";
import { listWritten } from "./sections.store.server.ts";
import type { ReportShown } from "./shown.ts";
import { differences, differencesOf, kinds, type Compared, type Version, type VersionKind, type VersionSection } from "./version.ts";

const withdrawal = { select: { at: true, reason: true } } as const;
const ofVersion = { id: true, number: true, setNumber: true, publishedAt: true, kind: true, reason: true, differs: true, withdrawal } as const;

const versionSchema = z
  .object({
    ...{ id: z.string(), number: z.int(), setNumber: z.int(), publishedAt: z.date(), kind: z.enum(kinds), reason: textSchema.nullable() },
    differs: z.array(z.object({ key: z.string(), in: z.array(z.enum(differences)) })),
    withdrawal: z.object({ at: z.date(), reason: textSchema }).nullable(),
  })
  .transform(({ withdrawal: withdrawn, ...version }): Version => ({ ...version, withdrawn }));

/** What was published so far, the latest first. */
export async function listReportVersions(on: Database, consultationId: string): Promise<Version[]> {
  const rows = await on.reportVersion.findMany({ where: { consultationId }, select: ofVersion, orderBy: { number: "desc" } });
  return rows.map((row) => versionSchema.parse(row));
}

/** What a version shows and says, but for what has to be as it is now; 404 where there is none of that number. */
export async function readVersion(on: Database, consultationId: string, number: number): Promise<{ shown: ReportShown; sections: VersionSection[] }> {
  const row = await on.reportVersion.findUnique({ where: { consultationId_number: { consultationId, number } }, select: { shown: true, sections: true } });
  if (!row) throw notFound();
  return { shown: row.shown as unknown as ReportShown, sections: row.sections as unknown as VersionSection[] };
}

const nothingLive: Live = { quotes: new Map(), organisations: [], outcome: null, replies: [], promisedOn: null, outcomePath: "" };

/** The sections with what is made in them, to be compared; what is read anew each time is left out. */
function comparedOf(shown: ReportShown, sections: readonly VersionSection[]): Compared[] {
  const report = { shown, placed: [], written: new Map<string, Written>(), live: nothingLive };
  return sections.map((section) => ({ ...section, made: madeBlocks(wordsFor(defaultLanguage), report, section.key) }));
}

/** Why a report was not published; the words are `reports:refused.<because>`. */
export type Refusal = "changed" | "open";

type Publishing = { madeId: string; kind: VersionKind; reason: Text | null };

/**
 * Publishes the report as it stands, with the figures that were made last, of a consultation that is held: its number, or why it is
 * not. The caller has asked the policy.
 */
export async function publishReport(transaction: Transaction, consultation: Consultation, { madeId, kind, reason }: Publishing, { personId, now }: By): Promise<number | Refusal> {
  const { id: consultationId, partnershipId } = consultation;
  const report = await findReport(transaction, consultation, now);
  if (report?.made?.id !== madeId || report.making?.isUnderWay) return "changed";
  const { shown, officers } = await readMade(transaction, consultationId);
  if (officers.open.length > 0) return "open";
  if ((await takeMarks(transaction, consultation, report.made.setId)).gate !== officers.marks.gate) return "changed";
  const [last] = await listReportVersions(transaction, consultationId);
  const written = await listWritten(transaction, consultationId);
  const chosen = await transaction.reportQuote.findMany({ where: { consultationId, takenOutAt: null }, select: { id: true, questionId: true }, orderBy: [{ place: "asc" }, { id: "asc" }] });
  const sections = sectionsOf(shown, report.placed).map((key): VersionSection => ({
    ...{ key, words: written.get(key)?.words ?? {}, hiddenBecause: written.get(key)?.hiddenBecause ?? null },
    quotes: chosen.filter(({ questionId }) => questionId === questionOf(key)).map(({ id }) => id),
  }));
  const before = last ? await readVersion(transaction, consultationId, last.number) : null;
  const differs = before ? differencesOf(comparedOf(before.shown, before.sections), comparedOf(shown, sections)) : [];
  const [id, number] = [newId(), (last?.number ?? 0) + 1];
  await transaction.reportVersion.create({
    data: {
      ...{ id, partnershipId, consultationId, number, setNumber: shown.set.number, publishedAt: now, publishedById: personId, kind: last ? kind : "first", differs },
      ...(reason && { reason }),
      shown: shown as unknown as Prisma.InputJsonObject,
      sections: sections as unknown as Prisma.InputJsonArray,
    },
  });
  await recordReleased(transaction, consultation, { sourceSubject: "reports", sourceId: id, counted: await readCounted(transaction, consultationId) }, now);
  if (last) await withdrawFindings(transaction, findingSubject, last.id);
  const of = { versionId: id, title: consultation.title, path: reportVersionPath(await findSlug(transaction, partnershipId), consultation, { number }) };
  for (const finding of findingsOfReport(shown, sections, of, languages.map(wordsFor))) await publishFinding(transaction, partnershipId, finding, now);
  // the figures that were made count as known from now on, and stand until others are made
  const marks = { ...officers.marks, gate: (await takeMarks(transaction, consultation, report.made.setId)).gate };
  await transaction.report.update({ where: { consultationId }, data: { hidden: { ...officers, marks } as unknown as Prisma.InputJsonObject } });
  // [Gunning 4] from now on what people said is there to be read, and a decision may rest on it; the first time counts.
  await takeStep(transaction, consultation, { kind: "publish-report", personId, at: now });
  await setReportPublic(transaction, consultation, now);
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "report.publish", subjectKind: "consultation", subjectId: consultationId },
    facts: { number, set: shown.set.number, hidden: shown.method.hidden.figures },
  });
  return number;
}

async function findSlug(on: Database, partnershipId: string): Promise<{ slug: string }> {
  const partnership = await findPartnershipById(on, partnershipId);
  if (!partnership) throw notFound();
  return partnership;
}

/** Takes back what is published of a consultation that is held; everybody is told that, and why. */
export async function withdrawReport(transaction: Transaction, { id: consultationId, partnershipId }: Consultation, reason: Text, { personId, now }: By): Promise<void> {
  const [last] = await listReportVersions(transaction, consultationId);
  if (!last || last.withdrawn) return;
  await transaction.reportWithdrawal.create({ data: { versionId: last.id, partnershipId, at: now, byId: personId, reason } });
  await withdrawFindings(transaction, findingSubject, last.id);
  await setReportPublic(transaction, { id: consultationId, partnershipId }, null);
  await recordAudit(transaction, { partnershipId, personId, action: "report.withdraw", subjectKind: "consultation", subjectId: consultationId, facts: { number: last.number } });
}
