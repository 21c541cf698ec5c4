// A condition in another program's terms, and whether ours can say it of the questions taken over so far.
import { conditionSchema, type Condition } from "./condition.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import type { ReasonCode, Why } from "./left-out.ts";
import { isPersonal, valuesOf, type Question } from "./question.ts";

/** About a question by the name it has in the other program, and values as it writes them. */
export type Asked =
  | { all: Asked[] }
  | { any: Asked[] }
  | { not: Asked }
  | { about: string; is: string }
  | { about: string; isAnswered: true }
  | { about: string; atLeast: number }
  | { about: string; atMost: number }
  | { about: string; moreThan: number }
  | { about: string; lessThan: number }
  | { unsayable: Why };

/** A question taken over, and which of its values a value of the other program became. */
export type Placed = { question: Question; values: ReadonlyMap<string, string> };

/** A condition that cannot be said, and why. */
export function unsayable(code: ReasonCode, values: Record<string, string> = {}): Asked {
  return { unsayable: { code, values } };
}

/** The same condition over our questions, or why there is none. */
export function sayable(asked: Asked, placed: ReadonlyMap<string, Placed>): Result<Condition, Why> {
  const said = say(asked, placed);
  if (!said.ok) return said;
  return conditionSchema.safeParse(said.value).success ? said : fail({ code: "condition-deep" });
}

function say(asked: Asked, placed: ReadonlyMap<string, Placed>): Result<Condition, Why> {
  if ("unsayable" in asked) return fail(asked.unsayable);
  if ("not" in asked) {
    const inner = say(asked.not, placed);
    if (!inner.ok) return inner;
    return succeed("not" in inner.value ? inner.value.not : { not: inner.value });
  }
  if ("all" in asked || "any" in asked) {
    const parts = "all" in asked ? asked.all : asked.any;
    const said: Condition[] = [];
    for (const part of parts) {
      const one = say(part, placed);
      if (!one.ok) return one;
      if ("all" in asked && "all" in one.value) said.push(...one.value.all);
      else if ("any" in asked && "any" in one.value) said.push(...one.value.any);
      else said.push(one.value);
    }
    const [only, second] = said;
    if (only === undefined) return fail({ code: "condition-empty" });
    if (second === undefined) return succeed(only);
    return succeed("all" in asked ? { all: said } : { any: said });
  }
  const found = placed.get(asked.about);
  if (!found) return fail({ code: "condition-later", values: { about: asked.about } });
  return sayOf(asked, found);
}

type Simple = Exclude<Asked, { all: Asked[] } | { any: Asked[] } | { not: Asked } | { unsayable: Why }>;

function sayOf(asked: Simple, { question, values }: Placed): Result<Condition, Why> {
  const { id, type } = question;
  const about = { about: asked.about };
  if (isPersonal(question)) return fail({ code: "condition-personal", values: about });
  if (type === "statement") return fail({ code: "condition-statement", values: about });
  if ("isAnswered" in asked) return succeed({ question: id, isAnswered: true });
  if ("is" in asked) {
    if (asked.is === "") return succeed({ not: { question: id, isAnswered: true } });
    const value = values.get(asked.is) ?? asked.is;
    if (valuesOf(question).includes(value)) return succeed({ question: id, is: value });
    const number = quantityOf(type, Number(asked.is));
    if (number !== undefined) return succeed({ all: [{ question: id, atLeast: number }, { question: id, atMost: number }] });
    return fail({ code: valuesOf(question).length > 0 ? "condition-option" : "condition-text", values: { ...about, value: asked.is } });
  }
  const limit = "atLeast" in asked ? asked.atLeast : "atMost" in asked ? asked.atMost : "moreThan" in asked ? asked.moreThan : asked.lessThan;
  const number = quantityOf(type, limit);
  if (number === undefined) return fail({ code: "condition-not-number", values: about });
  if ("atLeast" in asked) return succeed({ question: id, atLeast: number });
  if ("atMost" in asked) return succeed({ question: id, atMost: number });
  const answered = { question: id, isAnswered: true } as const;
  const beyond: Condition = "moreThan" in asked ? { question: id, atMost: number } : { question: id, atLeast: number };
  return succeed({ all: [answered, { not: beyond }] });
}

// Money is pence here and pounds elsewhere.
function quantityOf(type: Question["type"], number: number): number | undefined {
  if (!Number.isFinite(number)) return undefined;
  if (type === "money") return Math.round(number * 100);
  return type === "number" || type === "rating" ? number : undefined;
}
