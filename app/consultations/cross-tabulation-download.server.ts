// What a file of a table of one question by another starts from: the table, with who took it written down.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db } from "#app/shared/db.server.ts";
import { findCrossTabulation } from "./cross-tabulation.server.ts";
import { crossTabulationPath } from "./office-paths.ts";

/** The table that the address asks for; where it asks for none, the page says what is missing. */
export async function beginCrossDownload(args: LoaderFunctionArgs, format: "csv" | "xlsx") {
  const { shown, ...found } = await findCrossTabulation(args);
  const { partnership, consultation, signedIn, chosen } = found;
  if (!shown) throw redirect(crossTabulationPath(partnership, consultation) + new URL(args.request.url).search);
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId },
    ...{ action: "consultation.export-table", subjectKind: "consultation", subjectId: consultation.id, facts: { down: chosen.rows, across: chosen.columns, count: shown.table.both, format } },
  });
  return { ...found, shown };
}
