// A survey of LimeSurvey (.lss), of the older files that repeat each row in every language and of the newer ones.
import { filled, languages as ours, type Language, type Text } from "#app/shared/languages.ts";
import { fail } from "#app/shared/result.ts";
import type { Asked } from "./foreign-condition.ts";
import { startDraft, type Draft } from "./foreign-draft.ts";
import { languageFor, shortly, type FixedTexts, type ForeignForm } from "./foreign-form.ts";
import { lostInPlainText, plainFromHtml } from "./foreign-text.ts";
import { partName, takeLimeQuestion, type LimeOption, type LimeQuestion } from "./lime-questions.ts";
import { compared, readRelevance, type Meant } from "./lime-relevance.ts";
import { languagesNamed, limeSurveyKind, rowsOf, tablesOf, wordsIn, type Row, type Tables } from "./lime-tables.ts";

const mostQuestions = 2_000;

/** Whether it is XML of LimeSurvey's. */
export function isLimeSurvey(input: unknown): boolean {
  return limeSurveyKind(input) !== "";
}

/** The survey as a form of ours. Never throws. */
export function readLimeSurvey(input: unknown, fixed: FixedTexts): ForeignForm {
  const kind = limeSurveyKind(input);
  if (kind !== "Survey") return fail({ says: `It holds no survey but this: ${shortly(kind)}.`, leftOut: [] });
  const tables = tablesOf(input);
  const [survey = {}] = tables.get("surveys") ?? [];
  const tags = [...new Set([survey.language ?? "", ...languagesNamed(input), ...(survey.additional_languages ?? "").split(" ")])].filter((tag) => tag !== "");
  const base = languageFor(survey.language ?? tags[0]);
  const found = ours.filter((language) => tags.some((tag) => languageFor(tag) === language));
  const [main, ...others] = [...found.filter((language) => language === base), ...found.filter((language) => language !== base)];
  if (main === undefined) return fail({ says: `Its languages are not among ours: ${shortly(tags.join(", "))}.`, leftOut: [] });
  const questions = rowsOf(tables, "questions", "qid").filter(({ parent_qid }) => (parent_qid ?? "0") === "0" || parent_qid === "");
  if (questions.length > mostQuestions) return fail({ says: `It has more than ${mostQuestions} questions.`, leftOut: [] });
  const draft = startDraft([main, ...others]);
  for (const tag of tags) if (!languageFor(tag)) draft.leaveOut(tag, "is a language that is not among ours");
  const textOf = reader(draft, [main, ...others]);
  const read = questionsIn(tables, questions, textOf);
  const meaningOf = meanings(survey.sid ?? "", questions, read);
  const shownWhen = conditionsIn(tables, meaningOf);
  const layout = survey.format === "S" ? "one-question-a-page" : "one-page";
  const groups = rowsOf(tables, "groups", "gid").sort((one, two) => orderIn(one, "group_order") - orderIn(two, "group_order"));
  const names = wordsIn(tables, ["groups", "group_l10ns"], "gid", "group_name");
  const descriptions = wordsIn(tables, ["groups", "group_l10ns"], "gid", "description");
  for (const group of groups) {
    const gid = group.gid ?? "";
    const heading = textOf(names.get(gid), `group ${gid}`) ?? {};
    const named = heading[main] ?? `group ${gid}`;
    const intro = textOf(descriptions.get(gid), named);
    const when = readRelevance(group.grelevance ?? "", meaningOf);
    if (when === false) {
      draft.leaveOut(named, "is left out: it is never shown there");
      continue;
    }
    if (group.randomization_group) draft.leaveOut(named, "stands in a random order there");
    draft.openSection({ key: `group ${gid}`, heading, ...(intro && { intro }), layout }, when === true ? undefined : when);
    const own = questions.filter((row) => row.gid === gid).sort((one, two) => orderIn(one, "question_order") - orderIn(two, "question_order"));
    for (const row of own) takeRow(draft, row, read.get(row.qid ?? ""), shownWhen(row), fixed);
  }
  for (const row of questions) if (!groups.some(({ gid }) => gid === row.gid)) draft.leaveOut(row.title ?? "", "is left out: it belongs to no group");
  return finish(draft, tables, survey, textOf, main);
}

function orderIn(row: Record<string, unknown>, field: string): number {
  return Number(row[field]) || 0;
}

type TextOf = (words: ReadonlyMap<string, string> | undefined, what: string) => Text | undefined;

function reader(draft: Draft, languages: readonly Language[]): TextOf {
  return (words, what) => {
    const text: Text = {};
    const lost = new Set<string>();
    for (const [tag, html] of words ?? []) {
      const language = languageFor(tag);
      if (!language || !languages.includes(language) || text[language] !== undefined) continue;
      const thing = lostInPlainText(html);
      if (thing !== undefined) lost.add(`holds ${thing}, which is left out`);
      // A formula in braces begins with a name; a brace before a space is a brace.
      if (/\{[A-Za-z_!(][^{}\n]{0,500}\}/.test(html)) lost.add("takes another answer into its wording, which stays as it is written");
      text[language] = plainFromHtml(html);
    }
    for (const why of lost) draft.leaveOut(what, why);
    return filled(text);
  };
}

function questionsIn(tables: Tables, questions: readonly Row[], textOf: TextOf): Map<string, LimeQuestion> {
  const sources = ["questions", "subquestions", "question_l10ns"];
  const [labels, helps] = [wordsIn(tables, sources, "qid", "question"), wordsIn(tables, sources, "qid", "help")];
  const children = grouped([...rowsOf(tables, "subquestions", "qid"), ...rowsOf(tables, "questions", "qid").filter(({ parent_qid }) => (parent_qid ?? "0") !== "0")], "parent_qid");
  const answers = grouped(answersIn(tables, textOf), "qid");
  const attributes = grouped(tables.get("question_attributes") ?? [], "qid");
  return new Map(
    questions.map((row) => {
      const qid = row.qid ?? "";
      const key = row.title || `q${qid}`;
      const subquestions = (children.get(qid) ?? [])
        .sort((one, two) => orderIn(one, "question_order") - orderIn(two, "question_order"))
        .map((sub): LimeOption => ({ code: sub.title ?? "", label: textOf(labels.get(sub.qid ?? ""), key) ?? {}, relevance: sub.relevance ?? "" }));
      const offered = (answers.get(qid) ?? [])
        .sort((one, two) => orderIn(one, "sortorder") - orderIn(two, "sortorder"))
        .map(({ code = "", label }): LimeOption => ({ code, label, relevance: "" }));
      const own = (attributes.get(qid) ?? []).filter(({ value }) => value).map(({ attribute = "", value = "" }) => [attribute, value] as const);
      const question = { key, type: row.type ?? "", label: textOf(labels.get(qid), key) ?? {}, help: textOf(helps.get(qid), key) };
      return [qid, { ...question, mandatory: row.mandatory ?? "", hasOther: row.other === "Y", subquestions, answers: offered, attributes: new Map(own) }];
    }),
  );
}

function answersIn(tables: Tables, textOf: TextOf) {
  const translated = wordsIn(tables, ["answer_l10ns"], "aid", "answer");
  const each = new Map<string, { qid: string; code: string; sortorder: string; words: Map<string, string> }>();
  for (const { qid = "", code = "", aid = "", scale_id = "0", sortorder = "0", language, answer } of tables.get("answers") ?? []) {
    const key = `${qid} ${scale_id} ${code}`;
    const one = each.get(key) ?? { qid, code, sortorder, words: new Map(translated.get(aid) ?? []) };
    if (language && answer) one.words.set(language, answer);
    each.set(key, one);
  }
  return [...each.values()].map(({ qid, code, sortorder, words }) => ({ qid, code, sortorder, label: textOf(words, code) ?? {} }));
}

function grouped<Each extends Record<string, unknown>>(rows: readonly Each[], field: keyof Each): Map<string, Each[]> {
  const groups = new Map<string, Each[]>();
  for (const row of rows) {
    const key = String(row[field] ?? "");
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

// A question goes by its code and by survey, group and id; a part of it by its own code after either.
function meanings(sid: string, questions: readonly Row[], read: ReadonlyMap<string, LimeQuestion>): (name: string) => Meant | undefined {
  const meant = new Map<string, Meant>();
  for (const row of questions) {
    const question = read.get(row.qid ?? "");
    if (!question) continue;
    const { key, type, subquestions } = question;
    const number = `${sid}X${row.gid}X${row.qid}`;
    const own: Meant = { about: key };
    meant.set(key, own).set(number, own);
    for (const { code } of subquestions) {
      const part: Meant | undefined = type === "M" || type === "P" ? { about: key, box: code } : type === "Q" || type === "K" ? { about: partName(key, code) } : undefined;
      if (part) meant.set(partName(key, code), part).set(`${number}${code}`, part);
    }
  }
  return (name) => meant.get(name);
}

// Older files keep conditions in a table of their own: within a scenario all hold, of one question any, and any scenario will do.
function conditionsIn(tables: Tables, meaningOf: (name: string) => Meant | undefined): (row: Row) => Asked | boolean {
  const conditions = grouped(tables.get("conditions") ?? [], "qid");
  return (row) => {
    const relevance = readRelevance(row.relevance ?? "", meaningOf);
    const own = conditions.get(row.qid ?? "") ?? [];
    if (relevance !== true || own.length === 0) return relevance;
    const scenarios = [...grouped(own, "scenario").values()].map((parts): Asked => {
      const each = [...grouped(parts, "cqid").values()].map((same): Asked => {
        const asked = same.map(({ cfieldname = "", method = "==", value = "" }): Asked => {
          const meant = meaningOf(cfieldname.replace(/^\+/, "")) ?? meaningOf(cfieldname.replace(/^\+?(\d+X\d+X\d+).*$/, "$1"));
          return meant ? compared(meant, method.trim(), value) : { unsayable: `its condition asks about “${shortly(cfieldname)}”, which is not in the file` };
        });
        return asked.length === 1 && asked[0] ? asked[0] : { any: asked };
      });
      return { all: each };
    });
    return scenarios.length === 1 && scenarios[0] ? scenarios[0] : { any: scenarios };
  };
}

function takeRow(draft: Draft, row: Row, question: LimeQuestion | undefined, when: Asked | boolean, fixed: FixedTexts): void {
  if (!question) return;
  if (when === false) return draft.leaveOut(question.key, "is left out: it is never shown there");
  if (row.preg) draft.leaveOut(question.key, "checks what is typed by a pattern, which is left out");
  takeLimeQuestion(draft, question, fixed, when === true ? undefined : when);
}

function finish(draft: Draft, tables: Tables, survey: Row, textOf: TextOf, main: Language): ForeignForm {
  const settings = tables.get("surveys_languagesettings") ?? [];
  const setting = (field: string) => textOf(new Map(settings.map((row) => [row.surveyls_language ?? "", row[field] ?? ""])), field.replace("surveyls_", ""));
  const title = setting("surveyls_title");
  const description = setting("surveyls_description");
  const purpose = setting("surveyls_welcometext");
  const isShort = description !== undefined && description[main] !== undefined && Object.values(description).every((words) => words.length <= 300);
  const named = title?.[main] === undefined ? { [main]: "Survey" } : title;
  if (description && !isShort) draft.leaveOut("description", "is longer than the 300 characters a summary may have");
  if (setting("surveyls_endtext")) draft.leaveOut("endtext", "is left out: what is said at the end is the same for every consultation");
  if (setting("surveyls_policy_notice")) draft.leaveOut("policy_notice", "is left out: the privacy notice is the partnership's own");
  for (const [table, why] of [
    ["quota", "is left out: nobody is turned away here because enough others answered"],
    ["assessments", "is left out: answers are not given marks here"],
    ["defaultvalues", "is left out: no answer is filled in beforehand here"],
  ] as const) {
    if ((tables.get(table) ?? []).length > 0) draft.leaveOut(table, why);
  }
  const dayIn = (field: string) => /^(\d{4}-\d{2}-\d{2})/.exec(survey[field] ?? "")?.[1];
  const [opensOn, closesOn] = [dayIn("startdate"), dayIn("expires")];
  const inOrder = opensOn === undefined || closesOn === undefined || opensOn <= closesOn;
  const summary = isShort ? description : Object.fromEntries(Object.entries(named).map(([language, words]) => [language, words.slice(0, 300)]));
  return draft.finish({ title: named, summary, purpose: purpose ?? {}, ...(inOrder && opensOn && { opensOn }), ...(inOrder && closesOn && { closesOn }) });
}
