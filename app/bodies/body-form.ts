// A body as an officer types it.
import type { Entries, Unit } from "#app/shared/edits.ts";
import { languages, textIn, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, textAsTyped, tooLong } from "#app/shared/texts.ts";
import { dayAsTyped, dayUnit, readDay } from "#app/shared/typed-day.ts";
import { line, passage, plain, readNumber } from "#app/shared/typed.ts";
import { bodyKinds, chairWays, decisionModels, isThere, minutesRules, possibleParents, usualBody, type Body, type BodyDetails } from "./body.ts";
import { legalStatuses } from "./partnership-register.ts";
import { isTheme } from "./theme.ts";
import { leastMissed, mostCounted } from "./vacancy.ts";

/** In characters. */
export const longest = { name: 120, purpose: 4000, terms: 20_000, meets: 300, legalBasis: 500 } as const;
export const mostAreas = 200;

const texts = ["name", "purpose", "terms", "meets"] as const;
const days = ["termsAgreed", "started", "plannedEnd"] as const;
const inputs = [
  ...(["kind", "parent", "isFull", "decisionModel", "themes", "crossCutting", "areaCodes", "isOpen", "quorum", "chairChosenBy"] as const),
  ...(["papersInDays", "minutesRule", "minutesInDays", "minutesWeekday", "reportBackInDays", "mostMissed", "mayCoOpt", "legalStatus", "legalBasis"] as const),
] as const;

/** The inputs, those of one day together. */
export const bodyUnits: readonly Unit[] = [
  ...texts.flatMap((name) => languages.map((language) => [`${name}-${language}`])),
  ...[...days.map(dayUnit), ...inputs.map((name) => [name])],
];

/** The field is an input's name; the words are `bodies:problem.<code>`. */
export type BodyProblem = {
  field: string;
  code: "name-missing" | "name-taken" | "too-long" | "choose" | "number" | "day" | "parent-needed" | "areas" | "ends-before" | "full-parent";
  most?: number;
};

/** What was typed, tidied, among the other bodies; or all that is wrong with it. `id` is the body's own, null for a new one. */
export function readBody(entries: Entries, bodies: readonly Body[], id: string | null, today: string): Result<BodyDetails, BodyProblem[]> {
  const problems: BodyProblem[] = [];
  const wrong = (field: string, code: BodyProblem["code"], most?: number) => void problems.push({ field, code, ...(most !== undefined && { most }) });
  const text = (name: (typeof texts)[number], tidy: (typed: string) => string): Text => {
    const read = readText(name, entries, tidy);
    for (const field of tooLong(name, read, longest[name])) wrong(field, "too-long", longest[name]);
    return read;
  };
  const chosen = <Value extends string>(field: string, of: readonly Value[]): Value | undefined => {
    const value = of.find((one) => one === entries[field]);
    if (value === undefined) wrong(field, "choose");
    return value;
  };
  const whole = (field: string, least: number, most: number): number => {
    const value = readNumber(entries[field] ?? "")?.value;
    if (value === undefined || !Number.isInteger(value) || value < least || value > most) wrong(field, "number", most);
    return value ?? 0;
  };
  const day = (name: string): string | null => {
    const { isBlank, date } = readDay(name, entries);
    if (!isBlank && date === null) wrong(`${name}-day`, "day");
    return date;
  };

  const name = text("name", line);
  const said = textIn(name, "en").text;
  if (said === "") wrong("name-en", "name-missing");
  const isSame = (other: Body) => other.id !== id && isThere(other, today) && textIn(other.name, "en").text.toLowerCase() === said.toLowerCase();
  if (said !== "" && bodies.some(isSame)) wrong("name-en", "name-taken");
  const kind = chosen("kind", bodyKinds);
  const parentId = possibleParents(bodies, id).find((one) => one.id === entries.parent)?.id ?? null;
  if (entries.parent && parentId === null) wrong("parent", "choose");
  // [A1.2] A public service board sits inside a partnership.
  if (kind === "public-service-board" && parentId === null && !entries.parent) wrong("parent", "parent-needed");
  const isFull = entries.isFull === "yes";
  if (isFull && parentId !== null) wrong("isFull", "full-parent");
  const areaCodes = [...new Set(plain(entries.areaCodes ?? "").toUpperCase().split(/[\s,;]+/).filter((code) => code !== ""))];
  if (areaCodes.length > mostAreas || areaCodes.some((code) => !/^[A-Z]\d{8}$/.test(code))) wrong("areaCodes", "areas", mostAreas);
  const quorum = plain(entries.quorum ?? "") === "" ? null : whole("quorum", 1, 500);
  const mostMissed = plain(entries.mostMissed ?? "") === "" ? null : whole("mostMissed", leastMissed, mostCounted);
  const minutesRule = chosen("minutesRule", minutesRules);
  const minutesInDays = minutesRule === "days" ? whole("minutesInDays", 0, 60) : minutesRule === "weekday" ? whole("minutesWeekday", 1, 7) : usualBody.minutesInDays;
  const legalBasis = line(entries.legalBasis ?? "");
  if (legalBasis.length > longest.legalBasis) wrong("legalBasis", "too-long", longest.legalBasis);
  const [decisionModel, chairChosenBy] = [chosen("decisionModel", decisionModels), chosen("chairChosenBy", chairWays)];
  const [termsAgreedOn, startedOn, plannedEndOn] = [day("termsAgreed"), day("started"), day("plannedEnd")];
  if (startedOn && plannedEndOn && plannedEndOn < startedOn) wrong("plannedEnd-day", "ends-before");
  const details = {
    ...{ parentId, name, isFull, purpose: text("purpose", passage), terms: text("terms", passage), meets: text("meets", line), termsAgreedOn },
    ...{ themes: themesIn(entries.themes), crossCutting: themesIn(entries.crossCutting), areaCodes, isOpen: entries.isOpen === "yes", quorum },
    ...{ papersInDays: whole("papersInDays", 0, 30), minutesInDays, reportBackInDays: whole("reportBackInDays", 1, 60), mostMissed, mayCoOpt: entries.mayCoOpt === "yes" },
    ...{ legalStatus: legalStatuses.find((one) => one === entries.legalStatus) ?? null, legalBasis: legalBasis || null, startedOn, plannedEndOn },
  };
  if (problems.length > 0 || !kind || !minutesRule || !decisionModel || !chairChosenBy) return fail(problems);
  return succeed({ ...details, kind, minutesRule, decisionModel, chairChosenBy });
}

function themesIn(typed = ""): string[] {
  return typed.split(" ").filter(isTheme);
}

/** A body as it would be typed, to be changed; as it usually is where there is none yet. */
export function bodyAsTyped(body: Body | null): Entries {
  const said = body ?? { ...usualBody, name: {}, kind: "", areaCodes: [] as string[] };
  const weekday = said.minutesRule === "weekday" ? String(said.minutesInDays) : "";
  return Object.assign(
    {
      ...{ kind: said.kind, parent: said.parentId ?? "", isFull: said.isFull ? "yes" : "", decisionModel: said.decisionModel },
      ...{ themes: said.themes.join(" "), crossCutting: said.crossCutting.join(" "), areaCodes: said.areaCodes.join(" "), isOpen: said.isOpen ? "yes" : "" },
      ...{ quorum: said.quorum === null ? "" : String(said.quorum), chairChosenBy: said.chairChosenBy, papersInDays: String(said.papersInDays) },
      ...{ minutesRule: said.minutesRule, minutesInDays: weekday ? String(usualBody.minutesInDays) : String(said.minutesInDays), minutesWeekday: weekday },
      ...{ reportBackInDays: String(said.reportBackInDays), mostMissed: said.mostMissed === null ? "" : String(said.mostMissed), mayCoOpt: said.mayCoOpt ? "yes" : "", legalStatus: said.legalStatus ?? "", legalBasis: said.legalBasis ?? "" },
    },
    ...texts.map((name) => textAsTyped(name, said[name])),
    ...[dayAsTyped("termsAgreed", said.termsAgreedOn), dayAsTyped("started", said.startedOn), dayAsTyped("plannedEnd", said.plannedEndOn)],
  );
}
