// Changes to a partnership's settings, each written to the audit log with the names of what changed and none of its words.
import type { Partnership } from "#app/partnerships/partnership.ts";
import { changeLogo, changePartnership, findPartnershipById, type PartnershipChange } from "#app/partnerships/store.server.ts";
import { removeFile } from "#app/files/store.server.ts";
import { recordAudit, type AuditFact } from "#app/shared/audit.server.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import type { SettingsPart } from "#app/partnerships/paths.ts";

/** Whose settings they are and who changes them. */
export type Changing = { partnership: { id: string }; personId: string };

/** Writes down that a part of the settings was changed. */
export async function recordChange(
  transaction: Transaction,
  { partnership: { id }, personId }: Changing,
  part: SettingsPart,
  facts: AuditFact["facts"] = {},
): Promise<void> {
  const action = `partnership.change-${part}`;
  await recordAudit(transaction, { partnershipId: id, personId, action, subjectKind: "partnership", subjectId: id, facts });
}

/** The names of what differs, of a text or of ways to reach somebody each its own: "name.cy", "contact.post". */
function namesOfChanges(before: Partnership, change: PartnershipChange): string[] {
  return Object.entries(change).flatMap(([field, after]) => {
    const old: unknown = before[field as keyof PartnershipChange];
    if (after === null || typeof after !== "object") return after === old ? [] : [field];
    const parts = new Set([...Object.keys(after), ...Object.keys(old ?? {})]);
    const at = (whole: unknown, part: string) => (whole as Record<string, unknown> | null)?.[part];
    return [...parts].filter((part) => at(after, part) !== at(old, part)).map((part) => `${field}.${part}`);
  });
}

/** Changes what differs; whether anything did. */
export async function changeSettings(
  transaction: Transaction,
  changing: Changing,
  part: SettingsPart,
  change: PartnershipChange,
): Promise<boolean> {
  const before = await findPartnershipById(transaction, changing.partnership.id);
  const names = namesOfChanges(before, change);
  if (names.length === 0) return false;
  await changePartnership(transaction, changing.partnership.id, change);
  const { accentColour: to } = change;
  const colours = to !== undefined && { from: before.accentColour, to };
  await recordChange(transaction, changing, part, { changed: names.join(" "), ...colours });
  return true;
}

/** Puts another logo beside the name, or none; the file of the one before goes. */
export async function changeLogoSettings(transaction: Transaction, changing: Changing, logo: Partnership["logo"]): Promise<void> {
  const { id } = changing.partnership;
  const old = await changeLogo(transaction, id, logo);
  if (old) await removeFile(transaction, id, old);
  await recordChange(transaction, changing, "logo", { fileId: logo?.fileId ?? null });
}
