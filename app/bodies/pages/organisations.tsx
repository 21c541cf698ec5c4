// The partnership's organisations, for those who keep them: found by name, number, sector, and by what has to be looked at again.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { partnershipOfficePath } from "#app/partnerships/paths.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { line } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonLink } from "#app/shared/ui/button.tsx";
import { Filters } from "#app/shared/ui/filters.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { requireOrganisationsKeeper } from "../organisation-guard.server.ts";
import { contributionsCsvPath, organisationDetailsPath, organisationPath, organisationsPath } from "../organisation-paths.ts";
import { countOrganisations, listOrganisations, organisationStates } from "../organisations.store.server.ts";
import { isSector, sectors } from "../sector.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, keepsAll } = await requireOrganisationsKeeper(args);
  const words = wordsFor(args.context.language);
  const query = new URL(args.request.url).searchParams;
  const [search, after, asked] = [line(query.get("search") ?? "").slice(0, 100), query.get("after"), query.get("sector")];
  const sector = isSector(asked) ? asked : null;
  const state = organisationStates.find((one) => one === query.get("state")) ?? "open";
  const today = dayOf(args.context.now);
  const { organisations, nextAfter } = await listOrganisations(db(), { partnershipId: partnership.id, state, sector, search, after, today, inNetworks: !keepsAll });
  return {
    title: titleOf(words.t("organisations:list.title"), args.context.language, partnership),
    ...{ partnership, keepsAll, search, sector: sector ?? "", state, nextAfter, isFirst: after === null },
    counts: await countOrganisations(db(), { partnershipId: partnership.id, today, inNetworks: !keepsAll }),
    organisations: organisations.map(({ confirmedOn, ...one }) => ({ ...one, confirmedOn: words.date(confirmedOn) })),
    states: organisationStates,
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OrganisationsPage() {
  const { partnership, keepsAll, search, sector, state, nextAfter, isFirst, counts, organisations, states } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  const isNarrowed = search !== "" || sector !== "";
  return (
    <>
      <BackLink to={partnershipOfficePath(partnership)} text={t("partnership-office:title")} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("organisations:list.title")}</PageHeading>
      {keepsAll ? <ButtonLink to={organisationDetailsPath(partnership)}>{t("organisations:list.add")}</ButtonLink> : <p className="govuk-body">{t("organisations:list.of-networks")}</p>}
      <Filters
        label={t("organisations:list.states")}
        shown={state}
        choices={states.map((value) => ({ value, text: t(`organisations:list.state.${value}`, { number: number(counts[value]) }), to: organisationsPath(partnership, { state: value }) }))}
      />
      {state === "look-again" && <p className="govuk-body">{t("organisations:list.look-again-text")}</p>}
      <form method="get" role="search" noValidate>
        <input type="hidden" name="state" value={state} />
        <TextField name="search" label={t("organisations:list.search")} value={search} autoComplete="off" width={20} />
        <Select
          name="sector"
          label={t("organisations:field.sector")}
          value={sector}
          options={[{ value: "", label: t("organisations:list.every-sector") }, ...sectors.map((value) => ({ value, label: t(`bodies:sector.${value}`) }))]}
        />
        <Button look="secondary">{t("organisations:list.find")}</Button>
      </form>
      {isNarrowed && (
        <p className="govuk-body">
          <PageLink to={organisationsPath(partnership, { state })}>{t("organisations:list.show-all")}</PageLink>
        </p>
      )}
      {organisations.length === 0 ? (
        <p className="govuk-body">{t(isNarrowed ? "organisations:list.none-found" : `organisations:list.none.${state}`)}</p>
      ) : (
        <Table
          caption={t("organisations:list.title")}
          captionSize="hidden"
          stacks
          columns={[
            ...(["name", "sector", "kind"] as const).map((key) => ({ key, heading: t(`organisations:field.${key}`) })),
            { key: "seats", heading: t("organisations:list.seats"), numeric: true },
            { key: "bodies", heading: t("organisations:list.bodies"), numeric: true },
            { key: "confirmed", heading: t("organisations:list.confirmed") },
          ]}
          rows={organisations.map((one) => ({
            key: one.id,
            cells: [
              <PageLink key="name" to={organisationPath(partnership, one)}>
                <InLanguage text={one.name} />
              </PageLink>,
              ...[t(`bodies:sector.${one.sector}`), t(`organisations:kind.${one.kind}`), number(one.seats), number(one.bodies), one.confirmedOn],
            ],
          }))}
        />
      )}
      <Pagination
        first={isFirst ? null : organisationsPath(partnership, { search, sector, state })}
        next={nextAfter ? { to: organisationsPath(partnership, { search, sector, state, after: nextAfter }) } : null}
      />
      {keepsAll && (
        <p className="govuk-body">
          <a className="govuk-link" href={contributionsCsvPath(partnership)} download>
            {t("organisations:list.contributions")}
          </a>
        </p>
      )}
    </>
  );
}
