import type { Entries } from "#app/shared/edits.ts";
import { languageNamed } from "#app/shared/languages.ts";
import { Radios } from "#app/shared/ui/radios.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { languageInput } from "../launch-form.ts";
import type { Share } from "../launch-gate.ts";

type LanguageDecisionsProps = { asked: readonly Share[]; entries: Entries; errorOf: (input: string) => string | undefined };

/** Of each language that is not complete, whether English stands in for what is missing, or it is not offered. */
export function LanguageDecisions({ asked, entries, errorOf }: LanguageDecisionsProps) {
  const { t, number, language: own } = useWords();
  return asked.map(({ language, said, all }) => (
    <Radios
      key={language}
      name={languageInput(language)}
      label={t("launch:settings.language", { language: languageNamed(language, own) })}
      hint={t("launch:settings.language-hint", { said: number(said), all: number(all) })}
      value={entries[languageInput(language)]}
      error={errorOf(languageInput(language))}
      choices={[
        { value: "english", label: t("launch:settings.english"), hint: t("launch:settings.english-hint") },
        { value: "block", label: t("launch:settings.block"), hint: t("launch:settings.block-hint") },
      ]}
    />
  ));
}
