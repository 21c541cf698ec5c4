// A condition while it is being made: groups of conditions, each about one earlier question, with what was typed as it was typed.
import type { Condition, SimpleCondition } from "#app/forms/condition.ts";
import { isPersonal, questionsOf, type FormDefinition } from "#app/forms/definition.ts";
import { valuesOf, type Question } from "#app/forms/question.ts";
import { readNumber, readPence } from "#app/shared/typed.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";

/** How what stands in a group holds together; the words are `conditions:editor.join.<join>`. */
export const joins = ["all", "any", "none", "not-all"] as const;
export type Join = (typeof joins)[number];

export function isJoin(value: unknown): value is Join {
  return joins.some((join) => join === value);
}

/** What is asked about a question; the words are `conditions:editor.how.<how>`. */
export type How = "is" | "is-not" | "within" | "not-within" | "answered" | "not-answered";

export type Leaf = { kind: "leaf"; question: string; how: How; values: string[]; low: string; high: string };
export type Group = { kind: "group"; how: Join; parts: Node[] };
export type Node = Leaf | Group;

const figures = ["rating", "number", "money"];

/** What may be asked about a question, the most usual first. */
export function howsFor(question: Question): How[] {
  const whether: How[] = ["answered", "not-answered"];
  if (valuesOf(question).length > 0) return ["is", "is-not", ...whether];
  return figures.includes(question.type) ? ["within", "not-within", ...whether] : whether;
}

/** The questions that a part of the form may hang on: those before it whose answers are not personal. */
export function askableBefore(definition: FormDefinition, part: string): Question[] {
  const section = definition.sections.find(({ id }) => id === part);
  const questions = questionsOf(definition);
  const end = questions.findIndex(({ id }) => id === (section ? section.questions[0]?.id : part));
  return questions.slice(0, Math.max(0, end)).filter((question) => question.type !== "statement" && !isPersonal(question));
}

/** A new condition about a question. */
export function newLeaf(question: Question): Leaf {
  return { kind: "leaf", question: question.id, how: howsFor(question)[0]!, values: [], low: "", high: "" };
}

export function newGroup(how: Join = "any"): Group {
  return { kind: "group", how, parts: [] };
}

/** The condition to be changed; without one, a group of nothing. */
export function draftOf(condition: Condition | undefined, questions: readonly Question[]): Group {
  const node = condition && nodeOf(condition, false, questions);
  if (!node) return newGroup("all");
  return node.kind === "group" ? node : { ...newGroup("all"), parts: [node] };
}

function nodeOf(condition: Condition, isTurned: boolean, questions: readonly Question[]): Node {
  if ("not" in condition) return nodeOf(condition.not, !isTurned, questions);
  if ("all" in condition || "any" in condition) {
    const range = "all" in condition ? rangeIn(condition.all) : null;
    if (range) return leafOf(range, isTurned, questions);
    const how = "all" in condition ? (isTurned ? "not-all" : "all") : isTurned ? "none" : "any";
    const inner = "all" in condition ? condition.all : condition.any;
    return { kind: "group", how, parts: inner.map((one) => nodeOf(one, false, questions)) };
  }
  return leafOf([condition], isTurned, questions);
}

/** Two limits of one question. */
function rangeIn([first, second, ...more]: Condition[]): SimpleCondition[] | null {
  if (!first || !second || more.length > 0 || !("question" in first) || !("question" in second)) return null;
  const isRange = ("atLeast" in first && "atMost" in second) || ("atMost" in first && "atLeast" in second);
  return isRange && first.question === second.question ? [first, second] : null;
}

function leafOf(conditions: SimpleCondition[], isTurned: boolean, questions: readonly Question[]): Leaf {
  const [first] = conditions as [SimpleCondition];
  const question = questions.find(({ id }) => id === first.question);
  const leaf: Leaf = { kind: "leaf", question: first.question, how: "answered", values: [], low: "", high: "" };
  if ("isAnswered" in first) return { ...leaf, how: isTurned ? "not-answered" : "answered" };
  if ("is" in first) return { ...leaf, how: isTurned ? "is-not" : "is", values: [first.is] };
  if ("isAnyOf" in first) return { ...leaf, how: isTurned ? "is-not" : "is", values: first.isAnyOf };
  for (const limit of conditions) {
    if ("atLeast" in limit) leaf.low = figureAsTyped(limit.atLeast, question);
    if ("atMost" in limit) leaf.high = figureAsTyped(limit.atMost, question);
  }
  return { ...leaf, how: isTurned ? "not-within" : "within" };
}

function figureAsTyped(value: number, question: Question | undefined): string {
  if (question?.type !== "money") return String(value);
  return value % 100 === 0 ? String(value / 100) : (value / 100).toFixed(2);
}

/** `field` is where it was typed; the words are `conditions:editor.problem.<code>`. */
export type ConditionProblem = { field: string; code: "values-missing" | "range-missing" | "figure-not-understood" | "range-reversed"; question: string };

/** The condition that was made, null where it is none; or what is wrong with it. Groups of nothing say nothing. */
export function conditionOf(root: Group, questions: readonly Question[]): Result<Condition | null, ConditionProblem[]> {
  const problems: ConditionProblem[] = [];
  const made = conditionAt(root, "0", questions, problems);
  return problems.length > 0 ? fail(problems) : succeed(made);
}

function conditionAt(node: Node, path: string, questions: readonly Question[], problems: ConditionProblem[]): Condition | null {
  if (node.kind === "leaf") return leafCondition(node, path, questions, problems);
  const parts = node.parts.map((part, index) => conditionAt(part, `${path}-${index}`, questions, problems)).filter((part) => part !== null);
  const [first] = parts;
  if (!first) return null;
  const joined: Condition = parts.length === 1 ? first : node.how === "all" || node.how === "not-all" ? { all: parts } : { any: parts };
  return node.how === "none" || node.how === "not-all" ? { not: joined } : joined;
}

function leafCondition(leaf: Leaf, path: string, questions: readonly Question[], problems: ConditionProblem[]): Condition | null {
  const { question: id, how } = leaf;
  const question = questions.find((one) => one.id === id);
  if (!question) return null;
  const wrong = (code: ConditionProblem["code"], field: string) => {
    problems.push({ code, field: `${field}-${path}`, question: id });
    return null;
  };
  switch (how) {
    case "answered":
      return { question: id, isAnswered: true };
    case "not-answered":
      return { not: { question: id, isAnswered: true } };
    case "is":
    case "is-not": {
      const values = valuesOf(question).filter((value) => leaf.values.includes(value));
      const [only] = values;
      if (only === undefined) return wrong("values-missing", "values");
      const is: Condition = values.length === 1 ? { question: id, is: only } : { question: id, isAnyOf: values };
      return how === "is" ? is : { not: is };
    }
    case "within":
    case "not-within": {
      const read = (typed: string) => (question.type === "money" ? readPence(typed) : readNumber(typed)?.value);
      const [low, high] = [leaf.low, leaf.high].map((typed) => (typed.trim() === "" ? null : read(typed)));
      if (low === undefined || high === undefined) return wrong("figure-not-understood", low === undefined ? "low" : "high");
      if (low === null && high === null) return wrong("range-missing", "low");
      if (low !== null && high !== null && low > high) return wrong("range-reversed", "high");
      const limits: Condition[] = [...(low === null ? [] : [{ question: id, atLeast: low }]), ...(high === null ? [] : [{ question: id, atMost: high }])];
      const range: Condition = limits.length === 1 ? limits[0]! : { all: limits };
      return how === "within" ? range : { not: range };
    }
  }
}
