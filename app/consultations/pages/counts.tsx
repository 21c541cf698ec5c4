// The counts of a consultation as JSON in words, for the officers' page that refreshes them.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { requireRoles } from "#app/people/session.server.ts";
import { db } from "#app/shared/db.server.ts";
import { forbidden } from "#app/shared/responses.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { countResponses } from "../counts.store.server.ts";
import { showCounts } from "../counts.ts";
import { maySeeOffice } from "../office-policy.ts";
import { findConsultationForOfficer } from "../store.server.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const { roles } = await requireRoles(request, partnership, context.now);
  if (!maySeeOffice(roles)) throw forbidden();
  const consultation = await findConsultationForOfficer(db(), partnership.id, params.consultation);
  const counts = await countResponses(db(), consultation.id, context.now);
  const shown = showCounts(counts, consultation, context.now, wordsFor(context.language));
  return Response.json(shown, { headers: { "Cache-Control": "private, no-store" } });
}
