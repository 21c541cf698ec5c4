// Pictures, drawn anew so that nothing stays but what is seen: no position, camera or comments, nothing behind the picture.
import sharp, { type Sharp } from "sharp";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { mostPixels, mostPixelsASide, type FileProblem, type FileType } from "./file.ts";

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

const formats: Partial<Record<string, FileType>> = {
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  gif: "image/gif",
};

export type Redrawn = { type: FileType; bytes: Buffer; thumbnail: Buffer };

/** Upright and in sRGB, with a small one beside it. Of a moving picture the first. */
export async function redrawPicture(given: Buffer, type: FileType): Promise<Result<Redrawn, FileProblem>> {
  const bytes = type === "image/png" ? withoutNotes(given) : given;
  try {
    const { format, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (formats[format] !== type) return fail({ kind: "other-kind" });
    if (width * height > mostPixels || Math.max(width, height) > mostPixelsASide) return fail({ kind: "too-many-pixels" });
    const drawn = sharp(bytes, { limitInputPixels: mostPixels, failOn: "error" })
      .timeout({ seconds: secondsForAPicture })
      .autoOrient()
      .resize(within(longestSide));
    const { data, info } = await encode(drawn, type).toBuffer({ resolveWithObject: true });
    const thumbnail = await sharp(data).timeout({ seconds: secondsForAPicture }).resize(within(longestSideOfThumbnail)).webp({ quality: 75 }).toBuffer();
    return succeed({ type: formats[info.format] ?? type, bytes: data, thumbnail });
  } catch {
    return fail({ kind: "damaged" });
  }
}

const within = (side: number) => ({ width: side, height: side, fit: "inside", withoutEnlargement: true }) as const;

function encode(picture: Sharp, type: FileType): Sharp {
  if (type === "image/jpeg") return picture.jpeg({ quality: 85, mozjpeg: true });
  if (type === "image/webp") return picture.webp({ quality: 85 });
  return picture.png({ compressionLevel: 9 });
}

const noted = ["tEXt", "zTXt", "iTXt"];

/**
 * [PNG 11.3.3] A PNG without its texts, of which a small file can hold thousands that each unpack to megabytes, and without
 * what follows its end.
 */
function withoutNotes(png: Buffer): Buffer {
  const kept = [png.subarray(0, 8)];
  for (let at = 8; at + 12 <= png.length; ) {
    const end = at + 12 + png.readUInt32BE(at);
    const kind = png.toString("latin1", at + 4, at + 8);
    if (!noted.includes(kind)) kept.push(png.subarray(at, end));
    if (kind === "IEND") break;
    at = end;
  }
  return Buffer.concat(kept);
}
