// A form: sections of questions in one or more languages, and the rules it must keep before anybody may answer it.
import { z } from "zod";
import { languages, textSchema, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { conditionSchema, idSchema, questionsDeciding, simpleConditionsIn, type SimpleCondition } from "./condition.ts";
import { drawnIds } from "./entries.ts";
import { pictureSchema } from "./picture.ts";
import { isPersonal, questionSchema, valuesOf, type Option, type Question } from "./question.ts";
import { isRealDate } from "#app/shared/typed.ts";

export type { Condition } from "./condition.ts";
export { isPersonal } from "./question.ts";
export type { Option, Question, QuestionOf, QuestionType } from "./question.ts";

const sectionSchema = z.strictObject({
  id: idSchema,
  heading: textSchema,
  intro: textSchema.optional(),
  picture: pictureSchema.optional(),
  showWhen: conditionSchema.optional(),
  layout: z.enum(["one-page", "one-question-a-page"]),
  questions: z.array(questionSchema).min(1).max(200),
});
export type Section = z.infer<typeof sectionSchema>;

const definitionSchema = z.strictObject({
  /** The first is the language the form was written in: every text must have it. */
  languages: z.array(z.enum(languages)).min(1).max(languages.length),
  sections: z.array(sectionSchema).min(1).max(100),
});
export type FormDefinition = z.infer<typeof definitionSchema>;

type Path = (string | number)[];

/** Everything that can be wrong with a definition; the text of each is `forms:problem.<code>`. */
export const definitionProblemCodes = [
  "too-big",
  "too-many-questions",
  "not-understood",
  "type-unknown",
  "id-not-allowed",
  "part-unknown",
  "too-much",
  "too-little",
  "text-missing",
  "language-twice",
  "id-twice",
  "id-collides",
  "option-twice",
  "write-in-twice",
  "write-in-here",
  "range-reversed",
  "more-than-options",
  "date-not-real",
  "condition-not-understood",
  "condition-question-unknown",
  "condition-forward",
  "condition-circle",
  "condition-personal",
  "condition-type",
  "condition-option-unknown",
  "type-changed",
  "id-used-before",
  "option-used-before",
  "scale-changed",
] as const;
export type DefinitionProblemCode = (typeof definitionProblemCodes)[number];

/** What is wrong, and the path to the part of the definition it is about. */
export type DefinitionProblem = { path: Path; code: DefinitionProblemCode; values?: Record<string, string | number> };

const deepest = 40;
const mostParts = 200_000;
const mostQuestions = 500;
const mostProblems = 100;

/** Every question of the form in order. */
export function questionsOf(definition: FormDefinition): Question[] {
  return definition.sections.flatMap((section) => section.questions);
}

/** The definition if it may be asked, else its problems, at most a hundred. Never throws. */
export function checkDefinition(input: unknown): Result<FormDefinition, DefinitionProblem[]> {
  if (!isBounded(input)) return fail([{ path: [], code: "too-big" }]);
  const shape = definitionSchema.safeParse(input);
  if (!shape.success) return fail(shape.error.issues.slice(0, mostProblems).map(problemOfShape));
  const definition = shape.data;
  if (questionsOf(definition).length > mostQuestions) {
    return fail([{ path: ["sections"], code: "too-many-questions", values: { limit: mostQuestions } }]);
  }
  const problems = [
    ...problemsOfTexts(definition),
    ...problemsOfIds(definition),
    ...placedQuestions(definition).flatMap(({ question, path }) => problemsOfQuestion(question, path)),
    ...problemsOfConditions(definition),
  ];
  return problems.length === 0 ? succeed(definition) : fail(problems.slice(0, mostProblems));
}

/** Whether it is small and shallow enough to be read: at most 40 deep and of 200,000 parts. */
// Measured without recursion, because a document nested a million deep would overflow any recursive reader.
export function isBounded(input: unknown): boolean {
  const waiting: { part: unknown; depth: number }[] = [{ part: input, depth: 0 }];
  let parts = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (++parts > mostParts || next.depth > deepest) return false;
    if (typeof next.part !== "object" || next.part === null) continue;
    for (const part of Object.values(next.part)) waiting.push({ part, depth: next.depth + 1 });
  }
  return true;
}

function problemOfShape(issue: z.core.$ZodIssue): DefinitionProblem {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  const last = path.at(-1);
  if (path.includes("showWhen")) return { path, code: "condition-not-understood" };
  if (issue.code === "invalid_union" && last === "type") return { path, code: "type-unknown" };
  if (last === "id") return { path, code: "id-not-allowed" };
  if (issue.code === "unrecognized_keys") return { path, code: "part-unknown", values: { part: issue.keys.join(", ") } };
  if (issue.code === "too_big") return { path, code: "too-much", values: { limit: Number(issue.maximum) } };
  if (issue.code === "too_small") return { path, code: "too-little", values: { limit: Number(issue.minimum) } };
  return { path, code: "not-understood" };
}

type Placed = { question: Question; path: Path; sectionIndex: number };

function placedQuestions(definition: FormDefinition): Placed[] {
  return definition.sections.flatMap((section, sectionIndex) =>
    section.questions.map((question, index) => ({
      question,
      path: ["sections", sectionIndex, "questions", index],
      sectionIndex,
    })),
  );
}

/** Every text of the form with the way to it. */
export function textsOf(definition: FormDefinition): { path: Path; text: Text }[] {
  const texts: { path: Path; text: Text }[] = [];
  const add = (part: object, path: Path, names: string[]) => {
    for (const [name, text] of Object.entries(part)) {
      if (names.includes(name) && text !== undefined) texts.push({ path: [...path, name], text });
    }
  };
  const addPart = (part: Section | Question, path: Path) => {
    add(part, path, ["heading", "intro", "label", "hint", "reasonsLabel", "lowLabel", "highLabel", "unit"]);
    if (part.picture) add(part.picture, [...path, "picture"], ["alt", "caption"]);
  };
  definition.sections.forEach((section, index) => addPart(section, ["sections", index]));
  for (const { question, path } of placedQuestions(definition)) {
    addPart(question, path);
    for (const { option, path: way } of placedOptions(question)) add(option, [...path, ...way], ["label", "hint"]);
  }
  return texts;
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === "";
}

function problemsOfTexts(definition: FormDefinition): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  if (new Set(definition.languages).size < definition.languages.length) {
    problems.push({ path: ["languages"], code: "language-twice" });
  }
  const [main] = definition.languages;
  for (const { path, text } of textsOf(definition)) {
    if (main && isBlank(text[main])) problems.push({ path, code: "text-missing" });
  }
  return problems;
}

function problemsOfIds(definition: FormDefinition): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const named = new Set<string>();
  definition.sections.forEach(({ id }, index) => {
    if (named.has(id)) problems.push({ path: ["sections", index, "id"], code: "id-twice", values: { id } });
    named.add(id);
  });
  const drawn = new Set<string>();
  for (const { question, path } of placedQuestions(definition)) {
    const { id } = question;
    const marks = drawnIds(question);
    if (named.has(id)) problems.push({ path: [...path, "id"], code: "id-twice", values: { id } });
    // Two parts of a page with the same HTML id would lead labels and the links of the error summary astray.
    else if (new Set(marks).size < marks.length || marks.some((mark) => drawn.has(mark))) {
      problems.push({ path: [...path, "id"], code: "id-collides", values: { id } });
    }
    named.add(id);
    for (const mark of marks) drawn.add(mark);
  }
  return problems;
}

function placedOptions(question: Question): { option: Option; path: Path }[] {
  const within = (name: string, options: Option[]) => options.map((option, index) => ({ option, path: [name, index] }));
  if (question.type === "matrix") return [...within("rows", question.rows), ...within("columns", question.columns)];
  if (!("options" in question)) return [];
  const options = within("options", question.options);
  if (question.type !== "several-choices" || !question.noneOption) return options;
  return [...options, { option: question.noneOption, path: ["noneOption"] }];
}

function problemsOfQuestion(question: Question, path: Path): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const problem = (part: Path, code: DefinitionProblemCode, values?: Record<string, string | number>) =>
    problems.push({ path: [...path, ...part], code, ...(values && { values }) });
  const seen = new Set<string>();
  for (const { option, path: way } of placedOptions(question)) {
    const key = `${way[0] === "columns" ? "column" : "option"} ${option.id}`;
    if (seen.has(key)) problem([...way, "id"], "option-twice", { id: option.id });
    seen.add(key);
  }
  const writeIns = placedOptions(question).filter(({ option }) => option.writeIn);
  if (question.type === "one-choice" || question.type === "several-choices") {
    for (const { path: way } of writeIns.slice(1)) problem([...way, "writeIn"], "write-in-twice");
  } else {
    for (const { path: way } of writeIns) problem([...way, "writeIn"], "write-in-here");
  }
  const ordered = (low: number | string | undefined, high: number | string | undefined, part: string) => {
    if (low !== undefined && high !== undefined && low > high) problem([part], "range-reversed");
  };
  switch (question.type) {
    case "several-choices":
      ordered(question.atLeast, question.atMost, "atMost");
      if ((question.atLeast ?? 0) > question.options.length) problem(["atLeast"], "more-than-options");
      break;
    case "number":
    case "money":
      ordered(question.min, question.max, "max");
      break;
    case "date":
      ordered(question.earliest, question.latest, "latest");
      if (question.earliest && !isRealDate(question.earliest)) problem(["earliest"], "date-not-real");
      if (question.latest && !isRealDate(question.latest)) problem(["latest"], "date-not-real");
      break;
  }
  return problems;
}

function problemsOfConditions(definition: FormDefinition): DefinitionProblem[] {
  const all = placedQuestions(definition);
  const order = new Map(all.map(({ question }, index) => [question.id, index]));
  const problems: DefinitionProblem[] = [];
  // `first` is the first question that is too late to be asked about.
  const check = (part: { id: string; showWhen?: Question["showWhen"] }, path: Path, first: number) => {
    for (const simple of part.showWhen ? simpleConditionsIn(part.showWhen) : []) {
      if (problems.length >= mostProblems) return;
      const values = { id: simple.question };
      const found = order.get(simple.question);
      const asked = found === undefined ? undefined : all[found];
      const code: DefinitionProblemCode | undefined =
        found === undefined || !asked
          ? "condition-question-unknown"
          : found >= first
            ? dependsOn(asked, part.id, definition, all)
              ? "condition-circle"
              : "condition-forward"
            : problemOfCondition(simple, asked.question);
      if (code) problems.push({ path: [...path, "showWhen"], code, values });
    }
  };
  definition.sections.forEach((section, index) => {
    const first = all.findIndex((one) => one.sectionIndex === index);
    check(section, ["sections", index], first);
  });
  all.forEach(({ question, path }, index) => check(question, path, index));
  return problems;
}

// Whether the showing of a question hangs, however indirectly, on the question or section with this id.
function dependsOn(asked: Placed, id: string, definition: FormDefinition, all: Placed[]): boolean {
  const waiting = [asked];
  const seen = new Set<string>();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const section = definition.sections[next.sectionIndex];
    if (next.question.id === id || section?.id === id) return true;
    if (seen.has(next.question.id)) continue;
    seen.add(next.question.id);
    const deciding = [...questionsDeciding(next.question.showWhen), ...questionsDeciding(section?.showWhen)];
    waiting.push(...all.filter(({ question }) => deciding.includes(question.id)));
  }
  return false;
}

function problemOfCondition(condition: SimpleCondition, asked: Question): DefinitionProblemCode | undefined {
  // A personal answer is stored apart, so nothing that is counted or published may hang on it.
  if (isPersonal(asked)) return "condition-personal";
  if ("isAnswered" in condition) return asked.type === "statement" ? "condition-type" : undefined;
  if ("atLeast" in condition || "atMost" in condition) {
    return ["rating", "number", "money"].includes(asked.type) ? undefined : "condition-type";
  }
  const allowed = valuesOf(asked);
  if (allowed.length === 0) return "condition-type";
  const wanted = "is" in condition ? [condition.is] : condition.isAnyOf;
  return wanted.every((value) => allowed.includes(value)) ? undefined : "condition-option-unknown";
}
