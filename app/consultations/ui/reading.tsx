// A consultation as whoever may answer it reads it: what is asked, why, what can still change, who decides and when.
import { useHref } from "@remix-run/react";
import { questionsOf, type FormDefinition } from "#app/forms/definition.ts";
import { errataOf, type Erratum } from "#app/forms/errata.ts";
import { dayOf } from "#app/shared/dates.ts";
import type { Contact } from "#app/shared/ui/contact-list.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { ConsultationChange } from "../consultation-change.ts";
import type { ConsultationDocument } from "../consultation-document.ts";
import type { ConsultationEvent } from "../consultation-event.ts";
import { isBlockedIn, type Consultation } from "../consultation.ts";
import { isOver, stateOf } from "../life.ts";
import { noticesPath, publishedResponsesPath, publishedResultsPath, reportPath, responsesPath } from "../paths.ts";
import { BeforeStarting } from "./before-starting.tsx";
import { Changes } from "./changes.tsx";
import type { SaidVersion } from "../version-words.ts";
import { ConsultationDates } from "./consultation-dates.tsx";
import { ConsultationState } from "./consultation-state.tsx";
import { Corrections } from "./corrections.tsx";
import { Documents } from "./documents.tsx";
import { Events } from "./events.tsx";
import { OtherWays } from "./other-ways.tsx";
import { Paused } from "./paused.tsx";
import { PublicSteps, type PublicStep } from "./public-steps.tsx";
import { QuestionChanges } from "./question-changes.tsx";
import { QuestionList } from "./question-list.tsx";
import { QuestionsAbout } from "./questions-about.tsx";
import { TextList } from "./text-list.tsx";
import { TranslationNotice } from "./translation-notice.tsx";
import { WhatHappensNext } from "./what-happens-next.tsx";

type ReadingProps = {
  partnership: { slug: string; contact: Contact };
  consultation: Consultation;
  definition: FormDefinition;
  errata: readonly Erratum[];
  /** What was changed in the questions since it was published. */
  questionChanges?: readonly SaidVersion[];
  documents: readonly ConsultationDocument[];
  events?: readonly ConsultationEvent[];
  /** What was changed since it was published. */
  changes?: readonly ConsultationChange[];
  steps?: readonly PublicStep[];
  now: Date;
  /** Where responding begins. */
  start: string;
  /** Stays in the frame it is shown in. */
  isFramed?: boolean;
};

export function Reading({ partnership, consultation, definition, errata, questionChanges = [], documents, events = [], changes = [], steps = [], now, start, isFramed = false }: ReadingProps) {
  const { t, number, date, language } = useWords();
  const startAt = useHref(start);
  const state = stateOf(consultation, now);
  const { decisionOn, openToChange, notOpenToChange } = consultation;
  const count = questionsOf(definition).filter(({ type }) => type !== "statement").length;
  return (
    <>
      <PageHeading size="xl">
        <InLanguage text={consultation.title} />
      </PageHeading>
      <ConsultationState consultation={consultation} now={now} />
      <Paragraphs text={consultation.summary} className="govuk-body-l" />
      <TranslationNotice partnership={partnership} consultation={consultation} />
      {state === "open" && !isBlockedIn(consultation, language) && (
        <>
          <form method="post" action={startAt} target={isFramed ? "_self" : undefined}>
            <Button start>{t("consultations:read.respond")}</Button>
          </form>
          <BeforeStarting consultation={consultation} />
        </>
      )}
      {state === "paused" && <Paused consultation={consultation} />}
      {state === "grace" && <p className="govuk-body">{t("consultations:read.grace")}</p>}
      {isOver(state) && (
        <section aria-labelledby="next">
          <WhatHappensNext partnership={partnership} consultation={consultation} today={dayOf(now)} isOver />
        </section>
      )}
      {consultation.reportPublicAt && (
        <p className="govuk-body">
          <PageLink to={reportPath(partnership, consultation)}>{t("consultations:read.report")}</PageLink>
        </p>
      )}
      {consultation.resultsPublishedAt && (
        <p className="govuk-body">
          <PageLink to={publishedResultsPath(partnership, consultation)}>{t("consultations:read.results")}</PageLink>
        </p>
      )}
      {consultation.responsesPublicAt && (
        <p className="govuk-body">
          <PageLink to={publishedResponsesPath(partnership, consultation)}>{t("consultations:read.responses")}</PageLink>
        </p>
      )}
      <p className="govuk-body">
        <PageLink to={responsesPath(partnership)}>{t("consultations:list.have-reference")}</PageLink>
      </p>

      <h2 className="govuk-heading-m">{t("consultations:read.why")}</h2>
      <Paragraphs text={consultation.purpose} />
      <Paragraphs text={consultation.audience} />

      <h2 className="govuk-heading-m">{t("consultations:read.asked")}</h2>
      <p className="govuk-body">
        {t("consultations:read.count", { count, number: number(count) })} {!isOver(state) && t("consultations:respond.all-some-none")}
      </p>
      <Details summary={t("consultations:read.questions")}>
        <QuestionList definition={definition} errata={errata} />
      </Details>
      <QuestionChanges changes={questionChanges} />
      <Corrections errata={errataOf(errata)} />

      {(openToChange.length > 0 || notOpenToChange.length > 0) && (
        <h2 className="govuk-heading-m">{t("consultations:read.change.heading")}</h2>
      )}
      <TextList heading={t("consultations:read.change.open")} texts={openToChange} />
      <TextList heading={t("consultations:read.change.fixed")} texts={notOpenToChange} />

      <h2 className="govuk-heading-m">{t("consultations:read.decision.heading")}</h2>
      <Paragraphs text={consultation.decisionToBeMade} />
      <p className="govuk-body">
        {t("consultations:read.decision.by")} <InLanguage text={consultation.decisionMaker} />
      </p>
      {decisionOn && <p className="govuk-body">{t("consultations:read.decision.on", { date: date(decisionOn) })}</p>}

      <Documents partnership={partnership} consultation={consultation} documents={documents} isPublic={!isFramed} />
      <Events partnership={partnership} consultation={consultation} events={events} now={now} />
      <Changes changes={changes} />
      <ConsultationDates consultation={consultation} />
      <PublicSteps steps={steps} />
      <OtherWays ways={consultation.otherWays} contact={partnership.contact} isOver={isOver(state)} />
      <QuestionsAbout contact={consultation.contact} />
      {!isFramed && (
        <p className="govuk-body">
          <PageLink to={noticesPath(partnership, consultation)}>{t("consultations:notices.title")}</PageLink>
        </p>
      )}
    </>
  );
}
