import { expect, test } from "vitest";
import { leftWithoutAdministrator, mayGrantBelow, mayGrantRoles, mayHelpSignIn, maySeePeople } from "#app/people/granting-policy.ts";
import { roles, type Grant } from "#app/people/role.ts";

const places = [
  { id: "county", parentId: null },
  { id: "district", parentId: "county" },
  { id: "parish", parentId: "district" },
];
const grant = (partnershipId: string, includesBelow = false, role: Grant["role"] = "administrator"): Grant => ({ partnershipId, includesBelow, role });
const left = (before: Grant[], after: Grant[]) => leftWithoutAdministrator(places, before, after).map(({ id }) => id);

test("administrators alone see who has a role, and give and take roles", () => {
  for (const role of roles) {
    expect([role, maySeePeople([role]), mayGrantRoles([role])]).toEqual([role, role === "administrator", role === "administrator"]);
  }
});

test("a role that holds below is given only by an administrator whose own role holds below", () => {
  const district = ["district", "county"];
  expect(mayGrantBelow([grant("district")], district)).toBe(false);
  expect(mayGrantBelow([grant("district", true)], district)).toBe(true);
  expect(mayGrantBelow([grant("county", true)], district)).toBe(true);
  expect(mayGrantBelow([grant("county")], district)).toBe(false);
  expect(mayGrantBelow([grant("district", true, "editor")], district)).toBe(false);
});

test("a partnership keeps its last administrator, whether theirs is given here or above", () => {
  expect(left([grant("district")], [])).toEqual(["district"]);
  expect(left([grant("district"), grant("county", true)], [grant("county", true)])).toEqual([]);
  expect(left([grant("district"), grant("county")], [grant("county")])).toEqual(["district"]);
  expect(left([grant("district"), grant("district", false, "editor")], [grant("district", false, "editor")])).toEqual(["district"]);
});

test("taking away a role that holds below leaves nobody below without an administrator either", () => {
  expect(left([grant("county", true), grant("county")], [grant("county")])).toEqual(["district", "parish"]);
  expect(left([grant("county", true), grant("county"), grant("district", true)], [grant("county"), grant("district", true)])).toEqual([]);
});

test("a partnership that had no administrator before is not left without one", () => {
  expect(left([grant("parish")], [grant("parish")])).toEqual([]);
});

test("whoever has lost what they sign in with is helped by whoever is administrator wherever they hold a role", () => {
  const administrator = (partnershipId: string, includesBelow = false) => ({ partnershipId, role: "administrator" as const, includesBelow });
  const [inCounty, inDistrict] = [["county"], ["district", "county"]];
  expect(mayHelpSignIn([administrator("district")], [inDistrict])).toBe(true);
  expect(mayHelpSignIn([administrator("district")], [inDistrict, inCounty])).toBe(false);
  expect(mayHelpSignIn([administrator("county")], [inDistrict])).toBe(false);
  expect(mayHelpSignIn([administrator("county", true)], [inDistrict, inCounty])).toBe(true);
  expect(mayHelpSignIn([{ ...administrator("county", true), role: "editor" }], [inDistrict])).toBe(false);
});
