// What every column of the responses' CSV means, as CSV in the reader's language.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { requireRoles } from "#app/people/session.server.ts";
import { csvDownload } from "#app/shared/csv.server.ts";
import { db } from "#app/shared/db.server.ts";
import { forbidden } from "#app/shared/responses.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { mayExportResponses } from "../office-policy.ts";
import { exportGuide, guideHeader } from "../responses-export.ts";
import { findConsultationForOfficer, listVersions } from "../store.server.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const { roles } = await requireRoles(request, partnership, context.now);
  if (!mayExportResponses(roles)) throw forbidden();
  const { id, formId } = await findConsultationForOfficer(db(), partnership.id, params.consultation);
  const words = wordsFor(context.language);
  const guide = exportGuide(await listVersions(db(), formId), words);
  return csvDownload(`columns-${id}.csv`, guideHeader(words), [guide]);
}
