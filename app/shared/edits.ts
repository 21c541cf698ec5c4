// Two people who fill in the same form at once: what each changed is kept, and what both changed is shown to whoever saves last.
import { passage } from "./typed.ts";

/** What stands in a form, by the name of the input. */
export type Entries = Record<string, string>;

/** Inputs that are one answer together, as the parts of a date are. */
export type Unit = readonly string[];

/** Whether an answer reads the same in both, spaces and ends of lines apart. */
export function readsTheSame(unit: Unit, one: Entries, other: Entries): boolean {
  return unit.every((input) => passage(one[input] ?? "") === passage(other[input] ?? ""));
}

/**
 * What is to be saved, from what stood there when the form was opened, what was typed and what stands there now. An answer
 * that was not touched keeps the other's; one that both changed, each to something else, is a clash and stays as it was typed.
 */
export function mergeEdits<One extends Unit>(
  units: readonly One[],
  { before, mine, theirs }: { before: Entries; mine: Entries; theirs: Entries },
): { merged: Entries; clashes: One[] } {
  const merged: Entries = {};
  const clashes: One[] = [];
  for (const unit of units) {
    const isTouched = !readsTheSame(unit, before, mine);
    if (isTouched && !readsTheSame(unit, before, theirs) && !readsTheSame(unit, mine, theirs)) clashes.push(unit);
    for (const input of unit) merged[input] = (isTouched ? mine : theirs)[input] ?? "";
  }
  return { merged, clashes };
}

/** The name under which a form brings back what stood in an input when it was opened. */
export function beforeName(input: string): string {
  return `was.${input}`;
}

/**
 * A posted form merged into what stands there now: what to save, what was typed, and what clashes. A form that brings nothing
 * back of what stood there when it was opened changes what it says.
 */
export function takeEdits<One extends Unit>(
  units: readonly One[],
  form: URLSearchParams,
  theirs: Entries,
): { merged: Entries; mine: Entries; clashes: One[] } {
  const [before, mine]: [Entries, Entries] = [{}, {}];
  for (const input of units.flat()) {
    mine[input] = form.getAll(input).join(" ");
    before[input] = form.get(beforeName(input)) ?? theirs[input] ?? "";
  }
  return { mine, ...mergeEdits(units, { before, mine, theirs }) };
}
