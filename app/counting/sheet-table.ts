// A sheet for reading in a terminal: the votes as a table, candidates down and stages across, and below it in words what happened.
import type { Candidate } from "./contest.ts";
import { rulesOf } from "./rule-sets.ts";
import type { ReserveNote, Sheet, Stage, Tie } from "./sheet.ts";

const width = 100;
const longestName = 32;

export function sheetTable(sheet: Sheet): string {
  const { name, text, version } = rulesOf[sheet.rules];
  return [
    sheet.title,
    `${name}: ${text} (version ${version})`,
    `${count(sheet.seats, "place")}, ${count(sheet.candidates.length, "candidate")}, ${count(sheet.valid, "valid paper")}, ${sheet.invalid} invalid${
      sheet.quota === null ? "" : `, quota ${sheet.quota}`
    }`,
    "",
    ...tables(sheet),
    ...sheet.stages.flatMap((stage, index) => story(sheet, stage, index)),
    "",
    sheet.elected.length === 0 ? "Nobody is elected." : "Elected, in this order:",
    ...sheet.elected.map((candidate, place) => `${String(place + 1).padStart(3)}. ${nameOf(sheet, candidate)}`),
    "",
  ].join("\n");
}

const count = (amount: number, what: string) => `${amount} ${what}${amount === 1 ? "" : "s"}`;

const nameOf = ({ candidates }: Sheet, candidate: Candidate) => `${candidates[candidate - 1] ?? ""} (${candidate})`;

const listOf = (sheet: Sheet, candidates: readonly Candidate[]) => {
  const names = candidates.map((candidate) => nameOf(sheet, candidate));
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
};

/** As many stages beside each other as fit, then the next ones below. */
function tables(sheet: Sheet): string[] {
  const standing = Object.keys(sheet.stages[0]?.votes ?? {}).map(Number);
  const hasQuota = sheet.stages.some(({ quota }) => quota !== undefined);
  const numberWidth = String(sheet.candidates.length).length;
  const heads = ["", "", ...standing.map((one) => `${String(one).padStart(numberWidth)} ${cut(sheet.candidates[one - 1] ?? "")}`), "Non-transferable", ...(hasQuota ? ["Quota"] : [])];
  const firstWidth = Math.max(...heads.map(lengthOf));
  const columns = sheet.stages.map((stage, index) => columnOf(sheet, standing, stage, index, hasQuota));
  const lines: string[] = [];
  while (columns.length > 0) {
    const block: string[][] = [];
    let taken = firstWidth;
    for (let next = columns[0]; next; next = columns[0]) {
      const columnWidth = Math.max(...next.map(lengthOf)) + 2;
      if (block.length > 0 && taken + columnWidth > width) break;
      taken += columnWidth;
      block.push(next.map((cell) => padStart(cell, columnWidth)));
      columns.shift();
    }
    heads.forEach((head, row) => lines.push(`${padEnd(head, firstWidth)}${block.map((column) => column[row] ?? "").join("")}`.trimEnd()));
    lines.push("");
  }
  return lines;
}

/** Votes of the elected have a star, those who are out and whose votes are gone a dash. */
function columnOf(sheet: Sheet, standing: readonly Candidate[], { stage, action, votes, nonTransferable, quota }: Stage, index: number, hasQuota: boolean): string[] {
  const before = sheet.stages.slice(0, index + 1);
  const elected = new Set(before.flatMap((one) => one.elected));
  const out = new Set(before.filter((one) => one.action !== "surplus").flatMap((one) => one.candidates));
  const cellOf = (candidate: Candidate) => {
    const own = votes[candidate] ?? "";
    if (elected.has(candidate)) return `${own}*`;
    return out.has(candidate) && /^[0.]+$/.test(own) ? "- " : `${own} `;
  };
  return [`${stage} `, `${action} `, ...standing.map(cellOf), `${nonTransferable} `, ...(hasQuota ? [`${quota ?? ""} `] : [])];
}

/** One stage in words. */
function story(sheet: Sheet, { stage, action, candidates, elected, iteration, votes }: Stage, index: number): string[] {
  const who = listOf(sheet, candidates);
  const are = candidates.length === 1 ? "is" : "are";
  const done = {
    first: "the papers are sorted by whom they name first",
    surplus: `what ${who} ${candidates.length === 1 ? "has" : "have"} above the quota is transferred`,
    exclude: `${who} ${are} excluded`,
    batch: `the next papers of ${who} are transferred`,
    iterate: candidates.length > 0 ? `${who} ${are} excluded` : "votes are counted anew with what the elected keep",
    fill: "the places that are left are filled without a transfer",
  }[action];
  const isMarks = sheet.quota === null;
  const lines = [`Stage ${stage}: ${isMarks ? "votes are counted" : done}${iteration === undefined ? "" : ` (iteration ${iteration})`}.`];
  if (elected.length > 0) lines.push(`  Elected: ${elected.map((candidate) => `${nameOf(sheet, candidate)} with ${votes[candidate] ?? ""}`).join(", ")}.`);
  // because entries may share a number, what is told of a stage is told once, after the last of them
  if (sheet.stages[index + 1]?.stage !== stage) {
    lines.push(...sheet.ties.filter((tie) => tie.stage === stage).map((tie) => tieInWords(sheet, tie)));
    lines.push(...sheet.reserves.filter((note) => note.stage === stage).map((note) => noteInWords(sheet, note)));
  }
  return lines;
}

const chosenTo = { surplus: "was transferred first", exclude: "was excluded", elect: "was elected first" };

function tieInWords(sheet: Sheet, { kind, tied, chosen, by }: Tie): string {
  return `  Tie: ${listOf(sheet, tied)} stood alike; ${nameOf(sheet, chosen)} ${chosenTo[kind]}, ${by === "lot" ? "by lot" : "by how they stood at an earlier stage"}.`;
}

function noteInWords(sheet: Sheet, note: ReserveNote): string {
  const who = nameOf(sheet, note.candidate);
  if (note.kind === "barred") return `  Reserve: ${who}, with ${note.votes}, could no longer be elected.`;
  return `  Reserve: ${who}, with ${note.votes}, must be elected and stayed; ${nameOf(sheet, note.instead)}, with ${note.insteadVotes}, was excluded.`;
}

const cut = (name: string) => (lengthOf(name) > longestName ? `${[...name].slice(0, longestName - 1).join("")}…` : name);
const lengthOf = (text: string) => [...text].length;
const padStart = (text: string, to: number) => " ".repeat(Math.max(0, to - lengthOf(text))) + text;
const padEnd = (text: string, to: number) => text + " ".repeat(Math.max(0, to - lengthOf(text)));
