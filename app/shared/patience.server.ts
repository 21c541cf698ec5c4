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
 * Answers once a body that nobody will read has been let by, because whoever is still sending may not see an answer. What is
 * vast, too slow, or of no stated length is answered at once and cut off.
 */
export function onceBodyIsBy(request: IncomingMessage, response: ServerResponse, answer: () => void): void {
  const length = Number(request.headers["content-length"] ?? (request.headers["transfer-encoding"] ? Infinity : 0));
  if (request.complete || length === 0) return answer();
  const cutOff = () => {
    if (!response.headersSent) response.setHeader("Connection", "close");
    answer();
  };
  if (!(length <= mostLetBy)) return cutOff();
  const late = setTimeout(() => go(cutOff), letByForInMs);
  const by = () => go(answer);
  const go = (then: () => void) => {
    clearTimeout(late);
    request.off("end", by).off("close", by);
    then();
  };
  request.once("end", by).once("close", by).resume();
}
