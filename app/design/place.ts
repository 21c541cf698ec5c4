// Where a press of "up" or "down" leads: one place further, and at the edge of a section into the next.
import type { FormDefinition } from "#app/forms/definition.ts";
import type { Text } from "#app/shared/languages.ts";
import type { Way } from "#app/shared/way.ts";
import type { Edit } from "./edit.ts";

/** The move of a section by one; null at the edge of the form. */
export function stepOfSection({ sections }: FormDefinition, id: string, way: Way): Edit | null {
  const at = sections.findIndex((section) => section.id === id);
  if (at < 0 || (way === "up" ? at === 0 : at === sections.length - 1)) return null;
  const after = way === "up" ? sections[at - 2] : sections[at + 1];
  return { kind: "move-section", section: id, after: after?.id ?? null };
}

/** The move of a question by one, over the edge of its section to the end or the beginning of the one beside it; null at the edge of the form. */
export function stepOfQuestion({ sections }: FormDefinition, id: string, way: Way): Edit | null {
  const s = sections.findIndex(({ questions }) => questions.some((question) => question.id === id));
  const section = sections[s];
  if (!section) return null;
  const at = section.questions.findIndex((question) => question.id === id);
  const to = (where: typeof section, after: string | undefined): Edit => ({ kind: "move-question", question: id, section: where.id, after: after ?? null });
  if (way === "up") {
    if (at > 0) return to(section, section.questions[at - 2]?.id);
    const before = sections[s - 1];
    return before ? to(before, before.questions.at(-1)?.id) : null;
  }
  const next = section.questions[at + 1];
  if (next) return to(section, next.id);
  const below = sections[s + 1];
  return below ? to(below, undefined) : null;
}

/** The place after a question of a section, or the nearest there is: the end of the section, or of the form. */
export function placeStillThere({ sections }: FormDefinition, where: { section: string; after: string | null }): { section: string; after: string | null } {
  const section = sections.find(({ id }) => id === where.section) ?? sections.at(-1);
  if (!section) return where;
  const isThere = section.id === where.section && (where.after === null || section.questions.some(({ id }) => id === where.after));
  return { section: section.id, after: isThere ? where.after : (section.questions.at(-1)?.id ?? null) };
}

/** Somewhere a question may be moved to: `value` is posted. */
export type Place = { value: string; section: Text; after: Text | null };

function placeValue(section: string, after: string | null): string {
  return after === null ? section : `${section} ${after}`;
}

export function readPlace(value: string | null): { section: string; after: string | null } | null {
  const [section = "", after, ...rest] = (value ?? "").split(" ");
  return section === "" || rest.length > 0 ? null : { section, after: after ?? null };
}

/** Every place but the one it has. */
export function placesFor({ sections }: FormDefinition, id: string): Place[] {
  return sections.flatMap((section) => {
    const places = [null, ...section.questions].map((after) => ({ after: after?.label ?? null, afterId: after?.id ?? null, section: section.heading, value: placeValue(section.id, after?.id ?? null) }));
    const at = section.questions.findIndex((question) => question.id === id);
    return places.filter(({ afterId }, index) => afterId !== id && !(at >= 0 && index === at)).map(({ afterId: _, ...place }) => place);
  });
}
