// How long a request may take to arrive, and what becomes of a body that nobody reads.
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { refuseUnreadable } from "./refusal.server.ts";

export type Patience = { forHeadInMs: number; forWholeInMs: number; looksEveryInMs: number };

/** Ten megabytes over a slow line in the country take nearly three minutes. */
const usual: Patience = { forHeadInMs: 15_000, forWholeInMs: 180_000, looksEveryInMs: 5_000 };

/** A server that waits so long for a request and no longer, and tells in words whoever sends what is none. */
export function createPatientServer(listener: RequestListener, patience: Patience = usual): Server {
  const { forHeadInMs, forWholeInMs, looksEveryInMs } = patience;
  const times = { headersTimeout: forHeadInMs, requestTimeout: forWholeInMs, connectionsCheckingInterval: looksEveryInMs };
  return createServer(times, listener).on("clientError", (problem, socket) => refuseUnreadable(problem, socket as Socket));
}

const mostLetBy = 32 * 1024 * 1024;
const letByForInMs = 10_000;

/**
 * Lets go of a body that nobody will read. A little of it is let by, because a browser that is still sending may not see the
 * answer otherwise; what is vast, or has no stated length, is cut off.
 */
export function letGoOfBody(request: IncomingMessage, response: ServerResponse): void {
  if (request.complete) return;
  const length = Number(request.headers["content-length"] ?? (request.headers["transfer-encoding"] ? Infinity : 0));
  if (!(length <= mostLetBy)) return void response.setHeader("Connection", "close");
  setTimeout(() => {
    if (!request.complete) request.socket.destroy();
  }, letByForInMs).unref();
}
