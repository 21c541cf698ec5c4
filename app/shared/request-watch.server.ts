// Watches each request to its end: counted where metrics are served, told in the log where that is wanted.
import { performance } from "node:perf_hooks";
import type { AppLoadContext } from "@remix-run/node";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import { config } from "./config.server.ts";
import { pathOutOfLanguage } from "./local-path.ts";
import { logRequest } from "./log.server.ts";
import { makeUrlTable } from "./url-table.ts";
import { countRequest } from "./web-metrics.server.ts";

/** As nginx has it: the caller had gone before an answer began. */
const goneBeforeAnswer = 499;
const methods = new Set(["GET", "HEAD", "POST"]);

/** Goes before everything that answers, and after the context is given. `lines` are the table's. */
export function watchesRequests(lines: readonly { id: string; path: string }[]): RequestHandler {
  const { logsRequests, metricsAddress } = config();
  if (!logsRequests && metricsAddress === undefined) return (_request, _response, next) => next();
  const find = makeUrlTable(lines);
  // The page that answers knows its line; what is kept, refused or a file is looked up.
  const patternOf = (path: string, { language, pattern }: AppLoadContext): string => {
    const own = pathOutOfLanguage(path, language);
    const line = pattern ?? find(own)?.pattern;
    if (line !== undefined) return line;
    if (own === "/") return "/";
    const [, folder = ""] = /^\/(assets|browser)\//.exec(own) ?? [];
    return folder === "" ? "other" : `/${folder}`;
  };
  return (request: Request, response: Response, next: NextFunction) => {
    const began = performance.now();
    const { socket, path } = request;
    const before = socket.bytesWritten;
    response.once("close", () => {
      const context = response.locals.context as AppLoadContext;
      const seconds = (performance.now() - began) / 1000;
      const method = methods.has(request.method) ? request.method : "other";
      const isCut = !response.writableFinished;
      const pattern = patternOf(path, context);
      const status = response.headersSent ? response.statusCode : goneBeforeAnswer;
      if (metricsAddress !== undefined) countRequest({ method, pattern, status, seconds });
      if (!logsRequests) return;
      const bytes = socket.bytesWritten - before;
      logRequest({ requestId: context.requestId, method, pattern, status, ms: Math.round(seconds * 10_000) / 10, bytes, isCut });
    });
    next();
  };
}

/** The id a trusted proxy gave to a request, where it is well-formed; it is then the same in the proxy's log and in ours. */
export function requestIdOf(request: Request): string | null {
  const given = request.headers["x-request-id"];
  return config().trustedProxies > 0 && typeof given === "string" && /^[A-Za-z0-9._-]{8,64}$/.test(given) ? given : null;
}
