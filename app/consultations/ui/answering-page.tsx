import type { Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { QuestionPage, type QuestionPageProps } from "./question-page.tsx";

type AnsweringPageProps = Omit<QuestionPageProps, "caption"> & { consultation: Text; section: { number: number; of: number } };

/** A page of a consultation's own questions. */
export function AnsweringPage({ consultation, section, ...rest }: AnsweringPageProps) {
  const { t, number } = useWords();
  return (
    <QuestionPage
      {...rest}
      caption={
        <>
          <InLanguage text={consultation} />
          <br />
          {t("consultations:respond.section", { number: number(section.number), of: number(section.of) })}
        </>
      }
    />
  );
}
