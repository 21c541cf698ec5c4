// Every way in which programs write BLT files, and what is told of those that are wrong.
import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { readBlt, writeBlt } from "#app/counting/blt.ts";
import type { Contest } from "#app/counting/contest.ts";
import { fileProblemInWords } from "#app/counting/in-english.ts";
import { anyFiledContest } from "#tests/support/filed-contests.ts";
import { sharedFile } from "#tests/support/shared-files.ts";

const names = '"Ann"\n"Bob"\n"Cai"\n"Dee"\n"Chair"\n';

function read(text: string): Contest {
  const result = readBlt(text);
  if (!result.ok) throw new Error(fileProblemInWords(result.problem));
  return result.value;
}

const ballotsOf = (text: string) => read(text).ballots.map(({ papers, preferences }) => [papers, ...preferences]);

function wrongWith(text: string): string {
  const result = readBlt(text);
  return result.ok ? "nothing" : fileProblemInWords(result.problem);
}

test("a file is read", () => {
  expect(read(`4 2\n3 1 2 0\n2 4 0\n0\n${names}`)).toEqual({
    title: "Chair",
    candidates: ["Ann", "Bob", "Cai", "Dee"],
    seats: 2,
    withdrawn: [],
    ballots: [
      { papers: 3, preferences: [1, 2] },
      { papers: 2, preferences: [4] },
    ],
  });
});

describe("ballots", () => {
  const three = [[3, 1, 2], [2, 4], [1]];

  test.each([
    ["one a line", `4 2\n3 1 2 0\n2 4 0\n1 0\n0\n${names}`],
    ["with a mark of order of bytes and lines that end as in Windows", `\uFEFF4 2\r\n3 1 2 0\r\n2 4 0\r\n1 0\r\n0\r\n${names.replaceAll("\n", "\r\n")}`],
    ["with lines that end as on old Macs", `4 2\r3 1 2 0\r2 4 0\r1 0\r0\r${names.replaceAll("\n", "\r")}`],
    ["all on one line", `4 2 3 1 2 0 2 4 0 1 0 0 ${names.replaceAll("\n", " ")}`],
    ["broken over lines, with tabs", `4\n2\n3 1\n\t2 0\n\n2\n4\n0 1\n0\n0\n${names}`],
    ["without their 0", `4 2\n3 1 2\n2 4\n1\n0\n${names}`],
    ["some without their 0", `4 2\n3 1 2\n2 4 0\n1 0\n0\n${names}`],
    ["between comments", `# four\n4 2 # and two\n/* over\n/* two */ lines */ 3 1 2 0 # 5 5 5 0\n2 4 0\n#1 3 0\n1 0 /* blank */\n0# end\n# names\n${names}`],
    ["with short names", `4 2\n[nick a b c d]\n3 a b 0\n2 4 0\n1 0\n0\n${names}`],
    ["with options that do not change what is counted", `4 2\n[tie 2 1 3 4] [droop arithmetic=fixed (1) ]\n[undeclared 3]3 1 2 0\n2 4 0\n1 0\n0\n${names}`],
  ])("%s", (_, text) => expect(ballotsOf(text)).toEqual(three));

  test("that give candidates alike or leave out a rank", () => {
    expect(ballotsOf(`4 2\n3 1=3 2 0\n2 - 4 0\n1 2 = 4 = 1 - 3 0\n1 3 (1 2) (4) 0\n5 2 1 0\n0\n${names}`)).toEqual([
      [3, [1, 3], 2],
      [2, [], 4],
      [1, [2, 4, 1], [], 3],
      [1, 3, [1, 2], 4],
      [5, 2, 1],
    ]);
  });

  test("with names of their own are one paper each", () => {
    expect(ballotsOf(`4 2\n(A-1) 1 3 2 0\n(A-2) 2 0\n4 3 0\n0\n${names}`)).toEqual([[1, 1, 3, 2], [1, 2], [4, 3]]);
  });

  test("with names of their own and the number of papers, as OpenSTV writes", () => {
    expect(ballotsOf(`4 2\n(A-1) 1 3 2 0\n(A-2) 1 2 1 0\n0\n${names}`)).toEqual([[1, 3, 2], [1, 2, 1]]);
  });
});

test("candidates withdraw on any lines before the ballots", () => {
  expect(read(`4 2\n-3 -1\n# and\n-3\n1 2 0\n0\n${names}`).withdrawn).toEqual([1, 3]);
  expect(read(`4 2\n[nick a b c d]\n[withdrawn d b]\n-1\n1 c 0\n0\n${names}`).withdrawn).toEqual([1, 2, 4]);
});

describe("names", () => {
  const namesOf = (text: string) => {
    const { candidates, title } = read(`2 1\n1 2 0\n0\n${text}`);
    return [...candidates, title];
  };

  test.each<[string, string, string[]]>([
    ["with quotation marks within", '"Ann "Nan" Low"\n"""B"" Ode"\n""\n', ['Ann "Nan" Low', '"B" Ode', ""]],
    ["beside each other", '"A. Low" "B. Ode" "Chair"', ["A. Low", "B. Ode", "Chair"]],
    ["without quotation marks", "Ann Low (Ind)\n  Bob Ode # of Wenlow\nChair, 2026\n", ["Ann Low (Ind)", "Bob Ode", "Chair, 2026"]],
    ["of one word on one line", "Ann Bob Chair\n", ["Ann", "Bob", "Chair"]],
    ["of one word on one line before the title", 'Ann Bob\n"Chair of 2026"', ["Ann", "Bob", "Chair of 2026"]],
    ["with # in them, and a source and a remark after them", '"Flat #3"\n"Łódź /* */"\n"Chair"\n"Wenlow" # x\n"counted by hand"\n', ["Flat #3", "Łódź /* */", "Chair"]],
  ])("%s", (_, text, expected) => expect(namesOf(text)).toEqual(expected));
});

describe("what is wrong is told with its line", () => {
  test.each<[string, string, string]>([
    ["nothing", "\n# nothing\n", "line 3: there is nothing in the file"],
    ["bytes", "4 2\n\0\n", "line 1: this is not a text file"],
    ["a page", "<html>", "line 1: the number of candidates was expected, from 1 to 1000, and “<html>” stands there"],
    ["too many candidates", "100000000 2\n", "line 1: the number of candidates was expected, from 1 to 1000, and “100000000” stands there"],
    ["no places", "4 0\n", "line 1: the number of places was expected, from 1 to 1000, and “0” stands there"],
    ["a file that stops after its head", "4 2\n", "line 2: the 0 that ends the ballots is missing before this line"],
    ["a candidate beyond the last", `4 2\n3 1 2 0\n2 5 0\n0\n${names}`, "line 3: there is no candidate 5; they are numbered 1 to 4"],
    ["an endless number", `4 2\n3 1 ${"9".repeat(400)} 0\n0\n${names}`, `line 2: there is no candidate ${"9".repeat(40)}…; they are numbered 1 to 4`],
    ["a candidate below none", `4 2\n3 1 -2 0\n0\n${names}`, "line 2: a candidate's number or 0 was expected, and “-2” stands there"],
    ["a withdrawal among the ballots", `4 2\n3 1 2 0\n-2\n0\n${names}`, "line 3: a number of papers was expected, and “-2” stands there"],
    ["a candidate who is not there withdraws", `4 2\n-5\n0\n${names}`, "line 2: there is no candidate 5; they are numbered 1 to 4"],
    ["letters", `4 2\n3 1 x2 0\n0\n${names}`, "line 2: a candidate's number or 0 was expected, and “x2” stands there"],
    ["a short name that nobody has", `4 2\n[nick a b c d]\n3 a e 0\n0\n${names}`, "line 3: “e” is neither a candidate's number nor a short name told of before the ballots"],
    ["too few short names", `4 2\n[nick a b c]\n0\n${names}`, "line 2: there are 3 short names for 4 candidates"],
    ["a short name twice", `4 2\n[nick a b a c]\n0\n${names}`, "line 2: “a” cannot be a short name, or is one already"],
    ["an option that nobody knows", `4 2\n[colour red]\n0\n${names}`, "line 2: “colour” is not an option that is known here"],
    ["an option without an end", `4 2\n[droop red\n0\n${names}`, "line 2: what begins with [ here is nowhere ended"],
    ["somebody listed twice", `4 2\n[tie 1 2 1]\n0\n${names}`, "line 2: candidate 1 is listed twice"],
    ["a comment without an end", `4 2\n3 1 0 /* two\n0\n${names}`, "line 2: what begins with /* here is nowhere ended"],
    ["somebody on a ballot twice", `4 2\n3 1 2 0\n1 2 3 2 0\n0\n${names}`, "line 3: candidate 2 is on one ballot twice"],
    ["somebody on a ballot twice, alike", `4 2\n3 1=1 0\n0\n${names}`, "line 2: candidate 1 is on one ballot twice"],
    ["a ballot's name twice", `4 2\n(a) 1 0\n(a) 2 0\n0\n${names}`, "line 3: the ballot a stands in the file twice"],
    ["half a paper", `4 2\n0.5 1 2 0\n0\n${names}`, "line 2: a number of papers was expected, and “0.5” stands there"],
    ["more papers than can be counted", `4 2\n9007199254740991 1 0\n1 2 0\n0\n${names}`, "line 3: the papers up to here are more than can be counted"],
    ["an endless number of papers", `4 2\n99999999999999999 1 0\n0\n${names}`, "line 2: a number of papers was expected, and “99999999999999999” stands there"],
    ["no end of the ballots", `4 2\n3 1 0\n${names}`, "line 3: the 0 that ends the ballots is missing before this line"],
    ["no end of the ballots, whose 0 are missing too", `4 2\n3 1\n2 4\n${names}`, "line 4: the 0 that ends the ballots is missing before this line"],
    ["half a ballot", "4 2\n3 1 0\n2 1 3\n", "line 4: the 0 that ends the ballots is missing before this line"],
    ["ballots after their end", `4 2\n3 1 0\n0\n2 1 0\n0\n${names}`, "line 4: ballots follow on the 0 that ends them"],
    ["too few names", `4 2\n3 1 0\n0\n"Ann"\n"Bob"\n"Cai"\n"Chair"\n`, "line 7: the file has 4 names where 5 were expected: one for each candidate, and the title"],
    ["no names", "4 2\n3 1 0\n0\n", "line 4: the file has 0 names where 5 were expected: one for each candidate, and the title"],
    ["too many names", `4 2\n3 1 0\n0\n${names}1\n2\n3\n`, "line 11: more names follow than there are candidates, a title and two remarks"],
    ["a name without its end", `4 2\n3 1 0\n0\n"Ann\n"Bob"\n"Cai"\n"Dee"\n"Chair"\n`, 'line 4: what begins with " here is nowhere ended'],
    ["a blank name", `4 2\n3 1 0\n0\n"Ann"\n" "\n"Cai"\n"Dee"\n"Chair"\n`, "line 5: candidate 2 has no name"],
    ["a mistake further down a file whose ballots have no 0", `4 2\n3 1\n2 4\n1 7\n0\n${names}`, "line 4: there is no candidate 7; they are numbered 1 to 4"],
  ])("%s", (_, text, expected) => expect(wrongWith(text)).toBe(expected));

  test("whatever is in a file, it is read or something is told", () => {
    const piece = fc.oneof(fc.constantFrom("4 2\n", "3 1 2 0\n", "0\n", names, "[nick", "]", "(", ")", "=", "-", '"', "#", "/*", "*/", " ", "\n", "1", "0"), fc.string());
    fc.assert(fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join("");
      const result = readBlt(text);
      if (!result.ok) expect(result.problem.line).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
    }));
  });
});

test("what is written is read as it was", () => {
  fc.assert(
    fc.property(anyFiledContest(), (contest) => {
      expect(readBlt(writeBlt(contest))).toEqual({ ok: true, value: contest });
    }),
  );
});

describe("real files", () => {
  const folder = sharedFile("elections");
  const files = folder ? readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".blt")) : [];

  test.skipIf(!folder)("are all read, and written and read again", () => {
    expect(files.length).toBeGreaterThan(25);
    for (const file of files) {
      const contest = read(readFileSync(join(folder!, file), "utf8"));
      if (dirname(file) !== "speed") expect(read(writeBlt(contest)), file).toEqual(contest);
    }
  });

  test.skipIf(!folder)("keep who withdrew and every name as it is written", () => {
    const vegetables = read(readFileSync(join(folder!, "plurality/vegetables/ballots.blt"), "utf8"));
    expect(vegetables.withdrawn).toEqual([2, 6]);
    expect(vegetables.ballots[8]).toEqual({ papers: 9, preferences: [9, 1] });
    const ward = read(readFileSync(join(folder!, "scot/east_renfrewshire_2022_ward5/ballots.blt"), "utf8"));
    expect(ward.candidates[7]).toBe("Paul SMITH'' ''Scottish Conservative and Unionist");
  });
});
