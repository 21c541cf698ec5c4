// A consultation to read before answering, or instead of it: what is asked, why, what can still change, who decides and when.
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useHref, useLoaderData } from "@remix-run/react";
import { questionsOf } from "#app/forms/definition.ts";
import { errataOf } from "#app/forms/errata.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { Details } from "#app/shared/ui/details.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { stateOf, turningPoints } from "../consultation.ts";
import { listDocuments } from "../documents.store.server.ts";
import { respondPath, responsesPath } from "../paths.ts";
import { findConsultation, findCurrentVersion, listErrata } from "../store.server.ts";
import { BeforeStarting } from "../ui/before-starting.tsx";
import { ConsultationDates } from "../ui/consultation-dates.tsx";
import { ConsultationState } from "../ui/consultation-state.tsx";
import { Corrections } from "../ui/corrections.tsx";
import { Documents } from "../ui/documents.tsx";
import { OtherWays } from "../ui/other-ways.tsx";
import { QuestionList } from "../ui/question-list.tsx";
import { TextList } from "../ui/text-list.tsx";
import { WhatHappensNext } from "../ui/what-happens-next.tsx";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const consultation = await findConsultation(db(), partnership.id, params.consultation);
  const version = await findCurrentVersion(db(), consultation.formId);
  return data(
    {
      title: titleOf(textIn(consultation.title, context.language).text, context.language, partnership),
      ...{ partnership, consultation, definition: version.definition, now: context.now },
      errata: await listErrata(db(), version.id),
      documents: await listDocuments(db(), consultation),
    },
    { headers: keepPage(partnership.id, context.now, turningPoints(consultation)) },
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ReadPage() {
  const { partnership, consultation, definition, errata, documents, now } = useLoaderData<typeof loader>();
  const { t, number, date } = useWords();
  const start = useHref(respondPath(partnership, consultation));
  const state = stateOf(consultation, now);
  const { decisionOn, openToChange, notOpenToChange } = consultation;
  const isOver = state === "closed" || state === "grace";
  const count = questionsOf(definition).filter(({ type }) => type !== "statement").length;
  return (
    <>
      <PageHeading size="xl">
        <InLanguage text={consultation.title} />
      </PageHeading>
      <ConsultationState consultation={consultation} now={now} />
      <Paragraphs text={consultation.summary} className="govuk-body-l" />
      {state === "open" && (
        <>
          <form method="post" action={start}>
            <Button start>{t("consultations:read.respond")}</Button>
          </form>
          <BeforeStarting consultation={consultation} />
        </>
      )}
      {state === "grace" && <p className="govuk-body">{t("consultations:read.grace")}</p>}
      {isOver && (
        <section aria-labelledby="next">
          <WhatHappensNext consultation={consultation} />
        </section>
      )}
      <p className="govuk-body">
        <PageLink to={responsesPath(partnership)}>{t("consultations:list.have-reference")}</PageLink>
      </p>

      <h2 className="govuk-heading-m">{t("consultations:read.why")}</h2>
      <Paragraphs text={consultation.purpose} />
      <Paragraphs text={consultation.audience} />

      <h2 className="govuk-heading-m">{t("consultations:read.asked")}</h2>
      <p className="govuk-body">
        {t("consultations:read.count", { count, number: number(count) })} {t("consultations:respond.all-some-none")}
      </p>
      <Details summary={t("consultations:read.questions")}>
        <QuestionList definition={definition} />
      </Details>
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

      <Documents partnership={partnership} consultation={consultation} documents={documents} />
      <ConsultationDates consultation={consultation} />
      <OtherWays ways={consultation.otherWays} contact={partnership.contact} />
    </>
  );
}
