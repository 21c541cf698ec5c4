// The page for what is refused before a page of ours is reached, in words.
import type { Socket } from "node:net";
import { contentPolicy } from "./content-policy.server.ts";
import { strictTransport } from "./https.server.ts";
import { defaultLanguage, directionOf, languages, type Language } from "./languages.ts";
import { wordsFor } from "./words.server.ts";

/** Why something is refused; the text of each is `shared:refused.<reason>`. 403 is a post from another site, away the database. */
export type Refusal = 400 | 403 | 404 | 405 | 408 | 411 | 413 | 415 | 429 | 431 | 500 | 503 | "away" | "forbidden";

/** What to say of an answer that has a status and no words. */
export function refusalOfStatus(status: number): Refusal {
  if (status === 403) return "forbidden";
  if (status === 404 || status === 410) return 404;
  if (status === 405 || status === 413 || status === 429 || status === 503) return status;
  return status < 500 ? 400 : 500;
}

/**
 * What was wrong, that nothing is lost, and what to do; in every language where the address could not be read. `requestId`
 * where the fault is ours, for whoever gets in touch about it.
 */
export function refusalPage(refusal: Refusal, language?: Language, requestId: string | null = null): string {
  const main = language ?? defaultLanguage;
  const isAway = refusal === "away";
  const heading = isAway ? "shared:away.title" : "shared:refused.title";
  const kept = isAway ? "shared:away.kept" : "shared:refused.kept";
  const title = wordsFor(main).t(heading);
  const parts = (language ? [language] : languages).map((one) => {
    const { t } = wordsFor(one);
    const reference = requestId === null ? "" : `<p>${t("shared:refused.reference")} <strong dir="ltr">${requestId}</strong></p>`;
    const words = `<p>${t(`shared:refused.${refusal}`)}</p><p>${t(kept)}</p>${reference}`;
    if (one === main) return `<h1>${title}</h1>${words}`;
    return `<section lang="${one}" dir="${directionOf(one)}"><h2>${t(heading)}</h2>${words}</section>`;
  });
  return (
    `<!DOCTYPE html><html lang="${main}" dir="${directionOf(main)}"><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><title>${title}</title><main>${parts.join("")}</main>`
  );
}

const names = { 400: "Bad Request", 408: "Request Timeout", 431: "Request Header Fields Too Large" } as const;

/** What Node says before an answer to whoever asks whether to send their body. */
const goOn = "HTTP/1.1 100 Continue\r\n\r\n";

/** Answers what Node could not read as a request at all, or waited for too long. */
export function refuseUnreadable(problem: NodeJS.ErrnoException, socket: Socket): void {
  // because an answer half out, or one before it on the same line, must not be taken for the beginning of this one
  if (!socket.writable || socket.bytesWritten > goOn.length || problem.code === "ECONNRESET") return void socket.destroy();
  const isLate = problem.code === "ERR_HTTP_REQUEST_TIMEOUT";
  const status = isLate ? 408 : problem.code === "HPE_HEADER_OVERFLOW" ? 431 : 400;
  const page = refusalPage(status);
  const overHttpsOnly = strictTransport();
  const head = [
    `HTTP/1.1 ${status} ${names[status]}`,
    "Connection: close",
    "Content-Type: text/html; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(page)}`,
    `Content-Security-Policy: ${contentPolicy()}`,
    ...(overHttpsOnly === null ? [] : [`Strict-Transport-Security: ${overHttpsOnly}`]),
    "X-Content-Type-Options: nosniff",
    "Cache-Control: no-store",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${page}`, () => void socket.destroy());
}
