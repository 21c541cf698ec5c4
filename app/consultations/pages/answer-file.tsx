// A file that somebody sent as an answer, for those who read the answers.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer } from "#app/files/download.server.ts";
import { findFileBehindGuard } from "#app/files/store.server.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { requireRoles } from "#app/people/session.server.ts";
import { db } from "#app/shared/db.server.ts";
import { forbidden, notFound } from "#app/shared/responses.server.ts";
import { mayReadAnswers } from "../office-policy.ts";
import { isFileOfResponses } from "../results.store.server.ts";
import { findConsultationForOfficer } from "../store.server.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const { roles } = await requireRoles(request, partnership, context.now);
  if (!mayReadAnswers(roles)) throw forbidden();
  const { id } = await findConsultationForOfficer(db(), partnership.id, params.consultation);
  const file = await findFileBehindGuard(db(), partnership.id, params.file);
  if (!(await isFileOfResponses(db(), id, file.id))) throw notFound();
  return fileAnswer(request, file);
}
