// The Express server: what every request passes on its way to Remix. Limits, headers, kept pages, languages.
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import helmet from "helmet";
import { carriesSession, whoIsAsking } from "./people/session.server.ts";
import { findArrival, ownSite } from "./partnerships/sites.server.ts";
import { answerToToken, domainCheckRoute } from "./settings/domain-check.server.ts";
import { isReadable, networkOf, withoutHost } from "./shared/address.ts";
import { config } from "./shared/config.server.ts";
import { contentPolicy } from "./shared/content-policy.server.ts";
import { connectionsLost, db, isDatabaseBack, isDatabaseLost } from "./shared/db.server.ts";
import { bodyOf, bodyOfDrawing, type Drawing } from "./shared/drawings.server.ts";
import { strictTransport } from "./shared/https.server.ts";
import { languageCookie } from "./shared/language-cookie.server.ts";
import { defaultLanguage, isLanguage, type Language } from "./shared/languages.ts";
import { holdUploadRoom, limitPosts, refusalOf } from "./shared/limits.server.ts";
import { pathOutOfLanguage } from "./shared/local-path.ts";
import { logConcern, logProblem } from "./shared/log.server.ts";
import { onceBodyIsBy } from "./shared/patience.server.ts";
import { dropsSoFar, findKeptPage, isKeepingPages, keepAnswer, type KeptPage } from "./shared/published-pages.server.ts";
import { refusalOfStatus, refusalPage, type Refusal } from "./shared/refusal.server.ts";
import { requestIdOf, watchesRequests } from "./shared/request-watch.server.ts";
import { securityText } from "./shared/security-contact.ts";
import { linesOf, makePages, type Answered } from "./shared/short-way.server.ts";
import { sendAnswer, sendHead, webRequest } from "./shared/web.server.ts";
import { unknownHostPage } from "./shared/unknown-host.server.ts";

/** Makes the application around a Remix build. `clientDir` and `browserDir` hold the built assets. */
export function makeApplication(build: ServerBuild, clientDir: string, browserDir: string): Express {
  const application = express();
  application.disable("x-powered-by");
  application.set("trust proxy", config().trustedProxies);
  application.set("query parser", "simple");
  application.use(readsWholeAddresses, givesContext, setsHeaders);
  application.get("/healthz", (_request, response) => void response.type("text/plain").send("alive\n"));
  application.get("/readyz", (_request, response) => {
    db()
      .$queryRaw`SELECT 1`.then(() => response.type("text/plain").send("ready\n"))
      .catch(() => response.status(503).type("text/plain").send("the database does not answer\n"));
  });
  application.use(watchesRequests(linesOf(build)), refusesBrokenAddresses);
  application.get(domainCheckRoute, (request, response) => {
    const answer = answerToToken(request.params.token);
    response.status(answer === null ? 404 : 200).type("text/plain").set("Cache-Control", "no-store").send(answer ?? "");
  });
  const forever = { immutable: true, maxAge: "1y", index: false, redirect: false };
  application.use("/assets", compresses, express.static(join(clientDir, "assets"), forever));
  application.use("/browser", compresses, express.static(browserDir, forever));
  // because asking the disk for every page's address would cost more than some pages do
  const inClient = existsSync(clientDir) ? readdirSync(clientDir, { withFileTypes: true }) : [];
  const ownFiles = inClient.flatMap((file) => (file.isFile() ? [`/${file.name}`] : []));
  if (ownFiles.length > 0) application.get(ownFiles, compresses, express.static(clientDir, { maxAge: "1h", index: false, redirect: false }));
  application.use(findsItsSite, refusesWhatIsNotOurs);
  application.get(securityTextPath, tellsWhomToTell);
  application.use(remembersLanguage);
  const pages = makePages(build);
  application.use((request, response, next) => {
    answer(request, response, pages).catch(next);
  });
  application.use(answersProblems);
  return application;
}

const securityTextPath = "/.well-known/security.txt";

function tellsWhomToTell(_request: Request, response: Response, next: NextFunction): void {
  const { securityContact } = config();
  const { site, now } = contextOf(response);
  if (securityContact === undefined) return next();
  response.type("text/plain").set("Cache-Control", "max-age=86400").send(securityText(securityContact, site, securityTextPath, now));
}

// Files and what streams. Pages are compressed where they are drawn.
const compresses = compression();

function contextOf(response: Response): AppLoadContext {
  return response.locals.context as AppLoadContext;
}

function languageOf(path: string): Language {
  const first = path.split("/", 2)[1];
  return isLanguage(first) && first !== defaultLanguage ? first : defaultLanguage;
}

function givesContext(request: Request, response: Response, next: NextFunction): void {
  const context: AppLoadContext = {
    language: languageOf(request.path),
    now: new Date(),
    requestId: requestIdOf(request) ?? randomBytes(8).toString("hex"),
    site: ownSite(),
    address: networkOf(request.ip ?? ""),
    nonce: randomBytes(16).toString("base64"),
  };
  response.locals.context = context;
  response.locals.connectionsLost = connectionsLost();
  next();
}

const secure = helmet({
  contentSecurityPolicy: false,
  crossOriginEmbedderPolicy: false,
  referrerPolicy: { policy: "same-origin" },
  strictTransportSecurity: false,
  xFrameOptions: { action: "deny" },
});

function setsHeaders(request: Request, response: Response, next: NextFunction): void {
  response.setHeader("X-Request-Id", contextOf(response).requestId);
  response.setHeader("Content-Security-Policy", contentPolicy());
  response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(self)");
  const overHttpsOnly = strictTransport();
  if (overHttpsOnly !== null) response.setHeader("Strict-Transport-Security", overHttpsOnly);
  secure(request, response, next);
}

/** For a request that the database went away from. What was already sent is safe, and sending it again does no harm. */
function refuseWhileAway(response: Response): void {
  response.setHeader("Retry-After", "5");
  refuse(response, 503, "away");
}

/** A page for what is refused before Remix is reached, in the language of the address. */
function refuse(response: Response, status: number, why: Refusal = refusalOfStatus(status)): void {
  const { language, requestId } = contextOf(response);
  const page = refusalPage(why, language, status < 500 ? null : requestId);
  onceBodyIsBy(response.req, response, () => void response.status(status).type("html").send(page));
}

function readsWholeAddresses(request: Request, _response: Response, next: NextFunction): void {
  request.originalUrl = request.url = withoutHost(request.url);
  next();
}

function refusesBrokenAddresses(request: Request, response: Response, next: NextFunction): void {
  if (!isReadable(request.originalUrl, request.headers.host)) return refuse(response, 400);
  next();
}

/** A partnership may have a host of its own; what was asked of the wrong one is sent on to the right one. */
function findsItsSite(request: Request, response: Response, next: NextFunction): void {
  findArrival(request.headers.host, request.originalUrl).then((arrival) => {
    const { language } = contextOf(response);
    const mayBeSentOn = request.method === "GET" || request.method === "HEAD";
    if (arrival && "site" in arrival) {
      contextOf(response).site = arrival.site;
      return next();
    }
    if (arrival && mayBeSentOn) return response.redirect(302, arrival.elsewhere);
    onceBodyIsBy(request, response, () => void response.status(421).type("html").send(unknownHostPage(language)));
  }, next);
}

function refusesWhatIsNotOurs(request: Request, response: Response, next: NextFunction): void {
  const refusal = refusalOf(request, contextOf(response).site);
  if (refusal === 405) response.setHeader("Allow", "GET, HEAD, POST");
  if (refusal !== null) return refuse(response, refusal, refusal);
  if (request.method !== "POST") return onceBodyIsBy(request, response, next);
  const wait = (status: number) => {
    response.setHeader("Retry-After", "60");
    refuse(response, status);
  };
  const goOn = () => {
    const full = holdUploadRoom(request, response);
    if (full === null) next();
    else wait(full);
  };
  limitPosts(request, () => whoPosts(request, contextOf(response).now), () => wait(429), goOn);
}

/** Who is signed in that posts; null for anybody else. */
async function whoPosts({ headers: { cookie } }: Request, now: Date): Promise<string | null> {
  if (cookie === undefined || !carriesSession(cookie)) return null;
  const asking = await whoIsAsking({ headers: new Headers({ Cookie: cookie }) }, now);
  return asking && asking.lacking === null ? asking.signedIn.personId : null;
}

/** A remembered language redirects to its address, so that an address means one thing. */
function remembersLanguage(request: Request, response: Response, next: NextFunction): void {
  const remembered = languageCookie.read(request.headers.cookie);
  const isPage = request.method === "GET" && !request.path.startsWith("/language/") && !/\.\w+$/.test(request.path);
  // A preview in English says that it is.
  const isMeant = request.query.in === defaultLanguage;
  if (!isPage || isMeant || !remembered || remembered === defaultLanguage || contextOf(response).language !== defaultLanguage) {
    return next();
  }
  response.setHeader("Vary", "Cookie");
  response.redirect(302, `/${remembered}${request.originalUrl === "/" ? "" : request.originalUrl}`);
}

/** From what is kept where that is right, else drawn afresh, and kept where the page asks for it. */
async function answer(request: Request, response: Response, pages: ReturnType<typeof makePages>): Promise<void> {
  const context = contextOf(response);
  const isAnybody = request.method === "GET" && !languageCookie.carriesOthers(request.headers.cookie);
  const mayKeep = isAnybody && isKeepingPages();
  const key = `${context.language} ${request.headers.host ?? ""} ${request.originalUrl}`;
  const kept = mayKeep ? findKeptPage(key, context.now) : undefined;
  if (kept) return sendKept(request, response, kept);
  const before = dropsSoFar();
  const answered = await drawWhenBack(request, response, pages);
  await new Promise<void>((resolve) => onceBodyIsBy(request, response, resolve));
  if (answered === "away") return refuseWhileAway(response);
  if (answered instanceof globalThis.Response && answered.status === 403) await tellRefused(request, context);
  if (!(answered instanceof globalThis.Response)) return sendDrawing(request, response, answered);
  // because what gives a file or figures has no page to say in words what went wrong
  if (answered.status >= 400 && !/^text\/(html|x-script)/.test(answered.headers.get("Content-Type") ?? "")) {
    await answered.body?.cancel();
    return refuse(response, answered.status);
  }
  const page = await keepAnswer(mayKeep ? key : null, before, answered);
  if (page) return sendKept(request, response, page);
  if (!answered.headers.has("Cache-Control")) answered.headers.set("Cache-Control", keepingOf(request));
  const { drawn } = context;
  if (!drawn || request.method === "HEAD") {
    compresses(request, response, () => undefined);
    return sendAnswer(response, answered);
  }
  sendHead(response, answered);
  sendPage(request, response, (asGzip) => bodyOf(drawn.filled, asGzip));
}

/**
 * The page, drawn again where the database went away from under it and came back. Only what is asked for is asked again: of
 * a post nobody knows how much of it was done.
 */
async function drawWhenBack(request: Request, response: Response, pages: ReturnType<typeof makePages>): Promise<Answered | "away"> {
  const context = contextOf(response);
  const asked = webRequest(request);
  for (let tries = 1; ; tries++) {
    const lost = connectionsLost();
    const answered = await pages(asked, pathOutOfLanguage(request.path, context.language), context);
    const hasFailed = answered instanceof globalThis.Response && answered.status >= 500;
    if (!hasFailed || !(await isDatabaseLost(lost))) return answered;
    if (request.method === "POST" || tries === 3 || !(await isDatabaseBack())) return "away";
    context.drawn = undefined;
  }
}

/** Writes down whom a page was refused to, where requests are written down. */
async function tellRefused(request: Request, { requestId, pattern = "other", now }: AppLoadContext): Promise<void> {
  if (!config().logsRequests) return;
  const asking = await whoIsAsking(webRequest(request), now);
  logConcern("forbidden", { requestId, pattern, personId: asking?.signedIn.personId ?? null });
}

/** What a page that says nothing else allows: Back after signing out, or on a shared machine, must not show what only the person signed in may see. */
function keepingOf(request: Request): string {
  return carriesSession(request.headers.cookie) ? "private, no-store" : "private, no-cache";
}

function sendDrawing(request: Request, response: Response, drawing: Drawing): void {
  response.status(200);
  for (const [name, value] of drawing.head) response.setHeader(name, value);
  if (!response.hasHeader("Cache-Control")) response.setHeader("Cache-Control", keepingOf(request));
  sendPage(request, response, (asGzip) => bodyOfDrawing(drawing, contextOf(response).filling ?? {}, asGzip));
}

function sendPage(request: Request, response: Response, bodyAs: (asGzip: boolean) => Buffer): void {
  const asGzip = Boolean(request.acceptsEncodings("gzip"));
  const body = bodyAs(asGzip);
  response.vary("Accept-Encoding");
  if (asGzip) response.setHeader("Content-Encoding", "gzip");
  response.setHeader("Content-Length", body.length);
  response.end(body);
}

function sendKept(request: Request, response: Response, page: KeptPage): void {
  sendHead(response, page.head);
  response.setHeader("Vary", "Accept-Encoding, Cookie");
  response.setHeader("Cache-Control", "no-cache");
  if (request.acceptsEncodings("br")) {
    response.setHeader("Content-Encoding", "br");
    response.setHeader("Content-Length", page.brotli.length);
    response.end(page.brotli);
  } else sendPage(request, response, (asGzip) => bodyOf(page.html, asGzip));
}

function answersProblems(problem: unknown, _request: Request, response: Response, _next: NextFunction): void {
  if (response.headersSent || response.destroyed) {
    const hasGone = (problem as { code?: unknown } | null)?.code === "ERR_STREAM_PREMATURE_CLOSE";
    if (!hasGone) logProblem(contextOf(response).requestId, problem);
    response.destroy(); // because half an answer that ends well is taken for a whole one
    return;
  }
  const status = (problem as { status?: unknown } | null)?.status;
  // Express names what a malformed request did wrong (a broken escape in its path, say) by a status of its own.
  if (typeof status === "number" && status >= 400 && status < 500) return refuse(response, 400);
  logProblem(contextOf(response).requestId, problem);
  void isDatabaseLost(Number(response.locals.connectionsLost)).then((isAway) => (isAway ? refuseWhileAway(response) : refuse(response, 500)));
}
