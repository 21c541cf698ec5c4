// Somebody one turns to at an organisation.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { textIn } from "#app/shared/languages.ts";
import { useWords } from "#app/shared/ui/words.tsx";
import { loadContact, takeContact } from "../contact-page.server.ts";
import { requireOrganisationKeeper } from "../organisation-guard.server.ts";
import { organisationContactPath, organisationPath } from "../organisation-paths.ts";
import { holdOrganisation } from "../organisations.store.server.ts";
import { ContactPage } from "../ui/contact-page.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, organisation } = await requireOrganisationKeeper(args);
  return { partnership, organisation, ...(await loadContact(args, partnership, { of: { organisationId: organisation.id }, name: organisation.name })) };
}

export async function action(args: ActionFunctionArgs) {
  const keeper = await requireOrganisationKeeper(args);
  const { partnership } = keeper;
  const { organisation: id = "" } = args.params;
  const done = await takeContact(args, keeper, async (transaction) => ({ organisationId: (await holdOrganisation(transaction, partnership.id, id)).id }));
  return typeof done === "string" ? redirect(`${organisationPath(partnership, { id })}?done=${done}`) : data(done, { status: 422 });
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OrganisationContactPage() {
  const { partnership, organisation, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useWords();
  const back = { to: organisationPath(partnership, organisation), text: textIn(organisation.name, language).text };
  return <ContactPage caption={organisation.name} {...{ back, ...loaded, refused }} pathOf={(id, query) => organisationContactPath(partnership, organisation, id, query)} />;
}
