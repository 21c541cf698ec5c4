// A question as the fields it is written in: what a page shows of it, and what both sides of two people's changes are compared by.
import type { Option, Question } from "#app/forms/question.ts";
import { dateAsTyped } from "#app/shared/typed.ts";
import type { Text } from "#app/shared/languages.ts";
import { figurePartsOf, listPartsOf, textPartsOf, ticksOf, type Fields, type FigurePart } from "./question-parts.ts";

/** Every language a text is in has its field, whether or not the form has the language. */
export function fieldsOfQuestion(question: Question): Fields {
  const fields: Fields = {};
  const put = (name: string, value: string) => {
    if (value !== "") fields[name] = value;
  };
  const putText = (name: string, text: Text | undefined) => {
    for (const [language, words] of Object.entries(text ?? {})) put(`${name}-${language}`, words);
  };
  const putOption = (name: string, { label, hint, writeIn, divider }: Option) => {
    putText(`${name}.label`, label);
    putText(`${name}.hint`, hint);
    put(`${name}.writeIn`, writeIn ? "yes" : "");
    put(`${name}.divider`, divider ? "yes" : "");
  };
  const parts = question as Record<string, unknown>;
  for (const { name } of textPartsOf(question.type)) putText(name, parts[name] as Text | undefined);
  for (const figure of figurePartsOf(question.type)) {
    for (const [name, value] of figureFields(figure, parts[figure.name])) put(name, value);
  }
  for (const name of ticksOf(question.type)) put(name, parts[name] === true ? "yes" : "");
  put("number", question.number ?? "");
  for (const { name } of listPartsOf(question.type)) {
    const rows = parts[name] as Option[];
    put(name, rows.map(({ id }) => id).join(" "));
    for (const option of rows) putOption(`${name}.${option.id}`, option);
  }
  if (question.type === "file") for (const kind of question.kinds) put(`kinds.${kind}`, "yes");
  if (question.type === "several-choices" && question.noneOption) {
    put("none", "yes");
    putOption("none", question.noneOption);
  }
  return fields;
}

/** A limit as it is typed: pence as pounds, bytes as megabytes, a date in three fields. */
export function figureFields({ name, look }: FigurePart, value: unknown): [string, string][] {
  if (value === undefined) return [];
  switch (look) {
    case "count":
    case "number":
      return [[name, String(value)]];
    case "pence":
      return [[name, Number(value) % 100 === 0 ? String(Number(value) / 100) : (Number(value) / 100).toFixed(2)]];
    case "megabytes":
      return [[name, String(Number(value) / 1_000_000)]];
    case "date":
      return Object.entries(dateAsTyped(String(value))).map(([part, typed]): [string, string] => [`${name}.${part}`, typed]);
  }
}
