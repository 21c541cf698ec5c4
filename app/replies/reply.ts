// "You said, we did": one thing that people said, and what is answered to it.
import { dayAsTyped, dayUnit, readDay } from "#app/shared/typed-day.ts";
import type { Entries, Unit } from "#app/shared/edits.ts";
import { languages, type Language, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, textAsTyped, tooLong } from "#app/shared/texts.ts";
import { line, passage, plain } from "#app/shared/typed.ts";

/** What is answered to a thing that people said [DOMAIN B8]; the words are `replies:verdict.<verdict>`. */
export const verdicts = ["accepted", "with-changes", "noted", "not-taken"] as const;
export type Verdict = (typeof verdicts)[number];

/** What becomes of it, the furthest on first; the words are `replies:progress.<progress>`. */
export const progresses = ["done", "doing", "will-do", "not-doing", "noted"] as const;
export type Progress = (typeof progresses)[number];

/** How far on what was accepted can be. */
export const steps = ["done", "doing", "will-do"] as const satisfies readonly Progress[];

/** What follows from the verdict where nothing is to be done. */
const without: Partial<Record<Verdict, Progress>> = { noted: "noted", "not-taken": "not-doing" };

/** What has begun or is promised is due by a day. */
const withDay: readonly Progress[] = ["doing", "will-do"];

/** More are not answered one by one; a consultation has some dozens. */
export const mostReplies = 300;

export type ReplyTexts = {
  /** What people said. */
  said: Text;
  /** What was or will be done about it and why, or why not. */
  did: Text;
  verdict: Verdict;
  progress: Progress;
  /** Who answers for it: an organisation, a team, a post. */
  owner: Text;
  /** "2027-06-30"; null where nothing is to be done. */
  dueOn: string | null;
  /** The questions it was said in answer to. */
  questionIds: string[];
  /** The themes and codes that it answers. */
  codeIds: string[];
  /** Where the work can be seen: an https address. */
  evidence: string | null;
};

export type Reply = ReplyTexts & { id: string; updatedAt: Date };

/** Characters in one language. */
export const longest = { said: 2000, did: 4000, owner: 200, evidence: 500, note: 500 } as const;

const replyFields = ["said", "did", "owner"] as const;

/** The inputs, those of one day together; the questions are one input, their ids parted by spaces, and so are the themes. */
export const replyUnits: readonly Unit[] = [
  ...replyFields.flatMap((field) => languages.map((language) => [`${field}-${language}`])),
  ...[["question"], ["theme"], ["verdict"], ["progress"], dayUnit("due"), ["evidence"]],
];

/** The field is an input's name; the text is `replies:problem.<code>`. */
export type ReplyProblem = {
  field: string;
  code: "said-missing" | "did-missing" | "owner-missing" | "too-long" | "verdict-missing" | "progress-missing" | "day-missing" | "day-not-real" | "address";
};

/** An address that starts with https; undefined where it is none. */
export function readAddress(typed: string): string | undefined {
  const text = plain(typed);
  if (!URL.canParse(text) || text.length > longest.evidence) return undefined;
  const { protocol, username, hostname } = new URL(text);
  return protocol === "https:" && username === "" && hostname.includes(".") ? text : undefined;
}

/** What was typed, tidied; or what is wrong with it. `main` is the language that must be there. */
export function readReply(
  entries: Entries,
  { main, asked, themes }: { main: Language; asked: readonly string[]; themes: readonly string[] },
): Result<ReplyTexts, ReplyProblem[]> {
  const problems: ReplyProblem[] = [];
  const text = (field: (typeof replyFields)[number], tidy: (typed: string) => string): Text => {
    const read = readText(field, entries, tidy);
    if (read[main] === undefined) problems.push({ field: `${field}-${main}`, code: `${field}-missing` });
    for (const input of tooLong(field, read, longest[field])) problems.push({ field: input, code: "too-long" });
    return read;
  };
  const said = text("said", passage);
  const verdict = verdicts.find((one) => one === entries.verdict);
  if (!verdict) problems.push({ field: "verdict", code: "verdict-missing" });
  const step = steps.find((one) => one === entries.progress);
  const follows = verdict && without[verdict];
  if (verdict && !follows && !step) problems.push({ field: "progress", code: "progress-missing" });
  // because a choice among several cannot be taken back without scripts, one that does not matter any more is passed over
  const progress = follows ?? step;
  const did = text("did", passage);
  const owner = text("owner", line);
  const { isBlank, date: dueOn } = readDay("due", entries);
  const needsDay = progress !== undefined && withDay.includes(progress);
  if (needsDay && isBlank) problems.push({ field: "due-day", code: "day-missing" });
  if (!isBlank && !dueOn) problems.push({ field: "due-day", code: "day-not-real" });
  const evidence = readAddress(entries.evidence ?? "");
  if (!evidence && plain(entries.evidence ?? "") !== "") problems.push({ field: "evidence", code: "address" });
  if (problems.length > 0 || !verdict || !progress) return fail(problems);
  const chosen = (input: string, among: readonly string[]) => among.filter((id) => (entries[input] ?? "").split(" ").includes(id));
  return succeed({ said, did, verdict, progress, owner, dueOn, questionIds: chosen("question", asked), codeIds: chosen("theme", themes), evidence: evidence ?? null });
}

/** A reply as it would be typed, to be changed; a new one where there is none. */
export function replyAsTyped(reply: ReplyTexts | null): Entries {
  const texts: Entries = Object.assign({}, ...replyFields.map((field) => textAsTyped(field, reply?.[field] ?? {})));
  const { verdict = "", progress = "", dueOn = null, questionIds = [], codeIds = [], evidence = null } = reply ?? {};
  const step = steps.find((one) => one === progress) ?? "";
  return { ...texts, question: questionIds.join(" "), theme: codeIds.join(" "), verdict, progress: step, ...dayAsTyped("due", dueOn), evidence: evidence ?? "" };
}

/** Whether its day has passed and it is still to be done. */
export function isLate({ progress, dueOn }: Pick<Reply, "progress" | "dueOn">, today: string): boolean {
  return dueOn !== null && dueOn < today && withDay.includes(progress);
}
