// Somebody one turns to about a body.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { db } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { useWords } from "#app/shared/ui/words.tsx";
import { findBody, holdBody } from "../bodies.store.server.ts";
import { bodyContactPath, officeBodyPath } from "../body-paths.ts";
import { loadContact, takeContact } from "../contact-page.server.ts";
import { mayKeepBodies } from "../policy.ts";
import { ContactPage } from "../ui/contact-page.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership } = await requireWhoMay(args, mayKeepBodies);
  const { id, slug, name } = await findBody(db(), partnership.id, args.params.body);
  return { partnership, body: { slug, name }, ...(await loadContact(args, partnership, { of: { bodyId: id }, name })) };
}

export async function action(args: ActionFunctionArgs) {
  const keeper = await requireWhoMay(args, mayKeepBodies);
  const { partnership } = keeper;
  const { body: slug = "" } = args.params;
  const done = await takeContact(args, keeper, async (transaction) => ({ bodyId: (await holdBody(transaction, partnership.id, slug)).id }));
  return typeof done === "string" ? redirect(officeBodyPath(partnership, { slug }, { done: "saved" })) : data(done, { status: 422 });
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function BodyContactPage() {
  const { partnership, body, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useWords();
  const back = { to: officeBodyPath(partnership, body), text: textIn(body.name, language).text };
  return <ContactPage caption={body.name} {...{ back, ...loaded, refused }} pathOf={(id, query) => bodyContactPath(partnership, body, id, query)} />;
}
