// A disagreement between a group and the partnership, or between partners, and the way it goes [SG12].
// Source: the local Compact's mediation protocol, where there is one.
import { disputeRoutes, type DisputeRoute } from "#app/bodies/safeguard.ts";
import type { Entries, Unit } from "#app/shared/edits.ts";
import { defaultLanguage, languages, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, textAsTyped, tooLong } from "#app/shared/texts.ts";
import { line, passage } from "#app/shared/typed.ts";
import type { Problem } from "./delegation.ts";

export type DisputeTexts = {
  bodyId: string;
  decisionId: string | null;
  route: DisputeRoute;
  /** Who is at odds about what, for everybody to read. */
  about: Text;
  /** The service or the office that mediates, not somebody's name; null where none does yet. */
  mediator: string | null;
  /** How it ended, for everybody to read. */
  outcome: Text;
  /** For the secretariat alone. */
  notes: string;
};

export type Dispute = DisputeTexts & { id: string; openedOn: string; closedOn: string | null };

/** Why it cannot be closed; the words are `decisions:dispute.blocked.<code>`. */
type DisputeBlock = "no-outcome" | "no-mediator" | "not-decided";

/** A mediation ends with what came of it and names who mediated; the other way ends with the full partnership's word. */
export function blocksEnding(dispute: Pick<Dispute, "route" | "mediator" | "outcome">, isDecidedByFull: boolean): DisputeBlock[] {
  return [
    ...(Object.keys(dispute.outcome).length === 0 ? ["no-outcome" as const] : []),
    ...(dispute.route === "mediation" && !dispute.mediator ? ["no-mediator" as const] : []),
    ...(dispute.route === "full-partnership-final" && !isDecidedByFull ? ["not-decided" as const] : []),
  ];
}

export const longest = { about: 2000, outcome: 2000, mediator: 200, notes: 8000 } as const;

export const disputeUnits: readonly Unit[] = [
  ...[["body"], ["decision"], ["route"], ["mediator"], ["notes"]],
  ...["about", "outcome"].flatMap((field) => languages.map((language) => [`${field}-${language}`])),
];

/** What was typed, tidied; or what is wrong with it. A decision brings its body along. */
export function readDispute(entries: Entries, { bodyIds, decisions }: { bodyIds: readonly string[]; decisions: readonly { id: string; bodyId: string }[] }): Result<DisputeTexts, Problem[]> {
  const problems: Problem[] = [];
  const decision = decisions.find(({ id }) => id === entries.decision);
  const bodyId = decision?.bodyId ?? bodyIds.find((id) => id === entries.body);
  if (!bodyId) problems.push({ field: "body", code: "body-missing" });
  const route = disputeRoutes.find((one) => one === entries.route);
  if (!route) problems.push({ field: "route", code: "route-missing" });
  const [about, outcome] = [readText("about", entries, passage), readText("outcome", entries, passage)];
  if (about[defaultLanguage] === undefined) problems.push({ field: `about-${defaultLanguage}`, code: "about-missing" });
  for (const [field, text] of [["about", about], ["outcome", outcome]] as const) {
    problems.push(...tooLong(field, text, longest[field]).map((input) => ({ field: input, code: "too-long", most: longest[field] })));
  }
  const [mediator, notes] = [line(entries.mediator ?? ""), passage(entries.notes ?? "")];
  if (mediator.length > longest.mediator) problems.push({ field: "mediator", code: "too-long", most: longest.mediator });
  if (notes.length > longest.notes) problems.push({ field: "notes", code: "too-long", most: longest.notes });
  if (problems.length > 0 || !bodyId || !route) return fail(problems);
  return succeed({ bodyId, decisionId: decision?.id ?? null, route, about, outcome, mediator: mediator === "" ? null : mediator, notes });
}

/** A dispute as it would be typed, to be changed; a new one about a decision, or about none. */
export function disputeAsTyped(dispute: DisputeTexts | null, about: { decisionId: string; bodyId: string } | null): Entries {
  const { bodyId = about?.bodyId ?? "", decisionId = about?.decisionId ?? "", route = "", mediator, notes = "" } = dispute ?? {};
  return {
    ...{ body: bodyId, decision: decisionId ?? "", route, mediator: mediator ?? "", notes },
    ...{ ...textAsTyped("about", dispute?.about ?? {}), ...textAsTyped("outcome", dispute?.outcome ?? {}) },
  };
}
