// A file that is made as it goes out: each part of it is asked for when the one before has gone.
import { ReadableStream } from "node:stream/web";

/**
 * The download. Where making it fails the connection breaks, so that half a file is never taken for a whole one; whoever goes
 * away before its end stops it.
 */
export function downloadOf(name: string, contentType: string, parts: AsyncIterable<Buffer>): Response {
  return new Response(ReadableStream.from(parts) as BodyInit, {
    headers: {
      "Content-Type": contentType,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
