// A question or a section that is rewritten while others edit the same form: what only one changed is so, what both changed
// is asked about, and nothing that was typed is lost.
import { listNames } from "#app/people/store.server.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { findSince, type WorkingCopy } from "./edits.store.server.ts";
import { mergeFields, unitOf, type Clash } from "./merging.ts";
import type { Fields } from "./question-parts.ts";

/** Somebody else, by name unless their account is gone, and when they did it. */
export type Other = { name: string | null; at: Date };

export type Rewritten = { fields: Fields; clashes: Clash[]; by: Other | null };

type Rewriting = {
  part: string;
  /** The number of the last edit when the page was opened. */
  since: number;
  typed: Fields;
  /** The part as it is now. */
  current: Fields;
  fieldsOfBase: (base: unknown) => Fields;
  /** Fields for which the other's words were chosen. */
  takes: readonly string[];
};

/** What is typed together with what others changed since the page was opened. */
export async function withOthers(transaction: Transaction, { versionId }: Pick<WorkingCopy, "versionId">, rewriting: Rewriting): Promise<Rewritten> {
  const { part, since, current, takes, fieldsOfBase } = rewriting;
  const typed = { ...rewriting.typed };
  for (const field of takes.flatMap(unitOf)) {
    if (current[field] === undefined) delete typed[field];
    else typed[field] = current[field];
  }
  const found = await findSince(transaction, versionId, part, since);
  if (!found) return { fields: typed, clashes: [], by: null };
  const merged = mergeFields(found.base === null ? {} : fieldsOfBase(found.base), typed, current);
  const names = await listNames(transaction, [found.by.personId]);
  return { ...merged, by: { name: names.get(found.by.personId) ?? null, at: found.by.at } };
}

/** Who took a part out of the form. */
export async function whoRemoved(transaction: Transaction, { versionId }: Pick<WorkingCopy, "versionId">, part: string): Promise<Other | null> {
  const found = await findSince(transaction, versionId, part, 0);
  if (!found) return null;
  const names = await listNames(transaction, [found.by.personId]);
  return { name: names.get(found.by.personId) ?? null, at: found.by.at };
}

/** The fields of a posted form whose choice is the other's words. */
export function takesOf(posted: URLSearchParams): string[] {
  return [...posted].filter(([name, value]) => name.startsWith("keep.") && value === "theirs").map(([name]) => name.slice("keep.".length));
}

/** The edit number that a page was drawn with; 0 where it says none. */
export function sinceOf(posted: URLSearchParams): number {
  const number = Number(posted.get("edits") ?? "");
  return Number.isInteger(number) && number >= 0 && number < 2 ** 31 ? number : 0;
}
