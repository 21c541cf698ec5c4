// Between Node's requests and the web's, which Remix speaks.
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import type { Request as Incoming, Response as Outgoing } from "express";

/** The request as the web knows it; its signal aborts when the caller goes away before the answer is out. */
export function webRequest(incoming: Incoming, outgoing: Outgoing): Request {
  const gone = new AbortController();
  outgoing.on("close", () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  const headers = new Headers();
  for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
    headers.append(incoming.rawHeaders[index]!, incoming.rawHeaders[index + 1]!);
  }
  const url = new URL(incoming.originalUrl, `${incoming.protocol}://${incoming.get("host") ?? "localhost"}`);
  const withBody = incoming.method !== "GET" && incoming.method !== "HEAD";
  return new Request(url, {
    method: incoming.method,
    headers,
    signal: gone.signal,
    ...(withBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: "half" } : {}),
  } as RequestInit);
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
