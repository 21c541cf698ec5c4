// Counts by day as upright bars on one line of days; a day that nobody counted is a hatched gap, a day with none is empty.
import { useId, type ReactNode } from "react";
import { Details } from "./details.tsx";
import { Table } from "./table.tsx";
import { useWords } from "./words.tsx";

export type Day = {
  /** "2026-03-03" */
  date: string;
  /** null where nothing was counted, which is not the same as none. */
  count: number | null;
  dateText: string;
  countText: string;
};

type DayChartProps = { title: ReactNode; description: ReactNode; days: readonly Day[]; countHeading: string };

const height = 100;

/** Days in order, texts already in the page's language. */
export function DayChart({ title, description, days, countHeading }: DayChartProps) {
  const { t, direction } = useWords();
  const id = useId().replaceAll(":", "");
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return null;
  const most = days.reduce((best, day) => ((day.count ?? -1) > (best.count ?? -1) ? day : best), first);
  const share = 100 / days.length;
  return (
    <figure className="day-chart" aria-labelledby={`title-${id}`} aria-describedby={`description-${id}`}>
      <figcaption>
        <span id={`title-${id}`} className="bar-chart__title">
          {title}
        </span>
        <span id={`description-${id}`} className="bar-chart__description">
          {description}
        </span>
      </figcaption>
      {most.count !== null && (
        <p className="day-chart__most">{t("shared:chart.most", { number: most.countText, day: most.dateText })}</p>
      )}
      <svg className="day-chart__days" width="100%" height={height} aria-hidden="true" focusable="false">
        <pattern id={`gap-${id}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <path className="day-chart__hatch" d="M-2 2l4-4M0 8l8-8M6 10l4-4" />
        </pattern>
        {days.map((day, index) => {
          const place = direction === "rtl" ? days.length - 1 - index : index;
          const x = `${(place * share).toFixed(3)}%`;
          const width = `${share.toFixed(3)}%`;
          if (day.count === null)
            return <rect key={day.date} x={x} width={width} height={height} fill={`url(#gap-${id})`} />;
          const tall = most.count ? Math.max(day.count > 0 ? 2 : 0, (day.count / most.count) * height) : 0;
          return (
            <rect
              key={day.date}
              className="day-chart__day"
              x={x}
              y={(height - tall).toFixed(1)}
              width={width}
              height={tall.toFixed(1)}
            />
          );
        })}
      </svg>
      <p className="day-chart__ends">
        <span>{first.dateText}</span> {last !== first && <span>{last.dateText}</span>}
      </p>
      {days.some((day) => day.count === null) && <p className="day-chart__note">{t("shared:chart.gap")}</p>}
      <Details summary={t("shared:chart.table")}>
        <Table
          caption={title}
          captionSize="hidden"
          columns={[
            { key: "day", heading: t("shared:chart.day") },
            { key: "count", heading: countHeading, numeric: true },
          ]}
          rows={days.map((day) => ({
            key: day.date,
            cells: [day.dateText, day.count === null ? t("shared:chart.notCounted") : day.countText],
          }))}
        />
      </Details>
    </figure>
  );
}
