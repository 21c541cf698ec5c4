// Draws a page to one string, ready when its loaders are, and writes the content security policy to match.
import { text } from "node:stream/consumers";
import { PassThrough } from "node:stream";
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import type { ReactElement } from "react";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import type { loader as rootLoader, PageHandle } from "./root.tsx";
import { contentPolicy } from "./shared/content-policy.server.ts";
import { fill } from "./shared/drawings.server.ts";
import { logProblem } from "./shared/log.server.ts";
import { handOver } from "./shared/short-way.server.ts";
import { AnswerProvider } from "./shared/ui/answer.tsx";
import { styleOf } from "./shell/page-style.ts";
import { WordsProvider } from "./shared/ui/words.tsx";
import { speechFor, wordsFor } from "./shared/words.server.ts";

export default async function drawPage(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { language, nonce, requestId } = context;
  handOver(context, remix.staticHandlerContext);
  const page = (
    <WordsProvider speech={speechFor(language)}>
      <AnswerProvider value={{ status, requestId, nonce }}>
        <RemixServer context={remix} url={request.url} nonce={nonce} />
      </AnswerProvider>
    </WordsProvider>
  );
  const wakes = status === 200 && isToWake(remix);
  const html = wakes ? await drawToWake(page, nonce) : renderToString(page);
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Language", language);
  headers.set("Content-Security-Policy", policyOf(remix, wakes ? nonce : null));
  if (handlesOf(remix).some((handle) => handle?.isFramed)) headers.set("X-Frame-Options", "SAMEORIGIN");
  // A page drawn again because of what was entered says so first of all [GOV.UK Design System, error summary].
  const title = status === 422 ? `<title>${wordsFor(language).t("shared:error.prefix")} ` : "<title>";
  // because the server sends it from here, without a stream around it
  const withBlanks = `<!DOCTYPE html>${html.replace("<title>", title)}`;
  context.drawn = { withBlanks, filled: fill(withBlanks, context.filling ?? {}) };
  return new Response(context.drawn.filled, { status, headers });
}

function handlesOf({ staticHandlerContext, routeModules }: EntryContext): (PageHandle | undefined)[] {
  return staticHandlerContext.matches.map(({ route }) => routeModules[route.id]?.handle as PageHandle | undefined);
}

function isToWake(remix: EntryContext): boolean {
  return handlesOf(remix).some((handle) => handle?.hydrates);
}

// A worker's page takes along what its loaders gave, which only the streaming way of drawing waits for.
function drawToWake(page: ReactElement, nonce: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      nonce,
      onAllReady: () => text(pipe(new PassThrough())).then(resolve, reject),
      onShellError: reject,
      onError: reject,
    });
  });
}

function policyOf(remix: EntryContext, nonce: string | null): string {
  const { staticHandlerContext, routeModules } = remix;
  const { loaderData, matches } = staticHandlerContext;
  const handles = handlesOf(remix);
  const root = loaderData.root as Awaited<ReturnType<typeof rootLoader>> | undefined;
  const routes = matches.map(({ route }) => ({ handle: routeModules[route.id]?.handle, loaded: loaderData[route.id] as unknown }));
  return contentPolicy({
    ...{ style: styleOf(root?.accent, routes), ...(nonce !== null && { nonce }) },
    ...{ frames: handles.some((handle) => handle?.frames), isFramed: handles.some((handle) => handle?.isFramed) },
  });
}

/** What went wrong in a loader, an action or a drawing. An address that does not exist is no problem of ours. */
export function handleError(problem: unknown, { context }: { context: AppLoadContext }): void {
  if (isRouteErrorResponse(problem) && problem.status < 500) return;
  logProblem(context.requestId, problem);
}
