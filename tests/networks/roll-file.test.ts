// Rolls of networks as officers bring them: every line is taken, told as a mistake, or told as a repetition.
import fc from "fast-check";
import { expect, test } from "vitest";
import { fillInRoll, readRoll, readRollDate, rollColumns, type RollAsked } from "#app/networks/roll-file.ts";
import { addDays } from "#app/shared/dates.ts";
import { readTable, textOfFile } from "#app/shared/table.server.ts";

const asked: RollAsked = { constituencies: [{ id: "north", names: ["North", "Gogledd"] }, { id: "faith", names: ["Faith groups"] }], ownHeadings: {}, today: "2026-05-04" };
const rollOf = (text: string) => {
  const table = readTable(text);
  if (!table.ok) throw new Error(`unreadable from line ${table.problem.line}`);
  return readRoll(table.value, asked)!;
};
const nothing = { charityNumber: null, companyNumber: null, website: null, joinedOn: null, confirmedOn: null, constituencies: [], delegate: null, deputy: null };

test("a roll from an old program is read: Latin-1, stray quotes, dates as people write them, parts of the network by any of their names", () => {
  const text = textOfFile(Buffer.from('Group Name;Charity No;Member since;Constituency;Contact;E-mail\nGr\xfbp "Y Ddraig" Marl;1123456;03/03/06;Gogledd | faith groups;Si\xe2n Rees;SIAN@example.org\n', "latin1"));
  expect(rollOf(text).read).toEqual([
    {
      line: 2,
      head: {
        ...{ ...nothing, organisation: 'Grûp "Y Ddraig" Marl', charityNumber: "1123456", joinedOn: "2006-03-03", constituencies: ["north", "faith"] },
        delegate: { name: "Siân Rees", email: "sian@example.org", telephone: null, post: null, language: "en" },
      },
    },
  ]);
});

test("a roll without addresses is a roll, and one of addresses without names is too", () => {
  expect(rollOf("Organisation\nAge Friends\nChess Club\n").read.map(({ head }) => head)).toEqual([{ ...nothing, organisation: "Age Friends" }, { ...nothing, organisation: "Chess Club" }]);
  expect(rollOf("Organisation,E-mail,Language\nAge Friends,a@example.org,Welsh\n").read[0]!.head.delegate).toMatchObject({ name: "a@example.org", email: "a@example.org", language: "cy" });
  expect(readRoll([{ line: 1, cells: ["Age Friends", "a@example.org"] }], asked)).toBeNull();
});

test("what cannot be taken is told with its line and every reason, and the others are taken", () => {
  const roll = rollOf("Organisation,E-mail,Joined,Constituency,Deputy email\nA,a@,,,\n,b@example.org,,,\nC,,31/02/2020,,\nD,,2030-01-01,,\nE,,,West,\nF,,,,f@\nG,g@example.org,,,\n");
  expect(roll.read.map(({ head }) => head.organisation)).toEqual(["G"]);
  expect(roll.mistakes.map(({ line, problems }) => [line, ...problems.map(({ column, code }) => `${column} ${code}`)])).toEqual([
    [2, "delegate-email email"],
    [3, "organisation organisation-missing"],
    [4, "joinedOn date"],
    [5, "joinedOn future"],
    [6, "constituencies constituency"],
    [7, "deputy-email email"],
  ]);
});

test("an organisation that is there twice is one, with what was lacking filled in and what differs told", () => {
  const roll = rollOf("Organisation,Charity number,Delegate,E-mail\nThe Age Friends,,Anna,\nAge friends,1123456,Bob,a@example.org\n");
  expect(roll.read).toMatchObject([{ line: 2, head: { organisation: "The Age Friends", charityNumber: "1123456", delegate: { name: "Anna", email: "a@example.org" } } }]);
  expect(roll.repeats).toEqual([{ line: 3, of: 2, differs: ["delegate-name"] }]);
});

test("whatever a roll holds, no line is lost and nobody is there twice", () => {
  const cell = fc.constantFrom("", "Age Friends", "The age friends", "a@example.org", "x@", "1123456", "North", "West", "03/03/2006", '"', "=1+1");
  const headings = fc.constantFrom("Organisation", "E-mail", "Charity number", "Joined", "Constituency", "Shoe size", "Deputy");
  fc.assert(
    fc.property(fc.array(headings, { maxLength: 6 }), fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), (more, lines) => {
      const rows = [["Organisation", ...more], ...lines].map((cells, index) => ({ line: index + 1, cells }));
      const { read, mistakes, repeats } = readRoll(rows, asked)!;
      const told = [...read, ...mistakes, ...repeats].map(({ line }) => line).sort((one, other) => one - other);
      expect(told).toEqual(rows.slice(1).filter(({ cells }) => cells.some((one) => one !== "")).map(({ line }) => line));
      for (const { head } of read) expect(fillInRoll(head, head)).toEqual({ merged: head, differs: [], filled: [] });
    }),
  );
});

test("a date is read however it is written, days before months, and a roll's headings are told apart", () => {
  expect(["2026-03-29", "29/03/2026", "29.3.26", "29 March 2026", "29-mawrth-2026", "03/29/2026", "soon"].map(readRollDate)).toEqual([...Array<string>(5).fill("2026-03-29"), undefined, undefined]);
  fc.assert(fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
    const date = addDays("2000-01-01", days);
    expect(readRollDate(date.split("-").reverse().join("/"))).toBe(date);
  }));
  expect(new Set(rollColumns).size).toBe(rollColumns.length);
});
