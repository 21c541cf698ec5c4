// Between Node's requests and the web's, which Remix speaks.
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import type { Request as Incoming, Response as Outgoing } from "express";

// Whether a post comes from us has been decided (limits.server.ts). Remix would ask again by these two, and answer 500 where
// a proxy gives the host another name.
const decided = ["origin", "x-forwarded-host"];

/** The request as the web knows it. */
export function webRequest(incoming: Incoming): Request {
  const headers: [string, string][] = [];
  for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
    const name = incoming.rawHeaders[index]!;
    if (!decided.includes(name.toLowerCase())) headers.push([name, incoming.rawHeaders[index + 1]!]);
  }
  const protocol = incoming.protocol === "https" ? "https" : "http";
  const withBody = incoming.method !== "GET" && incoming.method !== "HEAD";
  return new Request(`${protocol}://${incoming.get("host") ?? "localhost"}${incoming.originalUrl}`, {
    method: incoming.method,
    headers,
    ...(withBody ? { body: bodyOf(incoming), duplex: "half" } : {}),
  } as RequestInit);
}

// Touched only once somebody reads it, so that Node lets by what nobody does, and the line is good for the next request.
function bodyOf(incoming: Incoming): ReadableStream<Uint8Array> {
  let chunks: AsyncIterator<Uint8Array> | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        chunks ??= incoming.iterator({ destroyOnReturn: false })[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await chunks?.return?.();
        incoming.resume();
      },
    },
    { highWaterMark: 0 },
  );
}

/** Sends status and headers of an answer; the body is the caller's to send. */
export function sendHead(outgoing: Outgoing, answer: Response): void {
  outgoing.status(answer.status);
  for (const [name, value] of answer.headers) if (name !== "set-cookie") outgoing.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader("Set-Cookie", cookies);
}

/** Sends a whole answer, streaming its body. */
export async function sendAnswer(outgoing: Outgoing, answer: Response): Promise<void> {
  sendHead(outgoing, answer);
  if (!answer.body) return void outgoing.end();
  await pipeline(Readable.fromWeb(answer.body as NodeReadableStream), outgoing);
}
