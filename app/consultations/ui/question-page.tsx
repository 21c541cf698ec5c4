// One page of a form being answered: where one is, the questions, and the ways on, back and out. Every way out keeps what
// was typed. Names that begin with "_" are the page's own: no question can be called so.
import type { ReactNode } from "react";
import type { AnswerError } from "#app/forms/answer.ts";
import type { FormPage } from "#app/forms/check.ts";
import type { Entries } from "#app/forms/entries.ts";
import { errataOf, type Erratum } from "#app/forms/errata.ts";
import { FormErrors } from "#app/forms/ui/form-errors.tsx";
import { Errata, Questions } from "#app/forms/ui/questions.tsx";
import type { Text } from "#app/shared/languages.ts";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { FormPicture } from "#app/forms/ui/form-picture.tsx";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { BackButton } from "./back-button.tsx";

export type QuestionPageProps = {
  page: Pick<FormPage, "section" | "questions" | "startsSection">;
  entries: Entries;
  errors: readonly AnswerError[];
  errata?: readonly Erratum[];
  /** What the page belongs to, and how far along it is. */
  caption: ReactNode;
  /** What holds of every page of the questions, above their heading. */
  notices?: ReactNode;
  /** To be read before answering. */
  children?: ReactNode;
  /** Other parts to go to. */
  parts?: readonly { id: string; heading: Text; isHere: boolean }[];
  /** Whether one may leave and come back later. */
  maySave?: boolean;
  /** What the draft is called and when it was last saved, for the script that keeps what is typed (browser/keep-answers.ts). */
  kept?: { draft: string; saved: string };
  /** Stays in the frame it is shown in. */
  isFramed?: boolean;
  /** What the form carries along without showing it. */
  carried?: ReactNode;
};

const formId = "answers";

export function QuestionPage(props: QuestionPageProps) {
  const { page, entries, errors, errata = [], caption, notices, children, parts = [], maySave = true, kept, isFramed = false, carried } = props;
  const { t } = useWords();
  const { section, questions, startsSection } = page;
  // A question alone on its page is the page's heading, unless the section has something to say first.
  const isAlone = questions.length === 1 && !(startsSection && (section.intro || section.picture || children));
  const hasFile = questions.some(({ type }) => type === "file");
  return (
    <>
      <BackButton form={formId} />
      <FormErrors questions={questions} errors={errors} />
      {notices}
      <span className="govuk-caption-l">{caption}</span>
      {!isAlone && (
        <h1 className="govuk-heading-l">
          <InLanguage text={section.heading} />
        </h1>
      )}
      {startsSection && <FormPicture picture={section.picture} />}
      {startsSection && <Paragraphs text={section.intro} />}
      {startsSection && <Errata errata={errataOf(errata)} />}
      {children}
      <form
        id={formId}
        method="post"
        target={isFramed ? "_self" : undefined}
        noValidate
        encType={hasFile ? "multipart/form-data" : undefined}
        data-keep={kept?.draft}
        data-saved={kept?.saved}
        data-kept-at={kept && t("consultations:respond.kept-at", { time: "%time%" })}
        data-not-kept={kept && t("consultations:respond.not-kept")}
      >
        {carried}
        <Questions questions={questions} entries={entries} errors={errors} errata={errata} asHeading={isAlone} />
        {kept && <p className="govuk-hint" id="kept" role="status" />}
        <ButtonGroup>
          <Button>{t("consultations:respond.continue")}</Button>
          {maySave && (
            <Button look="secondary" name="_intent" value="later">
              {t("consultations:respond.later")}
            </Button>
          )}
        </ButtonGroup>
        {parts.length > 1 && <Parts parts={parts} />}
      </form>
    </>
  );
}

function Parts({ parts }: Required<Pick<QuestionPageProps, "parts">>) {
  const { t } = useWords();
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{t("consultations:respond.parts")}</span>
      </summary>
      <div className="govuk-details__text">
        <p className="govuk-body">{t("consultations:respond.parts-hint")}</p>
        <ol className="govuk-list govuk-list--number">
          {parts.map(({ id, heading, isHere }) => (
            <li key={id}>
              {isHere ? (
                <strong aria-current="page">
                  <InLanguage text={heading} />
                </strong>
              ) : (
                <button type="submit" name="_page" value={id} className="link-button">
                  <InLanguage text={heading} />
                </button>
              )}
            </li>
          ))}
        </ol>
        <p className="govuk-body">
          <button type="submit" name="_intent" value="finish" className="link-button">
            {t("consultations:respond.finish")}
          </button>
        </p>
      </div>
    </details>
  );
}
