// Where the data controller asks for names and addresses: what the file holds, and what it is wanted for.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { within } from "#app/forms/wording.ts";
import { db } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { countContacts, recordContactsRequest } from "../contacts-export.store.server.ts";
import { formats, purposes, readContactsRequest, type ContactsProblem } from "../contacts-request.ts";
import { countReceivedBy } from "../counts.store.server.ts";
import { contactsFilePath } from "../export-paths.ts";
import { mayExportContacts } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";
import { officeConsultationPath } from "../office-paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation } = await findForOffice(args, mayExportContacts);
  const words = wordsFor(args.context.language);
  return {
    title: titleOf(words.t("office:contacts.title", { title: within(consultation.title, words) }), words.language, partnership),
    ...{ partnership, consultation },
    contacts: await countContacts(db(), consultation),
    responses: await countReceivedBy(db(), consultation.id),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayExportContacts);
  const form = await readForm(args.request);
  const read = readContactsRequest(form);
  if (!read.ok) return data({ problems: read.problem, typed: Object.fromEntries(form) }, { status: 422 });
  await recordContactsRequest(db(), consultation, signedIn.personId, read.value);
  return redirect(contactsFilePath(partnership, consultation));
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];
export const handle = { width: "work" };

export default function ContactsPage() {
  const { partnership, consultation, contacts, responses } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const typed = refused?.typed ?? {};
  const errorAt = (field: ContactsProblem["field"]) => {
    const problem = refused?.problems.find((one) => one.field === field);
    return problem && t(`office:contacts.problem.${problem.code}`);
  };
  return (
    <>
      <BackLink to={officeConsultationPath(partnership, consultation)} text={t("office:results.back")} />
      <ErrorSummary errors={(refused?.problems ?? []).map(({ field, code }) => ({ href: `#${field}`, text: t(`office:contacts.problem.${code}`) }))} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("office:contacts.heading")}</PageHeading>
      <p className="govuk-body">{t("office:contacts.lead", { count: responses, contacts: number(contacts), responses: number(responses) })}</p>
      <p className="govuk-body">{t("office:contacts.holds")}</p>
      <ul className="govuk-list govuk-list--bullet">
        {(["names", "personal-questions", "confidentiality", "facts"] as const).map((one) => (
          <li key={one}>{t(`office:contacts.held.${one}`)}</li>
        ))}
      </ul>
      <p className="govuk-body">{t("office:contacts.never")}</p>
      <WarningText>{t("office:contacts.care")}</WarningText>
      <form method="post" noValidate>
        <Radios
          name="purpose"
          label={t("office:contacts.purpose-label")}
          hint={t("office:contacts.purpose-hint")}
          value={typed.purpose}
          error={errorAt("purpose")}
          choices={purposes.map((one) => ({
            ...{ value: one, label: t(`office:contacts.purpose.${one}`) },
            ...(one === "other" && { conditional: <TextField name="words" label={t("office:contacts.words")} hint={t("office:contacts.words-hint")} value={typed.words} error={errorAt("words")} /> }),
          }))}
        />
        <Checkboxes
          name="answers"
          label={t("office:contacts.answers-label")}
          values={typed.answers ? [typed.answers] : []}
          choices={[{ value: "yes", label: t("office:contacts.answers"), hint: t("office:contacts.answers-hint") }]}
        />
        <Radios
          name="format"
          label={t("office:contacts.format-label")}
          value={typed.format ?? "xlsx"}
          error={errorAt("format")}
          choices={formats.map((one) => ({ value: one, label: t(`office:contacts.format.${one}`) }))}
        />
        <Button>{t("office:contacts.take")}</Button>
      </form>
    </>
  );
}
