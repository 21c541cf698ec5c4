// The public page of a consultation: how many a second, and what a first visit loads.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { consultationPath } from "#app/consultations/paths.ts";
import { buildStrategyConsultation } from "../support/strategy-form.ts";
import { quantile, type Figure } from "./figures.ts";
import { connect, fetchPage, startMeter, type Fetched, type Site } from "./site.ts";

type Add = (figure: Figure) => void;

const atOnce = 32;
const secondsEach = 10;

export async function measurePublicPage(site: Site, add: Add): Promise<void> {
  const consultation = await buildStrategyConsultation(4, { partnership: site.partnership });
  const path = consultationPath(site.partnership, consultation);
  const { page, loaded } = await visit(site, path);
  const all = [page, ...loaded];
  add({ name: "a first visit: bytes as sent", value: all.reduce((sum, { bytes }) => sum + bytes, 0), unit: "B", of: `page ${page.bytes} B, the rest kept for a year` });
  add({ name: "a first visit: requests", value: all.length, unit: "requests" });

  await keepAsking(site.url, path, 2);
  const stop = startMeter(site);
  const own = await keepAsking(site.url, path, secondsEach);
  const cost = stop();
  add({ name: "the page", value: own.rate, unit: "1/s", of: `${own.requests} in ${secondsEach} s, ${atOnce} at once` });
  add({ name: "the page: p95", value: own.p95, unit: "ms" });
  if (cost.server !== undefined) add({ name: "the page: processor of the server a request", value: (cost.server * 1000) / own.requests, unit: "ms" });

  const bare = await serveBare(page);
  try {
    await keepAsking(bare.url, "/", 2);
    const control = await keepAsking(bare.url, "/", secondsEach);
    add({ name: "control: bare Node with the same bytes, one process", value: control.rate, unit: "1/s", of: `${control.requests} in ${secondsEach} s, ${atOnce} at once` });
    add({ name: "control: p95", value: control.p95, unit: "ms" });
    add({ name: "the page, of the control", value: own.rate / control.rate, unit: "ratio" });
  } finally {
    bare.stop();
  }
}

async function keepAsking(url: string, path: string, seconds: number): Promise<{ requests: number; rate: number; p95: number }> {
  const times: number[] = [];
  const until = performance.now() + seconds * 1000;
  const one = async () => {
    const connection = connect(url);
    while (performance.now() < until) {
      const { status, ms } = await fetchPage(connection, url, path, { keeps: false });
      if (status !== 200) throw new Error(`${url}${path} was answered with ${status}`);
      times.push(ms);
    }
    await connection.close();
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return { requests: times.length, rate: times.length / seconds, p95: quantile(times, 0.95) };
}

/** What a browser with nothing kept loads: the page, and what it and its style sheets name. */
async function visit(site: Site, path: string): Promise<{ page: Fetched; loaded: Fetched[] }> {
  const connection = connect(site.url);
  const load = async (from: string) => {
    const fetched = await fetchPage(connection, site.url, from);
    if (fetched.status !== 200) throw new Error(`${from} was answered with ${fetched.status}`);
    return fetched;
  };
  const page = await load(path);
  const named = new Set(namedInPage(textOf(page)));
  const loaded: Fetched[] = [];
  for (const from of named) {
    const fetched = await load(from);
    loaded.push(fetched);
    if (!from.endsWith(".css")) continue;
    for (const file of namedInStyles(textOf(fetched))) named.add(file);
  }
  await connection.close();
  return { page, loaded };
}

function textOf({ body, headers }: Fetched): string {
  const encoding = headers["content-encoding"];
  return (encoding === "br" ? brotliDecompressSync(body) : encoding === "gzip" ? gunzipSync(body) : body).toString();
}

const loads = /\brel="(?:stylesheet|icon|preload|modulepreload)"/;

function namedInPage(html: string): string[] {
  const tags = [...html.matchAll(/<(link|script|img|source)\b[^>]*>/g)].map(([tag, kind]) => ({ tag, kind }));
  return tags.flatMap(({ tag, kind }) => {
    if (kind === "link" && !loads.test(tag)) return [];
    const [, address] = /\b(?:src|href)="([^"]+)"/.exec(tag) ?? [];
    return address?.startsWith("/") ? [address] : [];
  });
}

/** Fonts and pictures; a browser loads the ones it needs, here all of them count. */
function namedInStyles(css: string): string[] {
  return [...css.matchAll(/url\(["']?(\/[^"')]+)["']?\)/g)].map(([, address = ""]) => address);
}

/** A server that does nothing but answer with these bytes, as a process of its own. */
async function serveBare({ body, headers }: Fetched): Promise<{ url: string; stop: () => void }> {
  const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(date|connection|keep-alive|transfer-encoding|content-length)$/.test(name)));
  const code = `
    const [headers, body] = JSON.parse(process.env.BARE);
    const bytes = Buffer.from(body, "base64");
    const server = require("node:http").createServer((request, response) => {
      response.writeHead(200, { ...headers, "content-length": bytes.length });
      response.end(bytes);
    });
    server.listen(0, "127.0.0.1", () => process.stdout.write(String(server.address().port)));`;
  const child = spawn(process.execPath, ["--eval", code], {
    ...{ stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, BARE: JSON.stringify([kept, body.toString("base64")]) } },
  });
  const [port] = (await once(child.stdout!, "data")) as [Buffer];
  return { url: `http://127.0.0.1:${port.toString()}`, stop: () => void child.kill() };
}
