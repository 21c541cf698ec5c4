// The minutes of a meeting for everybody, from the day its body chose: who came, what was said and decided, and who does what.
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { membersOf } from "#app/bodies/appointments.store.server.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { within } from "#app/shared/languages.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { actionStateOf } from "../action.ts";
import { listActions } from "../actions.store.server.ts";
import { listItems } from "../agenda.store.server.ts";
import { listAttendance } from "../attendance.store.server.ts";
import { isTaken } from "../attendance.ts";
import { dayOfMeeting } from "../meeting.ts";
import { findMeeting } from "../meetings.store.server.ts";
import { listMinuted } from "../minutes.store.server.ts";
import { minutesStateOf } from "../minutes.ts";
import { meetingPath } from "../paths.ts";
import { ActionTable } from "../ui/actions.tsx";

export async function loader({ params, context: { language, now } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const meeting = await findMeeting(db(), partnership.id, params.meeting);
  if (minutesStateOf(meeting, now) !== "out") throw notFound();
  const words = wordsFor(language);
  const [items, actions, decisions, members, { ofSeats, others }] = await Promise.all([
    listItems(db(), meeting),
    listActions(db(), meeting),
    listMinuted(db(), meeting),
    membersOf(db(), meeting.body.id, dayOfMeeting(meeting)),
    listAttendance(db(), meeting),
  ]);
  const there = members.map(({ id, name }) => ({ name, row: ofSeats.get(id) }));
  const title = words.t("meetings:minutes.public-of", { body: within(meeting.body.name, words), when: words.instant(meeting.startsAt) });
  const open = new Set(items.filter(({ isPrivate }) => !isPrivate).map(({ id }) => id));
  const page = {
    title: titleOf(title, language, partnership),
    ...{ heading: title, slug: partnership.slug, id: meeting.id },
    items: items.map(({ id, title: name, minute, isPrivate }) => ({ id, title: name, isPrivate, minute: isPrivate ? {} : minute, decisions: decisions.filter(({ itemId }) => itemId === id) })),
    came: there.filter(({ row }) => isTaken(row?.came ?? null)).map(({ name, row }) => (row?.came === "substitute" ? words.t("meetings:minutes.in-stead", { name: row.name, of: name }) : name)),
    apologies: there.filter(({ row }) => row?.came === "absent" && row.said === "apologies").map(({ name }) => name),
    others: others.filter(({ came, shownName }) => came !== "absent" && shownName !== "").map(({ shownName }) => shownName),
    actions: actions
      .filter(({ itemId }) => open.has(itemId))
      .map(({ id, itemId, text, owner, dueOn, doneOn }) => ({ id, itemId, text, owner, dueOn: words.date(dueOn), doneOn: doneOn && words.date(doneOn), isOverdue: actionStateOf({ dueOn, doneOn }, dayOf(now)) === "overdue" })),
  };
  return data(page, { headers: keepPage(partnership.id, now) });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function MinutesPage() {
  const { slug, id, heading, items, came, apologies, others, actions } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const lists = { came, apologies, others };
  const rows = (["came", "apologies", "others"] as const).filter((key) => lists[key].length > 0).map((key) => ({
    key,
    label: t(`meetings:minutes.${key}`),
    value: (
      <ul className="govuk-list">
        {lists[key].map((name) => (
          <li key={name}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    ),
  }));
  return (
    <>
      <BackLink to={meetingPath({ slug }, { id })} text={t("meetings:to-meeting")} />
      <PageHeading>{heading}</PageHeading>
      {rows.length > 0 && <SummaryList rows={rows} />}
      {items.map((item, index) => (
        <section key={item.id}>
          <h2 className="govuk-heading-m">
            {t("meetings:agenda.number", { number: index + 1 })} <InLanguage text={item.title} />
          </h2>
          {item.isPrivate ? <p className="govuk-body">{t("meetings:minutes.private")}</p> : <Paragraphs text={item.minute} />}
          {item.decisions.map(({ decisionId, text, path, isCarried }) => (
            <p key={decisionId} className="govuk-body">
              <strong>{t(isCarried ? "meetings:minutes.decided" : "meetings:minutes.not-agreed")}</strong>{" "}
              <PageLink to={path}>
                <InLanguage text={text} />
              </PageLink>
            </p>
          ))}
        </section>
      ))}
      <ActionTable actions={actions} />
    </>
  );
}
