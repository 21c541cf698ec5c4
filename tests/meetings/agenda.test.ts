// The order of an agenda, what is decided there, and what attendance makes of promises.
import fc from "fast-check";
import { expect, test } from "vitest";
import { beginnings, inOrder, isForDecision, itemKinds, itemProblems, lengthOf } from "#app/meetings/agenda.ts";
import { countAttendance, countSaid, isQuorate, type Came, type Said } from "#app/meetings/attendance.ts";
import { isChangeable, stateOf } from "#app/meetings/meeting.ts";

test("emergencies stand behind what was planned, and any other business last", () => {
  const items = [
    { id: "a", kind: "any-other-business" as const, position: 1 },
    { id: "b", kind: "emergency" as const, position: 1 },
    { id: "c", kind: "item" as const, position: 2 },
    { id: "d", kind: "item" as const, position: 1 },
  ];
  expect(inOrder(items).map(({ id }) => id)).toEqual(["d", "c", "b", "a"]);
  const some = fc.array(fc.record({ id: fc.uuid(), kind: fc.constantFrom(...itemKinds), position: fc.nat(20) }), { maxLength: 12 });
  fc.assert(fc.property(some, (any) => void expect(inOrder([...any].reverse())).toEqual(inOrder(any))));
});

test("nothing is decided under any other business, and an emergency says why it could not wait", () => {
  expect(isForDecision({ kind: "any-other-business", purpose: "decide" })).toBe(false);
  expect(isForDecision({ kind: "emergency", purpose: "decide" })).toBe(true);
  const codes = (kind: "item" | "emergency" | "any-other-business", justification = {}) =>
    itemProblems({ kind, purpose: "decide", title: { en: "Flood" }, justification }).map(({ code }) => code);
  expect([codes("item"), codes("emergency"), codes("emergency", { cy: "Y glaw" }), codes("any-other-business")]).toEqual([[], ["justification-missing"], [], ["decides-nothing"]]);
});

test("an item begins once those before it are over; after one whose length nobody has said, none has a beginning", () => {
  const items = [{ lengthInMinutes: 5 }, { lengthInMinutes: 20 }, { lengthInMinutes: null }, { lengthInMinutes: 10 }];
  expect(beginnings(items)).toEqual([0, 5, 25, null]);
  expect([lengthOf(items), lengthOf(items.slice(0, 2))]).toEqual([null, 25]);
});

const row = (came: Came | null, said: Said | null = null) => ({ came, said, role: "member" as const });

test("what was said beforehand is counted with those who said nothing, of all who sit there", () => {
  expect(countSaid([{ said: "coming" }, { said: "coming" }, { said: "apologies" }, { said: null }])).toEqual({ coming: 2, apologies: 1, substitute: 0, silent: 1, of: 4 });
  expect(countSaid([])).toMatchObject({ silent: 0, of: 0 });
});

test("attendance counts who came, in whose stead, with apologies and without, and what nobody wrote down", () => {
  const rows = [row("here"), row("online", "apologies"), row("substitute"), row("absent", "apologies"), row("absent", "coming"), row(null)];
  expect(countAttendance(rows)).toEqual({ meetings: 6, came: 2, substituted: 1, apologies: 1, absent: 1, unwritten: 1 });
  expect([isQuorate(3, rows), isQuorate(4, rows), isQuorate(null, rows)]).toEqual([true, false, null]);
});

test("a meeting is planned, called, going on and held by its dates, and changed until it begins", () => {
  const meeting = { startsAt: new Date("2026-11-26T18:00:00Z"), endsAt: new Date("2026-11-26T20:00:00Z"), calledAt: null as Date | null, cancelledAt: null as Date | null };
  const at = (time: string, change = {}) => stateOf({ ...meeting, ...change }, new Date(time));
  const called = { calledAt: new Date("2026-11-18T10:00:00Z") };
  expect([at("2026-11-01T00:00:00Z"), at("2026-11-20T00:00:00Z", called), at("2026-11-26T18:00:00Z", called), at("2026-11-26T20:00:00Z")]).toEqual(["planned", "called", "going-on", "held"]);
  expect(at("2026-11-20T00:00:00Z", { ...called, cancelledAt: called.calledAt })).toBe("cancelled");
  expect([isChangeable(meeting, new Date("2026-11-26T17:59:00Z")), isChangeable(meeting, new Date("2026-11-26T18:00:00Z"))]).toEqual([true, false]);
});
