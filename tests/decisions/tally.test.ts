import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isUnanimous, outcomeOf, readHands, tallyOf, tookPart, voices, type Tally } from "#app/decisions/tally.ts";

const tally = (part: Partial<Tally>): Tally => ({ for: 0, against: 0, abstain: 0, aside: 0, silent: 0, entitled: 8, ...part });
const group = { isFull: false, cameBack: false, isAdvisory: false, unanimity: { abstentionsCount: true } };
const full = { ...group, isFull: true, unanimity: null };

const seats = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 12 });
const ballot = fc.record({ appointmentId: fc.string({ minLength: 1, maxLength: 3 }), voice: fc.constantFrom(...voices) });

describe("counting", () => {
  test("every seat that votes is counted once, whatever else is written down", () => {
    fc.assert(
      fc.property(seats, fc.array(ballot), fc.array(fc.string({ minLength: 1, maxLength: 3 })), (entitled, votes, aside) => {
        const counted = tallyOf({ entitled, votes, aside });
        expect(tookPart(counted) + counted.aside + counted.silent).toBe(counted.entitled);
        expect(counted.entitled).toBe(entitled.length);
        expect(counted.aside).toBe(entitled.filter((seat) => aside.includes(seat)).length);
      }),
    );
  });

  test("an observer's vote is none, nor is that of somebody who stepped aside", () => {
    const votes = [
      { appointmentId: "cvs", voice: "for" as const },
      { appointmentId: "observer", voice: "against" as const },
      { appointmentId: "police", voice: "against" as const },
    ];
    expect(tallyOf({ entitled: ["cvs", "police", "college"], votes, aside: ["police"] })).toEqual(tally({ for: 1, aside: 1, silent: 1, entitled: 3 }));
  });
});

test("hands counted at a conference are a vote of those who raised one", () => {
  expect(readHands({ for: " 61", against: "4", abstain: "0" })).toEqual(tally({ for: 61, against: 4, entitled: 65 }));
  expect(readHands({ for: "61", against: "", abstain: "0" })).toBeNull();
  expect(readHands({ for: "-1", against: "0", abstain: "0" })).toBeNull();
});

describe("what a vote comes to [SG03]", () => {
  test("what all are for is agreed, and what all are against is turned down", () => {
    expect(outcomeOf(tally({ for: 8 }), group)).toBe("agreed");
    expect(outcomeOf(tally({ against: 8 }), group)).toBe("rejected");
    expect(outcomeOf(tally({ for: 3, silent: 5 }), group)).toBe("agreed");
  });

  test("one against, or one who abstains, sends it back to the full partnership", () => {
    expect(outcomeOf(tally({ for: 7, against: 1 }), group)).toBe("referred");
    expect(outcomeOf(tally({ for: 7, abstain: 1 }), group)).toBe("referred");
    expect(outcomeOf(tally({ for: 7, abstain: 1 }), { ...group, unanimity: { abstentionsCount: false } })).toBe("agreed");
    expect(outcomeOf(tally({ abstain: 8 }), group)).toBe("referred");
  });

  test("whoever stepped aside keeps nothing from being unanimous", () => {
    expect(outcomeOf(tally({ for: 7, aside: 1 }), group)).toBe("agreed");
  });

  test("a group without the safeguard decides by majority, and one that advises decides nothing", () => {
    expect(outcomeOf(tally({ for: 5, against: 3 }), { ...group, unanimity: null })).toBe("agreed");
    expect(outcomeOf(tally({ for: 8 }), { ...group, isAdvisory: true })).toBe("referred");
  });

  test("in the full partnership the majority decides, and a tie carries nothing", () => {
    expect(outcomeOf(tally({ for: 5, against: 3 }), full)).toBe("agreed");
    expect(outcomeOf(tally({ for: 5, against: 3 }), { ...full, cameBack: true })).toBe("full-partnership-agreed");
    expect(outcomeOf(tally({ for: 4, against: 4 }), { ...full, cameBack: true })).toBe("rejected");
  });

  test("no group with the safeguard agrees what anybody was against", () => {
    const votes = fc.record({ for: fc.nat(20), against: fc.nat(20), abstain: fc.nat(20) });
    fc.assert(
      fc.property(votes, fc.boolean(), (said, abstentionsCount) => {
        const outcome = outcomeOf(tally(said), { ...group, unanimity: { abstentionsCount } });
        if (outcome === "agreed") expect(said.against).toBe(0);
        if (isUnanimous(tally(said), abstentionsCount)) expect(outcome).not.toBe("referred");
      }),
    );
  });
});
