// A past election as it is loaded from a ballot file: what is typed, and what the files say.
import type { RuleSet } from "#app/counting/contest.ts";
import { ruleSets, type Contest, type ReservedCategory } from "#app/counting/contest.ts";
import { readContest, readReserved, type CountProblem } from "#app/counting/count-file.ts";
import type { FileProblem } from "#app/counting/file-problem.ts";
import { readLots } from "#app/counting/lots.ts";
import type { Entries } from "#app/shared/edits.ts";
import type { Text } from "#app/shared/languages.ts";
import { defaultLanguage } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, tooLong } from "#app/shared/texts.ts";
import { readDay } from "#app/shared/typed-day.ts";
import { line, passage } from "#app/shared/typed.ts";

export type LoadedElection = {
  networkId: string;
  title: Text;
  source: Text;
  heldOn: string;
  rules: RuleSet;
  contest: Contest;
  reserved: ReservedCategory[];
  /** As typed; null for none. */
  lots: string | null;
};

export const longest = { name: 200, source: 500 } as const;
const mostSeats = 1000;

/** The field is an input's name; the words are `results:problem.<code>`. */
export type LoadProblem = { field: string; code: string; most?: number; file?: FileProblem };

type Files = { ballots: string | null; reserves: string | null };

function said(problem: CountProblem): [code: string, more: Partial<LoadProblem>] {
  if (problem.code === "papers") return ["papers", { most: problem.most }];
  return ["file", "file" in problem ? { file: problem.file } : {}];
}

/** What was typed and chosen, or all that is wrong with it. `networkIds`: those there are. */
export function readLoaded(entries: Entries, { ballots, reserves }: Files, { networkIds, today }: { networkIds: readonly string[]; today: string }): Result<LoadedElection, LoadProblem[]> {
  const problems: LoadProblem[] = [];
  const wrong = (field: string, code: string, more: Partial<LoadProblem> = {}) => void problems.push({ field, code, ...more });
  const networkId = networkIds.find((id) => id === entries.network);
  if (networkId === undefined) wrong("network", "network");
  const [title, source] = [readText("name", entries, line), readText("source", entries, passage)];
  if (Object.keys(title).length === 0) wrong(`name-${defaultLanguage}`, "name-missing");
  if (Object.keys(source).length === 0) wrong(`source-${defaultLanguage}`, "source-missing");
  for (const field of tooLong("name", title, longest.name)) wrong(field, "too-long", { most: longest.name });
  for (const field of tooLong("source", source, longest.source)) wrong(field, "too-long", { most: longest.source });
  const heldOn = readDay("heldOn", entries).date;
  if (heldOn === null) wrong("heldOn-day", "held-missing");
  else if (heldOn > today) wrong("heldOn-day", "held-future");
  const rules = ruleSets.find((one) => one === entries.rules);
  if (!rules) wrong("rules", "rules");
  const typedSeats = (entries.seats ?? "").trim();
  const seats = typedSeats === "" ? null : /^\d{1,4}$/.test(typedSeats) ? Number(typedSeats) : 0;
  if (seats !== null && (seats < 1 || seats > mostSeats)) wrong("seats", "seats", { most: mostSeats });
  // by rules that set no bound where none are chosen yet, so that what else is wrong with the file is said at once
  const read = ballots === null ? null : readContest({ file: "", text: ballots, rules: rules ?? "fptp", ...(seats !== null && { seats }) });
  if (ballots === null) wrong("file", "file-missing");
  else if (read && !read.ok) wrong("file", ...said(read.problem));
  const contest = read?.ok ? read.value : null;
  const con = contest && readReserved({ ...(reserves !== null && { reserves }) }, contest);
  if (con && !con.ok) wrong("reserves", ...said(con.problem));
  const lots = (entries.lots ?? "").trim();
  if (contest && lots !== "" && !readLots(lots, contest.candidates.length).ok) wrong("lots", "lots");
  if (problems.length > 0 || !contest || !rules || heldOn === null || networkId === undefined) return fail(problems);
  return succeed({ ...{ networkId, title, source, heldOn, rules, contest, reserved: con?.ok ? con.value : [] }, lots: lots === "" ? null : lots });
}
