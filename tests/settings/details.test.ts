import fc from "fast-check";
import { expect, test } from "vitest";
import { detailsAsTyped, detailsFields, longest, readDetails, type DetailsEntries } from "#app/settings/details.ts";

const blank = Object.fromEntries(detailsFields.map((field) => [field, ""])) as DetailsEntries;
const needed: DetailsEntries = { ...blank, "name-en": "Marlshire Partnership", "welcome-en": "Tell us." };

function problemsOf(entries: Partial<DetailsEntries>) {
  const read = readDetails({ ...needed, ...entries });
  return read.ok ? [] : read.problem.map(({ field, code }) => `${field} ${code}`);
}

test("English is needed, the other languages fall back to it", () => {
  expect(readDetails(needed)).toEqual({
    ok: true,
    value: { name: { en: "Marlshire Partnership" }, welcome: { en: "Tell us." }, contact: {} },
  });
  expect(problemsOf({ "name-en": " \u00a0", "name-cy": "Partneriaeth" })).toEqual(["name-en name-missing"]);
  expect(problemsOf({ "welcome-en": "" })).toEqual(["welcome-en welcome-missing"]);
});

test("what is typed is tidied: one line for a name, paragraphs for a welcome, other scripts' digits for a number", () => {
  const read = readDetails({
    ...needed,
    "name-ur": " مارلشائر\n شراکت ",
    "welcome-cy": "Croeso.\r\n\r\n\r\n\r\n Dewch i mewn. ",
    telephone: "۰۱۶۳۲ ۹۶۰۱۰۰",
    email: " Hello@Marlshire.Example ",
    post: "County Hall,\nCastle Street",
  });
  expect(read.ok && read.value).toMatchObject({
    name: { ur: "مارلشائر شراکت" },
    welcome: { cy: "Croeso.\n\nDewch i mewn." },
    contact: { telephone: "01632 960100", email: "hello@marlshire.example", post: "County Hall, Castle Street" },
  });
});

test("a name cannot turn the direction of what follows it", () => {
  const read = readDetails({ ...needed, "name-en": "Marl\u202eshire\u2066 Partnership" });
  expect(read.ok && read.value.name.en).toBe("Marlshire Partnership");
});

test("what is too long or no number and no address is told field by field", () => {
  expect(problemsOf({ "name-cy": "x".repeat(longest.name + 1), "welcome-ur": "ش".repeat(longest.welcome + 1), telephone: "call me", email: "me@", post: "x".repeat(301) })).toEqual([
    ...["name-cy text-long", "welcome-ur text-long", "telephone telephone", "email email", "post post-long"],
  ]);
});

test("whatever was taken is shown to be changed as it was taken, and taken again", () => {
  const entries = fc.record(Object.fromEntries(detailsFields.map((field) => [field, fc.string({ unit: "grapheme", maxLength: 80 })]))) as fc.Arbitrary<DetailsEntries>;
  fc.assert(
    fc.property(entries, (typed) => {
      const read = readDetails({ ...typed, telephone: "01632 960100", email: "" });
      if (read.ok) expect(readDetails(detailsAsTyped(read.value))).toEqual(read);
    }),
  );
});
