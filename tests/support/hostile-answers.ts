// What every answer must be, whatever was asked.
import type { HostileRequest } from "./hostile-requests.ts";
import type { RawAnswer } from "./raw-http.ts";

const insides = /node_modules|\n\s+at \S+ \(|\.tsx?:\d+:\d+|PrismaClient|ECONNREFUSED|invalid byte sequence|syntax error at or near/;

/** What is wrong with an answer to such a request, or null. */
export function faultIn(request: HostileRequest, answer: RawAnswer | null): string | null {
  if (answer === null) return request.isCutShort ? null : "no answer at all";
  const { status, headers, body } = answer;
  if (Number.isNaN(status)) return `no status in ${body.slice(0, 100)}`;
  if (status >= 500) return `${status}: ${body.slice(0, 300)}`;
  if (insides.test(body)) return `${status} tells of our insides: ${insides.exec(body)?.[0]}`;
  if (!headers.get("content-security-policy")) return `${status} without a content policy`;
  if (headers.get("x-content-type-options") !== "nosniff") return `${status} that may be sniffed`;
  return status >= 400 && !request.isToHead ? faultInRefusal(request, answer) : null;
}

function faultInRefusal({ head }: HostileRequest, { status, headers, body }: RawAnswer): string | null {
  const [, path = ""] = head.split(" ", 2);
  // because a page's own data request is answered in Remix's own way
  if (/text\/x-script/.test(headers.get("content-type") ?? "")) return null;
  if (!/^text\/html/.test(headers.get("content-type") ?? "")) return `${status} that is no page: ${body.slice(0, 100)}`;
  if (!/<h1/.test(body) || !/<p/.test(body)) return `${status} without words`;
  const language = /^\/(cy|ur)(?:[/?#]|$)/.exec(path)?.[1] ?? "en";
  // because what cannot be read as a request has no address, and is answered in every language
  const wanted = headers.has("x-request-id") && /^\/(?!\/)/.test(path) ? `<html lang="${language}"` : `lang="${language}"`;
  return body.includes(wanted) ? null : `${status} not in ${language}`;
}
