import { expect, test } from "vitest";
import { isTraced, latest, seatsToElect, type ElectedSeat, type SeatElection } from "#app/bodies/seat-election.ts";

const election = (id: string, wanted: Partial<SeatElection> = {}): SeatElection => ({ id, title: { en: id }, lineId: "groups", seats: 1, termStartsOn: "2027-04-01", seat: null, ...wanted });
const seat = (number: number, heldUntil: string | null, line: Partial<ElectedSeat["line"]> = {}): ElectedSeat => ({ line: { id: "groups", basis: "elected", ...line }, seat: number, heldUntil });
const said = (seats: readonly ElectedSeat[], elections: readonly SeatElection[]) => [...seatsToElect(seats, elections)].map(([key, { id }]) => `${key}: ${id}`);

test("an election fills the first seats that are free on the first day of its term, and no others", () => {
  const seats = [seat(1, "2028-03-31"), seat(3, null), seat(2, "2027-03-31"), seat(4, null), seat(5, "2027-04-01")];
  expect(said(seats, [election("spring", { seats: 2 })])).toEqual(["groups 2: spring", "groups 3: spring"]);
  expect(said(seats, [election("spring", { lineId: "faith" })])).toEqual([]);
  expect(said(seats, [election("for one seat", { seat: 4 })])).toEqual(["groups 4: for one seat"]);
});

test("of two elections the one whose term begins first fills first, and no seat is promised twice", () => {
  expect(said([seat(1, null), seat(2, null), seat(3, "2029-03-31")], [election("later", { seats: 3, termStartsOn: "2028-04-01" }), election("spring")])).toEqual(["groups 1: spring", "groups 2: later"]);
});

test("seats that were agreed anew since are still those of the election; a pool has none of its own", () => {
  expect(said([seat(1, null, { id: "groups-now", fromId: "groups" })], [election("spring")])).toEqual(["groups-now 1: spring"]);
  expect(said([seat(1, null, { basis: "pool" })], [election("spring")])).toEqual([]);
});

test("whoever is chosen already and is yet to begin has the seat until their own last day", () => {
  expect([latest(null, undefined), latest("2027-03-31", undefined), latest(null, "2028-03-31"), latest("2027-03-31", "2030-03-31")]).toEqual([null, "2027-03-31", "2028-03-31", "2030-03-31"]);
});

test("a place of a sector is traced to its election, or to whoever named its holder", () => {
  const chosen = (chosenHow: Parameters<typeof isTraced>[0]["chosenHow"], chosenBy = "", electionId: string | null = null) => isTraced({ chosenHow, chosenBy, electionId });
  expect([chosen("elected", "The spring meeting"), chosen("elected", "", "spring"), chosen("nominated", " "), chosen("nominated", "By letter"), chosen("co-opted"), chosen("ex-officio"), chosen("founding")]).toEqual([false, true, false, true, false, true, true]);
});
