// What an uploaded file really is, found in its bytes, and a clean copy of it: pictures are drawn anew.
import { fileTypeFromBuffer } from "file-type";
import sharp, { type Sharp } from "sharp";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { isFileType, isImage, looksLikeText, mostPixels, typeOfText, type FileProblem, type FileType } from "./file.ts";

// Only the readers of the pictures we take are open: none of SVG, TIFF or anything else that libvips knows.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer", "VipsForeignLoadNsgifBuffer"],
});
sharp.cache(false);
sharp.concurrency(1); // because answering pages matters more than a picture's being ready a moment sooner

const longestSide = 4000;
const longestSideOfThumbnail = 480;
const secondsForAPicture = 20;

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
  return isImage(found) ? inTurn(() => redraw(bytes, found)) : succeed({ type: found, bytes, thumbnail: null });
}

async function findType(bytes: Buffer, name: string): Promise<FileType | null> {
  // because a container that is broken inside makes the reader throw
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (isFileType(found?.mime)) return found.mime;
  return !found && looksLikeText(bytes) ? typeOfText(name) : null;
}

const formats: Partial<Record<string, FileType>> = {
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  gif: "image/gif",
};

const mostAtOnce = 2;
const waiting: (() => void)[] = [];
let underWay = 0;

// because a drawn picture takes a hundred times the memory of its file
async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (underWay >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else underWay += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else underWay -= 1;
  }
}

/** Upright, in sRGB, without position, camera, comments or anything hidden behind the picture. Of a moving one the first. */
async function redraw(bytes: Buffer, type: FileType): Promise<Result<CleanContent, FileProblem>> {
  const read = () => sharp(bytes, { limitInputPixels: mostPixels, failOn: "error" }).timeout({ seconds: secondsForAPicture });
  try {
    const { format, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (formats[format] !== type) return fail({ kind: "other-kind" });
    if (width * height > mostPixels) return fail({ kind: "too-many-pixels" });
    const side = { width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true } as const;
    const drawn = read().autoOrient().resize(side);
    const thumbnail = read().autoOrient().resize({ ...side, width: longestSideOfThumbnail, height: longestSideOfThumbnail });
    const kept = await encode(drawn, type).toBuffer({ resolveWithObject: true });
    return succeed({
      type: formats[kept.info.format] ?? type,
      bytes: kept.data,
      thumbnail: await thumbnail.webp({ quality: 75 }).toBuffer(),
    });
  } catch {
    return fail({ kind: "damaged" });
  }
}

function encode(picture: Sharp, type: FileType): Sharp {
  if (type === "image/jpeg") return picture.jpeg({ quality: 85, mozjpeg: true });
  if (type === "image/webp") return picture.webp({ quality: 85 });
  return picture.png({ compressionLevel: 9 });
}
