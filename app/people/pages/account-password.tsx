// Chooses a password or changes it. Whoever has forgotten theirs signs in by e-mail, and is not asked for it then.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listPartnerships } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { localPath } from "#app/shared/local-path.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { isCommonPassword } from "../common-passwords.server.ts";
import { minutesUntil } from "../failed-tries.ts";
import { forgiveTries, takeTry, tellFailure } from "../failed-tries.store.server.ts";
import { knownWords, longestPassword, problemOfPassword, shortestPassword } from "../password.ts";
import { hasPassword, isPasswordOf, savePassword } from "../passwords.store.server.ts";
import { accountPath, passwordPath, signInPath } from "../paths.ts";
import type { SignedIn } from "../role.ts";
import { isByLetter } from "../second-factor.ts";
import { endOtherSessions, requireSettingUp, type Asking } from "../session.server.ts";
import { PasswordField } from "../ui/password-field.tsx";

async function asksForCurrent({ signedIn, by }: Asking): Promise<boolean> {
  return !isByLetter(by) && (await hasPassword(db(), signedIn.personId));
}

export async function loader({ request, context: { language, now } }: LoaderFunctionArgs) {
  const { t } = wordsFor(language);
  const asking = await requireSettingUp(request, now);
  const { personId, email } = asking.signedIn;
  const isSettingUp = asking.lacking === "set-up";
  const heading = (await hasPassword(db(), personId)) ? t("account:password.change") : t("account:password.choose");
  const to = localPath(new URL(request.url).searchParams.get("to"));
  return { to, email, isSettingUp, asksCurrent: await asksForCurrent(asking), heading, title: titleOf(heading, language) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const handle = { scripts: ["password-field"] };

export async function action({ request, context: { language, now } }: ActionFunctionArgs) {
  const { t, number } = wordsFor(language);
  const asking = await requireSettingUp(request, now, passwordPath());
  const { signedIn } = asking;
  const form = await readForm(request);
  const typed = form.get("new-password") ?? "";
  const errors: { field: "current-password" | "new-password"; text: string; status: number }[] = [];
  if (await asksForCurrent(asking)) {
    const current = form.get("current-password") ?? "";
    const waitUntil = current === "" ? null : await takeTry("password", signedIn.email, now);
    const refuse = (text: string, status = 422) => errors.push({ field: "current-password", text, status });
    if (current === "") refuse(t("account:password.problem.current-missing"));
    else if (waitUntil) {
      const minutes = minutesUntil(waitUntil, now);
      refuse(t("people:signIn.error.wait", { count: minutes, number: number(minutes) }), 429);
    } else if (await isPasswordOf(signedIn.personId, current)) await forgiveTries(db(), "password", signedIn.email);
    else {
      await tellFailure("password", signedIn.email, signedIn.personId);
      refuse(t("account:password.problem.current-wrong"));
    }
  }
  const problem = problemOfPassword(typed, await wordsKnownOf(signedIn), isCommonPassword);
  if (problem) {
    const values = { shortest: number(shortestPassword), longest: number(longestPassword) };
    errors.push({ field: "new-password", text: t(`account:password.problem.${problem}`, values), status: 422 });
  }
  if (errors.length > 0) return data({ errors }, { status: errors[0]!.status });
  await savePassword(signedIn, typed, now, (transaction) => endOtherSessions(transaction, asking));
  return redirect(localPath(form.get("to")) ?? accountPath({ done: "password" }));
}

async function wordsKnownOf(person: SignedIn): Promise<string[]> {
  const held = new Set([...person.grants, ...person.consultationGrants].map(({ partnershipId }) => partnershipId));
  const names = (await listPartnerships(db())).filter(({ id }) => held.has(id)).flatMap(({ name }) => Object.values(name));
  return knownWords(person, names);
}

export default function AccountPassword() {
  const { to, email, isSettingUp, asksCurrent, heading } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const { t, number } = useWords();
  const errorOf = (field: string) => tried?.errors.find((error) => error.field === field)?.text;
  return (
    <>
      {!isSettingUp && <BackLink to={accountPath()} text={t("account:title")} />}
      <ErrorSummary errors={(tried?.errors ?? []).map(({ field, text }) => ({ href: `#${field}`, text }))} />
      <PageHeading>{heading}</PageHeading>
      <p className="govuk-body">{t("account:password.text")}</p>
      <form method="post" noValidate>
        {to && <input type="hidden" name="to" value={to} />}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        {asksCurrent && (
          <PasswordField
            name="current-password"
            autoComplete="current-password"
            label={t("account:password.current")}
            error={errorOf("current-password")}
          />
        )}
        <PasswordField
          name="new-password"
          autoComplete="new-password"
          label={asksCurrent ? t("account:password.new") : t("people:signIn.password")}
          hint={t("account:password.hint", { shortest: number(shortestPassword) })}
          error={errorOf("new-password")}
        />
        <ButtonGroup>
          <Button>{t("account:password.save")}</Button>
          {isSettingUp && to && <PageLink to={to}>{t("account:password.skip")}</PageLink>}
        </ButtonGroup>
      </form>
      {asksCurrent && (
        <p className="govuk-body">
          <PageLink to={signInPath(passwordPath(), { again: true, forgotten: true })}>{t("people:signIn.forgotten")}</PageLink>
        </p>
      )}
    </>
  );
}
