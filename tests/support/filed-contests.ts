// Any contest that a file can hold.
import fc from "fast-check";
import type { Ballot, Contest } from "#app/counting/contest.ts";

const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).map((text) => text.replace(/[\s\0]/g, " ")).filter((text) => text.trim() !== "");

/** Preferences of some of these candidates, with equal ranks and gaps in some. */
function anyBallot(candidates: number): fc.Arbitrary<Ballot> {
  const order = fc.shuffledSubarray(Array.from({ length: candidates }, (_, index) => index + 1));
  const plain = order.map((ranked): Ballot["preferences"] => ranked);
  const mixed = fc.tuple(order, fc.array(fc.nat(3), { minLength: candidates, maxLength: candidates })).map(([ranked, sizes]) => {
    const preferences: (number | number[])[] = [];
    const rest = [...ranked];
    for (const size of sizes) {
      const alike = rest.splice(0, size);
      if (alike.length === 0 && rest.length === 0) break;
      preferences.push(alike.length === 1 ? alike[0]! : alike);
    }
    return preferences;
  });
  return fc.record({ papers: fc.integer({ min: 1, max: 500 }), preferences: fc.oneof({ weight: 4, arbitrary: plain }, mixed) });
}

export function anyFiledContest({ most = 9 } = {}): fc.Arbitrary<Contest> {
  return fc.integer({ min: 1, max: most }).chain((candidates) =>
    fc.record({
      title: fc.oneof(name, fc.constant("")),
      candidates: fc.array(name, { minLength: candidates, maxLength: candidates }),
      seats: fc.integer({ min: 1, max: candidates }),
      withdrawn: fc.subarray(Array.from({ length: candidates }, (_, index) => index + 1), { maxLength: Math.floor(candidates / 3) }),
      ballots: fc.array(anyBallot(candidates), { maxLength: 30 }),
    }),
  );
}
