// What is hidden and why, for officers: which of the hidden figures are the small ones is itself confidential.
import type { Hidden, Place } from "#app/disclosure/published-table.ts";
import { textIn } from "#app/shared/languages.ts";
import { Details } from "#app/shared/ui/details.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { tablesOf, type PublishedResults, type ShownCross, type ShownTable } from "../published-results.ts";
import { crossId } from "../tables.ts";

/** More than this and only so many are listed; how many there are is said. */
const mostListed = 200;

type HiddenFiguresProps = { results: PublishedResults; log: readonly Hidden[]; leftOut: number };

export function HiddenFigures({ results, log, leftOut }: HiddenFiguresProps) {
  const { t, number, language } = useWords();
  if (log.length === 0 && leftOut === 0) return <p className="govuk-body">{t("publication:log.none")}</p>;
  const tables = new Map<string, { table: ShownTable; cross: ShownCross | null }>();
  for (const table of tablesOf(results)) {
    tables.set(table.key, { table, cross: null });
    for (const cross of table.by) tables.set(crossId(table.key, cross.group), { table, cross });
  }
  const nameOf = (table: ShownTable) => [table.number, textIn(table.about ?? table.label, language).text].filter(Boolean).join(" ");
  const placeText = ({ table: id, row, column }: Place) => {
    const { table, cross } = tables.get(id) ?? {};
    const answer = row === null ? t("publication:all") : (textIn(table?.rows.find((one) => one.id === row)?.name, language).text || row);
    const group = column === null ? null : textIn(cross?.columns.find((one) => one.id === column)?.name, language).text || column;
    return t(group === null ? "publication:log.place" : "publication:log.place-in-group", { table: table ? nameOf(table) : id, answer, group: group ?? "" });
  };
  const because = ({ because: why, protects }: Hidden) => {
    const [one] = protects;
    return t(`publication:log.because.${why}`, { other: one ? placeText(one) : "" });
  };
  return (
    <>
      {leftOut > 0 && <p className="govuk-body">{t("publication:log.left-out", { count: leftOut, number: number(leftOut) })}</p>}
      <p className="govuk-body">{t("publication:log.count", { count: log.length, number: number(log.length) })}</p>
      <Details summary={t("publication:log.show")}>
        {log.length > mostListed && <p className="govuk-body">{t("publication:log.first", { count: mostListed, number: number(mostListed) })}</p>}
        <Table
          caption={t("publication:log.heading")}
          captionSize="hidden"
          columns={[
            { key: "figure", heading: t("publication:log.figure") },
            { key: "because", heading: t("publication:log.why") },
          ]}
          rows={log.slice(0, mostListed).map((hidden, index) => ({ key: String(index), cells: [placeText(hidden), because(hidden)] }))}
        />
      </Details>
    </>
  );
}
