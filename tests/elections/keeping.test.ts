// How long the file of an election is kept, and when papers may be said to be destroyed.
import fc from "fast-check";
import { expect, test } from "vitest";
import { endingSteps, stepKinds, type StepKind } from "#app/elections/election.ts";
import { fileKeptUntil, isFileDue, keepingClock, keptInMonths, mayHavePapers, waitsForPapers } from "#app/elections/keeping.ts";
import { addDays, addMonths, dayOf } from "#app/shared/dates.ts";

const step = (kind: StepKind, day: string) => ({ kind, at: new Date(`${day}T12:00:00Z`) });
const day = fc.date({ min: new Date("2000-01-01"), max: new Date("2080-01-01"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const free = { isChallenged: false, isHeld: false, isAwaited: false, destroyedOn: null };

test("nothing goes before a whole year is over, everything may on any day after, and nothing while it is held, challenged or gone", () => {
  fc.assert(
    fc.property(day, fc.constantFrom(...endingSteps), fc.integer({ min: -400, max: 800 }), fc.record({ isChallenged: fc.boolean(), isHeld: fc.boolean(), isAwaited: fc.boolean() }), (on, kind, days, held) => {
      const clock = keepingClock({ steps: [step("notice-published", addDays(on, -60)), step(kind, on)], challengesUntil: null })!;
      const today = addDays(on, days);
      const isYearOver = today > addMonths(on, 12);
      expect(isFileDue({ clock, ...free }, today)).toBe(isYearOver);
      expect(isFileDue({ clock, ...free, ...held }, today)).toBe(isYearOver && !held.isChallenged && !held.isHeld && !held.isAwaited);
      expect(isFileDue({ clock, ...free, destroyedOn: on }, today)).toBe(false);
      expect(fileKeptUntil(clock) > addDays(on, 363)).toBe(true);
    }),
  );
});

test("the year never counts from before the last step that ended the election, nor before challenges could be made", () => {
  const kinds = fc.array(fc.tuple(fc.constantFrom(...stepKinds), fc.integer({ min: 0, max: 30 })), { maxLength: 12 });
  fc.assert(
    fc.property(day, kinds, fc.option(fc.integer({ min: -50, max: 400 })), (from, list, challenges) => {
      let on = from;
      const steps = list.map(([kind, later]) => step(kind, (on = addDays(on, later))));
      const challengesUntil = challenges === null ? null : addDays(from, challenges);
      const clock = keepingClock({ steps, challengesUntil });
      const endings = steps.filter(({ kind }) => endingSteps.some((one) => one === kind));
      if (endings.length === 0) {
        expect(clock).toBeNull();
        return;
      }
      const last = endings.at(-1)!;
      expect(clock!.from).toBe(last.kind);
      expect(clock!.on >= dayOf(last.at)).toBe(true);
      if (last.kind === "declared" && challengesUntil !== null) expect(clock!.on >= challengesUntil).toBe(true);
      else expect(clock!.on).toBe(dayOf(last.at));
    }),
  );
});

test("a declared result counts from the last day for challenges until it is confirmed, and then from that day", () => {
  const declared = [step("declared", "2026-10-21")];
  expect(keepingClock({ steps: declared, challengesUntil: "2026-10-28" })).toEqual({ from: "declared", on: "2026-10-28" });
  expect(keepingClock({ steps: [...declared, step("confirmed", "2026-11-20")], challengesUntil: "2026-10-28" })).toEqual({ from: "confirmed", on: "2026-11-20" });
  expect(keepingClock({ steps: [step("sealed", "2026-10-20")], challengesUntil: "2026-10-28" })).toBeNull();
  expect(fileKeptUntil({ from: "confirmed", on: "2024-02-29" })).toBe("2025-02-28");
  expect(keptInMonths).toBe(12);
});

test("papers are asked about once the file is destroyed, once, and only where there can be any", () => {
  const prepared = [step("poll-prepared", "2026-10-01"), step("confirmed", "2026-11-01")];
  const destroyed = [...prepared, step("file-destroyed", "2027-11-02")];
  expect(mayHavePapers({ method: "both", steps: prepared })).toBe(true);
  expect(mayHavePapers({ method: "online", steps: prepared })).toBe(false);
  expect(mayHavePapers({ method: "post", steps: [] })).toBe(false);
  expect(waitsForPapers({ method: "both", steps: prepared })).toBe(false);
  expect(waitsForPapers({ method: "both", steps: destroyed })).toBe(true);
  expect(waitsForPapers({ method: "online", steps: destroyed })).toBe(false);
  expect(waitsForPapers({ method: "both", steps: [...destroyed, step("papers-destroyed", "2027-11-05")] })).toBe(false);
});
