// A form of GOV.UK Forms, as its runner is handed it: one question a step, steps that may be skipped, English and Welsh.
import { filled, languages as ours, type Language, type Text } from "#app/shared/languages.ts";
import { fail } from "#app/shared/result.ts";
import type { Asked } from "./foreign-condition.ts";
import { optionsFrom, startDraft, takeDeclaration, type Draft, type NewQuestion } from "./foreign-draft.ts";
import { listOf, partsOf, said, shortly, summaryFrom, type FixedTexts, type ForeignForm, type Parts } from "./foreign-form.ts";
import { each, isSet, tellOfSettings, type Fates } from "./foreign-settings.ts";
import { lostInPlainText, plainFromMarkdown } from "./foreign-text.ts";
import type { Tell } from "./left-out.ts";
import { routesOf, type Way } from "./page-routes.ts";

const mostSteps = 2_000;
const largestFile = 7_000_000;
const none = "none_of_the_above";

const documentFates: Fates = {
  ...each("carried", "name", "steps", "pages", "start_page", "language", "available_languages", "declaration_text", "declaration_markdown"),
  ...each("same", "id", "form_id", "form_slug", "creator_id", "organisation_id", "external_id", "version", "state", "brand_id", "has_draft_version", "has_live_version"),
  ...each("same", "created_at", "updated_at", "live_at", "first_made_live_at", "has_routing_errors", "incomplete_tasks", "task_statuses", "ready_for_live"),
  ...each("same", "question_section_completed", "declaration_section_completed", "share_preview_completed", "welsh_completed"),
  ...each("sends-on", "submission_email", "submission_type", "submission_format", "delivery_configurations", "send_daily_submission_batch", "send_weekly_submission_batch"),
  ...each("sends-on", "s3_bucket_name", "s3_bucket_region", "s3_bucket_aws_account_id"),
  ...each("contact", "support_email", "support_phone", "support_url", "support_url_text"),
  ...{ privacy_policy_url: "privacy", payment_url: "pays", send_copy_of_answers: "copy", what_happens_next_markdown: "follows-on" },
};

const stepFates: Fates = {
  ...each("carried", "question_text", "hint_text", "answer_type", "is_optional", "answer_settings", "page_heading", "guidance_markdown", "is_repeatable"),
  ...each("carried", "id", "next_step_id", "next_page", "type", "data", "routing_conditions", "exit_pages"),
  ...each("same", "position", "form_id", "external_id", "has_routing_errors", "created_at", "updated_at", "submission_reference"),
};

const settingFates: Fates = each("carried", "input_type", "only_one_option", "selection_options", "none_of_the_above_question", "title_needed");

/** Whether it is such a form, flat or inside a document with its content apart. */
export function isGovukForm(input: unknown): boolean {
  return stepsOf(documentIn(input)).some((step) => answerType(step) !== "");
}

function documentIn(input: unknown): Parts {
  const parts = partsOf(input);
  return "steps" in parts || "pages" in parts ? parts : partsOf(parts.content);
}

function stepsOf(document: Parts): Parts[] {
  return listOf(document.steps ?? document.pages);
}

function answerType(step: Parts): string {
  return said(partsOf(step.data).answer_type ?? step.answer_type);
}

/** The form as one of ours. Never throws. */
export function readGovukForm(input: unknown, fixed: FixedTexts): ForeignForm {
  const document = documentIn(input);
  const all = Array.isArray(document.available_languages) ? document.available_languages.map(said) : [said(document.language) || "en"];
  const [main, ...others] = ours.filter((language) => all.includes(language));
  if (main === undefined) return fail({ refused: { code: "languages", values: { languages: shortly(all.join(", ")) } }, leftOut: [] });
  const draft = startDraft([main, ...others]);
  for (const other of all.filter((tag) => tag !== main && !others.some((language) => language === tag))) {
    draft.leaveOut(other, "language");
  }
  const settings = said(document.send_copy_of_answers) === "disabled" ? { ...document, send_copy_of_answers: null } : document;
  tellOfSettings(settings, documentFates, (code, { name }) => draft.leaveOut(name, code, { name }));
  const textIn = (value: unknown, what: string) => plainText(value, [main, ...others], draft, what);
  const title = textIn(document.name, "name") ?? { [main]: "Form" };
  const steps = stepsOf(document);
  if (steps.length > mostSteps) return fail({ refused: { code: "too-many-pages", values: { limit: mostSteps } }, leftOut: [] });
  const first = steps.find((step) => keyOf(step) === said(document.start_page)) ?? steps[0] ?? {};
  const routes = routesOf(steps.map((step, index) => ({ key: keyOf(step), ways: waysOf(step, steps[index + 1]) })), keyOf(first), () => undefined);
  for (const { from, to } of routes.back) draft.leaveOut(from, "leads-back", { to });
  for (const { from, to } of routes.nowhere.filter(({ to }) => to !== end)) draft.leaveOut(from, "leads-nowhere", { to });
  for (const key of routes.unreachable) draft.leaveOut(key, "unreachable");
  const byKey = new Map(steps.map((step) => [keyOf(step), step]));
  let startsAnew = true;
  for (const key of routes.order) {
    const step = byKey.get(key) ?? {};
    const data = { ...step, ...partsOf(step.data) };
    const when = routes.shownWhen.get(key);
    const intro = textIn(data.guidance_markdown, key);
    const heading = textIn(data.page_heading, key);
    if (intro || heading) draft.openSection({ key: `step ${key}`, heading: heading ?? title, ...(intro && { intro }), layout: "one-page" }, when);
    else if (startsAnew) draft.openSection({ key: `steps from ${key}`, heading: title, layout: "one-question-a-page" });
    startsAnew = Boolean(intro ?? heading);
    takeStep(draft, key, data, textIn, fixed, startsAnew ? undefined : when);
    takeExits(draft, step, key, textIn);
  }
  const declaration = textIn(document.declaration_markdown ?? document.declaration_text, "declaration");
  if (declaration) takeDeclaration(draft, title, declaration);
  return draft.finish({ title, summary: summaryFrom(title), purpose: {} });
}

function plainText(value: unknown, languages: readonly Language[], draft: Draft, what: string): Text | undefined {
  const [main = "en"] = languages;
  const each = typeof value === "object" ? partsOf(value) : { [main]: value };
  const text: Text = {};
  for (const language of languages) {
    const words = said(each[language]);
    for (const lost of lostInPlainText(words)) draft.leaveOut(what, lost);
    text[language] = plainFromMarkdown(words);
  }
  return filled(text);
}

const end = "end of the form";

function keyOf(step: Parts): string {
  return said(step.id);
}

function waysOf(step: Parts, following: Parts | undefined): Way[] {
  const ways = listOf(step.routing_conditions).map((condition): Way => {
    const to = said(condition.goto_page_id) || end;
    const value = said(condition.answer_value);
    return value === "" ? { to } : { to, when: { about: said(condition.check_page_id) || keyOf(step), is: value } };
  });
  const told = "next_step_id" in step ? step.next_step_id : step.next_page;
  const next = told === undefined ? (following ? keyOf(following) : "") : said(told);
  const always = ways.some(({ when }) => when === undefined);
  return always || next === "" ? ways : [...ways, { to: next }];
}

// Who is shown an exit page there sends nothing; here they read its words and may go on.
function takeExits(draft: Draft, step: Parts, key: string, textIn: (value: unknown, what: string) => Text | undefined): void {
  const pages = new Map(listOf(step.exit_pages).map((page) => [said(page.id), page]));
  listOf(step.routing_conditions).forEach((condition, index) => {
    const page = pages.get(said(condition.exit_page_id));
    const heading = textIn(page?.heading ?? condition.exit_page_heading, key);
    const words = textIn(page?.markdown ?? condition.exit_page_markdown, key);
    const label = heading ?? words;
    if (!label && !isSet(condition.exit_page_id)) return;
    const value = said(condition.answer_value);
    draft.leaveOut(key, "ends-for", { option: value });
    if (!label) return;
    const hint = heading && words ? { hint: words } : {};
    draft.take(`${key} exit ${index + 1}`, { type: "statement", label, ...hint }, { when: { about: said(condition.check_page_id) || key, is: value } });
  });
}

function takeStep(
  draft: Draft,
  key: string,
  data: Parts,
  textIn: (value: unknown, what: string) => Text | undefined,
  fixed: FixedTexts,
  when: Asked | undefined,
): void {
  const label = textIn(data.question_text, key) ?? {};
  const what = `${key}: ${Object.values(label)[0] ?? ""}`;
  const hint = textIn(data.hint_text, what);
  const type = said(data.answer_type);
  const common = { label, ...(hint && { hint }), ...(!isTrue(data.is_optional) && { required: true }) };
  const settings = partsOf(data.answer_settings);
  const tell: Tell = (code, values) => draft.leaveOut(what, code, values);
  tellOfSettings(data, stepFates, tell);
  tellOfSettings(settings, settingFates, tell);
  if (isTrue(data.is_repeatable)) tell("several-answers");
  const condition = when ? { when } : {};
  if (type === "selection") return takeSelection(draft, key, what, common, { settings, isOptional: isTrue(data.is_optional), textIn, fixed }, condition);
  const question = questionOf(type, settings, common, tell);
  if (question) draft.take(key, question, condition);
}

type Common = { label: Text; hint?: Text; required?: boolean };

function questionOf(type: string, settings: Parts, common: Common, tell: Tell): NewQuestion | undefined {
  const input = said(settings.input_type);
  switch (type) {
    case "text":
      return { type: input === "long_text" ? "long-text" : "short-text", ...common };
    case "long_text":
      return { type: "long-text", ...common };
    case "single_line":
    case "organisation_name":
      return { type: "short-text", ...common };
    case "number":
      return { type: "number", min: 0, decimals: 4, ...common };
    case "email":
      return { type: "email", ...common };
    case "phone_number":
      return { type: "telephone", ...common };
    case "name":
      if (isTrue(settings.title_needed)) tell("title-too");
      return { type: "name", ...common };
    case "address":
      if (isTrue(partsOf(settings.input_type).international_address)) tell("abroad");
      return { type: "address", ...common };
    case "date":
      // A date is not stored apart as personal answers are, so a date of birth may not become one.
      if (input !== "date_of_birth") return { type: "date", ...common };
      return void tell("birth");
    case "file":
      return { type: "file", kinds: ["image", "pdf", "document"], maxBytes: largestFile, ...common };
    case "national_insurance_number":
      return void tell("insurance");
    default:
      return void tell("kind-unknown", { kind: type });
  }
}

function takeSelection(
  draft: Draft,
  key: string,
  what: string,
  { label, hint }: Common,
  given: { settings: Parts; isOptional: boolean; textIn: (value: unknown, what: string) => Text | undefined; fixed: FixedTexts },
  condition: { when?: Asked },
): void {
  const { settings, isOptional, textIn, fixed } = given;
  const offered = listOf(settings.selection_options).map((option) => {
    const name = textIn(option.name, what) ?? {};
    return { value: said(option.value) || (Object.values(name)[0] ?? ""), label: name };
  });
  const isOne = isTrue(settings.only_one_option);
  // Where it may be skipped, GOV.UK Forms adds this answer instead of letting it stay blank.
  const { options, values } = optionsFrom(isOptional ? [...offered, { value: none, label: fixed.none }] : offered);
  const common = { label, ...(hint && { hint }), required: true };
  const last = isOptional ? options.at(-1) : undefined;
  if (isOne) draft.take(key, { type: "one-choice", options, ...common }, { values, ...condition });
  else if (last) draft.take(key, { type: "several-choices", options: options.slice(0, -1), noneOption: last, ...common }, { values, ...condition });
  else draft.take(key, { type: "several-choices", options, ...common }, { values, ...condition });
  const further = partsOf(settings.none_of_the_above_question);
  const asks = textIn(further.question_text, what);
  if (!asks || !isOptional) return;
  const isNone: Asked = { about: key, is: none };
  const isAsked = condition.when ? { all: [condition.when, isNone] } : isNone;
  draft.take(`${key} ${none}`, { type: "short-text", label: asks, ...(!isTrue(further.is_optional) && { required: true }) }, { when: isAsked });
}

function isTrue(value: unknown): boolean {
  return value === true || value === "true" || value === "1" || value === 1;
}
