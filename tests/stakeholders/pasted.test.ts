// Lists of stakeholders as officers bring them: every line is taken, told as a mistake, or told as a repetition.
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvLine, safeCell } from "#app/shared/csv.server.ts";
import { meaningOf } from "#app/stakeholders/columns.ts";
import { readPasted } from "#app/stakeholders/pasted.ts";
import { fillIn, keyOf, type StakeholderHead } from "#app/stakeholders/stakeholder.ts";
import { isPlainText, readTable, textOfFile } from "#app/shared/table.server.ts";

const rowsOf = (text: string) => {
  const table = readTable(text);
  if (!table.ok) throw new Error(`unreadable from line ${table.problem.line}`);
  return table.value;
};
const paste = (text: string) => readPasted(rowsOf(text), "en");
const heads = (text: string) => paste(text).read.map(({ head }) => head);
const nobody: StakeholderHead = { name: "", organisation: "", email: null, telephone: null, post: null, language: "en", audience: "", source: "" };

test("columns are recognised by their headings in plain words, in any of our languages", () => {
  expect(["E-mail Address", "Cyfeiriad e-bost", "ای میل", "Organisation name", "Post Code", "Address 2", "Preferred language", "Shoe size"].map(meaningOf)).toEqual(
    ["email", "email", "email", "organisation", "post-line", "post-line", "language", undefined],
  );
});

test("an export with many columns is put together: names, lines of an address, languages", () => {
  const text = "First name,Surname,Company,Email,Address 1,Town,Postcode,Language,VAT\nAnna,Rees,Age Friends,ANNA@Example.org,1 High St,Marl,MA1 1AA,Welsh,12\n";
  expect(heads(text)).toEqual([{ ...nobody, name: "Anna Rees", organisation: "Age Friends", email: "anna@example.org", post: "1 High St\nMarl\nMA1 1AA", language: "cy" }]);
  expect(paste(text).columns.filter(({ meaning }) => meaning === null)).toEqual([{ heading: "VAT", meaning: null }]);
});

test("without headings, an address, a number and a language are found wherever they stand", () => {
  expect(heads('Anna Rees; Age Friends; anna@example.org\nBob <bob@example.org>;Cymraeg\n')).toEqual([
    { ...nobody, name: "Anna Rees", organisation: "Age Friends", email: "anna@example.org" },
    { ...nobody, name: "Bob", email: "bob@example.org", language: "cy" },
  ]);
  expect(heads("anna@example.org, bob@example.org; carys@example.org")).toHaveLength(3);
  expect(heads("Name\tTelephone\nDai Price\t'+44 1234 567 890\n")).toEqual([{ ...nobody, name: "Dai Price", telephone: "+44 1234 567 890" }]);
});

test("who has no way to be reached, or a broken address, is told with the line, and the others are taken", () => {
  const read = paste("name,email,language\nAnna,anna@example.org,\nBob,bob@example,\nCarys,,\nDai,dai@example.org,Klingon\n");
  expect(read.read.map(({ line }) => line)).toEqual([2]);
  expect(read.mistakes.map(({ line, problems }) => [line, ...problems.map(({ code }) => code)])).toEqual([[3, "email"], [4, "unreachable"], [5, "language"]]);
});

test("a line that repeats another fills in what that lacked, and says in what it differs", () => {
  const read = paste("name,email,telephone\nAnna,anna@example.org,\nAnn,ANNA@example.org,01234 567890\n");
  expect(read.read.map(({ head }) => head)).toEqual([{ ...nobody, name: "Anna", email: "anna@example.org", telephone: "01234 567890" }]);
  expect(read.repeats).toEqual([{ line: 3, of: 2, differs: ["name"] }]);
});

test("a quotation mark that nobody closes is told with its line, and a cell may hold lines of its own", () => {
  expect(rowsOf('name,address\nAnna,"1 High St\nMarl"\nBob,x').map(({ line }) => line)).toEqual([1, 2, 4]);
  expect(readTable('name,email\nAnna,a@example.org\n"Bob,b@example.org\n')).toEqual({ ok: false, problem: { line: 3 } });
});

test("a file is read in the letters it was saved in", () => {
  expect(textOfFile(new TextEncoder().encode("Siân"))).toBe("Siân");
  expect(textOfFile(Uint8Array.from([0x53, 0x69, 0xe2, 0x6e]))).toBe("Siân");
  expect(textOfFile(Uint8Array.from([0xff, 0xfe, 0x53, 0, 0x69, 0, 0xe2, 0, 0x6e, 0]))).toBe("Siân");
});

test("a workbook is not taken for a table that was saved as text", () => {
  const workbook = Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 0x06, 0, 0x08, 0, ...new TextEncoder().encode("xl/workbook.xml, a@example.org")]);
  expect([isPlainText(textOfFile(workbook)), isPlainText("Name\tE-mail\r\nSiân\tsian@example.org\f")]).toEqual([false, true]);
});

const cell = fc.string({ unit: fc.constantFrom(..."abc é,;\"'\n@.ق"), maxLength: 12 });

test("a table that we write reads back cell by cell", () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }), (table) => {
      const header = ["name,x", "y", "z"];
      const read = rowsOf([header, ...table].map(csvLine).join(""));
      const kept = table.filter((row) => row.some((one) => one !== ""));
      expect(read.slice(1).map(({ cells }) => cells).filter((row) => row.some((one) => one !== ""))).toEqual(kept.map((row) => row.map(safeCell)));
    }),
  );
});

test("whatever is pasted, no line is lost and nobody is there twice", () => {
  const word = fc.constantFrom("Anna", "anna@example.org", "bob@example.org", "", "01234 567890", "Welsh", "x@", "1 High St", "\"Age\"");
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { maxLength: 15 }), fc.boolean(), (lines, hasHeadings) => {
      const rows = [...(hasHeadings ? [["name", "email", "telephone", "language"]] : []), ...lines].map((cells, index) => ({ line: index + 1, cells }));
      const { read, mistakes, repeats } = readPasted(rows, "en");
      const told = [...read, ...mistakes, ...repeats].map(({ line }) => line).sort((a, b) => a - b);
      const filled = rows.filter(({ cells, line }) => cells.some((one) => one !== "") && !(hasHeadings && line === 1)).map(({ line }) => line);
      expect(told).toEqual(filled);
      expect(new Set(read.map(({ head }) => keyOf(head))).size).toBe(read.length);
    }),
  );
});

test("merging keeps what is there, and merging again changes nothing", () => {
  const text = fc.constantFrom("", "Anna", "Age Friends", "anna");
  const head = fc.record({ name: text, organisation: text, telephone: fc.constantFrom(null, "01234 567890"), post: fc.constantFrom(null, "1 High St"), audience: text, source: text });
  fc.assert(
    fc.property(head, head, (one, other) => {
      const [known, given] = [{ ...nobody, ...one }, { ...nobody, ...other, language: "cy" as const }];
      const { merged } = fillIn(known, given);
      for (const [field, value] of Object.entries(known)) if (value) expect(merged).toHaveProperty(field, value);
      expect(fillIn(merged, given)).toMatchObject({ merged, filled: [] });
    }),
  );
});
