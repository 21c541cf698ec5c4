// The meetings of a partnership for everybody: to come, or past with their minutes; of all bodies or of one.
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listBodies } from "#app/bodies/bodies.store.server.ts";
import { partnershipPath } from "#app/partnerships/paths.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { listed } from "../listed.ts";
import { listMeetings } from "../meetings.store.server.ts";
import { calendarPath, meetingPath, meetingsPath, mySeatsPath } from "../paths.ts";
import { MeetingTable } from "../ui/meeting-table.tsx";
import { WhenFilters } from "../ui/when-filters.tsx";

export async function loader({ request, params, context: { language, now } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const query = new URL(request.url).searchParams;
  const when = query.get("when") === "past" ? ("past" as const) : ("coming" as const);
  const asked = query.get("body");
  const body = asked === null ? null : ((await listBodies(db(), partnership.id)).find(({ slug }) => slug === asked) ?? null);
  const { meetings, nextAfter } = await listMeetings(db(), { partnershipId: partnership.id, ...(body && { bodyIds: [body.id] }), when, after: query.get("after"), now });
  const feed = pathInLanguage(calendarPath(partnership, body ?? undefined), language);
  const shown = {
    title: titleOf(wordsFor(language).t("meetings:public.title"), language, partnership),
    ...{ slug: partnership.slug, name: partnership.name, body: body && { slug: body.slug, name: body.name }, when, nextAfter, isFirst: query.get("after") === null, feed },
    feedAddress: siteOfPartnership(partnership) + feed,
    meetings: meetings.map((meeting) => listed(meeting, meetingPath(partnership, meeting), now)),
  };
  return data(shown, { headers: keepPage(partnership.id, now, meetings.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt])) });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function MeetingsPage() {
  const { slug, name, body, when, meetings, nextAfter, isFirst, feed, feedAddress } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const at = { slug };
  const shown = { body: body?.slug ?? null, ...(when === "past" && { when }) };
  return (
    <>
      <BackLink to={partnershipPath(at)} text={t("meetings:public.back")} />
      <PageHeading caption={<InLanguage text={body?.name ?? name} />}>{t("meetings:public.title")}</PageHeading>
      {body && (
        <p className="govuk-body">
          <PageLink to={meetingsPath(at, when === "past" ? { when } : {})}>{t("meetings:public.of-all")}</PageLink>
        </p>
      )}
      <WhenFilters shown={when} pathOf={(only) => meetingsPath(at, { body: body?.slug ?? null, ...only })} />
      {meetings.length === 0 ? (
        <p className="govuk-body">{t(isFirst ? `meetings:public.none-${when}` : "meetings:office.end")}</p>
      ) : (
        <MeetingTable caption={t(`meetings:when.${when}`)} meetings={meetings} />
      )}
      <Pagination first={isFirst ? null : meetingsPath(at, shown)} next={nextAfter ? { to: meetingsPath(at, { ...shown, after: nextAfter }) } : null} />
      <p className="govuk-body">
        <PageLink to={mySeatsPath(at)}>{t("meetings:public.my-seats")}</PageLink>
      </p>
      <Details summary={t("meetings:public.subscribe")}>
        <p className="govuk-body">{t("meetings:public.subscribe-text")}</p>
        <p className="govuk-body">
          <a className="govuk-link" href={feed}>
            <bdi>{feedAddress}</bdi>
          </a>
        </p>
      </Details>
    </>
  );
}
