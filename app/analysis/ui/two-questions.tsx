// One question by another in a set: the table, what it shows in a sentence, the test with what has to be said beside it, and a chart of each row.
import { answerText } from "#app/consultations/answer-name.ts";
import type { Side } from "#app/consultations/cross-tabulation.ts";
import { sideText } from "#app/consultations/side-text.ts";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { caveatsOf, fewestForShares, intervalOf, mostCharts, type SetTable } from "../set-table.ts";
import type { SurveyDesign } from "../survey-design.ts";
import { AnswerBars, NamedAnswer } from "./answer-bars.tsx";

type TwoQuestionsProps = { rows: Side; columns: Side; two: SetTable; design: SurveyDesign; tested: number; note: string | null };

export function TwoQuestions({ rows, columns, two, design, tested, note }: TwoQuestionsProps) {
  const words = useWords();
  const { t, number, share } = words;
  const { table, blanks, widest } = two;
  const { responses, both } = table;
  const hasFew = table.rows.some((row) => row.both > 0 && row.both < fewestForShares);
  const figure = (count: number, base: number) => {
    if (base < fewestForShares) return number(count);
    const interval = intervalOf(count, base, design);
    return interval
      ? t("tables:figure-range", { number: number(count), share: share(count, base), low: share(interval.low, 1), high: share(interval.high, 1) })
      : t("office:cross.figure", { number: number(count), share: share(count, base) });
  };
  if (both === 0) return <p className="govuk-body">{t("tables:empty")}</p>;
  const charted = table.rows.filter((row) => row.both > 0);
  return (
    <>
      <p className="govuk-body">{t("office:cross.base", { count: responses, both: number(both), responses: number(responses), share: share(both, responses) })}</p>
      <p className="govuk-body">
        {t("tables:blanks", { rows: sideText(rows, words), columns: sideText(columns, words), rowsAlone: number(blanks.rowsAlone), columnsAlone: number(blanks.columnsAlone), neither: number(blanks.neither) })}
      </p>
      {widest && (
        <p className="govuk-body">
          {t("tables:widest", {
            ...{ answer: answerText(widest.answer, words), most: answerText(widest.most.name, words), least: answerText(widest.least.name, words) },
            mostFigure: t("office:figure", { number: number(widest.most.count), base: number(widest.most.base), share: share(widest.most.count, widest.most.base) }),
            leastFigure: t("office:figure", { number: number(widest.least.count), base: number(widest.least.base), share: share(widest.least.count, widest.least.base) }),
          })}
        </p>
      )}
      <p className="govuk-body">{t("office:cross.shares")}</p>
      {hasFew && <p className="govuk-body">{t("tables:few", { fewest: number(fewestForShares) })}</p>}
      {rows.isSeveral && <p className="govuk-body">{t("office:cross.several-rows")}</p>}
      {columns.isSeveral && <p className="govuk-body">{t("office:cross.several-columns")}</p>}
      <Table
        caption={t("office:cross.caption", { rows: sideText(rows, words), columns: sideText(columns, words) })}
        captionSize="hidden"
        columns={[
          { key: "row", heading: t("office:results.answer") },
          ...table.columns.map(({ id, name }) => ({ key: `c-${id}`, heading: <NamedAnswer name={name} />, numeric: true })),
          { key: "everybody", heading: t("office:cross.everybody"), numeric: true },
        ]}
        rows={[
          ...table.rows.map(({ id, name, counts, both: base }) => ({
            key: `r-${id}`,
            cells: [<NamedAnswer key="name" name={name} />, ...counts.map((count) => figure(count, base)), number(base)],
          })),
          { key: "everybody", cells: [t("office:cross.all"), ...table.columns.map(({ both: count }) => figure(count, both)), number(both)] },
        ]}
      />
      <Tested {...{ two, design, tested }} />
      {charted.length <= mostCharts && (
        <>
          <h3 className="govuk-heading-s">{t("tables:charts", { columns: sideText(columns, words) })}</h3>
          {charted.map(({ id, name, counts, both: base }) => (
            <AnswerBars key={id} title={answerText(name, words)} values={table.columns.map((column, index) => ({ ...column, count: counts[index]! }))} {...{ base, note, design }} />
          ))}
        </>
      )}
    </>
  );
}

/** Whether the two have to do with each other, and of whom that can be said. */
function Tested({ two: { association, isSeveral }, design, tested }: Pick<TwoQuestionsProps, "two" | "design" | "tested">) {
  const { t, number, share } = useWords();
  const probability = association && (association.probability < 0.001 ? t("tables:test.below") : t("tables:test.chance", { chance: number(association.probability, 3) }));
  return (
    <>
      <h3 className="govuk-heading-s">{t("tables:test.heading")}</h3>
      {!association && <p className="govuk-body">{t(isSeveral ? "tables:test.several" : "tables:test.nothing")}</p>}
      {association && (
        <>
          <p className="govuk-body">
            {t("tables:test.statistic", { statistic: number(association.statistic, 2), degrees: number(association.degreesOfFreedom) })} {probability} {t("tables:test.cramer", { v: number(association.cramersV, 2) })}
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {caveatsOf(association, design, tested).map((caveat) => (
              <li key={caveat}>{t(`tables:caveat.${caveat}`, { least: number(association.leastExpected, 1), share: share(association.shareUnderFive, 1), tested: number(tested), chance: number(Math.round(tested / 20)) })}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
