// Asks for the second factor of whoever is signing in: a code of their app, or a recovery code in its place.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useHref, useLoaderData } from "@remix-run/react";
import { db } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { localPath } from "#app/shared/local-path.ts";
import { titleOf } from "#app/shared/title.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { hasAuthenticator } from "../authenticators.store.server.ts";
import { minutesUntil } from "../failed-tries.ts";
import { listPasskeys } from "../passkeys.store.server.ts";
import { secondStepPath, signInPasskeyPath, signOutPath } from "../paths.ts";
import { readRecoveryCode } from "../recovery-code.ts";
import { countRecoveryCodes } from "../recovery-codes.store.server.ts";
import { requireHalfway, tryAppCode, tryRecoveryCode } from "../second-step.server.ts";
import { readCode } from "../sign-in.ts";
import { findHomeOf } from "../store.server.ts";
import { CodeField } from "../ui/code-field.tsx";

export async function loader({ request, context: { language, now } }: LoaderFunctionArgs) {
  const { t } = wordsFor(language);
  const query = new URL(request.url).searchParams;
  const to = localPath(query.get("to"));
  const { personId, name } = (await requireHalfway(request, now, to)).signedIn;
  const hasApp = await hasAuthenticator(db(), personId);
  const hasPasskey = (await listPasskeys(db(), personId)).length > 0;
  const hasCodes = (await countRecoveryCodes(db(), personId)) > 0;
  if (!hasApp && query.get("using") !== "recovery-code" && hasPasskey) throw redirect(signInPasskeyPath({ to }));
  const kind = hasApp && query.get("using") !== "recovery-code" ? ("app" as const) : ("recovery" as const);
  const heading = t(`people:secondStep.${kind}.title`);
  return { to, name, hasApp, hasCodes, hasPasskey, kind, heading, title: titleOf(heading, language) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, context: { language, now, address } }: ActionFunctionArgs) {
  const { t, number } = wordsFor(language);
  const form = await readForm(request);
  const to = localPath(form.get("to"));
  const asking = await requireHalfway(request, now, to);
  const typed = form.get("code") ?? "";
  const refuse = (error: string, status = 422) => data({ code: typed, error }, { status });
  const kind = form.get("kind") === "recovery" ? "recovery" : "app";
  const code = kind === "recovery" ? readRecoveryCode(typed) : readCode(typed);
  if (!code) return refuse(t(`people:secondStep.${kind}.${typed.trim() === "" ? "missing" : "malformed"}`));
  if (!(await isWithinLimit("second step", address, 60, 900))) return refuse(t("people:signIn.error.tooMany"), 429);
  const tried = await (kind === "recovery" ? tryRecoveryCode : tryAppCode)(request, code, { asking, now });
  if (tried.ok) return redirect(to ?? (await findHomeOf(db(), asking.signedIn.personId)), { headers: { "Set-Cookie": tried.value } });
  const { problem } = tried;
  if (problem.kind === "wrong") return refuse(t(`people:secondStep.${kind}.wrong`));
  if (problem.kind === "tooMany") return refuse(t("people:signIn.error.tooMany"), 429);
  const minutes = minutesUntil(problem.until, now);
  return refuse(t("people:secondStep.wait", { count: minutes, number: number(minutes) }), 429);
}

export default function SecondStep() {
  const { to, name, hasApp, hasCodes, hasPasskey, kind, heading } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const { t } = useWords();
  const signOut = useHref(signOutPath);
  const isByApp = kind === "app";
  return (
    <>
      <ErrorSummary errors={tried ? [{ href: "#code", text: tried.error }] : []} />
      <PageHeading>{heading}</PageHeading>
      <p className="govuk-body">{t(`people:secondStep.${kind}.text`, { name })}</p>
      <form method="post" noValidate>
        <input type="hidden" name="kind" value={kind} />
        {to && <input type="hidden" name="to" value={to} />}
        <CodeField label={t(`people:secondStep.${kind}.label`)} hint={t(`people:secondStep.${kind}.hint`)} tried={tried} isRecovery={!isByApp} />
        <Button>{t("people:secondStep.go")}</Button>
      </form>
      <h2 className="govuk-heading-m">{t("people:secondStep.other")}</h2>
      {isByApp && hasCodes && (
        <p className="govuk-body">
          <PageLink to={secondStepPath({ to, using: "recovery-code" })}>{t("people:secondStep.useRecovery")}</PageLink>
        </p>
      )}
      {hasPasskey && (
        <p className="govuk-body">
          <PageLink to={signInPasskeyPath({ to })}>{t("people:passkey.title")}</PageLink>
        </p>
      )}
      {!isByApp && hasApp && (
        <p className="govuk-body">
          <PageLink to={secondStepPath({ to })}>{t("people:secondStep.useApp")}</PageLink>
        </p>
      )}
      <p className="govuk-body">{t("people:secondStep.lost")}</p>
      <form method="post" action={signOut}>
        <Button look="secondary">{t("people:secondStep.cancel")}</Button>
      </form>
    </>
  );
}
