// Two people changed the same question or section: what only one of them changed is taken from whoever did, and what both
// changed differently is for a person to choose.
import { mergeEdits } from "#app/shared/edits.ts";
import type { Fields } from "./question-parts.ts";

/** `field` is the first of those that are one answer together, as the parts of a date are. */
export type Clash = { field: string; mine: string; theirs: string };

export type Merged = {
  /** Mine wherever the two clash. */
  fields: Fields;
  clashes: Clash[];
};

const lists = ["options", "rows", "columns"];

/** The fields that are one answer together with this one. */
export function unitOf(field: string): string[] {
  const [, name] = /^(\w+)\.(?:day|month|year)$/.exec(field) ?? [];
  return name === undefined ? [field] : ["day", "month", "year"].map((part) => `${name}.${part}`);
}

/** `base` is what both began from. Order and number of options never clash: what either added or took away is so. */
export function mergeFields(base: Fields, myOwn: Fields, theirOwn: Fields): Merged {
  const mine = keepingTouched(base, myOwn, theirOwn);
  const theirs = keepingTouched(base, theirOwn, myOwn);
  const all = [...new Set([base, mine, theirs].flatMap(Object.keys))];
  const units = new Map(all.filter((field) => !lists.includes(field)).map((field) => [unitOf(field)[0] ?? field, unitOf(field)]));
  const { merged, clashes } = mergeEdits([...units.values()], { before: base, mine, theirs });
  for (const list of lists) merged[list] = mergeOrder(base[list] ?? "", mine[list] ?? "", theirs[list] ?? "");
  const isThere = (field: string) => lists.every((list) => !field.startsWith(`${list}.`) || (merged[list] ?? "").split(" ").includes(field.split(".")[1] ?? ""));
  const valueOf = (fields: Fields, unit: readonly string[]) => unit.flatMap((field) => fields[field] ?? []).join(" ");
  return {
    fields: Object.fromEntries(Object.entries(merged).filter(([field, value]) => value !== "" && isThere(field))),
    clashes: clashes
      .map((unit) => ({ field: unit[0] ?? "", mine: valueOf(mine, unit), theirs: valueOf(theirs, unit) }))
      .filter(({ field }) => isThere(field)),
  };
}

// What one took away stays where the other has rewritten it meanwhile, because the words would be lost without a question.
function keepingTouched(base: Fields, side: Fields, other: Fields): Fields {
  const kept = { ...side };
  for (const list of lists) {
    const wordsIn = (fields: Fields) => (fields[list] ?? "").split(" ").filter((word) => word !== "");
    const of = (fields: Fields, row: string) => Object.entries(fields).filter(([field]) => field.startsWith(`${list}.${row}.`));
    const isTouched = (row: string) => of(other, row).some(([field, value]) => base[field] !== value) || of(base, row).some(([field]) => other[field] === undefined);
    for (const row of wordsIn(base).filter((one) => !wordsIn(side).includes(one) && wordsIn(other).includes(one) && isTouched(one))) {
      Object.assign(kept, Object.fromEntries(of(base, row)));
      const before = wordsIn(base).slice(0, wordsIn(base).indexOf(row)).findLast((one) => wordsIn(kept).includes(one));
      const rows = wordsIn(kept);
      rows.splice(before === undefined ? 0 : rows.indexOf(before) + 1, 0, row);
      kept[list] = rows.join(" ");
    }
  }
  return kept;
}

/** Words parted by spaces: in the order of whoever changed it, mine where both did, with what either added and without what either took away. */
function mergeOrder(base: string, mine: string, theirs: string): string {
  const [was, my, their] = [base, mine, theirs].map((order) => order.split(" ").filter((word) => word !== "")) as [string[], string[], string[]];
  const [leading, following] = hasMoved(was, my) ? [my, their] : [their, my];
  const kept = leading.filter((word) => following.includes(word) || !was.includes(word));
  following.forEach((word, index) => {
    if (kept.includes(word) || was.includes(word)) return;
    const before = following.slice(0, index).findLast((one) => kept.includes(one));
    kept.splice(before === undefined ? 0 : kept.indexOf(before) + 1, 0, word);
  });
  return kept.join(" ");
}

function hasMoved(was: readonly string[], now: readonly string[]): boolean {
  const both = was.filter((word) => now.includes(word));
  return both.join(" ") !== now.filter((word) => was.includes(word)).join(" ");
}
