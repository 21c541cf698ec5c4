// Texts cut to fit.

/** The beginning of a text, at most this long and never ending within a letter: half of one is no text that a database takes. */
export function beginningOf(text: string, most: number): string {
  return text.slice(0, most).replace(/\p{Surrogate}$/u, "");
}
