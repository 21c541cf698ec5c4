// A partnership's own host name: how one is written, and which address a request to one of them is really for.
import { defaultLanguage, isLanguage } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { plain } from "#app/shared/typed.ts";
import { partnershipPath } from "./paths.ts";

/** The words are `settings:domain.problem.<problem>`. */
export type DomainProblem = "missing" | "not-a-name" | "one-word" | "number" | "installation";

const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/**
 * The host name of what was typed or copied from an address bar, lower case and in its ASCII form (IDNA); `baseUrl` is the
 * installation's own address, which is nobody's.
 */
export function readDomain(typed: string, baseUrl: string): Result<string, DomainProblem> {
  const written = plain(typed).replace(/^https?:\/\//i, "").replace(/\/$/, "").replace(/\.$/, "");
  if (written === "") return fail("missing");
  if (/[\s/?#@:%\\]/.test(written) || !URL.canParse(`http://${written}`)) {
    return fail(/^\[?[0-9a-f:]+:[0-9a-f:.]+\]?$/i.test(written) ? "number" : "not-a-name");
  }
  const host = new URL(`http://${written}`).hostname;
  if (isAddressNumber(host)) return fail("number");
  const labels = host.split(".");
  if (host.length > 253 || !labels.every((part) => label.test(part))) return fail("not-a-name");
  if (labels.length === 1) return fail("one-word");
  if (host === new URL(baseUrl).hostname) return fail("installation");
  return succeed(host);
}

/** Whether a host is a number rather than a name. */
export function isAddressNumber(host: string): boolean {
  return /^\d+(\.\d+){3}$/.test(host) || host.startsWith("[");
}

/** The name of a Host header, lower case and without its port; null when it is none. */
export function hostOf(header: string | undefined): string | null {
  if (!header || /[\s/?#@\\]/.test(header) || !URL.canParse(`http://${header}`)) return null;
  return new URL(`http://${header}`).hostname.replace(/\.$/, "");
}

/**
 * Whether a name means something only near this machine: a number, one word, or an ending no public name has. Nobody far
 * away can make such a name lead here.
 */
export function isNearbyHost(host: string): boolean {
  return isAddressNumber(host) || !host.includes(".") || /\.(localhost|local|lan|internal|home\.arpa)$/.test(host);
}

/** The beginning of every address on a host: the scheme and port are the installation's own. */
export function siteOf(baseUrl: string, host: string | null): string {
  const url = new URL(baseUrl);
  if (host !== null) url.hostname = host;
  return url.origin;
}

/** A partnership, and the host name of its own that is its address. */
export type Sited = { slug: string; domain: string | null };

/**
 * Where a path (and query) asked for on a host of `own` is really: the whole address, or null where it is here. The front
 * page is the partnership's own; another partnership's pages are where that one lives; one that is its address no longer
 * leads to the one that is.
 */
export function elsewhere(
  asked: { host: string; path: string },
  own: Sited,
  find: (slug: string) => Sited | undefined,
  baseUrl: string,
): string | null {
  if (!asked.path.startsWith("/")) return null; // because a request may name a whole address of its own
  const [pathname = "/", query] = asked.path.split(/\?(.*)/s);
  const parts = pathname.split("/").slice(1);
  const language = isLanguage(parts[0]) ? parts[0] : defaultLanguage;
  if (language === parts[0]) parts.shift();
  const [first = ""] = parts;
  if (first === "" && parts.length <= 1) {
    const start = pathInLanguage(partnershipPath(own), language);
    return siteOf(baseUrl, own.domain) + start + (query === undefined ? "" : `?${query}`);
  }
  const other = first === own.slug ? undefined : find(first);
  if (other) return siteOf(baseUrl, other.domain) + asked.path;
  return own.domain === asked.host ? null : siteOf(baseUrl, own.domain) + asked.path;
}
