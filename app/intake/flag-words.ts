// What a flag says: how many responses it is about and what was noticed, in words that accuse nobody.
import { beginningOf } from "#app/shared/cut.ts";
import type { Words } from "#app/shared/words.ts";
import { timeOfKey, type FlagKind } from "./flags.ts";

type Said = { kind: FlagKind; key: string; responses: number };

function whenAndWhere({ kind, key }: Said, { instant, date }: Words): Record<string, string> {
  const time = timeOfKey(kind, key);
  return { site: key, at: time && "hour" in time ? instant(time.hour) : "", date: time && "day" in time ? date(time.day) : "" };
}

/** Its name, which tells it apart from others. */
export function nameFlag(flag: Said, words: Words): string {
  const count = { count: flag.responses, number: words.number(flag.responses) };
  return words.t(`intake:flag.name.${flag.kind}`, { ...count, ...whenAndWhere(flag, words) });
}

/** What was noticed, and how it may have come about without anything being wrong. */
export function explainFlag(flag: Said, words: Words): string {
  return words.t(`intake:flag.noticed.${flag.kind}`, whenAndWhere(flag, words));
}

/** When the responses came that it is about. */
export function cameText({ firstAt, lastAt }: { firstAt: Date | null; lastAt: Date | null }, { t, instant }: Pick<Words, "t" | "instant">): string {
  if (!firstAt || !lastAt) return "";
  const [from, to] = [instant(firstAt), instant(lastAt)];
  return from === to ? from : t("intake:flags.from-to", { from, to });
}

const longestExcerpt = 600;

/** The beginning of a long text, cut between words. */
export function excerptOf(text: string): string {
  if (text.length <= longestExcerpt) return text;
  const beginning = beginningOf(text, longestExcerpt);
  const end = beginning.search(/\s\S*$/u);
  return `${beginning.slice(0, end > longestExcerpt / 2 ? end : undefined).trimEnd()}…`;
}
