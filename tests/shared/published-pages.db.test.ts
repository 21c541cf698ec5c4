import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { db, inTransaction } from "#app/shared/db.server.ts";

type Process = typeof import("#app/shared/published-pages.server.ts") & { stop: () => Promise<void> };

const now = new Date("2026-03-03T10:00:00Z");
const soon = (seconds: number) => new Date(now.getTime() + seconds * 1000);
let one: Process;
let other: Process;

/** A copy of the module with memory of its own, listening on a connection of its own: what a second process has. */
async function startProcess(): Promise<Process> {
  vi.resetModules();
  const pages = await import("#app/shared/published-pages.server.ts");
  const { closeDatabase } = await import("#app/shared/db.server.ts");
  const listening = pages.listenForDrops();
  await vi.waitFor(() => expect(pages.isKeepingPages()).toBe(true));
  return {
    ...pages,
    stop: async () => {
      await listening.stop();
      await closeDatabase();
    },
  };
}

beforeEach(async () => {
  one = await startProcess();
  other = await startProcess();
});
afterEach(async () => {
  await one.stop();
  await other.stop();
});

const key = "en localhost /marlshire";

function page(headers: Record<string, string>, status = 200): Response {
  return new Response("<!DOCTYPE html><title>Siarter Sŵn</title>", { status, headers });
}

function keep(where: Process, partnershipId = "marlshire", at = key, changesAt: Date[] = []) {
  return where.keepAnswer(at, where.dropsSoFar(), page(where.keepPage(partnershipId, now, changesAt)));
}

test("a page that is the same for everybody is kept, packed and whole, without the words that asked for it", async () => {
  await keep(one);
  const kept = one.findKeptPage(key, soon(1));
  expect(kept?.html.toString()).toContain("Siarter Sŵn");
  expect(kept?.brotli.length).toBeGreaterThan(0);
  expect([...(kept?.head.headers.keys() ?? [])]).not.toContain("x-folkmoot-keep");
});

test("a page is kept for five minutes at most, and never past the next opening or closing", async () => {
  await keep(one);
  expect(one.findKeptPage(key, soon(299))).toBeDefined();
  expect(one.findKeptPage(key, soon(300))).toBeUndefined();
  await keep(one, "marlshire", key, [soon(-5), soon(20), soon(90)]);
  expect(one.findKeptPage(key, soon(19))).toBeDefined();
  expect(one.findKeptPage(key, soon(20))).toBeUndefined();
});

test.each([
  ["did not ask to be kept", page({})],
  ["failed", page({ "X-Folkmoot-Keep": `marlshire ${soon(60).getTime()}` }, 404)],
  ["sets a cookie", page({ "X-Folkmoot-Keep": `marlshire ${soon(60).getTime()}`, "Set-Cookie": "language=cy" })],
])("a page that %s is not kept, and nobody sees the asking", async (_, drawn) => {
  expect(await one.keepAnswer(key, one.dropsSoFar(), drawn)).toBeUndefined();
  expect(drawn.headers.has("X-Folkmoot-Keep")).toBe(false);
  expect(await drawn.text()).toContain("Siarter");
  expect(one.findKeptPage(key, now)).toBeUndefined();
});

test("a page drawn for somebody is not kept", async () => {
  const drawn = page(one.keepPage("marlshire", now));
  expect(await one.keepAnswer(null, one.dropsSoFar(), drawn)).toBeUndefined();
  expect(drawn.headers.has("X-Folkmoot-Keep")).toBe(false);
});

test("a change drops the partnership's pages in every process once it has committed, and nobody else's", async () => {
  for (const where of [one, other]) {
    await keep(where);
    await keep(where, "easthaven", "en localhost /easthaven");
  }
  await inTransaction((transaction) => one.dropPublishedPages(transaction, "marlshire"));
  await vi.waitFor(() => {
    expect(one.findKeptPage(key, now)).toBeUndefined();
    expect(other.findKeptPage(key, now)).toBeUndefined();
  });
  expect(other.findKeptPage("en localhost /easthaven", now)).toBeDefined();
});

test("a page that tells of several partnerships is dropped when one of them changes", async () => {
  await one.keepAnswer("en localhost /", one.dropsSoFar(), page(one.keepPage(["marlshire", "easthaven"], now)));
  expect(one.findKeptPage("en localhost /", now)).toBeDefined();
  await inTransaction((transaction) => one.dropPublishedPages(transaction, "easthaven"));
  await vi.waitFor(() => expect(one.findKeptPage("en localhost /", now)).toBeUndefined());
});

test("a change that is undone drops nothing", async () => {
  await keep(other);
  const undone = inTransaction(async (transaction) => {
    await one.dropPublishedPages(transaction, "marlshire");
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  await inTransaction((transaction) => one.dropPublishedPages(transaction, "easthaven"));
  await vi.waitFor(() => expect(other.dropsSoFar().of.get("easthaven")).toBe(1));
  expect(other.findKeptPage(key, now)).toBeDefined();
});

test("a page whose drawing began before a change is sent once and not kept", async () => {
  const before = other.dropsSoFar();
  const drawn = page(other.keepPage("marlshire", now));
  await inTransaction((transaction) => one.dropPublishedPages(transaction, "marlshire"));
  await vi.waitFor(() => expect(other.dropsSoFar().of.get("marlshire")).toBe(1));
  const sent = await other.keepAnswer(key, before, drawn);
  expect(sent?.html.toString()).toContain("Siarter");
  expect(other.findKeptPage(key, now)).toBeUndefined();
});

test("while a process cannot hear of changes it keeps nothing, and it keeps again once it can", async () => {
  await keep(one);
  const before = one.dropsSoFar();
  await db().$executeRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE query LIKE 'LISTEN%' AND datname = current_database() AND pid <> pg_backend_pid()`;
  await vi.waitFor(() => expect(one.isKeepingPages()).toBe(false), { interval: 5 });
  expect(one.findKeptPage(key, now)).toBeUndefined();
  await keep(one);
  expect(one.findKeptPage(key, now)).toBeUndefined();

  await vi.waitFor(() => expect(one.isKeepingPages()).toBe(true), { timeout: 5000 });
  await one.keepAnswer(key, before, page(one.keepPage("marlshire", now)));
  expect(one.findKeptPage(key, now), "drawn while changes could be missed").toBeUndefined();
  await keep(one);
  expect(one.findKeptPage(key, now)).toBeDefined();
});
