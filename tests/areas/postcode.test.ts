import { expect, test } from "vitest";
import { readPostcode } from "#app/areas/postcode.ts";

test.each([
  ["hr1 1aa", "HR1 1AA"],
  ["HR11AA", "HR1 1AA"],
  [" h r 1 - 1 a a. ", "HR1 1AA"],
  ["ｅｈ６　５ｎｐ", "EH6 5NP"],
  ["w1a 0ax", "W1A 0AX"],
  ["m1 1ae", "M1 1AE"],
])("a postcode typed as %j is %s", (typed, postcode) => {
  expect(readPostcode(typed)).toBe(postcode);
});

test.each(["", "HR1", "EH6 5", "12345", "HR1 1AAA", "HR1 1CK", "باغ"])("%j is not a full postcode", (typed) => {
  expect(readPostcode(typed)).toBeUndefined();
});
