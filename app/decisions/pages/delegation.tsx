// One delegation, written down: to whom, what, up to where, from when, and when it is looked at again. [SG02]
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listBodies } from "#app/bodies/bodies.store.server.ts";
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
import { Select } from "#app/shared/ui/select.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { Theirs } from "#app/shared/ui/theirs.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { listAgreed } from "../choices.store.server.ts";
import { delegationAsTyped, delegationUnits, longest, readDelegation, type Delegation } from "../delegation.ts";
import { endDelegation, findDelegation, holdDelegation, saveDelegation } from "../delegations.store.server.ts";
import { delegationPath, delegationsPath } from "../paths.ts";
import { mayKeepDecisions } from "../policy.ts";
import { AgreedFields } from "../ui/agreed-fields.tsx";

const isNew = ({ params }: Pick<LoaderFunctionArgs, "params">) => params.delegation === "new";

/** The bodies something can be left to: all but the full partnership, and the one that has it already though it ended. */
async function listGroups(on: Database, partnershipId: string, delegation: Delegation | null) {
  const bodies = await listBodies(on, partnershipId);
  return bodies.filter(({ id, isFull, endedOn }) => (!isFull && endedOn === null) || id === delegation?.bodyId).map(({ id, name }) => ({ id, name }));
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepDecisions);
  const delegation = isNew(args) ? null : await findDelegation(db(), partnership.id, args.params.delegation);
  return {
    title: titleOf(wordsFor(language).t(delegation ? "decisions:delegation.title" : "decisions:delegation.new"), language, partnership),
    ...{ partnership, delegation, entries: delegationAsTyped(delegation, dayOf(now)) },
    groups: await listGroups(db(), partnership.id, delegation),
    agreed: await listAgreed(db(), partnership.id),
    asks: delegation?.endedOn === null && new URL(args.request.url).searchParams.get("ask") === "end",
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepDecisions);
  const form = await readForm(args.request);
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now };
  const refused = await inTransaction(async (transaction): Promise<Refused | null> => {
    const delegation = isNew(args) ? null : await holdDelegation(transaction, partnership.id, args.params.delegation);
    if (delegation && form.get("deed") === "end") {
      await endDelegation(transaction, by, delegation);
      return null;
    }
    const theirs = delegationAsTyped(delegation, dayOf(now));
    const { merged, clashes } = takeEdits(delegationUnits, form, theirs);
    const [groups, agreed] = [await listGroups(transaction, partnership.id, delegation), await listAgreed(transaction, partnership.id)];
    const read = readDelegation(merged, { bodyIds: groups.map(({ id }) => id), decisionIds: agreed.map(({ id }) => id) });
    if (!read.ok || clashes.length > 0) return { entries: merged, problems: read.ok ? [] : read.problem, clashes, now: theirs };
    await saveDelegation(transaction, by, delegation?.id ?? null, read.value);
    return null;
  });
  return refused ? data(refused, { status: 422 }) : redirect(`${delegationsPath(partnership)}?done`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function DelegationPage() {
  const { partnership, delegation, groups, agreed, asks, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, language, date } = useWords();
  const fields = useFields(
    { say: (name, values) => t(`decisions:field.${name}`, values), sayProblem: (code, values) => t(`decisions:problem.${code}`, values) },
    { loaded: loaded.entries, refused },
  );
  const { entries, errors, errorAt, inEach, dayField, theirs } = fields;
  const here = delegationPath(partnership, delegation?.id);
  if (asks) {
    return (
      <Confirming
        question={t("decisions:delegation.end-question")}
        consequence={t("decisions:delegation.end-consequence")}
        yes={{ name: "deed", value: "end", text: t("decisions:delegation.end") }}
        no={t("decisions:no")}
        backTo={here}
      />
    );
  }
  return (
    <>
      <BackLink to={delegationsPath(partnership)} text={t("decisions:delegations.title")} />
      <ErrorSummary errors={errors} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t(delegation ? "decisions:delegation.title" : "decisions:delegation.new")}</PageHeading>
      {delegation?.endedOn && <p className="govuk-body">{t("decisions:delegation.ended-on", { date: date(delegation.endedOn) })}</p>}
      <form method="post" noValidate>
        <Select
          name="body"
          label={t("decisions:field.body")}
          labelSize="m"
          value={entries.body}
          error={errorAt("body")}
          options={[{ value: "", label: t("decisions:choose") }, ...groups.map(({ id, name }) => ({ value: id, label: textIn(name, language).text }))]}
        />
        {inEach("scope", { rows: 4, most: longest.scope })}
        {inEach("limits", { rows: 4, most: longest.limits })}
        <TextField name="limit" label={t("decisions:field.limit")} labelSize="m" hint={t("decisions:field.limit-hint")} prefix="£" width={10} inputMode="decimal" value={entries.limit} error={errorAt("limit")} />
        <Theirs said={theirs("limit")} />
        <DateField {...dayField("starts")} />
        <Theirs said={theirs("starts")} />
        <DateField {...dayField("review")} hint={t("decisions:field.review-hint")} />
        <Theirs said={theirs("review")} />
        <AgreedFields fields={fields} agreed={agreed} />
        {delegation && <AsOpened entries={fields.before} />}
        <Button>{t("decisions:save")}</Button>
      </form>
      {delegation && delegation.endedOn === null && (
        <p className="govuk-body">
          <PageLink to={`${here}?ask=end`}>{t("decisions:delegation.end")}</PageLink>
        </p>
      )}
    </>
  );
}
