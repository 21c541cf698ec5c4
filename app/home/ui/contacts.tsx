import type { Text } from "#app/shared/languages.ts";
import { ContactList, type Contact } from "#app/shared/ui/contact-list.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";

/** The partnerships of this site and how to reach each. */
export function Contacts({ partnerships }: { partnerships: readonly { id: string; name: Text; contact: Contact }[] }) {
  return (
    <ul className="govuk-list govuk-list--spaced">
      {partnerships.map(({ id, name, contact }) => (
        <li key={id}>
          <h3 className="govuk-heading-s">
            <InLanguage text={name} />
          </h3>
          <ContactList contact={contact} />
        </li>
      ))}
    </ul>
  );
}
