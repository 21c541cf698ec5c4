import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readImportArguments } from "#app/consultations/import-arguments.ts";

const read = (line: string) => {
  const result = readImportArguments(line.split(" ").filter((word) => word !== ""));
  return result.ok ? result.value : result.problem;
};

describe("what the import command is asked", () => {
  it("a consultation needs its file alone", () => {
    expect(read("consultation questions.json")).toEqual({ what: "consultation", file: "questions.json", publish: false });
  });

  it("a consultation may say where it belongs, when it is open and that it is published", () => {
    expect(read("consultation q.json --partnership=tolbridge --open 2026-12-01 --close 2027-01-31 --publish")).toEqual({
      ...{ what: "consultation", file: "q.json", partnership: "tolbridge" },
      ...{ openOn: "2026-12-01", closeOn: "2027-01-31", publish: true },
    });
  });

  it("what cannot be carried over of another program's form may be left out", () => {
    expect(read("consultation survey.lss --leave-out")).toEqual({ what: "consultation", file: "survey.lss", publish: false, leaveOut: true });
  });

  it("responses need a file, a consultation and a map; an address will do for the consultation", () => {
    expect(read("responses r.csv --consultation http://localhost:3000/cy/place/consultations/abc?x=1 --map m.json")).toEqual({
      ...{ what: "responses", file: "r.csv", consultation: "abc", map: "m.json" },
    });
  });

  it("a new version needs its file and the consultation it is for", () => {
    const asked = { what: "version", file: "q.json", consultation: "abc" };
    expect(read("version q.json --consultation http://localhost:3000/place/consultations/abc")).toEqual(asked);
    expect(read("version q.json")).toBe("Say which consultation has a new form, with --consultation ID.");
  });

  it("a register of partnerships needs its file, and may say whose it is", () => {
    expect(read("partnership-register annex.json")).toEqual({ what: "partnership-register", file: "annex.json" });
    expect(read("partnership-register annex.json --partnership tolbridge")).toEqual({ what: "partnership-register", file: "annex.json", partnership: "tolbridge" });
  });

  it.each([
    ["", "Say what to import: a consultation, a new version of its form, responses, a register of partnerships, or partnerships with their bodies and seats."],
    ["people x.csv", "There is no import of “people”."],
    ["consultation", "Name the file to import."],
    ["consultation a.json b.json", "Only one file can be imported at a time; “b.json” is one too many."],
    ["consultation a.json --open soon", "“soon” is not a date; write it like 2026-03-03."],
    ["consultation a.json --open 2026-02-30", "“2026-02-30” is not a date; write it like 2026-03-03."],
    ["consultation a.json --open 2026-03-03 --close 2026-03-02", "It cannot close before the day it opens."],
    ["consultation a.json --map m.json", "There is no option --map here."],
    ["consultation a.json --publish --publish", "--publish is given twice."],
    ["consultation a.json --close --publish", "--close needs a value after it."],
    ["responses a.csv --map m.json", "Say which consultation the responses are to, with --consultation ID."],
    ["responses a.csv --consultation abc", "Say how the file is read, with --map MAP."],
  ])("“%s” is answered with one sentence", (line, sentence) => {
    expect(read(line)).toBe(sentence);
  });

  it("no words make it throw", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom("consultation", "responses", "--map", "--open"))), (words) => {
        expect(readImportArguments(words)).toHaveProperty("ok");
      }),
    );
  });
});
