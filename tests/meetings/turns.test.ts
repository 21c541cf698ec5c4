// Who of a pool takes its places at a meeting.
import fc from "fast-check";
import { expect, test } from "vitest";
import { inTurn, sittingAt, turnsBy, type InPool } from "#app/meetings/turns.ts";

const one = (appointmentId: string, seat: number, lastOn: string | null = null, isAway = false): InPool => ({ appointmentId, seat, lastOn, isAway });

test("whoever came least lately comes first, whoever never came before all, and of those alike whoever was elected first", () => {
  const pool = [one("late", 1, "2026-05-01"), one("never-second", 4), one("early", 2, "2026-03-01"), one("never-first", 3), one("early-too", 5, "2026-03-01")];
  expect(inTurn(pool).map(({ appointmentId }) => appointmentId)).toEqual(["never-first", "never-second", "early", "early-too", "late"]);
  expect(turnsBy(pool, 2)).toEqual(["never-first", "never-second"]);
});

test("whoever sent apologies is not named, and keeps their turn", () => {
  const pool = [one("away", 1, null, true), one("next", 2, "2026-01-01")];
  expect(turnsBy(pool, 1)).toEqual(["next"]);
  expect(turnsBy(pool, 2)).toEqual(["next"]);
  expect(turnsBy([one("away", 1, null), one("next", 2, "2026-02-01")], 1)).toEqual(["away"]);
});

const pools = fc.uniqueArray(fc.record({ appointmentId: fc.string({ minLength: 1, maxLength: 4 }), seat: fc.integer({ min: 1, max: 15 }), lastOn: fc.option(fc.constantFrom("2026-01-05", "2026-02-05", "2026-03-05")), isAway: fc.boolean() }), { selector: ({ appointmentId }) => appointmentId, maxLength: 15 });

test("however the pool is listed the same are named, as many as there are places and people who can come", () => {
  fc.assert(
    fc.property(pools, fc.integer({ min: 1, max: 8 }), (pool, places) => {
      const named = turnsBy(pool, places);
      expect(turnsBy([...pool].reverse(), places)).toEqual(named);
      expect(named).toHaveLength(Math.min(places, pool.filter(({ isAway }) => !isAway).length));
    }),
  );
});

test("nobody waits longer for their turn than the pool takes to come round", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 30 }), (people, places, meetings) => {
      const last = new Map<string, number>();
      const round = Math.ceil(people / places);
      for (let meeting = 1; meeting <= meetings; meeting += 1) {
        const dayOf = (id: string) => (last.has(id) ? `2026-${String(last.get(id)).padStart(3, "0")}` : null);
        for (const id of turnsBy(Array.from({ length: people }, (_, index) => one(`p${index}`, index + 1, dayOf(`p${index}`))), places)) last.set(id, meeting);
        for (let index = 0; index < people; index += 1) expect(meeting - (last.get(`p${index}`) ?? 0)).toBeLessThan(round + (last.has(`p${index}`) ? 0 : 1));
      }
    }),
  );
});

test("at a meeting of a pool only those sit who were named, where anybody was; others sit as ever", () => {
  const sits = (id: string, lineId: string, basis = "pool") => ({ id, lineId, line: { basis } });
  const members = [sits("fixed", "f", "fixed"), sits("a", "p"), sits("b", "p"), sits("c", "q")];
  expect(sittingAt(members, new Set()).map(({ id }) => id)).toEqual(["fixed", "a", "b", "c"]);
  expect(sittingAt(members, new Set(["b"])).map(({ id }) => id)).toEqual(["fixed", "b", "c"]);
});
