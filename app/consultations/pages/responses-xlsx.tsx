// The responses of a consultation as an .xlsx file with its guide, streamed; who took it is recorded.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { within } from "#app/forms/wording.ts";
import { db } from "#app/shared/db.server.ts";
import { workbookDownload } from "#app/shared/workbook.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { countWithdrawn } from "../counts.store.server.ts";
import { countExcluded } from "../exclusions.store.server.ts";
import { beginExport, exportRows, exportSheets } from "../responses-download.server.ts";
import { aboutRows } from "../responses-workbook.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now: madeAt } = args.context;
  const words = wordsFor(language);
  const { partnership, consultation, versions } = await beginExport(args, "xlsx");
  const excluded = await countExcluded(db(), consultation.id);
  const withdrawn = await countWithdrawn(db(), consultation.id);
  const byVersion = new Map(versions.map(({ id, number }) => [id, { number, count: 0 }]));
  const rows = exportRows(consultation.id, versions, ({ formVersionId }) => {
    const version = byVersion.get(formVersionId);
    if (version) version.count += 1;
  });
  const said = { title: within(consultation.title, words), partnership: within(partnership.name, words), madeAt };
  return workbookDownload(`responses-${consultation.id}.xlsx`, {
    ...{ title: words.t("office:export.title", { title: said.title }), creator: said.partnership, language, madeAt },
    sheets: exportSheets(versions, { rows, about: (written) => aboutRows({ ...said, versions: [...byVersion.values()], withdrawn, excluded, written }, words) }, words),
  });
}
