// The accent colour as an administrator chooses it: one of those to choose from, one of their own, or none.
import { presets, readColour, type Preset } from "#app/partnerships/colour.ts";

export const choices = [...(Object.keys(presets) as Preset[]), "own", "none"] as const;
export type Choice = (typeof choices)[number];

/** `before` is the colour that the picker showed when the page was drawn. */
export type AccentEntries = { choice: string; colour: string; picker: string; before: string };

function isChoice(value: unknown): value is Choice {
  return choices.some((choice) => choice === value);
}

/**
 * The colour that is meant, as it was written; null is none, undefined that nothing was chosen. Of the two fields of one's
 * own colour the one that was changed counts, and the written one if both were.
 */
export function meantColour({ choice, colour, picker, before }: AccentEntries): string | null | undefined {
  if (!isChoice(choice)) return undefined;
  if (choice === "none") return null;
  if (choice !== "own") return presets[choice];
  const isChanged = (typed: string) => typed.trim().toLowerCase() !== before.trim().toLowerCase();
  return !isChanged(colour) && readColour(picker) !== null && isChanged(picker) ? picker : colour;
}

/** Which choice a colour is. */
export function choiceOf(accent: string | null): Choice {
  if (accent === null) return "none";
  return choices.find((choice) => choice !== "own" && choice !== "none" && presets[choice] === accent) ?? "own";
}
