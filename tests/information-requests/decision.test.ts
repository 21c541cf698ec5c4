// What is decided of a response, and which of its words are given.
import { expect, test } from "vitest";
import { contactsIn, exemptionsOf, givenSegments, needsPublicInterest, readDecision, type Wanted } from "#app/information-requests/decision.ts";

const codes = (typed: Record<string, string>, about: { law?: "foia" | "eir"; wanted?: Wanted; removed?: number } = {}) => {
  const read = readDecision(typed, { law: "foia", wanted: "permitted", removed: 0, ...about }, "2026-09-10");
  return read.ok ? [] : read.problem.map(({ code }) => code);
};

test("s.40(2) and s.41 are absolute; s.22 and regulation 12(5)(f) give way to the public interest, so how it was weighed is written down", () => {
  expect([...exemptionsOf("foia"), ...exemptionsOf("eir")].filter(needsPublicInterest)).toEqual(["foia-22", "eir-12-5-f"]);
  expect(codes({ decision: "withhold", exemption: "foia-41" })).toEqual([]);
  expect(codes({ decision: "withhold", exemption: "foia-22" })).toEqual(["interest-missing"]);
  expect(codes({ decision: "withhold", exemption: "foia-22", publicInterest: "It is published next month" })).toEqual([]);
  expect(codes({ decision: "withhold", exemption: "eir-12-5-f" })).toEqual(["exemption-missing"]);
  expect(codes({ decision: "withhold", exemption: "eir-12-5-f", publicInterest: "Weighed" }, { law: "eir" })).toEqual([]);
});

test("nothing is called given whole of which words are withheld, nor in part of which none are", () => {
  expect(codes({ decision: "disclose" })).toEqual([]);
  expect(codes({ decision: "disclose" }, { removed: 1 })).toEqual(["words-removed"]);
  expect(codes({ decision: "redact", exemption: "foia-40" })).toEqual(["no-words-removed"]);
  expect(codes({ decision: "redact", exemption: "foia-40" }, { removed: 2 })).toEqual([]);
  expect(codes({})).toEqual(["decision-missing"]);
});

test("whoever asked for confidence is asked before anything is decided", () => {
  expect(codes({ decision: "disclose" }, { wanted: "confidential" })).toEqual(["consulted-missing", "said-missing"]);
  const asked = { "consulted-day": "8", "consulted-month": "9", "consulted-year": "2026", respondentSaid: "They mind" };
  expect(codes({ decision: "disclose", ...asked }, { wanted: "confidential" })).toEqual([]);
  expect(codes({ decision: "disclose", ...asked, "consulted-day": "11" }, { wanted: "confidential" })).toEqual(["date-future"]);
});

test("e-mail addresses, telephone numbers and postcodes are found wherever they stand; dates, prices and house numbers are not", () => {
  const found = (text: string) => contactsIn(text).map(({ start, end }) => text.slice(start, end)).sort();
  expect(found("Write to siân.o'neill+bus@people.example, or ring 01632 960 123 or +44 7700 900123. TO12 4AB")).toEqual(["+44 7700 900123", "01632 960 123", "TO12 4AB", "siân.o'neill+bus@people.example"].sort());
  expect(found("At 12 Mill Lane on 03/09/2026 it cost £1,250.50 for the 20 of us; bus 42A, page 3 of 2019–2024. @council")).toEqual([]);
});

test("what moderators removed stays removed unless it is let through; contact details never go out", () => {
  const text = "Ask Bob, that fool, at bob@people.example now";
  const moderated = [{ start: 4, end: 7, reason: "personal-other" as const }, { start: 14, end: 18, reason: "abusive" as const }];
  const read = (own: Parameters<typeof givenSegments>[2], law: "foia" | "eir" = "foia") => givenSegments(text, moderated, own, law).map((one) => ("text" in one ? one.text : `[${one.removed}]`)).join("");
  expect(read([])).toBe("Ask [foia-40], that [abusive], at [foia-40] now");
  expect(read([{ start: 14, end: 18, reason: null }])).toBe("Ask [foia-40], that fool, at [foia-40] now");
  expect(read([{ start: 0, end: text.length, reason: "foia-41" }])).not.toContain("fool");
  expect(read([{ start: 22, end: 40, reason: null }], "eir")).toBe("Ask [eir-13], that [abusive], at [eir-13] now");
});
