// Asks for the e-mail address of an account and sends a way in. Whether there is such an account is not told.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { identityProvider } from "#app/people/oidc.server.ts";
import { signInCodePath } from "#app/people/paths.ts";
import { sendPass } from "#app/people/passes.store.server.ts";
import { whoIs } from "#app/people/session.server.ts";
import { inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { localPath } from "#app/shared/local-path.ts";
import { titleOf } from "#app/shared/title.ts";
import { readEmail } from "#app/shared/typed.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { ByProvider } from "../ui/by-provider.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const to = localPath(new URL(request.url).searchParams.get("to"));
  if (await whoIs(request, context.now)) throw redirect(to ?? "/");
  return { to, provider: identityProvider()?.name ?? null, title: titleOf(wordsFor(context.language).t("people:signIn.title"), context.language) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, context }: ActionFunctionArgs) {
  const { t } = wordsFor(context.language);
  const form = await readForm(request);
  const typed = form.get("email") ?? "";
  const email = readEmail(typed)?.toLowerCase();
  if (!email) {
    const error = typed.trim() === "" ? t("people:signIn.error.missing") : t("people:signIn.error.malformed");
    return data({ email: typed, error }, { status: 422 });
  }
  const isWithin =
    (await isWithinLimit("sign-in from", context.address, 30, 900)) && (await isWithinLimit("sign-in to", email, 5, 900));
  if (!isWithin) return data({ email: typed, error: t("people:signIn.error.tooMany") }, { status: 429 });
  const to = localPath(form.get("to"));
  const passId = await inTransaction((transaction) => sendPass(transaction, { email, to, site: context.site, now: context.now }));
  return redirect(signInCodePath(passId, to));
}

export default function SignIn() {
  const { to, provider } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <>
      <ErrorSummary errors={tried ? [{ href: "#email", text: tried.error }] : []} />
      <PageHeading>{t("people:signIn.title")}</PageHeading>
      <p className="govuk-body">{t("people:signIn.noAccountNeeded")}</p>
      {provider !== null && <ByProvider name={provider} to={to} />}
      <form method="post" noValidate>
        {to && <input type="hidden" name="to" value={to} />}
        <TextField
          name="email"
          type="email"
          autoComplete="email"
          spellCheck={false}
          value={tried?.email}
          label={t("people:signIn.email")}
          hint={t("people:signIn.hint")}
          error={tried?.error}
        />
        <Button>{t("people:signIn.send")}</Button>
      </form>
    </>
  );
}
