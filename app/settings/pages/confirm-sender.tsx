// Where the link leads of a letter that asks whether letters may come from an address. Opening it changes nothing, because
// programs that check mail open links too: a person presses the button. Whoever reads the address needs no account.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { partnershipPath } from "#app/partnerships/paths.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { tooMany } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { confirmSender, findSenderOfLink } from "../senders.store.server.ts";

export async function loader({ params, request, context: { language, now, address: from } }: LoaderFunctionArgs) {
  const { t } = wordsFor(language);
  if (!(await isWithinLimit("sender link", from, 60, 900))) throw tooMany();
  const partnership = await findPartnership(db(), params.partnership);
  const search = new URL(request.url).searchParams;
  const token = search.get("token") ?? "";
  const asked = await findSenderOfLink(db(), partnership.id, token, now);
  const state = asked !== null ? "title" : search.has("done") ? "done" : "dead";
  return data(
    {
      ...{ token, state, address: asked ?? partnership.senderAddress, name: textIn(partnership.name, language).text },
      title: titleOf(t(`settings:confirm.${state}`), language, partnership),
    },
    { status: state === "dead" ? 410 : 200 },
  );
}

export const headers = () => ({ "Cache-Control": "no-store" });

export async function action({ params, request, context: { now, address: from } }: ActionFunctionArgs) {
  if (!(await isWithinLimit("sender link", from, 60, 900))) throw tooMany();
  const partnership = await findPartnership(db(), params.partnership);
  const token = (await readForm(request)).get("token") ?? "";
  const isConfirmed = await inTransaction((transaction) => confirmSender(transaction, partnership.id, token, now));
  // The loader then says that the link is dead.
  return isConfirmed ? redirect(`${partnershipPath(partnership)}/sender?done`) : data(null, { status: 410 });
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ConfirmSenderPage() {
  const { token, state, address, name } = useLoaderData<typeof loader>();
  const { t } = useWords();
  if (state !== "title") {
    return (
      <>
        <PageHeading>{t(`settings:confirm.${state}`)}</PageHeading>
        <p className="govuk-body">{t(`settings:confirm.${state}-text`, { name, address })}</p>
      </>
    );
  }
  return (
    <>
      <PageHeading>{t("settings:confirm.title")}</PageHeading>
      <p className="govuk-body">{t("settings:confirm.text", { name, address })}</p>
      <form method="post" noValidate>
        <input type="hidden" name="token" value={token} />
        <Button>{t("settings:confirm.yes")}</Button>
      </form>
      <p className="govuk-body">{t("settings:confirm.no")}</p>
    </>
  );
}
