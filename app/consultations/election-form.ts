// A day of voting as an officer types it.
import { readDay } from "#app/shared/typed-day.ts";
import { filled, languages, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { line } from "#app/shared/typed.ts";
import { noticeBefore } from "./pre-election.ts";

export type ElectionEntries = Record<string, string>;

/** A problem with an input; the words are `launch:wrong.<code>`. */
export type ElectionProblem = { input: string; code: "name-missing" | "name-too-long" | "poll-not-real" | "notice-not-real" | "notice-after-poll" };

export const electionInputs = [
  ...languages.map((language) => `name-${language}`),
  ...(["poll", "notice"] as const).flatMap((day) => ["day", "month", "year"].map((part) => `${day}-${part}`)),
];

const longestName = 200;

/** The election; without a day of notice, the last on which the law lets it be published. */
export function readElection(entries: ElectionEntries): Result<{ name: Text; noticeOn: string; pollOn: string }, ElectionProblem[]> {
  const problems: ElectionProblem[] = [];
  const named = Object.fromEntries(languages.map((language) => [language, line(entries[`name-${language}`] ?? "")]));
  const name = filled(named);
  const tooLong = languages.find((language) => (named[language] ?? "").length > longestName);
  if (!name) problems.push({ input: "name-en", code: "name-missing" });
  if (tooLong) problems.push({ input: `name-${tooLong}`, code: "name-too-long" });
  const { date: pollOn } = readDay("poll", entries);
  if (!pollOn) problems.push({ input: "poll-day", code: "poll-not-real" });
  const { isBlank: isNoticeBlank, date: noticeTyped } = readDay("notice", entries);
  const noticeOn = isNoticeBlank ? pollOn && noticeBefore(pollOn) : noticeTyped;
  if (!noticeOn && !isNoticeBlank) problems.push({ input: "notice-day", code: "notice-not-real" });
  if (noticeOn && pollOn && noticeOn >= pollOn) problems.push({ input: "notice-day", code: "notice-after-poll" });
  return problems.length > 0 || !name || !pollOn || !noticeOn ? fail(problems) : succeed({ name, noticeOn, pollOn });
}
