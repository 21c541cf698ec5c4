import type { RespondentType } from "#app/consultations/response.ts";
import type { Segment } from "#app/moderation/redaction.ts";
import { languageNamed, type Language, type Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { RedactedWords } from "#app/shared/ui/redacted-words.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

export type ListedResponse = {
  reference: string;
  respondentType: RespondentType;
  name: string | null;
  language: Language;
  /** The beginning of an answer in own words; null where nothing but what was chosen is public. */
  excerpt: { question: Text; segments: Segment[]; isCut: boolean } | null;
  /** Answers in own words that may be read. */
  texts: number;
};

/** Responses as a list, each leading to all of what it says. */
export function ResponseList({ responses, pathOf }: { responses: readonly ListedResponse[]; pathOf: (reference: string) => string }) {
  const { t, number, language: readers } = useWords();
  return responses.map(({ reference, respondentType, name, language, excerpt, texts }) => (
    <article key={reference} className="written-answer" aria-labelledby={`response-${reference}`}>
      <h2 className="govuk-heading-s" id={`response-${reference}`}>
        <PageLink to={pathOf(reference)}>
          {name === null ? t(`office:respondent.${respondentType}`) : <bdi>{name}</bdi>}
          <span className="govuk-visually-hidden"> ({reference})</span>
        </PageLink>
      </h2>
      {excerpt && (
        <>
          <p className="govuk-body-s">
            <InLanguage text={excerpt.question} />
          </p>
          <RedactedWords segments={excerpt.segments} language={language} isCut={excerpt.isCut} />
        </>
      )}
      <ul className="govuk-list written-answer__about">
        {name !== null && <li>{t(`office:respondent.${respondentType}`)}</li>}
        <li>{languageNamed(language, readers)}</li>
        <li>{t("published-responses:list.texts", { number: number(texts) })}</li>
      </ul>
    </article>
  ));
}
