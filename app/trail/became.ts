// What became of one response, from its answers forward: put together from what the analysis, the publication and the replies know.
import { wayTo, type PlacedCode } from "#app/analysis/code.ts";
import type { Span, Stance } from "#app/analysis/coding.ts";
import type { Text } from "#app/shared/languages.ts";

/** Whether a response is counted; the words are `trail:counted.<counted>`. */
export type Counted = "not-yet" | "counted" | "changed-since" | "left-out" | "later";

/** Of the newest set, and of what the response is now. */
export function countedAs(place: { pinned: { revision: number; isIncluded: boolean } | null } | null, currentRevision: number): Counted {
  if (place === null) return "not-yet";
  const { pinned } = place;
  if (pinned === null) return "later";
  if (!pinned.isIncluded) return "left-out";
  return pinned.revision < currentRevision ? "changed-since" : "counted";
}

/** A theme that somebody's words were put under, with what stands above it, and the parts of the words that were. */
export type ThemeOf = { codeId: string; way: Text[]; definition: Text; parts: string[]; stances: Stance[] };

/** The themes of a text, each once, in the order of the codeframe; what fits nowhere is told too, and a code that is gone is not. */
export function themesOf(text: string, codings: readonly { codeId: string; span: Span; stance: Stance | null }[], codes: readonly PlacedCode[]): ThemeOf[] {
  return codes.flatMap((code) => {
    const given = codings.filter(({ codeId }) => codeId === code.id);
    if (given.length === 0) return [];
    const parts = given.flatMap(({ span }) => (span === null ? [] : [text.slice(span.start, span.end)]));
    const stances = [...new Set(given.flatMap(({ stance }) => stance ?? []))];
    return [{ codeId: code.id, way: wayTo(codes, code.id).map(({ name }) => name), definition: code.definition, parts: [...new Set(parts)], stances }];
  });
}

/** The replies under which a theme comes: those that name it, or what stands above it. */
export function repliesTo<One extends { codeIds: readonly string[] }>(codeId: string, codes: readonly PlacedCode[], replies: readonly One[]): One[] {
  const above = wayTo(codes, codeId).map(({ id }) => id);
  return replies.filter(({ codeIds }) => codeIds.some((id) => above.includes(id)));
}
