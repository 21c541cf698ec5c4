// What an answer says in another language, written or put there by an officer for whoever reads it. Codes stand on the answer alone,
// words are searched for in it alone, and no translation is published.
import { isLanguage, languageNamed, type Language } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { passage } from "#app/shared/typed.ts";
import type { Words } from "#app/shared/words.ts";

/** Characters; as many as the longest answers have. */
export const longestTranslation = 40_000;

export type Translation = { id: string; textId: string; language: Language; text: string; isMachineMade: boolean; personId: string; at: Date };

/** What is wrong with what was typed; the words are `translations:problem.<problem>`. */
export type TranslationProblem = "language-missing" | "text-missing" | "too-long" | "changed-meanwhile";

export type TypedTranslation = { language: string; text: string; isMachineMade: boolean; seen: string };

export function typedTranslation(form: URLSearchParams): TypedTranslation {
  return { language: form.get("language") ?? "", text: passage(form.get("text") ?? ""), isMachineMade: form.has("machine"), seen: form.get("seen") ?? "" };
}

export function checkTranslation({ language, text, isMachineMade }: TypedTranslation): Result<Pick<Translation, "language" | "text" | "isMachineMade">, Exclude<TranslationProblem, "changed-meanwhile">> {
  if (!isLanguage(language)) return fail("language-missing");
  if (text === "") return fail("text-missing");
  if (text.length > longestTranslation) return fail("too-long");
  return succeed({ language, text, isMachineMade });
}

/** By what is known which translation somebody had before them; "" where they had none. */
export function seenOf(translation: Translation | undefined): string {
  return translation ? `${translation.id}:${translation.at.toISOString()}` : "";
}

/** A translation as it is drawn. */
export type TranslationShown = { language: Language; heading: string; text: string; says: string };

export function translationShown({ language, text, isMachineMade, personId, at }: Translation, names: ReadonlyMap<string, string>, { t, instant, language: spoken }: Words): TranslationShown {
  const who = names.get(personId) ?? t("reading:somebody");
  return {
    ...{ language, text },
    heading: t("translations:into", { language: languageNamed(language, spoken) }),
    says: t(isMachineMade ? "translations:by-machine" : "translations:by", { who, at: instant(at) }),
  };
}
