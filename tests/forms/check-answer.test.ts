import { describe, expect, test } from "vitest";
import type { AnswerError } from "#app/forms/answer.ts";
import { checkAnswer } from "#app/forms/check-answer.ts";
import type { Entries } from "#app/forms/entries.ts";
import { questionTypes, type Question } from "#app/forms/question.ts";
import { buildQuestion, everyEntry } from "#tests/support/forms.ts";

/** What is typed in a question's fields, by part; "" is the question's own field. */
function typed(question: Question, parts: Record<string, string | string[]>): Entries {
  return Object.fromEntries(
    Object.entries(parts).map(([part, value]) => [
      part === "" ? question.id : `${question.id}.${part}`,
      Array.isArray(value) ? value : [value],
    ]),
  );
}

const answerOf = (question: Question, parts: Record<string, string | string[]> = {}) =>
  checkAnswer(question, typed(question, parts)).answer;

const errorsOf = (question: Question, parts: Record<string, string | string[]> = {}) =>
  checkAnswer(question, typed(question, parts)).errors.map(({ code, field }: AnswerError) => `${code} ${field}`);

describe("an answer left out", () => {
  test.each(questionTypes.filter((type) => type !== "statement"))("%s: nothing when optional, an error when required", (type) => {
    const question = buildQuestion(type, { required: false });
    expect(checkAnswer(question, {})).toEqual({ answer: null, errors: [] });
    const required = checkAnswer({ ...question, required: true }, {});
    expect(required.answer).toBeNull();
    expect(required.errors[0]?.code).toMatch(/-missing$/);
  });

  test("a statement asks nothing", () => {
    expect(checkAnswer(buildQuestion("statement", { required: true }), { statement: ["x"] })).toEqual({ answer: null, errors: [] });
  });

  test("blanks alone are no answer", () => {
    expect(errorsOf(buildQuestion("short-text", { required: true }), { "": " \n " })).toEqual(["answer-missing short-text"]);
    expect(answerOf(buildQuestion("number"), { "": " " })).toBeNull();
    expect(answerOf(buildQuestion("postcode"), { "": " " })).toBeNull();
  });
});

test("every type understands a good answer", () => {
  const answers = Object.fromEntries(questionTypes.map((type) => [type, checkAnswer(buildQuestion(type), everyEntry).answer]));
  expect(answers).toEqual({
    "short-text": "A bench",
    "long-text": "I like it here.\nMy children do too.",
    "one-choice": { option: "else", other: "By boat" },
    "several-choices": { options: ["park", "shop"] },
    "yes-no-unsure": "unsure",
    agreement: { level: "agree", reasons: "It will be safer" },
    rating: 4,
    ranking: ["roads", "parks"],
    "point-budget": { parks: 60, roads: 40 },
    number: 12.5,
    money: 120_050,
    date: "2006-03-03",
    name: "Siân Davies",
    email: "sian@example.org",
    telephone: "01432 260000",
    address: { lines: ["1 High Town"], town: "Hereford", postcode: "HR1 2AA" },
    postcode: "HR1 2AA",
    file: { fileId: "f1", name: "bench.jpg", mimeType: "image/jpeg", sizeInBytes: 120_000 },
    "map-point": {
      place: "By the bridge",
      postcode: "HR4 9AR",
      gridReference: "SO 510 399",
      latitude: expect.closeTo(52.056, 2) as number,
      longitude: expect.closeTo(-2.715, 2) as number,
    },
    "map-line": { place: "From the bridge to the weir" },
    "map-area": { place: "The meadow" },
    statement: null,
    matrix: { monday: "morning", friday: "evening" },
  });
});

describe("text", () => {
  test("words are counted as the counter on the page counts them", () => {
    const question = buildQuestion("long-text", { maxWords: 3 });
    expect(answerOf(question, { "": "one two-three four" })).toBe("one two-three four");
    expect(checkAnswer(question, typed(question, { "": "one two three four" })).errors).toEqual([
      { questionId: "long-text", field: "long-text", code: "too-many-words", values: { count: 3, used: 4 } },
    ]);
  });

  test("a limit of characters holds for what is left without blanks around it", () => {
    const question = buildQuestion("short-text", { maxLength: 3 });
    expect(answerOf(question, { "": "  abc " })).toBe("abc");
    expect(errorsOf(question, { "": "abcd" })).toEqual(["too-many-characters short-text"]);
  });

  test("a short text is one line", () => {
    expect(answerOf(buildQuestion("short-text"), { "": "one\ntwo" })).toBe("one two");
  });
});

describe("choices", () => {
  test("an option that is not in the list is refused", () => {
    expect(errorsOf(buildQuestion("one-choice"), { "": "plane" })).toEqual(["choice-unknown one-choice"]);
    expect(errorsOf(buildQuestion("several-choices"), { "": ["park", "plane"] })).toEqual(["choice-unknown several-choices"]);
    expect(errorsOf(buildQuestion("yes-no-unsure"), { "": "maybe" })).toEqual(["choice-unknown yes-no-unsure"]);
    expect(errorsOf(buildQuestion("rating"), { "": "6" })).toEqual(["choice-unknown rating"]);
  });

  test("what was written in is dropped when its option is not chosen", () => {
    expect(answerOf(buildQuestion("one-choice"), { "": "bus", other: "By boat" })).toEqual({ option: "bus" });
  });

  test("an option may be chosen without writing anything in", () => {
    expect(answerOf(buildQuestion("one-choice"), { "": "else" })).toEqual({ option: "else" });
  });

  test("none of these stands alone", () => {
    const question = buildQuestion("several-choices");
    expect(answerOf(question, { "": "none" })).toEqual({ options: ["none"] });
    expect(errorsOf(question, { "": ["park", "none"] })).toEqual(["none-with-others several-choices"]);
  });

  test("none of these satisfies a least number of answers", () => {
    const question = buildQuestion("several-choices", { atLeast: 2, atMost: 2 });
    expect(answerOf(question, { "": "none" })).toEqual({ options: ["none"] });
    expect(errorsOf(question, { "": "park" })).toEqual(["too-few-choices several-choices"]);
    expect(errorsOf(question, { "": ["park", "shop", "school"] })).toEqual(["too-many-choices several-choices"]);
  });

  test("options are kept in the form's order, whatever the order of the post", () => {
    expect(answerOf(buildQuestion("several-choices"), { "": ["school", "park"] })).toEqual({ options: ["park", "school"] });
  });

  test("reasons may be given without a level, unless the question is required", () => {
    expect(answerOf(buildQuestion("agreement"), { reasons: "Because" })).toEqual({ reasons: "Because" });
    expect(errorsOf(buildQuestion("agreement", { required: true }), { reasons: "Because" })).toEqual(["agreement-missing agreement"]);
  });

  test("reasons posted to a question that asks for none are dropped", () => {
    expect(answerOf(buildQuestion("agreement", { reasons: false }), { "": "agree", reasons: "Because" })).toEqual({ level: "agree" });
  });

  test("every row of a required matrix must be answered", () => {
    expect(answerOf(buildQuestion("matrix"), { monday: "morning" })).toEqual({ monday: "morning" });
    expect(errorsOf(buildQuestion("matrix", { required: true }), { monday: "morning" })).toEqual(["row-missing matrix.friday"]);
    expect(errorsOf(buildQuestion("matrix"), { monday: "noon" })).toEqual(["row-unknown matrix.monday"]);
  });
});

describe("ranking", () => {
  test("some options may be left out, and gaps in the positions do no harm", () => {
    expect(answerOf(buildQuestion("ranking"), { schools: "1", parks: "3" })).toEqual(["schools", "parks"]);
  });

  test("two options cannot have one position", () => {
    const question = buildQuestion("ranking");
    expect(checkAnswer(question, typed(question, { parks: "1", roads: "1" }))).toEqual({
      answer: null,
      errors: [
        {
          questionId: "ranking",
          field: "ranking.roads",
          code: "position-twice",
          values: { option: "roads", other: "parks", position: 1 },
          ofPart: true,
        },
      ],
    });
  });

  test.each(["0", "4", "-1", "first", "1.5"])("%s is no position among three", (position) => {
    expect(errorsOf(buildQuestion("ranking"), { parks: position })).toEqual(["position-unknown ranking.parks"]);
  });
});

describe("point budget", () => {
  test("points may be left over unless all must be used", () => {
    expect(answerOf(buildQuestion("point-budget"), { parks: "30", roads: "0" })).toEqual({ parks: 30, roads: 0 });
    expect(errorsOf(buildQuestion("point-budget", { spendAll: true }), { parks: "30" })).toEqual([
      "points-under point-budget.parks",
    ]);
  });

  test("no more points may be shared out than there are", () => {
    const question = buildQuestion("point-budget");
    expect(checkAnswer(question, typed(question, { parks: "60", roads: "50" })).errors).toMatchObject([
      { code: "points-over", values: { points: 100, total: 110, over: 10 } },
    ]);
  });

  test.each(["-1", "1.5", "many", "101"])("%s is no number of points among a hundred", (points) => {
    expect(errorsOf(buildQuestion("point-budget"), { parks: points })).toEqual(["points-not-understood point-budget.parks"]);
  });
});

describe("figures", () => {
  test("the bounds of a number belong to it", () => {
    const question = buildQuestion("number", { min: 1, max: 10, decimals: 1 });
    expect(["1", "10", "9.5"].map((value) => answerOf(question, { "": value }))).toEqual([1, 10, 9.5]);
    expect(["0.9", "10.1", "9.55", "ten"].flatMap((value) => errorsOf(question, { "": value }))).toEqual([
      "number-too-small number",
      "number-too-big number",
      "number-too-fine number",
      "number-not-understood number",
    ]);
  });

  test("a number is whole unless the question allows decimals", () => {
    const question = buildQuestion("number", { decimals: undefined });
    expect(answerOf(question, { "": "5.0" })).toBe(5);
    expect(errorsOf(question, { "": "5.5" })).toEqual(["number-not-whole number"]);
  });

  test("a number that nobody bounded is bounded all the same, so that sums stay exact", () => {
    const question = buildQuestion("number", { min: undefined, max: undefined, decimals: 0 });
    expect(errorsOf(question, { "": "99999999999" })).toEqual(["number-too-big number"]);
    expect(errorsOf(question, { "": "-99999999999" })).toEqual(["number-too-small number"]);
  });

  test("money is pounds typed and pence kept, and not below nought unless the question says so", () => {
    expect(answerOf(buildQuestion("money"), { "": "£0.29" })).toBe(29);
    expect(errorsOf(buildQuestion("money", { min: undefined }), { "": "-1" })).toEqual(["money-too-little money"]);
    expect(errorsOf(buildQuestion("money", { max: 1000 }), { "": "10.01" })).toEqual(["money-too-much money"]);
  });

  test("a date names the part it lacks", () => {
    const question = buildQuestion("date");
    expect(errorsOf(question, { day: "3", year: "2006" })).toEqual(["date-without-month date.month"]);
    expect(errorsOf(question, { day: "3" })).toEqual(["date-without-month-and-year date.month"]);
    expect(errorsOf(question, { month: "3", year: "2006" })).toEqual(["date-without-day date.day"]);
    expect(errorsOf(question, { day: "30", month: "2", year: "2006" })).toEqual(["date-not-real date.day"]);
  });

  test("the first and the last day allowed are allowed", () => {
    const question = buildQuestion("date", { earliest: "2006-03-03", latest: "2006-03-04" });
    const on = (day: string) => ({ day, month: "3", year: "2006" });
    expect([answerOf(question, on("3")), answerOf(question, on("4"))]).toEqual(["2006-03-03", "2006-03-04"]);
    expect([errorsOf(question, on("2")), errorsOf(question, on("5"))]).toEqual([["date-too-early date.day"], ["date-too-late date.day"]]);
  });
});

describe("places and people", () => {
  test("an address that was begun needs its first line, town and postcode", () => {
    expect(errorsOf(buildQuestion("address"), { county: "Herefordshire" })).toEqual([
      "address-without-line address.line-1",
      "address-without-town address.town",
      "address-without-postcode address.postcode",
    ]);
    expect(errorsOf(buildQuestion("address"), { "line-1": "1 High Town", town: "Hereford", postcode: "HR" })).toEqual([
      "postcode-not-understood address.postcode",
    ]);
  });

  test("a place may be given in words, by postcode or by a point", () => {
    const question = buildQuestion("map-point");
    expect(answerOf(question, { "": "The bridge" })).toEqual({ place: "The bridge" });
    expect(answerOf(question, { postcode: "hr49ar" })).toEqual({ place: "", postcode: "HR4 9AR" });
    expect(answerOf(question, { point: "52.056, -2.716" })).toEqual({ place: "", latitude: 52.056, longitude: -2.716 });
    expect(errorsOf(question, { postcode: "HR", point: "here" })).toEqual([
      "postcode-not-understood map-point.postcode",
      "point-not-understood map-point.point",
    ]);
    expect(errorsOf(question, { point: "48.85, 2.35" })).toEqual(["point-outside map-point.point"]);
  });

  test("a file must be of a kind and size asked for", () => {
    const question = buildQuestion("file");
    const file = { "file-id": "f1", name: "a.png", "mime-type": "image/png", size: "100" };
    expect(answerOf(question, file)).toMatchObject({ fileId: "f1" });
    expect(errorsOf(question, { ...file, "mime-type": "image/svg+xml" })).toEqual(["file-of-other-kind file"]);
    expect(errorsOf(question, { ...file, size: "5000001" })).toEqual(["file-too-big file"]);
    expect(errorsOf(question, { ...file, size: "0" })).toEqual(["file-empty file"]);
  });

  test.each([
    ["email", "sian@"],
    ["telephone", "123"],
    ["postcode", "HR1"],
  ] as const)("%s: %s is not understood", (type, value) => {
    expect(errorsOf(buildQuestion(type), { "": value })).toEqual([`${type}-not-understood ${type}`]);
  });
});
