// A candidate's photograph on its way: kept while a form with errors goes back and forth, so that nobody has to choose it twice.
import type { AnswerError, AnswerErrorCode } from "#app/forms/answer.ts";
import { fileEntries, type Entries } from "#app/forms/entries.ts";
import { typesOfKinds } from "#app/forms/file-kinds.ts";
import { sizeOf } from "#app/files/disk.server.ts";
import { mostPixels, mostPixelsASide, shownName, type FileProblem } from "#app/files/file.ts";
import { keepFile, type StoredFile } from "#app/files/store.server.ts";
import type { Upload } from "#app/files/upload.server.ts";
import { seal, unseal } from "#app/shared/keys.server.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { fail } from "#app/shared/result.ts";
import type { Election } from "./elections.store.server.ts";
import { mostPhotoBytes } from "./nomination-form.ts";

const purpose = "photograph of a nomination";
const mostInAnHour = 100;

/** `kept` goes into the form as it is, to come back with it; only we can read it. */
export type TakenPhoto = { photo: StoredFile | null; kept: string; entries: Entries; errors: AnswerError[] };

/** The photograph that was chosen now, or before and not taken away. Its row is saved with the nomination; without one its bytes go after a day. */
export async function takePhoto({ fields, files }: Upload, { id, partnershipId }: Election, { address, now }: { address: string; now: Date }): Promise<TakenPhoto> {
  const none: TakenPhoto = { photo: null, kept: "", entries: {}, errors: [] };
  const chosen = files.find(({ field }) => field === "photo");
  if (!chosen) {
    const photo = fields.has("photo.remove") ? null : await keptBefore(fields.get("photo.kept") ?? "", id);
    return photo ? taken(photo, id) : none;
  }
  const kept = (await isWithinLimit("file from", address, mostInAnHour, 3600))
    ? await keepFile({ partnershipId, visibility: "answer", name: chosen.name, bytes: chosen.bytes, types: typesOfKinds(["image"]), mostBytes: mostPhotoBytes }, now)
    : fail({ kind: "too-many" } as const);
  return kept.ok ? taken(kept.value, id) : { ...none, errors: [errorOf(shownName(chosen.name), kept.problem)] };
}

const taken = (photo: StoredFile, electionId: string): TakenPhoto => ({
  ...{ photo, kept: seal(purpose, electionId, JSON.stringify(photo)), errors: [] },
  entries: fileEntries("photo", { fileId: photo.id, name: photo.name, mimeType: photo.mimeType, sizeInBytes: photo.sizeInBytes }),
});

/** What was kept for this election before, while its bytes are still there. */
async function keptBefore(sealed: string, electionId: string): Promise<StoredFile | null> {
  const opened = sealed === "" ? null : unseal(purpose, electionId, sealed);
  if (!opened) return null;
  const photo = JSON.parse(opened.text) as StoredFile;
  return (await sizeOf(photo.storageKey)) === null ? null : photo;
}

const codes: Record<Exclude<FileProblem["kind"], "too-big" | "too-many-pixels">, AnswerErrorCode> = {
  ...{ empty: "file-empty", "other-kind": "file-of-other-kind", damaged: "file-damaged", mixed: "file-mixed", "holds-program": "file-holds-program" },
  ...{ "unpacks-too-large": "file-unpacks-too-large", "no-room": "file-no-room", "too-many": "file-too-many" },
};

function errorOf(name: string, problem: FileProblem): AnswerError {
  const error = { questionId: "photo", field: "photo" };
  if (problem.kind === "too-big") return { ...error, code: "file-too-big", values: { name, megabytes: problem.mostBytes / 1_000_000 } };
  if (problem.kind === "too-many-pixels") return { ...error, code: "file-picture-too-large", values: { name, millions: mostPixels / 1_000_000, side: mostPixelsASide } };
  return { ...error, code: codes[problem.kind], values: { name } };
}
