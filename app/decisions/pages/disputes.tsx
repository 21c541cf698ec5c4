// Disagreements between a group and the partnership, or between partners, and how each goes. [SG12]
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { listDisputes } from "../disputes.store.server.ts";
import { disputePath, disputesPath, officeDecisionsPath } from "../paths.ts";
import { mayKeepDecisions } from "../policy.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership } = await requireWhoMay(args, mayKeepDecisions);
  const search = new URL(args.request.url).searchParams;
  const after = search.get("after");
  return {
    title: titleOf(wordsFor(args.context.language).t("decisions:disputes.title"), args.context.language, partnership),
    ...{ partnership, isFirstPage: after === null, isDone: search.has("done") },
    ...(await listDisputes(db(), partnership.id, after)),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function DisputesPage() {
  const { partnership, disputes, nextAfter, isFirstPage, isDone } = useLoaderData<typeof loader>();
  const { t, date } = useWords();
  const here = disputesPath(partnership);
  return (
    <>
      <BackLink to={officeDecisionsPath(partnership)} text={t("decisions:office.title")} />
      {isDone && <NotificationBanner kind="success">{t("decisions:done.saved")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("decisions:disputes.title")}</PageHeading>
      <p className="govuk-body">{t("decisions:disputes.lead")}</p>
      {disputes.length === 0 ? (
        <p className="govuk-body">{t("decisions:disputes.none")}</p>
      ) : (
        <Table
          caption={t("decisions:disputes.title")}
          captionSize="hidden"
          stacks
          columns={["about", "body", "route", "opened", "state"].map((key) => ({ key, heading: t(`decisions:disputes.${key}`) }))}
          rows={disputes.map(({ id, about, body, route, openedOn, closedOn }) => ({
            key: id,
            cells: [
              <PageLink to={disputePath(partnership, id)}>
                <InLanguage text={about} />
              </PageLink>,
              <InLanguage text={body.name} />,
              t(`decisions:route.${route}`),
              date(openedOn),
              closedOn ? <Tag colour="grey">{t("decisions:disputes.closed", { date: date(closedOn) })}</Tag> : <Tag colour="yellow">{t("decisions:disputes.open")}</Tag>,
            ],
          }))}
        />
      )}
      <Pagination first={isFirstPage ? null : here} next={nextAfter ? { to: `${here}?after=${nextAfter}` } : null} />
      <ButtonLink to={disputePath(partnership)}>{t("decisions:disputes.add")}</ButtonLink>
    </>
  );
}
