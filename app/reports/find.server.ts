// What everybody may read of a report: the version published last, unless it was taken back, and every version before it.
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Consultation } from "#app/consultations/consultation.ts";
import { findConsultation } from "#app/consultations/store.server.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import type { Words } from "#app/shared/words.ts";
import type { DrawnSection } from "./blocks.ts";
import { findPublishedReport } from "./draw.server.ts";
import { drawReport } from "./report-blocks.ts";
import type { ReportShown } from "./shown.ts";
import type { Version } from "./version.ts";
import { listReportVersions, readVersion } from "./versions.store.server.ts";

export type PublicReport = { partnership: Partnership; consultation: Consultation; versions: Version[]; version: Version; shown: ReportShown; sections: DrawnSection[] };

/** The version of that number, or the latest, in the words of a reader; without sections where it was taken back, and 404 where nothing ever was published. */
export async function findPublicReport({ params }: Pick<LoaderFunctionArgs, "params">, words: Words, number?: string | null): Promise<PublicReport> {
  const partnership = await findPartnership(db(), params.partnership);
  const consultation = await findConsultation(db(), partnership.id, params.consultation);
  const versions = await listReportVersions(db(), consultation.id);
  const version = number == null ? versions[0] : versions.find((one) => String(one.number) === number);
  if (!version) throw notFound();
  const { shown, sections } = await readVersion(db(), consultation.id, version.number);
  if (version.withdrawn) return { partnership, consultation, versions, version, shown, sections: [] };
  return { partnership, consultation, versions, version, shown, sections: drawReport(words, await findPublishedReport(db(), { partnership, consultation }, { shown, sections })) };
}
