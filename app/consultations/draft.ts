// A draft: answers being given. What was typed is kept as typed, wrong or not, until it is sent and for a while after.
import { checkForm, type CheckedForm, type FormPage } from "#app/forms/check.ts";
import { isPersonal, type FormDefinition, type Question } from "#app/forms/definition.ts";
import { fieldsOf, type Entries } from "#app/forms/entries.ts";
import type { Language, Text } from "#app/shared/languages.ts";
import type { SaidOfOneself } from "./response.ts";
import { readSaid, sendingForm, type Say } from "./sending-form.ts";

export type Draft = {
  id: string;
  partnershipId: string;
  consultationId: string;
  formVersionId: string;
  reference: string;
  /** What was typed in the form, its personal questions included. */
  entries: Entries;
  /** What was typed in the form that every consultation asks before sending. */
  sending: Entries;
  /** Where the way back was asked to be sent. */
  email: string | null;
  pagesSeen: string[];
  language: Language;
  startedAt: Date;
  savedAt: Date;
  expiresAt: Date;
  /** The response it became, or the one it changes. */
  responseId: string | null;
  /** When all of it was sent; null while something is not. */
  sentAt: Date | null;
  /** Another after every change, whoever made it. */
  state: string;
};

/** How long a draft that nobody touches is kept. */
export const keptForDays = 28;

/** When a draft saved now is deleted: 28 days later, unless it is saved again or sent. */
export function expiryOf(now: Date): Date {
  return new Date(now.getTime() + keptForDays * 86_400_000);
}

/** Whether everything in it has been sent. */
export function isSent(draft: Pick<Draft, "sentAt">): boolean {
  return draft.sentAt !== null;
}

/** Whether it was begun, and nothing was typed or passed since. */
export function isUntouched({ entries, sending, pagesSeen, responseId }: Pick<Draft, "entries" | "sending" | "pagesSeen" | "responseId">): boolean {
  return responseId === null && pagesSeen.length === 0 && isBlank(entries) && isBlank(sending);
}

/** Whether it holds changes, not sent yet, to a response that was. */
export function isChange(draft: Pick<Draft, "sentAt" | "responseId">): boolean {
  return draft.responseId !== null && draft.sentAt === null;
}

/** The fields that sending these questions' page replaces, those of personal questions apart. */
export function fieldsByPlace(questions: readonly Question[]): { fields: string[]; personal: string[] } {
  const of = (wanted: boolean) => questions.filter((question) => isPersonal(question) === wanted).flatMap(fieldsOf);
  return { fields: of(false), personal: of(true) };
}

/** What was typed in these fields. */
export function entriesIn(entries: Entries, fields: readonly string[]): Entries {
  const found: Entries = {};
  for (const field of fields) {
    const typed = Object.hasOwn(entries, field) ? entries[field] : undefined;
    if (typed) found[field] = typed;
  }
  return found;
}

/** Whether nothing was typed in any of these. */
export function isBlank(entries: Entries): boolean {
  return Object.values(entries).every((typed) => typed.every((one) => one === ""));
}

/** The page to go on with: the first not passed yet, or null when all are. */
export function pageToGoOn<Page extends Pick<FormPage, "id">>(pages: readonly Page[], seen: readonly string[]): Page | null {
  return pages.find(({ id }) => !seen.includes(id)) ?? null;
}

/** Which section a page belongs to, from 1, among those shown. */
export function sectionNumber(
  pages: readonly Pick<FormPage, "section">[],
  page: Pick<FormPage, "section">,
): { number: number; of: number } {
  const sections = [...new Set(pages.map(({ section }) => section.id))];
  return { number: sections.indexOf(page.section.id) + 1, of: sections.length };
}

/** The first pages of the sections shown, to go straight to. */
export function sectionStarts(
  pages: readonly Pick<FormPage, "id" | "section" | "startsSection">[],
  page: Pick<FormPage, "section">,
): { id: string; heading: Text; isHere: boolean }[] {
  return pages
    .filter(({ startsSection }) => startsSection)
    .map(({ id, section }) => ({ id, heading: section.heading, isHere: section.id === page.section.id }));
}

/** The page after this one, or null after the last; what an answer hid meanwhile is followed by the first not passed yet. */
export function pageAfter<Page extends Pick<FormPage, "id">>(pages: readonly Page[], id: string, seen: readonly string[]): Page | null {
  const index = pages.findIndex((page) => page.id === id);
  return index === -1 ? pageToGoOn(pages, seen) : (pages[index + 1] ?? null);
}

/** The page before this one, or null before the first. */
export function pageBefore<Page extends Pick<FormPage, "id">>(pages: readonly Page[], id: string): Page | null {
  return pages[pages.findIndex((page) => page.id === id) - 1] ?? null;
}

/** The first page that the new entries show and the old did not, or null. */
export function newlyShown<Page extends Pick<FormPage, "id">>(before: readonly Page[], after: readonly Page[]): Page | null {
  const known = new Set(before.map(({ id }) => id));
  return after.find(({ id }) => !known.has(id)) ?? null;
}

export type CheckedDraft = {
  form: CheckedForm;
  sending: CheckedForm;
  /** Undefined while something needed before sending is missing or wrong. */
  said: SaidOfOneself | undefined;
  mayBeSent: boolean;
};

/** All that was typed, understood and checked: the answers, and what is said about oneself and about publication. */
export function checkDraft(draft: Pick<Draft, "entries" | "sending">, definition: FormDefinition, say: Say): CheckedDraft {
  const form = checkForm(definition, draft.entries);
  const sending = checkForm(sendingForm(say, draft.sending), draft.sending);
  const said = readSaid(sending);
  return { form, sending, said, mayBeSent: form.errors.length === 0 && said !== undefined };
}

/** The questions of the section that a page of this id is part of, shown or not; none where there is no such page. */
export function questionsAround(definition: FormDefinition, pageId: string): Question[] {
  const section = definition.sections.find(({ id, questions }) => id === pageId || questions.some((one) => one.id === pageId));
  return section?.questions ?? [];
}

/**
 * The questions a post to a page answers: those the page shows, or where another device's answer hid it meanwhile, those
 * of its section that something was posted to.
 */
export function questionsPosted(
  definition: FormDefinition,
  pages: readonly Pick<FormPage, "id" | "questions">[],
  pageId: string,
  hasField: (field: string) => boolean,
): Question[] {
  const page = pages.find(({ id }) => id === pageId);
  return page?.questions ?? questionsAround(definition, pageId).filter((question) => fieldsOf(question).some(hasField));
}
