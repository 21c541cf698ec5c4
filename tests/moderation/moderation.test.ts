import { expect, test } from "vitest";
import { after, deedsOn, mayBePublished, untouched, type Deed, type Moderation } from "#app/moderation/moderation.ts";

const at = new Date("2026-05-04T09:00:00Z");
const doing = (deed: Deed, personId: string, reason: string | null = null) => ({ deed, personId, at, reason });
const proposed = after(untouched, doing("propose", "ann", "Nothing but abuse"));

test("nobody rejects an answer alone: whoever proposed it can only take the proposal back", () => {
  expect(deedsOn(proposed, "ann")).toEqual(["reopen"]);
  expect(deedsOn(proposed, "ben")).toEqual(["agree", "disagree"]);
  expect(after(proposed, doing("agree", "ben"))).toEqual({ state: "rejected", byId: "ann", at, reason: "Nothing but abuse", secondById: "ben" } satisfies Moderation);
});

test("whoever does not agree holds it with a reason of their own, and who asked first may decide anew", () => {
  const held = after(proposed, doing("disagree", "ben", "The second half is a fair point"));
  expect(held).toMatchObject({ state: "held", byId: "ben", secondById: null });
  expect(deedsOn(held, "ann")).toContain("clear");
});

test("whatever was decided can be decided anew, and then nobody has decided anything", () => {
  for (const deed of ["clear", "hold", "propose"] as const) {
    const done = after(untouched, doing(deed, "ann", "Because"));
    expect(deedsOn(done, "ann")).toContain("reopen");
    expect(after(done, doing("reopen", "ann"))).toEqual(untouched);
  }
});

test("who asked for a summary alone, or for confidence, is not published word for word", () => {
  expect(mayBePublished({ permission: "unnamed", confidentialityRequested: false })).toBe(true);
  expect(mayBePublished({ permission: "named", confidentialityRequested: true })).toBe(false);
  expect(mayBePublished({ permission: "summary", confidentialityRequested: false })).toBe(false);
});
