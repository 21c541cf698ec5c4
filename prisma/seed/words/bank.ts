// What the demonstration's residents say: sentences by theme, put together as people do, what happened to them and what they
// ask for. Sentences under a kind of person are only said by such a person.

export const themes = ["buses", "surgery", "flooding", "hedges", "youth", "pavements", "speeding", "market", "comfort"] as const;
export type Theme = (typeof themes)[number];

export type Kind = "any" | "older" | "parent" | "young" | "worker" | "village" | "town";
export type Sentences = Partial<Record<Kind, string[]>>;

export type Bank = {
  themes: Record<Theme, { lived: Sentences; ask: Sentences; more: Sentences }>;
  laterBus: { agree: Sentences; disagree: Sentences; neither: Sentences };
  youthClub: { yes: Sentences; no: Sentences };
  anythingElse: Sentences;
  /** What somebody says beside it, whatever it is about, so that no two say the same. */
  asides: Sentences;
  /** Put in for {road}, by where somebody lives. */
  roads: Record<string, string[]>;
  places: Record<string, string>;
};
