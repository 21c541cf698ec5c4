// How the questions of a consultation are put, by their ids: as the newest version of its form that asks them says.
import type { Consultation } from "#app/consultations/consultation.ts";
import { listVersions } from "#app/consultations/store.server.ts";
import { questionsOf } from "#app/forms/definition.ts";
import type { Question } from "#app/forms/question.ts";
import type { Database } from "#app/shared/db.server.ts";

export async function findLabels(on: Database, { formId }: Pick<Consultation, "formId">): Promise<Record<string, Question["label"]>> {
  const versions = await listVersions(on, formId);
  const newestLast = versions.toSorted((one, other) => one.number - other.number);
  return Object.fromEntries(newestLast.flatMap(({ definition }) => questionsOf(definition)).map(({ id, label }) => [id, label]));
}
