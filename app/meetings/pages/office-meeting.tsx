// One meeting for those who keep it: when and where, what stands in its way, and what is to be done before and after it.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { db } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn, within } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { listInTheWay, sittingOn } from "../clashes.store.server.ts";
import { clashText } from "../clash-words.ts";
import { dayOfMeeting, isChangeable, stateOf } from "../meeting.ts";
import { clashesOf } from "../meeting-dates.ts";
import { findMeeting, removeMeeting } from "../meetings.store.server.ts";
import { cancelMeetingPath, meetingDetailsPath, meetingPath, officeMeetingPath, officeMeetingsPath } from "../paths.ts";
import { mayKeepMeetings } from "../policy.ts";
import { meetingTasks as tasks } from "../rooms.ts";
import { ClashList } from "../ui/clash-list.tsx";
import { MeetingFacts } from "../ui/meeting-facts.tsx";
import { MeetingHeading } from "../ui/meeting-heading.tsx";

const dones = ["saved", "cancelled", "kept"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepMeetings);
  const words = wordsFor(language);
  const meeting = await findMeeting(db(), partnership.id, args.params.meeting);
  const query = new URL(args.request.url).searchParams;
  const mayChange = isChangeable(meeting, now);
  const day = dayOfMeeting(meeting);
  const [{ planned, reserved }, sitting] = mayChange
    ? await Promise.all([listInTheWay(db(), { partnershipId: partnership.id, from: day, until: day, except: meeting.id }), sittingOn(db(), [meeting.body.id], day)])
    : [{ planned: [], reserved: [] }, new Map<string, string[]>()];
  const proposed = { bodyId: meeting.body.id, startsAt: meeting.startsAt, endsAt: meeting.endsAt, place: textIn(meeting.venue, "en").text, sitting: sitting.get(meeting.body.id) ?? [] };
  const asks = query.get("ask") === "remove" && mayChange && meeting.calledAt === null;
  const question = words.t("meetings:hub.ask-remove", { body: within(meeting.body.name, words), when: words.instant(meeting.startsAt) });
  return {
    title: titleOf(asks ? question : words.t("meetings:hub.office-title-of", { body: within(meeting.body.name, words), when: words.instant(meeting.startsAt) }), language, partnership),
    ...{ partnership, meeting, mayChange, asks, question, state: stateOf(meeting, now) },
    clashes: mayChange ? clashesOf(proposed, planned, reserved).map((clash) => clashText(clash, words)) : [],
    done: dones.find((one) => query.has(one)) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepMeetings);
  const meeting = await findMeeting(db(), partnership.id, args.params.meeting);
  const deed = (await readForm(args.request)).get("deed");
  if (deed !== "remove") throw badRequest();
  const isRemoved = await removeMeeting({ partnershipId: partnership.id, personId: signedIn.personId, now: args.context.now }, meeting.id);
  return redirect(isRemoved ? `${officeMeetingsPath(partnership)}?removed` : `${officeMeetingPath(partnership, meeting)}?kept`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OfficeMeetingPage() {
  const { partnership, meeting, mayChange, asks, question, state, clashes, done } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const here = officeMeetingPath(partnership, meeting);
  if (asks) {
    return (
      <Confirming
        question={question}
        consequence={t("meetings:hub.ask-remove-text")}
        yes={{ name: "deed", value: "remove", text: t("meetings:hub.ask-remove-yes") }}
        no={t("meetings:hub.ask-no")}
        backTo={here}
      />
    );
  }
  return (
    <>
      <BackLink to={officeMeetingsPath(partnership)} text={t("meetings:office.title")} />
      {done && <NotificationBanner kind={done === "kept" ? "important" : "success"}>{t(`meetings:hub.done.${done}`)}</NotificationBanner>}
      <MeetingHeading meeting={meeting} state={state} />
      {clashes.length > 0 && (
        <InsetText>
          <p className="govuk-body">{t("meetings:hub.clashes")}</p>
          <ClashList clashes={clashes} />
        </InsetText>
      )}
      <MeetingFacts meeting={meeting} isComing={mayChange} showsLink />
      <p className="govuk-body">
        <PageLink to={meetingPath(partnership, meeting)}>{t("meetings:hub.public")}</PageLink>
      </p>
      <h2 className="govuk-heading-m">{t("meetings:hub.tasks")}</h2>
      <ul className="govuk-list govuk-list--spaced">
        {tasks.map(({ name, pathOf }) => (
          <li key={name}>
            <PageLink to={pathOf(partnership, meeting)}>{t(`meetings:task.${name}`)}</PageLink>
          </li>
        ))}
      </ul>
      {mayChange && (
        <ButtonGroup>
          <ButtonLink look="secondary" to={meetingDetailsPath(partnership, meeting)}>{t("meetings:details.change")}</ButtonLink>
          <ButtonLink look="secondary" to={cancelMeetingPath(partnership, meeting)}>{t("meetings:cancel.title")}</ButtonLink>
          {meeting.calledAt === null && <ButtonLink look="secondary" to={`${here}?ask=remove`}>{t("meetings:hub.remove")}</ButtonLink>}
        </ButtonGroup>
      )}
    </>
  );
}
