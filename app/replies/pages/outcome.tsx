// We asked, you said, we did: what was decided after a consultation and what is answered to what people said; before that,
// by when they are owed it.
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countResponses } from "#app/consultations/counts.store.server.ts";
import { isOver, stateOf } from "#app/consultations/life.ts";
import { consultationPath, followPath } from "#app/consultations/paths.ts";
import { findConsultation, findCurrentVersion } from "#app/consultations/store.server.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { within } from "#app/forms/wording.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { dayOf, endOfDay } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { replyDueOn } from "#app/consultations/reply-due.ts";
import { replyPromisedOn } from "../outcome.ts";
import { findOutcome } from "../outcome.store.server.ts";
import { listReplies, listUpdates } from "../replies.store.server.ts";
import { isLate } from "../reply.ts";
import { namesOfThemes } from "../themes.store.server.ts";
import { ReplyCard } from "../ui/reply-card.tsx";

export async function loader({ params, context: { language, now } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const consultation = await findConsultation(db(), partnership.id, params.consultation);
  if (!isOver(stateOf(consultation, now))) throw notFound();
  const isPublished = consultation.outcomePublishedAt !== null;
  const { decision, reasons, nextSteps, decidedOn, ...later } = await findOutcome(db(), consultation.id);
  const replies = isPublished ? await listReplies(db(), consultation.id) : [];
  const updates = await listUpdates(db(), replies.map(({ id }) => id));
  const themes = await namesOfThemes(db(), consultation, replies);
  const { definition } = await findCurrentVersion(db(), consultation.formId);
  const asked = new Map(questionsOf(definition).map(({ id, label }) => [id, label]));
  const words = wordsFor(language);
  const today = dayOf(now);
  const promisedOn = replyPromisedOn(consultation, later);
  const turns = [...replies.map(({ dueOn }) => dueOn), promisedOn].map((day) => (day === null ? null : endOfDay(day)));
  return data(
    {
      title: titleOf(words.t("replies:outcome.title-of", { title: within(consultation.title, words) }), language, partnership),
      ...{ partnership, consultation, isPublished, promisedOn, isPastDue: promisedOn !== null && promisedOn < today },
      later: promisedOn !== replyDueOn(consultation) ? later.laterReason : null,
      outcome: isPublished ? { decision, reasons, nextSteps, decidedOn } : null,
      received: isPublished ? (await countResponses(db(), consultation.id, now)).received : 0,
      replies: replies.map((reply) => ({
        reply,
        questions: reply.questionIds.flatMap((id) => asked.get(id) ?? []),
        themes: themes.get(reply.id) ?? [],
        updates: updates.get(reply.id) ?? [],
        isLate: isLate(reply, today),
      })),
    },
    { headers: keepPage(partnership.id, now, turns) },
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OutcomePage() {
  const { partnership, consultation, outcome, received, replies, promisedOn, isPastDue, later } = useLoaderData<typeof loader>();
  const { t, number, date } = useWords();
  const caption = <InLanguage text={consultation.title} />;
  const back = <BackLink to={consultationPath(partnership, consultation)} text={t("replies:outcome.back")} />;
  if (!outcome) {
    return (
      <>
        {back}
        <PageHeading caption={caption}>{t("replies:outcome.waiting")}</PageHeading>
        <p className="govuk-body">{t("replies:outcome.reading")}</p>
        {promisedOn && <p className="govuk-body">{t(isPastDue ? "replies:outcome.past-due" : "replies:outcome.promised", { date: date(promisedOn) })}</p>}
        {later && (
          <>
            <h2 className="govuk-heading-m">{t("replies:outcome.why-later")}</h2>
            <Paragraphs text={later} />
          </>
        )}
        <p className="govuk-body">
          <PageLink to={followPath(partnership, consultation)}>{t("replies:outcome.follow")}</PageLink>
        </p>
      </>
    );
  }
  const { decision, reasons, nextSteps, decidedOn } = outcome;
  return (
    <>
      {back}
      <PageHeading caption={caption}>{t("replies:outcome.title")}</PageHeading>
      <h2 className="govuk-heading-m">{t("replies:outcome.asked")}</h2>
      <Paragraphs text={consultation.purpose} />
      <p className="govuk-body">{t("replies:outcome.received", { count: received, number: number(received) })}</p>
      <h2 className="govuk-heading-m">{t("replies:outcome.decision")}</h2>
      {decidedOn && (
        <p className="govuk-body">
          {t("replies:outcome.decided-on", { date: date(decidedOn) })} <InLanguage text={consultation.decisionMaker} />
        </p>
      )}
      <Paragraphs text={decision} />
      <h2 className="govuk-heading-m">{t("replies:outcome.reasons")}</h2>
      <Paragraphs text={reasons} />
      <h2 className="govuk-heading-m">{t("replies:outcome.replies")}</h2>
      <p className="govuk-body">{t("replies:outcome.of-replies", { count: replies.length, number: number(replies.length) })}</p>
      {replies.map(({ reply, ...about }) => (
        <ReplyCard key={reply.id} reply={reply} {...about} />
      ))}
      {Object.keys(nextSteps).length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("replies:outcome.next")}</h2>
          <Paragraphs text={nextSteps} />
        </>
      )}
    </>
  );
}
