// Shorthand for what the demonstration says in three languages.
import type { Text } from "#app/shared/languages.ts";

export function text(en: string, cy: string, ur: string): Text {
  return { en, cy, ur };
}

/** An option of a question. */
export function option(id: string, en: string, cy: string, ur: string) {
  return { id, label: text(en, cy, ur) };
}
