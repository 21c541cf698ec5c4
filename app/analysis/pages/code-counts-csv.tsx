// The counts of codes in a set as CSV: a row for each figure, which names the set and the codeframe.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { recordAudit } from "#app/shared/audit.server.ts";
import { csvDownload } from "#app/shared/csv.server.ts";
import { db } from "#app/shared/db.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { countRows } from "../code-counts.ts";
import { findCodeCounts } from "../code-counts.server.ts";
import { codeCountsPath } from "../paths.ts";
import { fewestForShares } from "../set-table.ts";

const columns = ["set", "frozen", "codeframe", "version", "question", "code", "figure", "count", "base", "share"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { t, instant, number } = wordsFor(args.context.language);
  const { partnership, consultation, signedIn, set, counted } = await findCodeCounts(args);
  if (!counted) throw redirect(codeCountsPath(partnership, consultation, set));
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId, action: "analysis.export-table", subjectKind: "consultation", subjectId: consultation.id },
    facts: { number: set.number, count: counted.base.all },
  });
  const { frame, question, rows, base } = counted;
  const before = [t("analysis:set.name", { set: number(set.number) }), instant(set.frozenAt), frame.name, String(frame.version), question ?? t("code-counts:every-question")];
  const nameOf = (figure: string) => (figure.startsWith("stance.") ? t(`coding:${figure}`) : t(`code-counts:column.${figure}`));
  return csvDownload(
    `set-${set.number}-codes-${consultation.id}.csv`,
    columns.map((name) => t(`code-counts:file.${name}`)),
    [countRows(rows, base, { before, nameOf, fewest: fewestForShares })],
  );
}
