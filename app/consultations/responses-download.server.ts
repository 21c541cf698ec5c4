// What a download of the responses starts from: whose it is, written down, the rows as they are read, and the sheets they stand in.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Run } from "#app/shared/csv.server.ts";
import { db, pool } from "#app/shared/db.server.ts";
import type { Words } from "#app/shared/words.ts";
import type { Sheet } from "#app/shared/workbook.server.ts";
import type { WrittenWorkbook } from "#app/shared/workbook.ts";
import { countReceivedBy } from "./counts.store.server.ts";
import { walkResponses } from "./current-responses.store.server.ts";
import { mayExportResponses } from "./office-policy.ts";
import { findForOffice } from "./office.server.ts";
import {
  exportColumns,
  exportGuide,
  exportRowMaker,
  forAnalysis,
  guideColumns,
  type ExportedParts,
  type ExportedResponse,
  type ExportedVersion,
} from "./responses-export.ts";
import { aboutColumns } from "./responses-workbook.ts";
import { listVersions } from "./store.server.ts";

/** The consultation and its versions for whoever may take the responses, which is recorded with how many they are. */
export async function beginExport(args: LoaderFunctionArgs, format: "csv" | "xlsx") {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayExportResponses);
  const { id, formId } = consultation;
  const versions = await listVersions(db(), formId);
  const count = await countReceivedBy(db(), id);
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId },
    ...{ action: "responses.export", subjectKind: "consultation", subjectId: id, facts: { count, format } },
  });
  return { partnership, consultation, versions };
}

/** The rows in the order in which the responses came; each is told of as it is made. */
export async function* exportRows(consultationId: string, versions: ExportedVersion[], tell?: (response: ExportedResponse) => void) {
  const rowOf = exportRowMaker(versions);
  for await (const responses of walkResponses(pool(), consultationId)) yield mapped(responses, rowOf, tell);
}

function* mapped(responses: Iterable<ExportedResponse>, rowOf: (response: ExportedResponse) => string[], tell?: (response: ExportedResponse) => void) {
  for (const response of responses) {
    tell?.(response);
    yield rowOf(response);
  }
}

type OfSheets = { parts?: ExportedParts; rows: AsyncIterable<Run>; about: (written: WrittenWorkbook) => string[][] };

/** The responses, what their columns mean, and what the file says about itself. */
export function exportSheets(versions: readonly ExportedVersion[], { parts = forAnalysis, rows, about }: OfSheets, words: Words): Sheet[] {
  const { t } = words;
  return [
    { name: t("office:export.sheet.responses"), columns: exportColumns(versions, parts), rows: () => rows },
    { name: t("office:export.sheet.columns"), columns: guideColumns(words), wraps: true, rows: () => [exportGuide(versions, words, { isOfSheet: true, parts })] },
    { name: t("office:export.sheet.about"), columns: aboutColumns(words), wraps: true, rows: (written) => [about(written)] },
  ];
}
