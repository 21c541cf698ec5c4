import { roleName } from "#app/people/role-name.ts";
import { isRole } from "#app/people/role.ts";
import { textIn, type Text } from "#app/shared/languages.ts";
import { useWords } from "#app/shared/ui/words.tsx";

/** A role and where it holds. */
export function GrantLine({ grant }: { grant: { role: string; partnership: Text; includesBelow: boolean } }) {
  const { t, language } = useWords();
  if (!isRole(grant.role)) return null;
  const where = { role: roleName(t, grant.role), partnership: textIn(grant.partnership, language).text };
  return <li>{grant.includesBelow ? t("people:grant.andBelow", where) : t("people:grant.here", where)}</li>;
}
