import { describe, expect, test } from "vitest";
import { formOf, isTemplate, templates } from "#app/design/templates.ts";
import { checkDefinition, questionsOf } from "#app/forms/definition.ts";
import { missingTranslations } from "#app/forms/translation.ts";
import { routingWarnings } from "#app/forms/routing-warnings.ts";
import { languages } from "#app/shared/languages.ts";
import { textInAll, wordsFor } from "#app/shared/words.server.ts";

describe.each(["blank", ...templates] as const)("the form to begin with called %s", (template) => {
  test("may be asked as it is, in every language, with nothing amiss", () => {
    const form = formOf(template, textInAll, languages);
    expect(checkDefinition(form)).toEqual({ ok: true, value: form });
    expect(missingTranslations(form)).toEqual([]);
    expect(routingWarnings(form)).toEqual([]);
  });

  test("in one language holds no other, which nobody would look after", () => {
    const form = formOf(template, textInAll, ["cy"]);
    expect(checkDefinition(form).ok).toBe(true);
    expect(JSON.stringify(form)).not.toMatch(/"(en|ur)":/);
  });

  test("asks nothing that must be answered", () => {
    expect(questionsOf(formOf(template, textInAll, ["en"])).filter(({ required }) => required)).toEqual([]);
  });
});

test("each template has its name and says what it is", () => {
  const { t } = wordsFor("en");
  for (const template of templates) expect(t(`templates:name.${template}`) + t(`templates:about.${template}`)).not.toBe("");
  expect(isTemplate("blank")).toBe(false);
});

test("the chapters are four, each with a heading and an introduction, and then other issues", () => {
  const { sections } = formOf("chapters", textInAll, ["en"]);
  expect(sections.map(({ id }) => id)).toEqual(["role", "run", "answering", "support", "other-issues"]);
  expect(sections.every(({ intro }) => intro !== undefined)).toBe(true);
});
