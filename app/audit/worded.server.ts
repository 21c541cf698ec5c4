// What the audit log has words for, as the texts have it: an action is known once its words are in locales/*/audit.json.
import { texts } from "#app/shared/words.server.ts";
import type { Worded } from "./said.ts";

function namesUnder(tree: unknown, before = ""): string[] {
  if (typeof tree === "string") return [before];
  return Object.entries((tree ?? {}) as object).flatMap(([name, part]) => namesUnder(part, before === "" ? name : `${before}.${name}`));
}

const named = (part: string) => namesUnder(texts.en.audit?.[part]);
const names = { action: named("action"), kind: named("kind"), fact: named("fact"), value: named("value") };

/** Every action there are words for. */
export const wordedActions: readonly string[] = names.action;

export const isWorded: Worded = (part, name) => names[part].includes(name);
