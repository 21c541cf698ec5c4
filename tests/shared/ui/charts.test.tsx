import fc from "fast-check";
import { expect, test } from "vitest";
import { BarChart, barLength } from "#app/shared/ui/bar-chart.tsx";
import { DayChart, type Day } from "#app/shared/ui/day-chart.tsx";
import { draw } from "#tests/support/draw.tsx";

const bars = [
  { key: "no", label: "No", value: 20, figure: "20 of 100 (20%)" },
  { key: "yes", label: "Yes", value: 70, figure: "70 of 100 (70%)" },
  { key: "none", label: "No answer", value: 0, figure: "0 of 100 (0%)" },
];
const table = {
  columns: [
    { key: "answer", heading: "Answer" },
    { key: "count", heading: "Answers", numeric: true },
  ],
  rows: bars.map((bar) => ({ key: bar.key, cells: [bar.label, bar.figure] })),
};
const chart = { title: "Close Mill Lane?", description: "Of 100 who answered", bars, full: 100, table };

test("a bar is never shorter than nothing nor longer than its chart", () => {
  fc.assert(
    fc.property(fc.double(), fc.double(), (value, full) => {
      const length = barLength(value, full);
      expect(length).toBeGreaterThanOrEqual(0);
      expect(length).toBeLessThanOrEqual(100);
    }),
    { examples: [[Infinity, Infinity]] },
  );
});

test("bars stand longest first, unless the answers have an order of their own", () => {
  const sorted = draw(<BarChart {...chart} />);
  expect(sorted.indexOf("70 of 100")).toBeLessThan(sorted.indexOf("20 of 100"));
  const given = draw(<BarChart {...chart} order="as-given" />);
  expect(given.indexOf("20 of 100")).toBeLessThan(given.indexOf("70 of 100"));
});

test("a bar grows from the side that reading starts from", () => {
  expect(draw(<BarChart {...chart} />)).toContain('x="0" width="70%"');
  expect(draw(<BarChart {...chart} />, "ur")).toContain('x="30%" width="70%"');
});

test("a chart has its table one press away and no style of its own", () => {
  const html = draw(<BarChart {...chart} />);
  expect(html).toContain("<details");
  expect(html).toContain('<td class="govuk-table__cell numeric">70 of 100 (70%)</td>');
  expect(html).not.toContain("style=");
});

test("a day that nobody counted is a gap in the chart and says so in the table; a day with none is not", () => {
  const days: Day[] = [
    { date: "2026-03-01", count: 4, dateText: "1 March 2026", countText: "4" },
    { date: "2026-03-02", count: null, dateText: "2 March 2026", countText: "" },
    { date: "2026-03-03", count: 0, dateText: "3 March 2026", countText: "0" },
  ];
  const html = draw(<DayChart title="Answers by day" description="All channels" days={days} countHeading="Answers" />);
  expect(html.match(/fill="url\(#gap-/g)).toHaveLength(1);
  expect(html).toContain("Not counted");
  expect(html).toContain("Most in one day: 4, on 1 March 2026");
  expect(html).not.toContain("style=");
});

test("a chart of no days draws nothing", () => {
  expect(draw(<DayChart title="Answers by day" description="" days={[]} countHeading="Answers" />)).toBe("");
});
