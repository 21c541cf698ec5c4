// Organisations with several delegates: which places are free, who keeps theirs where the roll is taken again, who names whom.
import fc from "fast-check";
import { expect, test } from "vitest";
import { delegatesBeside, freePlace, isSamePerson, mayNameDelegates, mostDelegates, placesKept, speaksForOrganisation } from "#app/elections/delegates.ts";
import { headAsTyped, readHead } from "#app/elections/head-form.ts";
import { beginningHead } from "#app/elections/election-form.ts";
import { electionStates } from "#app/elections/election.ts";
import { whyNotPrepared } from "#app/elections/preparing.ts";
import { inOrderOfNames, originOf } from "#app/elections/roll.ts";

const entry = (id: string, place: number | null, more: object = {}) => ({ id, memberId: "m1", name: "Ash", delegate: id, email: null, place, struckReason: null, ...more });

test("an election says how many delegates each organisation has, one to ten, and only where organisations vote", () => {
  const typed = headAsTyped(beginningHead({ en: "Two members" }, "2026-03-03"));
  const choices = { lines: [], chairs: [], parts: [] };
  expect(typed.delegates).toBe("1");
  expect(readHead({ ...typed, delegates: "" }, choices)).toMatchObject({ ok: true, value: { delegates: 1 } });
  expect(readHead({ ...typed, delegates: "4" }, choices)).toMatchObject({ ok: true, value: { delegates: 4 } });
  for (const wrong of ["0", "11", "2.5", "two"]) expect(readHead({ ...typed, delegates: wrong }, choices)).toMatchObject({ ok: false, problem: [{ field: "delegates" }] });
  expect(readHead({ ...typed, delegates: "2", electorate: "people" }, choices)).toMatchObject({ ok: false, problem: [{ field: "delegates", code: "delegates-organisations" }] });
});

test("the free place is the first that nobody is named for, and there is none once all are taken", () => {
  expect(freePlace([1, 3], 3)).toBe(2);
  expect(freePlace([2, 1, 3], 3)).toBeNull();
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: mostDelegates })), fc.integer({ min: 1, max: mostDelegates }), (taken, delegates) => {
      const place = freePlace(taken, delegates);
      if (place === null) expect(taken.filter((one) => one <= delegates)).toHaveLength(delegates);
      else expect([taken.includes(place), place >= 1 && place <= delegates]).toEqual([false, true]);
    }),
  );
});

test("an organisation is its member, or its name where it was entered by hand; whoever was struck off is none of its delegates", () => {
  const [first, second, struck, other] = [entry("b", 1), entry("a", 2), entry("c", 3, { struckReason: "left" }), entry("d", 1, { memberId: null, name: "Ash" })];
  const beside = delegatesBeside(second, [other, second, struck, first]);
  expect(beside.map(({ id }) => id)).toEqual(["b", "a"]);
  expect([speaksForOrganisation(first, beside), speaksForOrganisation(second, beside)]).toEqual([true, false]);
  expect(delegatesBeside({ memberId: null, name: "ASH" }, [first, other])).toEqual([other]);
});

test("one person is told by their address, or by their name where either has no address", () => {
  const [ann, annByPost, bob] = [{ delegate: "Ann", email: "ann@ash.example" }, { delegate: "ANN", email: null }, { delegate: "Ann", email: "bob@ash.example" }];
  expect([isSamePerson(ann, annByPost), isSamePerson(ann, bob), isSamePerson(annByPost, bob)]).toEqual([true, false, true]);
});

test("taken again, the network's delegates come first, the others move on, nobody is lost and no place is given twice", () => {
  const kept = placesKept([entry("third", 3), entry("named", 2), entry("struck", 1, { struckReason: "left" })], [entry("delegate", 1), entry("deputy", 2)]);
  expect(kept.map(({ id, place }) => `${id} ${place}`)).toEqual(["struck 1", "named 3", "third 4"]);
  const some = (prefix: string) => fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 8 }).map((places) => places.map((place) => entry(`${prefix}${place}`, place)));
  fc.assert(
    fc.property(some("staying"), some("given"), (staying, given) => {
      const all = [...given, ...placesKept(staying, given)];
      expect(new Set(all.map(({ id }) => id)).size).toBe(staying.length + given.length);
      expect(new Set(all.map(({ place }) => place)).size).toBe(all.length);
    }),
  );
});

test("on the roll delegates follow each other by their places; without places the order is as it was", () => {
  const ten = Array.from({ length: 10 }, (_, index) => entry(`p${10 - index}`, 10 - index));
  expect(inOrderOfNames(ten).map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(inOrderOfNames([entry("Zoe", null), entry("anna", null)]).map(({ id }) => id)).toEqual(["anna", "Zoe"]);
});

test("organisations name delegates from the notice until the poll is prepared", () => {
  const open = electionStates.filter((state) => mayNameDelegates({ delegates: 3, state, isPrepared: false }));
  expect(open).toEqual(["notice-published", "nominations-open", "nominations-closed", "candidates-confirmed"]);
  expect(electionStates.some((state) => mayNameDelegates({ delegates: 3, state, isPrepared: true }) || mayNameDelegates({ delegates: 1, state, isPrepared: false }))).toBe(false);
  expect(originOf({ memberId: "m1", addedReason: null, declaredAt: null, namedAt: new Date(0), email: null })).toBe("organisation");
});

test("a poll is not prepared while the roll is of another number of delegates, or somebody is one twice", () => {
  const asked = { state: "candidates-confirmed" as const, isPrepared: false, closesAt: new Date("2026-05-20T14:00:00Z"), standing: 6, conflicts: 0, delegates: 3, misplaced: 0 };
  const now = new Date("2026-05-01T10:00:00Z");
  expect(whyNotPrepared(asked, now)).toBeNull();
  expect(whyNotPrepared({ ...asked, misplaced: 1 }, now)).toBe("misplaced");
  expect(whyNotPrepared({ ...asked, conflicts: 1 }, now)).toBe("conflicts-delegates");
  expect(whyNotPrepared({ ...asked, conflicts: 1, delegates: 1 }, now)).toBe("conflicts");
});
