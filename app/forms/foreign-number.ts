// A number as another program asks for it: one after a pound sign is an amount of money here.
import type { Text } from "#app/shared/languages.ts";
import type { NewQuestion } from "./foreign-draft.ts";
import { inLanguagesOf } from "./foreign-form.ts";
import type { Tell } from "./left-out.ts";

/** The bounds are in the unit that is asked in: those of money in pounds. */
type AskedNumber = { min: number | undefined; max: number | undefined; decimals: number; prefix: string; suffix: string };
type Common = { label: Text; hint?: Text; heading?: Text; required?: boolean };

/** The question of ours that asks for it; what stands before the number, unless it is a pound sign, is listed. */
export function numberQuestion({ min, max, decimals, prefix, suffix }: AskedNumber, common: Common, tell: Tell): NewQuestion {
  const boundsIn = (unitsOf: (bound: number) => number) => ({ ...(min !== undefined && { min: unitsOf(min) }), ...(max !== undefined && { max: unitsOf(max) }) });
  if (prefix === "£") return { type: "money", ...boundsIn((pounds) => Math.round(pounds * 100)), ...common };
  if (prefix !== "") tell("prefix", { words: prefix });
  return { type: "number", decimals, ...boundsIn((bound) => bound), ...(suffix !== "" && { unit: inLanguagesOf(common.label, suffix) }), ...common };
}
