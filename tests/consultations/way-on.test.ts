import { expect, test } from "vitest";
import { pathOf, readWay, type Turning } from "#app/consultations/way-on.ts";

const pages = (...ids: string[]) => ids.map((id) => ({ id }));
const turning = (change: Partial<Turning> = {}): Turning => ({
  ...{ pageId: "b", before: pages("a", "b", "c"), after: pages("a", "b", "c"), seen: ["a", "b"], isChecking: false },
  ...{ at: (id: string) => `/${id}`, first: "/start", last: "/about-you", later: "/save", checkAnswers: "/check" },
  ...change,
});

test("the button that was pressed says where the page leads", () => {
  const way = (fields: Record<string, string>) => readWay(new URLSearchParams(fields));
  expect(way({})).toEqual({ to: "next" });
  expect(way({ _intent: "keep" })).toEqual({ to: "here" });
  expect(way({ _intent: "back" })).toEqual({ to: "back" });
  expect(way({ _intent: "later" })).toEqual({ to: "later" });
  expect(way({ _intent: "finish" })).toEqual({ to: "last" });
  expect(way({ _page: "c" })).toEqual({ to: "part", pageId: "c" });
  expect(way({ _intent: "nonsense" })).toEqual({ to: "next" });
});

test("a page leads to the next, and the last to what follows", () => {
  expect(pathOf({ to: "next" }, turning())).toBe("/c");
  expect(pathOf({ to: "next" }, turning({ pageId: "c" }))).toBe("/about-you");
});

test("whoever has answered all they want goes on past the pages still to come", () => {
  expect(pathOf({ to: "last" }, turning({ pageId: "a" }))).toBe("/about-you");
  expect(pathOf({ to: "last" }, turning({ pageId: "a", isChecking: true }))).toBe("/check");
});

test("back leads to the page before, and from the first to where one began", () => {
  expect(pathOf({ to: "back" }, turning())).toBe("/a");
  expect(pathOf({ to: "back" }, turning({ pageId: "a" }))).toBe("/start");
});

test("from checking, every way leads back to the check, unless an answer shows another page first", () => {
  expect(pathOf({ to: "next" }, turning({ isChecking: true }))).toBe("/check");
  expect(pathOf({ to: "back" }, turning({ isChecking: true }))).toBe("/check");
  expect(pathOf({ to: "next" }, turning({ isChecking: true, after: pages("a", "b", "new", "c") }))).toBe("/new?from=check");
});

test("another part is gone to if it is shown", () => {
  expect(pathOf({ to: "part", pageId: "c" }, turning())).toBe("/c");
  expect(pathOf({ to: "part", pageId: "hidden" }, turning())).toBe("/b");
});
