// Draws a page. A resident's page is one string, ready when its loaders are; a worker's page is the same with scripts.
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { WordsProvider } from "./shared/ui/words.tsx";
import { i18nFor } from "./shared/words.server.ts";
import { logProblem } from "./shared/log.server.ts";

export default function drawPage(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Response {
  const html = renderToString(
    <WordsProvider i18n={i18nFor(context.language)}>
      <RemixServer context={remix} url={request.url} nonce={context.nonce} />
    </WordsProvider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(`<!DOCTYPE html>${html}`, { status, headers });
}

/** What went wrong in a loader, an action or a drawing. An address that does not exist is no problem of ours. */
export function handleError(problem: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (request.signal.aborted || (isRouteErrorResponse(problem) && problem.status < 500)) return;
  logProblem(context.requestId, problem);
}
