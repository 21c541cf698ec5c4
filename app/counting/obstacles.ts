// Why the places cannot be filled as the reserves ask, as facts: for whoever sets the reserves and for the close of nominations.
import { canBeFilled, type Standing } from "./constraints.ts";
import type { ReservedCategory, ReservedGroup } from "./contest.ts";

/** Each kind has its sentence in English (in-english.ts) and, for pages, `candidates:obstacle.<kind>`, by the same facts. */
export type Obstacle =
  /** Fewer candidates than places, whatever the reserves. */
  | { kind: "candidates"; candidates: number; seats: number }
  /** The group asks for more than it allows. */
  | { kind: "minimum-above-maximum"; category: string; group: string; min: number; max: number }
  /** The group asks for more than the candidates it has. */
  | { kind: "group-too-small"; category: string; group: string; min: number; candidates: number }
  /** More of the group are elected than it allows. */
  | { kind: "group-too-large"; category: string; group: string; max: number; elected: number }
  /** The groups of a category ask for more places than there are. */
  | { kind: "minimums-above-places"; category: string; least: number; seats: number }
  /** So many at most can be elected by what the groups of a category allow and who stands. */
  | { kind: "maximums-below-places"; category: string; most: number; seats: number }
  /** Each category could be kept by itself; these, of which none can be left out, cannot be kept at once. */
  | { kind: "together"; categories: string[] };

export type ObstacleKind = Obstacle["kind"];

/** Empty where the places can be filled. Those that lie in one group or category come first, and `together` only where there are none. */
export function obstaclesTo(standing: Standing): Obstacle[] {
  if (canBeFilled(standing)) return [];
  const standingCandidates = standing.candidates - new Set(standing.excluded).size;
  if (standingCandidates < standing.seats) return [{ kind: "candidates", candidates: standingCandidates, seats: standing.seats }];
  const alone = standing.categories.flatMap((category) => obstaclesIn(category, standing));
  return alone.length > 0 ? alone : [{ kind: "together", categories: clashing(standing).map(({ name }) => name) }];
}

function obstaclesIn({ name: category, groups }: ReservedCategory, { seats, candidates, elected, excluded }: Standing): Obstacle[] {
  const obstacles: Obstacle[] = [];
  const standingIn = ({ members }: ReservedGroup) => members.filter((candidate) => !excluded.includes(candidate)).length;
  const electedIn = ({ members }: ReservedGroup) => members.filter((candidate) => elected.includes(candidate)).length;
  for (const one of groups) {
    const { name: group, min, max } = one;
    if (min > max) obstacles.push({ kind: "minimum-above-maximum", category, group, min, max });
    if (standingIn(one) < min) obstacles.push({ kind: "group-too-small", category, group, min, candidates: standingIn(one) });
    if (electedIn(one) > max) obstacles.push({ kind: "group-too-large", category, group, max, elected: electedIn(one) });
  }
  if (obstacles.length > 0) return obstacles;

  const inAny = new Set(groups.flatMap(({ members }) => members));
  const isExcluded = new Set(excluded);
  let most = Array.from({ length: candidates }, (_, index) => index + 1).filter((one) => !inAny.has(one) && !isExcluded.has(one)).length;
  let least = elected.filter((candidate) => !inAny.has(candidate)).length;
  for (const one of groups) {
    least += Math.max(one.min, electedIn(one));
    most += Math.min(one.max, standingIn(one));
  }
  if (least > seats) return [{ kind: "minimums-above-places", category, least, seats }];
  return most < seats ? [{ kind: "maximums-below-places", category, most, seats }] : [];
}

/** Categories that cannot be kept at once, though they could without any one of them. */
function clashing(standing: Standing): readonly ReservedCategory[] {
  let categories = standing.categories;
  for (const category of standing.categories) {
    const others = categories.filter((one) => one !== category);
    if (!canBeFilled({ ...standing, categories: others })) categories = others;
  }
  return categories;
}
