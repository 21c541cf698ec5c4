// Counts published ballots again in the visitor's own browser, by the same pure rules as the server, and says whether the sheets agree.
// Nothing leaves the browser; texts stand in the page.
import type { RuleSet } from "#app/counting/contest.ts";
import type { CountProblem } from "#app/counting/count-file.ts";
import type { Sheet } from "#app/counting/sheet.ts";
import { countAgain, saysTheSame } from "../counting-again.ts";

const form = document.querySelector<HTMLFormElement>("form[data-recount]");

function say(name: string, values: Record<string, string> = {}): void {
  const status = document.getElementById("recount-status");
  const words = document.getElementById("recount-words")?.querySelector(`[data-say="${name}"]`)?.textContent ?? name;
  if (status) status.textContent = words.replace(/\{(\w+)\}/g, (_, value: string) => values[value] ?? "");
}

async function textOf(input: HTMLInputElement | null, address: string | undefined): Promise<string | null> {
  const [file] = input?.files ?? [];
  if (file) return file.text();
  if (!address) return null;
  const response = await fetch(address);
  if (!response.ok) throw new Error(String(response.status));
  return response.text();
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function cell(row: HTMLTableRowElement, text: string, kind: "th" | "td", isNumeric = false): void {
  const made = document.createElement(kind);
  made.textContent = text;
  made.className = `govuk-table__${kind === "th" ? "header" : "cell"}${isNumeric ? " numeric" : ""}`;
  row.append(made);
}

/** The sheet as it was counted here: a row for each candidate, a column for each entry. */
function show(sheet: Sheet): void {
  const table = document.querySelector<HTMLTableElement>("#recount-sheet table");
  if (!table) return;
  const [head, body] = [table.tHead!, table.tBodies[0]!];
  const headings = head.rows[0]!;
  while (headings.cells.length > 1) headings.deleteCell(1);
  body.replaceChildren();
  for (const { stage, action } of sheet.stages) cell(headings, action === "fill" ? `${stage} +` : String(stage), "th", true);
  sheet.candidates.forEach((name, index) => {
    if (sheet.stages[0]?.votes[index + 1] === undefined) return;
    const row = body.insertRow();
    row.className = "govuk-table__row";
    cell(row, `${name}${sheet.elected.includes(index + 1) ? " ✓" : ""}`, "th");
    for (const { votes } of sheet.stages) cell(row, votes[index + 1] ?? "", "td", true);
  });
  document.getElementById("recount-sheet")!.hidden = false;
}

async function recount(form: HTMLFormElement): Promise<void> {
  const field = (name: string) => form.querySelector<HTMLInputElement>(`[name="${name}"]`);
  const own = Boolean(field("ballots")?.files?.length);
  const { rules, lots = "", ballots: ballotsAt, reserves: reservesAt, sheet: sheetAt } = form.dataset;
  say("working");
  const ballots = await textOf(field("ballots"), ballotsAt);
  if (ballots === null) return say("no-file");
  const reserves = await textOf(field("reserves"), own ? undefined : reservesAt);
  const counted = await countAgain({ ballots, reserves, rules: rules as RuleSet, lots });
  if (!counted.ok) return tell(counted.problem);
  const sheet = counted.value;
  show(sheet);
  const names = sheet.elected.map((candidate) => sheet.candidates[candidate - 1]).join(", ");
  const hash = "subtle" in crypto ? await sha256(ballots) : "–";
  const published = sheetAt ? ((await (await fetch(sheetAt)).json()) as Sheet) : null;
  const verdict = published === null ? "counted" : saysTheSame(published, sheet) ? "agrees" : own ? "other" : "differs";
  say(verdict, { names, hash });
}

function tell(problem: CountProblem): void {
  if (problem.code === "papers") return say("papers", { most: String(problem.most), papers: String(problem.papers) });
  if (problem.code !== "file" && problem.code !== "reserves") return say(problem.code);
  const { line, code, facts } = problem.file;
  const words = document.getElementById("recount-words")?.querySelector(`[data-file="${code}"]`)?.textContent ?? code;
  say(problem.code, { line: String(line), says: words.replace(/\{(\w+)\}/g, (_, fact: string) => String(facts[fact] ?? "")) });
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  // a moment, so that the page can say that it is counting
  setTimeout(() => recount(form).catch(() => say("failed")), 20);
});
if (form) form.hidden = false;
