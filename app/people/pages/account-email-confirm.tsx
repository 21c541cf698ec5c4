// Where the link to a new address leads. Opening it uses nothing up, because programs that check mail open links too.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { tooMany } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { Button, ButtonLink } from "#app/shared/ui/button.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { confirmEmail, findEmailOfLink } from "../account.store.server.ts";
import { accountEmailPath, accountPath } from "../paths.ts";
import { endAllSessions, endOtherSessions, whoIsAsking } from "../session.server.ts";

export async function loader({ request, context: { language, now, address } }: LoaderFunctionArgs) {
  if (!(await isWithinLimit("new address link", address, 60, 900))) throw tooMany();
  const { t } = wordsFor(language);
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const email = await findEmailOfLink(db(), token, now);
  const heading = email === null ? t("people:link.dead") : t("account:email.confirm.title");
  return data({ token, email, heading, title: titleOf(heading, language) }, { status: email === null ? 410 : 200 });
}

export const headers = () => ({ "Cache-Control": "no-store" });

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export async function action({ request, context: { now, address } }: ActionFunctionArgs) {
  if (!(await isWithinLimit("new address link", address, 60, 900))) throw tooMany();
  const token = (await readForm(request)).get("token") ?? "";
  const asking = await whoIsAsking(request, now);
  const personId = await inTransaction(async (transaction) => {
    const confirmed = await confirmEmail(transaction, token, now);
    if (confirmed === null) return null;
    if (asking?.signedIn.personId === confirmed) await endOtherSessions(transaction, asking);
    else await endAllSessions(transaction, confirmed, now);
    return confirmed;
  });
  // The loader then says that the link is dead.
  if (personId === null) return data(null, { status: 410 });
  return redirect(accountPath({ done: "email" }));
}

export default function AccountEmailConfirm() {
  const { token, email, heading } = useLoaderData<typeof loader>();
  const { t } = useWords();
  if (email === null) {
    return (
      <>
        <PageHeading>{heading}</PageHeading>
        <p className="govuk-body">{t("account:email.confirm.dead")}</p>
        <ButtonLink to={accountEmailPath}>{t("account:email.title")}</ButtonLink>
      </>
    );
  }
  return (
    <>
      <PageHeading>{heading}</PageHeading>
      <p className="govuk-body">{t("account:email.confirm.text", { email })}</p>
      <form method="post" noValidate>
        <input type="hidden" name="token" value={token} />
        <Button>{t("account:email.confirm.yes")}</Button>
      </form>
    </>
  );
}
