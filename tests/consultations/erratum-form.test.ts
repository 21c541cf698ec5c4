import { expect, test } from "vitest";
import { questionsToCorrect, readErratum, wholeForm } from "#app/consultations/erratum-form.ts";
import { buildDefinition } from "#tests/support/factories.ts";

const version = (id: string, ...labels: [string, string][]) => ({
  id,
  definition: buildDefinition([
    {
      ...{ id: "all", heading: { en: "All" }, layout: "one-page" },
      questions: [{ id: "told", type: "statement", label: { en: "Read this" } }, ...labels.map(([of, en]) => ({ id: of, type: "long-text" as const, label: { en } }))],
    },
  ]),
});

test("questions that only an earlier version asks are corrected too: whoever began under it still answers them", () => {
  const found = questionsToCorrect([version("v3", ["a", "A, third"]), version("v2", ["b", "B, second"], ["a", "A, second"]), version("v1", ["b", "B, first"])]);
  expect(found.map(({ question, versionId, isAsked }) => [question.label.en, versionId, isAsked])).toEqual([["A, third", "v3", true], ["B, second", "v2", false]]);
});

test("a correction says what it is about and in words", () => {
  expect(readErratum({ about: "c", "text-en": " " }, ["a", "b"])).toMatchObject({ ok: false, problem: [{ code: "about-missing" }, { code: "text-missing" }] });
  expect(readErratum({ about: "b", "text-cy": "Darllenwch hwn." }, ["a", "b"])).toEqual({ ok: true, value: { questionId: "b", text: { cy: "Darllenwch hwn." } } });
  expect(readErratum({ about: wholeForm, "text-en": "All of it." }, [])).toMatchObject({ ok: true, value: { questionId: null } });
});
