// What an election is about, as an officer types it: the role, the places and terms, and how votes are cast and counted.
import { ruleSets } from "#app/counting/contest.ts";
import type { ConstituencyKind } from "#app/networks/network.ts";
import type { Entries, Unit } from "#app/shared/edits.ts";
import { languages } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, textAsTyped, tooLong } from "#app/shared/texts.ts";
import { dayAsTyped, dayUnit, readDay } from "#app/shared/typed-day.ts";
import { line, passage, readNumber } from "#app/shared/typed.ts";
import { titleProblems, type FormProblem } from "./election-form.ts";
import { mostDelegates } from "./delegates.ts";
import { ballotOrders, electorates, methods, paperRules, publications, registerings, resultsDetails, shortfalls, type ElectionHead } from "./election.ts";
import { servedRules } from "./served.ts";

/** Texts of several lines, in each language. */
export const passages = ["role", "personSpec", "timeNeeded", "expenses"] as const;
export const longestPassage = 4000;

/** One of a list each; in the order in which they are asked. */
export const choices = {
  ...{ rules: ruleSets, method: methods, electorate: electorates, registering: registerings, supporters: ["0", "1", "2"], ballotOrder: ballotOrders },
  ...{ paperRule: paperRules, publication: publications, resultsDetail: resultsDetails, shortfall: shortfalls, servedRule: servedRules },
} as const;
type Choice = keyof typeof choices;

/** Whole numbers, their least and their most; those that may be left blank. */
export const bounds = {
  ...{ seats: { least: 1, most: 60 }, termInMonths: { least: 1, most: 60 }, statementWords: { least: 50, most: 500 } },
  ...{ delegates: { least: 1, most: mostDelegates }, mostRanks: { least: 1, most: 60 }, turnoutLeast: { least: 1, most: 100 } },
} as const;
type Counted = keyof typeof bounds;
const optional: readonly Counted[] = ["delegates", "mostRanks", "turnoutLeast"];

export const headUnits: readonly Unit[] = [
  ...["title", ...passages].flatMap((name) => languages.map((language) => [`${name}-${language}`])),
  ...["seats", "lineId", "chairBodyId", "constituencyId"].map((name) => [name]),
  dayUnit("termStartsOn"),
  ...["termInMonths", ...Object.keys(choices), "statementWords", "delegates", "mostRanks", "turnoutLeast"].map((name) => [name]),
];

/** Reserved places have a page of their own. */
export type TypedHead = Omit<ElectionHead, "reserves">;

/** What a form says, or all that is wrong with it; `lines`, `chairs` and `parts` are the seats, the bodies whose chair is elected and the parts of the network that can be chosen. */
export function readHead(entries: Entries, { lines, chairs, parts }: { lines: readonly string[]; chairs: readonly string[]; parts: readonly { id: string; kind: ConstituencyKind }[] }): Result<TypedHead, FormProblem[]> {
  const title = readText("title", entries, line);
  const problems = titleProblems(title);
  const texts = Object.fromEntries(passages.map((name) => [name, readText(name, entries, passage)])) as Pick<ElectionHead, (typeof passages)[number]>;
  for (const name of passages) problems.push(...tooLong(name, texts[name], longestPassage).map((field) => ({ field, code: "too-long", most: longestPassage })));
  const whole = (name: Counted): number | null => {
    const typed = entries[name] ?? "";
    if (typed.trim() === "" && optional.includes(name)) return null;
    const read = readNumber(typed);
    const isWithin = read !== undefined && read.decimals === 0 && read.value >= bounds[name].least && read.value <= bounds[name].most;
    if (!isWithin) problems.push({ field: name, code: "number", most: bounds[name].most });
    return read?.value ?? 0;
  };
  const one = <Name extends Choice>(name: Name): (typeof choices)[Name][number] => {
    const found = choices[name].find((value) => value === entries[name]);
    if (found === undefined) problems.push({ field: name, code: "choice-missing" });
    return (found ?? choices[name][0]) as (typeof choices)[Name][number];
  };
  const starts = readDay("termStartsOn", entries);
  if (starts.date === null) problems.push({ field: "termStartsOn-day", code: "day-missing" });
  const part = parts.find(({ id }) => id === entries.constituencyId);
  const head: TypedHead = {
    ...{ title, ...texts, termStartsOn: starts.date ?? "" },
    ...{ seats: whole("seats") ?? 1, termInMonths: whole("termInMonths") ?? 1, statementWords: whole("statementWords") ?? 1 },
    ...{ delegates: whole("delegates") ?? 1, mostRanks: whole("mostRanks"), turnoutLeast: whole("turnoutLeast"), supporters: Number(one("supporters")) },
    ...{ rules: one("rules"), method: one("method"), electorate: one("electorate"), registering: one("registering"), ballotOrder: one("ballotOrder") },
    ...{ paperRule: one("paperRule"), publication: one("publication"), resultsDetail: one("resultsDetail"), shortfall: one("shortfall"), servedRule: one("servedRule") },
    ...{ lineId: lines.find((id) => id === entries.lineId) ?? null, chairBodyId: chairs.find((id) => id === entries.chairBodyId) ?? null, constituencyId: part?.id ?? null },
  };
  if (head.registering === "residents" && head.electorate !== "people") problems.push({ field: "registering", code: "registering-people" });
  // because residents declare where they live, and nobody lives in an interest
  if (head.registering === "residents" && part?.kind === "interest") problems.push({ field: "constituencyId", code: "registering-interest" });
  if (head.delegates > 1 && head.electorate !== "organisations") problems.push({ field: "delegates", code: "delegates-organisations" });
  return problems.length > 0 ? fail(problems) : succeed(head);
}

/** The head as it would be typed, to be changed. */
export function headAsTyped(head: TypedHead): Entries {
  const typed = (value: number | null) => (value === null ? "" : String(value));
  return {
    ...textAsTyped("title", head.title),
    ...Object.assign({}, ...passages.map((name) => textAsTyped(name, head[name]))),
    ...Object.fromEntries((Object.keys(bounds) as Counted[]).map((name) => [name, typed(head[name])])),
    ...Object.fromEntries((Object.keys(choices) as Choice[]).map((name) => [name, String(head[name])])),
    ...{ lineId: head.lineId ?? "", chairBodyId: head.chairBodyId ?? "", constituencyId: head.constituencyId ?? "", ...dayAsTyped("termStartsOn", head.termStartsOn) },
  };
}
