import { expect, test } from "vitest";
import type { CrossTable, Side } from "#app/consultations/cross-tabulation.ts";
import { CrossTabulation } from "#app/consultations/ui/cross-tabulation.tsx";
import { draw } from "#tests/support/draw.tsx";

const side = (held: "channel" | "language"): Side => ({ key: `.${held}`, of: { held }, isSeveral: false, values: [] });
const drawn = (table: CrossTable) => draw(<CrossTabulation chosen={[]} rows={side("channel")} columns={side("language")} table={table} />);
const empty: CrossTable = { responses: 0, both: 0, columns: [], rows: [] };

test("before the first response no share of nobody is told", () => {
  expect(drawn(empty)).toContain("Nobody has answered both of these yet.");
  expect(drawn(empty)).not.toContain("0 of 0");
});

test("where nobody answered both it is said of how many, and of no table that is not there", () => {
  const said = drawn({ ...empty, responses: 12 });
  expect(said).toContain("0 of 12 responses answered both (0%).");
  expect(said).not.toContain("The table is of");
});
