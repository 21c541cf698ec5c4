// Those one turns to, each leading to where what is known of them is changed.
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { ContactHead } from "../contact.ts";

type ContactTableProps = { contacts: readonly (ContactHead & { id: string })[]; pathOf: (id: string) => string };

export function ContactTable({ contacts, pathOf }: ContactTableProps) {
  const { t } = useWords();
  if (contacts.length === 0) return <p className="govuk-body">{t("organisations:contacts.none")}</p>;
  return (
    <Table
      caption={t("organisations:contacts.title")}
      captionSize="hidden"
      stacks
      columns={(["name", "role", "email", "telephone", "isPublic"] as const).map((key) => ({ key, heading: t(`organisations:contacts.${key}`) }))}
      rows={contacts.map(({ id, name, role, email, telephone, isPublic }) => ({
        key: id,
        cells: [
          <PageLink key="name" to={pathOf(id)}>
            <bdi>{name}</bdi>
          </PageLink>,
          <InLanguage key="role" text={role} />,
          <bdi key="email">{email}</bdi>,
          <bdi key="telephone">{telephone}</bdi>,
          t(isPublic ? "organisations:contacts.is-public" : "organisations:contacts.is-not-public"),
        ],
      }))}
    />
  );
}
