// The columns of an export: their names, what they mean, and a response's cells in the same order.
import { textIn, type Text } from "#app/shared/languages.ts";
import type { Answer, AnswerByType, Answers, PlaceAnswer } from "./answer.ts";
import { isPersonal, questionsOf, type FormDefinition } from "./definition.ts";
import { agreementLevels, optionsOf, yesNoUnsure, type Option, type Question } from "./question.ts";
import { agreementText, yesNoText, type FormWords } from "./wording.ts";

/** Personal answers are exported apart, as they are stored. */
export type Apart = "answers" | "personal";

export type Column = {
  /** "q3", or "q3_part" where a question has several columns. */
  id: string;
  questionId: string;
  /** The question, for people. */
  heading: Text;
  /** The option or row that the column is about. */
  part?: Text;
  /** What stands in it: the text is `forms:column.<meaning>`. */
  meaning: string;
  /** The codes that may stand in it. */
  codes?: { code: string; label: Text | { agreement: (typeof agreementLevels)[number] } | { yesNo: (typeof yesNoUnsure)[number] } }[];
};

/** `value` takes an answer to a question of its type. */
type Cell = Omit<Column, "questionId" | "heading" | "id"> & { suffix?: string; value: (answer: never) => string };

/** The columns in the order of the questions; a statement has none. */
export function columnsOf(definition: FormDefinition, apart: Apart = "answers"): Column[] {
  return askedIn(definition, apart).flatMap((question) =>
    cellsFor(question).map(({ suffix, part, meaning, codes }) => ({
      id: columnId(question, suffix),
      questionId: question.id,
      heading: question.label,
      ...(part && { part }),
      meaning,
      ...(codes && { codes }),
    })),
  );
}

/**
 * Makes a response's cells under these columns, named by their ids: blank where there is no answer, and under what is no column
 * of the form.
 */
export function rowMaker(
  definition: FormDefinition,
  columns: readonly string[],
  apart: Apart = "answers",
): (answers: Answers) => string[] {
  const places = new Map(columns.map((id, place) => [id, place]));
  const asked = askedIn(definition, apart).map((question) => ({
    id: question.id,
    cells: cellsFor(question).flatMap(({ suffix, value }) => {
      const place = places.get(columnId(question, suffix));
      // because answers are checked before they are kept, each is of the type that its question takes
      return place === undefined ? [] : [{ place, value: value as (answer: Answer) => string }];
    }),
  }));
  const blank = columns.map(() => "");
  return (answers) => {
    const row = blank.slice();
    for (const { id, cells } of asked) {
      const answer = answers[id];
      if (answer !== undefined) for (const { place, value } of cells) row[place] = value(answer);
    }
    return row;
  };
}

function columnId({ id }: Question, suffix: string | undefined): string {
  return suffix === undefined ? id : `${id}_${suffix}`;
}

function askedIn(definition: FormDefinition, apart: Apart): Question[] {
  return questionsOf(definition).filter((question) => isPersonal(question) === (apart === "personal"));
}

const optionCodes = (options: Option[]) => options.map(({ id, label }) => ({ code: id, label }));

function cellsFor(question: Question): Cell[] {
  const whole = (meaning: string): Cell => ({ meaning, value: (answer: string | number) => String(answer) });
  const otherCell = (asked: Question & { type: "one-choice" | "several-choices" }): Cell[] =>
    optionsOf(asked).some((option) => option.writeIn)
      ? [{ suffix: "other", meaning: "other", value: ({ other }: AnswerByType[(typeof asked)["type"]]) => other ?? "" }]
      : [];
  switch (question.type) {
    case "statement":
      return [];
    case "short-text":
    case "long-text":
    case "name":
    case "email":
    case "telephone":
    case "postcode":
      return [whole("text")];
    case "number":
      return [whole("number")];
    case "rating":
      return [whole("rating")];
    case "date":
      return [whole("date")];
    case "yes-no-unsure":
      return [{ ...whole("choice"), codes: yesNoUnsure.map((code) => ({ code, label: { yesNo: code } })) }];
    case "one-choice": {
      const codes = optionCodes(question.options);
      const value = ({ option }: AnswerByType["one-choice"]) => option;
      return [{ meaning: "choice", codes, value }, ...otherCell(question)];
    }
    case "several-choices": {
      const chosen = (id: string) => (answer: AnswerByType["several-choices"]) => (answer.options.includes(id) ? "1" : "0");
      const ticks = optionsOf(question).map(({ id, label }) => ({ suffix: `${id}`, part: label, meaning: "tick", value: chosen(id) }));
      return [...ticks, ...otherCell(question)];
    }
    case "agreement": {
      const codes = agreementLevels.map((code) => ({ code, label: { agreement: code } }));
      const level: Cell = { meaning: "choice", codes, value: ({ level }: AnswerByType["agreement"]) => level ?? "" };
      const reasons: Cell = { suffix: "reasons", meaning: "reasons", value: ({ reasons }: AnswerByType["agreement"]) => reasons ?? "" };
      return question.reasons ? [level, reasons] : [level];
    }
    case "ranking":
      return question.options.map(({ id, label }) => ({
        suffix: id,
        part: label,
        meaning: "position",
        value: (answer: AnswerByType["ranking"]) => String(answer.indexOf(id) + 1 || ""),
      }));
    case "point-budget":
      return question.options.map(({ id, label }) => ({
        suffix: id,
        part: label,
        meaning: "points",
        value: (answer: AnswerByType["point-budget"]) => String(answer[id] ?? ""),
      }));
    case "matrix":
      return question.rows.map(({ id, label }) => ({
        suffix: id,
        part: label,
        meaning: "choice",
        codes: optionCodes(question.columns),
        value: (answer: AnswerByType["matrix"]) => answer[id] ?? "",
      }));
    case "money":
      return [{ meaning: "pounds", value: (pence: AnswerByType["money"]) => (pence / 100).toFixed(2) }];
    case "file":
      return [{ meaning: "file", value: ({ name }: AnswerByType["file"]) => name }];
    case "address":
      return [
        { suffix: "lines", meaning: "address-lines", value: ({ lines }: AnswerByType["address"]) => lines.join("\n") },
        { suffix: "town", meaning: "town", value: ({ town }: AnswerByType["address"]) => town },
        { suffix: "county", meaning: "county", value: ({ county }: AnswerByType["address"]) => county ?? "" },
        { suffix: "postcode", meaning: "postcode", value: ({ postcode }: AnswerByType["address"]) => postcode },
      ];
    case "map-point":
    case "map-line":
    case "map-area":
      return [
        { meaning: "place", value: ({ place }: PlaceAnswer) => place },
        { suffix: "postcode", meaning: "postcode", value: ({ postcode }: PlaceAnswer) => postcode ?? "" },
        { suffix: "latitude", meaning: "latitude", value: ({ latitude }: PlaceAnswer) => String(latitude ?? "") },
        { suffix: "longitude", meaning: "longitude", value: ({ longitude }: PlaceAnswer) => String(longitude ?? "") },
      ];
  }
}

/** One row of the column guide: a column, or one of the codes that may stand in it. */
export type GuideRow = { column: string; question: string; part: string; meaning: string; code: string; codeMeans: string };

/** What every column means, for the file that goes with an export. */
export function columnGuide(definition: FormDefinition, words: FormWords, apart: Apart = "answers"): GuideRow[] {
  return columnsOf(definition, apart).flatMap((column) => {
    const row: GuideRow = {
      column: column.id,
      question: textIn(column.heading, words.language).text,
      part: textIn(column.part, words.language).text,
      meaning: words.t(`forms:column.${column.meaning}`),
      code: "",
      codeMeans: "",
    };
    const codes = (column.codes ?? []).map(({ code, label }) => ({ ...row, code, codeMeans: codeText(label, words) }));
    return codes.length > 0 ? codes : [row];
  });
}

function codeText(label: NonNullable<Column["codes"]>[number]["label"], words: FormWords): string {
  if ("agreement" in label) return agreementText(label.agreement, words);
  if ("yesNo" in label) return yesNoText(label.yesNo, words);
  return textIn(label, words.language).text;
}
