// What a download of the responses starts from: whose it is, written down, and the rows as they are read.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, pool } from "#app/shared/db.server.ts";
import { countReceived } from "./counts.store.server.ts";
import { walkResponses } from "./current-responses.store.server.ts";
import { mayExportResponses } from "./office-policy.ts";
import { findForOffice } from "./office.server.ts";
import { exportRowMaker, type ExportedResponse, type ExportedVersion } from "./responses-export.ts";
import { listVersions } from "./store.server.ts";

/** The consultation and its versions for whoever may take the responses, which is recorded with how many they are. */
export async function beginExport(args: LoaderFunctionArgs, format: "csv" | "xlsx") {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayExportResponses);
  const { id, formId } = consultation;
  const versions = await listVersions(db(), formId);
  const count = (await countReceived(db(), [id])).get(id) ?? 0;
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
