// What an uploaded file really is, found in its bytes, and what is kept of it: pictures are drawn anew, the rest is looked
// through and kept as it came.
import { fileTypeFromBuffer } from "file-type";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { isFileType, isImage, isPackage, looksLikeText, typeOfText, type FileProblem, type FileType } from "./file.ts";
import { problemOfPackage } from "./package.server.ts";
import { problemOfPdf } from "./pdf.server.ts";
import { redrawPicture } from "./picture.server.ts";
import { inTurn } from "./turns.server.ts";

export type CleanContent = { type: FileType; bytes: Buffer; thumbnail: Buffer | null };

/** Finds the type in the bytes, whatever the name says, and makes the copy that is kept. `types` are those wanted here. */
export async function cleanContent(
  bytes: Buffer,
  name: string,
  types: readonly string[],
): Promise<Result<CleanContent, FileProblem>> {
  if (bytes.length === 0) return fail({ kind: "empty" });
  const found = await findType(bytes, name);
  if (!found || !types.includes(found)) return fail({ kind: "other-kind" });
  if (isImage(found)) return inTurn(() => redrawPicture(bytes, found));
  const problem = found === "application/pdf" ? problemOfPdf(bytes) : isPackage(found) ? await inTurn(() => problemOfPackage(bytes)) : null;
  return problem ? fail(problem) : succeed({ type: found, bytes, thumbnail: null });
}

async function findType(bytes: Buffer, name: string): Promise<FileType | null> {
  // because a container that is broken inside makes the reader throw
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (isFileType(found?.mime)) return found.mime;
  return !found && looksLikeText(bytes) ? typeOfText(name) : null;
}
