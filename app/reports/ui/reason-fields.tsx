import { longestReason, type ReasonRefused } from "#app/publication/reason.ts";
import type { Language } from "#app/shared/languages.ts";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type ReasonFieldsProps = { legend: string; languages: readonly Language[]; refused: ReasonRefused | null };

/** Where a reason is typed that everybody will read, in each language of the consultation. */
export function ReasonFields({ legend, languages, refused }: ReasonFieldsProps) {
  const { t } = useWords();
  const errors = useReasonErrors(refused, languages);
  return (
    <FieldsInLanguages
      {...{ name: "reason", legend, hint: t("publication:reason.hint"), rows: 3, of: languages }}
      valueOf={(language) => refused?.typed[`reason-${language}`] ?? ""}
      errorOf={(language) => errors.find(({ href }) => href === `#reason-${language}`)?.text}
    />
  );
}

/** What is wrong with it, for the top of the page. */
export function useReasonErrors(refused: ReasonRefused | null, languages: readonly Language[]): { href: string; text: string }[] {
  const { t, number } = useWords();
  return languages.flatMap((language, place) => {
    const href = `#reason-${language}`;
    if (refused?.missing && place === 0) return [{ href, text: t("publication:reason.missing") }];
    return refused?.long.includes(`reason-${language}`) ? [{ href, text: t("publication:reason.long", { count: longestReason, most: number(longestReason) }) }] : [];
  });
}
