// A table of a set as rows of a file, one for each figure, each with the set it comes from and of whom it is.
import { answerText } from "#app/consultations/answer-name.ts";
import type { ValueName } from "#app/consultations/cross-tabulation.ts";
import { chosenText } from "#app/consultations/filter-text.ts";
import type { Chosen } from "#app/consultations/result-filter.ts";
import { sideText } from "#app/consultations/side-text.ts";
import type { Words } from "#app/shared/words.ts";
import { fewestForShares, intervalOf, type Shown } from "./set-table.ts";
import type { CampaignView } from "./campaign.ts";
import type { SurveyDesign } from "./survey-design.ts";

type Of = { set: { number: number; frozenAt: Date }; shown: Shown; design: SurveyDesign; view: CampaignView; chosen: readonly Chosen[] };

const columnNames = ["set", "frozen", "chosen", "campaigns", "rows", "row", "columns", "column", "count", "base", "share", "low", "high"] as const;

export function fileHeader({ t }: Words): string[] {
  return columnNames.map((name) => t(`tables:file.${name}`));
}

/** Percentages to one decimal; none of too few people, and intervals of a sample survey alone. */
export function fileRows({ set, shown, design, view, chosen }: Of, words: Words): string[][] {
  const { t, instant, number, several } = words;
  const of = [t("analysis:set.name", { set: number(set.number) }), instant(set.frozenAt), chosen.length === 0 ? t("tables:file.everybody") : several(chosen.map((one) => chosenText(one, words))), t(`tables:campaigns.${view}`)];
  const percent = (share: number | undefined) => (share === undefined ? "" : String(Math.round(share * 1000) / 10));
  const rowOf = (row: ValueName | null, column: ValueName | null, count: number, base: number) => {
    const interval = intervalOf(count, base, design);
    const named = (name: ValueName | null) => (name === null ? t("tables:file.everybody") : answerText(name, words));
    return [
      ...[...of, sideText(shown.rows, words), named(row)],
      ...(shown.columns ? [sideText(shown.columns, words), named(column)] : ["", ""]),
      ...[String(count), String(base), base < fewestForShares ? "" : percent(count / base), percent(interval?.low), percent(interval?.high)],
    ];
  };
  if ("one" in shown) return shown.one.values.map(({ name, count }) => rowOf(name, null, count, shown.one.answered));
  const { rows, columns, both } = shown.two.table;
  return [
    ...rows.flatMap(({ name, counts, both: base }) => columns.map((column, index) => rowOf(name, column.name, counts[index]!, base))),
    ...columns.map((column) => rowOf(null, column.name, column.both, both)),
  ];
}
