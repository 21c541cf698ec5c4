// What a new version of the questions changes, in words: for the officers who decide about it and for everybody who may answer.
import { readCondition, type Reading } from "#app/forms/condition-words.ts";
import { questionsOf, type FormDefinition } from "#app/forms/definition.ts";
import type { Change, Difference } from "#app/forms/differences.ts";
import { problemText, questionName, within, type FormWords } from "#app/forms/wording.ts";
import { formatList } from "#app/shared/formats.ts";
import { languageNamed, type Language, type Text } from "#app/shared/languages.ts";
import type { Consultation } from "./consultation.ts";
import type { Share } from "./launch-gate.ts";
import type { Effect, VersionProblem } from "./new-version.ts";

/** One change: a sentence, and for a condition how it was read and is read now. */
export type SaidChange = { text: string; readings: { name: string; reading: Reading }[] };
export type SaidDifference = SaidChange & { changes: SaidChange[] };

type Between = { before: FormDefinition; after: FormDefinition; differences: readonly Difference[] };

/** Every difference, in the order of the newer version; what was taken away follows. */
export function sayDifferences({ before, after, differences }: Between, words: FormWords): SaidDifference[] {
  const { t } = words;
  const said = (text: string, changes: SaidChange[] = []): SaidDifference => ({ text, readings: [], changes });
  return differences.map((difference) => {
    switch (difference.kind) {
      case "question-added":
      case "question-removed":
        return said(t(`versions:difference.${difference.kind}`, { question: questionName(difference.question, words) }));
      case "question-changed": {
        const name = questionName(difference.question, words);
        return said(t("versions:difference.question-changed", { question: name }), difference.changes.map((change) => sayChange(change, before, after, words)));
      }
      case "section-changed": {
        const heading = within(difference.section.heading, words);
        return said(t("versions:difference.section-changed", { section: heading }), difference.changes.map((change) => sayChange(change, before, after, words)));
      }
      case "order":
      case "numbers":
        return said(t(`versions:difference.${difference.kind}`));
    }
  });
}

/** A version as whoever reads about it is told of it: since when, why, and what it changed in the one before. */
export type SaidVersion = { number: number; publishedAt: Date; reason: Text | null; said: SaidDifference[] };

export function sayVersion({ number, publishedAt, reason, ...between }: Omit<SaidVersion, "said"> & Between, words: FormWords): SaidVersion {
  return { number, publishedAt, reason, said: sayDifferences(between, words) };
}

function sayChange(change: Change, before: FormDefinition, after: FormDefinition, words: FormWords): SaidChange {
  const { t, language } = words;
  const say = (values: Record<string, string> = {}, readings: SaidChange["readings"] = []) => ({ text: t(`versions:change.${change.kind}`, values), readings });
  switch (change.kind) {
    case "reworded":
    case "option-reworded":
      return say({ before: inOneOf(change.languages, change.before, words), after: inOneOf(change.languages, change.after, words) });
    case "translated":
    case "untranslated":
      return say({ languages: formatList(language, change.languages.map((one) => languageNamed(one, language))) });
    case "option-added":
    case "option-removed":
      return say({ option: within(change.text, words) });
    case "moved":
      return say({ section: within(change.to, words) });
    case "routing": {
      const read = (condition: typeof change.before, form: FormDefinition): Reading =>
        condition === null ? { text: t("versions:everybody"), parts: [] } : readCondition(condition, questionsOf(form), words);
      return say({}, [
        { name: t("versions:until-now"), reading: read(change.before, before) },
        { name: t("versions:from-now"), reading: read(change.after, after) },
      ]);
    }
    default:
      return say();
  }
}

/** The text in the reader's language where that is one of these, else in the first of them. */
function inOneOf(changed: readonly Language[], text: Text, words: FormWords): string {
  const shown = changed.find((one) => one === words.language) ?? changed[0];
  return within(shown ? { [shown]: text[shown] } : text, words);
}

/** What people are shown in languages that are not complete, as was decided. */
export function sayOffered(shares: readonly Share[], { partialLanguages, blockedLanguages }: Pick<Consultation, "partialLanguages" | "blockedLanguages">, words: FormWords): string[] {
  const { t, number } = words;
  const named = (language: Language) => languageNamed(language, words.language);
  return shares.flatMap(({ language, said, all }) => {
    if (blockedLanguages.includes(language)) return [t("launch:seen.blocked", { language: named(language) })];
    return partialLanguages.includes(language) && said < all ? [t("launch:seen.partly", { language: named(language), said: number(said), all: number(all) })] : [];
  });
}

export type SaidEffect = { key: string; question: string; what: string[]; asked: number; answered: number };

/** What becomes of the answers to the version that is asked now, question by question. */
export function sayEffects(effects: readonly Effect[], asksNow: number, words: FormWords): SaidEffect[] {
  const { t, number } = words;
  const version = number(asksNow);
  return effects.map(({ question, isRemoved, asked, answered, options }) => ({
    ...{ key: question.id, question: questionName(question, words), asked, answered },
    what: [
      t(isRemoved ? "versions:effect.removed" : "versions:effect.changed", { version }),
      ...options.map(({ text, chosen }) => {
        const values = { option: within(text, words), version };
        return chosen === null ? t("versions:effect.option", values) : t("versions:effect.option-chosen", { ...values, count: chosen, number: number(chosen) });
      }),
    ],
  }));
}

/** Why a version cannot be published, and what to do about it. */
export function sayVersionProblem(problem: VersionProblem, definition: FormDefinition, words: FormWords): string {
  const { t, number } = words;
  switch (problem.code) {
    case "reworded":
      return t("versions:problem.reworded", { question: questionName(problem.question, words), before: within(problem.before.label, words) });
    case "definition": {
      const said = problemText(problem.problem, words);
      const question = questionsOf(definition).find(({ id }) => id === problem.problem.values?.["id"]);
      return question ? t("versions:problem.definition", { question: questionName(question, words), problem: said }) : said;
    }
    case "untranslated":
      return t("versions:problem.untranslated", { language: languageNamed(problem.language, words.language), said: number(problem.said), all: number(problem.all) });
    default:
      return t(`versions:problem.${problem.code}`);
  }
}
