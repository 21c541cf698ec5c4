// The roll of an election: who votes, who of an organisation gets its code and where, and who may change the roll until when. [D2]
import { sortNameOf } from "#app/bodies/organisation.ts";
import type { DelegateHead, DelegateRole } from "#app/networks/delegate.ts";
import type { Entries } from "#app/shared/edits.ts";
import { defaultLanguage, isLanguage, type Language } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { line, passage, readEmail } from "#app/shared/typed.ts";
import type { Electorate, ElectionState } from "./election.ts";
import type { Office } from "./rooms.ts";

/** What an entry on the roll says. */
export type VoterHead = {
  /** The organisation, or the person where people vote. */
  name: string;
  /** Who votes for it; empty where people vote. */
  delegate: string;
  /** Lower case. */
  email: string | null;
  post: string | null;
  language: Language;
};

/** Who gets the code of an organisation: its delegate, or its deputy where it has none or no letter reaches the delegate. Null where it has neither. */
export function chosenOf({ delegate, deputy }: Record<DelegateRole, DelegateHead | null>): DelegateHead | null {
  return [delegate, deputy].find((one) => one !== null && isReached(one)) ?? delegate ?? deputy;
}

/** How an entry came onto the roll; the words are `roll:origin.<origin>`. */
export type Origin = "network" | "file" | "hand" | "organisation" | "self" | "self-by-post";

/** By post nothing has answered for the address until the code arrives. */
export function originOf({ memberId, addedReason, namedAt = null, declaredAt, email }: { memberId: string | null; addedReason: string | null; namedAt?: Date | null; declaredAt: Date | null; email: string | null }): Origin {
  if (namedAt !== null) return "organisation";
  if (declaredAt !== null) return email === null ? "self-by-post" : "self";
  if (addedReason !== null) return "hand";
  return memberId === null ? "file" : "network";
}

/** Whether a letter finds its way. */
export function isReached({ email, post }: Pick<VoterHead, "email" | "post">): boolean {
  return email !== null || post !== null;
}

/** How a voter's code goes out unless the returning officer chooses: by e-mail where there is an address for it. */
export function wayOf({ email }: Pick<VoterHead, "email">): "email" | "post" {
  return email === null ? "post" : "email";
}

/** In the order of names, as the roll is numbered; of one name, in the order of their places or else of who votes. */
export function inOrderOfNames<One extends Pick<VoterHead, "name" | "delegate"> & { place?: number | null }>(voters: readonly One[]): One[] {
  const keyed = voters.map((one) => ({ one, key: `${sortNameOf({ [defaultLanguage]: one.name })}\n${one.place ?? one.delegate.toLowerCase()}` }));
  const { compare } = new Intl.Collator("en", { numeric: true });
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ one }) => one);
}

/** Persons, told by their address, who would vote for more than one organisation: nobody may. [D2] */
export function representingSeveral<One extends Pick<VoterHead, "email">>(voters: readonly One[], electorate: Electorate): { email: string; voters: One[] }[] {
  if (electorate !== "organisations") return []; // because people of one household share an address
  const byEmail = new Map<string, One[]>();
  for (const voter of voters) if (voter.email !== null) byEmail.set(voter.email, [...(byEmail.get(voter.email) ?? []), voter]);
  return [...byEmail].filter(([, those]) => those.length > 1).map(([email, those]) => ({ email, voters: those }));
}

type Of = { state: ElectionState; isPrepared: boolean; hasTimetable: boolean };

/** Whether the roll may be taken from the network or a file, and be mended: until the poll is prepared, by those who keep elections. */
export function mayMakeRoll({ state, isPrepared, hasTimetable }: Of, held: readonly Office[]): boolean {
  const before: readonly ElectionState[] = ["planned", "notice-published", "nominations-open", "nominations-closed", "candidates-confirmed"];
  return !isPrepared && hasTimetable && before.includes(state) && (held.includes("keeper") || held.includes("returning-officer"));
}

/** Whether entries may be struck off, added and mended with a reason, and codes replaced: by the returning officer, from preparing the poll until it closes. */
export function mayRuleOnRoll({ state, isPrepared }: Pick<Of, "state" | "isPrepared">, held: readonly Office[]): boolean {
  return isPrepared && (state === "candidates-confirmed" || state === "poll-open") && held.includes("returning-officer");
}

/** Whether it is shown who has voted: to a scrutineer, once the ballots are sealed; before, nobody knows. [COUNTING 4.6, 4.8] */
export function maySeeWhoVoted({ isSealed }: { isSealed: boolean }, held: readonly Office[]): boolean {
  return isSealed && held.includes("scrutineer");
}

/** Inputs of the form. */
export const voterFields = ["name", "delegate", "email", "post", "language"] as const;
export type VoterField = (typeof voterFields)[number];

/** In characters. */
const longest = { name: 200, delegate: 120, email: 254, post: 500, reason: 500 } as const;

/** The words are `roll:problem.<code>`. */
export type VoterProblem = { field: VoterField | "reason"; code: "name-missing" | "delegate-missing" | "email" | "too-long" | "reason-missing"; most?: number };

/** What was typed of an entry, and why where that must be said. Who can be reached by nothing may none the less be on the roll. */
export function readVoter(entries: Entries, electorate: Electorate, asks: { reason: boolean } = { reason: false }): Result<VoterHead & { reason: string }, VoterProblem[]> {
  const problems: VoterProblem[] = [];
  const said = { name: line(entries.name ?? ""), delegate: line(entries.delegate ?? ""), post: passage(entries.post ?? ""), reason: passage(entries.reason ?? "") };
  if (said.name === "") problems.push({ field: "name", code: "name-missing" });
  if (electorate === "organisations" && said.delegate === "") problems.push({ field: "delegate", code: "delegate-missing" });
  for (const field of ["name", "delegate", "post", "reason"] as const) if ([...said[field]].length > longest[field]) problems.push({ field, code: "too-long", most: longest[field] });
  if (asks.reason && said.reason === "") problems.push({ field: "reason", code: "reason-missing" });
  const typed = line(entries.email ?? "");
  const email = typed === "" ? null : readEmail(typed)?.toLowerCase();
  if (email === undefined) problems.push({ field: "email", code: "email" });
  else if (email !== null && email.length > longest.email) problems.push({ field: "email", code: "too-long", most: longest.email });
  if (problems.length > 0 || email === undefined) return fail(problems);
  const language = entries.language ?? "";
  const delegate = electorate === "organisations" ? said.delegate : "";
  return succeed({ name: said.name, delegate, email, post: said.post || null, language: isLanguage(language) ? language : defaultLanguage, reason: said.reason });
}

/** An entry as it would be typed. */
export function voterAsTyped(voter: VoterHead | null): Entries {
  return { name: voter?.name ?? "", delegate: voter?.delegate ?? "", email: voter?.email ?? "", post: voter?.post ?? "", language: voter?.language ?? defaultLanguage };
}

/** What became of the letter with a code; the words are `roll:delivery.<state>`. */
export type LetterDelivery = "waiting" | "to-print" | "sent" | "posted" | "failed" | "returned" | "stopped";

type LetterTimes = { way: string; sentAt: Date | null; failedAt: Date | null; returnedAt: Date | null; nextAttemptAt: Date | null };

/** What became of a letter. One that was never sent and will not be, because another code was made, was stopped. */
export function deliveryOf({ way, sentAt, failedAt, returnedAt, nextAttemptAt }: LetterTimes): LetterDelivery {
  if (returnedAt) return "returned";
  if (sentAt) return way === "post" ? "posted" : "sent";
  if (failedAt) return "failed";
  if (!nextAttemptAt) return "stopped";
  return way === "post" ? "to-print" : "waiting";
}
