import { expect, test } from "vitest";
import { Table } from "#app/shared/ui/table.tsx";
import { draw } from "#tests/support/draw.tsx";

const columns = [
  { key: "kind", heading: "E-mail" },
  { key: "problem", heading: "Last problem" },
];
const rows = [{ key: "one", cells: ["Receipt", "The mailbox is full."] }, { key: "two", cells: ["Test", null] }];

test("a table that becomes blocks on a narrow screen is still told as a table, with each fact's name beside it", () => {
  const drawn = draw(<Table caption="E-mails" columns={columns} rows={rows} stacks />);
  for (const role of ["table", "rowgroup", "row", "columnheader", "rowheader", "cell"]) expect(drawn).toContain(`role="${role}"`);
  expect(drawn).toContain('<span class="table-stacked__heading" aria-hidden="true">Last problem</span>The mailbox is full.');
});

test("what is not there has no name either, so that it takes no room", () => {
  expect(draw(<Table caption="E-mails" columns={columns} rows={rows} stacks />)).toMatch(/<td [^>]*><\/td>/);
});

test("a table of figures stays one on every screen", () => {
  expect(draw(<Table caption="Figures" columns={columns} rows={rows} />)).not.toMatch(/role="row"|stacked/);
});
