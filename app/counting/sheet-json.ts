// A sheet as JSON, its keys always in the same order, so that sheets that say the same are the same to the byte.
import { variantOf } from "./rule-sets.ts";
import type { ReserveNote, Sheet, Stage, Tie } from "./sheet.ts";

/** The sheet alone: what two counters must agree on. */
export function sheetJson(sheet: Sheet): string {
  return JSON.stringify(inOrder(sheet));
}

/** One line for a file that was counted. `error` beside a sheet says that the second counter does not agree. */
export function sheetLine(file: string, sheet: Sheet, error?: string): string {
  return JSON.stringify({ file, ...inOrder(sheet), version: variantOf(sheet.rules), ...(error !== undefined && { error }) });
}

/** One line for a file that was not counted. */
export function errorLine(file: string, error: string): string {
  return JSON.stringify({ file, error });
}

/** What is published: the sheet with the version of the rules and SHA-256 of the ballots. */
export function publishedSheet(sheet: Sheet, ballotsSha256: string): string {
  return `${JSON.stringify({ ...inOrder(sheet), version: variantOf(sheet.rules), ballotsSha256 }, null, 1)}\n`;
}

function inOrder({ title, rules, seats, candidates, valid, invalid, quota, elected, stages, ties, reserves }: Sheet): Sheet {
  return {
    ...{ title, rules, seats, candidates, valid, invalid, quota, elected },
    ...{ stages: stages.map(stageInOrder), ties: ties.map(tieInOrder), reserves: reserves.map(noteInOrder) },
  };
}

function stageInOrder({ stage, action, candidates, votes, nonTransferable, quota, elected, iteration, keep }: Stage): Stage {
  return {
    ...{ stage, action, candidates, votes, nonTransferable },
    ...(quota !== undefined && { quota }),
    elected,
    ...(iteration !== undefined && { iteration }),
    ...(keep !== undefined && { keep }),
  };
}

const tieInOrder = ({ stage, kind, tied, chosen, by }: Tie): Tie => ({ stage, kind, tied, chosen, by });

function noteInOrder(note: ReserveNote): ReserveNote {
  const { stage, kind, candidate, votes } = note;
  return kind === "spared" ? { stage, kind, candidate, votes, instead: note.instead, insteadVotes: note.insteadVotes } : { stage, kind, candidate, votes };
}
