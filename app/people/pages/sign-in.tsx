// The ways in: by e-mail and password, or by a letter. Whether there is such an account, and whether it has a password, is not told.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { identityProvider } from "#app/people/oidc.server.ts";
import { passwordPath, signInCodePath, signInPasskeyPath, signInPath } from "#app/people/paths.ts";
import { sendPass } from "#app/people/passes.store.server.ts";
import { pathOfLacking, signIn, whoIsAsking } from "#app/people/session.server.ts";
import { inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { localPath } from "#app/shared/local-path.ts";
import { titleOf } from "#app/shared/title.ts";
import { readEmail } from "#app/shared/typed.ts";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { minutesUntil } from "../failed-tries.ts";
import { forgiveTries, takeTry, tellFailure } from "../failed-tries.store.server.ts";
import { tryPassword } from "../passwords.store.server.ts";
import { ByProvider } from "../ui/by-provider.tsx";
import { PasswordField } from "../ui/password-field.tsx";

export async function loader({ request, context: { language, now } }: LoaderFunctionArgs) {
  const { t } = wordsFor(language);
  const query = new URL(request.url).searchParams;
  const to = localPath(query.get("to"));
  const isForgotten = query.has("forgotten");
  const asking = await whoIsAsking(request, now);
  const again = asking && query.has("again") ? { email: asking.signedIn.email } : null;
  if (asking && !again) throw redirect(pathOfLacking(asking.lacking, to ?? "/"));
  const heading = isForgotten ? t("people:forgotten.title") : again ? t("people:signIn.againTitle") : t("people:signIn.title");
  return { to, again, isForgotten, hasAccepted: query.has("accepted"), heading, provider: identityProvider()?.name ?? null, title: titleOf(heading, language) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const handle = { scripts: ["password-field"] };

export async function action({ request, context }: ActionFunctionArgs) {
  const { t, number } = wordsFor(context.language);
  const { now, address } = context;
  const form = await readForm(request);
  const typed = form.get("email") ?? "";
  const refuse = (field: "email" | "password", error: string, status = 422) => data({ email: typed, field, error }, { status });
  const email = readEmail(typed)?.toLowerCase();
  if (!email) return refuse("email", typed.trim() === "" ? t("people:signIn.error.missing") : t("people:signIn.error.malformed"));
  const to = localPath(form.get("to"));
  const password = form.get("password") ?? "";
  if (form.get("by") === "letter" || password === "") {
    const isWithin = (await isWithinLimit("sign-in from", address, 30, 900)) && (await isWithinLimit("sign-in to", email, 5, 900));
    if (!isWithin) return refuse("email", t("people:signIn.error.tooMany"), 429);
    const passId = await inTransaction((transaction) => sendPass(transaction, { email, to, site: context.site, now }));
    return redirect(signInCodePath(passId, to));
  }
  if (!(await isWithinLimit("password from", address, 60, 900))) return refuse("email", t("people:signIn.error.tooMany"), 429);
  const waitUntil = await takeTry("password", email, now);
  if (waitUntil) {
    const minutes = minutesUntil(waitUntil, now);
    return refuse("password", t("people:signIn.error.wait", { count: minutes, number: number(minutes) }), 429);
  }
  const { personId, isRight } = await tryPassword(email, password);
  if (!isRight || personId === null) {
    await tellFailure("password", email, personId);
    return refuse("password", t("people:signIn.error.wrong"));
  }
  const entered = await inTransaction(async (transaction) => {
    await forgiveTries(transaction, "password", email);
    return signIn(transaction, request, { personId, by: "password", to, now });
  });
  return redirect(entered.to, { headers: { "Set-Cookie": entered.cookie } });
}

export default function SignIn() {
  const { to, again, isForgotten, hasAccepted, heading, provider } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const { t } = useWords();
  const errorOf = (field: "email" | "password") => (tried?.field === field ? tried.error : undefined);
  return (
    <>
      <ErrorSummary errors={tried ? [{ href: `#${tried.field}`, text: tried.error }] : []} />
      {hasAccepted && (
        <NotificationBanner kind="success">
          <p className="govuk-notification-banner__heading">{t("people:signIn.accepted")}</p>
        </NotificationBanner>
      )}
      <PageHeading>{heading}</PageHeading>
      {again && <InsetText>{t("people:signIn.again")}</InsetText>}
      <p className="govuk-body">{isForgotten ? t("people:forgotten.text") : t("people:signIn.noAccountNeeded")}</p>
      {provider !== null && <ByProvider name={provider} to={to} again={again !== null} />}
      <form method="post" noValidate>
        {to && <input type="hidden" name="to" value={to} />}
        <TextField
          name="email"
          type="email"
          autoComplete="username"
          spellCheck={false}
          value={tried?.email ?? again?.email}
          label={t("people:signIn.email")}
          hint={t("people:signIn.hint")}
          error={errorOf("email")}
        />
        {!isForgotten && (
          <PasswordField
            name="password"
            autoComplete="current-password"
            label={t("people:signIn.password")}
            hint={t("people:signIn.passwordHint")}
            error={errorOf("password")}
          />
        )}
        <ButtonGroup>
          {!isForgotten && <Button>{t("people:signIn.title")}</Button>}
          <Button look={isForgotten ? "main" : "secondary"} name="by" value="letter">
            {t("people:signIn.send")}
          </Button>
        </ButtonGroup>
      </form>
      {!isForgotten && (
        <p className="govuk-body">
          <PageLink to={signInPasskeyPath({ to })}>{t("people:passkey.title")}</PageLink>
        </p>
      )}
      <p className="govuk-body">
        {isForgotten ? (
          <PageLink to={signInPath(to)}>{t("people:forgotten.back")}</PageLink>
        ) : (
          <PageLink to={signInPath(passwordPath(), { forgotten: true })}>{t("people:signIn.forgotten")}</PageLink>
        )}
      </p>
    </>
  );
}
