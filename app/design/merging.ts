// Two people changed the same question or section: what only one of them changed is taken from whoever did, and what both
// changed differently is for a person to choose.
import { newRow } from "./rows.ts";
import type { Fields } from "./question-parts.ts";

export type Clash = { field: string; mine: string; theirs: string };

export type Merged = {
  /** Mine wherever the two clash. */
  fields: Fields;
  clashes: Clash[];
};

const lists = ["options", "rows", "columns"];

/** `base` is what both began from. Order and number of options never clash: what either added or took away is so. */
export function mergeFields(base: Fields, given: Fields, theirs: Fields): Merged {
  const mine = withRowsApart(given, theirs);
  const fields: Fields = {};
  const clashes: Clash[] = [];
  for (const field of new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const [was, my, their] = [base[field] ?? "", mine[field] ?? "", theirs[field] ?? ""];
    const value = lists.includes(field) ? mergeOrder(was, my, their) : my === was ? their : my;
    if (!lists.includes(field) && my !== was && their !== was && my !== their) clashes.push({ field, mine: my, theirs: their });
    if (value !== "") fields[field] = value;
  }
  const isThere = (field: string) => lists.every((list) => !field.startsWith(`${list}.`) || (fields[list] ?? "").split(" ").includes(field.split(".")[1] ?? ""));
  return { fields: Object.fromEntries(Object.entries(fields).filter(([field]) => isThere(field))), clashes: clashes.filter(({ field }) => isThere(field)) };
}

// A row that both added has the same name in both, and is two rows.
function withRowsApart(mine: Fields, theirs: Fields): Fields {
  let fields = mine;
  for (const list of lists) {
    for (const row of (mine[list] ?? "").split(" ").filter((one) => /^N\d+$/.test(one) && (theirs[list] ?? "").split(" ").includes(one))) {
      const other = newRow([...(fields[list] ?? "").split(" "), ...(theirs[list] ?? "").split(" ")]);
      const renamed = Object.entries(fields).map(([name, value]): [string, string] => {
        if (name === list) return [name, value.split(" ").map((one) => (one === row ? other : one)).join(" ")];
        return [name.startsWith(`${list}.${row}.`) ? `${list}.${other}.${name.slice(list.length + row.length + 2)}` : name, value];
      });
      fields = Object.fromEntries(renamed);
    }
  }
  return fields;
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
