import { isRole, type Role } from "#app/people/role.ts";
import { textIn, type Text } from "#app/shared/languages.ts";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Translate } from "#app/shared/words.ts";

/** A role and where it holds. */
export function GrantLine({ grant }: { grant: { role: string; partnership: Text; includesBelow: boolean } }) {
  const { t, language } = useWords();
  if (!isRole(grant.role)) return null;
  const where = { role: roleName(t, grant.role), partnership: textIn(grant.partnership, language).text };
  return <li>{grant.includesBelow ? t("people:grant.andBelow", where) : t("people:grant.here", where)}</li>;
}

function roleName(t: Translate, role: Role): string {
  switch (role) {
    case "administrator":
      return t("people:role.administrator");
    case "editor":
      return t("people:role.editor");
    case "approver":
      return t("people:role.approver");
    case "analyst":
      return t("people:role.analyst");
    case "statistics":
      return t("people:role.statistics");
    case "data-controller":
      return t("people:role.dataController");
    case "network-administrator":
      return t("people:role.networkAdministrator");
    case "parish-clerk":
      return t("people:role.parishClerk");
    case "representative":
      return t("people:role.representative");
    case "translator":
      return t("people:role.translator");
    case "scrutiny":
      return t("people:role.scrutiny");
  }
}
