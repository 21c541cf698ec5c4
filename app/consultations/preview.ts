// What residents will see of a consultation, page by page, before anybody may answer it.
import { everyPage, type FormPage } from "#app/forms/check.ts";
import type { FormDefinition } from "#app/forms/definition.ts";
import type { Text } from "#app/shared/languages.ts";
import type { Consultation } from "./consultation.ts";
import { equalityForm } from "./equality-form.ts";
import { sendingForm } from "./sending-form.ts";
import type { Tried } from "./trial.ts";

/** Widths and heights of usual screens, in CSS pixels; the words are `preview:size.<size>`. */
export const sizes = { phone: { width: 375, height: 720 }, tablet: { width: 768, height: 1024 }, desktop: { width: 1280, height: 900 } };
export type Size = keyof typeof sizes;

export function isSize(value: unknown): value is Size {
  return typeof value === "string" && Object.hasOwn(sizes, value);
}

/** `key` stands in its address: "read", or the kind and the id of a form's page. */
export type PreviewPage = { key: string; heading: Text | null } & ({ kind: "read" } | { kind: "ask" } | { kind: "questions" | "sending" | "equality"; page: FormPage; all: FormPage[] });

/** The consultation, every page of its form, those that every form ends with, and what follows it; as if every condition held. */
export function previewPages({ definition, asksEquality, say }: Tried): PreviewPage[] {
  const pagesFrom = (kind: "questions" | "sending" | "equality", form: FormDefinition): PreviewPage[] => {
    const all = everyPage(form);
    return all.map((page) => ({ kind, page, all, key: `${kind}/${page.id}`, heading: headingOf(page) }));
  };
  // because only who gives a name is asked whether it may be published
  const named = { as: ["organisation"], "organisation-name": ["."] };
  const ask: PreviewPage = { kind: "ask", key: "ask", heading: say("consultations:equality.heading") };
  return [
    { kind: "read", key: "read", heading: null },
    ...pagesFrom("questions", definition),
    ...pagesFrom("sending", sendingForm(say, named)),
    ...(asksEquality ? [ask, ...pagesFrom("equality", equalityForm(say))] : []),
  ];
}

function headingOf({ section, questions, startsSection }: FormPage): Text {
  const [first] = questions;
  return !first || (startsSection && section.layout === "one-page") ? section.heading : first.label;
}

/** The consultation and an instant at which it stands open, where it is still to be published. */
export function asPublished(consultation: Consultation, now: Date): { consultation: Consultation; now: Date } {
  if (consultation.publishedAt) return { consultation, now };
  return { consultation: { ...consultation, publishedAt: now }, now: consultation.opensAt ?? now };
}
