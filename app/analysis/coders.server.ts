// What every page about the work of coders starts from: whether whoever asks may see it, the newest set, and its questions.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { findForOffice, type ForOffice } from "#app/consultations/office.server.ts";
import { listVersions } from "#app/consultations/store.server.ts";
import type { Role } from "#app/people/role.ts";
import { db } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { codedQuestions, type Asked } from "./coded-questions.ts";
import { findNewestSet } from "./sets.store.server.ts";

export type Worked = ForOffice & { set: { id: string; number: number }; questions: Asked[] };

/** The newest set and its questions; 404 while there is none. */
export async function findWorked(args: LoaderFunctionArgs, may: (roles: readonly Role[]) => boolean): Promise<Worked> {
  const found = await findForOffice(args, may);
  const set = await findNewestSet(db(), found.consultation);
  if (!set) throw notFound();
  const questions = codedQuestions(await listVersions(db(), found.consultation.formId)).map(({ id, label, number }) => ({ id, label, number }));
  return { ...found, set: { id: set.id, number: set.number }, questions };
}
