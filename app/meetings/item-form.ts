// An item of an agenda as an officer types it.
import type { Entries } from "#app/shared/edits.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, textAsTyped, tooLong } from "#app/shared/texts.ts";
import { line, passage, plain } from "#app/shared/typed.ts";
import { itemKinds, itemProblems, purposes, type AgendaItem, type ItemRule } from "./agenda.ts";

export type ItemDetails = Pick<AgendaItem, "kind" | "purpose" | "title" | "about" | "justification" | "lengthInMinutes" | "isPrivate">;

/** In characters; in minutes. */
export const longestOfItem = { title: 200, about: 5000, justification: 2000, lengthInMinutes: 480 } as const;

/** The words are `meetings:item-problem.<code>`. */
export type ItemProblem = { input: string; code: ItemRule | "long" | "kind" | "purpose" | "length"; most?: number };

export function itemAsTyped(item: ItemDetails): Entries {
  return {
    ...{ kind: item.kind, purpose: item.purpose, isPrivate: item.isPrivate ? "yes" : "", lengthInMinutes: item.lengthInMinutes?.toString() ?? "" },
    ...{ ...textAsTyped("title", item.title), ...textAsTyped("about", item.about), ...textAsTyped("justification", item.justification) },
  };
}

/** What was typed, or all that is wrong with it. A justification is kept of an emergency alone. */
export function readItem(entries: Entries): Result<ItemDetails, ItemProblem[]> {
  const [title, about, reason] = [readText("title", entries, line), readText("about", entries, passage), readText("justification", entries, passage)];
  const kind = itemKinds.find((one) => one === entries.kind);
  const purpose = purposes.find((one) => one === entries.purpose);
  const typedLength = plain(entries.lengthInMinutes ?? "");
  const lengthInMinutes = typedLength === "" ? null : /^\d{1,3}$/.test(typedLength) ? Number(typedLength) : Number.NaN;
  const isLength = lengthInMinutes === null || (lengthInMinutes >= 1 && lengthInMinutes <= longestOfItem.lengthInMinutes);
  const long = (name: "title" | "about" | "justification", text: typeof title) => tooLong(name, text, longestOfItem[name]).map((input) => ({ input, code: "long" as const, most: longestOfItem[name] }));
  const problems: ItemProblem[] = [
    ...(kind ? [] : [{ input: "kind", code: "kind" as const }]),
    ...(purpose ? [] : [{ input: "purpose", code: "purpose" as const }]),
    ...[...long("title", title), ...long("about", about), ...long("justification", reason)],
    ...(isLength ? [] : [{ input: "lengthInMinutes", code: "length" as const, most: longestOfItem.lengthInMinutes }]),
    ...(kind && purpose ? itemProblems({ kind, purpose, title, justification: reason }) : []),
  ];
  if (!kind || !purpose || problems.length > 0) return fail(problems);
  return succeed({ kind, purpose, title, about, justification: kind === "emergency" ? reason : {}, lengthInMinutes, isPrivate: entries.isPrivate === "yes" });
}
