// Files sent as answers: kept with the draft, and let go with it where it is never sent.
import type { AnswerError } from "#app/forms/answer.ts";
import type { Question, QuestionOf } from "#app/forms/definition.ts";
import { fileEntries, type Entries } from "#app/forms/entries.ts";
import { typesOfKinds } from "#app/forms/file-kinds.ts";
import { cleanName, mostPixels, mostPixelsASide, shownName, type FileProblem } from "#app/files/file.ts";
import { examineFile, keepFile, type StoredFile } from "#app/files/store.server.ts";
import type { UploadedFile } from "#app/files/upload.server.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { fail } from "#app/shared/result.ts";

export function fileQuestions(questions: readonly Question[]): QuestionOf<"file">[] {
  return questions.filter((question) => question.type === "file");
}

const mostInAnHour = 100;

/** Files that were kept, to be saved with the page; what is to be entered for them, and what could not be taken. */
export type TakenFiles = { files: StoredFile[]; entries: Entries; errors: AnswerError[] };

/** Takes the files posted for these questions. */
export async function takeAnswerFiles(
  partnership: { id: string },
  questions: readonly Question[],
  posted: readonly UploadedFile[],
  address: string,
): Promise<TakenFiles> {
  const taken: TakenFiles = { files: [], entries: {}, errors: [] };
  for (const question of fileQuestions(questions)) {
    const file = posted.find(({ field }) => field === question.id);
    if (!file) continue;
    const kept = (await isWithinLimit("file from", address, mostInAnHour, 3600))
      ? await keepFile({
          ...{ partnershipId: partnership.id, visibility: "answer", name: file.name, bytes: file.bytes },
          ...{ types: typesOfKinds(question.kinds), mostBytes: question.maxBytes },
        })
      : fail({ kind: "too-many" } as const);
    if (kept.ok) {
      const { id: fileId, name, mimeType, sizeInBytes } = kept.value;
      taken.files.push(kept.value);
      taken.entries = { ...taken.entries, ...fileEntries(question.id, { fileId, name, mimeType, sizeInBytes }) };
    } else taken.errors.push(errorOf(question, shownName(file.name), kept.problem));
  }
  return taken;
}

/** What would be entered for the files posted for these questions, which are looked at and let go: for a test run. */
export async function examineAnswerFiles(questions: readonly Question[], posted: readonly UploadedFile[]): Promise<Omit<TakenFiles, "files">> {
  const taken: Omit<TakenFiles, "files"> = { entries: {}, errors: [] };
  for (const question of fileQuestions(questions)) {
    const file = posted.find(({ field }) => field === question.id);
    if (!file) continue;
    const examined = await examineFile({ ...file, types: typesOfKinds(question.kinds), mostBytes: question.maxBytes });
    if (examined.ok) {
      const { type, bytes } = examined.value;
      const kept = { fileId: "none", name: cleanName(file.name, type), mimeType: type, sizeInBytes: bytes.length };
      taken.entries = { ...taken.entries, ...fileEntries(question.id, kept) };
    } else taken.errors.push(errorOf(question, shownName(file.name), examined.problem));
  }
  return taken;
}

const codes = {
  empty: "file-empty",
  "other-kind": "file-of-other-kind",
  damaged: "file-damaged",
  mixed: "file-mixed",
  "holds-program": "file-holds-program",
  "unpacks-too-large": "file-unpacks-too-large",
  "no-room": "file-no-room",
  "too-many": "file-too-many",
} as const;

function errorOf(question: QuestionOf<"file">, name: string, problem: FileProblem): AnswerError {
  const error = { questionId: question.id, field: question.id };
  switch (problem.kind) {
    case "too-big":
      return { ...error, code: "file-too-big", values: { name, megabytes: problem.mostBytes / 1_000_000 } };
    case "too-many-pixels":
      return { ...error, code: "file-picture-too-large", values: { name, millions: mostPixels / 1_000_000, side: mostPixelsASide } };
    default:
      return { ...error, code: codes[problem.kind], values: { name } };
  }
}
