// A table of a set as CSV: a row for each figure, which names the set.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { recordAudit } from "#app/shared/audit.server.ts";
import { csvDownload } from "#app/shared/csv.server.ts";
import { db } from "#app/shared/db.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { setTablesPath } from "../paths.ts";
import { fileHeader, fileRows } from "../set-table-file.ts";
import { findSetTable } from "../set-table.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const words = wordsFor(args.context.language);
  const { partnership, consultation, signedIn, set, shown, design, campaigns, chosen, chosenFilters } = await findSetTable(args);
  if (!shown) throw redirect(setTablesPath(partnership, consultation, set) + new URL(args.request.url).search);
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId, action: "analysis.export-table", subjectKind: "consultation", subjectId: consultation.id },
    facts: { number: set.number, down: chosen.rows, across: chosen.columns, count: "one" in shown ? shown.one.answered : shown.two.table.both },
  });
  const rows = fileRows({ set, shown, design, view: campaigns.view, chosen: chosenFilters }, words);
  return csvDownload(`set-${set.number}-table-${consultation.id}.csv`, fileHeader(words), [rows]);
}
