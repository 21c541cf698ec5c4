// Invites somebody to roles in a partnership by e-mail.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { languageNames, languages } from "#app/shared/languages.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { forbidden, tooMany } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { requirePeopleKeeper } from "../guard.server.ts";
import { invitationInDays, readInvitation, type InvitationEntries, type InvitationProblem } from "../invitation.ts";
import { saveInvitation } from "../invitations.store.server.ts";
import { invitePath, officeInvitationsPath, officePeoplePath } from "../paths.ts";
import { roleName } from "../role-name.ts";
import { roles } from "../role.ts";
import { listConsultationChoices } from "../roles.store.server.ts";
import { requireRecent } from "../session.server.ts";
import { ScopeFields } from "../ui/scope-fields.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, reachesBelow } = await requirePeopleKeeper(args);
  await requireRecent(args.request, args.context.now, invitePath(partnership));
  const choices = await listConsultationChoices(db(), partnership.id);
  return { partnership, reachesBelow, choices, title: titleOf(wordsFor(language).t("invitations:new.title"), language, partnership) };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, signedIn, reachesBelow } = await requirePeopleKeeper(args);
  const form = await readForm(args.request);
  const typed = (field: string) => (form.get(field) ?? "").slice(0, 1000);
  const entries: InvitationEntries = {
    ...{ name: typed("name"), email: typed("email"), language: typed("language") },
    ...{ roles: form.getAll("role").slice(0, 50), below: form.get("below") === "yes" },
    ...{ scope: typed("scope"), consultations: form.getAll("consultation").slice(0, 100) },
  };
  if (entries.below && !reachesBelow) throw forbidden();
  if (entries.roles.includes("administrator")) await requireRecent(args.request, now, invitePath(partnership));
  const read = readInvitation(entries, (await listConsultationChoices(db(), partnership.id)).map(({ id }) => id));
  if (!read.ok) return data({ entries, problems: read.problem }, { status: 422 });
  if (!(await isWithinLimit("invitation", partnership.id, 60, 3600))) throw tooMany();
  const saved = await inTransaction((transaction) => saveInvitation(transaction, read.value, { partnership, by: signedIn, now }));
  if (saved === null) return data({ entries, problems: [{ field: "email", code: "email-waiting" }] satisfies InvitationProblem[] }, { status: 422 });
  return redirect(officeInvitationsPath(partnership, { done: "sent" }));
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function InvitePage() {
  const { partnership, reachesBelow, choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, language, number } = useWords();
  const entries = refused?.entries ?? { name: "", email: "", language, roles: [], below: false, scope: "", consultations: [] };
  const textOf = ({ code }: InvitationProblem) => t(`invitations:problem.${code}`);
  const errorAt = (field: InvitationProblem["field"]) => {
    const problem = refused?.problems.find((one) => one.field === field);
    return problem && textOf(problem);
  };
  return (
    <>
      <BackLink to={officePeoplePath(partnership)} text={t("roles:title")} />
      <ErrorSummary errors={refused?.problems.map((problem) => ({ href: `#${problem.field}`, text: textOf(problem) })) ?? []} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("invitations:new.title")}</PageHeading>
      <p className="govuk-body">{t("invitations:new.text", { count: invitationInDays, number: number(invitationInDays) })}</p>
      <form method="post" noValidate>
        <TextField name="name" label={t("invitations:new.name")} autoComplete="off" value={entries.name} error={errorAt("name")} />
        <TextField
          name="email"
          type="email"
          label={t("roles:column.email")}
          autoComplete="off"
          spellCheck={false}
          value={entries.email}
          error={errorAt("email")}
        />
        <Select
          name="language"
          label={t("invitations:new.language")}
          value={entries.language}
          options={languages.map((one) => ({ value: one, label: languageNames[one] }))}
          error={errorAt("language")}
        />
        <Checkboxes
          name="role"
          label={t("roles:column.roles")}
          values={entries.roles}
          choices={roles.map((role) => ({ value: role, label: roleName(t, role) }))}
          error={errorAt("role")}
        />
        {choices.length > 0 && (
          <ScopeFields
            choices={choices}
            scope={entries.scope}
            consultations={entries.consultations}
            errors={{ scope: errorAt("scope"), consultation: errorAt("consultation") }}
          />
        )}
        {reachesBelow && (
          <Checkboxes
            name="below"
            label={t("invitations:new.where")}
            values={entries.below ? ["yes"] : []}
            choices={[{ value: "yes", label: t("roles:person.below") }]}
          />
        )}
        <Button>{t("invitations:new.send")}</Button>
      </form>
    </>
  );
}
