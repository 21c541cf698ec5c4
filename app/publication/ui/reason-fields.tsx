import type { Language } from "#app/shared/languages.ts";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { longestReason, type ReasonRefused } from "../reason.ts";

type ReasonFieldsProps = { legend: string; hint: string; languages: readonly Language[]; refused: ReasonRefused | null };

/** Where a public reason is typed, in each language of the consultation. */
export function ReasonFields({ legend, hint, languages, refused }: ReasonFieldsProps) {
  const errorOf = useReasonErrors(refused);
  return (
    <FieldsInLanguages
      {...{ name: "reason", legend, hint, rows: 3, of: languages }}
      valueOf={(language) => refused?.typed[`reason-${language}`] ?? ""}
      errorOf={(language) => errorOf(language, language === languages[0])}
    />
  );
}

function useReasonErrors(refused: ReasonRefused | null) {
  const { t, number } = useWords();
  return (language: Language, isFirst: boolean) => {
    if (refused?.missing && isFirst) return t("publication:reason.missing");
    return refused?.long.includes(`reason-${language}`) ? t("publication:reason.long", { count: longestReason, most: number(longestReason) }) : undefined;
  };
}

/** The same errors for the top of the page. */
export function useReasonSummary(refused: ReasonRefused | null, languages: readonly Language[]) {
  const errorOf = useReasonErrors(refused);
  return languages.flatMap((language, place) => {
    const text = errorOf(language, place === 0);
    return text ? [{ href: `#reason-${language}`, text }] : [];
  });
}
