// The counts of a consultation as JSON in words, for the officers' page that refreshes them.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/shared/db.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { countResponses } from "../counts.store.server.ts";
import { showCounts } from "../counts.ts";
import { maySeeOffice } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { now, language } = args.context;
  const { consultation } = await findForOffice(args, maySeeOffice);
  const counts = await countResponses(db(), consultation.id, now);
  const shown = showCounts(counts, consultation, now, wordsFor(language));
  return Response.json(shown, { headers: { "Cache-Control": "private, no-store" } });
}
