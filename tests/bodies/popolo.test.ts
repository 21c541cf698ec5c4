import Ajv from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { popoloOf, type Popolo, type PopoloKnown } from "#app/bodies/popolo.ts";
import type { Text } from "#app/shared/languages.ts";
import { popoloLists, popoloSchemaId, popoloSchemas } from "#tests/support/popolo-schemas.ts";

const validator = new Ajv({ schemas: popoloSchemas, allErrors: true });

function problemsOf(popolo: Popolo): string[] {
  return Object.entries(popoloLists).flatMap(([list, name]) =>
    popolo[list as keyof Popolo].flatMap((entry) => {
      const isValid = validator.validate(popoloSchemaId(name), entry);
      return isValid ? [] : [`${list} ${entry.id}: ${validator.errorsText()}`];
    }),
  );
}

const known: PopoloKnown = {
  partnership: { id: "p", name: { en: "Marlshire Partnership", cy: "Partneriaeth Marlshire" } },
  bodies: [
    { id: "all", parentId: null, name: { en: "Partnership" }, kind: "assembly", startedOn: "2001-10-01", address: "https://marlshire.example/m/bodies/all" },
    { id: "exec", parentId: "all", name: { en: "Executive" }, kind: "executive", startedOn: null, address: "https://marlshire.example/m/bodies/exec" },
  ],
  organisations: [{ id: "cvs", name: { en: "Marlshire CVS" }, sector: "voluntary-community", website: "https://cvs.example" }],
  seats: [{ id: "line/1", bodyId: "exec", label: { en: "Standing seat" }, role: "member" }],
  sitting: [
    { id: "x", who: "ann", name: "Ann Pryce", bodyId: "exec", seatId: "line/1", role: "chair", organisationId: "cvs", startsOn: "2004-01-01", endsOn: "2006-12-31" },
    { id: "y", who: "ann", name: "Ann Pryce", bodyId: "all", seatId: "line/2", role: "member", organisationId: null, startsOn: "2004-01-01", endsOn: null },
  ],
};

const anyText: fc.Arbitrary<Text> = fc.record({ en: fc.string(), cy: fc.string(), ur: fc.string() }, { requiredKeys: [] });
const anyDay = fc.date({ min: new Date("1998-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

describe("who sits where, as Popolo", () => {
  test("keeps to the published schemas", () => {
    expect(problemsOf(popoloOf(known, "en"))).toEqual([]);
  });

  test("keeps to them whatever names, dates and gaps there are", () => {
    fc.assert(
      fc.property(anyText, fc.string(), anyDay, fc.option(anyDay), (name, who, startsOn, endsOn) => {
        const [first, ...others] = known.sitting;
        const popolo = popoloOf({ ...known, partnership: { id: "p", name }, seats: known.seats.map((seat) => ({ ...seat, label: name })), sitting: [{ ...first!, name: who, startsOn, endsOn }, ...others] }, "ur");
        expect(problemsOf(popolo)).toEqual([]);
      }),
    );
  });

  test("the schemas of the test do find what is wrong", () => {
    const popolo = popoloOf(known, "en");
    const wrong = { ...popolo, memberships: popolo.memberships.map((one) => ({ ...one, start_date: "1 January 2004", telephone: "0114" })) };
    expect(problemsOf(wrong).length).toBe(2);
  });

  test("somebody with two seats is one person with two memberships", () => {
    const { persons, memberships } = popoloOf(known, "en");
    expect(persons).toEqual([{ id: "person/ann", name: "Ann Pryce" }]);
    expect(memberships.map(({ organization_id, on_behalf_of_id }) => [organization_id, on_behalf_of_id])).toEqual([["organization/exec", "organization/cvs"], ["organization/all", undefined]]);
  });

  test("a body stands under the one it belongs to, and the first under the partnership", () => {
    const { organizations } = popoloOf(known, "cy");
    expect(organizations.map(({ id, parent_id }) => [id, parent_id])).toEqual([["organization/p", undefined], ["organization/all", "organization/p"], ["organization/exec", "organization/all"], ["organization/cvs", undefined]]);
    expect(organizations[0]).toMatchObject({ name: "Partneriaeth Marlshire", other_names: [{ name: "Marlshire Partnership", note: "en" }] });
  });
});
