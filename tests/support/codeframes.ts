// Codeframes for tests: a test names only what matters to it.
import type { CodeTexts } from "#app/analysis/code.ts";
import type { Codeframe } from "#app/analysis/codeframe.ts";
import { addCodeframe, findCodeframe } from "#app/analysis/codeframes.store.server.ts";
import { addCode, type CodesBy } from "#app/analysis/codes.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";

type Of = { id: string; partnershipId: string };

export const usualCode: CodeTexts = { name: { en: "Buses" }, definition: { en: "Speaks of buses." }, include: {}, exclude: {}, example: {}, isCrossCutting: false, isEquality: false };

/** A codeframe with nothing in it but what every one has; its id. */
export async function buildCodeframe(consultation: Of, questionIds: string[] = ["first"], name = "What to do first"): Promise<string> {
  const by = { consultation, personId: "test", now: new Date() };
  return (await inTransaction((transaction) => addCodeframe(transaction, by, { name: { en: name }, questionIds })))!;
}

/** Adds a code under another, or a theme; its id. */
export async function buildCode(by: Omit<CodesBy, "now">, name: string, parentId: string | null = null): Promise<string> {
  const added = await inTransaction((transaction) => addCode(transaction, { ...by, now: new Date() }, { parentId, texts: { ...usualCode, name: { en: name } } }));
  if (!added.ok) throw new Error(added.problem);
  return added.codeId;
}

export async function findFrame(consultation: Of, id: string): Promise<Codeframe> {
  return findCodeframe(db(), consultation, id);
}
