// A picture of a form as it was posted with what is said of it.
import { mostPictureBytes } from "#app/files/form-picture.server.ts";
import type { FileProblem } from "#app/files/file.ts";
import type { UploadedFile } from "#app/files/upload.server.ts";
import type { Picture } from "#app/forms/picture.ts";
import { db } from "#app/shared/db.server.ts";
import type { Language } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import type { Words } from "#app/shared/words.ts";
import { longestWords, readPictureFields, type PictureFields } from "./picture-fields.ts";
import { findKeptPicture, keepPicture, keptOf, type KeptPicture } from "./pictures.store.server.ts";

export type PostedProblem = { field: string; text: string };
type Posted = { fields: PictureFields; kept: string; uploaded: UploadedFile | undefined };
type Reading = { partnershipId: string; picture: Picture | null; languages: readonly Language[]; now: Date; words: Words };

/** The picture as it was posted: uploaded now or before, else the one that is there; or what is wrong with it, and the picture that was kept. */
export async function readPostedPicture({ fields, kept: keptBefore, uploaded }: Posted, reading: Reading): Promise<Result<Picture, { kept: KeptPicture | null; problems: PostedProblem[] }>> {
  const { partnershipId, languages, now, words } = reading;
  const refuse = (kind: FileProblem["kind"] | "missing") => {
    const text = words.t(`editing:picture.problem.${kind}`, { most: words.number(mostPictureBytes / 1024 / 1024) });
    return fail({ kept: null, problems: [{ field: "file", text }] });
  };
  const drawn = uploaded ? await keepPicture(partnershipId, uploaded, now) : null;
  if (drawn && !drawn.ok) return refuse(drawn.problem.kind);
  const kept = drawn?.value ?? (await findKeptPicture(db(), partnershipId, keptBefore)) ?? reading.picture;
  if (!kept) return refuse("missing");
  const told = readPictureFields(fields, languages);
  if (told.ok) return succeed({ ...keptOf(kept), ...told.value });
  const problems = told.problem.map(({ field, code, language }) => {
    const values = { language: language ? words.t(`editing:language.${language}`) : "", most: words.number(longestWords.alt) };
    return { field, text: words.t(`editing:picture.problem.${code}`, values) };
  });
  return fail({ kept: keptOf(kept), problems });
}
