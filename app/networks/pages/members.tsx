// Members of a network, found by name, by what they are and by the part they belong to.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { line } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { Filters } from "#app/shared/ui/filters.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { memberStates } from "../member.ts";
import { countMembers, listMembers } from "../members.store.server.ts";
import { findNetwork } from "../networks.store.server.ts";
import { memberPath, membersPath, officeNetworkPath, rollCsvPath } from "../paths.ts";
import { mayKeepNetworks } from "../policy.ts";
import { StateTag } from "../ui/state-tag.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepNetworks);
  const network = await findNetwork(db(), partnership.id, args.params.network);
  const words = wordsFor(language);
  const query = new URL(args.request.url).searchParams;
  const [search, after, today] = [line(query.get("search") ?? "").slice(0, 100), query.get("after"), dayOf(now)];
  const state = memberStates.find((one) => one === query.get("state")) ?? null;
  const part = network.constituencies.find(({ id }) => id === query.get("part"))?.id ?? null;
  const { members, nextAfter } = await listMembers(db(), network, { state, part, search, after, today });
  await recordAudit(db(), { partnershipId: partnership.id, personId: signedIn.personId, action: "network-members.read", subjectKind: "network", subjectId: network.id, facts: { shown: members.length } });
  return {
    title: titleOf(words.t("networks:members.title-of", { name: textIn(network.name, language).text }), language, partnership),
    ...{ partnership, network, search, state: state ?? "", part: part ?? "", nextAfter, isFirst: after === null, states: memberStates },
    counts: await countMembers(db(), network, today),
    added: query.get("added"),
    members: members.map(({ id, organisation: { name }, state: is, delegate, joinedOn, confirmedOn, constituencies }) => ({
      ...{ id, name, state: is, delegate: delegate?.name ?? null, joinedOn: words.date(joinedOn), confirmedOn: words.date(confirmedOn) },
      parts: network.constituencies.filter((one) => constituencies.includes(one.id)).map((one) => one.name),
    })),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function MembersPage() {
  const { partnership, network, search, state, part, nextAfter, isFirst, states, counts, added, members } = useLoaderData<typeof loader>();
  const { t, number, several, language } = useWords();
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const count = Number(added ?? Number.NaN);
  const isNarrowed = search !== "" || part !== "";
  return (
    <>
      <BackLink to={officeNetworkPath(partnership, network)} text={textIn(network.name, language).text} />
      {count >= 0 && <NotificationBanner kind="success">{t("networks:members.added", { count, number: number(count) })}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={network.name} />}>{t("networks:members.title")}</PageHeading>
      <ButtonGroup>
        <ButtonLink to={memberPath(partnership, network)}>{t("networks:member.new")}</ButtonLink>
      </ButtonGroup>
      <Filters
        label={t("networks:members.states")}
        shown={state}
        choices={[
          { value: "", text: t("networks:members.all", { number: number(all) }), to: membersPath(partnership, network, { part }) },
          ...states.map((value) => ({ value, text: t("networks:members.in-state", { state: t(`networks:state.${value}`), number: number(counts[value]) }), to: membersPath(partnership, network, { state: value, part }) })),
        ]}
      />
      <form method="get" role="search" noValidate>
        <input type="hidden" name="state" value={state} />
        <TextField name="search" label={t("networks:members.search")} value={search} autoComplete="off" width={20} />
        {network.constituencies.length > 0 && (
          <Select
            name="part"
            label={t("networks:one.part")}
            value={part}
            options={[{ value: "", label: t("networks:members.every-part") }, ...network.constituencies.map(({ id, name }) => ({ value: id, label: textIn(name, language).text }))]}
          />
        )}
        <Button look="secondary">{t("networks:members.find")}</Button>
      </form>
      {isNarrowed && (
        <p className="govuk-body">
          <PageLink to={membersPath(partnership, network, { state })}>{t("networks:members.show-all")}</PageLink>
        </p>
      )}
      {members.length === 0 ? (
        <p className="govuk-body">{t(isNarrowed || state !== "" ? "networks:members.none-found" : "networks:members.none")}</p>
      ) : (
        <Table
          caption={t("networks:members.title")}
          captionSize="hidden"
          stacks
          columns={(["organisation", "state", "delegate", "parts", "joined", "confirmed"] as const).map((key) => ({ key, heading: t(`networks:members.${key}`) }))}
          rows={members.map((one) => ({
            key: one.id,
            cells: [
              <PageLink key="organisation" to={memberPath(partnership, network, one.id)}>
                <InLanguage text={one.name} />
              </PageLink>,
              <StateTag key="state" state={one.state} />,
              <bdi key="delegate">{one.delegate ?? t("networks:members.nobody")}</bdi>,
              several(one.parts.map((name) => textIn(name, language).text)),
              ...[one.joinedOn, one.confirmedOn],
            ],
          }))}
        />
      )}
      <Pagination
        first={isFirst ? null : membersPath(partnership, network, { state, part, search })}
        next={nextAfter ? { to: membersPath(partnership, network, { state, part, search, after: nextAfter }) } : null}
      />
      <p className="govuk-body">
        <a className="govuk-link" href={rollCsvPath(partnership, network)} download>
          {t("networks:roll.download")}
        </a>
      </p>
    </>
  );
}
