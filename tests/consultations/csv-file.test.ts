import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { readCsv } from "#app/consultations/csv-file.server.ts";

const folder = mkdtempSync(join(tmpdir(), "folkmoot-csv-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const plain = { encoding: "utf-8", separator: "," } as const;

async function rowsOf(content: string | Buffer, how: Parameters<typeof readCsv>[1] = plain) {
  const path = join(folder, "file.csv");
  writeFileSync(path, content);
  const rows: { line: number; cells: string[] }[] = [];
  let problem = "";
  try {
    for await (const { line, cells } of readCsv(path, how)) rows.push({ line, cells });
  } catch (error) {
    problem = (error as Error).message;
  }
  return { rows, problem };
}

describe("reading a CSV file", () => {
  it("a row is known by the line it begins on, also after cells with line ends in them and blank lines", async () => {
    const { rows } = await rowsOf('\uFEFFid,a\r\n1,"x\r\ny"\r\n\r\n2,z\r\n3,w');
    expect(rows).toEqual([
      { line: 1, cells: ["id", "a"] },
      { line: 2, cells: ["1", "x\ny"] },
      { line: 5, cells: ["2", "z"] },
      { line: 6, cells: ["3", "w"] },
    ]);
  });

  it("rows of the wrong length and quotes in the middle of a cell are given as they stand", async () => {
    const { rows } = await rowsOf('a,b\n1,2,3\n4\n"5" x,6"7\n');
    expect(rows.map(({ cells }) => cells)).toEqual([["a", "b"], ["1", "2", "3"], ["4"], ['"5" x', '6"7']]);
  });

  it("a quotation mark that is never closed is reported with its line, and every row before it is given", async () => {
    const { rows, problem } = await rowsOf('a,b\n1,2\n3,"4\n5,6\n');
    expect(rows).toHaveLength(2);
    expect(problem).toBe("From line 3 on the file cannot be read: a quotation mark opens a cell there and none closes it.");
  });

  it("a cell of many megabytes is refused before it fills the memory", async () => {
    const { rows, problem } = await rowsOf(`a,b\n1,"${"x".repeat(5_000_000)}`);
    expect(rows).toHaveLength(1);
    expect(problem).toMatch(/From line 2 on/);
  });

  it("a file in another encoding is refused, and read when the encoding is named", async () => {
    const latin = Buffer.from("a\nCaf\xe9\n", "latin1");
    expect((await rowsOf(latin)).problem).toMatch(/not written in utf-8/);
    expect((await rowsOf(latin, { encoding: "windows-1252", separator: "," })).rows[1]?.cells).toEqual(["Café"]);
    const wide = Buffer.from("\uFEFFa\tb\r\n1\tپ\r\n", "utf16le");
    expect((await rowsOf(wide, { encoding: "utf-16le", separator: "\t" })).rows[1]?.cells).toEqual(["1", "پ"]);
  });

  it("an empty file has no rows", async () => {
    expect(await rowsOf("")).toEqual({ rows: [], problem: "" });
  });

  it("whatever cells are written as CSV are read back, each row on its own line", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r", " ", "é", "پ", "=") });
    const row = fc.array(cell, { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (written) => {
        const quoted = written.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(","));
        const { rows, problem } = await rowsOf(quoted.join("\r\n"));
        expect(problem).toBe("");
        const normal = written.map((cells) => cells.map((text) => text.replace(/\r\n?/g, "\n")));
        expect(rows.map(({ cells }) => cells)).toEqual(normal);
        let line = 1;
        for (const [index, cells] of normal.entries()) {
          expect(rows[index]?.line).toBe(line);
          line += cells.join("").split("\n").length;
        }
      }),
      { numRuns: 60 },
    );
  });

  it("no bytes make it fail in any other way", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const { problem } = await rowsOf(Buffer.from(bytes), { encoding: "windows-1252", separator: "," });
        expect(problem).toMatch(/^$|^From line \d+ on the file cannot be read/);
      }),
      { numRuns: 60 },
    );
  });
});
