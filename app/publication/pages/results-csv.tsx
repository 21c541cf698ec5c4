// The published tables as CSV, in the reader's language.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvDownload } from "#app/shared/csv.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { downloadColumns, downloadRuns } from "../download.ts";
import { findPublicResults } from "../find.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { consultation, results, latest } = await findPublicResults(args);
  const words = wordsFor(args.context.language);
  return csvDownload(`results-${consultation.id}-${latest.number}.csv`, downloadColumns(words).map(({ heading }) => heading), downloadRuns(results, words));
}
