// What a test run shows at a place: a page of questions, everything to be checked, or what would have been stored.
import type { AnswerError } from "#app/forms/answer.ts";
import { checkForm, checkPage, pagesOf, type CheckedForm, type FormPage } from "#app/forms/check.ts";
import { isPersonal, questionsOf, type Question } from "#app/forms/definition.ts";
import { fieldsOf, type Entries } from "#app/forms/entries.ts";
import type { Text } from "#app/shared/languages.ts";
import { checkDraft, entriesIn, sectionNumber, sectionStarts, type CheckedDraft } from "./draft.ts";
import { withUsualChoices } from "./sending-form.ts";
import { askedAt, carriedFields, keyOf, type Trial, type TrialPlace, type Tried, type Turned } from "./trial.ts";

/** The key of the place and what goes along, for the form of the page. */
type Along = { at: string; carried: [name: string, value: string][] };

export type TrialPage = Along &
  (
    | { kind: "start" }
    | { kind: "sending" | "equality"; page: FormPage; entries: Entries; errors: AnswerError[] }
    | { kind: "questions"; page: FormPage; entries: Entries; errors: AnswerError[]; section: ReturnType<typeof sectionNumber>; parts: { id: string; heading: Text; isHere: boolean }[] }
    | { kind: "check"; checked: CheckedDraft; pages: Record<"questions" | "sending", FormPage[]> }
    | { kind: "ask"; isUnsaid: boolean }
    | { kind: "stored"; equality: CheckedForm | null; checked: CheckedDraft; leftOut: Question[]; personal: Question[]; answered: number; of: number }
  );

/** The page at the place, or checking the answers where there is none such. */
export function trialPage(tried: Tried, { trial, place, errors, isUnsaid = false }: Turned): TrialPage {
  if (place.kind === "start") return { kind: "start", ...along(trial, place) };
  if ("pageId" in place) {
    const { form, typed } = askedAt(tried, place.kind, trial);
    const pages = pagesOf(form, typed);
    const page = pages.find(({ id }) => id === place.pageId);
    if (page) {
      const shown = place.kind === "sending" ? withUsualChoices({ sending: typed, email: null }) : typed;
      const told = errors.length > 0 || !place.isChecking ? errors : checkPage(form, page, typed).errors;
      const asked = { page, entries: entriesIn(shown, page.questions.flatMap(fieldsOf)), errors: told, ...along(trial, place, { kind: place.kind, questions: page.questions }) };
      if (place.kind !== "questions") return { kind: place.kind, ...asked };
      return { kind: place.kind, ...asked, section: sectionNumber(pages, page), parts: sectionStarts(pages, page) };
    }
  }
  const checked = checkDraft(trial, tried.definition, tried.say);
  const { form } = checked;
  if (place.kind === "ask") return { kind: "ask", isUnsaid, ...along(trial, place) };
  if (place.kind === "stored") {
    const shown = new Set(form.visible.map(({ id }) => id));
    const typed = (question: Question) => fieldsOf(question).some((field) => trial.entries[field] !== undefined);
    const asked = form.visible.filter(({ type }) => type !== "statement");
    return {
      ...{ kind: "stored", checked, ...along(trial, place) },
      equality: tried.asksEquality ? checkForm(askedAt(tried, "equality", trial).form, trial.equality) : null,
      leftOut: questionsOf(tried.definition).filter((question) => !shown.has(question.id) && typed(question)),
      personal: form.visible.filter((question) => isPersonal(question) && form.personal[question.id] !== undefined),
      answered: asked.filter(({ id }) => form.answers[id] !== undefined || form.personal[id] !== undefined).length,
      of: asked.length,
    };
  }
  const pagesIn = (part: "questions" | "sending") => {
    const asked = askedAt(tried, part, trial);
    return pagesOf(asked.form, asked.typed);
  };
  const pages = { questions: pagesIn("questions"), sending: pagesIn("sending") };
  return { kind: "check", checked, pages, ...along(trial, { kind: "check" }) };
}

function along(trial: Trial, place: TrialPlace, shown: Parameters<typeof carriedFields>[1] = null): Along {
  return { at: keyOf(place), carried: carriedFields(trial, shown) };
}
