import { expect, test } from "vitest";
import { branchOf, isPartnershipSlug, type Partnership } from "#app/partnerships/partnership.ts";

const partnership = (id: string, parentId: string | null) => ({ id, parentId }) as Partnership;

test("a branch is a partnership and all below it, however deep, and nothing beside it", () => {
  const all = [partnership("county", null), partnership("district", "county"), partnership("parish", "district"), partnership("other", "county")];
  expect(branchOf(all, "district").map(({ id }) => id)).toEqual(["district", "parish"]);
  expect(branchOf(all, "county")).toHaveLength(4);
  expect(branchOf(all, "nowhere")).toEqual([]);
});

test.each(["marlshire", "wenlow-vale", "ward-7"])("a partnership may be at /%s", (slug) => {
  expect(isPartnershipSlug(slug)).toBe(true);
});

test.each(["cy", "ur", "en", "sign-in", "demonstration", "Marlshire", "a", "two--hyphens", "-x", "x".repeat(41), "wenlow vale"])(
  "a partnership may not be at /%s",
  (slug) => {
    expect(isPartnershipSlug(slug)).toBe(false);
  },
);
