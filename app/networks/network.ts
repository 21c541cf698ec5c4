// A network: organisations that belong together by where they are or by what they care for, and how they join.
import type { Entries, Unit } from "#app/shared/edits.ts";
import { defaultLanguage, languages, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, textAsTyped, tooLong } from "#app/shared/texts.ts";
import { line, passage, readNumber } from "#app/shared/typed.ts";

export type NetworkRules = {
  /** Who may belong and what it means to. */
  joining: Text;
  isOpen: boolean;
  publicBodiesVote: boolean;
  confirmInMonths: number;
  lapseInDays: number;
};

/** How a network begins. */
export const usualRules: NetworkRules = { joining: {}, isOpen: true, publicBodiesVote: false, confirmInMonths: 12, lapseInDays: 60 };

export const longestJoining = 4000;
/** The least and the most of each. */
export const bounds = { confirmInMonths: { least: 6, most: 36 }, lapseInDays: { least: 28, most: 180 } } as const;

export const ruleUnits: readonly Unit[] = [...languages.map((language) => [`joining-${language}`]), ["isOpen"], ["publicBodiesVote"], ["confirmInMonths"], ["lapseInDays"]];

/** The field is an input's name; the words are `networks:problem.<code>`. */
export type RulesProblem = { field: string; code: "too-long" | "months" | "days"; most?: number };

/** What a form says, or all that is wrong with it. */
export function readRules(entries: Entries): Result<NetworkRules, RulesProblem[]> {
  const problems: RulesProblem[] = [];
  const joining = readText("joining", entries, passage);
  for (const field of tooLong("joining", joining, longestJoining)) problems.push({ field, code: "too-long", most: longestJoining });
  const whole = (field: keyof typeof bounds, code: "months" | "days") => {
    const read = readNumber(entries[field] ?? "");
    const isWithin = read !== undefined && read.decimals === 0 && read.value >= bounds[field].least && read.value <= bounds[field].most;
    if (!isWithin) problems.push({ field, code });
    return read?.value ?? 0;
  };
  const [confirmInMonths, lapseInDays] = [whole("confirmInMonths", "months"), whole("lapseInDays", "days")];
  if (problems.length > 0) return fail(problems);
  return succeed({ joining, isOpen: entries.isOpen === "yes", publicBodiesVote: entries.publicBodiesVote === "yes", confirmInMonths, lapseInDays });
}

/** The rules as they would be typed, to be changed. */
export function rulesAsTyped({ joining, isOpen, publicBodiesVote, confirmInMonths, lapseInDays }: NetworkRules): Entries {
  const yes = (is: boolean) => (is ? "yes" : "");
  return { ...textAsTyped("joining", joining), isOpen: yes(isOpen), publicBodiesVote: yes(publicBodiesVote), confirmInMonths: String(confirmInMonths), lapseInDays: String(lapseInDays) };
}

/** Parts of a network are those of a place or of an interest; the words are `networks:constituency.kind-of.<kind>`. [A6.7] */
export const constituencyKinds = ["geography", "interest"] as const;
export type ConstituencyKind = (typeof constituencyKinds)[number];
export type ConstituencyHead = { kind: ConstituencyKind; name: Text };
export type Constituency = ConstituencyHead & { id: string; position: number };

export const longestName = 120;
export const mostConstituencies = 60;

/** The name of a network or of a part of it as typed; or what is wrong, by input. */
export function readName(entries: Entries): Result<Text, { field: string; code: "name-missing" | "too-long"; most?: number }[]> {
  const name = readText("name", entries, line);
  if (Object.keys(name).length === 0) return fail([{ field: `name-${defaultLanguage}`, code: "name-missing" }]);
  const long = tooLong("name", name, longestName).map((field) => ({ field, code: "too-long" as const, most: longestName }));
  return long.length > 0 ? fail(long) : succeed(name);
}
