// What officers mark a text with while they read.

/** A flag, a second look that is wanted, a note for whoever reads it next, and that somebody read it; the words of the first three are `reading:mark.<kind>`. */
export type MarkKind = "flag" | "second-look" | "note" | "read";

/** Which texts are shown by their marks; `unread` are those that whoever asks has not read, `mine` those they have still to code. The words are `reading:only.<name>`. */
export const markFilters = ["flag", "second-look", "note", "unread", "read", "mine"] as const;
export type MarkFilter = (typeof markFilters)[number];

export type TextMark = {
  id: string;
  kind: MarkKind;
  personId: string;
  at: Date;
  note: string | null;
  settledAt: Date | null;
  settledById: string | null;
  settledNote: string | null;
};

/** What can be done to a text; `settle` ends the second look. The words are `reading:done.<deed>`. */
export const markDeeds = ["flag", "unflag", "second-look", "settle", "note", "remove-note", "read"] as const;
export type MarkDeed = (typeof markDeeds)[number];

/** Characters of a note. */
export const longestNote = 1000;

/** Whether a mark of a kind that is settled still stands. */
export function standing(marks: readonly TextMark[], kind: "flag" | "second-look"): TextMark | null {
  return marks.find((mark) => mark.kind === kind && mark.settledAt === null) ?? null;
}
