// The meetings of a partnership for those who keep them: to come or past, of all bodies or of one.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isThere } from "#app/bodies/body.ts";
import { listBodies } from "#app/bodies/bodies.store.server.ts";
import { partnershipOfficePath } from "#app/partnerships/paths.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { listed } from "../listed.ts";
import { listMeetings } from "../meetings.store.server.ts";
import { meetingDetailsPath, officeMeetingPath, officeMeetingsPath, planningPath } from "../paths.ts";
import { mayKeepMeetings } from "../policy.ts";
import { BodyFilter } from "../ui/body-filter.tsx";
import { MeetingTable } from "../ui/meeting-table.tsx";
import { WhenFilters } from "../ui/when-filters.tsx";
import { officeRooms } from "../rooms.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepMeetings);
  const query = new URL(args.request.url).searchParams;
  const when = query.get("when") === "past" ? ("past" as const) : ("coming" as const);
  const bodies = (await listBodies(db(), partnership.id)).filter((body) => isThere(body, dayOf(now)));
  const body = bodies.find(({ slug }) => slug === query.get("body")) ?? null;
  const { meetings, nextAfter } = await listMeetings(db(), { partnershipId: partnership.id, ...(body && { bodyIds: [body.id] }), when, after: query.get("after"), now });
  return {
    title: titleOf(wordsFor(language).t("meetings:office.title"), language, partnership),
    ...{ partnership, when, shownBody: body?.slug ?? null, nextAfter, isFirst: query.get("after") === null },
    bodies: bodies.map(({ slug, name }) => ({ slug, name })),
    meetings: meetings.map((meeting) => listed(meeting, officeMeetingPath(partnership, meeting), now)),
    planned: Number(query.get("planned") ?? Number.NaN),
    isRemoved: query.has("removed"),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OfficeMeetingsPage() {
  const { partnership, when, shownBody, bodies, meetings, nextAfter, isFirst, planned, isRemoved } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  const past = when === "past" ? { when } : {};
  return (
    <>
      <BackLink to={partnershipOfficePath(partnership)} text={t("partnership-office:title")} />
      {planned >= 0 && <NotificationBanner kind="success">{t("meetings:plan.done", { count: planned, number: number(planned) })}</NotificationBanner>}
      {isRemoved && <NotificationBanner kind="success">{t("meetings:office.removed")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("meetings:office.title")}</PageHeading>
      {bodies.length === 0 ? (
        <p className="govuk-body">{t("meetings:office.no-bodies")}</p>
      ) : (
        <ButtonGroup>
          <ButtonLink to={planningPath(partnership)}>{t("meetings:office.plan")}</ButtonLink>
          <ButtonLink look="secondary" to={meetingDetailsPath(partnership, "new")}>{t("meetings:office.add")}</ButtonLink>
        </ButtonGroup>
      )}
      <ul className="govuk-list">
        {officeRooms.map(({ name, pathOf }) => (
          <li key={name}>
            <PageLink to={pathOf(partnership)}>{t(`meetings:room.${name}`)}</PageLink>
          </li>
        ))}
      </ul>
      <WhenFilters shown={when} pathOf={(only) => officeMeetingsPath(partnership, { body: shownBody, ...only })} />
      {bodies.length > 1 && <BodyFilter bodies={bodies} shown={shownBody} kept={when === "past" ? { when } : {}} />}
      {meetings.length === 0 ? (
        <p className="govuk-body">{t(isFirst ? `meetings:office.none-${when}` : "meetings:office.end")}</p>
      ) : (
        <MeetingTable caption={t(`meetings:when.${when}`)} meetings={meetings} />
      )}
      <Pagination
        first={isFirst ? null : officeMeetingsPath(partnership, { body: shownBody, ...past })}
        next={nextAfter ? { to: officeMeetingsPath(partnership, { body: shownBody, ...past, after: nextAfter }) } : null}
      />
    </>
  );
}
