// One network, for those who keep it: who belongs, who asks to join, and where its members, rules and roll are looked after.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { networkPath } from "#app/bodies/public-paths.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { listWaiting } from "../applications.store.server.ts";
import { memberStates } from "../member.ts";
import { countMembers, countParts } from "../members.store.server.ts";
import { findNetwork } from "../networks.store.server.ts";
import { askByPostPath, constituencyPath, membersPath, officeApplicationPath, officeNetworkElectionsPath, officeNetworksPath, rollCsvPath, rollPath, rulesPath } from "../paths.ts";
import { mayKeepNetworks } from "../policy.ts";

const dones = ["begun", "rules", "part", "accepted", "declined"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepNetworks);
  const network = await findNetwork(db(), partnership.id, args.params.network);
  const words = wordsFor(language);
  const today = dayOf(now);
  const waiting = await listWaiting(db(), network);
  await recordAudit(db(), { partnershipId: partnership.id, personId: signedIn.personId, action: "network.read", subjectKind: "network", subjectId: network.id, facts: { shown: waiting.length } });
  const parts = await countParts(db(), network, today);
  return {
    title: titleOf(words.t("networks:one.title-of", { name: textIn(network.name, language).text }), language, partnership),
    ...{ partnership, network, states: memberStates, counts: await countMembers(db(), network, today) },
    waiting: waiting.map(({ id, organisation, kind, name, confirmedAt }) => ({ id, organisation, kind, name, on: words.date(dayOf(confirmedAt!)) })),
    parts: network.constituencies.map((part) => ({ ...part, count: parts.get(part.id) ?? 0 })),
    done: dones.find((one) => one === new URL(args.request.url).searchParams.get("done")) ?? null,
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OfficeNetworkPage() {
  const { partnership, network, states, counts, waiting, parts, done } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <BackLink to={officeNetworksPath(partnership)} text={t("networks:list.title")} />
      {done && <NotificationBanner kind="success">{t(`networks:one.done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={partnership.name} />}>
        <InLanguage text={network.name} />
      </PageHeading>
      <ButtonGroup>
        <ButtonLink to={membersPath(partnership, network)}>{t("networks:members.title")}</ButtonLink>
        <ButtonLink look="secondary" to={rollPath(partnership, network)}>{t("networks:roll.title")}</ButtonLink>
      </ButtonGroup>
      <h2 className="govuk-heading-m">{t("networks:one.waiting")}</h2>
      {waiting.length === 0 ? (
        <p className="govuk-body">{t("networks:one.none-waiting")}</p>
      ) : (
        <Table
          caption={t("networks:one.waiting")}
          captionSize="hidden"
          stacks
          columns={(["organisation", "kind", "name", "on"] as const).map((key) => ({ key, heading: t(`networks:one.${key}`) }))}
          rows={waiting.map((one) => ({
            key: one.id,
            cells: [
              <PageLink key="organisation" to={officeApplicationPath(partnership, network, one.id)}>
                <bdi>{one.organisation}</bdi>
              </PageLink>,
              t(`organisations:kind.${one.kind}`),
              <bdi key="name">{one.name}</bdi>,
              one.on,
            ],
          }))}
        />
      )}
      <h2 className="govuk-heading-m">{t("networks:one.who")}</h2>
      <SummaryList
        rows={states.map((state) => ({
          ...{ key: state, label: t(`networks:state.${state}`) },
          value: <PageLink to={membersPath(partnership, network, { state })}>{t("networks:one.of", { number: number(counts[state]), all: number(all) })}</PageLink>,
        }))}
      />
      <h2 className="govuk-heading-m">{t("networks:one.parts")}</h2>
      {parts.length === 0 ? (
        <p className="govuk-body">{t("networks:one.no-parts")}</p>
      ) : (
        <Table
          caption={t("networks:one.parts")}
          captionSize="hidden"
          columns={[{ key: "name", heading: t("networks:one.part") }, { key: "kind", heading: t("networks:one.kind") }, { key: "count", heading: t("networks:list.belong"), numeric: true }]}
          rows={parts.map(({ id, name, kind, count }) => ({
            key: id,
            cells: [
              <PageLink key="name" to={constituencyPath(partnership, network, id)}>
                <InLanguage text={name} />
              </PageLink>,
              t(`networks:part.kind-of.${kind}`),
              number(count),
            ],
          }))}
        />
      )}
      <p className="govuk-body">
        <PageLink to={constituencyPath(partnership, network)}>{t("networks:part.new")}</PageLink>
      </p>
      <h2 className="govuk-heading-m">{t("networks:one.more")}</h2>
      <ul className="govuk-list">
        <li><PageLink to={rulesPath(partnership, network)}>{t("networks:rules.title")}</PageLink></li>
        <li><PageLink to={officeNetworkElectionsPath(partnership, network)}>{t("networks:public.elections")}</PageLink></li>
        <li><PageLink to={askByPostPath(partnership, network)}>{t("networks:post.title")}</PageLink></li>
        <li><a className="govuk-link" href={rollCsvPath(partnership, network)} download>{t("networks:roll.download")}</a></li>
        <li><PageLink to={networkPath(partnership, network)}>{t("networks:one.public")}</PageLink></li>
      </ul>
    </>
  );
}
