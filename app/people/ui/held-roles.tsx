import { roleName } from "#app/people/role-name.ts";
import type { Role } from "#app/people/role.ts";
import { useWords } from "#app/shared/ui/words.tsx";

/** A role somebody has, as it is told: since which day, and the name of the partnership above that gave it. */
export type ShownRole = { role: Role; since: string; includesBelow: boolean; from: string | null; consultation: { title: string } | null };

/** One role in a sentence. */
export function HeldRoleLine({ held: { role, since, includesBelow, from, consultation } }: { held: ShownRole }) {
  const { t } = useWords();
  const told = { role: roleName(t, role), date: since };
  if (consultation) return <>{t("roles:line.consultation", { ...told, title: consultation.title })}</>;
  if (from !== null) return <>{t("roles:line.above", { ...told, partnership: from })}</>;
  return <>{includesBelow ? t("roles:line.below", told) : t("roles:line.here", told)}</>;
}
