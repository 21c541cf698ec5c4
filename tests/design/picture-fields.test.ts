import { describe, expect, test } from "vitest";
import { applyEdit } from "#app/design/edit.ts";
import { fieldsOfPicture, readPictureFields } from "#app/design/picture-fields.ts";
import { fieldsOfQuestion } from "#app/design/question-fields.ts";
import { readQuestion } from "#app/design/read-question.ts";
import { checkDefinition, questionsOf, type FormDefinition } from "#app/forms/definition.ts";
import { pictureSchema, widthOfSmall, type Picture } from "#app/forms/picture.ts";
import { partsWithPictures, withPicturesOf } from "#app/forms/pictures.ts";
import { missingTranslations } from "#app/forms/translation.ts";

const picture: Picture = { file: "k3v", width: 1280, height: 960, alt: { en: "A pond", cy: "Pwll" }, caption: { en: "The pond in May" } };
const form: FormDefinition = {
  languages: ["en", "cy"],
  sections: [{ id: "one", heading: { en: "One", cy: "Un" }, layout: "one-page", questions: [{ id: "q1", type: "long-text", label: { en: "What?", cy: "Beth?" } }] }],
};

const withPicture = (part: string) => {
  const edited = applyEdit(form, { kind: "change-picture", part, picture });
  if (!edited.ok) throw new Error(JSON.stringify(edited.problem));
  return edited.value.definition;
};

describe("what is said of a picture", () => {
  test("is read back as it was written", () => {
    expect(readPictureFields(fieldsOfPicture(picture), ["en", "cy"])).toEqual({ ok: true, value: { alt: picture.alt, caption: picture.caption } });
    expect(readPictureFields({ meaning: "decorative", "alt-en": "left over" }, ["en"])).toEqual({ ok: true, value: { decorative: true } });
  });

  test("is needed in every language of the form, unless it is said that the picture is decorative", () => {
    expect(readPictureFields({ meaning: "told", "alt-en": "A pond", "alt-cy": "  " }, ["en", "cy"])).toEqual({ ok: false, problem: [{ field: "alt-cy", code: "alt", language: "cy" }] });
    expect(readPictureFields({ "alt-en": "A pond" }, ["en"])).toMatchObject({ ok: false, problem: [{ field: "meaning", code: "meaning" }] });
    expect(readPictureFields({ meaning: "told", "alt-en": "x".repeat(301) }, ["en"])).toMatchObject({ ok: false, problem: [{ field: "alt-en", code: "too-long" }] });
  });

  test("a picture either says what it shows or is decorative, never neither or both", () => {
    const { alt: _, ...mute } = picture;
    expect([picture, { ...mute, decorative: true }, mute, { ...picture, decorative: true }].map((one) => pictureSchema.safeParse(one).success)).toEqual([true, true, false, false]);
  });
});

describe("a form with pictures", () => {
  test("has one beside a question or at the head of a section, and may be asked", () => {
    expect(questionsOf(withPicture("q1"))[0]).toMatchObject({ picture });
    expect(withPicture("one").sections[0]).toMatchObject({ picture });
    expect(checkDefinition(withPicture("one")).ok).toBe(true);
    expect(applyEdit(withPicture("q1"), { kind: "change-picture", part: "q1", picture: null })).toMatchObject({ ok: true, value: { definition: form } });
    expect(applyEdit(form, { kind: "change-picture", part: "gone", picture })).toMatchObject({ ok: false, problem: { code: "gone" } });
  });

  test("counts what a picture says among what is to be translated", () => {
    expect(missingTranslations(withPicture("q1"))).toEqual([{ path: ["sections", 0, "questions", 0, "picture", "caption"], language: "cy" }]);
  });

  test("keeps them when the words of a question or a section are rewritten", () => {
    const question = questionsOf(withPicture("q1"))[0]!;
    const rewritten = readQuestion(fieldsOfQuestion(question), { type: question.type, languages: ["en", "cy"], before: question });
    expect(rewritten).toMatchObject({ ok: true, value: { picture } });
    const head = { heading: { en: "Two" }, layout: "one-page" as const };
    expect(applyEdit(withPicture("one"), { kind: "change-section", section: "one", head })).toMatchObject({ ok: true, value: { definition: { sections: [{ picture }] } } });
  });

  test("loses those that a partnership does not have", () => {
    const both = applyEdit(withPicture("q1"), { kind: "change-picture", part: "one", picture: { ...picture, file: "other" } });
    if (!both.ok) throw new Error("refused");
    const { definition } = both.value;
    expect(partsWithPictures(definition).map(({ id }) => id)).toEqual(["one", "q1"]);
    expect(partsWithPictures(withPicturesOf(definition, new Set(["k3v"]))).map(({ id }) => id)).toEqual(["q1"]);
    expect(withPicturesOf(definition, new Set())).toEqual(form);
  });
});

test("the small picture is as wide as it is kept", () => {
  expect([{ width: 1280, height: 960 }, { width: 960, height: 1280 }, { width: 300, height: 200 }].map(widthOfSmall)).toEqual([480, 360, 300]);
});
