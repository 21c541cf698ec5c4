// Text in a person's own words, and its limits.
import type { Fault } from "./answer.ts";

export const longestWriteIn = 500;

/** The words of a text, counted as the character count on the page counts them. */
function countWords(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}

/** The text without blanks around it; null when nothing is left. */
export function checkText(
  typed: string,
  limits: { maxWords?: number | undefined; maxLength?: number | undefined },
  fault: Fault,
  part?: string,
): string | null {
  const text = typed.normalize("NFC").trim();
  if (text === "") return null;
  if (limits.maxWords !== undefined && countWords(text) > limits.maxWords) {
    return fault("too-many-words", { count: limits.maxWords, used: countWords(text) }, part);
  }
  if (limits.maxLength !== undefined && text.length > limits.maxLength) {
    return fault("too-many-characters", { count: limits.maxLength, used: text.length }, part);
  }
  return text;
}
