// States of a count with reserves, from a file, and who is guarded and who doomed in each.
import { guardsOf, type Standing } from "./constraints.ts";
import type { ReservedCategory } from "./contest.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";

export type GuardState = Standing & { name: string };

/** The states of a JSON file shaped like `constraints/oracle_open.json`, or one sentence about what is wrong. */
export function readGuardStates(json: unknown): Result<GuardState[], string> {
  if (!Array.isArray(json)) return fail("The file is not a list of states in [ ].");
  const states: GuardState[] = [];
  for (const [index, state] of json.entries()) {
    const read = stateOf(state);
    if (typeof read === "string") return fail(`State ${index + 1} of the list: ${read}.`);
    states.push(read);
  }
  return succeed(states);
}

/** One line: `guarded` and `doomed` are null where the places cannot be filled. */
export function guardLine(state: GuardState): string {
  const { feasible, guarded, doomed } = guardsOf(state);
  return JSON.stringify({ name: state.name, feasible, guarded: feasible ? guarded : null, doomed: feasible ? doomed : null });
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function stateOf(state: unknown): GuardState | string {
  if (!isObject(state)) return "it is not an object in { }";
  const { name, candidates, seats, categories, elected = [], excluded = [] } = state;
  if (typeof name !== "string") return "its name is missing";
  if (!isWhole(candidates) || !isWhole(seats)) return "candidates and seats are not both whole numbers";
  if (!isObject(categories)) return "its categories are not an object in { }";
  const areCandidates = (list: unknown): list is number[] => Array.isArray(list) && list.every((one) => isWhole(one) && one >= 1 && one <= candidates);
  if (!areCandidates(elected) || !areCandidates(excluded)) return `elected and excluded are not both lists of candidates from 1 to ${candidates}`;
  const read: ReservedCategory[] = [];
  for (const [category, groups] of Object.entries(categories)) {
    if (!isObject(groups)) return `its category “${category}” is not an object in { }`;
    const inCategory = Object.entries(groups).map(([group, bounds]) => ({ group, bounds }));
    for (const { group, bounds } of inCategory) {
      if (!isObject(bounds) || !isWhole(bounds.min) || !isWhole(bounds.max) || !areCandidates(bounds.members)) {
        return `the group “${group}” of “${category}” has no min, max and members as numbers`;
      }
    }
    read.push({
      name: category,
      groups: inCategory.map(({ group, bounds }) => ({ name: group, ...(bounds as { min: number; max: number; members: number[] }) })),
    });
  }
  return { name, candidates, seats, categories: read, elected, excluded };
}
