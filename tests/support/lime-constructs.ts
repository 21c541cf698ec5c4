// Every construct met in the public surveys of LimeSurvey, each in a survey of its own, and what becomes of it.
import type { Construct } from "./gov-constructs.ts";
import { limeTree, lssOf } from "./lime-survey.ts";

type Row = Record<string, string>;
type More = { row?: Row; attributes?: Row; tables?: Record<string, Row[]>; survey?: Row; settings?: Row };

const parts = (qid: number) => ["a", "b"].map((title, at): Row => ({ qid: String(qid + at), parent_qid: "1", gid: "1", title, question: title, question_order: String(at), scale_id: "0", language: "en" }));
const columns = ["x", "y"].map((title, at): Row => ({ qid: String(30 + at), parent_qid: "1", gid: "1", title, question: title, question_order: String(at), scale_id: "1", language: "en" }));
const answers = (scale: string) => ["A1", "A2"].map((code, at): Row => ({ qid: "1", code, answer: code, sortorder: String(at), language: "en", scale_id: scale }));

/** A survey with one question of this type. */
function lime(type: string, { row = {}, attributes = {}, tables = {}, survey = {}, settings = {} }: More = {}): object {
  const question = { qid: "1", parent_qid: "0", gid: "1", type, title: "q", question: "Q?", other: "N", mandatory: "N", question_order: "1", relevance: "1", language: "en", ...row };
  return limeTree(
    lssOf(
      {
        groups: [{ gid: "1", group_name: "G", group_order: "0", language: "en" }],
        questions: [question],
        subquestions: [...parts(10), ...([":", ";"].includes(type) ? columns : [])],
        answers: [...answers("0"), ...(type === "1" ? answers("1") : [])],
        question_attributes: Object.entries(attributes).map(([attribute, value]) => ({ qid: "1", attribute, value })),
        surveys: [{ sid: "9", language: "en", format: "G", ...survey }],
        surveys_languagesettings: [{ surveyls_language: "en", surveyls_title: "Ducks", ...settings }],
        ...tables,
      },
      ["en"],
    ),
  );
}

const types: Construct[] = [
  ...["S short-text", "T long-text", "U long-text", "N number", "D date", "5 rating", "X statement", "| file", "Y one-choice", "G one-choice"],
  ...["L one-choice", "! one-choice", "O one-choice long-text", "M several-choices", "P several-choices comment-boxes", "R ranking"],
  ...["Q short-text short-text", "K number number", "F matrix", "H matrix", "A matrix", "B matrix", "C matrix", "E matrix", "1 matrix matrix"],
  ...["* no-question worked-out", "I no-question language-question", ": no-question numbers-table", "; no-question texts-table", "Z no-question kind-unknown"],
].map((line) => {
  const [type = "", ...outcome] = line.split(" ");
  return [`type ${type}`, lime(type), outcome.join(" ")];
});

const with_ = (type: string, attribute: string, value: string) => lime(type, { attributes: { [attribute]: value } });
const attributes: Construct[] = [
  ["other, other_replace_text", lime("L", { row: { other: "Y" }, attributes: { other_replace_text: "Else" } }), "one-choice"],
  ["other_replace_text in two languages", lime("L", { row: { other: "Y" }, tables: { question_attributes: [["en", "Else"], ["de", "Anderes"]].map(([language = "", value = ""]) => ({ qid: "1", attribute: "other_replace_text", value, language })) } }), "one-choice"],
  ["a wording left blank", lime("S", { row: { question: "" } }), "short-text no-wording"],
  ["one subquestion, its wording left blank", lime("K", { tables: { subquestions: [{ ...parts(10)[0]!, question: "" }] } }), "number"],
  ["mandatory: soft", lime("S", { row: { mandatory: "S" } }), "short-text asks-again"],
  ["preg", lime("S", { row: { preg: "/a/" } }), "short-text pattern"],
  ["hidden", with_("S", "hidden", "1"), "no-question hidden"],
  ["maximum_chars", with_("S", "maximum_chars", "10"), "short-text"],
  ["numbers_only", with_("S", "numbers_only", "1"), "number"],
  ["numbers_only of a long text", with_("T", "numbers_only", "1"), "long-text digits"],
  ["location_mapservice", lime("S", { attributes: { location_mapservice: "100", location_mapwidth: "500" } }), "map-point"],
  ["prefix £", with_("N", "prefix", "£"), "money"],
  ["prefix, suffix", lime("N", { attributes: { prefix: "#", suffix: "kg" } }), "number prefix"],
  ["suffix of a text", with_("S", "suffix", "kg"), "short-text suffix"],
  ["min_num_value_n, max_num_value_n, num_value_int_only", lime("N", { attributes: { min_num_value_n: "1", max_num_value_n: "9", num_value_int_only: "1" } }), "number"],
  ["a limit by a formula", with_("N", "max_num_value_n", "{q1}"), "number limit-formula"],
  ["min_num_value, equals_num_value", lime("K", { attributes: { min_num_value: "5", equals_num_value: "9" } }), "number number sum"],
  ["slider_layout, slider_min, slider_max", lime("K", { attributes: { slider_layout: "1", slider_min: "1", slider_max: "9" } }), "number number"],
  ["slider_default", with_("K", "slider_default", "5"), "number number prefilled"],
  ["date_min, date_max", lime("D", { attributes: { date_min: "2026-01-01", date_max: "2026" } }), "date"],
  ["date_format with a time", with_("D", "date_format", "dd/mm/yyyy HH:MM"), "date day-and-time"],
  ["min_answers, max_answers", lime("M", { attributes: { min_answers: "1", max_answers: "2" } }), "several-choices"],
  ["max_answers of a ranking, max_subquestions", with_("R", "max_subquestions", "2"), "ranking most-ranked"],
  ["min_answers of texts", with_("Q", "min_answers", "1"), "short-text short-text least-answers"],
  ["exclude_all_others", with_("M", "exclude_all_others", "b"), "several-choices"],
  ["exclude_all_others, several", with_("M", "exclude_all_others", "a;b"), "several-choices alone-several"],
  ["random_order", with_("L", "random_order", "1"), "one-choice random-order"],
  ["answer_order: alphabetical", with_("L", "answer_order", "alphabetical"), "one-choice random-order"],
  ["answer_order: normal", with_("L", "answer_order", "normal"), "one-choice"],
  ["array_filter", with_("M", "array_filter", "q0"), "several-choices filter-shows"],
  ["array_filter_exclude", with_("M", "array_filter_exclude", "q0"), "several-choices filter-hides"],
  ["em_validation_q, em_validation_q_tip", lime("S", { attributes: { em_validation_q: "a > 1", em_validation_q_tip: "More" } }), "short-text formula tip"],
  ["equation", with_("S", "equation", "a + 1"), "short-text worked-out"],
  ["time_limit", with_("S", "time_limit", "30"), "short-text timed"],
  ["random_group", with_("S", "random_group", "r"), "short-text page-random"],
  ["other_comment_mandatory, other_numbers_only", lime("L", { attributes: { other_comment_mandatory: "1", other_numbers_only: "1" } }), "one-choice other-needed digits"],
  ["placeholder", with_("S", "placeholder", "duck"), "short-text placeholder"],
  ["category_separator", with_("!", "category_separator", "/"), "one-choice headings"],
  ["max_num_of_files, min_num_of_files, show_title", lime("|", { attributes: { max_num_of_files: "3", min_num_of_files: "1", show_title: "1" } }), "file file-words several-files least-files"],
  ["multiflexible_checkbox", with_(":", "multiflexible_checkbox", "1"), "several-choices several-choices"],
  ["dualscale_headerA, dualscale_headerB", lime("1", { attributes: { dualscale_headerA: "Now", dualscale_headerB: "Then" } }), "matrix matrix"],
  ["looks", lime("S", { attributes: { cssclass: "x", hide_tip: "1", input_size: "9", page_break: "1", statistics_showgraph: "1", public_statistics: "1" } }), "short-text same"],
  ["an attribute unknown", with_("S", "newer", "1"), "short-text setting-unknown"],
  ["question theme: images", lime("L", { row: { question_theme_name: "image_select-listradio" } }), "one-choice picture-options"],
  ["question theme: browserdetect", lime("S", { row: { question_theme_name: "browserdetect" } }), "short-text kept-more"],
  ["a script of the question", lime("S", { tables: { question_l10ns: [{ qid: "1", question: "Q?", language: "en", script: "alert(1)" }] } }), "short-text lost-script"],
  ["a picture in the wording", lime("S", { row: { question: "<img src='x'>Look" } }), "short-text lost-picture"],
  ["another answer in the wording", lime("S", { row: { question: "Hello {TOKEN:FIRSTNAME}" } }), "short-text takes-answer"],
];

const relevance = (formula: string) => lime("S", { row: { title: "q", relevance: formula } });
const condition = (row: Row) => lime("S", { tables: { conditions: [{ cid: "1", qid: "1", scenario: "1", ...row }] } });
const whole: Construct[] = [
  ["relevance: never", relevance("0"), "no-question never-shown"],
  ["relevance: a formula", relevance("sum(a, b) > 1"), "short-text condition-formula"],
  ["condition: of a participant", condition({ cqid: "0", cfieldname: "{TOKEN:ATTRIBUTE_1}", method: "==", value: "1" }), "short-text condition-unknown"],
  ["condition: a pattern", condition({ cqid: "1", cfieldname: "9X1X1", method: "RX", value: "1" }), "short-text condition-operator"],
  ["subquestion relevance", lime("M", { tables: { subquestions: [{ ...parts(10)[0]!, relevance: "a > 1" }] } }), "several-choices option-some"],
  ["group: randomization_group", lime("S", { tables: { groups: [{ gid: "1", group_name: "G", language: "en", randomization_group: "r" }] } }), "short-text page-random"],
  ["a question of no group", lime("S", { tables: { groups: [] } }), "no-question no-group"],
  ["quota, quota_members", lime("S", { tables: { quota: [{ id: "1" }], quota_members: [{ id: "1" }] } }), "short-text quota"],
  ["assessments", lime("S", { tables: { assessments: [{ id: "1" }] } }), "short-text marks"],
  ["defaultvalues, survey_url_parameters", lime("S", { tables: { defaultvalues: [{ qid: "1" }], survey_url_parameters: [{ id: "1" }] } }), "short-text prefilled"],
  ["themes, plugin_settings", lime("S", { tables: { themes: [{ sid: "9" }], plugin_settings: [{ id: "1" }] } }), "short-text same"],
  ["surveys_groups, surveys_groupsettings", lime("S", { tables: { surveys_groups: [{ gsid: "1" }], surveys_groupsettings: [{ gsid: "1" }] } }), "short-text same"],
  ["a table unknown", lime("S", { tables: { newer: [{ id: "1" }] } }), "short-text table-unknown"],
  ["surveyls_endtext", lime("S", { settings: { surveyls_endtext: "Bye" } }), "short-text sent-page"],
  ["surveyls_url", lime("S", { settings: { surveyls_url: "https://example.org" } }), "short-text leads-away"],
  ["surveyls_policy_notice, surveyls_legal_notice", lime("S", { settings: { surveyls_policy_notice: "P", surveyls_legal_notice: "L" } }), "short-text privacy privacy"],
  ["surveyls_email_invite", lime("S", { settings: { surveyls_email_invite: "Dear {FIRSTNAME}" } }), "short-text letters"],
  ["a description longer than a summary", lime("S", { settings: { surveyls_description: "x".repeat(301) } }), "short-text long-summary"],
  ["ipaddr, refurl, savetimings", lime("S", { survey: { ipaddr: "Y", refurl: "Y", savetimings: "Y" } }), "short-text kept-more"],
  ["usetokens", lime("S", { survey: { usetokens: "Y" } }), "short-text signs-in"],
  ["emailnotificationto", lime("S", { survey: { emailnotificationto: "a@example.org" } }), "short-text sends-on"],
  ["settings left to the installation", lime("S", { survey: { savetimings: "I", ipaddr: "I", allowregister: "I", assessments: "I", emailresponseto: "inherit", emailnotificationto: "inherit" } }), "short-text same"],
  ["googleanalyticsapikey", lime("S", { survey: { googleanalyticsapikey: "x" } }), "short-text visitors"],
  ["additional_languages", lime("S", { survey: { additional_languages: "cy fr" } }), "short-text language"],
];

export const limeConstructs: readonly Construct[] = [...types, ...attributes, ...whole];
