import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRegister } from "#app/bodies/partnership-register.ts";
import { sharedFile } from "#tests/support/shared-files.ts";

function read(json: unknown) {
  const register = readRegister(json);
  if (!register.ok) throw new Error(register.problem.map(({ wrong }) => wrong).join());
  return register.value;
}

describe("a register of partnerships", () => {
  test("tells what each is for, whom it brings together, and what it rests on", () => {
    const [trust] = read({ partnerships: [{ name: "Children’s trusts", purpose: "Joins services.", members: "Health, schools.", legalStatus: "non_statutory_under_duty", legalBasis: "Children Act 2004 s.10", suggestedLaaBlock: "CYP" }] });
    expect(trust).toEqual({
      ...{ name: "Children’s trusts", slug: "childrens-trusts", purpose: "Joins services.\n\nHealth, schools." },
      ...{ themes: ["children-and-young-people"], legalStatus: "under-duty", legalBasis: "Children Act 2004 s.10" },
    });
  });

  test("is refused whole for an entry that cannot be read, and told which", () => {
    const register = readRegister({ partnerships: [{ name: "Youth offending team" }, { purpose: "no name" }, "nothing", { name: "x", legalStatus: "wild" }] });
    expect(register.ok ? [] : register.problem.map(({ path, wrong }) => `${path.join(".")}: ${wrong}`)).toEqual([
      "partnerships.1.name: it is missing",
      "partnerships.2: it is not an object in { }",
      expect.stringMatching(/^partnerships\.3\.legalStatus: it is none of these: statutory, /),
    ]);
  });

  test("is refused as a whole where it is no register", () => {
    for (const other of [null, [], { partnerships: [] }, { partnerships: "many" }]) expect(readRegister(other).ok).toBe(false);
  });

  test("gives each an address of its own, whatever it is called", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", minLength: 1 }).filter((name) => name.trim() !== ""), { minLength: 1, maxLength: 12 }), (names) => {
        const slugs = read({ partnerships: names.map((name) => ({ name: name.slice(0, 300) })) }).map(({ slug }) => slug);
        expect(new Set(slugs).size).toBe(names.length);
        expect(slugs.every((slug) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toBe(true);
      }),
    );
  });

  const annexB = sharedFile("seed/annex-b-partnerships.json");
  test.skipIf(annexB === null)("of 2005 is read whole: 24 partnerships, each with its legal standing", () => {
    const entries = read(JSON.parse(readFileSync(annexB!, "utf8")));
    expect(entries).toHaveLength(24);
    expect(entries.every(({ legalStatus, purpose }) => legalStatus !== null && purpose !== "" && !/[<>]/.test(purpose))).toBe(true);
    expect(entries.filter(({ themes }) => themes.includes("children-and-young-people"))).toHaveLength(11);
    expect(entries.find(({ slug }) => slug === "lscb")?.legalStatus).toBe("statutory");
  });
});
