// Signs out: the button in the header posts here; who opens the address gets a button to press.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findSignOutOf, identityProvider } from "#app/people/oidc.server.ts";
import { signInPath, signOutPath, signOutProviderPath } from "#app/people/paths.ts";
import { signOut, signOutEverywhere, whoIsAsking } from "#app/people/session.server.ts";
import { inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { Button, ButtonLink } from "#app/shared/ui/button.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { t } = wordsFor(context.language);
  const name = (await whoIsAsking(request, context.now))?.signedIn.name ?? null;
  const provider = identityProvider();
  const leavesProvider = name === null && provider !== undefined && (await findSignOutOf(provider, { site: context.site, now: context.now })) !== null;
  return { name, provider: leavesProvider ? provider.name : null, title: titleOf(name === null ? t("people:signOut.done") : t("people:signOut.title"), context.language) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, context }: ActionFunctionArgs) {
  const leave = (await readForm(request)).get("where") === "everywhere" ? signOutEverywhere : signOut;
  const cookie = await inTransaction((transaction) => leave(transaction, request, context.now));
  return redirect(signOutPath, { headers: { "Set-Cookie": cookie, "Clear-Site-Data": '"cache", "storage"' } });
}

export default function SignOut() {
  const { name, provider } = useLoaderData<typeof loader>();
  const { t } = useWords();
  if (name === null) {
    return (
      <>
        <PageHeading>{t("people:signOut.done")}</PageHeading>
        <p className="govuk-body">{t("people:signOut.shared")}</p>
        {provider !== null && (
          <p className="govuk-body">
            {t("provider:signOut.still", { name: provider })} <PageLink to={signOutProviderPath}>{t("provider:signOut.leave", { name: provider })}</PageLink>
          </p>
        )}
        <ButtonLink to={signInPath()} look="secondary">
          {t("people:signOut.again")}
        </ButtonLink>
      </>
    );
  }
  return (
    <>
      <PageHeading>{t("people:signOut.title")}</PageHeading>
      <p className="govuk-body">{t("people:signOut.as", { name })}</p>
      <form method="post" noValidate>
        <Button>{t("people:signOut.now")}</Button>
        <p className="govuk-body">{t("people:signOut.everywhereText")}</p>
        <Button look="secondary" name="where" value="everywhere">
          {t("people:signOut.everywhere")}
        </Button>
      </form>
    </>
  );
}
