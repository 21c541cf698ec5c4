// The networks of a partnership, for those who keep them: how many belong to each, what waits; a new one.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { partnershipOfficePath } from "#app/partnerships/paths.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useFields } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { countWaiting } from "../applications.store.server.ts";
import { countMembers } from "../members.store.server.ts";
import { longestName, readName } from "../network.ts";
import { beginNetwork, listNetworks } from "../networks.store.server.ts";
import { officeNetworkPath } from "../paths.ts";
import { mayKeepNetworks } from "../policy.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership } = await requireWhoMay(args, mayKeepNetworks);
  const today = dayOf(args.context.now);
  const networks = await listNetworks(db(), partnership.id);
  const waiting = await countWaiting(db(), partnership.id);
  const counted = await Promise.all(networks.map((network) => countMembers(db(), network, today)));
  return {
    title: titleOf(wordsFor(args.context.language).t("networks:list.title"), args.context.language, partnership),
    partnership,
    networks: networks.map(({ id, slug, name }, index) => ({ id, slug, name, counts: counted[index]!, waiting: waiting.get(id) ?? 0 })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepNetworks);
  const entries = Object.fromEntries(await readForm(args.request));
  const name = readName(entries);
  if (!name.ok) return data({ entries, problems: name.problem, clashes: [], now: {} }, { status: 422 });
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now: args.context.now };
  const slug = await inTransaction((transaction) => beginNetwork(transaction, by, name.value));
  return redirect(officeNetworkPath(partnership, { slug }, { done: "begun" }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OfficeNetworksPage() {
  const { partnership, networks } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const { errors, inEach } = useFields(
    { say: (name, values) => t(`networks:list.${name}`, values), sayProblem: (code, values) => t(`networks:problem.${code}`, values) },
    { loaded: {}, refused },
  );
  return (
    <>
      <BackLink to={partnershipOfficePath(partnership)} text={t("partnership-office:title")} />
      <ErrorSummary errors={errors} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("networks:list.title")}</PageHeading>
      {networks.length === 0 ? (
        <p className="govuk-body">{t("networks:list.none")}</p>
      ) : (
        <Table
          caption={t("networks:list.title")}
          captionSize="hidden"
          stacks
          columns={[
            { key: "name", heading: t("networks:list.network") },
            ...(["belong", "due", "lapsed", "waiting"] as const).map((key) => ({ key, heading: t(`networks:list.${key}`), numeric: true })),
          ]}
          rows={networks.map(({ id, counts, waiting, ...network }) => ({
            key: id,
            cells: [
              <PageLink key="name" to={officeNetworkPath(partnership, network)}>
                <InLanguage text={network.name} />
              </PageLink>,
              ...[counts.active + counts.due, counts.due, counts.lapsed, waiting].map((count) => number(count)),
            ],
          }))}
        />
      )}
      <h2 className="govuk-heading-m">{t("networks:list.begin")}</h2>
      <form method="post" noValidate>
        {inEach("name", { most: longestName })}
        <Button look="secondary">{t("networks:list.begin")}</Button>
      </form>
    </>
  );
}
