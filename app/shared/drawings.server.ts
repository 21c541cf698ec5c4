// Drawings of residents' pages, kept by what they were drawn from: a page is a function of its address, its language and what
// its loaders gave, and most people who come to a page of questions see the same one, with nothing typed yet. What differs
// all the same (which draft this is) stands in the drawing as a blank, filled in for each. Kept ready compressed.
import { createHash, randomBytes } from "node:crypto";
import { constants, crc32, deflateRawSync, gzipSync } from "node:zlib";
import { LRUCache } from "lru-cache";
import type { Filling } from "./context.ts";

const header = "X-Folkmoot-Drawing";

/** Headers by which a loader says that what it gave is nobody's own, so that the drawing may be kept for the next. */
export const sameDrawing = { [header]: "same" };

/** Whether what a loader gave asks for that. */
export function asksForSameDrawing(init: ResponseInit | null | undefined): boolean {
  return Object.hasOwn(init?.headers ?? {}, header);
}

// because nobody who types must be able to write a blank
const mark = randomBytes(9).toString("base64url");

/** Blanks for these values, to be drawn in their place; they are filled in once the page is drawn. Names are small letters. */
export function asBlanks<Name extends string>(context: { filling?: Filling }, values: Record<Name, string>): Record<Name, string> {
  context.filling = { ...context.filling, ...values };
  return Object.fromEntries(Object.keys(values).map((name) => [name, `[${mark}:${name}]`])) as Record<Name, string>;
}

function escaped(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

const anyBlank = new RegExp(`\\[${mark}:([a-z]+)\\]`);

/** The drawing in its pieces: text, name of a blank, text, name of a blank, … text. */
function piecesOf(html: string): string[] {
  return html.split(anyBlank);
}

export type Head = readonly (readonly [string, string])[];

export type Drawing = {
  head: Head;
  /** What stands between the blanks, as it is and as deflate blocks that end on a whole byte. */
  texts: { plain: Buffer; deflated: Buffer }[];
  blanks: string[];
};

const drawings = new LRUCache<string, Drawing>({
  maxSize: 32 * 1024 * 1024,
  sizeCalculation: ({ texts }) => texts.reduce((size, { plain, deflated }) => size + plain.length + deflated.length, 1000),
});
// What was drawn once: only what is asked for again is worth keeping.
const seen = new LRUCache<string, true>({ max: 20_000 });

/** The key of a drawing: everything that it is drawn from. */
export function drawingKey(...drawnFrom: unknown[]): string {
  return createHash("sha256").update(JSON.stringify(drawnFrom)).digest("base64");
}

export function findDrawing(key: string): Drawing | undefined {
  return drawings.get(key);
}

/** Keeps a drawing the second time it is made. */
export function keepDrawing(key: string, html: string, head: Head): void {
  if (!seen.has(key)) return void seen.set(key, true);
  const pieces = piecesOf(html);
  const texts = pieces
    .filter((_, index) => index % 2 === 0)
    .map((text) => ({
      plain: Buffer.from(text),
      deflated: deflateRawSync(text, { level: 9, finishFlush: constants.Z_SYNC_FLUSH }),
    }));
  drawings.set(key, { head, texts, blanks: pieces.filter((_, index) => index % 2 === 1) });
}

/** A page with its blanks filled in. */
export function fill(html: string, filling: Filling): string {
  return piecesOf(html)
    .map((piece, index) => (index % 2 === 0 ? piece : escaped(filling[piece] ?? "")))
    .join("");
}

/** The body of an answer drawn afresh. */
export function bodyOf(html: string | Buffer, asGzip: boolean): Buffer {
  if (asGzip) return gzipSync(html, { level: 4 });
  return typeof html === "string" ? Buffer.from(html) : html;
}

const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]); // [RFC 1952 2.3.1] deflate, no flags, no time, Unix
const lastBlock = Buffer.from([3, 0]); // [RFC 1951 3.2.6] an empty block with fixed codes, the last one

/** [RFC 1951 3.2.4] A block that is not compressed; the text has at most 65,535 bytes. */
function storedBlock(text: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt16LE(text.length, 1);
  head.writeUInt16LE(text.length ^ 0xffff, 3);
  return Buffer.concat([head, text]);
}

/** The body of an answer from a kept drawing, its blanks filled in between blocks that were compressed before. */
export function bodyOfDrawing({ texts, blanks }: Drawing, filling: Filling, asGzip: boolean): Buffer {
  const filled = blanks.map((name) => Buffer.from(escaped(filling[name] ?? "")));
  const plain = texts.flatMap((text, index) => [text.plain, ...(filled[index] ? [filled[index]] : [])]);
  if (!asGzip) return Buffer.concat(plain);
  const end = Buffer.alloc(8); // [RFC 1952 2.3.1] CRC-32 and length of what was compressed
  end.writeUInt32LE(plain.reduce((sum, piece) => crc32(piece, sum), 0), 0);
  end.writeUInt32LE(plain.reduce((size, piece) => size + piece.length, 0), 4);
  const blocks = texts.flatMap((text, index) => [text.deflated, ...(filled[index] ? [storedBlock(filled[index])] : [])]);
  return Buffer.concat([gzipHead, ...blocks, lastBlock, end]);
}
