import fc from "fast-check";
import { expect, test } from "vitest";
import { invitationExpiresAt, readInvitation } from "#app/people/invitation.ts";
import { invitationLetter } from "#app/people/letters.ts";
import { isRole } from "#app/people/role.ts";
import { languages } from "#app/shared/languages.ts";
import { wordsFor } from "#app/shared/words.server.ts";

const entries = { name: " Mair  Rees ", email: " Mair@People.Example ", language: "cy", roles: ["analyst", "editor"], below: false, scope: "all", consultations: [] as string[] };
const codesOf = (changed: Partial<typeof entries>) => {
  const read = readInvitation({ ...entries, ...changed }, ["one", "other"]);
  return read.ok ? [] : read.problem.map(({ code }) => code);
};

test("an invitation is read with stray spaces gone, the address in small letters and the roles in their order", () => {
  expect(readInvitation(entries, [])).toEqual({
    ok: true,
    value: { name: "Mair Rees", email: "mair@people.example", language: "cy", roles: ["editor", "analyst"], includesBelow: false, consultationIds: [] },
  });
});

test("all that is wrong is said at once", () => {
  expect(codesOf({ name: " ", email: "", language: "xx", roles: [] })).toEqual(["name-missing", "email-missing", "language-missing", "role-missing"]);
  expect(codesOf({ name: "x".repeat(121) })).toEqual(["name-long"]);
  expect(codesOf({ email: "mair" })).toEqual(["email-malformed"]);
  expect(codesOf({ roles: ["emperor"] })).toEqual(["role-missing"]);
});

test("an analyst is invited for all consultations or for some of those there are, and others are not asked", () => {
  expect(codesOf({ scope: "" })).toEqual(["scope-missing"]);
  expect(codesOf({ scope: "chosen", consultations: ["elsewhere"] })).toEqual(["consultation-missing"]);
  expect(codesOf({ scope: "", roles: ["editor"] })).toEqual([]);
  const read = readInvitation({ ...entries, scope: "chosen", consultations: ["other", "elsewhere"] }, ["one", "other"]);
  expect(read).toMatchObject({ ok: true, value: { consultationIds: ["other"] } });
});

test("whatever is typed, what is read is one line, an address and roles there are", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.array(fc.string()), (name, email, wanted) => {
      const read = readInvitation({ ...entries, name, email, roles: ["editor", ...wanted] }, []);
      if (!read.ok) return read.problem.length > 0;
      return !/[\n\r\0]/.test(read.value.name) && read.value.email === read.value.email.toLowerCase() && read.value.roles.every(isRole);
    }),
  );
});

test("an invitation opens for seven days", () => {
  expect(invitationExpiresAt(new Date("2026-05-04T09:00:00Z"))).toEqual(new Date("2026-05-11T09:00:00Z"));
});

test.each(languages)("its letter in %s names who invites, the roles and the link, each on a line of its own", (language) => {
  const words = wordsFor(language);
  const address = "https://folkmoot.example/marlshire/invitation?token=abc";
  const invited = { name: "Mair Rees", email: "mair@people.example", roles: ["editor", "analyst"] as const };
  const letter = invitationLetter(words, invited, { by: "Ruth Pemberton", address, site: "Marlshire Partnership" });
  expect(letter).toMatchObject({ kind: "people/invitation", to: "mair@people.example", language });
  const lines = letter.text.split("\n");
  for (const line of [address, `- ${words.t("people:role.editor")}`, `- ${words.t("people:role.analyst")}`]) expect(lines).toContain(line);
  expect(letter.text).toMatch(/Ruth Pemberton[\s\S]*Marlshire Partnership/);
  expect(letter.text).not.toMatch(/\{\{|undefined/);
});
