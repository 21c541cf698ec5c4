// Whether the notice of an election can be published, and what is missing.
import { dayOf } from "#app/shared/dates.ts";
import { languages, type Language, type Text } from "#app/shared/languages.ts";
import type { ElectionHead } from "./election.ts";
import { asksTooMuch } from "./reserves.ts";
import { timetableProblems, type Timetable } from "./timetable.ts";

/** The words are `elections:missing.<code>`; `part` is the part of the office where it is put right. */
export type Missing = { code: "role" | "role-language" | "no-dates" | "dates-wrong" | "not-today" | "returning" | "scrutineer" | "reserves" | "first-stage"; part: string; language?: Language; date?: string };

type Wanted = Pick<ElectionHead, "title" | "role" | "seats" | "reserves"> & { timetable: Timetable | null; returningOfficerId: string | null; scrutineerIds: readonly string[];
  /** Seats that are filled before those it fills, and stand empty. [A6.3] */
  vacantBefore: number;
};

/** All that keeps the notice from being published now; nothing where it can be. */
export function missingForNotice({ title, role, seats, reserves, timetable, returningOfficerId, scrutineerIds, vacantBefore }: Wanted, now: Date): Missing[] {
  const today = dayOf(now);
  const has = (text: Text, language: Language) => (text[language] ?? "").trim() !== "";
  const missing: Missing[] = [];
  if (!languages.some((language) => has(role, language))) missing.push({ code: "role", part: "details" });
  // because whoever reads the title in their language is to learn there what it is about
  else missing.push(...languages.filter((language) => has(title, language) && !has(role, language)).map((language): Missing => ({ code: "role-language", part: "details", language })));
  // because the number of places may have changed since
  if (reserves.some((reserve) => asksTooMuch(reserve, seats))) missing.push({ code: "reserves", part: "reserves" });
  if (timetable === null) missing.push({ code: "no-dates", part: "dates" });
  else if (timetableProblems(timetable, today).some(({ isError }) => isError)) missing.push({ code: "dates-wrong", part: "dates" });
  else if (timetable.noticeOn > today) missing.push({ code: "not-today", part: "dates", date: timetable.noticeOn });
  if (returningOfficerId === null) missing.push({ code: "returning", part: "officers" });
  if (scrutineerIds.length === 0) missing.push({ code: "scrutineer", part: "officers" });
  if (vacantBefore > 0) missing.push({ code: "first-stage", part: "details" });
  return missing;
}

/** The languages in which neither title nor role is written: readers of these see another. */
export function untranslated({ title, role }: Pick<ElectionHead, "title" | "role">): Language[] {
  return languages.filter((language) => !title[language]?.trim() && !role[language]?.trim());
}
