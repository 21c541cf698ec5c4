// When a question or a section is shown: a condition over the answers to earlier questions.
import { z } from "zod";

export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { question: string; is: string }
  | { question: string; isAnyOf: string[] }
  | { question: string; isAnswered: true }
  | { question: string; atLeast: number }
  | { question: string; atMost: number };

/** Conditions inside conditions, at most this deep. */
const deepestCondition = 8;

/**
 * What a question, a section or an option is called for good. Never a dot, which parts the fields of one question, and
 * never "constructor", which every JavaScript object already has.
 */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
  .refine((id) => id !== "constructor");

const simpleConditions = [
  z.strictObject({ question: idSchema, is: idSchema }),
  z.strictObject({ question: idSchema, isAnyOf: z.array(idSchema).min(1).max(200) }),
  z.strictObject({ question: idSchema, isAnswered: z.literal(true) }),
  z.strictObject({ question: idSchema, atLeast: z.number() }),
  z.strictObject({ question: idSchema, atMost: z.number() }),
] as const;

function schemaOfDepth(depth: number): z.ZodType<Condition> {
  if (depth === 1) return z.union(simpleConditions);
  const inner = schemaOfDepth(depth - 1);
  return z.union([
    z.strictObject({ all: z.array(inner).min(1).max(50) }),
    z.strictObject({ any: z.array(inner).min(1).max(50) }),
    z.strictObject({ not: inner }),
    ...simpleConditions,
  ]);
}

export const conditionSchema = schemaOfDepth(deepestCondition);

/** A condition about one question. */
export type SimpleCondition = Exclude<Condition, { all: Condition[] } | { any: Condition[] } | { not: Condition }>;

/** Every simple condition inside, however deep. */
export function simpleConditionsIn(condition: Condition): SimpleCondition[] {
  if ("all" in condition) return condition.all.flatMap(simpleConditionsIn);
  if ("any" in condition) return condition.any.flatMap(simpleConditionsIn);
  if ("not" in condition) return simpleConditionsIn(condition.not);
  return [condition];
}

/** The questions whose answers decide it. */
export function questionsDeciding(condition: Condition | undefined): string[] {
  return condition ? [...new Set(simpleConditionsIn(condition).map((simple) => simple.question))] : [];
}
