// Ballot files are counted by a command that needs nothing but them: a line for each, whatever is in it.
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ruleSets } from "#app/counting/contest.ts";
import { sharedFile } from "#tests/support/shared-files.ts";

const names = '"Ann"\n"Bob"\n"Cai"\n"Dee"\n"Chair"\n';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "folkmoot-count-"));
  const files = {
    "chair.blt": `4 2\n9 1 3 0\n4 2 0\n3 3 0\n3 4 2 0\n2 0\n0\n${names}`,
    "wrong.blt": `4 2\n9 1 2 0\n3 2 5 0\n0\n${names}`,
    "ranks.csv": "papers;Ann;Bób;Cai\n5;1;2;\n4;;1;2\n3;;;1\n",
    "old.blt": Buffer.from(`2 1\n1 1 0\n0\n"Ren\xe9"\n"Bob"\n"Chair"\n`, "latin1"),
    "reserves.con": '"sector" "health" 1 99 4\n"sector" "the rest" 0 1 1 2 3\n',
    "impossible.con": '"sector" "health" 2 99 4\n',
    "wrong.con": '"sector" "health" 1 99 4\n"sector" "the rest" 1 99 5\n',
    "states.json": JSON.stringify([{ name: "one", candidates: 3, seats: 2, categories: { sector: { health: { min: 1, max: 1, members: [3] } } }, elected: [1], excluded: [] }]),
    "states-wrong.json": JSON.stringify([{ name: "one", candidates: 3, seats: 2, categories: { sector: { health: { min: 1, members: [3] } } } }]),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
});

afterAll(() => rm(folder, { recursive: true }));

type Ended = { status: number | null; stdout: string; stderr: string };

/** From the folder, as a person who stands there runs it. */
function run(...words: string[]): Promise<Ended> {
  const child = spawn(process.execPath, ["app/commands/run-alone.mjs", ...words], { env: { ...process.env, INIT_CWD: folder } });
  const ended = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) child[name].setEncoding("utf8").on("data", (text: string) => (ended[name] += text));
  return new Promise((done) => child.once("close", (status) => done({ status, ...ended })));
}

type Line = { file: string; error?: string; elected: number[]; seats: number; ties: unknown[]; reserves: unknown[]; candidates: string[] };
const linesOf = ({ stdout }: Ended) => stdout.trimEnd().split("\n").map((line) => JSON.parse(line) as Line);

describe("count", () => {
  test("two that are called at once both make what they need and run", async () => {
    await rm(".cache/alone/count.mjs", { force: true });
    const both = await Promise.all([run("count", "--rules", "block", "chair.blt"), run("count", "--rules", "block", "chair.blt")]);
    expect(both[0]).toEqual(both[1]);
    expect(both[0]).toMatchObject({ status: 0, stderr: "" });
    expect(both[0].stdout).toBe(
      '{"file":"chair.blt","title":"Chair","rules":"block","seats":2,"candidates":["Ann","Bob","Cai","Dee"],"valid":19,"invalid":2,"quota":null,"elected":[3,1],' +
        '"stages":[{"stage":1,"action":"first","candidates":[],"votes":{"1":"9","2":"7","3":"12","4":"3"},"nonTransferable":"0","elected":[3,1]}],"ties":[],"reserves":[],"version":"block/1"}\n',
    );
  });

  test.each(ruleSets)("by the rules %s, and both counters agree", async (rules) => {
    const ended = await run("count", "--rules", rules, "--seats", "1", "--check", "chair.blt");
    expect({ status: ended.status, stderr: ended.stderr }).toEqual({ status: 0, stderr: "" });
    expect(linesOf(ended)).toMatchObject([{ rules, seats: 1 }]);
  });

  test("a bad file has its own line and does not stop the others", async () => {
    const ended = await run("count", "--rules", "scottish", "wrong.blt", "chair.blt", "missing.blt", ".", "ranks.csv");
    expect({ status: ended.status, stderr: ended.stderr }).toEqual({ status: 1, stderr: "" });
    const [wrong, chair, ...rest] = linesOf(ended);
    expect(wrong).toEqual({ file: "wrong.blt", error: "line 3: there is no candidate 5; they are numbered 1 to 4" });
    expect(chair).toMatchObject({ file: "chair.blt", elected: [1, 2] });
    expect(rest).toEqual([
      { file: "missing.blt", error: "there is no such file" },
      { file: ".", error: "this is a folder, not a file" },
      { file: "ranks.csv", error: "a table of ranks does not say how many places there are: say so with --seats" },
    ]);
  });

  test("places are filled as many as are asked for, from tables too, and names of older programs are read", async () => {
    const ended = await run("count", "--rules", "scottish", "--seats", "1", "chair.blt", "ranks.csv", "old.blt");
    expect(linesOf(ended).map(({ seats, elected, candidates }) => [seats, elected, candidates.at(-2)])).toEqual([
      [1, [1], "Cai"],
      [1, [1], "Bób"],
      [1, [1], "René"],
    ]);
  });

  test("lots fall by hand or from a seed", async () => {
    const chosen = async (...words: string[]) => linesOf(await run("count", "--rules", "scottish", "--seats", "1", ...words, "chair.blt"))[0]!.ties;
    expect(await chosen()).toEqual([{ stage: 2, kind: "exclude", tied: [3, 4], chosen: 3, by: "lot" }]);
    expect(await chosen("--lots", "4,1")).toEqual([{ stage: 2, kind: "exclude", tied: [3, 4], chosen: 4, by: "lot" }]);
    expect(await chosen("--seed", "h")).toEqual([{ stage: 2, kind: "exclude", tied: [3, 4], chosen: 4, by: "lot" }]);
    const [line] = linesOf(await run("count", "--rules", "scottish", "--lots", "4,5", "chair.blt"));
    expect(line!.error).toBe("the order of lots names candidate 5, and they are numbered 1 to 4");
  });

  test("reserves are kept, and those that cannot be are told", async () => {
    const counted = async (con: string) => linesOf(await run("count", "--rules", "block", "--check", "--constraints", con, "chair.blt"))[0];
    expect(await counted("reserves.con")).toMatchObject({ elected: [3, 4], reserves: [{ stage: 1, kind: "barred", candidate: 1, votes: "9" }, { candidate: 2 }] });
    expect(await counted("impossible.con")).toEqual({
      file: "chair.blt",
      error: "the places cannot be filled as the constraints ask: “health” of “sector” must have at least 2, and 1 of its candidates stand",
    });
    expect(await counted("wrong.con")).toEqual({ file: "chair.blt", error: "constraints, line 2: there is no candidate 5; they are numbered 1 to 4" });
    expect(await counted("missing.con")).toEqual({ file: "chair.blt", error: "missing.con: there is no such file" });
  });

  test("a table is to be read, also of what is wrong", async () => {
    const { stdout, status } = await run("count", "--rules", "scottish", "--table", "wrong.blt", "chair.blt");
    expect(status).toBe(1);
    expect(stdout).toMatch(/^wrong\.blt: line 3: .*\n\nChair\nScottish rules/);
  });

  test("asked wrongly, it says how to ask", async () => {
    const { status, stdout, stderr } = await run("count", "--rules", "borda", "chair.blt");
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^There are no rules “borda”\.\nUsage:\n/);
  });

  test("a command that is not there is told of", async () => {
    expect(await run("borda")).toEqual({ status: 1, stdout: "", stderr: "There is no command “borda”; the README lists those there are.\n" });
  });
});

describe("guards", () => {
  test("a line for each state", async () => {
    expect(await run("guards", "states.json")).toEqual({ status: 0, stderr: "", stdout: '{"name":"one","feasible":true,"guarded":[3],"doomed":[2]}\n' });
  });

  test.each([
    [[], "Name a JSON file of states.\nUsage:\n  npm run --silent guards -- FILE.json...\n"],
    [["missing.json"], "missing.json: this file cannot be read.\n"],
    [["states-wrong.json"], "states-wrong.json: State 1 of the list: the group “health” of “sector” has no min, max and members as numbers.\n"],
  ])("of %j it says what is wrong", async (words, stderr) => {
    expect(await run("guards", ...words)).toEqual({ status: 1, stdout: "", stderr });
  });

  const oracle = sharedFile("elections/constraints/oracle_open.json");
  test.skipIf(!oracle)("every state of two independent enumerations", async () => {
    const states = JSON.parse(readFileSync(oracle!, "utf8")) as { name: string; feasible: boolean; guarded: number[] | null; doomed: number[] | null }[];
    const { stdout } = await run("guards", oracle!);
    expect(stdout.trimEnd().split("\n").map((line) => JSON.parse(line) as unknown)).toEqual(states.map(({ name, feasible, guarded, doomed }) => ({ name, feasible, guarded, doomed })));
  });
});
