// Answers with a file, so that a browser takes it for what it is and runs nothing in it.
import { notFound } from "#app/shared/responses.server.ts";
import { sizeOf, streamBytes, thumbnailKey } from "./disk.server.ts";
import { isFileType, isImage } from "./file.ts";
import type { StoredFile } from "./store.server.ts";

/**
 * The file as an answer, streamed. The caller has found out who is asking: `findPublicFile`, or a guard of its own for a file
 * of a response. `small` is the small picture; what not everybody may have yet is kept by nobody on the way.
 */
export async function fileAnswer(
  request: Request,
  file: StoredFile,
  { small = false, isForAll = file.visibility === "public" }: { small?: boolean; isForAll?: boolean } = {},
): Promise<Response> {
  const isPicture = isFileType(file.mimeType) && isImage(file.mimeType);
  if (small && !isPicture) throw notFound();
  const key = small ? thumbnailKey(file.storageKey) : file.storageKey;
  const size = await sizeOf(key);
  if (size === null) throw notFound();
  const tag = `"${file.sha256.slice(0, 32)}${small ? "-small" : ""}"`;
  const headers = new Headers({
    ETag: tag,
    "Cache-Control": isForAll ? "public, max-age=31536000, immutable" : "private, no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    Vary: "Accept-Encoding",
  });
  if (request.headers.get("If-None-Match")?.includes(tag)) return new Response(null, { status: 304, headers });
  headers.set("Content-Type", contentType(small ? "image/webp" : file.mimeType));
  headers.set("Content-Length", String(size));
  headers.set("Content-Disposition", disposition(isPicture ? "inline" : "attachment", file.name));
  return new Response(request.method === "HEAD" ? null : streamBytes(key), { headers });
}

function contentType(mimeType: string): string {
  return mimeType.startsWith("text/") ? `${mimeType}; charset=utf-8` : mimeType;
}

/** [RFC 6266, RFC 8187] The name in full, and a plain one for what cannot read that. */
function disposition(kind: "inline" | "attachment", name: string): string {
  const simple = name.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^A-Za-z0-9 ._()-]/g, "_");
  const full = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${simple}"; filename*=UTF-8''${full}`;
}
