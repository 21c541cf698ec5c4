// Which officers may do what with a consultation, in sentences over the roles they hold in its partnership, and when.
import type { Role } from "#app/people/role.ts";
import { stateOf, type Consultation } from "./consultation.ts";

const officers: readonly Role[] = ["administrator", "editor", "approver", "analyst", "statistics", "data-controller"];

const isAnyOf = (roles: readonly Role[], allowed: readonly Role[]) => roles.some((role) => allowed.includes(role));

/** Every officer sees the partnership's consultations, published or not, and how many responses came. */
export function maySeeOffice(roles: readonly Role[]): boolean {
  return isAnyOf(roles, officers);
}

/** Every officer sees the figures of each question. */
export function maySeeResults(roles: readonly Role[]): boolean {
  return isAnyOf(roles, officers);
}

/** What people wrote in their own words is for those who analyse it. */
export function mayReadAnswers(roles: readonly Role[]): boolean {
  return isAnyOf(roles, ["administrator", "analyst"]);
}

export function mayExportResponses(roles: readonly Role[]): boolean {
  return isAnyOf(roles, ["administrator", "analyst"]);
}

/** The texts, the form and the documents of a consultation are the editor's to write. */
export function mayDesign(roles: readonly Role[]): boolean {
  return isAnyOf(roles, ["administrator", "editor"]);
}

/** Whether its texts and its form may still be rewritten: what people have read is corrected, not rewritten. */
export function isDesignable(consultation: Pick<Consultation, "publishedAt">): boolean {
  return consultation.publishedAt === null;
}

/**
 * Whether documents, events and whom to ask may be changed: while it is designed, and once it is published until nobody can
 * answer any more; then each change is dated and shown to all.
 */
export function isSupplementable(consultation: Consultation, now: Date): boolean {
  return isDesignable(consultation) || (consultation.publishedAt !== null && stateOf(consultation, now) !== "closed");
}

/** What officers do to a consultation; the words are `office:deed.<deed>`. */
export const deeds = ["publish", "open", "set-closing", "close", "freeze"] as const;
export type Deed = (typeof deeds)[number];

export function isDeed(value: unknown): value is Deed {
  return deeds.some((deed) => deed === value);
}

/** When a consultation is public, open and closed is the approver's to decide; freezing begins the analyst's work. */
export function mayDo(roles: readonly Role[], deed: Deed): boolean {
  return isAnyOf(roles, ["administrator", deed === "freeze" ? "analyst" : "approver"]);
}

/**
 * Whether the consultation is in the state for it. Opening publishes what is not yet published, and needs a closing that
 * has not passed. The closing may be moved until the grace is over: from then on what came is evidence, and more is asked
 * in a new consultation. Freezing waits until the last response could be sent, and happens once.
 */
export function isTimely(deed: Deed, consultation: Consultation, now: Date): boolean {
  const state = stateOf(consultation, now);
  switch (deed) {
    case "publish":
      return state === "unpublished";
    case "open":
      return (state === "unpublished" || state === "scheduled") && !(consultation.closesAt && consultation.closesAt <= now);
    case "set-closing":
      return state !== "closed";
    case "close":
      return state === "open";
    case "freeze":
      return state === "closed" && !consultation.frozenAt;
  }
}
