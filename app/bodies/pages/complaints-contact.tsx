// Somebody one turns to with a complaint about the partnership.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { useWords } from "#app/shared/ui/words.tsx";
import { complaintsContactPath, standingPath } from "../body-paths.ts";
import { loadContact, takeContact } from "../contact-page.server.ts";
import { mayKeepBodies } from "../policy.ts";
import { holdStanding } from "../standing.store.server.ts";
import { ContactPage } from "../ui/contact-page.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership } = await requireWhoMay(args, mayKeepBodies);
  return { partnership, ...(await loadContact(args, partnership, { of: { complaints: true }, name: partnership.name })) };
}

export async function action(args: ActionFunctionArgs) {
  const keeper = await requireWhoMay(args, mayKeepBodies);
  const { partnership } = keeper;
  const done = await takeContact(args, keeper, async (transaction) => {
    await holdStanding(transaction, partnership.id);
    return { complaints: true };
  });
  return typeof done === "string" ? redirect(standingPath(partnership, { done: "saved" })) : data(done, { status: 422 });
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ComplaintsContactPage() {
  const { partnership, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  const back = { to: standingPath(partnership), text: t("seats:standing.title") };
  return <ContactPage caption={partnership.name} {...{ back, ...loaded, refused }} pathOf={(id, query) => complaintsContactPath(partnership, id, query)} />;
}
