import fc from "fast-check";
import { expect, test } from "vitest";
import { bodyAsTyped, readBody } from "#app/bodies/body-form.ts";
import { possibleParents, usualBody, type Body } from "#app/bodies/body.ts";

const today = "2026-11-22";
const body = (id: string, more: Partial<Body> = {}): Body => ({
  ...{ ...usualBody, id, slug: id, kind: "board", name: { en: id }, themes: [], crossCutting: [], areaCodes: [], endedOn: null, position: 1, revision: 1 },
  ...more,
});
const typed = { ...bodyAsTyped(null), "name-en": "Housing group", kind: "theme-group" };
const codes = (entries: Record<string, string>, bodies: Body[] = [], id: string | null = null) => {
  const read = readBody({ ...typed, ...entries }, bodies, id, today);
  return read.ok ? [] : read.problem.map(({ field, code }) => `${field} ${code}`);
};

test("a name and what sort it is are enough: the rest is as it usually is", () => {
  expect(codes({})).toEqual([]);
  expect(codes({ "name-en": " ", kind: "" })).toEqual(["name-en name-missing", "kind choose"]);
});

test("what a body is comes back out of its form as it went in", () => {
  const whole = body("a", {
    ...{ parentId: "top", kind: "area-group", purpose: { en: "For the north", cy: "I’r gogledd" }, terms: { en: "One\n\nTwo" }, termsAgreedOn: "2026-03-03" },
    ...{ themes: ["economy", "transport"], crossCutting: ["culture"], areaCodes: ["E07000081"], isOpen: true, quorum: 5, minutesRule: "weekday", minutesInDays: 3 },
    ...{ legalStatus: "statutory", legalBasis: "An Act", startedOn: "2026-01-01", plannedEndOn: "2027-01-01", chairChosenBy: "rotation" },
  });
  const read = readBody(bodyAsTyped(whole), [body("top"), whole], "a", today);
  const { id: _, slug: __, endedOn: ___, position: ____, revision: _____, ...details } = whole;
  expect(read).toEqual({ ok: true, value: details });
});

test("two bodies at work have no name in common; one that ended gives its name back", () => {
  expect(codes({ "name-en": "HOUSING group" }, [body("x", { name: { en: "Housing Group" } })])).toEqual(["name-en name-taken"]);
  expect(codes({}, [body("x", { name: { en: "Housing group" }, endedOn: "2026-01-01" })])).toEqual([]);
  expect(codes({}, [body("x", { name: { en: "Housing group" } })], "x")).toEqual([]);
});

test("a public service board stands under another body, the full partnership under none", () => {
  expect(codes({ kind: "public-service-board" })).toEqual(["parent parent-needed"]);
  expect(codes({ kind: "public-service-board", parent: "x" }, [body("x")])).toEqual([]);
  expect(codes({ isFull: "yes", parent: "x" }, [body("x")])).toEqual(["isFull full-parent"]);
});

test("figures, days and codes of areas that cannot be are said, each at its field", () => {
  expect(codes({ quorum: "half", papersInDays: "-1", "started-day": "31", "started-month": "2", "started-year": "2026", areaCodes: "Gloucester" })).toEqual([
    "areaCodes areas",
    "quorum number",
    "started-day day",
    "papersInDays number",
  ]);
});

test("no body is put under itself or under one that stands under it, whatever the tree", () => {
  const trees = fc.array(fc.option(fc.nat(7), { nil: null }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(trees, fc.nat(7), (parents, chosen) => {
      const bodies = parents.map((parent, id) => ({ id: String(id), parentId: parent === null || parent >= id ? null : String(parent) }));
      const id = String(chosen % bodies.length);
      for (const parent of possibleParents(bodies, id)) {
        const above: string[] = [];
        for (let at: string | null = parent.id; at !== null; at = bodies.find((one) => one.id === at)?.parentId ?? null) above.push(at);
        expect(above).not.toContain(id);
      }
    }),
  );
});
