// One response as officers see it: how it came, its answers, whether it counts, and, where it was entered, how that went.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isExclusionReason } from "#app/consultations/exclusion.ts";
import { excludeResponses, includeResponses } from "#app/consultations/exclusions.store.server.ts";
import { mayEnterResponses, mayExcludeResponses, mayReadAnswers, takesEntries } from "#app/consultations/office-policy.ts";
import { findResponseForOfficer } from "#app/consultations/office-response.store.server.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { entriesPath, officeConsultationPath, officeResponsePath } from "#app/consultations/office-paths.ts";
import { findFormVersion } from "#app/consultations/store.server.ts";
import { isPersonal } from "#app/forms/definition.ts";
import { visibleQuestions } from "#app/forms/routing.ts";
import { AnswerSummary } from "#app/forms/ui/answer-summary.tsx";
import { listNames } from "#app/people/store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest, forbidden } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { beginEntry } from "../entry-drafts.store.server.ts";
import { readPaper } from "../paper.ts";
import { entryCheckPath } from "../paths.ts";
import { isLate } from "../receipt.ts";
import { findEntered } from "../entered.store.server.ts";
import { findSavedPaper } from "../saved-paper.server.ts";
import { DetailsSummary } from "../ui/details-summary.tsx";
import { ExcludeForm } from "../ui/exclude-form.tsx";
import { Illegible, NotCountedList } from "../ui/not-counted.tsx";
import { ResponseFacts } from "../ui/response-facts.tsx";
import { RevisionList } from "../ui/revision-list.tsx";

/** Who reads answers sees every response; who enters them, those that were entered. */
async function findShown(args: LoaderFunctionArgs) {
  const found = await findForOffice(args, (roles) => mayReadAnswers(roles) || mayEnterResponses(roles));
  const { consultation, roles } = found;
  const response = await findResponseForOfficer(db(), consultation, args.params.response);
  const entered = await findEntered(db(), response.id);
  if (!mayReadAnswers(roles) && !entered) throw forbidden();
  const isOpen = takesEntries(consultation, args.context.now) && response.withdrawnAt === null;
  return {
    ...found,
    response,
    entered,
    mayCorrect: isOpen && entered !== null && mayEnterResponses(roles),
    mayDecide: isOpen && (mayExcludeResponses(roles) || entered !== null),
  };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation, signedIn, roles, response, entered, mayCorrect, mayDecide } = await findShown(args);
  const { definition } = await findFormVersion(db(), response.formVersionId);
  const paper = entered && response.withdrawnAt === null && mayEnterResponses(roles) ? await findSavedPaper(db(), consultation, response.id) : null;
  const names = await listNames(db(), entered?.revisions.map(({ enteredById }) => enteredById) ?? []);
  const { partnershipId, id: consultationId } = consultation;
  await recordAudit(db(), {
    ...{ partnershipId, personId: signedIn.personId, action: "response.read", subjectKind: "response", subjectId: response.id },
    facts: { consultationId },
  });
  const asked = new Set(visibleQuestions(definition, response.answers).filter(({ type }) => type !== "statement"));
  const search = new URL(args.request.url).searchParams;
  const { t } = wordsFor(language);
  return {
    title: titleOf(t("intake:response.title", { id: response.id }), language, partnership),
    ...{ partnership, consultation, response, mayCorrect, mayDecide },
    isLate: isLate(response.receivedAt, consultation),
    asks: mayDecide && search.get("ask") === "exclude" && response.excludedAt === null,
    done: (["enter", "correct", "exclude", "include"] as const).find((deed) => deed === search.get("done")) ?? null,
    sections: definition.sections.map(({ id, heading, questions }) => ({
      ...{ id, heading },
      questions: questions.filter((question) => asked.has(question) && (paper !== null || !isPersonal(question))),
    })),
    answers: paper ? { ...response.answers, ...readPaper(definition, paper.entries).personal } : response.answers,
    paper: paper && {
      details: { ...paper.details, isLate: isLate(response.receivedAt, consultation) },
      notCounted: readPaper(definition, paper.entries).notCounted,
      illegible: definition.sections.flatMap(({ questions }) => questions).filter(({ id }) => paper.entered.revisions[0].illegible.includes(id)),
    },
    revisions: entered?.revisions.map(({ number, enteredAt, enteredById, reason }) => ({ number, enteredAt, reason, who: names.get(enteredById) ?? null })) ?? [],
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, consultation, signedIn, response, mayCorrect, mayDecide } = await findShown(args);
  const form = await readForm(args.request);
  const by = { personId: signedIn.personId, now };
  const here = officeResponsePath(partnership, consultation, response.id);
  switch (form.get("deed")) {
    case "correct": {
      if (!mayCorrect) throw forbidden();
      const { typed: details, entries, entered, version } = await findSavedPaper(db(), consultation, response.id);
      const { illegible } = entered.revisions[0];
      const begun = { formVersionId: version.id, personId: by.personId, purpose: "correction", responseId: response.id, details, entries, illegible } as const;
      return redirect(entryCheckPath(partnership, consultation, await beginEntry(db(), consultation, begun, now)));
    }
    case "exclude": {
      if (!mayDecide) throw forbidden();
      const reason = form.get("reason");
      if (!isExclusionReason(reason)) return data({ problem: wordsFor(language).t("intake:problem.exclusion-missing") }, { status: 422 });
      await inTransaction((transaction) => excludeResponses(transaction, consultation, [response.id], { ...by, reason }));
      return redirect(`${here}?done=exclude`);
    }
    case "include": {
      if (!mayDecide) throw forbidden();
      await inTransaction((transaction) => includeResponses(transaction, consultation, [response.id], by));
      return redirect(`${here}?done=include`);
    }
    default:
      throw badRequest();
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function ResponsePage() {
  const { partnership, consultation, response, mayCorrect, mayDecide, asks, done, sections, answers, paper, revisions, ...facts } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, instant } = useWords();
  const here = officeResponsePath(partnership, consultation, response.id);
  if (asks || refused) return <ExcludeForm backTo={here} problem={refused?.problem} count={1} />;
  return (
    <>
      {paper ? (
        <BackLink to={entriesPath(partnership, consultation)} text={t("intake:back")} />
      ) : (
        <BackLink to={officeConsultationPath(partnership, consultation)} text={t("intake:entries.back")} />
      )}
      {done && <NotificationBanner kind="success">{t(`intake:done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("intake:response.title", { id: response.id })}</PageHeading>
      {response.withdrawnAt && <WarningText>{t("intake:response.withdrawn", { at: instant(response.withdrawnAt) })}</WarningText>}
      {response.excludedAt && (
        <WarningText>
          {t("intake:response.excluded", { at: instant(response.excludedAt), reason: t(`office:excluded.${response.excludedBecause}`) })}
        </WarningText>
      )}
      {mayCorrect || mayDecide ? (
        <form method="post">
          <ButtonGroup>
            {mayCorrect && (
              <Button look="secondary" name="deed" value="correct">
                {t("intake:response.correct")}
              </Button>
            )}
            {mayDecide && response.excludedAt && (
              <Button look="secondary" name="deed" value="include">
                {t("intake:response.include")}
              </Button>
            )}
            {mayDecide && !response.excludedAt && (
              <ButtonLink to={`${here}?ask=exclude`} look="secondary">
                {t("intake:response.exclude")}
              </ButtonLink>
            )}
          </ButtonGroup>
        </form>
      ) : null}
      {paper && <NotCountedList notCounted={paper.notCounted} />}
      {paper && <Illegible questions={paper.illegible} />}
      {paper ? <DetailsSummary details={paper.details} /> : <ResponseFacts response={response} isLate={facts.isLate} />}
      {sections
        .filter(({ questions }) => questions.length > 0)
        .map(({ id, heading, questions }) => (
          <section key={id}>
            <h2 className="govuk-heading-m">
              <InLanguage text={heading} />
            </h2>
            <AnswerSummary questions={questions} answers={answers} />
          </section>
        ))}
      <RevisionList revisions={revisions} />
    </>
  );
}
