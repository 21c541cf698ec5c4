// Where the link of an invitation leads, to get no more of them. Opening it changes nothing, because programs that check mail open
// links too; a press does, and so does the one press that mail programs offer themselves [RFC 8058]. It can be undone.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isLinkAllowed, keyOf, readLinkPost } from "#app/files/letter-link.server.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { badRequest, tooMany } from "#app/shared/responses.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { unsubscribePath } from "../paths.ts";
import { findUnsubscribing, setUnsubscribed } from "../stopped.store.server.ts";

const isAllowed = (address: string) => isLinkAllowed("unsubscribing", address);

export async function loader({ params, request, context: { language, address } }: LoaderFunctionArgs) {
  if (!(await isAllowed(address))) throw tooMany();
  const partnership = await findPartnership(db(), params.partnership);
  const found = await findUnsubscribing(db(), partnership.id, keyOf(request));
  const state = found === null ? "dead" : found.isStopped ? "stopped" : "invited";
  const words = wordsFor(language);
  return data(
    { title: titleOf(words.t(`mailings:unsubscribe.${state}.title`), language, partnership), state, partnership, name: textIn(partnership.name, language).text },
    { status: state === "dead" ? 410 : 200 },
  );
}

export const headers = () => ({ "Cache-Control": "no-store" });

export async function action({ params, request, context: { now, address } }: ActionFunctionArgs) {
  if (!(await isAllowed(address))) throw tooMany();
  const partnership = await findPartnership(db(), params.partnership);
  const { isOneClick, deed } = await readLinkPost(request);
  const token = keyOf(request);
  const found = await findUnsubscribing(db(), partnership.id, token);
  if (!found) return data(null, { status: 410 });
  if (deed !== "stop" && deed !== "undo") throw badRequest();
  await inTransaction((transaction) => setUnsubscribed(transaction, found, deed === "stop", now));
  // a mail program does not follow, and needs no page
  return isOneClick ? data(null) : redirect(unsubscribePath(partnership, token));
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function UnsubscribePage() {
  const { state, partnership, name } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <>
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t(`mailings:unsubscribe.${state}.title`)}</PageHeading>
      <p className="govuk-body">{t(`mailings:unsubscribe.${state}.text`, { partnership: name })}</p>
      {state !== "dead" && (
        <form method="post" noValidate>
          <Button look={state === "invited" ? "main" : "secondary"} name="deed" value={state === "invited" ? "stop" : "undo"}>
            {t(`mailings:unsubscribe.${state}.button`)}
          </Button>
        </form>
      )}
    </>
  );
}
