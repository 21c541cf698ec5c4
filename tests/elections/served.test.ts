import { expect, test } from "vitest";
import { whyNotAgain } from "#app/elections/served.ts";

const served = { had: 2, most: 2 };
const at = { rule: "unless-nobody-new", served, seats: 2, others: 1, areNominationsClosed: true } as const;

test("where it is only told, whoever has had the most terms may stand as anybody may", () => {
  expect(whyNotAgain({ ...at, rule: "told", others: 9, areNominationsClosed: false })).toBeNull();
});

test("else they may only where fewer others are nominated than there are places, which is known once nominations have closed", () => {
  expect([0, 1, 2, 3].map((others) => whyNotAgain({ ...at, others }))).toEqual([null, null, "served", "served"]);
  expect(whyNotAgain({ ...at, others: 0, areNominationsClosed: false })).toBe("served-early");
});

test("whoever has had fewer terms is asked nothing of the kind", () => {
  expect(whyNotAgain({ ...at, served: null, others: 9, areNominationsClosed: false })).toBeNull();
});
