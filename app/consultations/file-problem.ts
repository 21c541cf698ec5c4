// What is wrong with a file somebody wrote, in words.
import type { z } from "zod";

/** One part of a file that is not as it should be, as a sentence without its subject. */
export function saysOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined && /received undefined/.test(issue.message) ? "is missing" : `should be ${kinds[issue.expected] ?? issue.expected}`;
    case "unrecognized_keys":
      return `has parts that are not known here: ${issue.keys.join(", ")}`;
    case "invalid_value":
      return `should be one of ${issue.values.map(String).join(", ")}`;
    case "too_small":
      return issue.origin === "string" ? "is blank" : `should have at least ${issue.minimum}`;
    case "too_big":
      return `is more than the most allowed, ${issue.maximum}`;
    default:
      return issue.message;
  }
}

const kinds: Record<string, string> = {
  ...{ string: "a text in quotation marks", number: "a number", boolean: "true or false" },
  ...{ array: "a list in square brackets", object: "an object in braces", record: "an object in braces" },
};

/** The way to a part: "form.sections[0].label". */
export function wayTo(path: readonly PropertyKey[]): string {
  const way = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("");
  return way.replace(/^\./, "") || "the file";
}
