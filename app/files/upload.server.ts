// Reads a posted form that may carry files, holding no more of it than it may.
import { Busboy, type BusboyFileStream, type BusboyHeaders, type BusboyInstance } from "@fastify/busboy";
import { once } from "node:events";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { config } from "#app/shared/config.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { largestForm } from "#app/shared/limits.server.ts";
import { badRequest } from "#app/shared/responses.server.ts";

/** A file that was chosen. Its bytes are null when there were more than `mostBytes`; then they were let go. */
export type UploadedFile = { field: string; name: string; bytes: Buffer | null };

export type Upload = { fields: URLSearchParams; files: UploadedFile[] };

type UploadLimits = { mostFiles?: number; mostBytes?: number };

const mostFields = 2000;

/**
 * The fields as they were typed and the files that were chosen; a file field left blank is not among them. 400 when the body
 * is not a whole form, 413 when it holds more than it may. A form without files reads the same.
 */
export async function readUpload(
  request: Request,
  { mostFiles = 1, mostBytes = config().maxUploadBytes }: UploadLimits = {},
): Promise<Upload> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^multipart\/form-data\b/i.test(type)) return { fields: await readForm(request, { longest: Infinity }), files: [] };
  if (!request.body) throw badRequest();
  const fields = new URLSearchParams();
  const files: UploadedFile[] = [];
  let textLeft = largestForm;
  let isTooLarge = false;
  const tooLarge = () => void (isTooLarge = true);
  const reader = openReader(type, mostFiles, mostBytes);
  for (const limit of ["partsLimit", "filesLimit", "fieldsLimit"] as const) reader.on(limit, tooLarge);
  reader.on("field", (name: string | undefined, value: string, _nameTruncated: boolean, valueTruncated: boolean) => {
    textLeft -= value.length;
    if (valueTruncated || textLeft < 0) tooLarge();
    else if (name !== undefined) fields.append(name.replaceAll("\0", ""), value.replaceAll("\0", ""));
  });
  reader.on("file", (field: string | undefined, stream: BusboyFileStream, name: string | undefined) => {
    const chunks: Buffer[] = [];
    stream.on("error", () => undefined); // because the reader itself fails with the same
    stream.on("data", (chunk: Buffer) => void chunks.push(chunk));
    stream.on("limit", () => chunks.splice(0));
    stream.on("end", () => {
      const bytes = stream.truncated ? null : Buffer.concat(chunks);
      const wasChosen = Boolean(name) || bytes === null || bytes.length > 0;
      if (field !== undefined && wasChosen) files.push({ field, name: name ?? "", bytes });
    });
  });
  const body = Readable.fromWeb(request.body as NodeReadableStream);
  // because the reader has finished for good once it has read an end before any part, and what comes after would be waited for for ever
  const finished = once(reader, "finish");
  const read = pipeline(body, reader);
  finished.catch(() => undefined);
  read.catch(() => undefined);
  try {
    await Promise.race([read, finished]);
  } catch {
    throw badRequest();
  } finally {
    body.destroy();
  }
  if (isTooLarge) throw new Response(null, { status: 413, statusText: "Content too large" });
  return { fields, files };
}

function openReader(type: string, mostFiles: number, mostBytes: number): BusboyInstance {
  const headers = { "content-type": type } as BusboyHeaders;
  try {
    return new Busboy({
      headers,
      limits: {
        files: mostFiles,
        fileSize: mostBytes,
        fields: mostFields,
        fieldSize: largestForm,
        parts: mostFiles + mostFields,
        headerPairs: 20,
        headerSize: 8 * 1024,
      },
    });
  } catch {
    throw badRequest(); // because a type without a boundary cannot be read
  }
}
