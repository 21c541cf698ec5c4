// Everything typed, to be checked and sent; after closing, to be read and printed.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useHref, useLoaderData } from "@remix-run/react";
import { pagesOf, type FormPage } from "#app/forms/check.ts";
import { fieldId } from "#app/forms/entries.ts";
import { errorText } from "#app/forms/wording.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { textInAll, wordsFor } from "#app/shared/words.server.ts";
import { closesOn, stateOf } from "../life.ts";
import { checkDraft, isChange, isSent } from "../draft.ts";
import { equalityPath, questionsPath, respondPath, savePath, sendingPath, sentPath } from "../paths.ts";
import { mayFillIn } from "../policy.ts";
import { findResponding, neverKept, requireDraft } from "../responding.server.ts";
import { sendDraft } from "../responses.store.server.ts";
import { sendingForm } from "../sending-form.ts";
import { CheckedAnswers } from "../ui/checked-answers.tsx";
import { Paused } from "../ui/paused.tsx";
import { QuestionsChanged } from "../ui/questions-changed.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, consultation, version, newer, draft } = await findResponding(args);
  if (!draft) throw redirect(respondPath(partnership, consultation));
  if (isSent(draft)) throw redirect(sentPath(partnership, consultation));
  const { form, sending, mayBeSent } = checkDraft(draft, version.definition, textInAll);
  const isInTime = mayFillIn(consultation, draft, now);
  const words = wordsFor(language);
  const name = words.t(isInTime ? "consultations:check.heading" : "consultations:check.too-late");
  const title = `${name}: ${textIn(consultation.title, language).text}`;
  return data(
    {
      title: titleOf(title, language, partnership),
      ...{ partnership, consultation, form, sending, isInTime },
      isPaused: stateOf(consultation, now) === "paused",
      isChange: isChange(draft),
      isOutOfDate: newer !== null,
      expiresAt: draft.expiresAt,
      pages: pagesOf(version.definition, draft.entries),
      sendingPages: pagesOf(sendingForm(textInAll, draft.sending), draft.sending),
    },
    { status: mayBeSent || !isInTime ? 200 : 422 },
  );
}

export const headers = () => neverKept;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export async function action(args: ActionFunctionArgs) {
  const { language, now } = args.context;
  const responding = await findResponding(args);
  const { partnership, consultation } = responding;
  const draft = requireDraft(responding, now);
  const sent = await sendDraft({ partnership, consultation, language, now }, draft);
  if (!sent.ok) return data(null, { status: 422 });
  const asksMore = consultation.asksEquality && draft.responseId === null;
  return redirect(asksMore ? equalityPath(partnership, consultation) : sentPath(partnership, consultation));
}

export default function CheckAnswersPage() {
  const shown = useLoaderData<typeof loader>();
  const { partnership, consultation, form, sending, isInTime, isPaused, isChange: isChanging } = shown;
  const words = useWords();
  const { t, instant, date } = words;
  const root = useHref("/").replace(/\/$/, "");
  const closedOn = closesOn(consultation);
  const isEmpty = Object.keys({ ...form.answers, ...form.personal }).length === 0;
  const atQuestion = (id: string, field = id) =>
    `${questionsPath(partnership, consultation, pageOf(shown.pages, id))}?from=check#${fieldId(field)}`;
  const atSending = (id: string, field = id) =>
    `${sendingPath(partnership, consultation, pageOf(shown.sendingPages, id))}?from=check#${fieldId(field)}`;
  const errors = [
    ...form.errors.map((error) => ({ error, to: atQuestion(error.questionId, error.field), questions: form.visible })),
    ...sending.errors.map((error) => ({ error, to: atSending(error.questionId, error.field), questions: sending.visible })),
  ].map(({ error, to, questions }) => ({ href: root + to, text: errorText(questions, error, words) }));
  const lastPage = shown.sendingPages.at(-1)?.id ?? "permission";
  return (
    <>
      {isInTime && <BackLink to={sendingPath(partnership, consultation, lastPage)} />}
      {isInTime && <ErrorSummary errors={errors} />}
      {!isInTime && (
        <NotificationBanner>
          <p className="govuk-notification-banner__heading">
            {isPaused || !closedOn ? t("consultations:check.not-open") : t("consultations:check.closed", { date: date(closedOn) })}
          </p>
          {isPaused && <Paused consultation={consultation} />}
          <p className="govuk-body">
            {t(isChanging ? "consultations:check.changes-not-sent" : "consultations:check.not-sent", { until: instant(shown.expiresAt) })}
          </p>
        </NotificationBanner>
      )}
      <PageHeading caption={<InLanguage text={consultation.title} />}>
        {t(isInTime ? "consultations:check.heading" : "consultations:check.too-late")}
      </PageHeading>
      {shown.isOutOfDate && isInTime && <QuestionsChanged partnership={partnership} consultation={consultation} />}
      {isChanging && isInTime && <p className="govuk-body">{t("consultations:check.changing")}</p>}
      {isEmpty && (
        <InsetText>
          <p className="govuk-body">{t("consultations:check.empty")}</p>
        </InsetText>
      )}
      <CheckedAnswers
        {...{ form, sending }}
        {...(isInTime && { changeAnswer: ({ id }) => atQuestion(id), changeSaid: ({ id }) => atSending(id) })}
      />
      {isInTime && (
        <form method="post">
          <p className="govuk-body">{t("consultations:check.before")}</p>
          <ButtonGroup>
            <Button>{t(isChanging ? "consultations:check.send-changes" : "consultations:check.send")}</Button>
            <ButtonLink to={savePath(partnership, consultation)} look="secondary">
              {t("consultations:respond.later")}
            </ButtonLink>
          </ButtonGroup>
        </form>
      )}
    </>
  );
}

const pageOf = (pages: readonly FormPage[], questionId: string): string =>
  pages.find(({ questions }) => questions.some(({ id }) => id === questionId))?.id ?? questionId;
