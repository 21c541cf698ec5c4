// What is counted once candidates are known: how many places, and which are kept for whom. A place that is kept for a group of which
// too few stand stays empty; it is never filled by somebody who does not qualify. [D5]
import { canBeFilled } from "#app/counting/constraints.ts";
import type { ReservedCategory } from "#app/counting/contest.ts";
import { obstaclesTo, type Obstacle } from "#app/counting/obstacles.ts";
import { defaultLanguage, textIn, type Language } from "#app/shared/languages.ts";
import type { Reserve } from "./election.ts";

/** Somebody who stands: their number on the ballot paper, from 1 without gaps, and the group of each category they say they belong to. */
export type Contender = { number: number; groups: Readonly<Record<string, string>> };

/** Places of a group that stay empty, by the ids of category and group. */
export type VacantPlaces = { category: string; group: string; places: number };

export type ContestTerms = {
  /** Places that are filled by the count; as many stand as this or more. */
  places: number;
  /** Minimums are lowered by the places that stay empty. */
  reserved: ReservedCategory[];
  vacant: VacantPlaces[];
  /** Places that stay empty in all, for want of candidates or of candidates who qualify. */
  empty: number;
  /** Why the places cannot all be filled as announced; empty where they can. */
  obstacles: Obstacle[];
};

type Announced = { seats: number; reserves: readonly Reserve[] };

/** The terms of an election for those who stand. As few places stay empty as the reserves allow. */
export function contestOf({ seats, reserves }: Announced, candidates: readonly Contender[], language: Language = defaultLanguage): ContestTerms {
  const asked = reserves.map((reserve) => categoryOf(reserve, candidates, seats, language));
  const standing = (places: number, categories: readonly ReservedCategory[]) => ({ candidates: candidates.length, seats: places, categories, elected: [], excluded: [] });
  const obstacles = obstaclesTo(standing(seats, asked));
  for (let empty = Math.max(0, seats - candidates.length); empty <= seats; empty++) {
    // because where no place is left nobody qualifies for any, whatever the minimums add up to
    const most = empty === seats ? Infinity : empty;
    // where that much lowering of each by itself is not enough, none that adds up to it is
    const each = asked.map(({ groups }) => groups.map(({ min }) => Math.min(min, most)));
    if (!canBeFilled(standing(seats - empty, lowered(asked, each)))) continue;
    for (const lowering of loweringsOf(asked, most)) {
      const reserved = lowered(asked, lowering);
      if (!canBeFilled(standing(seats - empty, reserved))) continue;
      const vacant = reserves.flatMap(({ id, groups }, category) =>
        groups.flatMap((group, index): VacantPlaces[] => {
          const places = lowering[category]![index]!;
          return places > 0 ? [{ category: id, group: group.id, places }] : [];
        }),
      );
      return { places: seats - empty, reserved, vacant, empty, obstacles };
    }
  }
  throw new Error("No place can always be left empty");
}

/** The reserves of an election as they were announced, for a count that takes them as they are. */
export function reservedOf({ seats, reserves }: Announced, candidates: readonly Contender[], language: Language = defaultLanguage): ReservedCategory[] {
  return reserves.map((reserve) => categoryOf(reserve, candidates, seats, language));
}

function categoryOf({ id, name, groups }: Reserve, candidates: readonly Contender[], seats: number, language: Language): ReservedCategory {
  return {
    name: textIn(name, language).text,
    groups: groups.map((group) => ({
      ...{ name: textIn(group.name, language).text, min: group.least, max: group.most ?? seats },
      members: candidates.filter(({ groups: own }) => own[id] === group.id).map(({ number }) => number).sort((a, b) => a - b),
    })),
  };
}

function lowered(categories: readonly ReservedCategory[], by: readonly (readonly number[])[]): ReservedCategory[] {
  return categories.map(({ name, groups }, category) => ({ name, groups: groups.map((group, index) => ({ ...group, min: group.min - by[category]![index]! })) }));
}

/** Every way of lowering minimums by at most so many in each category, the least lowering first; by no less than a group lacks. */
function loweringsOf(categories: readonly ReservedCategory[], most: number): number[][][] {
  let ways: number[][][] = [[]];
  for (const { groups } of categories) {
    let own: number[][] = [[]];
    for (const { min, members } of groups) {
      const lacking = Math.max(0, min - members.length);
      const choices = Array.from({ length: Math.max(0, min) - lacking + 1 }, (_, more) => lacking + more);
      own = own.flatMap((way) => choices.map((choice) => [...way, choice])).filter((way) => sum(way) <= most);
    }
    ways = ways.flatMap((way) => own.map((one) => [...way, one]));
  }
  return ways.sort((one, other) => sum(one.flat()) - sum(other.flat()));
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
