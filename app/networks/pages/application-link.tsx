// Where the link leads of the letter to whoever asked to join: to say that it was they who wrote. Opening it changes nothing, because
// programs that check mail open links too.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { tooMany } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { confirmApplication, findByLink } from "../applications.store.server.ts";
import { findNetwork } from "../networks.store.server.ts";
import { applicationLinkPath } from "../paths.ts";

async function findNamed({ params, context: { address } }: Pick<LoaderFunctionArgs, "params" | "context">) {
  if (!(await isWithinLimit("network link", address, 60, 900))) throw tooMany();
  const partnership = await findPartnership(db(), params.partnership);
  return { partnership, network: await findNetwork(db(), partnership.id, params.network) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, network } = await findNamed(args);
  const token = new URL(args.request.url).searchParams.get("key") ?? "";
  const application = await findByLink(db(), network, token, now);
  const state = application === null ? "dead" : application.confirmedAt === null ? "asked" : "confirmed";
  return data(
    { title: titleOf(wordsFor(language).t(`networks:applied.${state}.title`), language, partnership), network, state, token, organisation: application?.organisation ?? "" },
    { status: state === "dead" ? 410 : 200 },
  );
}

export const headers = () => ({ "Cache-Control": "no-store" });

export async function action(args: ActionFunctionArgs) {
  const { partnership, network } = await findNamed(args);
  const token = (await readForm(args.request)).get("key") ?? "";
  const found = await inTransaction(async (transaction) => {
    const application = await findByLink(transaction, network, token, args.context.now);
    if (application) await confirmApplication(transaction, application, args.context.now);
    return application;
  });
  // The loader then says that the link is dead.
  return found ? redirect(applicationLinkPath(partnership, network, token)) : data(null, { status: 410 });
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ApplicationLinkPage() {
  const { network, state, token, organisation } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <>
      <PageHeading caption={<InLanguage text={network.name} />}>{t(`networks:applied.${state}.title`)}</PageHeading>
      <p className="govuk-body">{t(`networks:applied.${state}.text`, { organisation })}</p>
      {state === "asked" && (
        <form method="post" noValidate>
          <input type="hidden" name="key" value={token} />
          <Button>{t("networks:applied.asked.button")}</Button>
        </form>
      )}
    </>
  );
}
