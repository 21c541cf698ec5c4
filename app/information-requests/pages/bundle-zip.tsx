// What is given to whoever asked, as a ZIP; that it was fetched is written down.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { downloadOf } from "#app/shared/download.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { zipOf } from "#app/shared/zip.server.ts";
import { bundleEntries } from "../bundle.server.ts";
import { countInScope, decidedOf } from "../decisions.store.server.ts";
import { requireRequest } from "../guard.server.ts";
import { informationRequestPath } from "../paths.ts";
import { recordBundle } from "../requests.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, signedIn, request } = await requireRequest(args);
  const counted = await countInScope(db(), request.id);
  if (counted.all === 0 || counted.undecided > 0) return redirect(informationRequestPath(partnership, request.id, { done: "undecided" }));
  const counts = decidedOf(counted);
  await inTransaction((transaction) => recordBundle(transaction, partnership, request.id, counts, { personId: signedIn.personId, now }));
  return downloadOf(`information-${request.id}.zip`, "application/zip", zipOf(bundleEntries({ partnership, request, counts }, wordsFor(language))));
}
