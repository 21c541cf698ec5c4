// The elections of a partnership's networks for those who run them: of which network each is, and what state it is in.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { officeRoundsOfBodiesPath } from "#app/bodies/public-paths.ts";
import { listNetworks } from "#app/networks/networks.store.server.ts";
import { partnershipOfficePath, partnershipPath } from "#app/partnerships/paths.ts";
import { maySeePartnershipOffice } from "#app/people/keeping-policy.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { electionState, listElections } from "../elections.store.server.ts";
import { requireAnyElectionOffice } from "../guard.server.ts";
import { electionsPath, officeElectionPath, officeElectionsPath } from "../paths.ts";
import { StateTag } from "../ui/state-tag.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, signedIn, roles, mayKeep } = await requireAnyElectionOffice(args);
  const search = new URL(args.request.url).searchParams;
  const [after, asked] = [search.get("after"), search.get("network")];
  const networks = mayKeep ? await listNetworks(db(), partnership.id) : [];
  const network = networks.find(({ slug }) => slug === asked) ?? null;
  const officerId = mayKeep ? null : signedIn.personId;
  const { elections, nextAfter } = await listElections(db(), { partnershipId: partnership.id, networkId: network?.id ?? null, isOffice: true, officerId, after });
  return {
    title: titleOf(wordsFor(language).t("elections:office-list.title"), language, partnership),
    ...{ partnership, mayKeep, nextAfter, isFirst: after === null, chosen: network?.slug ?? null },
    networks: networks.map(({ slug, name }) => ({ slug, name })),
    back: maySeePartnershipOffice(roles),
    elections: elections.map((one) => ({ id: one.id, title: one.title, network: one.network.name, seats: one.seats, noticeOn: one.timetable?.noticeOn ?? null, state: electionState(one, now) })),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OfficeElectionsPage() {
  const { partnership, networks, chosen, elections, mayKeep, back, nextAfter, isFirst } = useLoaderData<typeof loader>();
  const { t, date, number } = useWords();
  const here = (after: string | null) => officeElectionsPath(partnership, { network: chosen, after });
  return (
    <>
      {back ? <BackLink to={partnershipOfficePath(partnership)} text={t("partnership-office:title")} /> : <BackLink to={partnershipPath(partnership)} />}
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("elections:office-list.title")}</PageHeading>
      {mayKeep && (
        <ButtonGroup>
          <ButtonLink to={officeElectionPath(partnership, { id: "new" })}>{t("elections:office-list.begin")}</ButtonLink>
          <PageLink to={officeElectionPath(partnership, { id: "load" })}>{t("results:load.title")}</PageLink>
          <PageLink to={officeElectionPath(partnership, { id: "second-stage" })}>{t("elections:second-stage.title")}</PageLink>
          <PageLink to={officeRoundsOfBodiesPath(partnership)}>{t("nominating:office.title")}</PageLink>
        </ButtonGroup>
      )}
      {networks.length > 1 && (
        <nav aria-label={t("elections:office-list.by-network")}>
          <ul className="govuk-list">
            {[{ slug: null, name: null }, ...networks].map(({ slug, name }) => (
              <li key={slug ?? ""}>
                <PageLink to={officeElectionsPath(partnership, { network: slug })} aria-current={slug === chosen ? "page" : undefined}>
                  {name === null ? t("elections:office-list.all-networks") : <InLanguage text={name} />}
                </PageLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {elections.length === 0 ? (
        <p className="govuk-body">{t("elections:office-list.none")}</p>
      ) : (
        <Table
          caption={t("elections:office-list.title")}
          captionSize="hidden"
          stacks
          columns={[
            ...(["election", "network", "state", "notice"] as const).map((key) => ({ key, heading: t(`elections:office-list.${key}`) })),
            { key: "seats", heading: t("elections:office-list.seats"), numeric: true },
          ]}
          rows={elections.map(({ id, title, network, state, noticeOn, seats }) => ({
            key: id,
            cells: [
              <PageLink key="election" to={officeElectionPath(partnership, { id })}>
                <InLanguage text={title} />
              </PageLink>,
              <InLanguage key="network" text={network} />,
              <StateTag key="state" state={state} />,
              noticeOn ? date(noticeOn) : t("elections:office-list.no-dates"),
              number(seats),
            ],
          }))}
        />
      )}
      <Pagination first={isFirst ? null : here(null)} next={nextAfter ? { to: here(nextAfter) } : null} />
      <p className="govuk-body">
        <PageLink to={electionsPath(partnership)}>{t("elections:office-list.public")}</PageLink>
      </p>
    </>
  );
}
