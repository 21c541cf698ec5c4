// The hustings of an election for those who run it: when and where, and what was said there.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { db } from "#app/shared/db.server.ts";
import { filled, textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { requireElectionOffice } from "../guard.server.ts";
import { isToCome, mayPlanHustings, mostHustings } from "../hustings-meeting.ts";
import { listHustings } from "../hustings-meetings.store.server.ts";
import { officeElectionPath } from "../paths.ts";
import { keepsNominations } from "../rooms.ts";
import { HustingsPlace } from "../ui/hustings-list.tsx";

const dones = ["planned", "changed", "cancelled", "recorded"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, election, state } = await requireElectionOffice(args, keepsNominations);
  const query = new URL(args.request.url).searchParams;
  const meetings = await listHustings(db(), election);
  return {
    title: titleOf(wordsFor(language).t("candidates:meeting.title-of", { name: textIn(election.title, language).text }), language, partnership),
    ...{ partnership: { slug: partnership.slug }, election: { id: election.id, title: election.title } },
    ...{ done: dones.find((one) => one === query.get("done")) ?? null, mayPlan: mayPlanHustings(state) && meetings.length < mostHustings },
    meetings: meetings.map((meeting) => ({ ...meeting, isToCome: isToCome(meeting, now) })),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OfficeHustingsPage() {
  const { partnership, election, done, mayPlan, meetings } = useLoaderData<typeof loader>();
  const { t, instant, language } = useWords();
  return (
    <>
      <BackLink to={officeElectionPath(partnership, election)} text={textIn(election.title, language).text} />
      {done && <NotificationBanner kind="success">{t(`candidates:meeting.done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={election.title} />}>{t("candidates:meeting.heading")}</PageHeading>
      <p className="govuk-body">{t("candidates:meeting.office-text")}</p>
      {meetings.length === 0 && <p className="govuk-body">{t("candidates:meeting.none")}</p>}
      <ul className="govuk-list">
        {meetings.map((meeting) => (
          <li key={meeting.id} className="govuk-!-margin-bottom-4">
            <PageLink to={officeElectionPath(partnership, election, `hustings/${meeting.id}`)}>{instant(meeting.startsAt)}</PageLink>{" "}
            {meeting.cancelledAt && <Tag colour="red">{t("candidates:meeting.cancelled")}</Tag>}
            {!meeting.isToCome && meeting.cancelledAt === null && filled(meeting.record) === undefined && <Tag colour="yellow">{t("candidates:meeting.unrecorded")}</Tag>}
            <br />
            <HustingsPlace meeting={meeting} />
          </li>
        ))}
      </ul>
      {mayPlan && <ButtonLink to={officeElectionPath(partnership, election, "hustings/new")}>{t("candidates:meeting.plan")}</ButtonLink>}
    </>
  );
}
