// Who the safeguarding contacts of a partnership are; named by its administrators, who see nothing of what is raised.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { officePath, safeguardingContactsPath } from "#app/partnerships/paths.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { dismissContact, listContacts, listOthers, nameContact } from "../contacts.store.server.ts";
import { mayNameContacts } from "../policy.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership } = await requireWhoMay(args, mayNameContacts);
  const contacts = await listContacts(db(), partnership.id);
  return {
    title: titleOf(wordsFor(language).t("safeguarding:contacts.title"), language, partnership),
    partnership,
    contacts: contacts.map(({ id, name }) => ({ id, name })),
    others: await listOthers(db(), partnership.id),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, signedIn } = await requireWhoMay(args, mayNameContacts);
  const form = await readForm(args.request);
  const naming = { partnershipId: partnership.id, byId: signedIn.personId };
  const dismissed = form.get("dismiss");
  if (dismissed !== null) {
    await inTransaction((transaction) => dismissContact(transaction, { ...naming, personId: dismissed }));
    return redirect(safeguardingContactsPath(partnership));
  }
  const isNamed = await inTransaction((transaction) => nameContact(transaction, { ...naming, personId: form.get("person") ?? "", now }));
  if (!isNamed) return data({ problem: wordsFor(language).t("safeguarding:contacts.missing") }, { status: 422 });
  return redirect(safeguardingContactsPath(partnership));
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ContactsPage() {
  const { partnership, contacts, others } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <>
      <BackLink to={officePath(partnership)} text={t("safeguarding:contacts.back")} />
      <ErrorSummary errors={refused ? [{ href: "#person", text: refused.problem }] : []} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("safeguarding:contacts.title")}</PageHeading>
      <p className="govuk-body">{t("safeguarding:contacts.lead")}</p>
      {contacts.length === 0 ? (
        <p className="govuk-body">{t("safeguarding:contacts.none")}</p>
      ) : (
        <ul className="govuk-list govuk-list--spaced">
          {contacts.map(({ id, name }) => (
            <li key={id}>
              <form method="post">
                <bdi>{name}</bdi>{" "}
                <button type="submit" name="dismiss" value={id} className="link-button">
                  {t("safeguarding:contacts.dismiss")}
                  <span className="govuk-visually-hidden"> ({name})</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form method="post" noValidate>
        <Select
          name="person"
          label={t("safeguarding:contacts.person")}
          hint={t("safeguarding:contacts.person-hint")}
          error={refused?.problem}
          options={[{ value: "", label: t("safeguarding:contacts.choose") }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <Button>{t("safeguarding:contacts.name")}</Button>
      </form>
    </>
  );
}
