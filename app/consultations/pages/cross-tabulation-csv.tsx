// A table of one question by another as CSV: how many gave both answers.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvDownload } from "#app/shared/csv.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { beginCrossDownload } from "../cross-tabulation-download.server.ts";
import { crossColumns, crossCounts } from "../cross-tabulation-file.ts";

export async function loader(args: LoaderFunctionArgs) {
  const words = wordsFor(args.context.language);
  const { consultation, shown } = await beginCrossDownload(args, "csv");
  return csvDownload(`table-${consultation.id}.csv`, crossColumns(shown, words).map(({ heading }) => heading), [crossCounts(shown, words)]);
}
