// The public register of consultations, past and present: what it is searched by, and what a search asks for.
import { z } from "zod";
import { textIn, textSchema, type Text } from "#app/shared/languages.ts";
import type { Consultation } from "./consultation.ts";
import { isOver, stateOf, type Life } from "./life.ts";

/** What a consultation can be about. A list of ours, after the headings of the Local Government Navigation List (LGNL). */
export const topics = [
  ...(["advice-and-benefits", "business", "community", "council", "education", "environment", "health-and-care"] as const),
  ...(["housing", "jobs", "leisure-and-culture", "planning", "safety", "transport"] as const),
] as const;
export type Topic = (typeof topics)[number];

const namedSchema = z.strictObject({
  /** As others know it: of a place, its GSS code. */
  code: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/).optional(),
  name: textSchema.refine((text) => textIn(text, "en").text !== "", { message: "is blank" }),
});

/** A place or an audience as the consultation gives it. */
export type Named = { code?: string | undefined; name: Text };

/** What the register finds a consultation by, besides its texts and dates. */
export const registerEntrySchema = z.object({
  topics: z.array(z.enum(topics)).max(topics.length),
  places: z.array(namedSchema).max(50),
  audiences: z.array(namedSchema).max(50),
});
export type RegisterEntry = z.output<typeof registerEntrySchema>;

/** What a place or an audience is chosen by: its code, else its name in the first language that has one. */
export function keyOf({ code, name }: Named): string {
  return code ?? textIn(name, "en").text;
}

export const registerStatuses = ["open", "paused", "coming", "closed", "decided"] as const;
export type RegisterStatus = (typeof registerStatuses)[number];

/**
 * "decided" once it has closed and what became of it is published, or the day given for the decision has come; "closed" until
 * then.
 */
export function registerStatus(
  consultation: Life & Pick<Consultation, "decisionOn">,
  now: Date,
  today: string,
): RegisterStatus {
  const state = stateOf(consultation, now);
  if (state === "open" || state === "paused") return state;
  if (!isOver(state)) return "coming";
  if (consultation.outcomePublishedAt) return "decided";
  return consultation.decisionOn !== null && consultation.decisionOn <= today ? "decided" : "closed";
}

/** What somebody looks for; blank is anything. */
export type RegisterSearch = { words: string; status: RegisterStatus | ""; topic: Topic | ""; place: string; audience: string };

export const longestSearch = 200;

/** A search as an address asks it. What is no status and no topic of ours asks for nothing; what is too long is cut. */
export function readSearch(params: URLSearchParams): RegisterSearch {
  // because PostgreSQL takes no text with a null in it, nor half a character
  const typed = (name: string) => [...(params.get(name) ?? "").replaceAll("\0", "").trim()].slice(0, longestSearch).join("");
  const chosen = <Choice extends string>(name: string, from: readonly Choice[]) => from.find((choice) => choice === params.get(name)) ?? "";
  return {
    words: typed("words"),
    status: chosen("status", registerStatuses),
    topic: chosen("topic", topics),
    place: typed("place"),
    audience: typed("audience"),
  };
}

export function isSearch(search: RegisterSearch): boolean {
  return Object.values(search).some((part) => part !== "");
}

/** The search as the end of an address, "?words=bus&topic=transport", with where a page of it begins; blank for everything. */
export function searchQuery(search: RegisterSearch, after?: string | null): string {
  const asked = Object.entries({ ...search, after: after ?? "" }).filter(([, part]) => part !== "");
  return asked.length === 0 ? "" : `?${new URLSearchParams(asked)}`;
}

/** Where a page begins, as an address asks it: an id, or null for the beginning. */
export function readAfter(params: URLSearchParams): string | null {
  const after = params.get("after") ?? "";
  return /^[a-z0-9-]{1,60}$/.test(after) ? after : null;
}
