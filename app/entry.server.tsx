// Draws a page to one string, ready when its loaders are, and writes the content security policy to match.
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import type { loader as rootLoader, PageHandle } from "./root.tsx";
import { contentPolicy } from "./shared/content-policy.server.ts";
import { logProblem } from "./shared/log.server.ts";
import { PageStatusProvider } from "./shared/ui/page-status.tsx";
import { WordsProvider } from "./shared/ui/words.tsx";
import { i18nFor, wordsFor } from "./shared/words.server.ts";

export default function drawPage(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { language, nonce }: AppLoadContext,
): Response {
  const html = renderToString(
    <WordsProvider i18n={i18nFor(language)}>
      <PageStatusProvider value={status}>
        <RemixServer context={remix} url={request.url} nonce={nonce} />
      </PageStatusProvider>
    </WordsProvider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Language", language);
  headers.set("Content-Security-Policy", policyOf(remix, status, nonce));
  // A page drawn again because of what was entered says so first of all [GOV.UK Design System, error summary].
  const title = status === 422 ? `<title>${wordsFor(language).t("shared:error.prefix")} ` : "<title>";
  return new Response(`<!DOCTYPE html>${html.replace("<title>", title)}`, { status, headers });
}

function policyOf(remix: EntryContext, status: number, nonce: string): string {
  const { matches, loaderData } = remix.staticHandlerContext;
  const hydrates = matches.some(({ route }) => (remix.routeModules[route.id]?.handle as PageHandle | undefined)?.hydrates);
  const root = loaderData.root as Awaited<ReturnType<typeof rootLoader>> | undefined;
  return contentPolicy({ style: root?.accent ?? null, ...(hydrates && status === 200 ? { nonce } : {}) });
}

/** What went wrong in a loader, an action or a drawing. An address that does not exist is no problem of ours. */
export function handleError(problem: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (request.signal.aborted || (isRouteErrorResponse(problem) && problem.status < 500)) return;
  logProblem(context.requestId, problem);
}
