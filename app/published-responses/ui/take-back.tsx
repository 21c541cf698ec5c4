import { longestReason, type ReasonRefused } from "#app/publication/reason.ts";
import type { Language } from "#app/shared/languages.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type TakeBackProps = { backTo: string; languages: readonly Language[]; refused: ReasonRefused | null };

/** Asks once, with the reason the public will read, before the published responses are taken back. */
export function TakeBack({ backTo, languages, refused }: TakeBackProps) {
  const { t, number } = useWords();
  const errorOf = (language: Language) => {
    if (refused?.missing && language === languages[0]) return t("publication:reason.missing");
    return refused?.long.includes(`reason-${language}`) ? t("publication:reason.long", { count: longestReason, most: number(longestReason) }) : undefined;
  };
  const errors = languages.flatMap((language) => {
    const text = errorOf(language);
    return text ? [{ href: `#reason-${language}`, text }] : [];
  });
  return (
    <>
      <BackLink to={backTo} />
      <ErrorSummary errors={errors} />
      <PageHeading>{t("published-responses:take-back.question")}</PageHeading>
      <WarningText>{t("published-responses:take-back.consequence")}</WarningText>
      <form method="post" noValidate>
        <FieldsInLanguages
          {...{ name: "reason", legend: t("published-responses:take-back.reason"), hint: t("published-responses:take-back.reason-hint"), rows: 3, of: languages, errorOf }}
          valueOf={(language) => refused?.typed[`reason-${language}`] ?? ""}
        />
        <ButtonGroup>
          <Button look="warning" name="deed" value="take-back">
            {t("published-responses:take-back.yes")}
          </Button>
          <PageLink to={backTo}>{t("publication:take-back.no")}</PageLink>
        </ButtonGroup>
      </form>
    </>
  );
}
