// An answer in words, for the check-answers page, the receipt and printing.
import { textIn, type Language, type Text } from "#app/shared/languages.ts";
import type { Answer, AnswerByType, PlaceAnswer } from "./answer.ts";
import { optionsOf, type Question } from "./question.ts";
import { agreementText, plainNumber, within, yesNoText, type FormWords } from "./wording.ts";

export type DescribedLine = {
  /** What the line is about, where a question has several. */
  label?: Said;
  text: Said;
};

/** A text with the language it is in; "own" when it is the person's words, in whichever language they wrote. */
export type Said = { text: string; language: Language | "own" };

/** One or more lines; none when there is no answer. */
export function describeAnswer(question: Question, answer: Answer | null | undefined, words: FormWords): DescribedLine[] {
  if (answer === null || answer === undefined) return [];
  const ours = (text: string): Said => ({ text, language: words.language });
  const theirs = (text: string): Said => ({ text, language: "own" });
  const written = (text: Text | undefined): Said => textIn(text, words.language);
  const optionText = (id: string) => written(optionsOf(question).find((option) => option.id === id)?.label);
  const quantity = (value: number, unit: Text | undefined) =>
    unit === undefined
      ? ours(plainNumber(value, words))
      : ours(words.t("forms:quantity", { number: plainNumber(value, words), unit: within(unit, words) }));
  const given = <Type extends Question["type"]>(_: Type) => answer as AnswerByType[Type];
  const other = (typed: string | undefined): DescribedLine[] =>
    typed === undefined ? [] : [{ label: ours(words.t("forms:in-your-words")), text: theirs(typed) }];

  switch (question.type) {
    case "statement":
      return [];
    case "short-text":
    case "long-text":
    case "name":
    case "email":
    case "telephone":
    case "postcode":
      return [{ text: theirs(given(question.type)) }];
    case "one-choice": {
      const choice = given(question.type);
      return [{ text: optionText(choice.option) }, ...other(choice.other)];
    }
    case "several-choices": {
      const choices = given(question.type);
      return [...choices.options.map((id) => ({ text: optionText(id) })), ...other(choices.other)];
    }
    case "yes-no-unsure":
      return [{ text: ours(yesNoText(given(question.type), words)) }];
    case "agreement": {
      const { level, reasons } = given(question.type);
      const label = question.reasonsLabel ? written(question.reasonsLabel) : ours(words.t("forms:reasons"));
      return [
        ...(level ? [{ text: ours(agreementText(level, words)) }] : []),
        ...(reasons === undefined ? [] : [{ label, text: theirs(reasons) }]),
      ];
    }
    case "rating": {
      const values = { value: words.number(given(question.type)), highest: words.number(question.highest) };
      return [{ text: ours(words.t("forms:rating.of", values)) }];
    }
    case "ranking":
      return given(question.type).map((id, index) => ({
        label: ours(words.t("forms:position", { position: words.number(index + 1) })),
        text: optionText(id),
      }));
    case "point-budget": {
      const points = given(question.type);
      return question.options
        .filter(({ id }) => points[id] !== undefined)
        .map(({ id, label }) => ({ label: written(label), text: quantity(points[id] ?? 0, question.unit) }));
    }
    case "number":
      return [{ text: quantity(given(question.type), question.unit) }];
    case "money":
      return [{ text: ours(words.money(given(question.type))) }];
    case "date":
      return [{ text: ours(words.date(given(question.type))) }];
    case "address": {
      const { lines, town, county, postcode } = given(question.type);
      return [...lines, town, ...(county === undefined ? [] : [county]), postcode].map((line) => ({ text: theirs(line) }));
    }
    case "file":
      return [{ text: theirs(given(question.type).name) }];
    case "map-point":
    case "map-line":
    case "map-area":
      return describePlace(given(question.type), words);
    case "matrix": {
      const chosen = given(question.type);
      return question.rows
        .filter(({ id }) => chosen[id] !== undefined)
        .map(({ id, label }) => ({
          label: written(label),
          text: written(question.columns.find((column) => column.id === chosen[id])?.label),
        }));
    }
  }
}

function describePlace(answer: PlaceAnswer, words: FormWords): DescribedLine[] {
  const label = (key: string) => ({ text: words.t(key), language: words.language });
  const lines: DescribedLine[] = [];
  const { place, postcode, gridReference, latitude, longitude } = answer;
  if (place !== "") lines.push({ text: { text: place, language: "own" } });
  if (postcode !== undefined) lines.push({ label: label("forms:place.postcode"), text: { text: postcode, language: "own" } });
  if (gridReference !== undefined) {
    lines.push({ label: label("forms:place.grid-reference"), text: { text: gridReference, language: "own" } });
  } else if (latitude !== undefined && longitude !== undefined) {
    const text = words.t("forms:place.pair", { latitude: String(latitude), longitude: String(longitude) });
    lines.push({ label: label("forms:place.latitude-longitude"), text: { text, language: words.language } });
  }
  return lines;
}
