import type { AnswerError } from "#app/forms/answer.ts";
import type { FormPage } from "#app/forms/check.ts";
import type { Entries } from "#app/forms/entries.ts";
import type { Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { Disclosure } from "./disclosure.tsx";
import { QuestionPage, type QuestionPageProps } from "./question-page.tsx";

type SendingPageProps = { consultation: Text; notices: { privacy: Text; disclosure: Text }; page: FormPage; entries: Entries; errors: readonly AnswerError[] } & Pick<
  QuestionPageProps,
  "kept" | "isFramed" | "carried" | "maySave"
>;

/** A page about oneself or about publication; where publication is asked about, who may see the response is told first. */
export function SendingPage({ consultation, notices, page, ...rest }: SendingPageProps) {
  const { t } = useWords();
  return (
    <QuestionPage
      page={page}
      {...rest}
      caption={
        <>
          <InLanguage text={consultation} />
          <br />
          {t("consultations:respond.before-sending")}
        </>
      }
    >
      {page.id === "permission" ? <Disclosure notices={notices} /> : null}
    </QuestionPage>
  );
}
