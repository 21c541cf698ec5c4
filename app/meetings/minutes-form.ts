// Minutes as an officer types them: what was said of each item, and an action that was agreed.
import type { Entries } from "#app/shared/edits.ts";
import { defaultLanguage, languages, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, textAsTyped } from "#app/shared/texts.ts";
import { readDay } from "#app/shared/typed-day.ts";
import { line, passage } from "#app/shared/typed.ts";
import type { AgendaItem } from "./agenda.ts";

/** In characters. */
export const longestMinute = 5000;
const longestAction = 500;
const longestName = 120;

export function minuteUnits(items: readonly Pick<AgendaItem, "id">[]): string[][] {
  return items.flatMap(({ id }) => languages.map((language) => [`${id}-${language}`]));
}

export function minutesAsTyped(items: readonly Pick<AgendaItem, "id" | "minute">[]): Entries {
  return Object.assign({}, ...items.map(({ id, minute }) => textAsTyped(id, minute)));
}

/** What was said of each item; or the inputs in which more was typed than may be. */
export function readMinutes(items: readonly Pick<AgendaItem, "id">[], entries: Entries): Result<Map<string, Text>, string[]> {
  const minutes = new Map(items.map(({ id }) => [id, readText(id, entries, passage)]));
  const long = minuteUnits(items).flat().filter((input) => [...passage(entries[input] ?? "")].length > longestMinute);
  return long.length > 0 ? fail(long) : succeed(minutes);
}

export type ReadAction = { itemId: string; text: Text; appointmentId: string | null; ownerName: string; dueOn: string };
/** The words are `meetings:action-problem.<code>`. */
export type ActionProblem = { input: string; code: "item" | "text" | "long" | "owner" | "date"; most?: number };

/** An action needs an item it came from, what is to be done, by whom and by when. */
export function readAction(entries: Entries, itemIds: readonly string[], appointmentIds: readonly string[]): Result<ReadAction, ActionProblem[]> {
  const itemId = itemIds.find((id) => id === entries.item);
  const text = readText("action", entries, passage);
  const appointmentId = appointmentIds.find((id) => id === entries.owner) ?? null;
  const ownerName = appointmentId === null ? line(entries.ownerName ?? "") : "";
  const { date } = readDay("due", entries);
  const long = languages.find((language) => [...(text[language] ?? "")].length > longestAction);
  const problems: ActionProblem[] = [
    ...(itemId ? [] : [{ input: "item", code: "item" as const }]),
    ...(Object.keys(text).length > 0 ? [] : [{ input: `action-${defaultLanguage}`, code: "text" as const }]),
    ...(long ? [{ input: `action-${long}`, code: "long" as const, most: longestAction }] : []),
    ...(appointmentId !== null || (ownerName !== "" && [...ownerName].length <= longestName) ? [] : [{ input: "owner", code: "owner" as const }]),
    ...(date === null ? [{ input: "due-day", code: "date" as const }] : []),
  ];
  return itemId === undefined || date === null || problems.length > 0 ? fail(problems) : succeed({ itemId, text, appointmentId, ownerName, dueOn: date });
}
