// The second counter against what was declared and published.
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readBlt } from "#app/counting/blt.ts";
import type { Contest, ReservedCategory, RuleSet } from "#app/counting/contest.ts";
import type { Sheet } from "#app/counting/sheet.ts";
import { recount } from "#app/recounting/recount.ts";
import { prospects } from "#app/recounting/reserved.ts";
import { sharedFile } from "#tests/support/shared-files.ts";

const cases = sharedFile("elections");

function read(name: string): string {
  return readFileSync(sharedFile(`elections/${name}`)!, "utf8");
}

function stated<Type>(name: string): Type {
  return JSON.parse(read(name)) as Type;
}

function contestOf(folder: string): Contest {
  const contest = readBlt(read(`${folder}/ballots.blt`));
  if (!contest.ok) throw new Error(`${folder}: ${JSON.stringify(contest.problem)}`);
  return contest.value;
}

function counted(rules: RuleSet, contest: Contest, reserved: readonly ReservedCategory[] = []): Sheet {
  return recount(rules, contest, { lots: contest.candidates.map((_, at) => at + 1), reserved });
}

type Categories = Record<string, Record<string, { min: number; max: number; members: number[] }>>;

function reservedOf(categories: Categories): ReservedCategory[] {
  return Object.entries(categories).map(([name, groups]) => ({
    name,
    groups: Object.entries(groups).map(([group, limits]) => ({ name: group, ...limits })),
  }));
}

/** Folders of a kind that hold this file. */
function foldersWith(kind: string, file: string): string[] {
  const folders = readdirSync(sharedFile(`elections/${kind}`)!).map((name) => `${kind}/${name}`);
  return folders.filter((folder) => sharedFile(`elections/${folder}/${file}`) !== null);
}

/** Hundred-thousandths in a declared figure, which leaves out noughts at its end. */
function hundredThousandths(decimal: string): number {
  return Math.round(Number(decimal) * 100_000);
}

function ascending(numbers: Iterable<number>): number[] {
  return [...numbers].sort((a, b) => a - b);
}

describe.skipIf(cases === null)("The second counter (shared data; skipped where it is absent)", () => {
  type Declared = { quota: string; candidates: { number: number; first_preferences: string; transfers_stage2_on: string[]; elected: boolean }[] };

  it("makes every transfer that councils declared, at every stage, and elects whom they elected", () => {
    const wards = foldersWith("scot", "official_stages.json");
    expect(wards).toHaveLength(20);
    for (const ward of wards) {
      const declared = stated<Declared>(`${ward}/official_stages.json`);
      const sheet = counted("scottish", contestOf(ward));
      const counting = sheet.stages.filter(({ action }) => action !== "fill");
      const changes = (candidate: number) =>
        counting.slice(1).map(({ votes }, at) => hundredThousandths(votes[candidate]!) - hundredThousandths(counting[at]!.votes[candidate]!));
      expect({ ward, quota: sheet.quota, elected: ascending(sheet.elected) }).toEqual({
        ward,
        quota: declared.quota,
        elected: declared.candidates.filter(({ elected }) => elected).map(({ number }) => number),
      });
      for (const { number, first_preferences, transfers_stage2_on } of declared.candidates) {
        expect({ ward, number, first: counting[0]!.votes[number], changes: changes(number) }).toEqual({
          ward,
          number,
          first: Number(first_preferences).toFixed(5),
          changes: transfers_stage2_on.map(hundredThousandths),
        });
      }
    }
  });

  type Point = { stage: number; action: string; candidates: string[]; votes: Record<string, string>; non_transferable: string; quota: string };

  it("prints every vote, quota and non-transferable total of the ERS97 sheets", () => {
    const folders = ["ers97/model", ...foldersWith("scot", "ers97_stages.json")];
    expect(folders.length).toBeGreaterThan(5);
    for (const folder of folders) {
      const { winners, points } = stated<{ winners: string[]; points: Point[] }>(`${folder}/ers97_stages.json`);
      const sheet = counted("ers97", contestOf(folder));
      const names = (numbers: readonly number[]) => numbers.map((number) => sheet.candidates[number - 1]!).sort();
      expect({ folder, elected: names(sheet.elected) }).toEqual({ folder, elected: winners.sort() });
      const ours = sheet.stages
        .filter(({ action }) => action !== "fill")
        .map(({ stage, action, candidates, votes, nonTransferable, quota }) => ({
          stage,
          action: action === "exclude" || action === "batch" ? "eliminate" : action,
          candidates: names(candidates),
          votes: Object.fromEntries(Object.entries(votes).map(([number, vote]) => [sheet.candidates[Number(number) - 1], vote])),
          non_transferable: nonTransferable,
          quota,
        }));
      const theirs = points.map(({ stage, action, candidates, votes, non_transferable, quota }) => ({
        ...{ stage, action, candidates: candidates.sort(), votes, non_transferable, quota },
      }));
      expect({ folder, stages: ours }).toEqual({ folder, stages: theirs });
    }
  });

  it("counts a small published election by ERS97", () => {
    const sheet = counted("ers97", contestOf("ers97/ucl-mini"));
    expect(sheet).toMatchObject({ quota: "8.34", elected: [2, 1] });
    expect(sheet.stages).toMatchObject([
      { action: "first", votes: { 1: "5.00", 2: "20.00", 3: "0.00" } },
      { action: "surplus", candidates: [2], votes: { 1: "16.56", 2: "8.34", 3: "0.00" }, nonTransferable: "0.10" },
    ]);
  });

  it("comes to the figures of Hill's program in every iteration that its sheets have", () => {
    const folders = ["ers97/model", ...foldersWith("scot", "meek_hill")];
    expect(folders.length).toBeGreaterThan(5);
    for (const folder of folders) {
      const sheet = counted("meek-nz", contestOf(folder));
      expect({ folder, events: eventsOf(sheet) }).toEqual({ folder, events: hillEvents(read(`${folder}/meek_hill/votes.rlt`)) });
    }
  });

  it("spares a guarded candidate as Hill's program does", () => {
    const reserved = [{ name: "Monk", groups: [{ name: "Monk", min: 1, max: 1, members: [10] }] }];
    const sheet = counted("meek-nz", contestOf("meek-guarded/monk"), reserved);
    expect(eventsOf(sheet)).toEqual(hillEvents(read("meek-guarded/monk/votes.rlt")));
  });

  it("adds up the block vote", () => {
    const sheet = counted("block", contestOf("plurality/vegetables"));
    expect(sheet.elected.map((number) => sheet.candidates[number - 1])).toEqual(["Jalapeno", "Hazelnut", "Grape", "Apple"]);
    expect(sheet.stages[0]!.votes).toEqual({ 1: "10", 3: "5", 4: "7", 5: "9", 7: "13", 8: "15", 9: "17" });
  });

  it("finds guarded and doomed candidates as two enumerations did, in every open case", () => {
    type Guards = { feasible: boolean; guarded: number[] | null; doomed: number[] | null };
    type State = Guards & { name: string; candidates: number; seats: number; categories: Categories; elected: number[]; excluded: number[] };
    const states = stated<State[]>("constraints/oracle_open.json");
    expect(states.length).toBeGreaterThan(10);
    for (const { name, candidates, seats, categories, elected, excluded, feasible, guarded, doomed } of states) {
      const open = Array.from({ length: candidates }, (_, at) => at + 1).filter((one) => !elected.includes(one) && !excluded.includes(one));
      const found = prospects(open, elected, seats, reservedOf(categories));
      const ours = found && { guarded: ascending(found.guarded), doomed: ascending(found.doomed) };
      expect({ name, ours }).toEqual({ name, ours: feasible ? { guarded, doomed } : null });
    }
  });

  it("elects whom it must where places are reserved", () => {
    const folders = foldersWith("constraints", "expected.json");
    expect(folders).toHaveLength(6);
    for (const folder of folders) {
      const { categories, constrained_winners } = stated<{ categories: Categories; constrained_winners: number[] }>(`${folder}/expected.json`);
      const sheet = counted("scottish", contestOf(folder), reservedOf(categories));
      expect({ folder, elected: ascending(sheet.elected) }).toEqual({ folder, elected: ascending(constrained_winners) });
    }
  });
});

type Event = { iteration: number; quota: string; elected: number[]; excluded: number[]; votes: string[]; nonTransferable: string };

/** Hill's machine-readable sheet: -1 elected, -2 excluded, then the iteration with its figures; -3 ends it. */
function hillEvents(text: string): Event[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const heading = lines.findIndex((line) => /^\d+ \d+ 0 \d+$/.test(line));
  const many = Number(lines[heading]!.split(" ")[0]);
  const events: Event[] = [];
  let now: { elected: number[]; excluded: number[] } = { elected: [], excluded: [] };
  for (let at = heading + 1 + many; lines[at] !== "-3"; ) {
    const [first, second] = lines[at]!.split(" ");
    if (first === "-1" || first === "-2") {
      now[first === "-1" ? "elected" : "excluded"].push(Number(second));
      at += 1;
      continue;
    }
    const votes = lines.slice(at + 1, at + 1 + many).map((line) => line.split(" ")[0]!);
    events.push({ iteration: Number(first), quota: second!, ...now, votes, nonTransferable: lines[at + 1 + many]! });
    now = { elected: [], excluded: [] };
    at += many + 2;
  }
  return events.map(sorted);
}

/** The same of our sheet. Hill's also excludes all who are left when the places are full. */
function eventsOf(sheet: Sheet): Event[] {
  const events: Event[] = [];
  for (const { iteration, quota, elected, candidates, votes, nonTransferable } of sheet.stages) {
    const before = events.at(-1);
    if (before?.iteration === iteration) {
      before!.elected.push(...elected);
      before!.excluded.push(...candidates);
    } else {
      const figures = { iteration: iteration!, quota: quota!, votes: sheet.candidates.map((_, at) => votes[at + 1]!), nonTransferable };
      events.push({ ...figures, elected: [...elected], excluded: [...candidates] });
    }
  }
  const gone = [...sheet.elected, ...events.flatMap(({ excluded }) => excluded)];
  events.at(-1)!.excluded.push(...sheet.candidates.map((_, at) => at + 1).filter((candidate) => !gone.includes(candidate)));
  return events.map(sorted);
}

function sorted(event: Event): Event {
  return { ...event, elected: ascending(event.elected), excluded: ascending(event.excluded) };
}
