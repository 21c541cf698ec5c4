// A decision as a form types it: where it is taken, what it says, and what it rests on.
import type { Entries, Unit } from "#app/shared/edits.ts";
import { defaultLanguage, languages, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, textAsTyped, tooLong } from "#app/shared/texts.ts";
import { line, passage, readPence } from "#app/shared/typed.ts";
import { isTopic, type DecisionTexts } from "./decision.ts";
import type { Problem } from "./delegation.ts";

/** Where a decision is taken: at an item of an agenda, or by a body on none of whose agendas it stands yet. */
export type Place = { bodyId: string; itemId: string | null };

export function placeValue({ bodyId, itemId }: Place): string {
  return itemId === null ? `body ${bodyId}` : `item ${itemId}`;
}

/** Characters in one language. */
export const longest = { title: 200, text: 4000, reasons: 8000, noEvidence: 1000, equality: 2000 } as const;
const fields = ["title", "text", "reasons", "noEvidence", "equality"] as const;

/** The inputs; the organisations are one, their ids parted by spaces. */
export const decisionUnits: readonly Unit[] = [
  ...fields.flatMap((field) => languages.map((language) => [`${field}-${language}`])),
  ...[["place"], ["topic"], ["amount"], ["delegation"], ["consultation"], ["finding"], ["asked"]],
];

type Known = {
  places: readonly Place[];
  delegationIds: readonly string[];
  consultationIds: readonly string[];
  findingIds: readonly string[];
  organisationIds: readonly string[];
};

/** What was typed, tidied; or what is wrong with it. What it rests on may wait until it is voted on. */
export function readDecision(entries: Entries, known: Known): Result<DecisionTexts & Place, Problem[]> {
  const problems: Problem[] = [];
  const text = (field: (typeof fields)[number]): Text => {
    const read = readText(field, entries, field === "title" ? line : passage);
    problems.push(...tooLong(field, read, longest[field]).map((input) => ({ field: input, code: "too-long", most: longest[field] })));
    return read;
  };
  const place = known.places.find((one) => placeValue(one) === entries.place);
  if (!place) problems.push({ field: "place", code: "place-missing" });
  const [title, said] = [text("title"), text("text")];
  if (title[defaultLanguage] === undefined) problems.push({ field: `title-${defaultLanguage}`, code: "title-missing" });
  if (said[defaultLanguage] === undefined) problems.push({ field: `text-${defaultLanguage}`, code: "text-missing" });
  const topic = entries.topic;
  if (!isTopic(topic)) problems.push({ field: "topic", code: "topic-missing" });
  const typedAmount = line(entries.amount ?? "");
  const amountInPence = typedAmount === "" ? null : (readPence(typedAmount) ?? -1);
  if (amountInPence !== null && amountInPence < 0) problems.push({ field: "amount", code: "amount" });
  const oneOf = (ids: readonly string[], input: string) => ids.find((id) => id === entries[input]) ?? null;
  const [reasons, noEvidence, equality] = [text("reasons"), text("noEvidence"), text("equality")];
  if (problems.length > 0 || !place || !isTopic(topic)) return fail(problems);
  const asked = (entries.asked ?? "").split(" ");
  return succeed({
    ...{ bodyId: place.bodyId, itemId: place.itemId, title, text: said, reasons, topic, amountInPence, noEvidence, equality },
    ...{ delegationId: oneOf(known.delegationIds, "delegation"), consultationId: oneOf(known.consultationIds, "consultation") },
    ...{ findingId: oneOf(known.findingIds, "finding"), askedIds: known.organisationIds.filter((id) => asked.includes(id)) },
  });
}

/** A decision as it would be typed, to be changed; a new one at a place where there is none. */
export function decisionAsTyped(decision: (DecisionTexts & Place) | null, place: string): Entries {
  const texts: Entries = Object.assign({}, ...fields.map((field) => textAsTyped(field, decision?.[field] ?? {})));
  const { topic = "", amountInPence = null, delegationId, consultationId, findingId, askedIds = [] } = decision ?? {};
  return {
    ...{ ...texts, place: decision ? placeValue(decision) : place, topic, amount: amountInPence === null ? "" : (amountInPence / 100).toFixed(2) },
    ...{ delegation: delegationId ?? "", consultation: consultationId ?? "", finding: findingId ?? "", asked: askedIds.join(" ") },
  };
}
