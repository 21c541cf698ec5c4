// Signs in with a passkey, which is both steps in one: something somebody has, that knows them.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { localPath } from "#app/shared/local-path.ts";
import { tooMany } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { askForPasskey, usePasskey } from "../passkeys.store.server.ts";
import { secondStepPath, signInPath } from "../paths.ts";
import { signIn, whoIsAsking } from "../session.server.ts";
import { PasskeyForm } from "../ui/passkey-form.tsx";

export async function loader({ request, context: { language, now, site, address } }: LoaderFunctionArgs) {
  if (!(await isWithinLimit("passkey asked", address, 120, 900))) throw tooMany();
  const { t } = wordsFor(language);
  const query = new URL(request.url).searchParams;
  const to = localPath(query.get("to"));
  const isHalfway = (await whoIsAsking(request, now))?.lacking === "second-step";
  return { to, isHalfway, options: await askForPasskey(db(), { site, now }), title: titleOf(t("people:passkey.title"), language) };
}

export const headers = () => ({ "Cache-Control": "no-store" });

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export const handle = { scripts: ["passkey"] };

export async function action({ request, context: { language, now, site, address } }: ActionFunctionArgs) {
  const { t } = wordsFor(language);
  if (!(await isWithinLimit("passkey from", address, 60, 900))) throw tooMany();
  const form = await readForm(request, { longest: 20_000 });
  const entered = await inTransaction(async (transaction) => {
    const personId = await usePasskey(transaction, { answer: form.get("answer") ?? "", site, now });
    if (personId === null) return null;
    return signIn(transaction, request, { personId, by: "passkey", to: localPath(form.get("to")), isSecondFactorGiven: true, now });
  });
  if (!entered) return data({ error: t("people:passkey.wrong") }, { status: 422 });
  return redirect(entered.to, { headers: { "Set-Cookie": entered.cookie } });
}

export default function SignInPasskey() {
  const { to, isHalfway, options } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <>
      <BackLink to={signInPath(to)} />
      <ErrorSummary errors={tried ? [{ href: "#passkey", text: tried.error }] : []} />
      <PageHeading>{t("people:passkey.title")}</PageHeading>
      <p className="govuk-body" id="passkey">
        {t("people:passkey.text")}
      </p>
      <PasskeyForm deed="show" options={options} button={t("people:passkey.go")}>
        {to && <input type="hidden" name="to" value={to} />}
      </PasskeyForm>
      {isHalfway && (
        <p className="govuk-body">
          <PageLink to={secondStepPath({ to, using: "recovery-code" })}>{t("people:secondStep.useRecovery")}</PageLink>
        </p>
      )}
    </>
  );
}
