// Every construct met in the public forms of GOV.UK Forms, each in a form of its own, and what becomes of it.
import type { Construct } from "./gov-constructs.ts";

type Parts = Record<string, unknown>;

/** A form of one step with this type of answer, which may say more of itself, of its step and of the form. */
function govuk(answer_type: string, answer_settings: Parts | null = null, { data = {}, step = {}, form = {} }: { data?: Parts; step?: Parts; form?: Parts } = {}): Parts {
  const own = { question_text: "Q?", hint_text: null, answer_type, is_optional: true, answer_settings, page_heading: null, guidance_markdown: null, is_repeatable: false, ...data };
  return { form_id: "1", name: "Ducks", language: "en", start_page: 1, steps: [{ id: 1, position: 1, next_step_id: null, type: "question_page", data: own, routing_conditions: [], ...step }], ...form };
}

const select = (only_one_option: string, more: Parts = {}) => ({ only_one_option, selection_options: [{ name: "One", value: "a" }, { name: "Two" }], ...more });
const form = (part: Parts) => govuk("text", { input_type: "single_line" }, { form: part });
const exit = { id: 1, routing_page_id: 1, check_page_id: 1, answer_value: "a", goto_page_id: null };

export const govukConstructs: readonly Construct[] = [
  ["text: single_line", govuk("text", { input_type: "single_line" }), "short-text"],
  ["text: long_text", govuk("text", { input_type: "long_text" }), "long-text"],
  ["single_line, as older forms have it", govuk("single_line"), "short-text"],
  ["long_text, as older forms have it", govuk("long_text"), "long-text"],
  ["number", govuk("number"), "number"],
  ["email", govuk("email"), "email"],
  ["phone_number", govuk("phone_number"), "telephone"],
  ["organisation_name", govuk("organisation_name"), "short-text"],
  ["name: full_name", govuk("name", { input_type: "full_name", title_needed: "false" }), "name"],
  ["name: title_needed", govuk("name", { input_type: "first_middle_and_last_name", title_needed: "true" }), "name title-too"],
  ["address: uk_address", govuk("address", { input_type: { uk_address: "true", international_address: "false" } }), "address"],
  ["address: international_address", govuk("address", { input_type: { uk_address: "true", international_address: "true" } }), "address abroad"],
  ["date: other_date", govuk("date", { input_type: "other_date" }), "date"],
  ["date: date_of_birth", govuk("date", { input_type: "date_of_birth" }), "no-question birth"],
  ["national_insurance_number", govuk("national_insurance_number"), "no-question insurance"],
  ["file", govuk("file"), "file"],
  ["another type", govuk("ducks"), "no-question kind-unknown"],
  ["selection: one", govuk("selection", select("true")), "one-choice"],
  ["selection: several", govuk("selection", select("0")), "several-choices"],
  ["selection: none_of_the_above_question", govuk("selection", select("false", { none_of_the_above_question: { question_text: "What?", is_optional: "false" } })), "several-choices short-text"],
  ["is_repeatable", govuk("number", null, { data: { is_repeatable: true } }), "number several-answers"],
  ["page_heading, guidance_markdown", govuk("number", null, { data: { page_heading: "H", guidance_markdown: "## G" } }), "number"],
  ["hint_text", govuk("number", null, { data: { hint_text: "H" } }), "number"],
  ["a setting of the question unknown", govuk("number", { newer: 1 }), "number setting-unknown"],
  ["a setting of the step unknown", govuk("number", null, { data: { newer: 1 } }), "number setting-unknown"],
  ["exit_page_markdown", govuk("selection", select("true"), { step: { routing_conditions: [{ ...exit, exit_page_heading: "H", exit_page_markdown: "M" }] } }), "one-choice statement ends-for"],
  ["exit_pages", govuk("selection", select("true"), { step: { exit_pages: [{ id: 7, heading: "H", markdown: "M" }], routing_conditions: [{ ...exit, exit_page_id: 7 }] } }), "one-choice statement ends-for"],
  ["routing to nowhere", govuk("selection", select("true"), { step: { routing_conditions: [{ ...exit, goto_page_id: 9 }] } }), "one-choice leads-nowhere"],
  ["routing back", govuk("number", null, { step: { next_step_id: 1 } }), "number leads-back"],
  ["declaration_text", form({ declaration_text: "True" }), "short-text statement"],
  ["declaration_markdown", form({ declaration_markdown: "**True**" }), "short-text statement"],
  ["what_happens_next_markdown", form({ what_happens_next_markdown: "Tea" }), "short-text follows-on"],
  ["payment_url", form({ payment_url: "https://example.org" }), "short-text pays"],
  ["support_email, support_phone, support_url", form({ support_email: "a@example.org", support_phone: "01632 960000", support_url: "x" }), "short-text contact"],
  ["privacy_policy_url", form({ privacy_policy_url: "https://example.org" }), "short-text privacy"],
  ["submission_email, submission_format, s3_bucket_name", form({ submission_email: "a@example.org", submission_format: ["csv"], s3_bucket_name: "b" }), "short-text sends-on"],
  ["delivery_configurations", form({ delivery_configurations: [{ delivery_method: "email" }] }), "short-text sends-on"],
  ["send_copy_of_answers: enabled", form({ send_copy_of_answers: "enabled" }), "short-text copy"],
  ["send_copy_of_answers: disabled", form({ send_copy_of_answers: "disabled" }), "short-text"],
  ["available_languages", form({ available_languages: ["en", "cy", "fr"] }), "short-text language"],
  ["form_slug, version, created_at", form({ form_slug: "ducks", version: 3, created_at: "2026-01-01", brand_id: "b" }), "short-text same"],
  ["a part of the form unknown", form({ newer: 1 }), "short-text setting-unknown"],
];
