// Where the structure doubles itself or leaves a gap: bodies of the same people, theme and area, organisations whose areas do
// not match those of the bodies they sit on, themes that no body looks after. [A1.3, A1.8, A1.15]

export type ComparedBody = {
  id: string;
  parentId: string | null;
  themes: readonly string[];
  crossCutting: readonly string[];
  /** None where it is about the whole of the partnership's area. */
  areaCodes: readonly string[];
  /** Who sits there, and the organisations that belong there, each told apart from all others. */
  people: ReadonlySet<string>;
};

export type Overlap = {
  one: string;
  other: string;
  /** Who sits on both, of those on the smaller. */
  people: number;
  ofPeople: number;
  themes: string[];
  /** The areas both are about; null where one of them is about the whole. */
  areas: string[] | null;
};

// Local policy: two or more who are at least half of the smaller body.
const leastPeople = 2;

/**
 * Bodies that may be doing the same: at least half of the smaller sits on both, or both have a theme and an area in common. A
 * body and those above it are not compared, because those above are made of those below. Most people first.
 */
export function overlapsOf(bodies: readonly ComparedBody[]): Overlap[] {
  const above = new Map(bodies.map((body) => [body.id, aboveOf(body, bodies)]));
  const found = bodies.flatMap((one, index) =>
    bodies.slice(index + 1).flatMap((other): Overlap[] => {
      if (above.get(one.id)?.has(other.id) || above.get(other.id)?.has(one.id)) return [];
      const overlap = compare(one, other);
      const isSamePeople = overlap.people >= leastPeople && overlap.people * 2 >= overlap.ofPeople;
      const isSameWork = overlap.themes.length > 0 && (overlap.areas === null || overlap.areas.length > 0);
      return isSamePeople || isSameWork ? [overlap] : [];
    }),
  );
  return found.sort((a, b) => b.people - a.people || b.themes.length - a.themes.length);
}

function compare(one: ComparedBody, other: ComparedBody): Overlap {
  const people = [...one.people].filter((person) => other.people.has(person)).length;
  const isWhole = one.areaCodes.length === 0 || other.areaCodes.length === 0;
  return {
    ...{ one: one.id, other: other.id, people, ofPeople: Math.min(one.people.size, other.people.size) },
    themes: one.themes.filter((theme) => other.themes.includes(theme)),
    areas: isWhole ? null : one.areaCodes.filter((code) => other.areaCodes.includes(code)),
  };
}

function aboveOf(body: ComparedBody, bodies: readonly ComparedBody[]): Set<string> {
  const byId = new Map(bodies.map((one) => [one.id, one]));
  const above = new Set<string>();
  for (let next = body.parentId; next !== null && !above.has(next); next = byId.get(next)?.parentId ?? null) above.add(next);
  return above;
}

export type AreaMismatch = { missing: string[]; beyond: string[] };

/**
 * Of a body's areas those an organisation does not work in, and where else it works; null where they are the same, or one of
 * them names none and so means the whole.
 */
export function areaMismatch(bodyAreas: readonly string[], organisationAreas: readonly string[]): AreaMismatch | null {
  if (bodyAreas.length === 0 || organisationAreas.length === 0) return null;
  const missing = bodyAreas.filter((code) => !organisationAreas.includes(code));
  const beyond = organisationAreas.filter((code) => !bodyAreas.includes(code));
  return missing.length + beyond.length === 0 ? null : { missing, beyond };
}

export type ThemeOwners = { theme: string; owners: string[]; keptInMindBy: string[] };

/** For each theme the bodies whose own it is, and those that only keep it in mind; without an owner it may be lost. */
export function themeOwners(themes: readonly string[], bodies: readonly Pick<ComparedBody, "id" | "themes" | "crossCutting">[]): ThemeOwners[] {
  return themes.map((theme) => ({
    theme,
    owners: bodies.filter((body) => body.themes.includes(theme)).map(({ id }) => id),
    keptInMindBy: bodies.filter((body) => !body.themes.includes(theme) && body.crossCutting.includes(theme)).map(({ id }) => id),
  }));
}
