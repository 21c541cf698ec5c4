// A file somebody uploads: which kinds are taken, what it is called from then on, and what stands in the way.
import { plain } from "#app/shared/typed.ts";

/** The types that are taken, as the bytes show them, with the ending that a name then has. */
export const endings = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "image/gif": "gif",
  "application/pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.oasis.opendocument.text": "odt",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "application/vnd.oasis.opendocument.spreadsheet": "ods",
  "text/csv": "csv",
  "text/plain": "txt",
  "audio/mpeg": "mp3",
  "audio/x-m4a": "m4a",
  "video/mp4": "mp4",
} as const;

export type FileType = keyof typeof endings;

export function isFileType(value: unknown): value is FileType {
  return typeof value === "string" && Object.hasOwn(endings, value);
}

export const allFileTypes = Object.keys(endings) as FileType[];

/** Pictures are drawn anew without what the camera wrote into them; the rest is kept as it came. */
export function isImage(type: FileType): boolean {
  return type.startsWith("image/");
}

/** Word, Excel and OpenDocument files, which are ZIP packages. */
export function isPackage(type: FileType): boolean {
  return type.includes("opendocument") || type.includes("openxmlformats");
}

/** More than any telephone's camera takes; a small file can claim to be far larger. */
export const mostPixels = 40_000_000;
export const mostPixelsASide = 30_000;

const longestName = 100;

/** A name as it may be shown to whoever gave it: no folders, nothing invisible or reversed, not endless. */
export function shownName(given: string): string {
  const last = plain((given.split(/[/\\]/).at(-1) ?? "").slice(0, 1000));
  const name = last.replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu, " ").replace(/\s+/gu, " ").trim();
  const characters = [...name];
  return characters.length > longestName ? `${characters.slice(0, longestName).join("")}…` : name;
}

// What Windows takes for a device, whatever its ending.
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * The name a file is kept under: no folders, nothing invisible or reversed, nothing a system gives a meaning to, and the
 * ending of what it really is.
 */
export function cleanName(given: string, type: FileType): string {
  const base = plain((given.split(/[/\\]/).at(-1) ?? "").slice(0, 1000))
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}<>:"|?*;%]/gu, " ")
    .replace(/\.[A-Za-z0-9]{1,5}$/, "")
    .replace(/\s+/gu, " ")
    .replace(/^[\s.]+|[\s.]+$/gu, "");
  const stem = [...base].slice(0, longestName).join("").trim();
  const ending = `.${endings[type]}`;
  if (stem === "" || devices.test(stem)) return `file${ending}`;
  return stem.toLowerCase().endsWith(ending) ? stem : stem + ending;
}

/**
 * Text, if that is what the bytes are: UTF-8 (or UTF-16 with its mark) without control characters. What begins like HTML or
 * XML is not taken for text, so that no browser takes it for a page.
 */
export function looksLikeText(bytes: Uint8Array): boolean {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = !isUtf16 ? "utf-8" : bytes[0] === 0xff ? "utf-16le" : "utf-16be";
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return !/[\0-\x08\x0b\x0e-\x1f\x7f]/.test(text) && !/^\s*</.test(text);
  } catch {
    return false;
  }
}

/** The type of a text by what its name says; the name of a text is all there is to go by. */
export function typeOfText(name: string): FileType {
  return /\.csv$/i.test(plain(name)) ? "text/csv" : "text/plain";
}

/** Why a file is not taken; whoever asked for it says so in its own words. */
export type FileProblem =
  | { kind: "empty" | "damaged" | "too-many-pixels" | "other-kind" }
  /** It is something else besides; it holds what its reader would run; it unpacks to more than anybody should open. */
  | { kind: "mixed" | "holds-program" | "unpacks-too-large" }
  /** The disk is nearly full; their address has sent as many as it may for now. */
  | { kind: "no-room" | "too-many" }
  | { kind: "too-big"; mostBytes: number };
