import type { ReactNode } from "react";
import { BarChart } from "#app/shared/ui/bar-chart.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type CountedChartProps = {
  title: string;
  /** What the bars count and of whom. */
  description: string;
  heading: string;
  countHeading: string;
  parts: readonly { key: string; name: ReactNode; count: number }[];
  total: number;
  order?: "as-given";
};

/** Parts of a whole as bars, each with its figure and of how many. */
export function CountedChart({ title, description, heading, countHeading, parts, total, order }: CountedChartProps) {
  const { t, number, share } = useWords();
  const base = number(total);
  return (
    <BarChart
      title={title}
      description={description}
      full={total}
      {...(order && { order })}
      bars={parts.map(({ key, name, count }) => ({
        ...{ key, label: name, value: count },
        figure: t("office:figure", { number: number(count), base, share: share(count, total) }),
      }))}
      table={{
        columns: [
          { key: "name", heading },
          { key: "count", heading: countHeading, numeric: true },
          { key: "share", heading: t("office:counts.share"), numeric: true },
        ],
        rows: parts.map(({ key, name, count }) => ({ key, cells: [name, number(count), share(count, total)] })),
      }}
    />
  );
}
