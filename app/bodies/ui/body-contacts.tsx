import type { Text } from "#app/shared/languages.ts";
import { ContactList, hasContact, type Contact } from "#app/shared/ui/contact-list.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";

export type NamedContact = Contact & { id: string; name: string; role: Text };

/** Those who agreed to be turned to, what they are there and how to reach them. */
export function BodyContacts({ contacts }: { contacts: readonly NamedContact[] }) {
  if (contacts.length === 0) return null;
  return (
    <ul className="govuk-list govuk-list--spaced">
      {contacts.map((contact) => (
        <li key={contact.id}>
          <strong>
            <bdi>{contact.name}</bdi>
          </strong>
          {Object.keys(contact.role).length > 0 && (
            <>
              <br />
              <InLanguage text={contact.role} />
            </>
          )}
          {hasContact(contact) && <ContactList contact={contact} />}
        </li>
      ))}
    </ul>
  );
}
