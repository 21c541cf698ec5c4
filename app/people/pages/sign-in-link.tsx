// Where the link of a letter leads. Opening it uses nothing up, because programs that check mail open links too: a person
// presses the button.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { signInPath } from "#app/people/paths.ts";
import { findPersonOfLink, useLink } from "#app/people/passes.store.server.ts";
import { signIn } from "#app/people/session.server.ts";
import { findPerson } from "#app/people/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { localPath } from "#app/shared/local-path.ts";
import { tooMany } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { Button, ButtonLink } from "#app/shared/ui/button.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";

export async function loader({ request, context: { language, now, address } }: LoaderFunctionArgs) {
  const { t } = wordsFor(language);
  if (!(await isWithinLimit("sign-in link", address, 60, 900))) throw tooMany();
  const query = new URL(request.url).searchParams;
  const token = query.get("token") ?? "";
  const to = localPath(query.get("to"));
  const personId = await findPersonOfLink(db(), token, now);
  const name = personId === null ? null : (await findPerson(db(), personId)).name;
  const title = name === null ? t("people:link.dead") : t("people:link.title");
  return data({ token, to, name, title: titleOf(title, language) }, { status: name === null ? 410 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, context: { now } }: ActionFunctionArgs) {
  const form = await readForm(request);
  const opened = await inTransaction(async (transaction) => {
    const personId = await useLink(transaction, form.get("token") ?? "", now);
    return personId === null ? null : signIn(transaction, request, { personId, by: "link", to: localPath(form.get("to")), now });
  });
  // The loader then says that the link is dead.
  if (!opened) return data(null, { status: 410 });
  return redirect(opened.to, { headers: { "Set-Cookie": opened.cookie } });
}

export default function SignInLink() {
  const { token, to, name } = useLoaderData<typeof loader>();
  const { t } = useWords();
  if (name === null) {
    return (
      <>
        <PageHeading>{t("people:link.dead")}</PageHeading>
        <p className="govuk-body">{t("people:link.why")}</p>
        <ButtonLink to={signInPath(to)}>{t("people:askAgain")}</ButtonLink>
      </>
    );
  }
  return (
    <>
      <PageHeading>{t("people:link.title")}</PageHeading>
      <p className="govuk-body">{t("people:link.press")}</p>
      <form method="post" noValidate>
        <input type="hidden" name="token" value={token} />
        {to && <input type="hidden" name="to" value={to} />}
        <Button>{t("people:link.signInAs", { name })}</Button>
      </form>
    </>
  );
}
