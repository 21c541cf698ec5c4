import { textAsTyped } from "#app/shared/texts.ts";
import type { Language, Text } from "#app/shared/languages.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { longest } from "../hustings.ts";

type AskedProps = {
  question: { id: string; askedText: string; askedLanguage: Language };
  caption: Text;
  backTo: string;
  refused: { entries: Record<string, string>; problems: readonly { field: string; code: string; most?: number }[] } | null;
};

/** One question that was asked: put to all candidates in the office's wording, or declined. */
export function AskedQuestion({ question, caption, backTo, refused }: AskedProps) {
  const { t, number } = useWords();
  const entries: Record<string, string> = refused?.entries ?? textAsTyped("text", { [question.askedLanguage]: question.askedText });
  const errors = (refused?.problems ?? []).map(({ field, code, most = 0 }) => ({ href: `#${field}`, text: t(`candidates:problem.${code}`, { most: number(most) }) }));
  const each = (name: string) => ({
    ...{ name, rows: 4, valueOf: (language: Language) => entries[`${name}-${language}`] ?? "" },
    errorOf: (language: Language) => errors.find(({ href }) => href === `#${name}-${language}`)?.text,
  });
  return (
    <>
      <BackLink to={backTo} />
      <ErrorSummary errors={errors} />
      <PageHeading caption={<InLanguage text={caption} />}>{t("candidates:office-questions.one")}</PageHeading>
      <InsetText>
        <p className="govuk-body plain-text" lang={question.askedLanguage} dir="auto">{question.askedText}</p>
      </InsetText>
      <form method="post" noValidate>
        <input type="hidden" name="question" value={question.id} />
        <FieldsInLanguages {...each("text")} legend={t("candidates:office-questions.text")} hint={t("candidates:office-questions.text-hint", { most: number(longest.question) })} />
        <Button name="deed" value="put">{t("candidates:office-questions.do-put")}</Button>
      </form>
      <form method="post" noValidate>
        <input type="hidden" name="question" value={question.id} />
        <FieldsInLanguages {...each("reason")} legend={t("candidates:office-questions.reason")} hint={t("candidates:office-questions.reason-hint", { most: number(longest.reason) })} />
        <Button look="secondary" name="deed" value="decline">{t("candidates:office-questions.do-decline")}</Button>
      </form>
    </>
  );
}
