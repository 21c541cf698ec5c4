// A result sheet told to people: who was elected and why, who was not, and what each stage changed.
import type { Candidate } from "#app/counting/contest.ts";
import type { Sheet, Stage } from "#app/counting/sheet.ts";

/** A printed decimal as a whole number of its last places, and how many places those are. */
function units(printed: string): { value: bigint; places: number } {
  const [whole = "0", fraction = ""] = printed.split(".");
  return { value: BigInt(whole + fraction), places: fraction.length };
}

/** The difference of two printed decimals with as many places, printed the same way, with a sign where it is not zero. */
export function difference(after: string, before: string): string {
  const { value, places } = units(after);
  const change = value - units(before).value;
  const digits = (change < 0n ? -change : change).toString().padStart(places + 1, "0");
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return change === 0n ? text : `${change < 0n ? "−" : "+"}${text}`;
}

/** Whether one printed decimal is at least another of the same sheet. */
export function isAtLeast(one: string, other: string): boolean {
  return units(one).value >= units(other).value;
}

/** A printed decimal as a number, for drawing and for shares; never for counting. */
export function drawn(printed: string): number {
  return Number(printed);
}

/**
 * Why somebody was elected: they had the quota; they had more than the places left could outvote (ERS97's second test); as many were left as
 * places; or they had the most votes. The words are `results:why.<how>`.
 */
export type How = "quota" | "threshold" | "last-places" | "most-votes";

export type Winner = { candidate: Candidate; stage: number; how: How; votes: string; quota: string | null };

/** Everybody elected, in the order of election. */
export function winnersOf(sheet: Sheet): Winner[] {
  const at = (candidate: Candidate) => sheet.stages.find(({ elected }) => elected.includes(candidate));
  return sheet.elected.flatMap((candidate) => {
    const stage = at(candidate);
    if (!stage) return [];
    const votes = stage.votes[candidate] ?? "0";
    const quota = stage.quota ?? null;
    const how: How = quota === null ? "most-votes" : stage.action === "fill" ? "last-places" : isAtLeast(votes, quota) ? "quota" : "threshold";
    return [{ candidate, stage: stage.stage, how, votes, quota }];
  });
}

/** What became of somebody who was not elected: excluded at a stage, or left when the places were full. */
export type Unelected = { candidate: Candidate; fate: "excluded" | "left"; stage: number; votes: string };

/** Everybody who stood and was not elected, whoever came nearest first: left at the end, then those excluded, the last one first. */
export function unelectedOf(sheet: Sheet): Unelected[] {
  const first = sheet.stages[0];
  if (!first) return [];
  const last = sheet.stages.at(-1)!;
  const standing = Object.keys(first.votes).map(Number).filter((candidate) => !sheet.elected.includes(candidate));
  const told = standing.map((candidate): Unelected => {
    const index = sheet.stages.findIndex((stage) => isExclusion(stage) && stage.candidates.includes(candidate));
    if (index === -1) return { candidate, fate: "left", stage: last.stage, votes: last.votes[candidate] ?? "0" };
    return { candidate, fate: "excluded", stage: sheet.stages[index]!.stage, votes: sheet.stages[index - 1]?.votes[candidate] ?? "0" };
  });
  const nearest = (one: Unelected) => (one.fate === "left" ? Number.MAX_SAFE_INTEGER : one.stage);
  return told.sort((one, other) => nearest(other) - nearest(one) || drawn(other.votes) - drawn(one.votes) || one.candidate - other.candidate);
}

/** Whether an entry excludes those it names. */
export function isExclusion({ action, candidates }: Pick<Stage, "action" | "candidates">): boolean {
  return (action === "exclude" || action === "batch" || action === "iterate") && candidates.length > 0;
}

export type Change = { candidate: Candidate; votes: string; change: string };

/** An entry with what it changed; of the first, and of one that moves nothing, nothing is said to change. */
export type ShownEntry = { entry: Stage; changes: Change[]; nonTransferableChange: string };

/** Every entry in order, each candidate in the order of the ballot paper. */
export function entriesOf(sheet: Sheet): ShownEntry[] {
  return sheet.stages.map((entry, index) => {
    const before = sheet.stages[index - 1];
    const changes = Object.entries(entry.votes).map(([candidate, votes]) => ({ candidate: Number(candidate), votes, change: difference(votes, before?.votes[candidate] ?? votes) }));
    return { entry, changes, nonTransferableChange: difference(entry.nonTransferable, before?.nonTransferable ?? entry.nonTransferable) };
  });
}

/** Candidates in the order in which a picture shows them: those elected in their order, then the others, whoever came nearest first. */
export function inOrderOfResult(sheet: Sheet): Candidate[] {
  return [...sheet.elected, ...unelectedOf(sheet).map(({ candidate }) => candidate)];
}
