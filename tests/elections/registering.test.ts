import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { electionStates, stepKinds, type Standing, type StepKind } from "#app/elections/election.ts";
import { isSameAddress, letsRegister, mayConfirmRegistration, mayRegister, readRegistration } from "#app/elections/registering.ts";
import { publicRoomsOf } from "#app/elections/rooms.ts";
import { originOf } from "#app/elections/roll.ts";
import { proposedTimetable, registeringClosesAt } from "#app/elections/timetable.ts";
import { addDays, startOfDay } from "#app/shared/dates.ts";

const residents = { electorate: "people", registering: "residents" } as const;
const dates = fc.integer({ min: 0, max: 3000 }).map((days) => addDays("2025-01-01", days));
const standing = (noticeOn: string, steps: readonly StepKind[] = ["notice-published"]): Standing => ({ timetable: proposedTimetable(noticeOn), steps, candidates: null, seats: 1 });
const at = (day: string, minutes = 0) => new Date(startOfDay(day).getTime() + minutes * 60_000);

describe("until when residents put themselves on the roll", () => {
  it("is from the notice until nominations close, days before candidates are to be confirmed and the poll opens, whenever the notice is given", () => {
    fc.assert(
      fc.property(dates, (noticeOn) => {
        const of = standing(noticeOn);
        const closes = registeringClosesAt(of.timetable!);
        expect(mayRegister(residents, of, at(noticeOn))).toBe(true);
        expect(mayRegister(residents, of, new Date(closes.getTime() - 1))).toBe(true);
        expect(mayRegister(residents, of, closes)).toBe(false);
        expect(mayConfirmRegistration(residents, of, closes)).toBe(true);
        expect(mayConfirmRegistration(residents, of, at(of.timetable!.candidatesOn))).toBe(false);
        expect(closes.getTime() + 3 * 86_400_000).toBeLessThan(at(of.timetable!.pollOpensOn).getTime());
        expect(of.timetable!.qualifyingOn < noticeOn).toBe(true);
      }),
    );
  });

  it("is never once candidates are confirmed or the election is over, nor before the notice, nor where officers alone keep the roll or organisations vote", () => {
    const noticeOn = "2026-03-02";
    const now = at("2026-03-05");
    for (const step of stepKinds) {
      const over: readonly StepKind[] = ["candidates-confirmed", "sealed", "counted", "signed", "declared", "confirmed", "annulled", "abandoned"];
      if (over.includes(step)) expect(mayRegister(residents, standing(noticeOn, ["notice-published", step]), now)).toBe(false);
    }
    expect(mayRegister(residents, standing(noticeOn, []), now)).toBe(false);
    for (const other of [{ electorate: "people", registering: "officers" }, { electorate: "organisations", registering: "residents" }] as const) {
      expect(letsRegister(other)).toBe(false);
      expect([mayRegister(other, standing(noticeOn), now), mayConfirmRegistration(other, standing(noticeOn), now)]).toEqual([false, false]);
    }
  });

  it("is shown on the election's page exactly then", () => {
    for (const state of electionStates) {
      const shown = (isRegistering: boolean) => publicRoomsOf({ state, steps: [], isRegistering }).some(({ name }) => name === "register");
      expect([shown(true), shown(false)]).toEqual([state === "notice-published" || state === "nominations-open", false]);
    }
  });
});

describe("what a resident types", () => {
  const whole = { name: " Ada  Lovelace ", email: "Ada@People.example", post: "", language: "cy", declares: "yes" };
  const codes = (entries: Record<string, string>) => {
    const read = readRegistration({ ...whole, ...entries });
    return read.ok ? [] : read.problem.map(({ field, code }) => `${field} ${code}`);
  };

  it("is a name, an address of either kind and a declaration, each missed in its own words", () => {
    expect(readRegistration(whole)).toEqual({ ok: true, value: { name: "Ada Lovelace", delegate: "", email: "ada@people.example", post: null, language: "cy" } });
    expect(codes({ email: "", post: "1 High Street" })).toEqual([]);
    expect(codes({ email: "" })).toEqual(["email reach-missing"]);
    expect(codes({ email: "ada@" })).toEqual(["email email"]);
    expect(codes({ name: "" })).toEqual(["name name-missing"]);
    expect(codes({ declares: "" })).toEqual(["declares declare-missing"]);
    expect(codes({ post: "x".repeat(501) })).toEqual(["post too-long"]);
    expect(codes({ name: "", email: " ", declares: "" })).toEqual(["name name-missing", "email reach-missing", "declares declare-missing"]);
  });

  it("is one postal address however it is broken into lines", () => {
    expect(isSameAddress("1 High Street\nTolbridge", " 1, HIGH street, Tolbridge.")).toBe(true);
    expect(isSameAddress("1 High Street", "11 High Street")).toBe(false);
    expect(isSameAddress("۱ ہائی سٹریٹ", "۲ ہائی سٹریٹ")).toBe(false);
  });
});

it("tells how an entry came: whoever put themselves on the roll stays told so, and by post apart from by e-mail", () => {
  const came = { memberId: null, addedReason: null, declaredAt: null, email: "a@b.example" };
  expect(originOf(came)).toBe("file");
  expect(originOf({ ...came, memberId: "m" })).toBe("network");
  expect(originOf({ ...came, addedReason: "Left out" })).toBe("hand");
  expect(originOf({ ...came, declaredAt: new Date() })).toBe("self");
  expect(originOf({ ...came, declaredAt: new Date(), email: null })).toBe("self-by-post");
});
