// What two readers of a text gave side by side, and what somebody says holds of it.
import type { Language } from "#app/shared/languages.ts";
import { fullName, type PlacedCode } from "./code.ts";
import type { Coding, Stance } from "./coding.ts";
import { longestNote } from "./text-mark.ts";

/** One giving of a code: on which words, or the whole, and with which stance. */
export type Given = { words: string | null; stance: Stance | null };

export type CodeGiven = { codeId: string; name: string; first: Given[]; second: Given[] };

type Read = { text: string; first: readonly Coding[]; second: readonly Coding[] };

/** Every code that either gave in the order of the codeframe, with where each put it; a code that was taken out since stands last. */
export function codesGiven({ text, first, second }: Read, codes: readonly PlacedCode[], language: Language): CodeGiven[] {
  const ids = new Set([...first, ...second].map(({ codeId }) => codeId));
  const of = (all: readonly Coding[], codeId: string) => all.filter((coding) => coding.codeId === codeId).map(({ span, stance }): Given => ({ words: span && text.slice(span.start, span.end), stance }));
  return codes.filter(({ id }) => ids.has(id)).map(({ id }) => ({ codeId: id, name: fullName(codes, id, language), first: of(first, id), second: of(second, id) }));
}

export type SettlingTyped = { codeIds: string[]; note: string; isTogether: boolean };
type Problem = { field: "code" | "note" | "together"; code: "note-missing" | "note-too-long" | "together-missing" | "code-gone" | "not-read-twice" };

/** What is wrong with it: a reason is always said, and one of the two readers settles nothing without the other. The words are `differences:problem.<code>`. */
export function readSettling({ codeIds, note, isTogether }: SettlingTyped, { known, isReader }: { known: readonly string[]; isReader: boolean }): Problem[] {
  return [
    ...(codeIds.some((id) => !known.includes(id)) ? [{ field: "code", code: "code-gone" } as const] : []),
    ...(note === "" ? [{ field: "note", code: "note-missing" } as const] : note.length > longestNote ? [{ field: "note", code: "note-too-long" } as const] : []),
    ...(isReader && !isTogether ? [{ field: "together", code: "together-missing" } as const] : []),
  ];
}
