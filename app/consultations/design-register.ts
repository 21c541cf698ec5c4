// What the register finds a consultation by, as an officer chooses it: topics, places and audiences, known ones and a new one.
import { defaultLanguage, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, tooLong } from "#app/shared/texts.ts";
import { line, plain } from "#app/shared/typed.ts";
import { inputIn } from "./design-fields.ts";
import { keyOf, topics, type Named, type RegisterEntry } from "./register.ts";

/** In characters. */
export const longestName = 120;
export const mostNamed = 50;

export const namedLists = ["places", "audiences"] as const;
export type NamedList = (typeof namedLists)[number];

/** Whom a consultation is often for; the words are `prepare:audience.<audience>`. */
export const usualAudiences = ["residents", "young-people", "older-people", "disabled-people", "carers", "groups", "businesses", "parishes", "staff"] as const;

/** Each once, by what it is chosen by; the first that has the key. */
export function eachOnce(named: readonly Named[]): Named[] {
  return [...new Map([...named].reverse().map((one) => [keyOf(one), one])).values()].reverse();
}

/** What is chosen after two chose at once: what stands there now, with what was added and without what was taken away. */
export function mergeChosen(before: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const kept = theirs.filter((one) => mine.includes(one) || !before.includes(one));
  return [...kept, ...mine.filter((one) => !before.includes(one) && !kept.includes(one))];
}

/** The words are `prepare:register.problem.<code>`. */
export type RegisterProblem = { input: string; code: "long" | "code" | "code-alone" | "full"; most?: number };

/** What a post chose of a list, before and now, and what it typed besides; the keys of `offered` alone are chosen. */
type Posted = { form: URLSearchParams; offered: Record<NamedList, Named[]>; now: RegisterEntry };

/** The input of a name that is not offered yet. */
export function newInput(list: NamedList): string {
  return `new-${list}`;
}

export function readRegister({ form, offered, now }: Posted): Result<RegisterEntry, RegisterProblem[]> {
  const problems: RegisterProblem[] = [];
  const before = (list: string, otherwise: readonly string[]) => (form.has(`was.${list}`) || form.has("opened") ? form.getAll(`was.${list}`) : [...otherwise]);
  const readList = (list: NamedList): Named[] => {
    const theirs = now[list].map(keyOf);
    const chosen = mergeChosen(before(list, theirs), form.getAll(list), theirs);
    const added = readNew(list, form, problems);
    const all = [...now[list], ...offered[list]];
    const named = chosen.flatMap((key) => all.find((one) => keyOf(one) === key) ?? []);
    const result = eachOnce(added ? [...named, added] : named);
    if (result.length > mostNamed) problems.push({ input: list, code: "full", most: mostNamed });
    return result;
  };
  const chosen = mergeChosen(before("topics", now.topics), form.getAll("topics"), now.topics);
  const entry = { topics: topics.filter((topic) => chosen.includes(topic)), places: readList("places"), audiences: readList("audiences") };
  return problems.length > 0 ? fail(problems) : succeed(entry);
}

function readNew(list: NamedList, form: URLSearchParams, problems: RegisterProblem[]): Named | null {
  const input = newInput(list);
  const name: Text = readText(input, Object.fromEntries(form), line);
  const code = list === "places" ? plain(form.get("new-code") ?? "") : "";
  const isBlank = Object.keys(name).length === 0;
  for (const wrong of tooLong(input, name, longestName)) problems.push({ input: wrong, code: "long", most: longestName });
  if (code !== "" && !/^[A-Za-z0-9_-]{1,40}$/.test(code)) problems.push({ input: "new-code", code: "code" });
  else if (code !== "" && isBlank) problems.push({ input: inputIn(input, defaultLanguage), code: "code-alone" });
  return isBlank ? null : { ...(code !== "" && { code }), name };
}
