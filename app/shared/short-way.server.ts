// The short way to a resident's page. Remix ranks its whole table anew for every request and prepares every page to wake in
// the browser, which ours do not: so a page's own loaders and action are called here first, and Remix only where there is
// something to draw, with what they came to and with that one line of its table. See docs/decisions.
import { createRequestHandler, data, type AppLoadContext, type EntryContext, type ServerBuild } from "@remix-run/node";
import type { Outcome } from "./context.ts";
import { defaultLanguage, languages, type Language } from "./languages.ts";
import { asksForSameDrawing, drawingKey, findDrawing, keepDrawing, type Drawing, type Head } from "./drawings.server.ts";
import { notFound } from "./responses.server.ts";
import { makeUrlTable } from "./url-table.ts";

type Route = NonNullable<ServerBuild["routes"][string]>;
type StaticData = Pick<EntryContext["staticHandlerContext"], "loaderData" | "actionData">;
type Handle = (request: Request, context: AppLoadContext) => Promise<Response>;

/** An answer from Remix, or a drawing that was kept. */
export type Answered = Response | Drawing;

/** The table of URLs as it was built. */
export function linesOf(build: ServerBuild): { id: string; path: string }[] {
  return Object.values(build.routes).flatMap((route) => (route?.path ? [{ id: route.id, path: route.path }] : []));
}

/** Answers every request to a page of the build, in each language. */
export function makePages(build: ServerBuild): (request: Request, path: string, context: AppLoadContext) => Promise<Answered> {
  const find = makeUrlTable(linesOf(build));
  const root = build.routes.root!;
  const mounts = new Map(languages.map((language) => [language, mount(build, language)]));
  return async (request, path, context) => {
    const { whole, only } = mounts.get(context.language)!;
    // because what a loader came to holds more than its page shows; only a page that wakes is given it by itself
    if (path.endsWith(dataEnding) && !wakes(build.routes[find(path.slice(0, -dataEnding.length))?.id ?? ""])) return notFound();
    const found = find(path);
    const route = found && build.routes[found.id];
    context.pattern = found?.pattern ?? null;
    if (!route || !goesTheShortWay(route, request)) return whole(request, context);
    const args = { request, context, params: found.params };
    if (request.method === "POST") {
      const acted = await tried(() => route.module.action!(args));
      const way = redirectOf(acted);
      if (way) return inLanguage(way, context.language);
      context.outcomes = { [`action ${route.id}`]: acted };
      // because its body has been read
      return only(route)(new Request(request.url, { method: "POST", headers: request.headers }), context);
    }
    const [above, own] = await Promise.all([tried(() => root.module.loader!(args)), tried(() => route.module.loader!(args))]);
    const way = redirectOf(own) ?? redirectOf(above);
    if (way) return inLanguage(way, context.language);
    context.outcomes = { "loader root": above, [`loader ${route.id}`]: own };
    const key = keyOf(request, context, above, own);
    const kept = key === null ? undefined : findDrawing(key);
    if (kept) return kept;
    const drawn = await only(route)(request, context);
    if (key !== null && drawn.status === 200 && context.drawn !== undefined) keepDrawing(key, context.drawn.withBlanks, headOf(drawn));
    return drawn;
  };
}

function mount(build: ServerBuild, language: Language): { whole: Handle; only: (route: Route) => Handle } {
  const basename = language === defaultLanguage ? "/" : `/${language}`;
  const ways = new Map<string, Handle>();
  const only = (route: Route): Handle => {
    const known = ways.get(route.id);
    if (known) return known;
    const routes = { root: given(build.routes.root!), [route.id]: given(route) };
    const assets = { ...build.assets, routes: pick(build.assets.routes, Object.keys(routes)) };
    const way = createRequestHandler({ ...build, basename, routes, assets }, "production");
    ways.set(route.id, way);
    return way;
  };
  return { whole: createRequestHandler({ ...build, basename }, "production"), only };
}

function pick<Value>(from: Record<string, Value>, ids: readonly string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(from).filter(([id]) => ids.includes(id)));
}

/**
 * The route with a loader and an action that first look whether they were called already. What they came to goes round
 * Remix, which would write all of it down for a page that wakes (`handOver`).
 */
function given(route: Route): Route {
  const { loader, action } = route.module;
  type Call = NonNullable<typeof loader>;
  const first =
    (kind: string, call: Call): Call =>
    (args) => {
      const outcome = args.context.outcomes?.[`${kind} ${route.id}`];
      if (!outcome) return call(args);
      if ("problem" in outcome) throw outcome.problem;
      return emptied(outcome.value) as ReturnType<Call>;
    };
  return {
    ...route,
    module: { ...route.module, ...(loader && { loader: first("loader", loader) }), ...(action && { action: first("action", action) }) },
  };
}

type Data = { type: "DataWithResponseInit"; data: unknown; init: ResponseInit | null };

function isData(came: unknown): came is Data {
  return (came as { type?: unknown } | null)?.type === "DataWithResponseInit";
}

/** The same answer with nothing in it. */
function emptied(came: unknown): unknown {
  if (came instanceof Response) return came;
  return isData(came) ? data(null, came.init ?? undefined) : null;
}

/** Gives a page that is about to be drawn what its loaders and its action came to. */
export function handOver({ outcomes = {} }: AppLoadContext, { loaderData, actionData }: StaticData): void {
  for (const [name, outcome] of Object.entries(outcomes)) {
    const [kind, id] = name.split(" ", 2) as ["loader" | "action", string];
    const held = kind === "loader" ? loaderData : actionData;
    if (!held || !("value" in outcome) || outcome.value instanceof Response) continue;
    held[id] = isData(outcome.value) ? outcome.value.data : outcome.value;
  }
}

/** What the address of a page's data ends in. */
const dataEnding = ".data";

function wakes(route: Route | undefined): boolean {
  return (route?.module.handle as { hydrates?: boolean } | undefined)?.hydrates ?? false;
}

/** Pages that are drawn, do not wake, and are asked for by nothing but their address. */
function goesTheShortWay(route: Route, request: Request): boolean {
  const { module } = route;
  const answers = request.method === "GET" ? module.loader : request.method === "POST" ? module.action : undefined;
  return !wakes(route) && module.default !== undefined && answers !== undefined && !/[?&](?:_data|_routes|index)\b/.test(request.url);
}

async function tried(work: () => unknown): Promise<Outcome> {
  try {
    return { value: await work() };
  } catch (problem) {
    return { problem };
  }
}

function redirectOf(outcome: Outcome): Response | null {
  const came = "value" in outcome ? outcome.value : outcome.problem;
  return came instanceof Response && came.status >= 300 && came.status < 400 ? came : null;
}

/** Pages write their links without a language; the address that is gone to has it, as with Remix. */
function inLanguage(redirect: Response, language: Language): Response {
  const to = redirect.headers.get("Location");
  if (language !== defaultLanguage && to?.startsWith("/")) {
    redirect.headers.set("Location", to === "/" ? `/${language}` : `/${language}${to}`);
  }
  return redirect;
}

/** What the drawing is made from, where the page's loader says that it is nobody's own; else null. */
function keyOf(request: Request, { language, site }: AppLoadContext, above: Outcome, own: Outcome): string | null {
  if (!("value" in above) || !("value" in own)) return null;
  const came = own.value;
  if (!isData(came) || !asksForSameDrawing(came.init) || (came.init?.status ?? 200) !== 200) return null;
  const { pathname, search } = new URL(request.url);
  return drawingKey(language, site, pathname, search, above.value, came.data);
}

function headOf(drawn: Response): Head {
  return [...drawn.headers];
}
