// Work on very many texts at once, which takes its time: what is nearly the same, what they have in common, and which codes they may
// carry. Each says how far it is as it goes, and needs nothing but what it is given, so that it can be done beside the server.
import { learn, measure, suggestedFrom, type Decision } from "#app/text-mining/classifier.ts";
import { clustersOf } from "#app/text-mining/clusters.ts";
import { collocationsIn, frequenciesIn, keysOf } from "#app/text-mining/keyness.ts";
import { groupsOf, type Group, type Progress } from "#app/text-mining/near-duplicates.ts";
import { additionsTo, likeness, shinglesOf } from "#app/text-mining/shingles.ts";
import type { Span } from "#app/text-mining/words.ts";
import { templateIn } from "./campaign.ts";
import { termsIn, toldBy, type CodeMeasure } from "./suggestion.ts";

/** A text with where its stems stand in it, as the database writes that in JSON. */
export type StemmedText = { id: string; text: string; stems: string };

export type TextToCompare = { id: string; responseId: string; text: string; channel: string; language: string };
export type FoundGroup = { isPair: boolean; template: string; language: string; responseIds: string[]; members: { textId: string; additions: Span[]; likeness: number }[] };

export type FoundTheme = { terms: string[]; pairs: string[]; closeness: number; textIds: string[] };

/** `codeIds` are those given to a text that was decided about; null for one that nobody has coded yet. */
export type TextToLearn = Pick<StemmedText, "id" | "stems"> & { codeIds: string[] | null };
export type FoundCodes = { measures: CodeMeasure[]; suggested: { textId: string; codeId: string; likelihood: number }[] };

/** What is to be done, and what comes of it. */
export type TextWork = {
  groups: { given: { texts: TextToCompare[]; wordings: string[] }; found: FoundGroup[] };
  themes: { given: { texts: StemmedText[] }; found: FoundTheme[] };
  codes: { given: { texts: TextToLearn[]; codeIds: string[] }; found: FoundCodes };
};
export type WorkName = keyof TextWork;

const works: { [Name in WorkName]: (given: TextWork[Name]["given"]) => Generator<Progress, TextWork[Name]["found"]> } = { groups: findGroups, themes: findThemes, codes: findCodes };

export function doWork<Name extends WorkName>(name: Name, given: TextWork[Name]["given"]): Generator<Progress, TextWork[Name]["found"]> {
  return works[name](given);
}

/** Texts that come from one template, or pairs that came in different ways; `wordings` are those of the question, which say nothing of where a text comes from. */
function* findGroups({ texts, wordings }: TextWork["groups"]["given"]): Generator<Progress, FoundGroup[]> {
  const known = new Set(wordings.flatMap((wording) => [...shinglesOf(wording)]));
  const groups = yield* groupsOf(texts.map(({ text }) => text), known);
  return groups.flatMap((group) => asFound(group, texts) ?? []);
}

/** Two who sent the same in one way are two people; in two ways it may be one. */
function asFound({ members, exemplar, template }: Group, texts: readonly TextToCompare[]): FoundGroup | null {
  const isPair = members.length === 2;
  const own = members.map((member) => texts[member]!);
  if (isPair && own[0]!.channel === own[1]!.channel) return null;
  const runs = new Set(template);
  const { text, language } = texts[exemplar]!;
  return {
    ...{ isPair, language, responseIds: own.map(({ responseId }) => responseId) },
    template: isPair ? "" : templateIn(text, additionsTo(runs, text)),
    members: own.map((one) => ({ textId: one.id, additions: additionsTo(runs, one.text), likeness: likeness(shinglesOf(one.text), template) })),
  };
}

const [keysTold, pairsTold, textsLookedAt] = [8, 5, 60];
const readTerms = (stems: string) => termsIn(JSON.parse(stems) as [string, number[] | null][]);

function* findThemes({ texts: given }: TextWork["themes"]["given"]): Generator<Progress, FoundTheme[]> {
  const texts = given.map(({ id, text, stems }) => ({ id, text, terms: readTerms(stems) }));
  const clusters = yield* clustersOf(texts.map(({ terms }) => terms));
  const found: FoundTheme[] = [];
  for (const { members, closeness } of clusters) {
    yield { done: found.length, of: clusters.length };
    const inside = new Set(members);
    const part = members.map((member) => texts[member]!);
    const rest = texts.filter((_, at) => !inside.has(at));
    const keys = keysOf(frequenciesIn(part.map(({ terms }) => terms)), frequenciesIn(rest.map(({ terms }) => terms)), keysTold);
    const told = toldBy({ keys, collocations: collocationsIn(part.map(({ terms }) => terms), pairsTold) }, part.slice(0, textsLookedAt).map(({ text }) => text));
    found.push({ ...told, closeness, textIds: part.map(({ id }) => id) });
  }
  return found;
}

/** More are not suggested for one text: who has to say no five times says no to all. */
const mostForText = 5;
/** Texts between two pauses. */
const run = 1000;

function* findCodes({ texts: given, codeIds }: TextWork["codes"]["given"]): Generator<Progress, FoundCodes> {
  const texts = given.map(({ id, stems, codeIds: own }) => ({ id, terms: readTerms(stems), given: own && new Set(own) }));
  const decided = texts.filter((text) => text.given !== null);
  const open = texts.filter((text) => text.given === null);
  const measures: CodeMeasure[] = [];
  const found = new Map<string, { codeId: string; likelihood: number }[]>();
  for (const [index, codeId] of codeIds.entries()) {
    const progress = { done: index, of: codeIds.length };
    const decisions = decided.map(({ terms, given: own }): Decision => ({ text: terms, carries: own!.has(codeId) }));
    const measured = measure(decisions);
    yield progress;
    const classify = learn(decisions);
    measures.push(measured ? { codeId, measured } : { codeId, measured: null, decisions: decisions.length, carrying: decisions.filter(({ carries }) => carries).length });
    if (!classify) continue;
    for (const [at, { id, terms }] of open.entries()) {
      if (at % run === 0) yield progress;
      const likelihood = classify(terms);
      if (likelihood >= suggestedFrom) found.set(id, [...(found.get(id) ?? []), { codeId, likelihood }]);
    }
  }
  const suggested = [...found].flatMap(([textId, own]) => own.sort((one, other) => other.likelihood - one.likelihood).slice(0, mostForText).map((one) => ({ ...one, textId })));
  return { measures, suggested };
}
