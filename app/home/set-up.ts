// What a new partnership sets up, in the order in which it is best done, and how much of each is there: counted from what is kept,
// so that nobody ticks anything. Why each matters is in the words `set-up:line.<code>`. [A1.22]
import type { Standing } from "#app/bodies/standing.ts";
import { healthOf } from "#app/bodies/structure-health.ts";
import { lacksSeats, type Structure, type StructureBody } from "#app/bodies/structure.ts";
import { addMonths } from "#app/shared/dates.ts";
import { languages, type Text } from "#app/shared/languages.ts";

export const setUpCodes = [
  ...(["standing", "complaints", "bodies", "terms", "seats", "filled", "chairs", "safeguards", "delegations"] as const),
  ...(["mapped", "needs", "networks", "meetings"] as const),
] as const;
export type SetUpCode = (typeof setUpCodes)[number];

/** What is read of a partnership. */
export type Kept = {
  standing: Pick<Standing, "accountableId" | "complaints"> | null;
  complaintsContacts: number;
  structure: Structure;
  /** The bodies that have adopted a safeguard, and those that something is left to; by their ids. */
  adopted: ReadonlySet<string>;
  delegated: ReadonlySet<string>;
  /** Of the voluntary and community organisations: those whose roles are said and that were confirmed within the year, and those that say what they need. */
  voluntary: { count: number; mapped: number; asked: number };
  networks: { count: number; withMembers: number };
  /** Those of the coming year that are not cancelled. */
  meetings: readonly { bodyId: string; day: string }[];
};

/** "none-needed" where there is nothing that it would be asked of. */
export type SetUpState = "done" | "part" | "missing" | "none-needed";

export type SetUpLine = { code: SetUpCode; have: number; of: number; state: SetUpState };

// Where no group decides for itself, none has to keep to anything.
const onlyWhereAsked: readonly SetUpCode[] = ["safeguards", "delegations"];

/** Every line, and how many of them are done. */
export function setUpOf(kept: Kept, today: string): { lines: SetUpLine[]; done: number } {
  const { bodies } = kept.structure;
  const health = healthOf(kept.structure, today).bodies;
  const deciding = bodies.filter(({ decisionModel, isFull }) => decisionModel === "small-group" && !isFull);
  const seated = bodies.filter((body) => body.scheme !== null);
  const seatsOf = (state: "held" | "vacant") => health.reduce((sum, { counts }) => sum + (counts?.[state] ?? 0), 0);
  const counted: Record<SetUpCode, [have: number, of: number]> = {
    standing: among([kept.standing !== null, kept.standing !== null && kept.standing.accountableId !== null]),
    complaints: among([kept.standing !== null && isSaid(kept.standing.complaints), kept.complaintsContacts > 0]),
    bodies: among([bodies.some(({ isFull }) => isFull), bodies.some(({ isFull, kind }) => !isFull && leading.includes(kind))]),
    terms: among(health.map(({ lacks }) => !lacks.includes("terms"))),
    seats: among(bodies.filter((body) => body.scheme !== null || lacksSeats(body)).map(({ scheme }) => scheme !== null)),
    filled: [seatsOf("held"), seatsOf("held") + seatsOf("vacant")],
    chairs: among(seated.map(({ chairs }) => chairs.some(({ kind }) => kind !== "vice-chair"))),
    safeguards: among(deciding.map(({ id }) => kept.adopted.has(id))),
    delegations: among(deciding.map(({ id }) => kept.delegated.has(id))),
    mapped: [kept.voluntary.mapped, kept.voluntary.count],
    needs: [kept.voluntary.asked, kept.voluntary.count],
    networks: [kept.networks.withMembers, kept.networks.count],
    meetings: among(seated.map(({ id }) => meetsAllYear(kept.meetings.filter(({ bodyId }) => bodyId === id), today))),
  };
  const lines = setUpCodes.map((code): SetUpLine => ({ code, have: counted[code][0], of: counted[code][1], state: stateOf(code, counted[code]) }));
  return { lines, done: lines.filter(({ state }) => state === "done" || state === "none-needed").length };
}

const leading: readonly StructureBody["kind"][] = ["board", "executive", "management-group", "public-service-board"];

function stateOf(code: SetUpCode, [have, of]: readonly [number, number]): SetUpState {
  if (of === 0) return onlyWhereAsked.includes(code) ? "none-needed" : "missing";
  if (have === 0) return "missing";
  return have === of ? "done" : "part";
}

function among(all: readonly boolean[]): [number, number] {
  return [all.filter((is) => is).length, all.length];
}

function isSaid(text: Text): boolean {
  return languages.some((language) => (text[language] ?? "").trim() !== "");
}

/** Whether there are meetings in the half year that begins today and in the one after it. */
export function meetsAllYear(meetings: readonly { day: string }[], today: string): boolean {
  const [middle, end] = [addMonths(today, 6), addMonths(today, 12)];
  return meetings.some(({ day }) => day >= today && day < middle) && meetings.some(({ day }) => day >= middle && day < end);
}
