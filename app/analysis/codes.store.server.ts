// Changes to the codes of one codeframe, each kept with what it takes to undo it. The caller holds the codeframe and has asked the policy.
import type { Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import type { Way } from "#app/shared/way.ts";
import { codesUnder, keptBecause, languagesTaken, mostCodes, movedBy, takesCodes, type Code, type CodeTexts, type PlacedCode } from "./code.ts";
import type { Codeframe } from "./codeframe.ts";
import type { ChangeKind } from "./codeframe-change.ts";
import { listCodes, tell } from "./codeframes.store.server.ts";

export type CodesBy = { frame: Codeframe; personId: string; now: Date };

/** Why a change was not made; the words are `codeframe:problem.<refusal>`. */
export type Refusal = "full" | "no-place" | "name-taken" | "always" | "has-codes" | "gone" | "no-merging";
export type Changed = { ok: true; codeId: string } | { ok: false; problem: Refusal; inputs?: string[] };

export const refuse = (problem: Refusal, inputs?: string[]): Changed => ({ ok: false, problem, ...(inputs && { inputs }) });

/** A change as it is written down: the codes as they were, those it made, and what the log is told of it. */
type Change = { kind: ChangeKind; codeId: string; before?: readonly Code[]; made?: string[]; facts?: Record<string, string | number> };

/** Writes down a change, so that it can be undone, and tells the log of it; its id. */
export async function recordChange(transaction: Transaction, { frame, personId, now }: CodesBy, { kind, codeId, before = [], made = [], facts = {} }: Change): Promise<string> {
  const { id: codeframeId, partnershipId, consultationId } = frame;
  const { _max } = await transaction.codeframeChange.aggregate({ where: { codeframeId }, _max: { number: true } });
  const id = newId();
  const kept = before.map(({ retiredAt, ...code }) => ({ ...code, retiredAt: retiredAt?.toISOString() ?? null }));
  await transaction.codeframeChange.create({
    data: { id, partnershipId, codeframeId, number: (_max.number ?? 0) + 1, kind, codeId, before: kept, made, at: now, personId },
  });
  await tell(transaction, { partnershipId, personId, action: `codeframe.${kind}`, subjectId: codeframeId, facts: { consultationId, codeId, ...facts } });
  return id;
}

/** The code of that id among those of a codeframe, or 404. */
export function codeAmong(codes: readonly PlacedCode[], id: string | undefined): PlacedCode {
  const code = codes.find((one) => one.id === id);
  if (!code) throw notFound();
  return code;
}

const nameInputs = (languages: readonly string[]) => languages.map((language) => `name-${language}`);

/** Adds a code at the end of those under another, or of the themes. The same one sent again is the one that is there. */
export async function addCode(transaction: Transaction, by: CodesBy, { parentId, texts }: { parentId: string | null; texts: CodeTexts }): Promise<Changed> {
  const codes = await listCodes(transaction, by.frame);
  if (!takesCodes(codes, parentId)) return refuse("no-place");
  const taken = languagesTaken(codes, { id: null, parentId, name: texts.name });
  if (taken.length > 0) return refuse("name-taken", nameInputs(taken));
  if (codes.filter(({ retiredAt }) => retiredAt === null).length >= mostCodes || codes.length >= mostCodes * 2) return refuse("full");
  const id = await createCode(transaction, by, codes, { parentId, texts });
  await recordChange(transaction, by, { kind: "add", codeId: id, made: [id] });
  return { ok: true, codeId: id };
}

/** Puts in a code behind those beside it; its id. */
export async function createCode(transaction: Transaction, { frame }: CodesBy, codes: readonly Code[], { parentId, texts }: { parentId: string | null; texts: CodeTexts }): Promise<string> {
  const id = newId();
  const data = { id, partnershipId: frame.partnershipId, codeframeId: frame.id, parentId, place: placeAtEnd(codes, parentId), ...texts };
  await transaction.code.create({ data });
  return id;
}

export function placeAtEnd(codes: readonly Code[], parentId: string | null): number {
  return 1 + Math.max(0, ...codesUnder(codes, parentId).filter(({ kind }) => kind === "usual").map(({ place }) => place));
}

/** Rewords a code or changes its marks. */
export async function changeCode(transaction: Transaction, by: CodesBy, id: string, texts: CodeTexts): Promise<Changed> {
  const codes = await listCodes(transaction, by.frame);
  const code = codeAmong(codes, id);
  const taken = languagesTaken(codes, { id, parentId: code.parentId, name: texts.name });
  if (taken.length > 0) return refuse("name-taken", nameInputs(taken));
  await transaction.code.update({ where: { id }, data: { ...texts } });
  await recordChange(transaction, by, { kind: "change", codeId: id, before: [code] });
  return { ok: true, codeId: id };
}

/** Puts a code one place nearer to the beginning or to the end of those beside it; at the end of its way it stays. */
export async function orderCode(transaction: Transaction, by: CodesBy, id: string, way: Way): Promise<void> {
  const codes = await listCodes(transaction, by.frame);
  const ids = movedBy(codes, id, way);
  if (ids === null) return;
  for (const [index, one] of ids.entries()) await transaction.code.update({ where: { id: one }, data: { place: index + 1 } });
  await recordChange(transaction, by, { kind: "order", codeId: id, before: codes.filter((code) => ids.includes(code.id)) });
}

/** Takes a code out of use: one that nobody ever used goes, one that was used stays with what was coded with it. */
export async function retireCode(transaction: Transaction, by: CodesBy, id: string): Promise<Changed> {
  const codes = await listCodes(transaction, by.frame);
  const code = codeAmong(codes, id);
  const kept = keptBecause(codes, id);
  if (kept !== null) return refuse(kept);
  if (code.retiredAt !== null) return { ok: true, codeId: id };
  const isUsed =
    codesUnder(codes, id).length > 0 ||
    codes.some(({ mergedIntoId }) => mergedIntoId === id) ||
    (await transaction.coding.count({ where: { codeId: id } })) > 0 ||
    (await transaction.codingMove.count({ where: { fromCodeId: id } })) > 0;
  if (isUsed) await transaction.code.update({ where: { id }, data: { retiredAt: by.now } });
  else await transaction.code.delete({ where: { id } });
  await recordChange(transaction, by, { kind: isUsed ? "retire" : "remove", codeId: id, before: [code] });
  return { ok: true, codeId: id };
}

/** Takes a retired code into use again. */
export async function restoreCode(transaction: Transaction, by: CodesBy, id: string): Promise<Changed> {
  const codes = await listCodes(transaction, by.frame);
  const code = codeAmong(codes, id);
  if (code.retiredAt === null) return { ok: true, codeId: id };
  if (!takesCodes(codes, code.parentId)) return refuse("no-place");
  if (languagesTaken(codes, { id, parentId: code.parentId, name: code.name }).length > 0) return refuse("name-taken");
  await transaction.code.update({ where: { id }, data: { retiredAt: null, mergedIntoId: null } });
  await recordChange(transaction, by, { kind: "restore", codeId: id, before: [code] });
  return { ok: true, codeId: id };
}
