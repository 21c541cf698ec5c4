// Which host is whose: asked at every request that does not come to the installation's own address, so kept in memory until
// something of a partnership changes.
import { config } from "#app/shared/config.server.ts";
import { db } from "#app/shared/db.server.ts";
import { isKeepingPages, onDrop } from "#app/shared/published-pages.server.ts";
import { elsewhere, hostOf, isAddressNumber, isNearbyHost, siteOf, type Sited } from "./domain.ts";

type Sites = { byHost: Map<string, Sited>; bySlug: Map<string, Sited> };

async function readSites(): Promise<Sites> {
  const rows = await db().partnership.findMany({
    select: { slug: true, domains: { where: { since: { not: null } }, orderBy: { since: "desc" }, select: { host: true } } },
  });
  const byHost = new Map<string, Sited>();
  const bySlug = new Map<string, Sited>();
  for (const { slug, domains } of rows) {
    const sited = { slug, domain: domains[0]?.host ?? null };
    bySlug.set(slug, sited);
    for (const { host } of domains) byHost.set(host, sited);
  }
  return { byHost, bySlug };
}

let known: Promise<Sites> | undefined;
const forget = () => (known = undefined);
onDrop(forget);

async function listSites(): Promise<Sites> {
  if (!isKeepingPages()) return readSites(); // because a change could be missed
  if (!known) {
    known = readSites();
    known.catch(forget);
  }
  return known;
}

/** Where a request has come to: the beginning of the addresses there, or the address it should have gone to; or nowhere. */
export type Arrival = { site: string } | { elsewhere: string } | null;

let ownKept: { site: string; host: string; hostname: string } | undefined;

function ownAddress() {
  if (ownKept) return ownKept;
  const { origin, host, hostname } = new URL(config().baseUrl);
  return (ownKept = { site: origin, host, hostname });
}

/** The beginning of the installation's own addresses. */
export function ownSite(): string {
  return ownAddress().site;
}

/**
 * Where a request with this Host header has come to. A name that is neither the installation's nor a partnership's is nowhere,
 * unless it can only have come from nearby or nobody has said what the installation's own is. What a caller names is never
 * repeated in an address.
 */
export async function findArrival(header: string | undefined, path: string): Promise<Arrival> {
  const { baseUrl, isBaseUrlGiven } = config();
  const own = ownAddress();
  const host = header === own.host ? null : hostOf(header);
  if (host === null || host === own.hostname || isAddressNumber(host)) return { site: own.site };
  const { byHost, bySlug } = await listSites();
  const sited = byHost.get(host);
  if (!sited) return isNearbyHost(host) || !isBaseUrlGiven ? { site: own.site } : null;
  const to = elsewhere({ host, path }, sited, (slug) => bySlug.get(slug), baseUrl);
  return to === null ? { site: siteOf(baseUrl, host) } : { elsewhere: to };
}

/** The beginning of a partnership's addresses, for links and letters: its own host where it has one. */
export function siteOfPartnership({ domain }: { domain: string | null }): string {
  return siteOf(config().baseUrl, domain);
}
