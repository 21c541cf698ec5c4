// Asks for another address of the account; it becomes that once whoever reads its mail has said yes.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { readEmail } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { askNewEmail, findPendingEmail } from "../account.store.server.ts";
import { accountEmailPath, accountPath } from "../paths.ts";
import { requireRecent } from "../session.server.ts";

export async function loader({ request, context: { language, now } }: LoaderFunctionArgs) {
  const { personId, email } = (await requireRecent(request, now, accountEmailPath)).signedIn;
  const pending = await findPendingEmail(db(), personId, now);
  return { email, pending, title: titleOf(wordsFor(language).t("account:email.title"), language) };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export async function action({ request, context: { language, now, site } }: ActionFunctionArgs) {
  const { signedIn } = await requireRecent(request, now, accountEmailPath);
  const { t } = wordsFor(language);
  const typed = (await readForm(request)).get("email") ?? "";
  const refuse = (error: string, status = 422) => data({ email: typed, error }, { status });
  const email = readEmail(typed)?.toLowerCase();
  if (!email) return refuse(typed.trim() === "" ? t("account:email.problem.missing") : t("people:signIn.error.malformed"));
  if (email === signedIn.email) return refuse(t("account:email.problem.same"));
  if (!(await isWithinLimit("new address", signedIn.personId, 5, 3600))) return refuse(t("account:email.problem.tooMany"), 429);
  await inTransaction((transaction) => askNewEmail(transaction, signedIn, email, { site, now }));
  return redirect(accountEmailPath);
}

export default function AccountEmail() {
  const { email, pending } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <>
      <BackLink to={accountPath()} text={t("account:title")} />
      <ErrorSummary errors={tried ? [{ href: "#email", text: tried.error }] : []} />
      {pending && !tried && <NotificationBanner>{t("account:email.waits", { email: pending })}</NotificationBanner>}
      <PageHeading>{t("account:email.title")}</PageHeading>
      <p className="govuk-body">{t("account:email.text", { email })}</p>
      <form method="post" noValidate>
        <TextField
          name="email"
          type="email"
          autoComplete="email"
          spellCheck={false}
          value={tried?.email}
          label={t("account:email.new")}
          error={tried?.error}
        />
        <Button>{t("account:email.ask")}</Button>
      </form>
    </>
  );
}
