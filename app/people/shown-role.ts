// A role somebody holds, as a page tells it: the day since when it is theirs, in words, and names in the reader's language.
import { dayOf } from "#app/shared/dates.ts";
import { textIn, type Language, type Text } from "#app/shared/languages.ts";
import type { Role } from "./role.ts";

type Held = { role: Role; since: Date; includesBelow: boolean; from: Text | null; consultation: { id: string; title: Text } | null };

/** The role with its day and its names written out. */
export function showRole({ since, from, consultation, ...held }: Held, language: Language, date: (day: string) => string) {
  return {
    ...held,
    since: date(dayOf(since)),
    from: from && textIn(from, language).text,
    consultation: consultation && { id: consultation.id, title: textIn(consultation.title, language).text },
  };
}
