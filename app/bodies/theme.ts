// What bodies are about: the four blocks that the work of a partnership was gathered in, and what easily gets lost between
// them. [A1.8]

/** The words are `bodies:theme.<theme>`. */
export const themes = [
  ...(["children-and-young-people", "safer-and-stronger", "healthier-and-older", "economy"] as const),
  ...(["environment", "transport", "culture", "adult-learning", "sustainable-development"] as const),
] as const;
export type Theme = (typeof themes)[number];

export function isTheme(value: unknown): value is Theme {
  return themes.some((theme) => theme === value);
}
