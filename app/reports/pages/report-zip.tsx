// The tables of a published report as CSV files in a ZIP, in the reader's language.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvBytes } from "#app/shared/csv.server.ts";
import { downloadOf } from "#app/shared/download.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { zipOf } from "#app/shared/zip.server.ts";
import { findPublicReport } from "../find.server.ts";
import { tableFiles } from "../tables-file.ts";

export async function loader(args: LoaderFunctionArgs) {
  const words = wordsFor(args.context.language);
  const { consultation, version, shown } = await findPublicReport(args, words, new URL(args.request.url).searchParams.get("version"));
  if (version.withdrawn) throw notFound();
  const entries = tableFiles(shown, words).map(({ name, heading, runs }) => ({ name, bytes: csvBytes(heading, runs) }));
  return downloadOf(`report-${consultation.id}-${version.number}.zip`, "application/zip", zipOf(entries));
}
