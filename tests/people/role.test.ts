import { expect, test } from "vitest";
import { consultationsOf, rolesIn, rolesInConsultation, type Grant, type SignedIn } from "#app/people/role.ts";

function withGrants(...grants: Grant[]): SignedIn {
  return { personId: "p", name: "Mair Rees", email: "mair@people.example", language: "cy", isDemonstration: false, grants, consultationGrants: [], isContact: false };
}

const district = ["district", "county"];

test("a role holds in the partnership it is granted in", () => {
  const editor = withGrants({ partnershipId: "district", role: "editor", includesBelow: false });
  expect(rolesIn(editor, district)).toEqual(["editor"]);
  expect(rolesIn(editor, ["county"])).toEqual([]);
});

test("a role granted above holds below only where the grant says so", () => {
  const here = withGrants({ partnershipId: "county", role: "analyst", includesBelow: false });
  const andBelow = withGrants({ partnershipId: "county", role: "analyst", includesBelow: true });
  expect(rolesIn(here, district)).toEqual([]);
  expect(rolesIn(andBelow, district)).toEqual(["analyst"]);
});

test("a role granted below never holds above or beside", () => {
  const clerk = withGrants({ partnershipId: "parish", role: "parish-clerk", includesBelow: true });
  expect(rolesIn(clerk, district)).toEqual([]);
  expect(rolesIn(clerk, ["other-parish", "district", "county"])).toEqual([]);
});

test("a role granted twice over is held once", () => {
  const grants: Grant[] = [
    { partnershipId: "county", role: "editor", includesBelow: true },
    { partnershipId: "district", role: "editor", includesBelow: false },
  ];
  expect(rolesIn(withGrants(...grants), district)).toEqual(["editor"]);
});

test("nobody holds no role, and nobody holds one in no partnership", () => {
  expect(rolesIn(null, district)).toEqual([]);
  expect(rolesIn(withGrants({ partnershipId: "county", role: "editor", includesBelow: true }), [])).toEqual([]);
});

test("a role in one consultation holds in that one alone, beside those held in its partnership", () => {
  const own = { consultationGrants: [{ partnershipId: "district", consultationId: "one", role: "analyst" as const }] };
  const rolesFor = (consultationId: string, partnershipId = "district") => rolesInConsultation(["editor"], own, { partnershipId, consultationId });
  expect([rolesFor("one"), rolesFor("other"), rolesFor("one", "county")]).toEqual([["editor", "analyst"], ["editor"], ["editor"]]);
  expect([consultationsOf(own, "district"), consultationsOf(own, "county"), consultationsOf(null, "district")]).toEqual([["one"], [], []]);
});
