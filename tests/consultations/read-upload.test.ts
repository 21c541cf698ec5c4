import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readConsultationUpload } from "#app/consultations/read-upload.server.ts";
import { checkDefinition } from "#app/forms/definition.ts";
import { languages } from "#app/shared/languages.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { defraForm, govukForm, xGovForm } from "#tests/support/foreign-forms.ts";
import { limeTables, lssOf } from "#tests/support/lime-survey.ts";

const words = wordsFor("en");
const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readConsultationUpload(bytesOf(text), words);

const files = [
  { program: "GOV.UK Forms", text: JSON.stringify(govukForm) },
  { program: "XGov’s form builder", text: JSON.stringify(xGovForm) },
  { program: "DEFRA’s forms engine", text: JSON.stringify(defraForm) },
  { program: "LimeSurvey", text: lssOf(limeTables) },
];

/** It becomes a form that may be asked, or is refused in words. */
function expectSound(bytes: Uint8Array): void {
  const file = readConsultationUpload(bytes, words);
  if (file.ok) expect(checkDefinition(file.value.read.definition).ok).toBe(true);
  else if (file.problem.code === "not-taken") expect(file.problem.says.length).toBeGreaterThan(0);
}

describe("a file that is uploaded", () => {
  test.each(files)("of $program is read with and without a mark of its encoding, and as “Unicode”", ({ program, text }) => {
    const utf16 = new Uint8Array(new Uint16Array([0xfeff, ...Array.from(text, (_, at) => text.charCodeAt(at))]).buffer);
    for (const bytes of [bytesOf(text), bytesOf(`\uFEFF${text}`), bytesOf(`\n\n ${text}`), utf16]) {
      expect(readConsultationUpload(bytes, words)).toMatchObject({ ok: true, value: { program } });
    }
  });

  test.each(languages)("is told about in the officer's language (%s)", (language) => {
    const file = readConsultationUpload(bytesOf(JSON.stringify(govukForm)), wordsFor(language));
    const expected = wordsFor(language).t("forms:left-out.title-too");
    expect(file.ok && file.value.leftOut.some((line) => line.endsWith(expected))).toBe(true);
  });

  test("in another encoding is not read as nonsense", () => {
    expect(readConsultationUpload(Uint8Array.from([...bytesOf('{"name":"'), 0xe9, ...bytesOf('"}')]), words)).toEqual({ ok: false, problem: { code: "not-read" } });
  });

  test.each([
    ['<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><document>&b;</document>', "It declares a document type, which is not read because it may hold anything."],
    ["<document><LimeSurveyDocType>Survey", "It is not well-formed XML (line 1)."],
    [`<document>${"<a>".repeat(30)}`, "It is nested more than 20 deep."],
    [JSON.stringify({ pages: [{ path: "/a", components: [JSON.parse(`${'{"a":['.repeat(60)}1${"]}".repeat(60)}`)] }] }), "It is too big or nested too deep to be read."],
  ])("that is hostile is refused in a sentence (%#)", (text, says) => {
    expect(read(text)).toMatchObject({ ok: false, problem: { code: "not-taken", says: [says] } });
  });

  test("nested a million deep is not read", () => {
    expect(read("[".repeat(1_000_000)).ok).toBe(false);
    expect(read(`${"[".repeat(100_000)}${"]".repeat(100_000)}`).ok).toBe(false);
  });

  test("with names that every object has already is no different from others", () => {
    const named = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    for (const name of named) {
      expectSound(bytesOf(JSON.stringify(xGovForm).replaceAll('"rooms"', JSON.stringify(name)).replaceAll('"flooded"', JSON.stringify(name))));
      expectSound(bytesOf(JSON.stringify(govukForm).replaceAll('"selection"', JSON.stringify(name)).replaceAll('"is_optional"', JSON.stringify(name))));
      expectSound(bytesOf(lssOf(limeTables).replaceAll("[L]", `[${name}]`).replaceAll("[bus]", `[${name}]`).replaceAll("bus.NAOK", `${name}.NAOK`)));
    }
    expect({}).not.toHaveProperty("polluted");
  });

  test("with the same id on every part is taken with ids of its own", () => {
    const same = JSON.stringify(defraForm).replaceAll(/"(c|i|p|l|k)-\d+"/g, '"same"');
    expectSound(bytesOf(same));
    expectSound(bytesOf(lssOf(limeTables).replaceAll(/<qid><!\[CDATA\[\d+\]\]>/g, "<qid><![CDATA[1]]>")));
  });

  test.each(files)("of $program, cut short or with bytes changed, is taken or refused, and never breaks", ({ text }) => {
    const bytes = bytesOf(text);
    const change = fc.record({ at: fc.nat(bytes.length - 1), to: fc.oneof(fc.nat(255), fc.constantFrom(...bytesOf('"{}[]<>&0'))) });
    fc.assert(
      fc.property(fc.nat(bytes.length), fc.array(change, { maxLength: 5 }), fc.boolean(), (end, changes, isCut) => {
        const spoilt = Uint8Array.from(isCut ? bytes.slice(0, end) : bytes);
        for (const { at, to } of changes) if (at < spoilt.length) spoilt[at] = to;
        expectSound(spoilt);
      }),
      { numRuns: 60, seed: 20_261_122 },
    );
  });
});
