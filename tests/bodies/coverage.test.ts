// Whom seats provide for: each kind of member that a partnership is advised to have, in each language, and what is no more than may be.
import { describe, expect, test } from "vitest";
import { coverageOf, isAdvised, memberKinds, type CoveredLine, type MemberKind } from "#app/bodies/coverage.ts";
import { startOfTemplate } from "#app/bodies/seat-template.ts";
import { languages } from "#app/shared/languages.ts";
import { wordsFor } from "#app/shared/words.server.ts";

const lineOf = (holder: string, sector: CoveredLine["sector"], more: Partial<CoveredLine> = {}): CoveredLine => ({
  ...{ id: holder, withinId: null, sector, basis: "fixed", count: 1, countMost: null, poolSize: null, reserves: [], holder: { en: holder }, organisationKind: null },
  ...more,
});
const schemeOf = (lines: readonly CoveredLine[]) => ({ totalLeast: null, totalMost: null, lines });
const covered = (lines: readonly CoveredLine[], groups: readonly string[] = []) => coverageOf(schemeOf(lines), groups.map((en) => ({ en })));
const of = (kind: MemberKind, lines: readonly CoveredLine[], groups?: readonly string[]) => covered(lines, groups).find((one) => one.kind === kind)!;
const byOf = (line: CoveredLine) => covered([line]).filter(({ by }) => by.length > 0).map(({ kind }) => kind);

test("no seats provide for nobody, every kind in its order", () => {
  expect(covered([])).toEqual(memberKinds.map((kind) => ({ kind, by: [], maybe: [], unnamed: [] })));
});

describe("a line provides for", () => {
  test.each<[holder: string, sector: CoveredLine["sector"], kinds: MemberKind[]]>([
    ["County councillors", "council", ["elected-members"]],
    ["Cynghorwyr sir", "council", ["elected-members"]],
    ["کاؤنٹی کے کونسلر", "council", ["elected-members"]],
    ["Leader and chief executive of the council", "council", ["elected-members", "chief-executive"]],
    ["Arweinydd a phrif weithredwr y cyngor", "council", ["elected-members", "chief-executive"]],
    ["کونسل کے چیف ایگزیکٹو", "council", ["chief-executive"]],
    ["Chief executive of the umbrella body", "voluntary-community", ["voluntary-community"]],
    ["Bodies paid for by all", "public", ["public-officials"]],
    ["Health board", "public", ["public-officials", "health"]],
    ["Y bwrdd iechyd", "public", ["public-officials", "health"]],
    ["صحت", "public", ["public-officials", "health"]],
    ["A mental health charity", "voluntary-community", ["voluntary-community"]],
    ["Yr heddlu", "public", ["public-officials", "police"]],
    ["پولیس", "public", ["public-officials", "police"]],
    ["Other partners: police, health, business", "other", ["health", "police", "business"]],
    ["Traders", "private", ["business"]],
    ["Tenants", "residents", ["residents"]],
    ["Faith groups", "faith", []],
    ["Chairs of the theme groups", "other", ["theme-leads"]],
    ["Cadeiryddion y grwpiau thema", "other", ["theme-leads"]],
    ["موضوعاتی گروہوں کے صدور", "other", ["theme-leads"]],
    ["Head of planning", "council", ["planner"]],
    ["Uwch gynllunydd", "council", ["planner"]],
    ["اعلیٰ منصوبہ ساز", "council", ["planner"]],
    ["Community planning partnership", "partnership", []],
  ])("%s (%s): %j", (holder, sector, kinds) => expect(byOf(lineOf(holder, sector))).toEqual(kinds));

  test("what the organisation that fills it is, whatever it is called", () => {
    expect(byOf(lineOf("Marlshire Trust", "public", { organisationKind: "health" }))).toEqual(["public-officials", "health"]);
    expect(byOf(lineOf("Marlshire Constables", "any", { organisationKind: "police" }))).toEqual(["police"]);
  });

  test("nobody where it has no seats, and nobody in particular where it waits for whoever is missing", () => {
    expect(byOf(lineOf("Tenants", "residents", { count: 0 }))).toEqual([]);
    expect(of("residents", [lineOf("Gaps", "any", { basis: "diversity-gap", count: 0, countMost: 3 })])).toMatchObject({ by: [], maybe: ["Gaps"] });
  });
});

test("somebody may come with a line that names nobody else, where no line says so", () => {
  const [agencies, police, gaps] = [lineOf("Agencies", "public"), lineOf("Police", "public"), lineOf("Others", "any")];
  expect(of("health", [agencies, police, gaps])).toMatchObject({ by: [], maybe: ["Agencies", "Others"] });
  expect(of("police", [agencies, police, gaps])).toMatchObject({ by: ["Police"], maybe: [] });
  expect(of("health", [lineOf("Fire service", "public", { organisationKind: "fire" })])).toMatchObject({ by: [], maybe: [] });
  expect(of("chief-executive", [lineOf("County councillors", "council")])).toMatchObject({ by: [], maybe: [] });
  expect(of("chief-executive", [lineOf("The council", "council")])).toMatchObject({ by: [], maybe: ["The council"] });
});

test("the leads of theme groups: all where a line says so, else each that a line names", () => {
  const groups = ["Transport", "Housing"];
  expect(of("theme-leads", [lineOf("Chair of Transport", "other")], groups)).toEqual({ kind: "theme-leads", by: ["Chair of Transport"], maybe: [], unnamed: [{ en: "Housing" }] });
  expect(of("theme-leads", [lineOf("Leads of the themes", "other")], groups)).toMatchObject({ by: ["Leads of the themes"], unnamed: [] });
  expect(of("theme-leads", [lineOf("Business", "private")], groups)).toMatchObject({ by: [], unnamed: [{ en: "Transport" }, { en: "Housing" }] });
});

test("a shape provides for the same in whichever language it is read", () => {
  const { lines, ...totals } = startOfTemplate("small-executive", (key) => Object.fromEntries(languages.map((language) => [language, wordsFor(language).t(key)])));
  for (const language of languages) {
    const read = lines.map(({ within: _, holder, ...line }, index) => ({ ...line, id: String(index), withinId: null, organisationKind: null, holder: { [language]: holder[language]! } }));
    const kinds = coverageOf({ ...totals, lines: read }, []).filter(({ by }) => by.length > 0).map(({ kind }) => kind);
    expect(kinds, language).toEqual(["health", "police", "voluntary-community", "business"]);
  }
});

test("the advice is about those who lead a partnership", () => {
  expect([isAdvised({ isFull: true, kind: "network" }), isAdvised({ isFull: false, kind: "board" }), isAdvised({ isFull: false, kind: "theme-group" })]).toEqual([true, true, false]);
});
