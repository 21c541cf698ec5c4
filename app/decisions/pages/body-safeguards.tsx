// A body adopts safeguards, by a decision of the full partnership or by what was agreed at its founding.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { adoptedBy, adoptSafeguards, listAdoptions } from "#app/bodies/adoptions.store.server.ts";
import { findBody, holdBody } from "#app/bodies/bodies.store.server.ts";
import { adoptable, settingOf, type SafeguardCode } from "#app/bodies/safeguard.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useFields } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { adoptedAsTyped, readAdopting } from "../adopting.ts";
import { listAgreed } from "../choices.store.server.ts";
import { safeguardsPath } from "../paths.ts";
import { mayKeepDecisions } from "../policy.ts";
import { AgreedFields } from "../ui/agreed-fields.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepDecisions);
  const body = await findBody(db(), partnership.id, args.params.body);
  const name = textIn(body.name, language).text;
  return {
    title: titleOf(wordsFor(language).t("decisions:safeguards.of-body", { name }), language, partnership),
    ...{ partnership, body: { slug: body.slug, name: body.name }, codes: adoptable(body) },
    entries: adoptedAsTyped(await adoptedBy(db(), body.id, dayOf(now))),
    history: await listAdoptions(db(), body.id),
    agreed: await listAgreed(db(), partnership.id),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepDecisions);
  const form = await readForm(args.request);
  const entries = Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name).join(" ")]));
  const refused = await inTransaction(async (transaction) => {
    const body = await holdBody(transaction, partnership.id, args.params.body);
    const agreed = await listAgreed(transaction, partnership.id);
    const read = readAdopting(entries, { codes: adoptable(body), decisionIds: agreed.map(({ id }) => id) });
    if (!read.ok) return read.problem;
    const { wanted, decisionId, agreedNote } = read.value;
    const authority = decisionId === null ? { decisionId, note: agreedNote ?? "" } : { decisionId, note: null };
    const by = { partnershipId: partnership.id, bodyId: body.id, personId: signedIn.personId, today: dayOf(now) };
    await adoptSafeguards(transaction, by, wanted, authority);
    return null;
  });
  return refused ? data({ entries, problems: refused, clashes: [], now: entries }, { status: 422 }) : redirect(`${safeguardsPath(partnership)}?done`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function BodySafeguardsPage() {
  const { partnership, body, codes, history, agreed, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, date } = useWords();
  const fields = useFields(
    { say: (name, values) => t(`decisions:field.${name}`, values), sayProblem: (code, values) => t(`decisions:problem.${code}`, values) },
    { loaded: loaded.entries, refused },
  );
  const { entries, errors, errorAt } = fields;
  const setting = (code: SafeguardCode) => {
    const of = settingOf[code];
    const name = `set-${code}`;
    if (!of) return undefined;
    if (of !== "abstentionsCount" && of !== "route") {
      return <TextField name={name} label={t(`decisions:field.${of}`)} width={3} inputMode="numeric" value={entries[name]} error={errorAt(name)} />;
    }
    const values = of === "route" ? ["mediation", "full-partnership-final"] : ["yes", "no"];
    const choices = values.map((value) => ({ value, label: t(of === "route" ? `decisions:route.${value}` : `decisions:abstentionsCount.${value}`) }));
    return <Radios small name={name} label={t(`decisions:field.${of}`)} labelSize="s" value={entries[name]} error={errorAt(name)} choices={choices} />;
  };
  const about = (code: SafeguardCode) => ({ label: t(`decisions:safeguard.${code}.name`), hint: t(`decisions:safeguard.${code}.text`), conditional: setting(code) });
  return (
    <>
      <BackLink to={safeguardsPath(partnership)} text={t("decisions:safeguards.title")} />
      <ErrorSummary errors={errors} />
      <PageHeading caption={<InLanguage text={body.name} />}>{t("decisions:safeguards.adopt")}</PageHeading>
      <p className="govuk-body">{t("decisions:safeguards.precondition")}</p>
      <form method="post" noValidate>
        <Checkboxes name="code" label={t("decisions:safeguards.which")} values={(entries.code ?? "").split(" ")} choices={codes.map((code) => ({ value: code, ...about(code) }))} />
        <AgreedFields fields={fields} agreed={agreed} />
        <Button>{t("decisions:safeguards.button")}</Button>
      </form>
      {history.length > 0 && (
        <Table
          caption={t("decisions:safeguards.history")}
          stacks
          columns={["which", "from", "until", "agreed"].map((key) => ({ key, heading: t(`decisions:safeguards.${key}`) }))}
          rows={history.map(({ id, code, adoptedOn, endedOn, decisionId, agreedNote }) => ({
            key: id,
            cells: [
              t(`decisions:safeguard.${code}.name`),
              date(adoptedOn),
              endedOn ? date(endedOn) : t("decisions:safeguards.in-force"),
              decisionId ? <InLanguage text={agreed.find((one) => one.id === decisionId)?.name ?? {}} /> : <bdi>{agreedNote}</bdi>,
            ],
          }))}
        />
      )}
    </>
  );
}
