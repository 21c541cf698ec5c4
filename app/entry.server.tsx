// Draws a page. A resident's page is one string, ready when its loaders are; a worker's page is the same with scripts.
import { RemixServer } from "@remix-run/react";
import type { AppLoadContext, EntryContext } from "@remix-run/node";
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

export function handleError(problem: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (!request.signal.aborted) logProblem(context.requestId, problem);
}
