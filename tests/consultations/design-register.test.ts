import { expect, test } from "vitest";
import { eachOnce, mergeChosen, readRegister } from "#app/consultations/design-register.ts";
import type { RegisterEntry } from "#app/consultations/register.ts";

const [vale, town] = [{ code: "W05000123", name: { en: "Wenlow Vale" } }, { name: { en: "Tolbridge" } }];
const offered = { places: [vale, town], audiences: [] };
const now: RegisterEntry = { topics: ["housing"], places: [vale], audiences: [] };
const read = (pairs: [string, string][], there = now) => readRegister({ form: new URLSearchParams(pairs), offered, now: there });

test("what one officer ticked and what another took away at the same time are both done", () => {
  expect(mergeChosen(["a", "b"], ["a", "b", "c"], ["a"])).toEqual(["a", "c"]);
  expect(mergeChosen(["a"], [], ["a", "b"])).toEqual(["b"]);
  expect(mergeChosen([], ["a"], ["a"])).toEqual(["a"]);
});

test("of what is offered and of topics of ours alone something is chosen", () => {
  const chosen = read([["opened", "yes"], ["was.topics", "housing"], ["was.places", "W05000123"], ["topics", "transport"], ["topics", "magic"], ["places", "Tolbridge"], ["places", "Elsewhere"]]);
  expect(chosen).toEqual({ ok: true, value: { topics: ["transport"], places: [town], audiences: [] } });
});

test("a new place is named with its code or without, and added once", () => {
  const added = read([["opened", "yes"], ["was.places", "W05000123"], ["places", "W05000123"], ["new-places-cy", "Hen Bentref"], ["new-code", "W05000999"]]);
  expect(added.ok && added.value.places).toEqual([vale, { code: "W05000999", name: { cy: "Hen Bentref" } }]);
  expect(eachOnce([town, { name: { en: "Tolbridge", cy: "Arall" } }])).toEqual([town]);
});

test("a code that is none, a code of nothing and a name without end are refused", () => {
  expect(read([["new-places-en", "Old Town"], ["new-code", "W 1"]])).toMatchObject({ problem: [{ code: "code" }] });
  expect(read([["new-code", "W05000999"]])).toMatchObject({ problem: [{ code: "code-alone" }] });
  expect(read([["new-audiences-en", "x".repeat(121)]])).toMatchObject({ problem: [{ input: "new-audiences-en", code: "long" }] });
});
