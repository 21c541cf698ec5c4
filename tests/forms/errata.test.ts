import { expect, test } from "vitest";
import { errataOf, erratumSchema } from "#app/forms/errata.ts";

const later = { questionId: "a", text: { en: "Later" }, datedOn: "2026-02-01" };
const earlier = { questionId: "a", text: { en: "Earlier" }, datedOn: "2026-01-01" };
const general = { text: { en: "Whole form" }, datedOn: "2026-01-15" };

test("the corrections of a question come in the order of their dates, those of the form apart", () => {
  expect(errataOf([later, general, earlier], "a")).toEqual([earlier, later]);
  expect(errataOf([later, general, earlier])).toEqual([general]);
});

test("a correction has a real date", () => {
  expect(erratumSchema.safeParse(general).success).toBe(true);
  expect(erratumSchema.safeParse({ ...general, datedOn: "2026-02-30" }).success).toBe(false);
});
