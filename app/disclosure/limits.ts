// What may be asked for at all: who compares many tables of the same people finds single persons, so that tables come from a
// fixed set, and what is asked for beyond it is of two variables at most, in an area of some size.

const mostVariables = 2;
/** An area must have more people than this. */
const leastPopulation = 1000;

export type AskedTable = {
  /** The names of its variables, the area not among them. */
  variables: readonly string[];
  /** The area it is confined to or broken down by; none for the whole. */
  area?: { population: number | null };
};

/** Why a table may not be published; null where it may. A fixed table is one that was chosen for everybody beforehand. */
export function problemOf({ variables, area }: AskedTable, fixed: readonly (readonly string[])[]): "too-many-variables" | "area-too-small" | null {
  const asked = [...new Set(variables)].sort().join("\u0000");
  const isFixed = fixed.some((one) => [...new Set(one)].sort().join("\u0000") === asked);
  if (isFixed) return null;
  if (area && (area.population === null || area.population <= leastPopulation)) return "area-too-small";
  return new Set(variables).size > mostVariables ? "too-many-variables" : null;
}
