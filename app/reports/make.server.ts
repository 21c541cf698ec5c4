// Makes what a report shows: the responses of a set are counted, with what is known of their own words, and every figure passes the
// gate together with what was published before.
import { readSetColumns } from "#app/analysis/set-columns.store.server.ts";
import { answerNameInAll } from "#app/consultations/answer-name.ts";
import { channels } from "#app/consultations/channel.ts";
import type { CountedColumns } from "#app/consultations/counted-columns.ts";
import type { Consultation } from "#app/consultations/consultation.ts";
import { listVersions } from "#app/consultations/store.server.ts";
import { codedQuestions } from "#app/analysis/coded-questions.ts";
import { stances } from "#app/analysis/coding.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { isPersonal, type Question } from "#app/forms/question.ts";
import { askedInYear, publishable, type Choice } from "#app/publication/choice.ts";
import { findEqualityTables } from "#app/publication/equality-tables.store.server.ts";
import { passTheGate, type Counting } from "#app/publication/gate.server.ts";
import type { Counted } from "#app/publication/known.ts";
import { askedOf, groupsOf, plain, type Group } from "#app/publication/make.server.ts";
import type { Teller } from "#app/publication/making.ts";
import { shownTable, withoutNoughtsAtEnds, type Described } from "#app/publication/published-results.ts";
import { findChoice } from "#app/publication/store.server.ts";
import { crossTable, oneWayTable, type Variable } from "#app/publication/tables.ts";
import type { Hidden } from "#app/disclosure/published-table.ts";
import { db } from "#app/shared/db.server.ts";
import { languages } from "#app/shared/languages.ts";
import { textInAll, wordsFor } from "#app/shared/words.server.ts";
import { readMethod } from "./facts.store.server.ts";
import { campaignKey, crossCuttingKey, stancesKey, themesKey, type ReportShown, type ShownCode } from "./shown.ts";
import { countConfirmed, listFrames, readThemes, type Frame } from "./themes.store.server.ts";

export type MadeReport = {
  shown: ReportShown;
  counted: Counted;
  /** What is hidden and why, for officers. */
  log: Hidden[];
  leftOut: number;
  /** Figures that could be worked out because of an earlier publication; none may be left. */
  open: string[];
};

type OfSet = { id: string; number: number; frozenAt: Date; included: number; excluded: number };
type Item = { described: Described; variable: Variable; isCrossed: boolean };

const inEach = languages.map(wordsFor);

/** What the report of a set shows; null where whoever is told wants it no more. */
export async function makeReport(consultation: Consultation, set: OfSet, now: Date, tell: Teller): Promise<MadeReport | null> {
  if (!(await tell({ step: "read", done: 0, of: 0 }))) return null;
  const versions = await listVersions(db(), consultation.formId);
  const all = publishable(versions, askedInYear(consultation, now));
  const before = await findChoice(db(), consultation.id);
  // every question that can be counted, by who answered; groups that are about equality only where whoever may has chosen them
  const choice: Choice = { questions: Object.fromEntries(all.map(({ question }) => [question.id, "tables"])), byRespondent: true, area: before.area, equality: before.equality };
  const frames = await listFrames(db(), consultation);
  const known = await readThemes(db(), set.id, frames);
  const columns = await readSetColumns(set.id, set.included, (responseId) => known.get(responseId) ?? {});
  // because equality answers are counted in their own tables alone
  const kept = choice.equality.length === 0 ? [] : ((await findEqualityTables(db(), set.id))?.counted.tables ?? []);
  const groups = groupsOf(choice, all);
  const respondent = groups.find(({ key }) => key === ".respondent");
  const questions = askedQuestions(versions);
  const worded = new Set(codedQuestions(versions).map(({ id }) => id));
  const campaigns = await countConfirmed(db(), set.id);
  const items = {
    who: [...groups.map((group): Item => ({ described: plain(group), variable: group.variable, isCrossed: false })), heldItem("channel", [...channels]), heldItem("language", [...languages])],
    closed: askedOf(choice, all, versions).map(({ described, variable }) => ({ id: variable.key.split(".")[0] ?? "", section: described.section, versions: described.versions, item: { described, variable, isCrossed: true } })),
    themes: codedQuestions(versions).flatMap((question) => themeItems(question, frames, columns.under(stancesKey(question.id)).values.length > 1, campaigns.has(question.id))),
    crossing: crossCuttingItem(frames),
  };
  const every = [...items.who, ...items.closed.map(({ item }) => item), ...items.themes.flatMap(({ all: own }) => own), ...(items.crossing ? [items.crossing] : [])];
  const unique = [...new Map(every.map((item) => [item.variable.key, item])).values()].map((item) => inUse(item, columns));
  const tables = [
    ...unique.map(({ variable }): Counting => (from) => oneWayTable(from, {}, variable)),
    ...(respondent ? unique.filter(({ isCrossed }) => isCrossed).map(({ variable }): Counting => (from) => crossTable(from, {}, variable, { ...respondent.variable, isEverybody: true })) : []),
  ];
  const passed = await passTheGate(consultation, set, columns, tables, tell, new Map(kept.filter(({ care }) => care === "special").map((table) => [table.id, table])));
  if (passed === null) return null;
  const { counted, published } = passed;
  const asGroups: Group[] = respondent ? [respondent] : [];
  const used = new Map(unique.map(({ variable }) => [variable.key, new Set(variable.values)]));
  const show = ({ described, variable }: Item, by: readonly Group[]) => {
    const values = described.values.filter(({ id }) => !isFound(variable.key) || used.get(variable.key)?.has(id));
    const shown = shownTable({ ...described, values }, published, by);
    return variable.valueFor ? withoutNoughtsAtEnds(shown) : shown;
  };
  const method = await readMethod(db(), consultation, set);
  const shown: ReportShown = {
    set: { id: set.id, number: set.number, frozenAt: set.frozenAt.toISOString(), included: set.included, excluded: set.excluded },
    asked: {
      ...{ purpose: consultation.purpose, audience: consultation.audience, decisionToBeMade: consultation.decisionToBeMade, decisionMaker: consultation.decisionMaker },
      ...{ decisionOn: consultation.decisionOn, openToChange: consultation.openToChange, notOpenToChange: consultation.notOpenToChange },
    },
    method: { ...method, hidden: { figures: published.hidden.length, tables: published.leftOut.length } },
    groups: items.who.map((item) => show(item, [])),
    questions: questions.map(({ question, section }) => {
      const own = items.themes.find(({ id }) => id === question.id);
      const closed = items.closed.filter(({ id }) => id === question.id);
      const themes = own?.themes ? show(own.themes, asGroups) : null;
      const three = own?.campaign ? show(own.campaign, []) : null;
      const of = (id: string) => three?.rows.find((row) => row.id === id)?.count ?? null;
      return {
        ...{ id: question.id, number: question.number ?? null, label: question.label, section, isWorded: worded.has(question.id) },
        closed: closed.map(({ item, section: heading, versions: askedIn }) => ({ ...show(item, asGroups), section: heading, versions: askedIn })),
        themes,
        stances: own?.stances ? show(own.stances, asGroups) : null,
        coded: themes?.base == null ? null : withCodes(columns.under(themesKey(question.id))),
        three: three && { all: three.base, campaign: of("campaign"), unique: addUp(of("own"), campaigns.get(question.id) ?? 0) },
      };
    }),
    crossCutting: items.crossing && show(items.crossing, []),
    frames: frames.map(({ placed: _, ...frame }) => frame),
  };
  return { shown, counted: { tables: counted, hidden: published.hidden }, log: published.log, leftOut: published.leftOut.length, open: published.open };
}

const addUp = (own: number | null, campaigns: number) => (own === null ? null : own + campaigns);

/** What nobody said is no row of a table whose rows nobody was offered to choose from. */
function inUse(item: Item, columns: CountedColumns): Item {
  const { variable } = item;
  if (!isFound(variable.key)) return item;
  const found = columns.count({}, [variable.key]).of.get(variable.key)?.counts;
  return { ...item, variable: { ...variable, values: variable.values.filter((value) => (found?.[value] ?? 0) > 0) } };
}

const isFound = (key: string) => /^[~!]/.test(key) || key === ".channel" || key === ".language";

function withCodes({ codes, values }: { codes: Uint32Array; values: readonly (string | string[])[] }): number {
  return codes.reduce((sum, code) => sum + ((values[code]?.length ?? 0) > 0 ? 1 : 0), 0);
}

/** Everything that was asked, as the newest version that has it asks it, with the section it stands in; what names a person is left out. */
function askedQuestions(versions: Awaited<ReturnType<typeof listVersions>>): { question: Question; section: ReportShown["questions"][number]["section"] }[] {
  const found = new Map<string, { question: Question; section: ReportShown["questions"][number]["section"] }>();
  for (const { definition } of [...versions].reverse()) {
    for (const { heading, questions } of definition.sections) {
      for (const question of questions) if (question.type !== "statement" && !isPersonal(question)) found.set(question.id, { question, section: heading });
    }
  }
  const newest = versions[0] ? questionsOf(versions[0].definition).map(({ id }) => id) : [];
  const place = (id: string) => (newest.includes(id) ? newest.indexOf(id) : newest.length);
  return [...found.values()].sort((one, other) => place(one.question.id) - place(other.question.id));
}

const common = { number: null, about: null, of: "answered", order: "longest-first", isSeveral: false, isRounded: false } as const;

function heldItem(held: "channel" | "language", values: readonly string[]): Item {
  const key = `.${held}`;
  const named = values.map((value) => ({ id: value, name: answerNameInAll({ held, value }, inEach) }));
  return { described: { ...common, key, label: textInAll(`office:cross.held.${held}`), values: named }, variable: { key, values, isSeveral: false, care: "ordinary" }, isCrossed: false };
}

const namedCodes = (codes: readonly ShownCode[]) => codes.map(({ id, name }) => ({ id, name }));
const several = (key: string, values: readonly { id: string }[]): Variable => ({ key, values: values.map(({ id }) => id), isSeveral: true, care: "ordinary" });

type ThemeItems = { id: string; themes: Item | null; stances: Item | null; campaign: Item | null; all: Item[] };

/** What is counted of the own words to a question. */
function themeItems({ id, label }: Question, frames: readonly Frame[], hasStances: boolean, hasCampaigns: boolean): ThemeItems[] {
  const codes = frames.filter(({ questionIds }) => questionIds.includes(id)).flatMap((frame) => frame.codes);
  if (codes.length === 0 && !hasCampaigns) return [];
  const values = namedCodes(codes);
  const themes: Item | null = codes.length > 0 ? { described: { ...common, key: themesKey(id), label, isSeveral: true, values }, variable: several(themesKey(id), values), isCrossed: true } : null;
  const said = stances.map((stance) => ({ id: stance, name: textInAll(`reports:stance.${stance}`) }));
  const how: Item | null = hasStances ? { described: { ...common, key: stancesKey(id), label, isSeveral: true, order: "as-given", values: said }, variable: several(stancesKey(id), said), isCrossed: false } : null;
  const ways = (["own", "campaign"] as const).map((way) => ({ id: way, name: {} }));
  const campaign: Item | null = hasCampaigns
    ? { described: { ...common, key: campaignKey(id), label, values: ways }, variable: { key: campaignKey(id), values: ["own", "campaign"], isSeveral: false, care: "ordinary" }, isCrossed: false }
    : null;
  return [{ id, themes, stances: how, campaign, all: [themes, how, campaign].filter((item) => item !== null) }];
}

function crossCuttingItem(frames: readonly Frame[]): Item | null {
  const values = namedCodes(frames.flatMap(({ codes }) => codes.filter(({ isCrossCutting }) => isCrossCutting)));
  return values.length === 0 ? null : { described: { ...common, key: crossCuttingKey, label: textInAll("reports:section.cross-cutting"), isSeveral: true, values }, variable: several(crossCuttingKey, values), isCrossed: false };
}
