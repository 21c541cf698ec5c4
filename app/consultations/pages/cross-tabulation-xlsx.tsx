// The same as an .xlsx file, with the shares and what the table is of.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { within } from "#app/forms/wording.ts";
import { workbookDownload } from "#app/shared/workbook.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { beginCrossDownload } from "../cross-tabulation-download.server.ts";
import { aboutCross, crossColumns, crossCounts, crossShares } from "../cross-tabulation-file.ts";
import { aboutColumns } from "../responses-workbook.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now: madeAt } = args.context;
  const words = wordsFor(language);
  const { t } = words;
  const { partnership, consultation, shown, chosenFilters: chosen, matching, all, excluded } = await beginCrossDownload(args, "xlsx");
  const columns = crossColumns(shown, words);
  const [title, creator] = [within(consultation.title, words), within(partnership.name, words)];
  const about = aboutCross({ ...{ title, partnership: creator, madeAt, shown }, ...{ chosen, matching, all, excluded } }, words);
  return workbookDownload(`table-${consultation.id}.xlsx`, {
    ...{ title: t("office:cross.title", { title }), creator, language, madeAt },
    sheets: [
      { name: t("office:cross.sheet.counts"), columns, rows: () => [crossCounts(shown, words)] },
      { name: t("office:cross.sheet.shares"), columns, rows: () => [crossShares(shown, words)] },
      { name: t("office:export.sheet.about"), columns: aboutColumns(words), wraps: true, rows: () => [about] },
    ],
  });
}
