// Folkmoot as one function from a request to an answer: the table of URLs with every page behind it, drawn as the server
// draws it, without Express and without a build.
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { AppLoadContext } from "@remix-run/node";
import { bodyOfDrawing } from "#app/shared/drawings.server.ts";
import type { Language } from "#app/shared/languages.ts";
import { pathOutOfLanguage } from "#app/shared/local-path.ts";
import { makePages } from "#app/shared/short-way.server.ts";
import { makeUrlTable } from "#app/shared/url-table.ts";
import { buildContext, get, post } from "./requests.ts";
import { listUrls } from "./urls.ts";

type Module = ServerBuild["routes"][string]["module"];

const modules = import.meta.glob<Module>(["../../app/*/pages/*.tsx", "../../app/root.tsx"]);
const entry = () => import("../../app/entry.server.tsx") as Promise<ServerBuild["entry"]["module"]>;

const idOf = (file: string) => file.replace(/\.tsx$/, "");

async function loadPage(file: string): Promise<Module> {
  const load = modules[`../../app/${file}`];
  if (!load) throw new Error(`remix.config.js names ${file}, which is not there`);
  return load();
}

/** The table of URLs with every page behind it, as a build holds it; or with the pages of that name alone. */
export async function assembleBuild(wanted?: string): Promise<ServerBuild> {
  const root = { id: "root", path: "", module: await loadPage("root.tsx") };
  const lines = listUrls().map(({ path, file, index }) => {
    const place = path === "/" ? {} : { path: path.replace(/^\//, "") };
    return { id: idOf(file), parentId: "root", index, ...place, file };
  });
  const loaded = lines.filter(({ id }) => wanted === undefined || id === wanted);
  const pages = await Promise.all(loaded.map(async ({ file, ...line }) => ({ ...line, module: await loadPage(file) })));
  const routes = [root, ...pages];
  const described = routes.map(({ module, ...route }) => [
    route.id,
    {
      ...route,
      module: `/assets/${route.id}.js`,
      hasAction: "action" in module,
      hasLoader: "loader" in module,
      ...{ hasClientAction: false, hasClientLoader: false, hasErrorBoundary: "ErrorBoundary" in module },
    },
  ]);
  return {
    mode: "production",
    entry: { module: await entry() },
    routes: Object.fromEntries(routes.map((route) => [route.id, route])),
    assets: { entry: { module: "/assets/entry.js", imports: [] }, routes: Object.fromEntries(described), url: "", version: "test" },
    publicPath: "/",
    assetsBuildDirectory: "",
    future: {
      ...{ v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true },
      ...{ v3_singleFetch: true, v3_lazyRouteDiscovery: true, unstable_optimizeDeps: false, v3_routeConfig: false },
    },
    isSpaMode: false,
    basename: "/",
  };
}

export type Application = (request: Request, context?: Partial<AppLoadContext>) => Promise<Response>;

const tableOfUrls = makeUrlTable(listUrls().map(({ path, file }) => ({ id: idOf(file), path })));

/** The one page that answers a path; none where only Remix finds out, with all of them. */
function pageAt(path: string): string | undefined {
  return tableOfUrls(path.replace(/\.data$/, ""))?.id;
}

/**
 * The application in a language, to be asked for addresses with that language in front; the short way, as the server goes.
 * Pages are loaded as they are asked for, because loading hundreds takes longer than most tests.
 */
export async function openApplication(language: Language = "en"): Promise<Application> {
  const opened = new Map<string | undefined, Promise<ReturnType<typeof makePages>>>();
  const pagesAt = (path: string) => {
    const id = pageAt(path);
    const known = opened.get(id) ?? assembleBuild(id).then(makePages);
    opened.set(id, known);
    return known;
  };
  return async (request, given = {}) => {
    const context = buildContext({ language, ...given });
    const { pathname } = new URL(request.url);
    const path = pathOutOfLanguage(pathname, language);
    const answered = await (await pagesAt(path))(request, path, context);
    if (answered instanceof Response) return answered;
    const headers = answered.head.map(([name, value]): [string, string] => [name, value]);
    return new Response(new Uint8Array(bodyOfDrawing(answered, context.filling ?? {}, false)), { headers });
  };
}

/** The same, all of it by Remix alone. */
export async function openWhole(language: Language = "en"): Promise<Application> {
  const build = { ...(await assembleBuild()), basename: language === "en" ? "/" : `/${language}` };
  const handle = createRequestHandler(build, "production");
  return (request, context = {}) => handle(request, buildContext({ language, ...context }));
}

/** A browser with a cookie jar and nothing else: it follows no redirect. */
export class Visitor {
  readonly #cookies = new Map<string, string>();
  readonly #application: Application;
  readonly #context: Partial<AppLoadContext>;

  constructor(application: Application, context: Partial<AppLoadContext> = {}, cookies: string[] = []) {
    this.#application = application;
    this.#context = context;
    for (const cookie of cookies) this.#keep(cookie);
  }

  open(path: string): Promise<Response> {
    return this.#send(get(path, { cookies: this.#sent() }));
  }

  post(path: string, fields: Record<string, string | string[] | File> = {}): Promise<Response> {
    return this.#send(post(path, fields, { cookies: this.#sent() }));
  }

  /** The cookies they hold, to be carried to another moment or another device. */
  cookies(): string[] {
    return this.#sent();
  }

  async #send(request: Request): Promise<Response> {
    const answer = await this.#application(request, this.#context);
    for (const cookie of answer.headers.getSetCookie()) this.#keep(cookie);
    return answer;
  }

  #keep(cookie: string) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (/Max-Age=0/i.test(cookie)) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }

  #sent(): string[] {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`);
  }
}
