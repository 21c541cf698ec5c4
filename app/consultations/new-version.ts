// A new version of the questions while people answer the one before: what refuses it, the languages it would be offered in, and
// what it means for what was answered so far.
import type { DefinitionProblem, FormDefinition } from "#app/forms/definition.ts";
import { rewordedQuestions, type Change, type Difference } from "#app/forms/differences.ts";
import type { Question } from "#app/forms/question.ts";
import { tallyFor, type Tally } from "#app/forms/tally.ts";
import { translationOfForm } from "#app/forms/translation.ts";
import { checkNewVersion } from "#app/forms/versions.ts";
import { filled, languages, type Language, type Text } from "#app/shared/languages.ts";
import type { Consultation } from "./consultation.ts";
import { translationOf } from "./design-texts.ts";
import { sharesOf, undecidedOf, type Share } from "./launch-gate.ts";

type Offered = Pick<Consultation, "languages" | "partialLanguages" | "blockedLanguages">;

/** What is written with its questions before it is published. */
export type VersionDecisions = Pick<Offered, "partialLanguages" | "blockedLanguages"> & {
  /** Why there is a new version, for everybody to read. */
  reason: Text | null;
};

/** How much of a consultation with these questions is said in each language. */
export function sharesWith(consultation: Consultation, definition: FormDefinition): Share[] {
  return sharesOf([translationOf(consultation), languages.map((language) => ({ language, ...translationOfForm(definition, language) }))]);
}

/** The languages once it is published: one that has become complete is offered without a notice, whatever was decided before. */
export function offeredWith(consultation: Offered, shares: readonly Share[], decided: Pick<VersionDecisions, "partialLanguages" | "blockedLanguages">): Offered {
  const incomplete = (language: Language) => shares.some((share) => share.language === language && share.said < share.all);
  const isPartial = (language: Language) =>
    incomplete(language) && !decided.blockedLanguages.includes(language) && (decided.partialLanguages.includes(language) || consultation.partialLanguages.includes(language));
  const isBlocked = (language: Language) =>
    incomplete(language) && !isPartial(language) && (decided.blockedLanguages.includes(language) || consultation.blockedLanguages.includes(language));
  const known = languages.filter((language) => consultation.languages.includes(language) || consultation.blockedLanguages.includes(language));
  return {
    languages: known.filter((language) => !isBlocked(language)),
    ...{ partialLanguages: known.filter(isPartial), blockedLanguages: known.filter(isBlocked) },
  };
}

/** Why it cannot be published; the words are `versions:problem.<code>`. */
export type VersionProblem =
  | { code: "nothing-changed" | "reason-missing" | "no-language-left" }
  | { code: "reworded"; question: Question; before: Question }
  | { code: "definition"; problem: DefinitionProblem }
  | ({ code: "untranslated" } & Share);

type Proposed = {
  consultation: Offered;
  /** The published versions, the oldest first. */
  earlier: readonly FormDefinition[];
  next: FormDefinition;
  differences: readonly Difference[];
  shares: readonly Share[];
  decided: VersionDecisions;
};

export function problemsOfVersion({ consultation, earlier, next, differences, shares, decided }: Proposed): VersionProblem[] {
  const offered = offeredWith(consultation, shares, decided);
  return [
    ...(differences.length === 0 ? [{ code: "nothing-changed" } as const] : []),
    ...checkNewVersion(earlier, next).map((problem) => ({ code: "definition", problem }) as const),
    ...rewordedQuestions(differences).map((found) => ({ code: "reworded", ...found }) as const),
    ...undecidedOf(shares, offered.languages, offered.partialLanguages).map((share) => ({ code: "untranslated", ...share }) as const),
    ...(offered.languages.length === 0 ? [{ code: "no-language-left" } as const] : []),
    ...(filled(decided.reason ?? {}) === undefined ? [{ code: "reason-missing" } as const] : []),
  ];
}

/** What becomes of the answers to a question that is taken away or changed. */
export type Effect = {
  question: Question;
  isRemoved: boolean;
  asked: number;
  answered: number;
  /** Options that can no longer be chosen, and how many had chosen them; null where that is not counted one by one. */
  options: { text: Text; chosen: number | null }[];
};

const harmless: readonly Change["kind"][] = ["translated", "hint", "moved"];

/** `tally` counts the responses to every version so far. Translations, hints and places change nothing about an answer. */
export function effectsOf(differences: readonly Difference[], tally: Tally): Effect[] {
  return differences.flatMap((difference): Effect[] => {
    if (difference.kind !== "question-removed" && difference.kind !== "question-changed") return [];
    const { question, kind } = difference;
    const changes = "changes" in difference ? difference.changes.filter((change) => !harmless.includes(change.kind)) : [];
    if (question.type === "statement" || (kind === "question-changed" && changes.length === 0)) return [];
    const { asked, answered, counts } = tallyFor(tally, question.id);
    const isCounted = question.type === "one-choice" || question.type === "several-choices";
    const gone = changes.flatMap((change) => (change.kind === "option-removed" ? [{ text: change.text, chosen: isCounted ? (counts?.[change.option] ?? 0) : null }] : []));
    return [{ question, isRemoved: kind === "question-removed", asked, answered, options: gone }];
  });
}

/** The pages of a draft that stay passed when it goes over to other questions: those on which nothing was added or changed. */
export function pagesStillSeen(pagesSeen: readonly string[], differences: readonly Difference[], after: FormDefinition): string[] {
  const touched = new Set<string>();
  for (const difference of differences) {
    if (difference.kind === "question-added" || difference.kind === "question-changed") touched.add(difference.question.id);
  }
  const sections = after.sections.filter(({ questions }) => questions.some(({ id }) => touched.has(id))).map(({ id }) => id);
  return pagesSeen.filter((page) => !touched.has(page) && !sections.includes(page));
}
