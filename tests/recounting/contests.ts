// Random contests in which everything happens that seldom happens: ties, blank and spoilt papers, withdrawn candidates, reserves that bind.
import fc from "fast-check";
import type { Ballot, Candidate, Contest, Preference, ReservedCategory, Terms } from "#app/counting/contest.ts";

type Case = { contest: Contest; terms: Terms };

/** An order of the candidates, all of them. */
function ordered(candidates: number): fc.Arbitrary<Candidate[]> {
  const all = Array.from({ length: candidates }, (_, at) => at + 1);
  return fc.shuffledSubarray(all, { minLength: candidates });
}

/** How papers are filled in: by many with care, by few with care, so that votes are often the same, or with every mistake there is. */
type Voters = keyof typeof voters;

const voters = { many: { papers: 25, kinds: 20 }, few: { papers: 2, kinds: 14 }, careless: { papers: 9, kinds: 14 } };

/** Many preferences on one paper; or few of them, some alike and some left out. */
function preferencesOf(candidates: number, who: Voters): fc.Arbitrary<Preference[]> {
  if (who !== "careless") return fc.tuple(ordered(candidates), fc.integer({ min: 2, max: candidates })).map(([order, many]) => order.slice(0, many));
  const marks = fc.array(fc.constantFrom("", "", "", "", "", "", "", "", "alike", "left out"), { minLength: candidates, maxLength: candidates });
  return fc.tuple(ordered(candidates), marks, fc.nat(candidates)).map(([order, mark, many]) => {
    const ranks: Candidate[][] = [];
    for (const [at, candidate] of order.slice(0, many).entries()) {
      if (mark[at] === "alike" && ranks.at(-1)?.length) ranks.at(-1)!.push(candidate);
      else ranks.push([candidate]);
      if (mark[at] === "left out") ranks.push([]);
    }
    return ranks.map((rank) => (rank.length === 1 ? rank[0]! : rank));
  });
}

/** A category whose limits leave room for these winners, or, where there are none, any limits at all. */
function categoryOf(candidates: number, winners: readonly Candidate[] | null): fc.Arbitrary<ReservedCategory> {
  return fc.integer({ min: 1, max: 3 }).chain((groups) => {
    // whoever is at the place after the last group is in none
    const places = fc.array(fc.nat(groups), { minLength: candidates, maxLength: candidates });
    const limits = fc.array(fc.tuple(fc.constantFrom(0, 0, 1, 2), fc.nat(3)), { minLength: groups, maxLength: groups });
    return fc.record({ places, limits }).map(({ places, limits }) => ({
      name: "category",
      groups: limits.map(([below, above], group) => {
        const members = places.flatMap((place, at) => (place === group ? [at + 1] : []));
        const [min, max] = winners === null ? [below, below + above] : room(members, winners, below, above);
        return { name: `group ${group}`, min, max, members };
      }),
    }));
  });
}

/** Limits around the number of these winners in a group. */
function room(members: readonly Candidate[], winners: readonly Candidate[], below: number, above: number): [number, number] {
  const among = members.filter((member) => winners.includes(member)).length;
  return [Math.max(0, among - below), among + above];
}

function ballotsOf(candidates: number): fc.Arbitrary<Ballot[]> {
  const kinds = (Object.keys(voters) as Voters[]).map((who) => {
    const ballot = fc.record<Ballot>({ papers: fc.integer({ min: 1, max: voters[who].papers }), preferences: preferencesOf(candidates, who) });
    return fc.array(ballot, { maxLength: voters[who].kinds, size: "max" });
  });
  return fc.oneof(...kinds);
}

/** Contests of up to eight candidates and four places, without reserves or with up to three categories. */
export function cases({ reserves }: { reserves: boolean }): fc.Arbitrary<Case> {
  return fc.tuple(fc.oneof(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 5, max: 8 })), fc.integer({ min: 1, max: 4 })).chain(([candidates, seats]) => {
    const order = ordered(candidates);
    const few = fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.subarray(Array.from({ length: candidates }, (_, at) => at + 1), { maxLength: 2 }) });
    const contest = fc.record<Contest>({
      title: fc.constant("A contest"),
      candidates: fc.constant(Array.from({ length: candidates }, (_, at) => `Candidate ${at + 1}`)),
      seats: fc.constant(seats),
      withdrawn: few,
      ballots: ballotsOf(candidates),
    });
    const whose = fc.constantFrom<Whose>("anybody's", "anybody's", "the weakest's", "the weakest's", "nobody's");
    return fc.tuple(contest, order, order, whose).chain(([contest, lots, winners, whose]) => {
      const reserved = reserves ? fc.array(categoryOf(candidates, winnersOf(contest, winners, whose)), { minLength: 1, maxLength: 3 }) : fc.constant([]);
      return reserved.map((categories) => ({ contest, terms: { lots, reserved: categories } }));
    });
  });
}

/** Contests of many candidates and long papers, in which most of what the rules know comes to pass; half of them with reserves. */
export function largeCases(): fc.Arbitrary<Case> {
  return fc.tuple(fc.integer({ min: 8, max: 20 }), fc.integer({ min: 2, max: 9 })).chain(([candidates, seats]) => {
    const papers = fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 60 }));
    const preferences = fc.tuple(ordered(candidates), fc.integer({ min: 1, max: candidates })).map(([order, many]) => order.slice(0, many));
    const contest = fc.record<Contest>({
      title: fc.constant("A large contest"),
      candidates: fc.constant(Array.from({ length: candidates }, (_, at) => `Candidate ${at + 1}`)),
      seats: fc.constant(seats),
      withdrawn: fc.constant([]),
      ballots: fc.array(fc.record<Ballot>({ papers, preferences }), { minLength: 5, maxLength: 120, size: "max" }),
    });
    return fc.tuple(contest, ordered(candidates), fc.boolean()).chain(([contest, lots, reserves]) => {
      return (reserves ? reservesIn(contest) : fc.constant([])).map((reserved) => ({ contest, terms: { lots, reserved } }));
    });
  });
}

/** Reserves of such a contest that can be kept, though mostly not without passing somebody over. */
export function reservesIn(contest: Contest): fc.Arbitrary<ReservedCategory[]> {
  const candidates = contest.candidates.length;
  const whose = fc.constantFrom<Whose>("anybody's", "the weakest's");
  return fc.tuple(ordered(candidates), whose).chain(([order, whose]) => {
    return fc.array(categoryOf(candidates, winnersOf(contest, order, whose)), { minLength: 1, maxLength: 3 });
  });
}

/** Whose election the reserves leave room for. */
type Whose = "anybody's" | "the weakest's" | "nobody's";

function winnersOf(contest: Contest, order: readonly Candidate[], whose: Whose): Candidate[] | null {
  const standing = order.filter((candidate) => !contest.withdrawn.includes(candidate));
  if (whose === "the weakest's") standing.sort((a, b) => firsts(contest, a) - firsts(contest, b));
  return whose === "nobody's" ? null : standing.slice(0, contest.seats);
}

/** Papers that name this candidate first, so that reserves can be kept for those whom votes alone would not elect. */
function firsts({ ballots }: Contest, candidate: Candidate): number {
  return ballots.filter(({ preferences }) => preferences[0] === candidate).reduce((sum, { papers }) => sum + papers, 0);
}
