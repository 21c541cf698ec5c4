import { expect, test } from "vitest";
import { equalityRepresentation } from "#app/publication/equality-representation.ts";

const row = (id: string, count: number | null) => ({ id, name: { en: id }, count });

test("shares are of those in a group, from rounded figures, and only where even the range is below the reference is a group under-represented", () => {
  const { base, groups } = equalityRepresentation({ base: 210, rows: [row("female", 150), row("male", 50), row("prefer-not-to-say", 10)] }, { female: 0.51, male: 0.49 });
  expect(base).toBe(200);
  expect(groups.map(({ id, share }) => [id, share!.interval.share, Math.round(share!.index!), share!.isUnder])).toEqual([["female", 0.75, 147, false], ["male", 0.25, 51, true]]);
});

test("what is hidden has no share, and of fewer than thirty nobody has", () => {
  const hidden = equalityRepresentation({ base: 100, rows: [row("female", 95), row("male", null), row("prefer-not-to-say", 0)] }, { female: 0.5, male: 0.5 });
  expect(hidden.groups.map(({ share }) => share === null)).toEqual([false, true]);
  const unsaid = equalityRepresentation({ base: 100, rows: [row("female", 50), row("male", 40), row("prefer-not-to-say", null)] }, { female: 0.5, male: 0.5 });
  expect([unsaid.base, unsaid.groups.map(({ share }) => share !== null)]).toEqual([90, [true, true]]);
  const both = equalityRepresentation({ base: 100, rows: [row("female", 50), row("male", null), row("prefer-not-to-say", null)] }, { female: 0.5, male: 0.5 });
  expect([both.base, both.groups.map(({ share }) => share)]).toEqual([null, [null, null]]);
  const few = equalityRepresentation({ base: 25, rows: [row("female", 15), row("male", 10)] }, { female: 0.5, male: 0.5 });
  expect(few.groups.every(({ share }) => share === null)).toBe(true);
});
