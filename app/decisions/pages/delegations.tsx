// The register of delegations: what was left to which smaller group, up to where, and when that is looked at again. [SG02]
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
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
import { Table } from "#app/shared/ui/table.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { standingOf, type DelegationStanding } from "../delegation.ts";
import { listDelegations } from "../delegations.store.server.ts";
import { delegationPath, officeDecisionsPath } from "../paths.ts";
import { mayKeepDecisions } from "../policy.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepDecisions);
  const delegations = await listDelegations(db(), partnership.id);
  return {
    title: titleOf(wordsFor(language).t("decisions:delegations.title"), language, partnership),
    partnership,
    delegations: delegations.map((one) => ({ ...one, standing: standingOf(one, dayOf(now)) })),
    isDone: new URL(args.request.url).searchParams.has("done"),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

const colours = { "in-force": "green", "review-due": "yellow", coming: "blue", ended: "grey" } as const satisfies Record<DelegationStanding, string>;

export default function DelegationsPage() {
  const { partnership, delegations, isDone } = useLoaderData<typeof loader>();
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
              <InLanguage text={one.bodyName} />,
              one.limitInPence === null ? t("decisions:delegations.no-limit") : money(one.limitInPence),
              date(one.reviewOn),
              <Tag colour={colours[one.standing]}>{t(`decisions:delegation.standing.${one.standing}`)}</Tag>,
              number(one.decisions),
            ],
          }))}
        />
      )}
      <ButtonLink to={delegationPath(partnership)}>{t("decisions:delegations.add")}</ButtonLink>
    </>
  );
}
