// The sections of a report: which there are, and in which order they stand. [B8]
import type { ReportShown } from "./shown.ts";
import type { Way } from "#app/shared/way.ts";

/** Those before and after the questions, in the order in which they usually stand; the words are `reports:section.<key>`. */
export const before = ["summary", "asked", "how", "who", "method"] as const;
export const after = ["cross-cutting", "other", "replies", "next", "annex-questions", "annex-organisations", "annex-codeframe", "annex-tables"] as const;
export type FixedSection = (typeof before)[number] | (typeof after)[number];

const questionPrefix = "q.";

/** The key of the section about a question. */
export function questionSection(questionId: string): string {
  return questionPrefix + questionId;
}

/** Which question a section is about; null where it is about none. */
export function questionOf(key: string): string | null {
  return key.startsWith(questionPrefix) ? key.slice(questionPrefix.length) : null;
}

export function isFixedSection(key: string): key is FixedSection {
  return [...before, ...after].some((one) => one === key);
}

/** Every section there is for these figures, in the order that officers gave them; a new one stands behind the one it usually follows. */
export function sectionsOf({ questions }: Pick<ReportShown, "questions">, placed: readonly string[] = []): string[] {
  const usual = [...before, ...questions.map(({ id }) => questionSection(id)), ...after];
  const ordered = placed.filter((key) => usual.includes(key));
  for (const [index, key] of usual.entries()) {
    if (ordered.includes(key)) continue;
    const previous = usual[index - 1];
    ordered.splice(previous === undefined ? 0 : ordered.indexOf(previous) + 1, 0, key);
  }
  return ordered;
}

/** The order with one section one place on; the same where it is at the end of its way. */
export function movedSection(order: readonly string[], key: string, way: Way): string[] {
  const at = order.indexOf(key);
  const other = order[way === "up" ? at - 1 : at + 1];
  if (at < 0 || other === undefined) return [...order];
  return order.map((one) => (one === key ? other : one === other ? key : one));
}
