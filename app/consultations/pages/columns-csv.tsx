// What every column of the responses' CSV means, as CSV in the reader's language.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvDownload } from "#app/shared/csv.server.ts";
import { db } from "#app/shared/db.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { mayExportResponses } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";
import { exportGuide, guideColumns } from "../responses-export.ts";
import { listVersions } from "../store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { consultation } = await findForOffice(args, mayExportResponses);
  const { id, formId } = consultation;
  const words = wordsFor(args.context.language);
  const guide = exportGuide(await listVersions(db(), formId), words);
  return csvDownload(`columns-${id}.csv`, guideColumns(words).map(({ heading }) => heading), [guide]);
}
