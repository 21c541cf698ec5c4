// What is published, kept in every process until its partnership changes. Public pages as HTML in front of Remix: keyed by
// host, path, query and language, never with a session or a Set-Cookie, expiring at the next opening or closing. And the few
// records that every page of responding starts from.
import { brotliCompressSync, constants } from "node:zlib";
import { LRUCache } from "lru-cache";
import pg from "pg";
import { databaseUrl, type Transaction } from "./db.server.ts";

const header = "X-Folkmoot-Keep";
const channel = "folkmoot_published";
/** A page is drawn afresh at least this often, whatever else happens. */
const longestInSeconds = 300;

export type KeptPage = { partnershipIds: readonly string[]; keptUntil: number; head: Response; html: Buffer; brotli: Buffer };

const pages = new LRUCache<string, KeptPage>({
  maxSize: 64 * 1024 * 1024,
  sizeCalculation: (page, key) => page.html.length + page.brotli.length + 2 * key.length + 3000,
});
// How often each partnership's pages were dropped: a page drawn across a drop is not kept.
const drops = new Map<string, number>();
let allDrops = 0;

/**
 * Headers by which a page says that it is the same for everybody until `changesAt` (its next opening or closing) or until
 * one of the partnerships it tells of changes.
 */
export function keepPage(
  partnershipIds: string | readonly string[],
  now: Date,
  changesAt: (Date | null)[] = [],
): Record<string, string> {
  const next = changesAt.filter((at) => at !== null && at > now).map((at) => at!.getTime());
  const until = Math.min(now.getTime() + longestInSeconds * 1000, ...next);
  return { [header]: `${[partnershipIds].flat().join(",")} ${until}` };
}

/** Counts the drops so far; given back to `keepAnswer` so that a page drawn across a drop is not kept. */
export function dropsSoFar(): { all: number; of: Map<string, number> } {
  return { all: allDrops, of: new Map(drops) };
}

export function findKeptPage(key: string, now: Date): KeptPage | undefined {
  const page = pages.get(key);
  if (page && page.keptUntil <= now.getTime()) {
    pages.delete(key);
    return undefined;
  }
  if (page) counted.hits += 1;
  return page;
}

const counted = { hits: 0, misses: 0, drops: 0 };

/** How often a page was found kept, had to be drawn to be kept, and was dropped with its partnership's; how many are held. */
export function keptPagesSoFar(): { hits: number; misses: number; drops: number; held: number } {
  return { ...counted, held: pages.size };
}

/**
 * Keeps a drawn page under its key if it asked for that and nothing was dropped meanwhile; takes the asking out of its
 * headers either way. When this returns a page, the body of `drawn` has been read.
 */
export async function keepAnswer(
  key: string | null,
  before: ReturnType<typeof dropsSoFar>,
  drawn: Response,
): Promise<KeptPage | undefined> {
  const asked = drawn.headers.get(header);
  drawn.headers.delete(header);
  if (key === null || !asked || drawn.status !== 200 || drawn.headers.has("Set-Cookie")) return undefined;
  counted.misses += 1;
  const [ids = "", until = "0"] = asked.split(" ");
  const partnershipIds = ids.split(",");
  const html = Buffer.from(await drawn.arrayBuffer());
  const brotli = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
  const head = new Response(null, { status: drawn.status, headers: drawn.headers });
  const page = { partnershipIds, keptUntil: Number(until), head, html, brotli };
  const wasDropped = before.all !== allDrops || partnershipIds.some((id) => before.of.get(id) !== drops.get(id));
  if (!wasDropped && isListening) pages.set(key, page);
  return page;
}

type KeptRecord = { partnershipId: string; record: unknown; keptUntil: number };

const records = new LRUCache<string, KeptRecord>({ max: 2000 });

/**
 * A published record from memory, or read and kept until `partnershipOf` it changes. Who saves such a record drops it by
 * `dropPublishedPages`; the others see the change within moments.
 */
export async function keepRecord<Kept>(key: string, now: Date, read: () => Promise<Kept>, partnershipOf: (record: Kept) => string): Promise<Kept> {
  const kept = isListening ? records.get(key) : undefined;
  if (kept && kept.keptUntil > now.getTime()) return kept.record as Kept;
  const before = dropsSoFar();
  const record = await read();
  const partnershipId = partnershipOf(record);
  const wasDropped = before.all !== allDrops || before.of.get(partnershipId) !== drops.get(partnershipId);
  if (!wasDropped && isListening) records.set(key, { partnershipId, record, keptUntil: now.getTime() + longestInSeconds * 1000 });
  return record;
}

/** Drops a partnership's kept pages and records in every process once this transaction has committed. */
export async function dropPublishedPages(transaction: Transaction, partnershipId: string): Promise<void> {
  await transaction.$executeRaw`SELECT pg_notify(${channel}, ${partnershipId})`;
}

const listeners: (() => void)[] = [];

/** Calls whenever something of a partnership has changed, or may have unheard. */
export function onDrop(listener: () => void): void {
  listeners.push(listener);
}

function drop(partnershipId: string): void {
  drops.set(partnershipId, (drops.get(partnershipId) ?? 0) + 1);
  counted.drops += 1;
  for (const [key, page] of pages.entries()) if (page.partnershipIds.includes(partnershipId)) pages.delete(key);
  for (const listener of listeners) listener();
  for (const [key, kept] of records.entries()) if (kept.partnershipId === partnershipId) records.delete(key);
}

function dropAll(): void {
  allDrops += 1;
  pages.clear();
  for (const listener of listeners) listener();
  records.clear();
}

/**
 * Listens for drops until stopped. While the connection is away nothing may be kept, because a drop could be missed: all is
 * dropped when it is lost and again when it is back.
 */
export function listenForDrops(): { stop: () => Promise<void> } {
  let stopped = false;
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  const connect = async () => {
    const connecting = new pg.Client({ connectionString: databaseUrl() });
    client = connecting;
    const lost = () => {
      if (stopped || client !== connecting) return;
      client = undefined;
      dropAll();
      isListening = false;
      retry = setTimeout(() => void connect(), 500);
    };
    connecting.on("error", lost);
    connecting.on("end", lost);
    connecting.on("notification", ({ payload }) => drop(payload ?? ""));
    try {
      await connecting.connect();
      await connecting.query(`LISTEN ${channel}`);
      dropAll();
      isListening = true;
    } catch {
      lost();
    }
  };
  void connect();
  return {
    async stop() {
      stopped = true;
      isListening = false;
      clearTimeout(retry);
      await client?.end();
    },
  };
}

let isListening = false;

/** False while drops could be missed; then nothing is served from what was kept. */
export function isKeepingPages(): boolean {
  return isListening;
}
