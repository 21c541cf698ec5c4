// The kinds of question LimeSurvey has, as questions of ours.
import type { Language, Text } from "#app/shared/languages.ts";
import type { Asked } from "./foreign-condition.ts";
import { optionsFrom, type Draft, type NewQuestion } from "./foreign-draft.ts";
import { countIn, numberIn, type FixedTexts } from "./foreign-form.ts";
import { numberQuestion } from "./foreign-number.ts";
import { tellOfSettings } from "./foreign-settings.ts";
import type { ReasonCode, Tell } from "./left-out.ts";
import { attributeFates } from "./lime-settings.ts";
import type { FileKind, Option } from "./question.ts";

/** `scale`: "0", or "1" for the columns of a table and for its second set of answers. */
export type LimeOption = { code: string; label: Text; relevance: string; scale: string };

export type LimeQuestion = {
  key: string;
  type: string;
  label: Text;
  help: Text | undefined;
  mandatory: string;
  hasOther: boolean;
  subquestions: LimeOption[];
  answers: LimeOption[];
  attributes: ReadonlyMap<string, string>;
  /** The same in each language; for what of them is words. */
  worded: ReadonlyMap<string, Text>;
  theme: string;
};

/** Its name for one of its parts that is a question of its own here. */
export function partName(key: string, code: string): string {
  return `${key}_${code}`;
}

const neverAsked = new Map<string, ReasonCode>([["*", "worked-out"], ["I", "language-question"], [":", "numbers-table"], [";", "texts-table"]]);

const isSaid = (value: unknown) => typeof value === "string" && !["", "0", "N", "default", "normal"].includes(value);

/** Takes the question, or lists why it cannot be, and what of it is asked otherwise than we can. */
export function takeLimeQuestion(draft: Draft, question: LimeQuestion, fixed: FixedTexts, when: Asked | undefined): void {
  const { key, type, label, help, attributes } = question;
  const tell: Tell = (code, values) => draft.leaveOut(`${key}: ${Object.values(label)[0] ?? ""}`, code, values);
  const attribute = (name: string) => attributes.get(name) ?? "";
  const condition = when ? { when } : {};
  const isCheckboxes = type === ":" && attribute("multiflexible_checkbox") === "1";
  if (attribute("hidden") === "1") return tell("hidden");
  const unasked = neverAsked.get(type);
  if (unasked !== undefined && !isCheckboxes) return tell(unasked);
  tellOfSettings(Object.fromEntries(attributes), attributeFates, tell, isSaid);
  if (isSaid(attribute("answer_order"))) tell("random-order");
  if (/image/i.test(question.theme)) tell("picture-options");
  if (/browserdetect/i.test(question.theme)) tell("kept-more", { name: question.theme });
  if (type !== "N") for (const name of ["prefix", "suffix"] as const) if (attribute(name) !== "") tell(name, { words: attribute(name) });
  if (question.mandatory === "S") tell("asks-again");
  for (const part of [...question.subquestions, ...question.answers]) {
    if (!["", "1"].includes(part.relevance)) tell("option-some", { option: part.code });
  }
  const required = question.mandatory === "Y" && type !== "X" ? { required: true } : {};
  const common = { label, ...(help && { hint: help }), ...required };
  const simple = plainQuestion(question, common, attribute, tell);
  if (simple) return draft.take(key, simple, condition);
  const other = question.hasOther ? [{ value: "-oth-", label: question.worded.get("other_replace_text") ?? fixed.other, writeIn: true }] : [];
  switch (type) {
    case "Y":
      return takeFixed(draft, key, common, [["Y", "yes", fixed.yes], ["N", "no", fixed.no]], condition);
    case "G":
      return takeFixed(draft, key, common, [["F", "female", fixed.female], ["M", "male", fixed.male]], condition);
    case "L":
    case "!":
    case "O": {
      const { options, values } = optionsFrom([...asOffered(question.answers), ...other]);
      draft.take(key, { type: "one-choice", options, ...common }, { values, ...condition });
      if (type === "O") draft.take(partName(key, "comment"), { type: "long-text", label: fixed.comment }, condition);
      return;
    }
    case "M":
    case "P":
      if (type === "P") tell("comment-boxes");
      return takeSeveral(draft, question, common, [...asOffered(question.subquestions), ...other], attribute, tell, condition);
    case "R": {
      if (attribute("max_answers") !== "" || attribute("max_subquestions") !== "") tell("most-ranked");
      if (isSaid(attribute("min_answers"))) tell("least-answers");
      const ranked = question.answers.length > 0 ? question.answers : question.subquestions;
      return draft.take(key, { type: "ranking", options: optionsFrom(asOffered(ranked)).options, ...common }, condition);
    }
    case "Q":
    case "K":
      return takeEach(draft, question, required, tell, condition);
    case "F":
    case "H":
    case "A":
    case "B":
    case "C":
    case "E": {
      const columns = columnsOf(type, asOffered(question.answers), fixed);
      return draft.take(key, { type: "matrix", rows: optionsFrom(asOffered(question.subquestions)).options, columns, ...common }, condition);
    }
    case "1":
      return takeScales(draft, question, common, condition);
    case ":":
      return takeRows(draft, question, required, condition);
    default:
      return tell("kind-unknown", { kind: type });
  }
}

/** As `optionsFrom` takes them. */
const asOffered = (options: readonly LimeOption[]) => options.map(({ code, label }) => ({ value: code, label }));

type Common = { label: Text; hint?: Text; required?: boolean };
type Condition = { when?: Asked };

function plainQuestion({ type }: LimeQuestion, common: Common, attribute: (name: string) => string, tell: Tell): NewQuestion | undefined {
  const maxLength = countIn(attribute("maximum_chars"));
  switch (type) {
    case "S":
      if (isSaid(attribute("location_mapservice"))) return { type: "map-point", ...common };
      if (attribute("numbers_only") === "1") return { type: "number", decimals: 4, ...common };
      return { type: "short-text", ...(maxLength && { maxLength }), ...common };
    case "T":
    case "U":
      if (attribute("numbers_only") === "1") tell("digits");
      return { type: "long-text", ...(maxLength && { maxLength }), ...common };
    case "N":
      return numberOf(attribute, common, tell);
    case "D":
      return dateOf(attribute, common, tell);
    case "5":
      return { type: "rating", highest: 5, ...common };
    case "X":
      return { type: "statement", ...common };
    case "|":
      if ((countIn(attribute("max_num_of_files")) ?? 1) > 1) tell("several-files");
      if ((countIn(attribute("min_num_of_files")) ?? 0) > 0) tell("least-files");
      return { type: "file", kinds: kindsIn(attribute("allowed_filetypes")), maxBytes: Math.min(100_000_000, (countIn(attribute("max_filesize")) ?? 10_240) * 1024), ...common };
    default:
      return undefined;
  }
}

function numberOf(attribute: (name: string) => string, common: Common, tell: Tell): NewQuestion {
  const [min, max] = [numberIn(attribute("min_num_value_n")), numberIn(attribute("max_num_value_n"))];
  for (const name of ["min_num_value_n", "max_num_value_n"]) {
    if (attribute(name) !== "" && numberIn(attribute(name)) === undefined) tell("limit-formula");
  }
  const decimals = attribute("num_value_int_only") === "1" ? 0 : 4;
  return numberQuestion({ min, max, decimals, prefix: attribute("prefix"), suffix: attribute("suffix") }, common, tell);
}

function dateOf(attribute: (name: string) => string, common: Common, tell: Tell): NewQuestion {
  if (/[HM]{2}|h:|:m|HH|MM:/.test(attribute("date_format"))) tell("day-and-time");
  const limit = (name: string) => {
    const value = attribute(name);
    const [, date] = /^(\d{4}-\d{2}-\d{2})/.exec(value) ?? [];
    const [, year] = /^(\d{4})$/.exec(value) ?? [];
    if (value !== "" && date === undefined && year === undefined) tell("limit-formula");
    return date ?? (year === undefined ? undefined : `${year}-${name === "date_min" ? "01-01" : "12-31"}`);
  };
  const [earliest, latest] = [limit("date_min"), limit("date_max")];
  return { type: "date", ...(earliest && { earliest }), ...(latest && { latest }), ...common };
}

function takeFixed(draft: Draft, key: string, common: Common, answers: [code: string, id: string, label: Text][], condition: Condition): void {
  const options = answers.map(([, id, label]): Option => ({ id, label }));
  draft.take(key, { type: "one-choice", options, ...common }, { values: new Map(answers.map(([code, id]) => [code, id])), ...condition });
}

function takeSeveral(
  draft: Draft,
  question: LimeQuestion,
  common: Common,
  all: { value: string; label: Text; writeIn?: boolean }[],
  attribute: (name: string) => string,
  tell: Tell,
  condition: Condition,
): void {
  const alone = attribute("exclude_all_others").split(";").filter((code) => code !== "");
  if (alone.length > 1) tell("alone-several", { option: alone[0] ?? "" });
  const none = all.filter(({ value }) => value === alone[0]);
  const { options, values } = optionsFrom([...all.filter((one) => !none.includes(one)), ...none]);
  const [noneOption] = none.length > 0 ? options.slice(-1) : [];
  const [atLeast, atMost] = [countIn(attribute("min_answers")), countIn(attribute("max_answers"))];
  for (const name of ["min_answers", "max_answers"]) {
    if (attribute(name) !== "" && countIn(attribute(name), 0) === undefined) tell("limit-formula");
  }
  const limits = { ...(atLeast && { atLeast }), ...(atMost && { atMost }), ...(noneOption && { noneOption }) };
  draft.take(question.key, { type: "several-choices", options: noneOption ? options.slice(0, -1) : options, ...limits, ...common }, { values, ...condition });
}

// Several texts or numbers under one heading are as many questions here.
function takeEach(draft: Draft, { key, type, label, help, subquestions, attributes }: LimeQuestion, required: object, tell: Tell, condition: Condition): void {
  if (isSaid(attributes.get("min_answers"))) tell("least-answers");
  const attribute = (name: string) => attributes.get(name) ?? "";
  const maxLength = countIn(attribute("maximum_chars"));
  const [min, max] = [numberIn(attribute("min_num_value_n") || attribute("slider_min")), numberIn(attribute("max_num_value_n") || attribute("slider_max"))];
  const limits = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  const number = { type: "number", decimals: attribute("num_value_int_only") === "1" ? 0 : 4, ...limits } as const;
  subquestions.forEach(({ code, label: own }, index) => {
    const kind = type === "K" ? number : ({ type: "short-text", ...(maxLength && { maxLength }) } as const);
    const hint = index === 0 && help ? { hint: help } : {};
    // one field without words of its own, as a slider mostly is, is asked by the question's
    const named = subquestions.length === 1 && Object.keys(own).length === 0 ? { label } : { label: own, heading: label };
    draft.take(partName(key, code), { ...kind, ...named, ...hint, ...required }, condition);
  });
}

// A table with two sets of answers is two tables here.
function takeScales(draft: Draft, { key, label, subquestions, answers, worded }: LimeQuestion, common: Common, condition: Condition): void {
  const rows = optionsFrom(asOffered(subquestions)).options;
  for (const [index, scale] of ["0", "1"].entries()) {
    const own = worded.get(index === 0 ? "dualscale_headerA" : "dualscale_headerB");
    const named = own ? Object.fromEntries(Object.entries(label).map(([language, words]) => [language, `${words} (${own[language as Language]})`])) : label;
    const columns = optionsFrom(asOffered(answers.filter((answer) => answer.scale === scale))).options;
    draft.take(index === 0 ? key : partName(key, "1"), { type: "matrix", rows, columns, ...common, label: named }, condition);
  }
}

// A table of boxes to tick is a choice of several for each row here.
function takeRows(draft: Draft, { key, label, help, subquestions }: LimeQuestion, required: object, condition: Condition): void {
  const { options, values } = optionsFrom(asOffered(subquestions.filter(({ scale }) => scale === "1")));
  subquestions.filter(({ scale }) => scale !== "1").forEach(({ code, label: own }, index) => {
    const hint = index === 0 && help ? { hint: help } : {};
    draft.take(partName(key, code), { type: "several-choices", options, label: own, heading: label, ...hint, ...required }, { values, ...condition });
  });
}

function columnsOf(type: string, answers: { value: string; label: Text }[], fixed: FixedTexts): Option[] {
  const scale = (highest: number) =>
    Array.from({ length: highest }, (_, at): Option => ({ id: String(at + 1), label: { en: String(at + 1), cy: String(at + 1), ur: String(at + 1) } }));
  if (type === "A") return scale(5);
  if (type === "B") return scale(10);
  if (type === "C") return [{ id: "yes", label: fixed.yes }, { id: "uncertain", label: fixed.uncertain }, { id: "no", label: fixed.no }];
  if (type === "E") return [{ id: "increase", label: fixed.increase }, { id: "same", label: fixed.same }, { id: "decrease", label: fixed.decrease }];
  return optionsFrom(answers).options;
}

function kindsIn(types: string): FileKind[] {
  const all = types.toLowerCase().split(/[,; ]+/);
  const kinds: FileKind[] = [];
  if (all.some((type) => /^(jpe?g|png|gif|webp)$/.test(type))) kinds.push("image");
  if (all.includes("pdf")) kinds.push("pdf");
  if (all.some((type) => /^(docx?|odt|rtf|txt)$/.test(type))) kinds.push("document");
  return kinds.length > 0 ? kinds : ["image", "pdf", "document"];
}
