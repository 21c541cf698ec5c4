import { expect, test } from "vitest";
import { accessibilityStatement, isOutOfDate } from "#app/home/accessibility-statement.ts";
import { languages, type Text } from "#app/shared/languages.ts";

test("a statement is out of date when more than twelve months have passed since its review, not on the day itself", () => {
  const statement = { reviewedOn: "2026-11-21" };
  expect(isOutOfDate(statement, "2027-11-21")).toBe(false);
  expect(isOutOfDate(statement, "2027-11-22")).toBe(true);
});

test("a review on the 29th of February counts for all of the next February", () => {
  const statement = { reviewedOn: "2024-02-29" };
  expect(isOutOfDate(statement, "2025-02-28")).toBe(false);
  expect(isOutOfDate(statement, "2025-03-01")).toBe(true);
});

test("every text of the statement is there in every language", () => {
  const { able, gaps, tested } = accessibilityStatement;
  const texts: Text[] = [...able, ...tested, ...gaps.flatMap((gap) => [gap.what, gap.why, gap.alternative])];
  for (const text of texts) for (const language of languages) expect(text[language]?.trim(), text.en).toBeTruthy();
});

test("[SI 2018/952, 8(4)] every part that is not accessible has its reason and an alternative, and the whole is not called fully accessible", () => {
  const { compliance, gaps } = accessibilityStatement;
  for (const gap of gaps) expect(gap.criteria.length).toBeGreaterThan(0);
  if (gaps.some((gap) => gap.kind === "failing")) expect(compliance).not.toBe("full");
});

test("its dates are real and stand in order", () => {
  const { preparedOn, reviewedOn, testedOn } = accessibilityStatement;
  for (const date of [preparedOn, reviewedOn, testedOn])
    expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
  expect(reviewedOn >= preparedOn).toBe(true);
});
