// The published tables as an .xlsx file, in the reader's language, with how they are to be read.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { publishedResultsPath } from "#app/consultations/paths.ts";
import { within } from "#app/forms/wording.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { aboutColumns } from "#app/consultations/responses-workbook.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { workbookDownload } from "#app/shared/workbook.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { downloadAbout, downloadColumns, downloadRuns } from "../download.ts";
import { findPublicResults } from "../find.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation, results, latest } = await findPublicResults(args);
  const { language } = args.context;
  const words = wordsFor(language);
  const { t } = words;
  const address = siteOfPartnership(partnership) + pathInLanguage(publishedResultsPath(partnership, consultation), language);
  return workbookDownload(`results-${consultation.id}-${latest.number}.xlsx`, {
    title: t("publication:title", { title: within(consultation.title, words) }),
    ...{ creator: within(partnership.name, words), language, madeAt: latest.publishedAt },
    sheets: [
      { name: t("publication:heading"), columns: downloadColumns(words), rows: () => downloadRuns(results, words) },
      {
        ...{ name: t("office:export.sheet.about"), columns: aboutColumns(words), wraps: true },
        rows: () => [downloadAbout({ title: consultation.title, partnership: partnership.name, address, latest, results }, words)],
      },
    ],
  });
}
