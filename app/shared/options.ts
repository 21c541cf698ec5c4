// The words after a command's name: options that take a value, options that do not, and what is neither.
import { fail, succeed, type Result } from "./result.ts";

export type Options = { given: Map<string, string>; others: string[] };

/** Sorts the words, or says in one sentence what is wrong with one. `--name value` and `--name=value` are the same. */
export function readOptions(
  words: readonly string[],
  { takes, flags }: { takes: readonly string[]; flags: readonly string[] },
): Result<Options, string> {
  const given = new Map<string, string>();
  const others: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [name = "", inline] = (words[at] ?? "").split(/=(.*)/s);
    if (!name.startsWith("--")) others.push(words[at] ?? "");
    else if (given.has(name)) return fail(`${name} is given twice.`);
    else if (flags.includes(name) && inline === undefined) given.set(name, "yes");
    else if (takes.includes(name)) {
      const value = inline ?? words[++at];
      if (value === undefined || value === "" || value.startsWith("--")) return fail(`${name} needs a value after it.`);
      given.set(name, value);
    } else return fail(`There is no option ${name} here.`);
  }
  return succeed({ given, others });
}
