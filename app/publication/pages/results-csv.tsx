// The published tables as CSV, in the reader's language.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvDownload } from "#app/shared/csv.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { downloadHeader, downloadRuns } from "../download.ts";
import { findPublicResults } from "../find.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { consultation, results, latest } = await findPublicResults(args);
  const words = wordsFor(args.context.language);
  return csvDownload(`results-${consultation.id}-${latest.number}.csv`, downloadHeader(words), downloadRuns(results, words));
}
