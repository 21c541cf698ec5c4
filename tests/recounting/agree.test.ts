// Two counters, written apart, say the same of every contest.
import { readFileSync, readdirSync } from "node:fs";
import { dirname } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countApproval } from "#app/counting/approval.ts";
import { readBlt } from "#app/counting/blt.ts";
import { Infeasible, ruleSets, type Contest, type RuleSet, type Terms } from "#app/counting/contest.ts";
import { countErs97 } from "#app/counting/ers97.ts";
import { countMeek } from "#app/counting/meek.ts";
import { countBlock, countFptp } from "#app/counting/plurality.ts";
import { countScottish } from "#app/counting/scottish.ts";
import type { Counter, Sheet } from "#app/counting/sheet.ts";
import { recount, sameSheet } from "#app/recounting/recount.ts";
import { sharedFile } from "#tests/support/shared-files.ts";
import { cases, largeCases, reservesIn } from "./contests.ts";

const counters: Record<RuleSet, Counter> = {
  ...{ fptp: countFptp, block: countBlock, approval: countApproval },
  ...{ scottish: countScottish, ers97: countErs97, "meek-nz": countMeek },
};

/** How many random contests of each kind: enough to tell soon that the counters part. More were counted when they were written. */
const runs = Number(process.env.AGREE_RUNS ?? 200);

/** The sheet, or null where the reserves cannot be kept. */
function sheetOrNone(count: () => Sheet): Sheet | null {
  try {
    return count();
  } catch (refused) {
    if (refused instanceof Infeasible) return null;
    throw refused;
  }
}

function expectAgreement(rules: RuleSet, contest: Contest, terms: Terms): void {
  const [first, second] = [sheetOrNone(() => counters[rules](contest, terms)), sheetOrNone(() => recount(rules, contest, terms))];
  if (first !== null && second !== null) expect(sameSheet(first, second)).toBeNull();
  expect(JSON.stringify(second)).toBe(JSON.stringify(first));
}

describe.each(ruleSets)("Both counters by the rules %s", (rules) => {
  it("print the same sheet", () => {
    fc.assert(fc.property(cases({ reserves: false }), ({ contest, terms }) => expectAgreement(rules, contest, terms)), { numRuns: runs });
  });

  it("print the same sheet where places are reserved", () => {
    fc.assert(fc.property(cases({ reserves: true }), ({ contest, terms }) => expectAgreement(rules, contest, terms)), { numRuns: runs });
  });

  it("print the same sheet of large contests", () => {
    // as it is found, because making one of these smaller takes minutes
    const asFound = { numRuns: Math.ceil(runs / 4), endOnFailure: true };
    fc.assert(fc.property(largeCases(), ({ contest, terms }) => expectAgreement(rules, contest, terms)), asFound);
  });
});

describe.skipIf(sharedFile("elections") === null)("Both counters of real ballots (shared data; skipped where it is absent)", () => {
  const real = readdirSync(sharedFile("elections") ?? ".", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith("ballots.blt"))
    .map((name) => ({ name: dirname(name), contest: contestOf(name) }));

  it.each(real)("print the same sheets of $name", ({ contest }) => {
    const lots = contest.candidates.map((_, at) => at + 1);
    const reserved = fc.sample(reservesIn(contest), { numRuns: 1, seed: 1 })[0]!;
    for (const rules of ruleSets) {
      expectAgreement(rules, contest, { lots, reserved: [] });
      expectAgreement(rules, contest, { lots, reserved });
    }
  });
});

function contestOf(name: string): Contest {
  const contest = readBlt(readFileSync(sharedFile(`elections/${name}`)!, "utf8"));
  if (!contest.ok) throw new Error(`${name}: ${JSON.stringify(contest.problem)}`);
  return contest.value;
}
