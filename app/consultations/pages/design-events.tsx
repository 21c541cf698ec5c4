// The events of a consultation for its officers: those to come, those that have been and how many came; cancelling and removing.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { within } from "#app/forms/wording.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { recordSupplement } from "../changes.store.server.ts";
import { byTime, type ConsultationEvent } from "../consultation-event.ts";
import { changeEvent, findEvent, listEvents, removeEvent } from "../events.store.server.ts";
import { isSupplementable, mayDesign, maySeeOffice } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";
import { attendancePath, designEventsPath, officeConsultationPath } from "../office-paths.ts";
import { holdConsultation } from "../store.server.ts";
import { EventFacts } from "../ui/events.tsx";

const dones = ["saved", "cancelled", "removed", "counted", "over"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const words = wordsFor(language);
  const { partnership, consultation, roles } = await findForOffice(args, maySeeOffice);
  const events = await listEvents(db(), consultation);
  const search = new URL(args.request.url).searchParams;
  const mayChange = mayDesign(roles) && isSupplementable(consultation, now);
  const asking = mayChange ? (events.find(({ id }) => id === search.get("ask")) ?? null) : null;
  const isPublic = consultation.publishedAt !== null;
  const question = asking && words.t(isPublic ? "prepare:events.ask-cancel" : "prepare:events.ask-remove", { title: within(asking.title, words) });
  return {
    title: titleOf(question ?? words.t("prepare:events.title-of", { title: within(consultation.title, words) }), language, partnership),
    ...{ partnership, consultation, mayChange, asking, question, isPublic, ...byTime(events, now) },
    mayCount: mayDesign(roles) && isPublic,
    done: dones.find((done) => search.has(done)) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, signedIn } = await findForOffice(args, mayDesign);
  const id = (await readForm(args.request)).get("take-away");
  if (!id) throw badRequest();
  const done = await inTransaction(async (transaction) => {
    const held = await holdConsultation(transaction, partnership.id, consultation.id);
    const event = await findEvent(transaction, held, id);
    if (!isSupplementable(held, now) || event.cancelledAt !== null || (held.publishedAt !== null && event.endsAt <= now)) return "over";
    // what nobody has read yet is taken away, what somebody may come to is cancelled
    if (held.publishedAt === null) await removeEvent(transaction, held, id);
    else await changeEvent(transaction, held, id, { cancelledAt: now });
    await recordSupplement(transaction, held, { personId: signedIn.personId, now, kind: "event-cancelled", name: event.title, facts: { eventId: id } });
    return held.publishedAt === null ? "removed" : "cancelled";
  });
  return redirect(`${designEventsPath(partnership, consultation)}?${done}`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function DesignEventsPage() {
  const { partnership, consultation, coming, past, mayChange, mayCount, asking, question, isPublic, done } = useLoaderData<typeof loader>();
  const { t, number, language } = useWords();
  const here = designEventsPath(partnership, consultation);
  if (asking) {
    return (
      <Confirming
        question={question ?? ""}
        consequence={t(isPublic ? "prepare:events.ask-cancel-text" : "prepare:events.ask-remove-text")}
        yes={{ name: "take-away", value: asking.id, text: t(isPublic ? "prepare:events.ask-cancel-yes" : "prepare:events.ask-remove-yes") }}
        no={t("prepare:events.ask-no")}
        backTo={here}
      />
    );
  }
  const counted = past.filter(({ attended }) => attended !== null);
  const came = counted.reduce((sum, { attended }) => sum + (attended ?? 0), 0);
  const list = (events: readonly ConsultationEvent[], isComing: boolean) => (
    <ol className="points">
      {events.map((event) => {
        const name = <span className="govuk-visually-hidden"> {textIn(event.title, language).text}</span>;
        return (
          <li key={event.id}>
            <h3 className="govuk-heading-s">
              <InLanguage text={event.title} /> {event.cancelledAt && <Tag colour="red">{t("consultations:event.cancelled")}</Tag>}
            </h3>
            <EventFacts event={event} isComing={isComing} />
            {!isComing && event.cancelledAt === null && (
              <p className="govuk-body">
                {event.attended === null ? t("prepare:events.not-counted") : t("consultations:event.attended", { count: event.attended, number: number(event.attended) })}
              </p>
            )}
            <ButtonGroup>
              {mayChange && event.cancelledAt === null && (
                <ButtonLink look="secondary" to={designEventsPath(partnership, consultation, event.id)}>
                  {t("prepare:points.change")}
                  {name}
                </ButtonLink>
              )}
              {mayChange && event.cancelledAt === null && (isComing || !isPublic) && (
                <ButtonLink look="secondary" to={`${here}?ask=${event.id}`}>
                  {t(isPublic ? "prepare:events.cancel" : "prepare:points.remove")}
                  {name}
                </ButtonLink>
              )}
              {mayCount && !isComing && event.cancelledAt === null && (
                <ButtonLink look="secondary" to={attendancePath(partnership, consultation, event.id)}>
                  {t("prepare:events.count")}
                  {name}
                </ButtonLink>
              )}
            </ButtonGroup>
          </li>
        );
      })}
    </ol>
  );
  return (
    <>
      <BackLink to={officeConsultationPath(partnership, consultation)} text={t("prepare:to-consultation")} />
      {done && <NotificationBanner kind={done === "over" ? "important" : "success"}>{t(`prepare:events.done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("prepare:events.title")}</PageHeading>
      {!mayChange && <InsetText>{t("prepare:over")}</InsetText>}
      {mayChange && isPublic && <InsetText>{t("prepare:shown-dated")}</InsetText>}
      {coming.length + past.length === 0 && <p className="govuk-body">{t("prepare:events.empty")}</p>}
      {coming.length > 0 && <h2 className="govuk-heading-m">{t("prepare:events.coming")}</h2>}
      {list(coming, true)}
      {mayChange && <ButtonLink to={designEventsPath(partnership, consultation, "new")}>{t("prepare:event.add")}</ButtonLink>}
      {past.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("prepare:events.past")}</h2>
          <p className="govuk-body">
            {t("prepare:events.came", { came: number(came), counted: number(counted.length), held: number(past.filter(({ cancelledAt }) => cancelledAt === null).length) })}
          </p>
          {list(past, false)}
        </>
      )}
    </>
  );
}
