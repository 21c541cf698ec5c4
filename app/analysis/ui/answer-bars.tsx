// The answers of some people to one question as bars, with the table and a sentence that says what they show.
import { answerName, answerText } from "#app/consultations/answer-name.ts";
import type { ValueName } from "#app/consultations/cross-tabulation.ts";
import { BarChart } from "#app/shared/ui/bar-chart.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { fewestForShares, intervalOf, leadersIn } from "../set-table.ts";
import type { SurveyDesign } from "../survey-design.ts";

/** As it is named in a list, in its own language. */
export function NamedAnswer({ name }: { name: ValueName }) {
  const said = answerName(name, useWords());
  return typeof said === "string" ? <>{said}</> : <InLanguage text={said} />;
}

type AnswerBarsProps = {
  title: string;
  values: readonly { id: string; name: ValueName; count: number }[];
  /** How many the counts are of. */
  base: number;
  /** What else the figures are of, said with what they show. */
  note?: string | null;
  design: SurveyDesign;
};

export function AnswerBars({ title, values, base, note = null, design }: AnswerBarsProps) {
  const words = useWords();
  const { t, number, share, list } = words;
  const figure = (count: number) =>
    base < fewestForShares ? t("tables:chart.count", { number: number(count), base: number(base) }) : t("office:figure", { number: number(count), base: number(base), share: share(count, base) });
  const leaders = leadersIn(values);
  const said =
    leaders.length === 0 ? t("tables:chart.nobody") : t(leaders.length === 1 ? "tables:chart.most" : "tables:chart.most-several", { answers: list(leaders.map(({ name }) => answerText(name, words))), figure: figure(leaders[0]!.count) });
  const rangeOf = (count: number) => {
    const interval = intervalOf(count, base, design);
    return interval ? t("tables:range", { low: share(interval.low, 1), high: share(interval.high, 1) }) : "";
  };
  return (
    <BarChart
      title={title}
      description={note === null ? said : `${said} ${note}`}
      full={base}
      order="as-given"
      bars={values.map(({ id, name, count }) => ({ key: id, label: <NamedAnswer name={name} />, value: count, figure: figure(count) }))}
      table={{
        columns: [
          { key: "answer", heading: t("office:results.answer") },
          { key: "count", heading: t("tables:column.count"), numeric: true },
          { key: "share", heading: t("tables:column.share"), numeric: true },
          ...(design.isSample ? [{ key: "range", heading: t("tables:column.range"), numeric: true }] : []),
        ],
        rows: values.map(({ id, name, count }) => ({
          key: id,
          cells: [<NamedAnswer key="name" name={name} />, number(count), base < fewestForShares ? "" : share(count, base), ...(design.isSample ? [rangeOf(count)] : [])],
        })),
      }}
    />
  );
}
