import { stepsIn, type Quantity } from "#app/forms/quantity.ts";
import { within } from "#app/forms/wording.ts";
import { addDays } from "#app/shared/dates.ts";
import { BarChart } from "#app/shared/ui/bar-chart.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Spread } from "../spread.ts";

/** Numbers, money or dates: the least, the middle and the most, and how many fell into each range. */
export function SpreadChart({ question, spread }: { question: Quantity; spread: Spread }) {
  const words = useWords();
  const { t, number, share, money, date } = words;
  const { summary, ranges } = spread;
  const decimals = question.type === "number" ? (question.decimals ?? 0) : 0;
  const plain = (steps: number) => {
    if (question.type === "date") return date(addDays("1970-01-01", Math.round(steps)));
    if (question.type === "money") return money(Math.round(steps));
    return number(steps / stepsIn(question), decimals);
  };
  const withUnit = (text: string) =>
    question.type === "number" && question.unit ? t("forms:quantity", { number: text, unit: within(question.unit, words) }) : text;
  const rangeText = ({ from, to }: { from: number; to: number }) =>
    from === to ? plain(from) : t("office:spread.range", { from: plain(from), to: plain(to) });
  const mean = question.type === "number" ? number(summary.mean / stepsIn(question), decimals + 1) : plain(summary.mean);
  const base = number(summary.count);
  return (
    <>
      <SummaryList
        ruled={false}
        rows={[
          { key: "least", label: t(question.type === "date" ? "office:spread.earliest" : "office:spread.least"), value: withUnit(plain(summary.least)) },
          { key: "middle", label: t("office:spread.middle"), value: withUnit(plain(summary.middle)) },
          { key: "half", label: t("office:spread.half"), value: withUnit(rangeText({ from: summary.lower, to: summary.upper })) },
          { key: "most", label: t(question.type === "date" ? "office:spread.latest" : "office:spread.most"), value: withUnit(plain(summary.most)) },
          ...(question.type === "date" ? [] : [{ key: "mean", label: t("office:spread.mean"), value: withUnit(mean) }]),
        ]}
      />
      <BarChart
        title={t("office:spread.chart")}
        description={t("office:results.of.answered", { base })}
        full={summary.count}
        order="as-given"
        bars={ranges.map((range) => ({
          key: String(range.from),
          label: withUnit(rangeText(range)),
          value: range.count,
          figure: t("office:figure", { number: number(range.count), base, share: share(range.count, summary.count) }),
        }))}
        table={{
          columns: [
            { key: "range", heading: t("office:spread.range-heading") },
            { key: "count", heading: t("office:results.counted.answered"), numeric: true },
            { key: "share", heading: t("office:results.share-of.answered", { base }), numeric: true },
          ],
          rows: ranges.map((range) => ({
            key: String(range.from),
            cells: [withUnit(rangeText(range)), number(range.count), share(range.count, summary.count)],
          })),
        }}
      />
    </>
  );
}
