// A table of one question by another, with what its figures are of.
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { CrossTable, Side } from "../cross-tabulation.ts";
import type { Chosen } from "../result-filter.ts";
import { sideText } from "../side-text.ts";
import { AnswerName } from "./answer-name.tsx";
import { FilterSaid } from "./result-filter.tsx";

export function CrossTabulation({ rows, columns, table, chosen }: { rows: Side; columns: Side; table: CrossTable; chosen: readonly Chosen[] }) {
  const words = useWords();
  const { t, number, share } = words;
  const { responses, both } = table;
  const [down, across] = [sideText(rows, words), sideText(columns, words)];
  const figure = (count: number, base: number) =>
    base === 0 ? number(count) : t("office:cross.figure", { number: number(count), share: share(count, base) });
  const isRanked = [rows, columns].some(({ of }) => "question" in of && of.question.type === "ranking");
  return (
    <>
      <h2 className="govuk-heading-m">{t("office:cross.caption", { rows: down, columns: across })}</h2>
      <FilterSaid chosen={chosen} />
      {responses > 0 && (
        <p className="govuk-body">
          {t("office:cross.base", { count: responses, both: number(both), responses: number(responses), share: share(both, responses) })}
        </p>
      )}
      {both === 0 ? (
        <p className="govuk-body">{t(chosen.length > 0 ? "office:cross.empty-match" : "office:cross.empty")}</p>
      ) : (
        <>
          <p className="govuk-body">{t("office:cross.shares")}</p>
          {rows.isSeveral && <p className="govuk-body">{t("office:cross.several-rows")}</p>}
          {columns.isSeveral && <p className="govuk-body">{t("office:cross.several-columns")}</p>}
          {isRanked && <p className="govuk-body">{t("office:cross.first-place")}</p>}
          <Table
            caption={t("office:cross.caption", { rows: down, columns: across })}
            captionSize="hidden"
            columns={[
              { key: "row", heading: t("office:results.answer") },
              ...table.columns.map(({ id, name }) => ({ key: `c-${id}`, heading: <AnswerName name={name} />, numeric: true })),
              { key: "everybody", heading: t("office:cross.everybody"), numeric: true },
            ]}
            rows={[
              ...table.rows.map(({ id, name, counts, both: base }) => ({
                key: `r-${id}`,
                cells: [<AnswerName key="name" name={name} />, ...counts.map((count) => figure(count, base)), number(base)],
              })),
              {
                key: "everybody",
                cells: [t("office:cross.all"), ...table.columns.map(({ both: count }) => figure(count, both)), number(both)],
              },
            ]}
          />
        </>
      )}
    </>
  );
}
