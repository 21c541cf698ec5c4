import { useWords } from "./words.tsx";

/** How to reach somebody; a way that is not given is not shown. */
export type Contact = { telephone?: string | undefined; email?: string | undefined; post?: string | undefined };

export function hasContact(contact: Contact | undefined): contact is Contact {
  return Boolean(contact?.telephone || contact?.email || contact?.post);
}

/** The ways to reach somebody; numbers and addresses keep their own direction on a page that reads from the right. */
export function ContactList({ contact }: { contact: Contact }) {
  const { t } = useWords();
  return (
    <ul className="contact">
      {contact.telephone && (
        <li>
          <strong>{t("shared:contact.telephone")}</strong>{" "}
          <a className="govuk-link" href={`tel:${contact.telephone.replaceAll(/[^+\d]/g, "")}`}>
            <bdi>{contact.telephone}</bdi>
          </a>
        </li>
      )}
      {contact.email && (
        <li>
          <strong>{t("shared:contact.email")}</strong>{" "}
          <a className="govuk-link" href={`mailto:${contact.email}`}>
            <bdi>{contact.email}</bdi>
          </a>
        </li>
      )}
      {contact.post && (
        <li>
          <strong>{t("shared:contact.post")}</strong> <bdi>{contact.post}</bdi>
        </li>
      )}
    </ul>
  );
}
