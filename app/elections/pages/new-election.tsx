// An election begins: somebody chooses whose it is and what it is called. All else has its usual value until it is changed, or what it was in the
// election before, where this one is for a seat that somebody left or for places that stayed empty.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { chooseFilling } from "#app/bodies/appointments.store.server.ts";
import { fillBy } from "#app/bodies/vacancy.ts";
import { listNetworks } from "#app/networks/networks.store.server.ts";
import { officeNetworksPath } from "#app/networks/paths.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { textAsTyped } from "#app/shared/texts.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { useFields } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findBeginning } from "../beginning.store.server.ts";
import { beginningHead, longestTitle, readBeginning } from "../election-form.ts";
import { beginElectionOnce } from "../elections.store.server.ts";
import { requireElectionsKeeper } from "../guard.server.ts";
import { officeElectionPath, officeElectionsPath } from "../paths.ts";

function askedOf({ request, context }: Pick<LoaderFunctionArgs, "request" | "context">, partnershipId: string) {
  const search = new URL(request.url).searchParams;
  return { partnershipId, vacancy: search.get("vacancy"), again: search.get("again"), today: dayOf(context.now) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { partnership } = await requireElectionsKeeper(args);
  const networks = (await listNetworks(db(), partnership.id)).map(({ slug, name }) => ({ slug, name }));
  const beginning = await findBeginning(db(), askedOf(args, partnership.id));
  const asked = beginning?.network ?? new URL(args.request.url).searchParams.get("network");
  const chosen = networks.length === 1 ? networks[0]!.slug : networks.find(({ slug }) => slug === asked)?.slug;
  return { title: titleOf(wordsFor(args.context.language).t("elections:new.title"), args.context.language, partnership), partnership, networks, follows: beginning?.kind ?? null, there: beginning?.there ?? null, entries: { network: chosen ?? "", ...(beginning && textAsTyped("title", beginning.head.title)) } };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireElectionsKeeper(args);
  const entries = Object.fromEntries(await readForm(args.request));
  const networks = await listNetworks(db(), partnership.id);
  const read = readBeginning(entries, networks.map(({ slug }) => slug));
  if (!read.ok) return data({ entries, problems: read.problem, clashes: [], now: {} }, { status: 422 });
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now: args.context.now };
  const { title, network } = read.value;
  const id = await inTransaction(async (transaction) => {
    const beginning = await findBeginning(transaction, askedOf(args, partnership.id));
    if (!beginning) return beginElectionOnce(transaction, by, network, beginningHead(title, dayOf(args.context.now)));
    if (beginning.there !== null) return beginning.there;
    const { head, vacancyId } = beginning;
    // because the parts of another network are not this one's
    const id = await beginElectionOnce(transaction, by, network, { ...head, title, constituencyId: network === beginning.network ? head.constituencyId : null }, vacancyId);
    if (vacancyId !== null) await chooseFilling(transaction, by, { id: vacancyId }, { way: "by-election", dueOn: fillBy("by-election", dayOf(args.context.now)) });
    return id;
  });
  return redirect(officeElectionPath(partnership, { id }, "", { done: "begun" }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function NewElectionPage() {
  const { partnership, networks, follows, there, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, language } = useWords();
  const { field, inEach, errors } = useFields(
    { say: (name, values) => t(`elections:field.${name}`, values), sayProblem: (code, values) => t(`elections:problem.${code}`, values) },
    { loaded: loaded.entries, refused },
  );
  return (
    <>
      <BackLink to={officeElectionsPath(partnership)} text={t("elections:office-list.title")} />
      <ErrorSummary errors={errors} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("elections:new.title")}</PageHeading>
      {follows && <InsetText>{t(`offers:begin.${follows}`)}</InsetText>}
      {there && (
        <p className="govuk-body">
          <PageLink to={officeElectionPath(partnership, { id: there })}>{t("offers:begin.there")}</PageLink>
        </p>
      )}
      {networks.length === 0 ? (
        <p className="govuk-body">
          {t("elections:new.no-network")} <PageLink to={officeNetworksPath(partnership)}>{t("networks:list.title")}</PageLink>
        </p>
      ) : (
        <form method="post" noValidate>
          <Radios {...field("network")} hint={t("elections:field.network-hint")} choices={networks.map(({ slug, name }) => ({ value: slug, label: textIn(name, language).text }))} />
          {inEach("title", { most: longestTitle })}
          <Button>{t("elections:new.begin")}</Button>
        </form>
      )}
    </>
  );
}
