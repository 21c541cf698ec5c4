// Makes the results of a consultation as they would be published: a set of its responses is counted, and every figure passes
// the gate together with what was published before.
import type { AnalysisSet } from "#app/analysis/analysis-set.ts";
import { findSetColumns } from "#app/analysis/set-columns.store.server.ts";
import { countAbsences } from "#app/analysis/sets.store.server.ts";
import { answerNameInAll } from "#app/consultations/answer-name.ts";
import type { Consultation } from "#app/consultations/consultation.ts";
import { respondentTypes } from "#app/consultations/response.ts";
import { listVersions } from "#app/consultations/store.server.ts";
import { listQuestionChanges } from "#app/consultations/versions.store.server.ts";
import type { Hidden } from "#app/disclosure/published-table.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { isPersonal } from "#app/forms/question.ts";
import { db } from "#app/shared/db.server.ts";
import { languages, type Text } from "#app/shared/languages.ts";
import { textInAll, wordsFor } from "#app/shared/words.server.ts";
import { bandName } from "./band-words.ts";
import { askedInYear, publishable, type Choice, type Publishable, type PublishableLine } from "./choice.ts";
import { describeVariable, equalityKey } from "#app/consultations/equality-variables.ts";
import { findEqualityTables } from "./equality-tables.store.server.ts";
import { passTheGate, type Counting } from "./gate.server.ts";
import type { Counted } from "./known.ts";
import type { Teller } from "./making.ts";
import { shownTable, withoutNoughtsAtEnds, type Described, type PublishedResults, type ShownQuestion } from "./published-results.ts";
import { crossTable, oneWayTable, type Variable } from "./tables.ts";

export type Made = {
  results: PublishedResults;
  counted: Counted;
  /** What is hidden and why, for officers. */
  log: Hidden[];
  /** How many tables by group are left out because most of each would be hidden. */
  leftOut: number;
  /** Figures that could be worked out because of an earlier publication; none may be left. */
  open: string[];
};

/** Who answered: what respondents are counted by, and how it is called. */
export type Group = Described & { variable: Variable; isEverybody: boolean };
/** Something that was asked, and how it is called. */
export type Asked = { described: Described & Pick<ShownQuestion, "section" | "versions">; variable: Variable; hasTables: boolean };

/** What would be published of a set of a consultation; null where whoever is told wants it no more. */
export async function makeResults(consultation: Consultation, set: AnalysisSet & { frozenAt: Date }, choice: Choice, now: Date, tell: Teller): Promise<Made | null> {
  if (!(await tell({ step: "read", done: 0, of: 0 }))) return null;
  const versions = await listVersions(db(), consultation.formId);
  const all = publishable(versions, askedInYear(consultation, now));
  const columns = await findSetColumns(db(), set.id);
  // because equality answers meet others in their own tables alone, which stay when those who gave them are forgotten
  const kept = choice.equality.length === 0 ? [] : ((await findEqualityTables(db(), set.id))?.counted.tables ?? []);
  const groups = groupsOf(choice, all);
  const asked = askedOf(choice, all, versions);
  const tables = [
    ...groups.map((group): Counting => (from) => oneWayTable(from, {}, group.variable)),
    ...asked.filter(({ variable }) => !groups.some(({ key }) => key === variable.key)).map(({ variable }): Counting => (from) => oneWayTable(from, {}, variable)),
    ...asked.flatMap(({ variable, hasTables }) =>
      hasTables ? groups.filter(({ key }) => key !== variable.key).map((group): Counting => (from) => crossTable(from, {}, variable, { ...group.variable, isEverybody: group.isEverybody })) : [],
    ),
  ];
  const passed = await passTheGate(consultation, set, columns, tables, tell, new Map(kept.filter(({ care }) => care === "special").map((table) => [table.id, table])));
  if (passed === null) return null;
  const { counted, published } = passed;
  const chosen = new Set(Object.keys(choice.questions));
  const newest = versions[0]?.definition;
  const results: PublishedResults = {
    set: set.number,
    responses: columns.responses,
    excluded: (await countAbsences(db(), set.id)).reduce((sum, { because, count }) => sum + (because === "withdrawn" ? 0 : count), 0),
    frozenAt: set.frozenAt.toISOString(),
    versions: await versionsOf(consultation),
    questions: asked.map(({ described: { section, versions: numbers, ...described }, variable }) => {
      const shown = shownTable(described, published, groups);
      return { ...(variable.valueFor ? withoutNoughtsAtEnds(shown) : shown), section, versions: numbers };
    }),
    groups: groups.map((group) => ({ ...shownTable(plain(group), published, []), by: [] })),
    notPublished: (newest ? questionsOf(newest) : []).filter((question) => question.type !== "statement" && !isPersonal(question) && !chosen.has(question.id)).length,
  };
  return { results, counted: { tables: counted, hidden: published.hidden }, log: published.log, leftOut: published.leftOut.length, open: published.open };
}

/** The first is asked from the opening. */
async function versionsOf({ formId, opensAt, publishedAt }: Consultation): Promise<PublishedResults["versions"]> {
  const changes = await listQuestionChanges(db(), formId);
  const first = opensAt ?? publishedAt;
  if (changes.length === 0 || !first) return [];
  return [{ number: 1, since: first }, ...changes.reverse().map(({ number, publishedAt: since }) => ({ number, since }))].map(({ number, since }) => ({ number, since: since.toISOString() }));
}

/** How it is called alone. */
export function plain({ variable: _, isEverybody: __, ...described }: Group): Described {
  return described;
}

const inEach = languages.map(wordsFor);

function nameInAll(name: PublishableLine["values"][number]["name"]): Text {
  if (!("band" in name)) return answerNameInAll(name, inEach);
  return Object.fromEntries(inEach.map((words) => [words.language, bandName(name.of, name.band, words)]));
}

/** The groups that are chosen. */
export function groupsOf({ byRespondent, area, equality }: Choice, all: readonly Publishable[]): Group[] {
  const common = { number: null, about: null, of: "answered", isSeveral: false } as const;
  const groups: Group[] = [];
  if (byRespondent) {
    const values = respondentTypes.map((value) => ({ id: value, name: answerNameInAll({ held: "respondent", value }, inEach) }));
    const variable: Variable = { key: ".respondent", values: respondentTypes, isSeveral: false, care: "ordinary" };
    groups.push({ ...common, key: ".respondent", label: textInAll("office:cross.held.respondent"), order: "longest-first", isRounded: false, values, variable, isEverybody: true });
  }
  const asked = all.find(({ question }) => question.id === area?.question);
  const [line] = asked?.lines ?? [];
  if (area && asked && line) {
    const values = line.values.map(({ id, name }) => ({ id, name: nameInAll(name) }));
    const variable: Variable = { key: line.key, values: values.map(({ id }) => id), isSeveral: false, care: area.size === "ward" ? "ordinary" : "small-area" };
    groups.push({ ...common, key: line.key, label: asked.question.label, order: line.order, isRounded: false, values, variable, isEverybody: false });
  }
  for (const one of equality) {
    const { label, values } = describeVariable(one, textInAll);
    const variable: Variable = { key: equalityKey(one), values: values.map(({ id }) => id), isSeveral: false, care: "special" };
    groups.push({ ...common, key: variable.key, label, order: "as-given", isRounded: true, values, variable, isEverybody: false });
  }
  return groups;
}

/** The questions that are chosen, each with a line for each thing it asks about. */
export function askedOf(choice: Choice, all: readonly Publishable[], versions: Awaited<ReturnType<typeof listVersions>>): Asked[] {
  const sections = new Map(
    [...versions].reverse().flatMap(({ definition }) => definition.sections.flatMap(({ heading, questions }) => questions.map(({ id }) => [id, heading] as const))),
  );
  const askedIn = (id: string) =>
    [...versions].reverse().flatMap(({ number, definition }) => (questionsOf(definition).some((question) => question.id === id) ? [number] : []));
  return all.flatMap(({ question, lines }) => {
    const extent = choice.questions[question.id];
    if (extent === undefined) return [];
    return lines.map(({ key, about, of, order, values, valueFor }): Asked => {
      const isSeveral = question.type === "several-choices";
      const named = values.map(({ id, name }) => ({ id, name: nameInAll(name) }));
      const isSmallArea = choice.area?.question === question.id && choice.area.size !== "ward";
      return {
        described: {
          ...{ key, number: question.number ?? null, label: question.label, about: about ?? null, of, order, isSeveral },
          ...{ isRounded: false, values: named, section: sections.get(question.id) ?? {} },
          versions: askedIn(question.id),
        },
        variable: { key, values: named.map(({ id }) => id), isSeveral, care: isSmallArea ? "small-area" : "ordinary", ...(valueFor && { valueFor }) },
        hasTables: extent === "tables",
      };
    });
  });
}
