// What the weights are made by and what they cost, and a question with and without them.
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import type { Interval } from "#app/statistics/interval.ts";
import { fewestForShares } from "../set-table.ts";
import { fewestInGroup, type WeighedGroup, type Weighted, type Weights } from "../weighting.ts";
import { NamedAnswer } from "./answer-bars.tsx";

type Figures = Pick<NonNullable<Weights["made"]>, "cut" | "effective" | "designEffect" | "iterations" | "lowest" | "highest">;
type WeightsMadeProps = {
  weights: Omit<Weights, "made"> & { made: Figures | null };
  shown: (Weighted & { question: string }) | null;
  set: { number: number };
  note: string | null;
  names: Readonly<Record<string, string>>;
};

export function WeightsMade({ weights: { groups, people, without, made, refused }, shown, set, note, names }: WeightsMadeProps) {
  const { t, number, share } = useWords();
  const ranged = ({ share: one, low, high }: Interval) => t("tables:weights.ranged", { share: share(one, 1), low: share(low, 1), high: share(high, 1) });
  return (
    <>
      <h2 className="govuk-heading-m">{t("tables:weights.of", { set: number(set.number) })}</h2>
      {refused && <WarningText>{t(`tables:weights.refused.${refused}`, { fewest: number(fewestInGroup) })}</WarningText>}
      {groups.map(({ key, groups: of }) => (
        <Table
          key={key}
          caption={names[key] ?? key}
          captionSize="s"
          stacks
          columns={[
            { key: "group", heading: t("tables:margins.column.group") },
            { key: "count", heading: t("tables:column.count"), numeric: true },
            { key: "share", heading: t("tables:represented.share"), numeric: true },
            { key: "reference", heading: t("tables:represented.everybody"), numeric: true },
          ]}
          rows={of.map(({ id, names: together, count, reference }) => ({ key: id, cells: [<Together key="names" names={together} />, number(count), people === 0 ? "" : share(count, people), share(reference, 1)] }))}
        />
      ))}
      <p className="govuk-body">{t("tables:weights.people", { people: number(people), without: number(without) })} {note}</p>
      {made && (
        <SummaryList
          rows={[
            { key: "effective", label: t("tables:weights.effective"), value: number(made.effective, 1) },
            { key: "design", label: t("tables:weights.design-effect"), value: number(made.designEffect, 2) },
            { key: "range", label: t("tables:weights.range"), value: t("tables:range", { low: number(made.lowest, 2), high: number(made.highest, 2) }) },
            { key: "cut", label: t("tables:weights.cut"), value: number(made.cut) },
            { key: "iterations", label: t("tables:weights.iterations"), value: number(made.iterations) },
          ]}
        />
      )}
      {made && shown && (
        <>
          <h3 className="govuk-heading-s">{shown.question}</h3>
          <p className="govuk-body">{t("tables:weights.beside", { set: number(set.number), base: number(shown.base), effective: number(shown.effective, 1) })}</p>
          {shown.base < fewestForShares ? (
            <p className="govuk-body">{t("tables:few", { fewest: number(fewestForShares) })}</p>
          ) : (
            <Table
              caption={shown.question}
              captionSize="hidden"
              stacks
              columns={[
                { key: "answer", heading: t("office:results.answer") },
                { key: "count", heading: t("tables:column.count"), numeric: true },
                { key: "plain", heading: t("tables:weights.unweighted"), numeric: true },
                { key: "weighted", heading: t("tables:weights.weighted"), numeric: true },
              ]}
              rows={shown.values.map(({ id, name, count, plain, weighted }) => ({ key: id, cells: [<NamedAnswer key="name" name={name} />, number(count), ranged(plain), ranged(weighted)] }))}
            />
          )}
        </>
      )}
    </>
  );
}

function Together({ names }: { names: WeighedGroup["names"] }) {
  return names.map((name, index) => (
    <div key={index}>
      <NamedAnswer name={name} />
    </div>
  ));
}
