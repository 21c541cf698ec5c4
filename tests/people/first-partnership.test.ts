import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPartnershipSlug } from "#app/partnerships/partnership.ts";
import {
  decideSetup,
  readSetupAnswer,
  readSetupArguments,
  setupQuestions,
  suggestSlug,
  variableOf,
  type SetupField,
} from "#app/people/first-partnership.ts";

const question = (field: SetupField) => setupQuestions.find((one) => one.field === field)!;
const answer = (field: SetupField, typed: string, answers = {}) => readSetupAnswer(question(field), typed, answers);

const needed = {
  ...{ name: "Marlshire Partnership", tier: "county", "sender-address": "hello@marlshire.example" },
  ...{ "administrator-name": "Mair Rees", "administrator-email": "Mair.Rees@Marlshire.example" },
};

describe("an answer", () => {
  test("left empty takes what is suggested, and otherwise is asked again unless it may stay empty", () => {
    expect(answer("slug", "", { name: "Marlshire Partnership" })).toEqual({ ok: true, value: "marlshire" });
    expect(answer("name-cy", " ")).toEqual({ ok: true, value: undefined });
    expect(answer("name", "  ")).toEqual({ ok: false, problem: "This one is needed." });
  });

  test.each<[SetupField, string, string]>([
    ["slug", "m", "It has two to forty characters."],
    ["slug", "Marl Shire", "It is made of the letters a to z, digits, and single hyphens between them."],
    ["slug", "privacy", "“privacy” is taken by pages of Folkmoot itself; choose another."],
    ["slug", "ur", "“ur” is taken by pages of Folkmoot itself; choose another."],
    ["tier", "town", "Answer with one of these words: county, district, parish, single, neighbourhood."],
    ["sender-address", "nobody", "That is not an e-mail address; it looks like name@council.gov.uk."],
    ["telephone", "ring me", "That is not a telephone number; it looks like 01632 960100."],
    ["administrator-language", "fr", "Answer with one of these: en, cy, ur."],
    ["name", "x".repeat(121), "A name has at most 120 characters; this one has 121."],
  ])("%s cannot be %j, and a sentence says why", (field, typed, problem) => {
    expect(answer(field, typed)).toEqual({ ok: false, problem });
  });

  test("is kept without what only the keyboard put there", () => {
    expect(answer("name", "  Marlshire \u0007 Partnership ")).toEqual({ ok: true, value: "Marlshire Partnership" });
    expect(answer("name-ur", "مارل‌شائر")).toEqual({ ok: true, value: "مارل‌شائر" });
    expect(answer("tier", "County")).toEqual({ ok: true, value: "county" });
    expect(answer("administrator-email", " <Mair@Marlshire.example> ")).toEqual({ ok: true, value: "mair@marlshire.example" });
  });

  test("whatever is typed is taken or told in a sentence", () => {
    fc.assert(
      fc.property(fc.constantFrom(...setupQuestions), fc.string({ unit: "binary" }), (asked, typed) => {
        const read = readSetupAnswer(asked, typed, {});
        if (!read.ok) expect(read.problem).toMatch(/\.$/);
        else if (read.value !== undefined) expect(read.value).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});

test("the address that is suggested is one a partnership can have", () => {
  expect(suggestSlug("The Marlshire & Wenlow Vale Partnership")).toBe("marlshire-wenlow-vale");
  expect(suggestSlug("Ynys Môn")).toBe("ynys-mon");
  expect(suggestSlug("مارلشائر")).toBeUndefined();
  expect(suggestSlug("Privacy")).toBeUndefined();
  fc.assert(fc.property(fc.string(), (name) => isPartnershipSlug(suggestSlug(name) ?? "marlshire")));
});

describe("the words after the command", () => {
  test("answer questions, whichever way they are written, before the environment does", () => {
    const environment = { [variableOf("name")]: "From outside", [variableOf("tier")]: "parish" };
    expect(readSetupArguments(["--name", "Marlshire", "--slug=marl", "--yes"], environment)).toEqual({
      ok: true,
      value: { what: "partnership", given: { name: "Marlshire", slug: "marl", tier: "parish" }, isDecided: true },
    });
    expect(readSetupArguments([], {})).toEqual({ ok: true, value: { what: "partnership", given: {}, isDecided: false } });
  });

  test("ask for a link for an administrator, and nothing besides", () => {
    expect(readSetupArguments(["--link", "Mair@people.example"], {})).toEqual({ ok: true, value: { what: "link", email: "mair@people.example" } });
    expect(readSetupArguments(["--link", "mair"], {})).toMatchObject({ ok: false, problem: expect.stringMatching(/^--link: That is not an e-mail/) });
    expect(readSetupArguments(["--link", "mair@people.example", "--yes"], {})).toEqual({ ok: false, problem: "--link stands alone." });
  });

  test.each([
    [["--colour", "red"], "There is no option --colour."],
    [["marlshire"], "There is no option marlshire."],
    [["--name"], "--name needs a value after it."],
    [["--name", "--slug", "x"], "--name needs a value after it."],
    [["--name", "a", "--name", "b"], "--name is given twice."],
  ])("%j are not understood, and a sentence says why", (words, problem) => {
    expect(readSetupArguments(words, {})).toEqual({ ok: false, problem });
  });
});

test("decided without asking, what is suggested is taken", () => {
  expect(decideSetup(needed)).toEqual({
    ok: true,
    value: {
      ...{ name: "Marlshire Partnership", slug: "marlshire", tier: "county", "sender-name": "Marlshire Partnership" },
      ...{ "sender-address": "hello@marlshire.example", email: "hello@marlshire.example", "administrator-name": "Mair Rees" },
      ...{ "administrator-email": "mair.rees@marlshire.example", "administrator-language": "en" },
    },
  });
});

test("decided without asking, everything that is missing or wrong is told at once, by its option", () => {
  expect(decideSetup({ name: "Marlshire", tier: "town", "administrator-name": "Mair" })).toEqual({
    ok: false,
    problem: [
      "--tier: Answer with one of these words: county, district, parish, single, neighbourhood.",
      "--sender-address: This one is needed.",
      "--administrator-email: This one is needed.",
    ],
  });
});
