// Files sent as answers: kept with the draft, and let go with it where it is never sent.
import type { AnswerError } from "#app/forms/answer.ts";
import type { Question, QuestionOf } from "#app/forms/definition.ts";
import { fileEntries, type Entries } from "#app/forms/entries.ts";
import { typesOfKinds } from "#app/forms/file-kinds.ts";
import type { FileProblem } from "#app/files/file.ts";
import { saveFile } from "#app/files/store.server.ts";
import type { UploadedFile } from "#app/files/upload.server.ts";
import { db } from "#app/shared/db.server.ts";

export function fileQuestions(questions: readonly Question[]): QuestionOf<"file">[] {
  return questions.filter((question) => question.type === "file");
}

/** Saves the files posted for these questions; what is to be entered for them, and what could not be taken. */
export async function saveAnswerFiles(
  partnership: { id: string },
  questions: readonly Question[],
  files: readonly UploadedFile[],
): Promise<{ entries: Entries; errors: AnswerError[] }> {
  let entries: Entries = {};
  const errors: AnswerError[] = [];
  for (const question of fileQuestions(questions)) {
    const file = files.find(({ field }) => field === question.id);
    if (!file) continue;
    const saved = await saveFile(db(), {
      ...{ partnershipId: partnership.id, visibility: "answer", name: file.name, bytes: file.bytes },
      ...{ types: typesOfKinds(question.kinds), mostBytes: question.maxBytes },
    });
    if (saved.ok) {
      const { id: fileId, name, mimeType, sizeInBytes } = saved.value;
      entries = { ...entries, ...fileEntries(question.id, { fileId, name, mimeType, sizeInBytes }) };
    } else errors.push(errorOf(question, file.name, saved.problem));
  }
  return { entries, errors };
}

function errorOf(question: QuestionOf<"file">, name: string, problem: FileProblem): AnswerError {
  const error = { questionId: question.id, field: question.id };
  switch (problem.kind) {
    case "too-big":
      return { ...error, code: "file-too-big", values: { name, megabytes: problem.mostBytes / 1_000_000 } };
    case "empty":
      return { ...error, code: "file-empty", values: { name } };
    case "other-kind":
      return { ...error, code: "file-of-other-kind", values: { name } };
    case "damaged":
    case "too-many-pixels":
      return { ...error, code: "file-damaged", values: { name } };
  }
}
