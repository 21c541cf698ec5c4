// What is done so that people hear of a consultation: the publicity that is planned, who was reached by it, and groups who may be missing.
import { isReachChannel, type ReachChannel } from "#app/consultations/reach.ts";
import { dayAsTyped, dayUnit, readDay } from "#app/shared/typed-day.ts";
import type { Entries } from "#app/shared/edits.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { line, passage, readNumber } from "#app/shared/typed.ts";

/** The words are `reach:kind.<kind>`. */
export const reachKinds = ["publicity", "log", "groups"] as const;
export type ReachKind = (typeof reachKinds)[number];

export function isReachKind(value: unknown): value is ReachKind {
  return reachKinds.some((kind) => kind === value);
}

export type PublicityStep = { channel: ReachChannel; what: string; who: string; dueOn: string | null; doneOn: string | null };
export type ReachEntry = { channel: ReachChannel; reached: number; reachedOn: string; note: string };
export type OutreachGroup = { name: string; why: string; done: string; isReached: boolean };
/** A line of each kind. */
export type ReachLine = { publicity: PublicityStep; log: ReachEntry; groups: OutreachGroup };

const mostReached = 10_000_000;
const longest = { what: 200, who: 120, note: 200, name: 120, why: 500, done: 2_000 } as const;

/** The words are `reach:problem.<code>`. */
export type ReachProblem = { input: string; code: "missing" | "long" | "channel" | "number" | "date" | "future"; most?: number };

const dayInputs = [...dayUnit("due"), ...dayUnit("done-on"), ...dayUnit("on")];
export const reachInputs: Record<ReachKind, readonly string[]> = {
  publicity: ["channel", "what", "who", ...dayUnit("due"), ...dayUnit("done-on")],
  log: ["channel", "reached", ...dayUnit("on"), "note"],
  groups: ["name", "why", "done", "isReached"],
};

export function lineAsTyped(kind: ReachKind, shown: ReachLine[ReachKind] | null, today: string): Entries {
  const blank = Object.fromEntries([...reachInputs[kind], ...dayInputs].map((input) => [input, ""]));
  if (shown === null) return { ...blank, ...(kind === "log" && dayAsTyped("on", today)) };
  if ("reached" in shown) return { ...blank, channel: shown.channel, reached: String(shown.reached), note: shown.note, ...dayAsTyped("on", shown.reachedOn) };
  if ("why" in shown) return { ...blank, name: shown.name, why: shown.why, done: shown.done, isReached: shown.isReached ? "yes" : "" };
  return { ...blank, channel: shown.channel, what: shown.what, who: shown.who, ...dayAsTyped("due", shown.dueOn), ...dayAsTyped("done-on", shown.doneOn) };
}

type Read<Kind extends ReachKind> = Result<ReachLine[Kind], ReachProblem[]>;

function reader(entries: Entries, today: string) {
  const problems: ReachProblem[] = [];
  return {
    problems,
    text(name: keyof typeof longest, isNeeded: boolean): string {
      const said = (name === "why" || name === "done" ? passage : line)(entries[name] ?? "");
      if (isNeeded && said === "") problems.push({ input: name, code: "missing" });
      if ([...said].length > longest[name]) problems.push({ input: name, code: "long", most: longest[name] });
      return said;
    },
    channel(): ReachChannel {
      if (isReachChannel(entries.channel)) return entries.channel;
      problems.push({ input: "channel", code: "channel" });
      return "other";
    },
    day(name: string, { isNeeded = false, mayBeFuture = true } = {}): string | null {
      const { isBlank, date } = readDay(name, entries);
      if (date === null && (!isBlank || isNeeded)) problems.push({ input: `${name}-day`, code: "date" });
      if (date !== null && !mayBeFuture && date > today) problems.push({ input: `${name}-day`, code: "future" });
      return date;
    },
    count(): number {
      const read = readNumber(entries.reached ?? "");
      if (read && read.decimals === 0 && read.value >= 0 && read.value <= mostReached) return read.value;
      problems.push({ input: "reached", code: "number", most: mostReached });
      return 0;
    },
  };
}

/** A line as it was typed, or all that is wrong with it. What was done has not been done tomorrow. */
export function readReachLine<Kind extends ReachKind>(kind: Kind, entries: Entries, today: string): Read<Kind> {
  const read = reader(entries, today);
  const made: ReachLine[ReachKind] =
    kind === "publicity"
      ? { channel: read.channel(), what: read.text("what", true), who: read.text("who", true), dueOn: read.day("due"), doneOn: read.day("done-on", { mayBeFuture: false }) }
      : kind === "log"
        ? { channel: read.channel(), reached: read.count(), reachedOn: read.day("on", { isNeeded: true, mayBeFuture: false }) ?? today, note: read.text("note", false) }
        : { name: read.text("name", true), why: read.text("why", false), done: read.text("done", false), isReached: entries.isReached === "yes" };
  return read.problems.length > 0 ? fail(read.problems) : succeed(made as ReachLine[Kind]);
}

/** How a step of the publicity stands. */
export function stepState({ dueOn, doneOn }: Pick<PublicityStep, "dueOn" | "doneOn">, today: string): "done" | "late" | "to-do" {
  if (doneOn !== null) return "done";
  return dueOn !== null && dueOn < today ? "late" : "to-do";
}
