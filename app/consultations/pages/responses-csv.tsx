// The responses of a consultation as CSV, streamed; who took it is recorded.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { recordAudit } from "#app/shared/audit.server.ts";
import { csvDownload } from "#app/shared/csv.server.ts";
import { db, inTransaction, pool } from "#app/shared/db.server.ts";
import { countReceived } from "../counts.store.server.ts";
import { walkResponses } from "../current-responses.store.server.ts";
import { mayExportResponses } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";
import { exportHeader, exportRowMaker, type ExportedResponse, type ExportedVersion } from "../responses-export.ts";
import { listVersions } from "../store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayExportResponses);
  const { id, formId } = consultation;
  const versions = await listVersions(db(), formId);
  const count = (await countReceived(db(), [id])).get(id) ?? 0;
  await inTransaction((transaction) =>
    recordAudit(transaction, {
      partnershipId: partnership.id,
      personId: signedIn.personId,
      ...{ action: "responses.export", subjectKind: "consultation", subjectId: id, facts: { count } },
    }),
  );
  return csvDownload(`responses-${id}.csv`, exportHeader(versions), linesOf(id, versions));
}

async function* linesOf(consultationId: string, versions: ExportedVersion[]) {
  const lineOf = exportRowMaker(versions);
  for await (const responses of walkResponses(pool(), consultationId)) yield mapped(responses, lineOf);
}

function* mapped(responses: Iterable<ExportedResponse>, lineOf: (response: ExportedResponse) => string[]) {
  for (const response of responses) yield lineOf(response);
}
