// The register of delegations: what was left to which smaller group, up to where, and when that is looked at again. [SG02]
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { delegationRegisterPath } from "#app/bodies/public-paths.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
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
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { standingOf } from "../delegation.ts";
import { listRegister } from "../delegations.store.server.ts";
import { delegationPath, delegationsPath, officeDecisionsPath } from "../paths.ts";
import { mayKeepDecisions } from "../policy.ts";
import { DelegationTag } from "../ui/delegation-tag.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepDecisions);
  const search = new URL(args.request.url).searchParams;
  const after = search.get("after");
  const { delegations, nextAfter } = await listRegister(db(), { partnershipId: partnership.id, after });
  return {
    title: titleOf(wordsFor(language).t("decisions:delegations.title"), language, partnership),
    ...{ partnership, nextAfter, isFirst: after === null, isDone: search.has("done") },
    delegations: delegations.map((one) => ({ ...one, standing: standingOf(one, dayOf(now)) })),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function DelegationsPage() {
  const { partnership, delegations, isDone, isFirst, nextAfter } = useLoaderData<typeof loader>();
  const { t, date, money, number } = useWords();
  return (
    <>
      <BackLink to={officeDecisionsPath(partnership)} text={t("decisions:office.title")} />
      {isDone && <NotificationBanner kind="success">{t("decisions:done.saved")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("decisions:delegations.title")}</PageHeading>
      <p className="govuk-body">{t("decisions:delegations.lead")}</p>
      {delegations.length === 0 ? (
        <p className="govuk-body">{t("decisions:delegations.none")}</p>
      ) : (
        <Table
          caption={t("decisions:delegations.title")}
          captionSize="hidden"
          stacks
          columns={[
            ...["scope", "body", "limit", "review", "standing"].map((key) => ({ key, heading: t(`decisions:delegations.${key}`) })),
            { key: "decisions", heading: t("decisions:delegations.decisions"), numeric: true },
          ]}
          rows={delegations.map((one) => ({
            key: one.id,
            cells: [
              <PageLink to={delegationPath(partnership, one.id)}>
                <InLanguage text={one.scope} />
              </PageLink>,
              <InLanguage text={one.body.name} />,
              one.limitInPence === null ? t("decisions:delegations.no-limit") : money(one.limitInPence),
              date(one.reviewOn),
              <DelegationTag standing={one.standing} />,
              number(one.decisions),
            ],
          }))}
        />
      )}
      <Pagination first={isFirst ? null : delegationsPath(partnership)} next={nextAfter ? { to: delegationsPath(partnership, { after: nextAfter }) } : null} />
      <p className="govuk-body">
        <PageLink to={delegationRegisterPath(partnership)}>{t("decisions:delegations.public")}</PageLink>
      </p>
      <ButtonLink to={delegationPath(partnership)}>{t("decisions:delegations.add")}</ButtonLink>
    </>
  );
}
