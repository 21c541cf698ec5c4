import fc from "fast-check";
import { expect, test } from "vitest";
import { unlived } from "#app/consultations/life.ts";
import { keyOf, readAfter, readSearch, registerStatus, searchQuery, isSearch } from "#app/consultations/register.ts";

const read = (query: string) => readSearch(new URLSearchParams(query));
const nothing = { words: "", status: "", topic: "", place: "", audience: "" };

test("a search asks for what is of our lists and for nothing else", () => {
  expect(read("words=bus+stop&status=open&topic=housing&place=E07000999")).toEqual({ ...nothing, words: "bus stop", status: "open", topic: "housing", place: "E07000999" });
  expect(read("status=secret&topic=__proto__&words=%00%20")).toEqual(nothing);
  expect(isSearch(read("status=secret"))).toBe(false);
});

test("whatever an address asks, the search is short, and its own address asks the same again", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom("words", "status", "topic", "place", "audience", "after"), fc.string({ unit: "binary", maxLength: 500 })), (asked) => {
      const search = read(String(new URLSearchParams(asked)));
      expect([...search.words].length).toBeLessThanOrEqual(200);
      expect(search.words).not.toContain("\0");
      const again = read(searchQuery(search));
      expect({ ...again, words: "", place: "", audience: "" }).toEqual({ ...search, words: "", place: "", audience: "" });
      expect(again.words).toBe(search.words.trim());
    }),
  );
});

test("a page begins at an id or at the beginning", () => {
  expect(["after=k3vabc", "after=%00", "after='; DROP TABLE", ""].map((query) => readAfter(new URLSearchParams(query)))).toEqual(["k3vabc", null, null, null]);
});

test("a consultation is decided once it has closed and the day given for the decision has come", () => {
  const now = new Date("2026-11-22T12:00:00Z");
  const at = (days: number) => new Date(now.getTime() + days * 86_400_000);
  const consultation = { ...unlived, graceInMinutes: 1440, publishedAt: at(-90), opensAt: at(-80), closesAt: at(-10) };
  const status = (given: object) => registerStatus({ ...consultation, decisionOn: null, ...given }, now, "2026-11-22");
  expect(status({})).toBe("closed");
  expect(status({ decisionOn: "2026-11-23" })).toBe("closed");
  expect(status({ decisionOn: "2026-11-22" })).toBe("decided");
  expect(status({ decisionOn: "2026-11-01", closesAt: at(5) })).toBe("open");
  expect(status({ opensAt: at(2), closesAt: at(5) })).toBe("coming");
});

test("a place is chosen by its code, else by its name", () => {
  expect([keyOf({ code: "E1", name: { en: "Here" } }), keyOf({ name: { cy: "Yma" } })]).toEqual(["E1", "Yma"]);
});
