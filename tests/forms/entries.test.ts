import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawnIds, fieldId, fieldsOf, fileEntries, mergeEntries, readPosted } from "#app/forms/entries.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { questionTypes, type Question } from "#app/forms/question.ts";
import { anyDefinitionAndPosted } from "#tests/support/any-forms.ts";
import { buildQuestion } from "#tests/support/forms.ts";

const text = buildQuestion("long-text", { id: "q1" });

describe("reading a post", () => {
  test("only the fields of these questions are kept", () => {
    expect(readPosted([text], [["q1", "Yes"], ["q2", "No"], ["q1.x", "No"], ["__proto__", "No"]])).toEqual({ q1: ["Yes"] });
  });

  test("line ends are those of the text itself, and nothing is kept that the database would refuse", () => {
    expect(readPosted([text], [["q1", "a\r\nb\rc\u0000\ud800\u0007\td"]])).toEqual({ q1: ["a\nb\nc\td"] });
  });

  test("what is typed is kept as it was typed, blanks around it included", () => {
    expect(readPosted([text], [["q1", "  a  "]])).toEqual({ q1: ["  a  "] });
  });

  test("an absurd length is clipped to well more than the answer may have", () => {
    const kept = (question: Question, field = question.id) => readPosted([question], [[field, "x".repeat(300_000)]])[field]?.[0]?.length;
    expect(kept(text)).toBe(200_000);
    expect(kept(buildQuestion("agreement"), "agreement.reasons")).toBe(200_000);
    expect(kept(buildQuestion("short-text"))).toBe(20_000);
    expect(kept(buildQuestion("one-choice"), "one-choice.other")).toBe(20_000);
    for (const type of ["one-choice", "email", "number", "rating"] as const) expect(kept(buildQuestion(type)), type).toBe(2_000);
  });

  test("a field that takes one answer keeps the first, and one that takes several keeps each once", () => {
    const several = buildQuestion("several-choices", { id: "q2" });
    const posted: [string, string][] = [["q1", "a"], ["q1", "b"], ["q2", "park"], ["q2", "park"], ["q2", "shop"]];
    expect(readPosted([text, several], posted)).toEqual({ q1: ["a"], q2: ["park", "shop"] });
  });

  test("a file that was posted is left to the upload", () => {
    expect(readPosted([text], new Map<string, unknown>([["q1", new Blob(["x"])]]))).toEqual({});
  });

  test("nobody can post which file was uploaded", () => {
    const file = buildQuestion("file", { id: "q3" });
    expect(readPosted([file], [["q3.file-id", "somebody-elses"], ["q3.remove", "yes"]])).toEqual({ "q3.remove": ["yes"] });
  });

  test("no post makes it throw, and the database takes whatever it keeps", () => {
    fc.assert(
      fc.property(anyDefinitionAndPosted, ({ definition, posted }) => {
        const entries = readPosted(questionsOf(definition), posted);
        const json = JSON.stringify(entries);
        expect(json).not.toMatch(/\\u0000|\\ud[89a-f]/i);
        expect(JSON.parse(json)).toEqual(entries);
        const known = new Set(questionsOf(definition).flatMap(fieldsOf));
        for (const field of Object.keys(entries)) expect(known).toContain(field);
      }),
    );
  });
});

describe("keeping a draft", () => {
  test("a page replaces everything about its own questions and nothing about others", () => {
    const old = { q1: ["old"], q2: ["kept"] };
    expect(mergeEntries(old, { q1: ["new"] }, [text])).toEqual({ q1: ["new"], q2: ["kept"] });
    expect(mergeEntries(old, {}, [text])).toEqual({ q2: ["kept"] });
  });

  test("a file stays until it is replaced or taken away", () => {
    const file = buildQuestion("file", { id: "q3" });
    const first = fileEntries("q3", { fileId: "f1", name: "a.png", mimeType: "image/png", sizeInBytes: 1 });
    const second = fileEntries("q3", { fileId: "f2", name: "b.png", mimeType: "image/png", sizeInBytes: 1 });
    expect(mergeEntries(first, {}, [file])).toEqual(first);
    expect(mergeEntries(first, second, [file])).toEqual(second);
    expect(mergeEntries(first, { "q3.remove": ["yes"] }, [file])).toEqual({});
  });
});

test("every field of a question is among the ids that drawing it may use", () => {
  for (const type of questionTypes) {
    const question = buildQuestion(type);
    expect(drawnIds(question)).toEqual(expect.arrayContaining(fieldsOf(question).map(fieldId)));
  }
});
