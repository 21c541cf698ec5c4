// Writes the invitation or the reminder of a consultation, in each language, with fields that each reader's words take the place of.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayInvite } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { holdConsultation } from "#app/consultations/store.server.ts";
import { invitationsPath } from "#app/consultations/office-paths.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { takeEdits, type Entries } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { isLanguage, languageNames } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { longestBody, mailingAsTyped, mailingUnits, readMailing, type MailingProblem } from "../mailing-form.ts";
import { isMailingKind, restInDays, usualDaysBefore, type MailingKind } from "../mailing.ts";
import { findMailing, saveMailing } from "../mailings.store.server.ts";
import { mailingPreviewPath } from "../paths.ts";
import { MergeFieldList } from "../ui/merge-field-list.tsx";

function kindOf({ params }: Pick<LoaderFunctionArgs, "params">): MailingKind {
  if (!isMailingKind(params.mailing)) throw notFound();
  return params.mailing;
}

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation } = await findForOffice(args, mayInvite);
  const kind = kindOf(args);
  const mailing = await findMailing(db(), consultation, kind);
  return {
    title: titleOf(wordsFor(args.context.language).t(`mailings:write.${kind}`), args.context.language, partnership),
    ...{ partnership, consultation, kind, hasBegun: mailing.startedAt !== null },
    entries: mailingAsTyped(mailing, usualDaysBefore),
  };
}

type Refused = { entries: Entries; now: Entries; problems: MailingProblem[]; clashes: string[] };

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayInvite);
  const kind = kindOf(args);
  const form = await readForm(args.request, { longest: 4 * longestBody });
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now: args.context.now };
  const refused = await inTransaction(async (transaction): Promise<Refused | null> => {
    await holdConsultation(transaction, partnership.id, consultation.id);
    const there = mailingAsTyped(await findMailing(transaction, consultation, kind), usualDaysBefore);
    const { merged, clashes } = takeEdits(mailingUnits, form, there);
    const read = readMailing(kind, merged);
    if (!read.ok || clashes.length > 0) return { entries: merged, now: there, problems: read.ok ? [] : read.problem, clashes: clashes.map(([input = ""]) => input) };
    await saveMailing(transaction, consultation, kind, read.value, by);
    return null;
  });
  if (refused) return data(refused, { status: 422 });
  return redirect(`${mailingPreviewPath(partnership, consultation, kind)}?saved`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function MailingPage() {
  const { partnership, consultation, kind, hasBegun, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const entries = refused?.entries ?? loaded.entries;
  const before = refused?.now ?? loaded.entries;
  const nameOf = (input: string) => {
    const [name = "", language] = input.split("-");
    return isLanguage(language) ? t("shared:field-in", { field: t(`mailings:input.${name}`), language: languageNames[language] }) : t(`mailings:input.${name}`);
  };
  const errors: Record<string, string> = Object.fromEntries([
    ...(refused?.problems ?? []).map(({ input, code, says = "", most = 0 }) => [input, t(`mailings:problem.${code}`, { field: nameOf(input), says, most: number(most) })]),
    ...(refused?.clashes ?? []).map((input) => [input, t("mailings:problem.clash", { field: nameOf(input), theirs: before[input] ?? "" })]),
  ]);
  const field = (name: string) => ({ name, valueOf: (language: string) => entries[`${name}-${language}`] ?? "", errorOf: (language: string) => errors[`${name}-${language}`] });
  return (
    <>
      <BackLink to={invitationsPath(partnership, consultation)} text={t("mailings:title")} />
      <ErrorSummary errors={Object.entries(errors).map(([input, text]) => ({ href: `#${input}`, text }))} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t(`mailings:write.${kind}`)}</PageHeading>
      {hasBegun && <InsetText>{t("mailings:write.begun")}</InsetText>}
      <p className="govuk-body">{t("mailings:write.text")}</p>
      {kind === "reminder" && <p className="govuk-body">{t("mailings:write.reminder-honest")}</p>}
      <Details summary={t("mailings:fields.title")} open>
        <MergeFieldList />
      </Details>
      <form method="post" noValidate>
        {kind === "reminder" && (
          <Radios
            name="wanted"
            label={t("mailings:input.wanted")}
            hint={t("mailings:write.wanted-hint", { number: number(restInDays) })}
            value={entries.wanted}
            choices={[
              { value: "yes", label: t("mailings:write.wanted-yes"), conditional: <TextField name="days" label={t("mailings:input.days")} width={2} inputMode="numeric" value={entries.days} error={errors.days} /> },
              { value: "no", label: t("mailings:write.wanted-no") },
            ]}
          />
        )}
        <FieldsInLanguages legend={t("mailings:input.subject")} {...field("subject")} />
        <FieldsInLanguages legend={t("mailings:input.body")} rows={16} {...field("body")} />
        <TextField name="perMinute" label={t("mailings:input.perMinute")} labelSize="m" hint={t("mailings:write.per-minute-hint")} width={3} inputMode="numeric" value={entries.perMinute} error={errors.perMinute} />
        <AsOpened entries={before} />
        <Button>{t("mailings:write.save")}</Button>
      </form>
    </>
  );
}
