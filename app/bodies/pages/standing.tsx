// How the partnership stands: its status, who answers for it, what is handed over, how to complain. Two officers at once lose nothing.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { takeEdits } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { DateField } from "#app/shared/ui/date-field.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { Theirs } from "#app/shared/ui/theirs.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { bodiesPath, complaintsContactPath, standingPath } from "../body-paths.ts";
import { listOrganisationChoices } from "../choices.store.server.ts";
import { listContacts } from "../contacts.store.server.ts";
import { mayKeepBodies } from "../policy.ts";
import { findStanding, holdStanding, saveStanding } from "../standing.store.server.ts";
import { legalForms, longest, mostSteps, partnershipTypes, readStanding, standingAsTyped, standingStatuses, standingUnits } from "../standing.ts";
import { ContactTable } from "../ui/contact-table.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership } = await requireWhoMay(args, mayKeepBodies);
  const standing = await findStanding(db(), partnership.id);
  return {
    ...{ title: titleOf(wordsFor(args.context.language).t("seats:standing.title"), args.context.language, partnership), partnership, handover: standing?.handover ?? [] },
    ...{ entries: standingAsTyped(standing), organisations: await listOrganisationChoices(db(), partnership.id) },
    contacts: await listContacts(db(), partnership.id, { complaints: true }),
    isDone: new URL(args.request.url).searchParams.get("done") === "saved",
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepBodies);
  const form = await readForm(args.request, { longest: mostSteps * (longest.step + 2) });
  const done = await inTransaction(async (transaction): Promise<Refused | "saved"> => {
    const standing = await holdStanding(transaction, partnership.id);
    const theirs = standingAsTyped(standing);
    const { merged, clashes } = takeEdits(standingUnits, form, theirs);
    const organisations = (await listOrganisationChoices(transaction, partnership.id)).map(({ id }) => id);
    const read = readStanding(merged, { before: standing?.handover ?? [], organisations, today: dayOf(args.context.now) });
    if (!read.ok || clashes.length > 0) return { entries: merged, problems: read.ok ? [] : read.problem, clashes, now: theirs };
    await saveStanding(transaction, { partnershipId: partnership.id, personId: signedIn.personId }, read.value);
    return "saved";
  });
  return done === "saved" ? redirect(standingPath(partnership, { done })) : data(done, { status: 422 });
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function StandingPage() {
  const { partnership, handover, organisations, contacts, isDone, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, date, number, language } = useWords();
  const { entries, before, errors, errorAt, theirs, inEach, dayField } = useFields(
    { say: (name, values) => t(`seats:field.${name}`, values), sayProblem: (code, values) => t(`seats:problem.${code}`, values) },
    { loaded: loaded.entries, refused },
  );
  const radios = (name: string, values: readonly string[], word: string) => (
    <>
      <Radios name={name} label={t(`seats:field.${name}`)} labelSize="s" value={entries[name]} error={errorAt(name)} choices={values.map((value) => ({ value, label: t(`structure:${word}.${value}`) }))} />
      <Theirs said={theirs(name) && t(`structure:${word}.${theirs(name)}`)} />
    </>
  );
  return (
    <>
      <BackLink to={bodiesPath(partnership)} text={t("bodies:list.title")} />
      <ErrorSummary errors={errors} />
      {isDone && !refused && <NotificationBanner kind="success">{t("seats:done.saved")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("seats:standing.title")}</PageHeading>
      <p className="govuk-body">{t("seats:standing.lead")}</p>
      <form method="post" noValidate>
        {radios("status", standingStatuses, "status")}
        <DateField {...dayField("shadowUntil")} labelSize="s" hint={t("seats:standing.shadow-hint")} />
        <Theirs said={theirs("shadowUntil")} />
        <Textarea name="handover" label={t("seats:field.handover")} labelSize="s" hint={t("seats:standing.handover-hint", { most: number(mostSteps) })} rows={6} value={entries.handover} error={errorAt("handover")} />
        <Theirs said={theirs("handover")} />
        {handover.length > 0 && (
          <Checkboxes
            name="handedOver"
            label={t("seats:field.handedOver")}
            labelSize="s"
            small
            values={(entries.handedOver ?? "").split(" ")}
            choices={handover.map(({ text, doneOn }, index) => ({ value: String(index), label: <bdi>{text}</bdi>, hint: doneOn && t("seats:induction.done-on", { date: date(doneOn) }) }))}
          />
        )}
        {radios("type", partnershipTypes, "type")}
        {radios("legalForm", legalForms, "form")}
        <Select
          name="accountable"
          label={t("seats:field.accountable")}
          hint={t("seats:standing.accountable-hint")}
          value={entries.accountable}
          error={errorAt("accountable")}
          options={[{ value: "", label: t("bodies:choose") }, ...organisations.map(({ id, name }) => ({ value: id, label: textIn(name, language).text }))]}
        />
        {inEach("complaints", { rows: 6, most: longest.complaints })}
        <AsOpened entries={before} />
        <Button>{t("bodies:details.save")}</Button>
      </form>
      <h2 className="govuk-heading-m govuk-!-margin-top-6">{t("seats:standing.complaints-contacts")}</h2>
      <ContactTable contacts={contacts} pathOf={(id) => complaintsContactPath(partnership, id)} />
      <p className="govuk-body">
        <PageLink to={complaintsContactPath(partnership)}>{t("organisations:contacts.add")}</PageLink>
      </p>
    </>
  );
}
