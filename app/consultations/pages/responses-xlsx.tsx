// The responses of a consultation as an .xlsx file with its guide, streamed; who took it is recorded.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { within } from "#app/forms/wording.ts";
import { db } from "#app/shared/db.server.ts";
import { workbookDownload } from "#app/shared/workbook.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { countWithdrawn } from "../counts.store.server.ts";
import { countExcluded } from "../exclusions.store.server.ts";
import { beginExport, exportRows } from "../responses-download.server.ts";
import { exportColumns, exportGuide, guideColumns } from "../responses-export.ts";
import { aboutColumns, aboutRows } from "../responses-workbook.ts";

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
    sheets: [
      { name: words.t("office:export.sheet.responses"), columns: exportColumns(versions), rows: () => rows },
      { name: words.t("office:export.sheet.columns"), columns: guideColumns(words), wraps: true, rows: () => [exportGuide(versions, words, { isOfSheet: true })] },
      {
        ...{ name: words.t("office:export.sheet.about"), columns: aboutColumns(words), wraps: true },
        rows: (written) => [aboutRows({ ...said, versions: [...byVersion.values()], withdrawn, excluded, written }, words)],
      },
    ],
  });
}
