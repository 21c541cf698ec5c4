// What an organisation has promised or must do: written down, changed or taken away. Two officers at once lose nothing.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction, type Database } from "#app/shared/db.server.ts";
import { takeEdits } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { DateField } from "#app/shared/ui/date-field.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { Theirs } from "#app/shared/ui/theirs.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { longestText, obligationAsTyped, obligationKinds, obligationUnits, readObligation } from "../obligation.ts";
import { findObligation, listBodiesToOwe, mostObligations, removeObligation, saveObligation, type Obligation } from "../obligations.store.server.ts";
import { obligationPath, organisationPath } from "../organisation-paths.ts";
import { findOrganisation, holdOrganisation } from "../organisations.store.server.ts";
import { mayKeepBodies } from "../policy.ts";
import { seniorities } from "../seniority.ts";

type Of = { partnershipId: string; organisationId: string; id: string | undefined; today: string };

function obligationOf(on: Database, { partnershipId, organisationId, id, today }: Of): Promise<Obligation | null> {
  return id === "new" ? Promise.resolve(null) : findObligation(on, partnershipId, organisationId, id, today);
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepBodies);
  const organisation = await findOrganisation(db(), partnership.id, args.params.organisation);
  const obligation = await obligationOf(db(), { partnershipId: partnership.id, organisationId: organisation.id, id: args.params.obligation, today: dayOf(now) });
  const { t } = wordsFor(language);
  return {
    title: titleOf(t(obligation ? "organisations:obligation.title" : "organisations:obligation.new"), language, partnership),
    ...{ partnership, organisation, obligationId: obligation?.id ?? null, entries: obligationAsTyped(obligation, dayOf(now)) },
    bodies: (await listBodiesToOwe(db(), partnership.id)).map(({ id, name }) => ({ value: id, label: textIn(name, language).text })),
    isCounted: obligation?.kind === "attendance",
    asks: obligation !== null && new URL(args.request.url).searchParams.get("ask") === "remove",
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepBodies);
  const form = await readForm(args.request);
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now: args.context.now };
  const today = dayOf(args.context.now);
  const { id, done } = await inTransaction(async (transaction): Promise<{ id: string; done: Refused | "obligation" | "removed" }> => {
    const organisation = await holdOrganisation(transaction, partnership.id, args.params.organisation);
    const obligation = await obligationOf(transaction, { partnershipId: partnership.id, organisationId: organisation.id, id: args.params.obligation, today });
    if (obligation && form.get("deed") === "remove") {
      await removeObligation(transaction, by, organisation.id, obligation.id);
      return { id: organisation.id, done: "removed" };
    }
    const theirs = obligationAsTyped(obligation, today);
    const { merged, clashes } = takeEdits(obligationUnits, form, theirs);
    const bodies = await listBodiesToOwe(transaction, partnership.id);
    const read = readObligation(merged, [...bodies.map((body) => body.id), ...(obligation?.bodyId ? [obligation.bodyId] : [])]);
    const refuse = (problems: Refused["problems"]) => ({ id: organisation.id, done: { entries: merged, problems, clashes, now: theirs } });
    if (!read.ok || clashes.length > 0) return refuse(read.ok ? [] : read.problem);
    const isSaved = await saveObligation(transaction, by, organisation.id, obligation?.id ?? null, read.value);
    return isSaved ? { id: organisation.id, done: "obligation" } : refuse([{ field: "kind", code: "obligations-full", most: mostObligations }]);
  });
  return typeof done === "string" ? redirect(`${organisationPath(partnership, { id })}?done=${done}`) : data(done, { status: 422 });
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ObligationPage() {
  const { partnership, organisation, obligationId, bodies, isCounted, asks, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, language } = useWords();
  const { field, inEach, dayField, theirs, errors, before } = useFields(
    { say: (name, values) => t(`organisations:obligation.${name}`, values), sayProblem: (code, values) => t(`organisations:problem.${code}`, values) },
    { loaded: loaded.entries, refused },
  );
  if (obligationId && asks) {
    return (
      <Confirming
        question={t("organisations:obligation.ask")}
        consequence={t("organisations:obligation.ask-text")}
        yes={{ name: "deed", value: "remove", text: t("organisations:obligation.remove") }}
        no={t("organisations:obligation.ask-no")}
        backTo={obligationPath(partnership, organisation, obligationId)}
      />
    );
  }
  return (
    <>
      <BackLink to={organisationPath(partnership, organisation)} text={textIn(organisation.name, language).text} />
      <ErrorSummary errors={errors} />
      <PageHeading caption={<InLanguage text={organisation.name} />}>{t(obligationId ? "organisations:obligation.title" : "organisations:obligation.new")}</PageHeading>
      <form method="post" noValidate>
        {inEach("text", { most: longestText })}
        <Radios
          {...field("kind")}
          choices={obligationKinds.map((value) => ({
            ...{ value, label: t(`organisations:obligation-kind.${value}`) },
            ...(value === "finance" && { conditional: <TextField {...field("amount")} width={10} inputMode="decimal" prefix="£" dir="ltr" autoComplete="off" /> }),
            ...(value === "attendance" && {
              conditional: (
                <>
                  <TextField {...field("share")} width={3} inputMode="numeric" suffix="%" dir="ltr" autoComplete="off" />
                  <Select {...field("seniority")} options={seniorities.map((one) => ({ value: one, label: t(`bodies:seniority.${one}`) }))} />
                </>
              ),
            }),
          }))}
        />
        <Theirs said={theirs("kind") && t(`organisations:obligation-kind.${theirs("kind")}`)} />
        <Theirs said={theirs("amount")} />
        <Theirs said={theirs("share")} />
        <Theirs said={theirs("seniority") && t(`bodies:seniority.${theirs("seniority")}`)} />
        <Select {...field("bodyId")} options={[{ value: "", label: t("organisations:obligations.whole") }, ...bodies]} />
        <Theirs said={bodies.find(({ value }) => value === theirs("bodyId"))?.label ?? theirs("bodyId")} />
        <DateField {...dayField("starts")} />
        <Theirs said={theirs("starts")} />
        <DateField {...dayField("ends")} hint={t("organisations:obligation.ends-hint")} />
        <Theirs said={theirs("ends")} />
        {isCounted || !obligationId ? (
          <p className="govuk-body">{t("organisations:obligation.counted")}</p>
        ) : (
          <Radios
            {...field("isMet")}
            hint={t("organisations:obligation.isMet-hint")}
            choices={["", "yes", "no"].map((value) => ({ value, label: t(`organisations:obligation.met.${value || "unsaid"}`) }))}
          />
        )}
        <Theirs said={theirs("isMet") === undefined ? undefined : t(`organisations:obligation.met.${theirs("isMet") || "unsaid"}`)} />
        {obligationId && <AsOpened entries={before} />}
        <Button>{t("organisations:save")}</Button>
      </form>
      {obligationId && (
        <p className="govuk-body">
          <PageLink to={obligationPath(partnership, organisation, obligationId, { ask: "remove" })}>{t("organisations:obligation.remove")}</PageLink>
        </p>
      )}
    </>
  );
}
