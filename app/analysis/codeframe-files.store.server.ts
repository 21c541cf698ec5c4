// Codes of a file brought into a codeframe, all of them or none. The caller holds the codeframe and has asked the policy.
import type { Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { defaultLanguage } from "#app/shared/languages.ts";
import { languagesTaken } from "./code.ts";
import { hasRoomFor, isEmptyFrame, type FileCode } from "./codeframe-file.ts";
import { listCodes } from "./codeframes.store.server.ts";
import { placeAtEnd, recordChange, type CodesBy } from "./codes.store.server.ts";

/** Why nothing was brought in; the words are `exchange:refused.<reason>`. */
export type NotBroughtIn = "full" | "names-taken";

/**
 * Adds the codes behind the themes there are, in one change that can be undone. In an empty codeframe what every one has is worded as
 * the file says. The same file sent again is the one that was brought in. Null where it was done.
 */
export async function importCodes(transaction: Transaction, by: CodesBy, file: readonly FileCode[]): Promise<NotBroughtIn | null> {
  const { partnershipId, id: codeframeId } = by.frame;
  const codes = await listCodes(transaction, by.frame);
  const added = file.filter(({ kind }) => kind === "usual");
  if (await isThere(transaction, by, added)) return null;
  if (!hasRoomFor(codes, file)) return "full";
  if (added.some(({ under, name }) => under === null && languagesTaken(codes, { id: null, parentId: null, name }).length > 0)) return "names-taken";
  const reworded = isEmptyFrame(codes) ? codes.filter((code) => file.some(({ kind }) => kind === code.kind)) : [];
  for (const code of reworded) await transaction.code.update({ where: { id: code.id }, data: textsOf(file.find(({ kind }) => kind === code.kind)!) });
  const ids = new Map<FileCode, string>();
  const idOf = (under: string | null) => (under === null ? null : ids.get(added.find(({ key }) => key === under)!)!);
  const places = new Map<string | null, number>([[null, placeAtEnd(codes, null)]]);
  for (const code of added) {
    const [id, parentId] = [newId(), idOf(code.under)];
    const place = places.get(parentId) ?? 1;
    places.set(parentId, place + 1);
    await transaction.code.create({ data: { id, partnershipId, codeframeId, parentId, place, ...textsOf(code) } });
    ids.set(code, id);
  }
  const made = [...ids.values()];
  const about = made[0] ?? reworded[0]?.id;
  if (about !== undefined) await recordChange(transaction, by, { kind: "import", codeId: about, before: reworded, made, facts: { added: made.length } });
  return null;
}

function textsOf({ name, definition, include, exclude, example, isCrossCutting, isEquality }: FileCode) {
  return { name, definition, include, exclude, example, isCrossCutting, isEquality };
}

/** Whether the last change that stands brought in codes of these names. */
async function isThere(transaction: Transaction, { frame }: CodesBy, added: readonly FileCode[]): Promise<boolean> {
  const last = await transaction.codeframeChange.findFirst({ where: { codeframeId: frame.id, undoneAt: null }, orderBy: { number: "desc" }, select: { kind: true, made: true } });
  if (last?.kind !== "import" || last.made.length !== added.length || added.length === 0) return false;
  const made = await listCodes(transaction, frame);
  const names = last.made.map((id) => made.find((code) => code.id === id)?.name[defaultLanguage]);
  return added.every(({ name }, index) => name[defaultLanguage] === names[index]);
}
