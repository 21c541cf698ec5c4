// What became of a consultation, as its officers prepare it: the decision, the replies in their order, what still stands in
// the way of publishing, and by when it is owed.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isOver, stateOf } from "#app/consultations/life.ts";
import { mayPublishOutcome, mayWriteReplies } from "#app/consultations/office-policy.ts";
import { findForOffice, type ForOffice } from "#app/consultations/office.server.ts";
import { officeConsultationPath, officeOutcomePath } from "#app/consultations/office-paths.ts";
import { outcomePath } from "#app/consultations/paths.ts";
import { replyDueOn } from "#app/consultations/reply-due.ts";
import { holdConsultation } from "#app/consultations/store.server.ts";
import { within } from "#app/forms/wording.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction, type Database } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { defaultLanguage, isLanguage, languageNamed } from "#app/shared/languages.ts";
import { badRequest, forbidden } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { StepButtons } from "#app/shared/ui/step-buttons.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { isWay } from "#app/shared/way.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { countFollowers } from "../followers.store.server.ts";
import { missingToPublish, replyPromisedOn, type Missing } from "../outcome.ts";
import { findOutcome, publishOutcome } from "../outcome.store.server.ts";
import { decisionPath, replyPath } from "../paths.ts";
import { listReplies, moveReply } from "../replies.store.server.ts";
import { isLate } from "../reply.ts";
import { listWaitingThemes } from "../themes.store.server.ts";
import { VerdictTags } from "../ui/progress.tsx";
import { WaitingThemes } from "../ui/waiting-themes.tsx";

async function findMissing({ consultation, signedIn }: Pick<ForOffice, "consultation" | "signedIn">, on: Database = db()): Promise<Missing[]> {
  const outcome = await findOutcome(on, consultation.id);
  const closedOn = consultation.closesAt && dayOf(new Date(consultation.closesAt.getTime() - 1));
  return missingToPublish(outcome, await listReplies(on, consultation.id), {
    ...{ main: defaultLanguage, languages: consultation.languages, closedOn, personId: signedIn.personId },
    hasReport: consultation.reportPublishedAt !== null,
  });
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const found = await findForOffice(args, mayWriteReplies);
  const { partnership, consultation, roles } = found;
  const outcome = await findOutcome(db(), consultation.id);
  const replies = await listReplies(db(), consultation.id);
  const today = dayOf(now);
  const search = new URL(args.request.url).searchParams;
  const isPublished = consultation.outcomePublishedAt !== null;
  const missing = isPublished ? [] : await findMissing(found);
  const mayPublish = mayPublishOutcome(roles) && !isPublished && missing.length === 0;
  const words = wordsFor(language);
  const followers = await countFollowers(db(), consultation.id);
  const promisedOn = replyPromisedOn(consultation, outcome);
  return {
    title: titleOf(words.t("replies:office.title-of", { title: within(consultation.title, words) }), language, partnership),
    ...{ partnership, consultation, outcome, missing, mayPublish, isPublished, followers, promisedOn },
    dueOn: replyDueOn(consultation),
    isPastDue: !isPublished && promisedOn !== null && promisedOn < today,
    isOver: isOver(stateOf(consultation, now)),
    themes: await listWaitingThemes(db(), consultation, replies),
    replies: replies.map((reply) => ({ ...reply, isLate: isLate(reply, today) })),
    asks: mayPublish && search.get("ask") === "publish",
    done: search.get("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const found = await findForOffice(args, mayWriteReplies);
  const { partnership, consultation, signedIn, roles } = found;
  const form = await readForm(args.request);
  const [deed = "", replyId = ""] = (form.get("deed") ?? "").split(" ");
  const here = officeOutcomePath(partnership, consultation);
  if (deed === "publish") {
    if (!mayPublishOutcome(roles)) throw forbidden();
    const isDone = await inTransaction(async (transaction) => {
      const held = await holdConsultation(transaction, partnership.id, consultation.id);
      const missing = await findMissing({ consultation: held, signedIn }, transaction);
      return missing.length === 0 && publishOutcome(transaction, { consultation: held, personId: signedIn.personId, now });
    });
    return redirect(isDone ? `${here}?done=published` : here);
  }
  if (!isWay(deed)) throw badRequest();
  await inTransaction(async (transaction) => {
    const held = await holdConsultation(transaction, partnership.id, consultation.id);
    await moveReply(transaction, { consultation: held, personId: signedIn.personId, now }, replyId, deed);
  });
  return redirect(`${here}#${replyId}`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OfficeOutcomePage() {
  const shown = useLoaderData<typeof loader>();
  const { partnership, consultation, outcome, replies, missing, mayPublish, isPublished, followers, promisedOn, done } = shown;
  const { t, number, date, language } = useWords();
  const here = officeOutcomePath(partnership, consultation);
  if (shown.asks) {
    return (
      <Confirming
        question={t("replies:publish.question")}
        consequence={t("replies:publish.consequence", { count: followers, number: number(followers) })}
        yes={{ name: "deed", value: "publish", text: t("replies:publish.yes"), look: "main" }}
        no={t("replies:publish.no")}
        backTo={here}
      />
    );
  }
  return (
    <>
      <BackLink to={officeConsultationPath(partnership, consultation)} text={t("replies:office.back")} />
      {done && ["published", "saved", "removed"].includes(done) && (
        <NotificationBanner kind="success">{t(`replies:done.${done}`)}</NotificationBanner>
      )}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("replies:office.title")}</PageHeading>
      {promisedOn && !isPublished && (
        <InsetText>
          {t(shown.isPastDue ? "replies:office.past-due" : "replies:office.due", { date: date(promisedOn) })}
          {shown.dueOn && shown.dueOn !== promisedOn && <> {t("replies:office.later-than", { date: date(shown.dueOn) })}</>}
        </InsetText>
      )}
      <p className="govuk-body">
        {isPublished
          ? t("replies:office.told", { count: outcome.told, number: number(outcome.told) })
          : t("replies:office.followers", { count: followers, number: number(followers) })}
      </p>
      {shown.isOver && (
        <p className="govuk-body">
          <PageLink to={outcomePath(partnership, consultation)}>{t("replies:office.public")}</PageLink>
        </p>
      )}

      <h2 className="govuk-heading-m">{t("replies:office.decision")}</h2>
      <SummaryList
        rows={[
          ...(["decision", "reasons", "nextSteps"] as const).map((field) => ({
            ...{ key: field, label: t(`replies:decision.${field}`) },
            value: Object.keys(outcome[field]).length > 0 ? <InLanguage text={outcome[field]} /> : t("replies:office.nothing"),
          })),
          { key: "decided-on", label: t("replies:decision.decided"), value: outcome.decidedOn ? date(outcome.decidedOn) : t("replies:office.nothing") },
        ]}
      />
      <p className="govuk-body">
        <PageLink to={decisionPath(partnership, consultation)}>{t("replies:office.change-decision")}</PageLink>
      </p>

      <h2 className="govuk-heading-m">{t("replies:office.replies", { count: replies.length, number: number(replies.length) })}</h2>
      {replies.length === 0 && <p className="govuk-body">{t("replies:office.no-replies")}</p>}
      <form method="post" noValidate>
        <ol className="points">
          {replies.map((reply, index) => (
            <li key={reply.id} id={reply.id}>
              <PageLink to={replyPath(partnership, consultation, reply.id)}>
                <InLanguage text={reply.said} />
              </PageLink>
              <p className="govuk-body-s">
                <VerdictTags {...reply} /> <InLanguage text={reply.owner} />
                {reply.dueOn && (
                  <span className="govuk-!-display-block">
                    {t(reply.isLate ? "replies:card.late" : `replies:card.due.${reply.progress}`, { date: date(reply.dueOn) })}
                  </span>
                )}
              </p>
              <p className="govuk-body">
                <StepButtons
                  name={t("replies:office.which", { number: number(index + 1) })}
                  field="deed"
                  valueOf={(way) => `${way} ${reply.id}`}
                  mayGo={(way) => (way === "up" ? index > 0 : index < replies.length - 1)}
                />
              </p>
            </li>
          ))}
        </ol>
      </form>
      <ButtonLink to={replyPath(partnership, consultation)} look="secondary">
        {t("replies:office.add")}
      </ButtonLink>

      <WaitingThemes {...shown.themes} pathOf={(theme) => `${replyPath(partnership, consultation)}?theme=${theme}`} />

      {!isPublished && (
        <>
          <h2 className="govuk-heading-m">{t("replies:office.publish")}</h2>
          {missing.length > 0 && (
            <>
              <p className="govuk-body">{t("replies:office.missing")}</p>
              <ul className="govuk-list govuk-list--bullet">
                {missing.map((one) => (
                  <li key={one.code + ("language" in one ? one.language : "")}>
                    {one.code === "untranslated"
                      ? t("replies:missing.untranslated", { count: one.texts, number: number(one.texts), language: isLanguage(one.language) ? languageNamed(one.language, language) : "" })
                      : t(`replies:missing.${one.code}`)}
                  </li>
                ))}
              </ul>
            </>
          )}
          {missing.length === 0 && !mayPublish && <p className="govuk-body">{t("replies:office.approver")}</p>}
          {mayPublish && <ButtonLink to={`${here}?ask=publish`}>{t("replies:office.publish-button")}</ButtonLink>}
        </>
      )}
    </>
  );
}
