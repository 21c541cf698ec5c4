// A line of seats, and what is said of a version of seats as a whole, as an officer types them.
import type { Entries, Unit } from "#app/shared/edits.ts";
import { languages, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, textAsTyped, tooLong } from "#app/shared/texts.ts";
import { dayAsTyped, dayUnit, readDay } from "#app/shared/typed-day.ts";
import { line, passage, plain, readNumber } from "#app/shared/typed.ts";
import type { BalanceRule } from "./balance.ts";
import { bases, isRemainder, type Basis, type SeatLine } from "./seat-scheme.ts";
import { isSector, seatSectors, type SeatSector } from "./sector.ts";
import { usualTerm } from "./term.ts";
import { latestDayOfMonth, mostTurns, type Turns } from "./turn.ts";

/** In characters. */
export const longest = { holder: 200, chosenBy: 300, reserved: 300, reservedFor: 1000, roleDescription: 8000 } as const;
export const mostSeats = 200;
export const mostLines = 60;

/** How many seats a line has: so many, between two numbers, or what the others leave; the words are `seats:how-many.<it>`. */
export const howMany = ["exactly", "between", "rest"] as const;

/** What an officer says of a line. */
export type LineSaid = {
  holder: Text;
  sector: SeatSector;
  basis: Basis;
  withinId: string | null;
  count: number | null;
  countMost: number | null;
  poolSize: number | null;
  chosenBy: Text;
  organisationId: string | null;
  networkId: string | null;
  reserves: { least: number; criterion: Text; justification: Text }[];
  termInMonths: number;
  mostTerms: number;
  isVoting: boolean;
  isRequired: boolean;
  roleDescription: Text;
};

const texts = ["holder", "chosenBy", "reserved", "reservedFor", "roleDescription"] as const;
const inputs = [
  ...(["sector", "basis", "within", "howMany", "count", "countMost", "poolSize", "organisation", "network"] as const),
  ...(["reservedLeast", "termInMonths", "mostTerms", "isVoting", "isRequired"] as const),
] as const;

export const lineUnits: readonly Unit[] = [...texts.flatMap((name) => languages.map((language) => [`${name}-${language}`])), ...inputs.map((name) => [name])];

/** The field is an input's name; the words are `seats:problem.<code>`. */
export type LineProblem = { field: string; code: "missing" | "choose" | "number" | "too-long" | "most" | "organisation" | "pool" | "reason" | "reserve-order"; most?: number };

/** What there is to choose from: lines of seats of their own, organisations, networks. */
export type LineChoices = { within: readonly string[]; organisations: readonly string[]; networks: readonly string[] };

/** What was typed, tidied; or all that is wrong with it. */
export function readLine(entries: Entries, choices: LineChoices): Result<LineSaid, LineProblem[]> {
  const problems: LineProblem[] = [];
  const wrong = (field: string, code: LineProblem["code"], most?: number) => void problems.push({ field, code, ...(most !== undefined && { most }) });
  const text = (name: (typeof texts)[number], tidy: (typed: string) => string): Text => {
    const read = readText(name, entries, tidy);
    for (const field of tooLong(name, read, longest[name])) wrong(field, "too-long", longest[name]);
    return read;
  };
  const whole = (field: string, least: number, most: number): number => {
    const value = readNumber(entries[field] ?? "")?.value;
    if (value === undefined || !Number.isInteger(value) || value < least || value > most) wrong(field, "number", most);
    return value ?? 0;
  };
  const one = (field: string, of: readonly string[]): string | null => {
    const value = entries[field] ?? "";
    if (value !== "" && !of.includes(value)) wrong(field, "choose");
    return value === "" ? null : value;
  };
  const holder = text("holder", line);
  if (Object.keys(holder).length === 0) wrong("holder-en", "missing");
  const sector = seatSectors.find((value) => value === entries.sector);
  if (!sector) wrong("sector", "choose");
  const basis = bases.find((value) => value === entries.basis);
  if (!basis) wrong("basis", "choose");
  const withinId = one("within", choices.within);
  const many = howMany.find((value) => value === entries.howMany);
  if (!many) wrong("howMany", "choose");
  const count = many === "exactly" || many === "between" ? whole("count", 0, mostSeats) : null;
  const countMost = many === "between" ? whole("countMost", 1, mostSeats) : null;
  if (count !== null && countMost !== null && countMost < count) wrong("countMost", "most");
  const isPool = basis === "pool";
  const poolSize = isPool && plain(entries.poolSize ?? "") !== "" ? whole("poolSize", 1, 1000) : null;
  if (poolSize !== null && count !== null && poolSize < count) wrong("poolSize", "pool");
  const organisationId = one("organisation", choices.organisations);
  if (basis === "organisation" && organisationId === null && entries.organisation === "") wrong("organisation", "organisation");
  const reserves = readReserves(entries, text, whole, wrong);
  const said = {
    ...{ holder, withinId, count, countMost, poolSize, organisationId, reserves, chosenBy: text("chosenBy", line), networkId: one("network", choices.networks) },
    ...{ termInMonths: whole("termInMonths", 1, 120), mostTerms: whole("mostTerms", 1, 10), isVoting: entries.isVoting === "yes", isRequired: entries.isRequired === "yes" },
    roleDescription: text("roleDescription", passage),
  };
  return problems.length > 0 || !sector || !basis ? fail(problems) : succeed({ ...said, sector, basis });
}

/** [Equality Act 2010 s.158] A seat that is kept for some needs a reason that stands. */
function readReserves(
  entries: Entries,
  text: (name: "reserved" | "reservedFor", tidy: (typed: string) => string) => Text,
  whole: (field: string, least: number, most: number) => number,
  wrong: (field: string, code: LineProblem["code"]) => void,
): LineSaid["reserves"] {
  const [criterion, justification] = [text("reserved", line), text("reservedFor", passage)];
  if (plain(entries.reservedLeast ?? "") === "") {
    if (Object.keys(criterion).length > 0) wrong("reservedLeast", "reserve-order");
    return [];
  }
  const least = whole("reservedLeast", 1, mostSeats);
  if (Object.keys(criterion).length === 0) wrong("reserved-en", "missing");
  if (Object.keys(justification).length === 0) wrong("reservedFor-en", "reason");
  return [{ least, criterion, justification }];
}

type Worded = SeatLine & Omit<LineSaid, keyof SeatLine> & Pick<LineSaid, "reserves">;

/** A line as it would be typed, to be changed; as lines usually are where there is none yet. */
export function lineAsTyped(said: Worded | null): Entries {
  const number = (value: number | null | undefined) => (value === null || value === undefined ? "" : String(value));
  const reserve = said?.reserves[0];
  const many = said === null ? "exactly" : isRemainder(said) ? "rest" : said.countMost === null ? "exactly" : "between";
  return Object.assign(
    {
      ...{ sector: said?.sector ?? "", basis: said?.basis ?? "", within: said?.withinId ?? "", howMany: many, count: number(said?.count) },
      ...{ countMost: number(said?.countMost), poolSize: number(said?.poolSize), organisation: said?.organisationId ?? "", network: said?.networkId ?? "" },
      ...{ reservedLeast: number(reserve?.least), termInMonths: number(said?.termInMonths ?? usualTerm.termInMonths), mostTerms: number(said?.mostTerms ?? usualTerm.mostTerms) },
      ...{ isVoting: (said?.isVoting ?? true) ? "yes" : "", isRequired: said?.isRequired ? "yes" : "" },
    },
    ...(["holder", "chosenBy", "roleDescription"] as const).map((name) => textAsTyped(name, said?.[name] ?? {})),
    ...[textAsTyped("reserved", reserve?.criterion ?? {}), textAsTyped("reservedFor", reserve?.justification ?? {})],
  );
}

export const totalsUnits: readonly Unit[] = [["totalLeast"], ["totalMost"], ["shareSectors"], ["shareLeast"], ["turns"], dayUnit("turnsFrom")];
export type TotalsProblem = {
  field: "totalLeast" | "totalMost" | "shareSectors" | "shareLeast" | "turns" | "turnsFrom-day";
  code: "number" | "most" | "missing-sectors" | "day" | "turns-day" | "turns-number";
  most?: number;
};

type Totals = { totalLeast: number | null; totalMost: number | null; rules: BalanceRule[]; turns: Turns | null };

/** How many seats in all, the share that some sectors together are promised, and the turns in which elected seats end; each may be left unsaid. */
export function readTotals(entries: Entries): Result<Totals, TotalsProblem[]> {
  const problems: TotalsProblem[] = [];
  const whole = (field: TotalsProblem["field"], most: number): number | null => {
    if (plain(entries[field] ?? "") === "") return null;
    const value = readNumber(entries[field] ?? "")?.value;
    if (value === undefined || !Number.isInteger(value) || value < 1 || value > most) problems.push({ field, code: "number", most });
    return value ?? null;
  };
  const [totalLeast, totalMost, least] = [whole("totalLeast", 500), whole("totalMost", 500), whole("shareLeast", 100)];
  if (totalLeast !== null && totalMost !== null && totalMost < totalLeast) problems.push({ field: "totalMost", code: "most" });
  const promised = (entries.shareSectors ?? "").split(" ").filter(isSector);
  if (least !== null && promised.length === 0) problems.push({ field: "shareSectors", code: "missing-sectors" });
  const turns = readTurns(entries, problems);
  if (problems.length > 0) return fail(problems);
  return succeed({ totalLeast, totalMost, turns, rules: least === null ? [] : [{ kind: "share", sectors: promised, least, most: null }] });
}

function readTurns(entries: Entries, problems: TotalsProblem[]): Turns | null {
  const from = readDay("turnsFrom", entries);
  if (plain(entries.turns ?? "") === "" && from.isBlank) return null;
  const turns = readNumber(entries.turns ?? "")?.value;
  const isRight = turns !== undefined && Number.isInteger(turns) && turns > 1 && turns <= mostTurns;
  if (!isRight) problems.push({ field: "turns", code: "turns-number", most: mostTurns });
  if (from.date === null) problems.push({ field: "turnsFrom-day", code: "day" });
  else if (Number(from.date.slice(8)) > latestDayOfMonth) problems.push({ field: "turnsFrom-day", code: "turns-day", most: latestDayOfMonth });
  return isRight && from.date !== null ? { turns, from: from.date } : null;
}

export function totalsAsTyped({ totalLeast, totalMost, rules, turns }: Omit<Totals, "rules"> & { rules: readonly BalanceRule[] }): Entries {
  const share = rules.find(({ kind, least }) => kind === "share" && least !== null);
  return {
    ...{ totalLeast: totalLeast === null ? "" : String(totalLeast), totalMost: totalMost === null ? "" : String(totalMost) },
    ...{ shareSectors: share?.sectors.join(" ") ?? "", shareLeast: share ? String(share.least) : "" },
    ...{ turns: turns ? String(turns.turns) : "", ...dayAsTyped("turnsFrom", turns?.from ?? null) },
  };
}
