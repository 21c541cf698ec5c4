// Horizontal bars, drawn on the server: the words are words (they wrap, grow and turn round as text does) and each bar is
// a small SVG beside them. One hue with a pattern, so that nothing is told by colour alone.
import { useId, type ReactNode } from "react";
import { Details } from "./details.tsx";
import { Table, type Column, type Row } from "./table.tsx";
import { useWords } from "./words.tsx";

export type Bar = {
  key: string;
  label: ReactNode;
  /** The length, in the same unit for every bar. */
  value: number;
  /** What is written at the bar, base included: "812 of 2,955 (27%)". */
  figure: string;
};

type BarChartProps = {
  title: ReactNode;
  /** What just above says already, as a heading and a sentence of its own. */
  hides?: "nothing" | "title" | "title-and-description";
  /** What the bars count and of whom, in one sentence. */
  description: ReactNode;
  bars: readonly Bar[];
  /** What a bar of full length would be, usually the base, so that charts of one page compare; the longest bar if absent. */
  full?: number;
  /** Answers that have an order of their own (a scale) keep it; others stand longest first. */
  order?: "longest-first" | "as-given";
  table: { columns: readonly Column[]; rows: readonly Row[] };
  children?: ReactNode;
};

/** A bar's share of the full length in per cent, to one decimal and never outside 0 to 100. */
export function barLength(value: number, full: number): number {
  if (!(full > 0) || !(value > 0)) return 0;
  return value >= full ? 100 : Math.round((value / full) * 1000) / 10;
}

/** The chart, its table one press away, and whatever else stands below it (`children`: a download link). */
export function BarChart({ title, hides = "nothing", description, bars, full, order = "longest-first", table, children }: BarChartProps) {
  const { t, direction } = useWords();
  const id = useId().replaceAll(":", "");
  const length = full ?? Math.max(0, ...bars.map((bar) => bar.value));
  const inOrder = order === "as-given" ? bars : [...bars].sort((one, other) => other.value - one.value);
  return (
    <figure className="bar-chart" aria-labelledby={`title-${id}`} aria-describedby={`description-${id}`}>
      <figcaption>
        <span id={`title-${id}`} className={hides === "nothing" ? "bar-chart__title" : "govuk-visually-hidden"}>
          {title}
        </span>
        <span id={`description-${id}`} className={hides === "title-and-description" ? "govuk-visually-hidden" : "bar-chart__description"}>
          {description}
        </span>
      </figcaption>
      <svg className="bar-chart__pattern" width="0" height="0" aria-hidden="true" focusable="false">
        <pattern id={`pattern-${id}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect className="bar-chart__ink" width="8" height="8" />
          <path className="bar-chart__hatch" d="M-2 2l4-4M0 8l8-8M6 10l4-4" />
        </pattern>
      </svg>
      <ul className="bar-chart__bars">
        {inOrder.map((bar) => {
          const width = barLength(bar.value, length);
          return (
            <li key={bar.key} className="bar-chart__row">
              <span className="bar-chart__label">{bar.label}</span>
              <span className="bar-chart__figure">{bar.figure}</span>
              <svg className="bar-chart__bar" width="100%" height="20" aria-hidden="true" focusable="false">
                <rect className="bar-chart__track" width="100%" height="100%" />
                {width > 0 && (
                  <rect
                    className="bar-chart__length"
                    x={direction === "rtl" ? `${100 - width}%` : "0"}
                    width={`${width}%`}
                    height="100%"
                    fill={`url(#pattern-${id})`}
                  />
                )}
              </svg>
            </li>
          );
        })}
      </ul>
      <Details summary={t("shared:chart.table")}>
        <Table caption={title} captionSize="hidden" columns={table.columns} rows={table.rows} />
      </Details>
      {children}
    </figure>
  );
}
