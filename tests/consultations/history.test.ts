// What happened to a consultation, a page at a time.
import { expect, test } from "vitest";
import { pageOfHistory, type Happening } from "#app/consultations/history.ts";

const happenings = Array.from({ length: 45 }, (_, place): Happening => ({ id: `s${place}`, at: new Date(0), when: "", what: "", who: "", reason: null, note: null }));
const idsOf = (after: string | null) => {
  const { shown, isFirst, nextAfter } = pageOfHistory(happenings, after);
  return [shown[0]?.id, shown.length, isFirst, nextAfter];
};

test("twenty happenings are a page, and each is on one page", () => {
  expect(idsOf(null)).toEqual(["s0", 20, true, "s19"]);
  expect(idsOf("s19")).toEqual(["s20", 20, false, "s39"]);
  expect(idsOf("s39")).toEqual(["s40", 5, false, null]);
  expect(idsOf("not-one")).toEqual(["s0", 20, true, "s19"]);
});
