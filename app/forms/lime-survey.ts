// A survey of LimeSurvey (.lss), of the older files that repeat each row in every language and of the newer ones.
import { filled, languages as ours, type Language, type Text } from "#app/shared/languages.ts";
import { fail } from "#app/shared/result.ts";
import { unsayable, type Asked } from "./foreign-condition.ts";
import { startDraft, type Draft } from "./foreign-draft.ts";
import { languageFor, mostInSummary, shortly, summaryFrom, type FixedTexts, type ForeignForm } from "./foreign-form.ts";
import { tellOfSettings } from "./foreign-settings.ts";
import { lostInPlainText, plainFromHtml } from "./foreign-text.ts";
import type { ReasonCode } from "./left-out.ts";
import { partName, takeLimeQuestion, type LimeOption, type LimeQuestion } from "./lime-questions.ts";
import { compared, readRelevance, type Meant } from "./lime-relevance.ts";
import { isSaidOfSurvey, surveyFates, tableFates } from "./lime-settings.ts";
import { languagesNamed, limeSurveyKind, rowsOf, tablesOf, wordsIn, type Row, type Tables } from "./lime-tables.ts";

const mostQuestions = 2_000;

/** Whether it is XML of LimeSurvey's. */
export function isLimeSurvey(input: unknown): boolean {
  return limeSurveyKind(input) !== "";
}

/** The survey as a form of ours. Never throws. */
export function readLimeSurvey(input: unknown, fixed: FixedTexts): ForeignForm {
  const kind = limeSurveyKind(input);
  if (kind !== "Survey") return fail({ refused: { code: "other-lime", values: { kind: shortly(kind) } }, leftOut: [] });
  const tables = tablesOf(input);
  const [survey = {}] = tables.get("surveys") ?? [];
  const tags = [...new Set([survey.language ?? "", ...languagesNamed(input), ...(survey.additional_languages ?? "").split(" ")])].filter((tag) => tag !== "");
  const base = languageFor(survey.language ?? tags[0]);
  const found = ours.filter((language) => tags.some((tag) => languageFor(tag) === language));
  const [main, ...others] = [...found.filter((language) => language === base), ...found.filter((language) => language !== base)];
  if (main === undefined) return fail({ refused: { code: "languages", values: { languages: shortly(tags.join(", ")) } }, leftOut: [] });
  const questions = rowsOf(tables, "questions", "qid").filter(({ parent_qid }) => (parent_qid ?? "0") === "0" || parent_qid === "");
  if (questions.length > mostQuestions) return fail({ refused: { code: "too-many-questions", values: { limit: mostQuestions } }, leftOut: [] });
  const draft = startDraft([main, ...others]);
  for (const tag of tags) if (!languageFor(tag)) draft.leaveOut(tag, "language");
  const textOf = reader(draft, [main, ...others]);
  const read = questionsIn(tables, questions, textOf, draft, [main, ...others]);
  const meaningOf = meanings(survey.sid ?? "", questions, read);
  const shownWhen = conditionsIn(tables, meaningOf);
  const layout = survey.format === "S" ? "one-question-a-page" : "one-page";
  const groups = rowsOf(tables, "groups", "gid").sort((one, two) => orderIn(one, "group_order") - orderIn(two, "group_order"));
  const names = wordsIn(tables, ["groups", "group_l10ns"], "gid", "group_name");
  const descriptions = wordsIn(tables, ["groups", "group_l10ns"], "gid", "description");
  for (const group of groups) {
    const gid = group.gid ?? "";
    const heading = textOf(names.get(gid), [...(names.get(gid)?.values() ?? [gid])].join(" / ")) ?? {};
    const named = heading[main] ?? gid;
    const intro = textOf(descriptions.get(gid), named);
    const when = readRelevance(group.grelevance ?? "", meaningOf);
    if (when === false) {
      draft.leaveOut(named, "never-shown");
      continue;
    }
    if (group.randomization_group) draft.leaveOut(named, "page-random");
    draft.openSection({ key: `group ${gid}`, heading, ...(intro && { intro }), layout }, when === true ? undefined : when);
    const own = questions.filter((row) => row.gid === gid).sort((one, two) => orderIn(one, "question_order") - orderIn(two, "question_order"));
    for (const row of own) takeRow(draft, row, read.get(row.qid ?? ""), shownWhen(row), fixed);
  }
  for (const row of questions) if (!groups.some(({ gid }) => gid === row.gid)) draft.leaveOut(row.title ?? "", "no-group");
  return finish(draft, tables, survey, textOf, main);
}

function orderIn(row: Record<string, unknown>, field: string): number {
  return Number(row[field]) || 0;
}

type TextOf = (words: ReadonlyMap<string, string> | undefined, what: string) => Text | undefined;

function reader(draft: Draft, languages: readonly Language[]): TextOf {
  return (words, what) => {
    const text: Text = {};
    const lost = new Set<ReasonCode>();
    for (const [tag, html] of words ?? []) {
      const language = languageFor(tag);
      if (!language || !languages.includes(language) || text[language] !== undefined) continue;
      for (const thing of lostInPlainText(html)) lost.add(thing);
      // A formula in braces begins with a name; a brace before a space is a brace.
      if (/\{[A-Za-z_!(][^{}\n]{0,500}\}/.test(html)) lost.add("takes-answer");
      text[language] = plainFromHtml(html);
    }
    for (const why of lost) draft.leaveOut(what, why);
    return filled(text);
  };
}

function questionsIn(tables: Tables, questions: readonly Row[], textOf: TextOf, draft: Draft, languages: readonly Language[]): Map<string, LimeQuestion> {
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
        .map((sub): LimeOption => ({ code: sub.title ?? "", label: textOf(labels.get(sub.qid ?? ""), key) ?? {}, relevance: sub.relevance ?? "", scale: sub.scale_id ?? "0" }));
      const offered = (answers.get(qid) ?? [])
        .sort((one, two) => orderIn(one, "sortorder") - orderIn(two, "sortorder"))
        .map(({ code, label, scale }): LimeOption => ({ code, label, relevance: "", scale }));
      const question = { key, type: row.type ?? "", label: wording(textOf(labels.get(qid), key), row, key, draft), help: textOf(helps.get(qid), key) };
      const said = { ...attributesIn(attributes.get(qid) ?? [], languages), theme: row.question_theme_name ?? "" };
      return [qid, { ...question, mandatory: row.mandatory ?? "", hasOther: row.other === "Y", subquestions, answers: offered, ...said }];
    }),
  );
}

// A question whose wording is blank in its own language is asked there all the same.
function wording(words: Text | undefined, { type }: Row, key: string, draft: Draft): Text {
  if (words?.[draft.main] !== undefined || type === "X") return words ?? {};
  draft.leaveOut(key, "no-wording");
  return { ...words, [draft.main]: key };
}

/** What is set for a question, and in each language what is worded for it; a language without words of its own has the first one's. */
function attributesIn(rows: readonly Row[], [main, ...others]: readonly Language[]): Pick<LimeQuestion, "attributes" | "worded"> {
  const attributes = new Map<string, string>();
  const worded = new Map<string, Text>();
  const valueIn = (name: string, language?: Language) =>
    rows.find((row) => row.attribute === name && row.value && (language === undefined ? !row.language : languageFor(row.language) === language))?.value;
  for (const name of new Set(rows.map(({ attribute = "" }) => attribute))) {
    const value = [main, undefined, ...others].map((language) => valueIn(name, language)).find((one) => one !== undefined);
    if (value === undefined) continue;
    attributes.set(name, value);
    worded.set(name, Object.fromEntries([main, ...others].flatMap((language) => (language ? [[language, valueIn(name, language) ?? value]] : []))));
  }
  return { attributes, worded };
}

function answersIn(tables: Tables, textOf: TextOf) {
  const translated = wordsIn(tables, ["answer_l10ns"], "aid", "answer");
  const each = new Map<string, { qid: string; code: string; scale: string; sortorder: string; words: Map<string, string> }>();
  for (const { qid = "", code = "", aid = "", scale_id = "0", sortorder = "0", language, answer } of tables.get("answers") ?? []) {
    const key = `${qid} ${scale_id} ${code}`;
    const one = each.get(key) ?? { qid, code, scale: scale_id, sortorder, words: new Map(translated.get(aid) ?? []) };
    if (language && answer) one.words.set(language, answer);
    each.set(key, one);
  }
  return [...each.values()].map(({ qid, code, scale, sortorder, words }) => ({ qid, code, scale, sortorder, label: textOf(words, code) ?? {} }));
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
    meant.set(number, own).set(`Q${row.qid}`, own).set(key, own);
    for (const row of type === ":" ? subquestions.filter(({ scale }) => scale !== "1") : []) {
      for (const { code } of subquestions.filter(({ scale }) => scale === "1")) meant.set(`${partName(key, row.code)}_${code}`, { about: partName(key, row.code), box: code });
    }
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
          return meant ? compared(meant, method.trim(), value) : unsayable("condition-unknown", { about: cfieldname });
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
  if (when === false) return draft.leaveOut(question.key, "never-shown");
  if (row.preg) draft.leaveOut(question.key, "pattern");
  takeLimeQuestion(draft, question, fixed, when === true ? undefined : when);
}

const settingsToldOf = [
  ["endtext", "sent-page"],
  ["policy_notice", "privacy"],
  ["legal_notice", "privacy"],
  ["email_invite", "letters"],
] as const;

function finish(draft: Draft, tables: Tables, survey: Row, textOf: TextOf, main: Language): ForeignForm {
  const settings = tables.get("surveys_languagesettings") ?? [];
  const setting = (field: string) => textOf(new Map(settings.map((row) => [row.surveyls_language ?? "", row[field] ?? ""])), field.replace("surveyls_", ""));
  const title = setting("surveyls_title");
  const description = setting("surveyls_description");
  const purpose = setting("surveyls_welcometext");
  const isShort = description !== undefined && description[main] !== undefined && Object.values(description).every((words) => words.length <= mostInSummary);
  const named = title?.[main] === undefined ? { [main]: "Survey" } : title;
  if (description && !isShort) draft.leaveOut("description", "long-summary", { limit: mostInSummary });
  const isOurs = ({ surveyls_language }: Row) => languageFor(surveyls_language) !== undefined;
  for (const [field, code] of settingsToldOf) if (settings.some((row) => isOurs(row) && row[`surveyls_${field}`])) draft.leaveOut(field, code);
  const leadsTo = settings.map((row) => row.surveyls_url ?? "").find((address) => address !== "");
  if (leadsTo !== undefined) draft.leaveOut("url", "leads-away", { to: leadsTo });
  const toldOf = Object.fromEntries(Object.entries(survey).filter(([name]) => Object.hasOwn(surveyFates, name)));
  tellOfSettings(toldOf, surveyFates, (code, { name }) => draft.leaveOut(name, code, { name }), isSaidOfSurvey);
  const rows = Object.fromEntries([...tables].map(([name, own]) => [name, own.length > 0]));
  tellOfSettings(rows, tableFates, (code, { name }) => draft.leaveOut(name, code === "setting-unknown" ? "table-unknown" : code, { name }));
  if ((tables.get("question_l10ns") ?? []).some(({ script }) => script)) draft.leaveOut("script", "lost-script");
  const dayIn = (field: string) => /^(\d{4}-\d{2}-\d{2})/.exec(survey[field] ?? "")?.[1];
  const [opensOn, closesOn] = [dayIn("startdate"), dayIn("expires")];
  const inOrder = opensOn === undefined || closesOn === undefined || opensOn <= closesOn;
  const summary = isShort ? description : summaryFrom(named);
  return draft.finish({ title: named, summary, purpose: purpose ?? {}, ...(inOrder && opensOn && { opensOn }), ...(inOrder && closesOn && { closesOn }) });
}
