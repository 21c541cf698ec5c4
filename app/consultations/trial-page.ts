// What a test run shows at a place: a page of questions, everything to be checked, or what would have been stored.
import type { AnswerError } from "#app/forms/answer.ts";
import { checkPage, pagesOf, type FormPage } from "#app/forms/check.ts";
import { isPersonal, questionsOf, type FormDefinition, type Question } from "#app/forms/definition.ts";
import { fieldsOf, type Entries } from "#app/forms/entries.ts";
import type { Text } from "#app/shared/languages.ts";
import { checkDraft, entriesIn, sectionNumber, sectionStarts, type CheckedDraft } from "./draft.ts";
import { sendingForm, withUsualChoices, type Say } from "./sending-form.ts";
import { carriedFields, keyOf, type Trial, type TrialPlace, type Turned } from "./trial.ts";

/** The key of the place and what goes along, for the form of the page. */
type Along = { at: string; carried: [name: string, value: string][] };

export type TrialPage = Along &
  (
    | { kind: "start" }
    | { kind: "sending"; page: FormPage; entries: Entries; errors: AnswerError[] }
    | { kind: "questions"; page: FormPage; entries: Entries; errors: AnswerError[]; section: ReturnType<typeof sectionNumber>; parts: { id: string; heading: Text; isHere: boolean }[] }
    | { kind: "check"; checked: CheckedDraft; pages: Record<"questions" | "sending", FormPage[]> }
    | { kind: "stored"; checked: CheckedDraft; leftOut: Question[]; personal: Question[]; answered: number; of: number }
  );

/** The page at the place, or checking the answers where there is none such. */
export function trialPage(definition: FormDefinition, say: Say, { trial, place, errors }: Turned): TrialPage {
  if (place.kind === "start") return { kind: "start", ...along(trial, place) };
  if ("pageId" in place) {
    const isOwn = place.kind === "questions";
    const form = isOwn ? definition : sendingForm(say, trial.sending);
    const own = isOwn ? trial.entries : trial.sending;
    const pages = pagesOf(form, own);
    const page = pages.find(({ id }) => id === place.pageId);
    if (page) {
      const shown = { kind: place.kind, questions: page.questions };
      const typed = isOwn ? own : withUsualChoices({ sending: own, email: null });
      const told = errors.length > 0 || !place.isChecking ? errors : checkPage(form, page, own).errors;
      const asked = { page, entries: entriesIn(typed, page.questions.flatMap(fieldsOf)), errors: told, ...along(trial, place, shown) };
      if (place.kind === "sending") return { kind: place.kind, ...asked };
      return { kind: place.kind, ...asked, section: sectionNumber(pages, page), parts: sectionStarts(pages, page) };
    }
  }
  const checked = checkDraft(trial, definition, say);
  const { form } = checked;
  if (place.kind === "stored") {
    const shown = new Set(form.visible.map(({ id }) => id));
    const typed = (question: Question) => fieldsOf(question).some((field) => trial.entries[field] !== undefined);
    const asked = form.visible.filter(({ type }) => type !== "statement");
    return {
      ...{ kind: "stored", checked, ...along(trial, place) },
      leftOut: questionsOf(definition).filter((question) => !shown.has(question.id) && typed(question)),
      personal: form.visible.filter((question) => isPersonal(question) && form.personal[question.id] !== undefined),
      answered: asked.filter(({ id }) => form.answers[id] !== undefined || form.personal[id] !== undefined).length,
      of: asked.length,
    };
  }
  const pages = { questions: pagesOf(definition, trial.entries), sending: pagesOf(sendingForm(say, trial.sending), trial.sending) };
  return { kind: "check", checked, pages, ...along(trial, { kind: "check" }) };
}

function along(trial: Trial, place: TrialPlace, shown: Parameters<typeof carriedFields>[1] = null): Along {
  return { at: keyOf(place), carried: carriedFields(trial, shown) };
}
