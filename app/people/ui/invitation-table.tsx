import { roleName } from "#app/people/role-name.ts";
import type { Role } from "#app/people/role.ts";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

export type InvitationRow = {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  sentAt: string;
  until: string;
  /** Whether its link has stopped opening. */
  isOver: boolean;
};

/** Invitations that wait, each with what can be done about it. */
export function InvitationTable({ rows, askPathOf }: { rows: readonly InvitationRow[]; askPathOf: (id: string) => string }) {
  const { t } = useWords();
  return (
    <Table
      caption={t("invitations:title")}
      captionSize="hidden"
      stacks
      columns={[
        { key: "name", heading: t("roles:column.name") },
        { key: "email", heading: t("roles:column.email") },
        { key: "roles", heading: t("roles:column.roles") },
        { key: "sent", heading: t("invitations:column.sent") },
        { key: "until", heading: t("invitations:column.until") },
        { key: "deeds", heading: t("invitations:column.deeds") },
      ]}
      rows={rows.map(({ id, name, email, roles, sentAt, until, isOver }) => ({
        key: id,
        cells: [
          <bdi key="name">{name}</bdi>,
          <bdi key="email">{email}</bdi>,
          <ul key="roles" className="govuk-list govuk-!-margin-bottom-0">
            {roles.map((role) => (
              <li key={role}>{roleName(t, role)}</li>
            ))}
          </ul>,
          sentAt,
          isOver ? t("invitations:over", { at: until }) : until,
          <form key="deeds" method="post" noValidate>
            <input type="hidden" name="invitation" value={id} />
            <button type="submit" className="link-button" name="deed" value="again" aria-label={t("invitations:again.whose", { name })}>
              {t("invitations:again.link")}
            </button>
            <p className="govuk-!-margin-bottom-0">
              <PageLink to={askPathOf(id)} aria-label={t("invitations:withdraw.whose", { name })}>
                {t("invitations:withdraw.link")}
              </PageLink>
            </p>
          </form>,
        ],
      }))}
    />
  );
}
