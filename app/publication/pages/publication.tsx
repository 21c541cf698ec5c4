// What is published of a consultation's results: chosen here question by question; what was published is told, and taken back here.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayPrepareResults, mayPublishEquality, mayPublishResults, maySeePublication } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { officeConsultationPath, publicationPath, publicationPreviewPath } from "#app/consultations/office-paths.ts";
import { publishedResultsPath } from "#app/consultations/paths.ts";
import { holdConsultation, listVersions } from "#app/consultations/store.server.ts";
import { within } from "#app/forms/wording.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest, forbidden } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { textInAll, wordsFor } from "#app/shared/words.server.ts";
import { areaQuestions, askedInYear, publishable, readChoice, type Choice } from "../choice.ts";
import { describeVariable, equalityVariables } from "#app/consultations/equality-variables.ts";
import { readReason } from "../reason.ts";
import { findChoice, listPublished, saveChoice, withdrawResults } from "../store.server.ts";
import { ChoiceForm } from "../ui/choice-form.tsx";
import { TakeBack } from "../ui/take-back.tsx";
import { Versions } from "../ui/versions.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation, roles } = await findForOffice(args, maySeePublication);
  const questions = publishable(await listVersions(db(), consultation.formId), askedInYear(consultation, args.context.now));
  const versions = await listPublished(db(), consultation.id);
  const words = wordsFor(language);
  const search = new URL(args.request.url).searchParams;
  const isPublic = consultation.resultsPublishedAt !== null;
  const asksToTakeBack = isPublic && mayPublishResults(roles) && search.get("ask") === "take-back";
  const key = asksToTakeBack ? "publication:take-back.title" : "publication:choose.title";
  return {
    title: titleOf(words.t(key, { title: within(consultation.title, words) }), language, partnership),
    ...{ partnership, consultation, versions, isPublic, asksToTakeBack },
    choice: await findChoice(db(), consultation.id),
    questions: questions.map(({ question, lines }) => ({ id: question.id, number: question.number ?? null, label: question.label, lines: lines.length })),
    areas: areaQuestions(questions).map(({ question }) => ({ id: question.id, label: question.label })),
    equality: consultation.asksEquality ? equalityVariables.map((one) => ({ id: one, label: describeVariable(one, textInAll).label })) : [],
    may: { prepare: mayPrepareResults(roles), publish: mayPublishResults(roles), equality: mayPublishEquality(roles) },
    done: (["saved", "published", "taken-back"] as const).find((one) => one === search.get("done")) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, signedIn, roles } = await findForOffice(args, maySeePublication);
  const form = await readForm(args.request);
  const by = { personId: signedIn.personId, now: args.context.now };
  const here = publicationPath(partnership, consultation);
  switch (form.get("deed")) {
    case "save": {
      if (!mayPrepareResults(roles)) throw forbidden();
      const questions = publishable(await listVersions(db(), consultation.formId), askedInYear(consultation, args.context.now));
      const before = await findChoice(db(), consultation.id);
      const read = readChoice(form, questions, before, mayPublishEquality(roles) && consultation.asksEquality);
      if (!read.ok) return data({ problems: read.problem, typed: [...form], reason: null }, { status: 422 });
      await inTransaction((transaction) => saveChoice(transaction, consultation, read.value, by));
      return redirect(`${here}?done=saved`);
    }
    case "take-back": {
      if (!mayPublishResults(roles)) throw forbidden();
      const reason = readReason(form, consultation.languages);
      if (!reason.ok) return data({ problems: [], typed: [], reason: reason.problem }, { status: 422 });
      await inTransaction(async (transaction) => withdrawResults(transaction, await holdConsultation(transaction, partnership.id, consultation.id), reason.value, by));
      return redirect(`${here}?done=taken-back`);
    }
    default:
      throw badRequest();
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function PublicationPage() {
  const { partnership, consultation, versions, isPublic, asksToTakeBack, choice, questions, areas, equality, may, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, instant } = useWords();
  const here = publicationPath(partnership, consultation);
  if (asksToTakeBack || refused?.reason) {
    return <TakeBack backTo={here} languages={consultation.languages} refused={refused?.reason ?? null} />;
  }
  const { frozenAt } = consultation;
  return (
    <>
      <BackLink to={officeConsultationPath(partnership, consultation)} text={t("office:results.back")} />
      <ErrorSummary errors={(refused?.problems ?? []).map(({ field, code }) => ({ href: `#${field}`, text: t(`publication:choose.problem.${code}`) }))} />
      {done && <NotificationBanner kind="success">{t(`publication:done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("publication:choose.heading")}</PageHeading>
      <p className="govuk-body">{frozenAt ? t("publication:choose.frozen", { at: instant(frozenAt) }) : t("publication:choose.not-frozen")}</p>
      {isPublic ? (
        <p className="govuk-body">
          {t("publication:choose.public")} <PageLink to={publishedResultsPath(partnership, consultation)}>{t("publication:choose.see")}</PageLink>
        </p>
      ) : (
        <p className="govuk-body">{t("publication:choose.not-public")}</p>
      )}
      {may.prepare ? (
        <ChoiceForm
          {...{ questions, areas, equality }}
          choice={choice as Choice}
          typed={refused ? refused.typed : null}
          problems={refused?.problems ?? []}
          mayChooseEquality={may.equality}
        />
      ) : (
        <p className="govuk-body">{t("publication:choose.not-yours")}</p>
      )}
      <h2 className="govuk-heading-m">{t("publication:choose.next")}</h2>
      <ButtonGroup>
        <ButtonLink to={publicationPreviewPath(partnership, consultation)} look="secondary">
          {t("publication:choose.preview")}
        </ButtonLink>
        {isPublic && may.publish && (
          <ButtonLink to={`${here}?ask=take-back`} look="secondary">
            {t("publication:choose.take-back")}
          </ButtonLink>
        )}
      </ButtonGroup>
      <Versions versions={versions} />
    </>
  );
}
