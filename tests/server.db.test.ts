import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import { afterEach, expect, test, vi } from "vitest";
import { makeApplication } from "#app/server.ts";
import { csvDownload } from "#app/shared/csv.server.ts";

/** A build of one page: whatever its loader answers. */
function buildOf(loader: () => Response): ServerBuild {
  const routes = {
    root: { id: "root", path: "", module: { default: () => null } },
    page: { id: "page", parentId: "root", path: "page", module: { loader } },
  };
  return {
    entry: { module: { default: () => new Response() } },
    routes,
    assets: { entry: { module: "", imports: [] }, routes: {}, url: "", version: "" },
    publicPath: "/",
    assetsBuildDirectory: "",
    future: { v3_singleFetch: true },
    isSpaMode: false,
  } as unknown as ServerBuild;
}

let stop: (() => void) | undefined;
afterEach(() => stop?.());

async function serve(loader: () => Response): Promise<string> {
  const server = createServer(makeApplication(buildOf(loader), "/nowhere", "/nowhere")).listen(0, "127.0.0.1");
  await once(server, "listening");
  stop = () => void server.close().closeAllConnections();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/page`;
}

test("a download is whole where nothing fails", async () => {
  const address = await serve(() => csvDownload("rows.csv", ["a"], [[["1"]], [["2"]]]));
  expect(await (await fetch(address)).text()).toBe("a\r\n1\r\n2\r\n");
});

test.each(["identity", "gzip"])("a download (%s) that fails half-way breaks off, and the log does not quote what failed", async (encoding) => {
  async function* fails() {
    yield await Promise.resolve([["x".repeat(200_000)]]);
    throw new Error("Siân wrote this");
  }
  const address = await serve(() => csvDownload("rows.csv", ["a"], fails()));
  vi.mocked(console.error).mockImplementation(() => undefined);
  const whole = fetch(address, { headers: { "Accept-Encoding": encoding } }).then((answer) => answer.text());
  await expect(whole).rejects.toThrow();
  await vi.waitFor(() => expect(console.error).toHaveBeenCalledTimes(1));
  expect(JSON.stringify(vi.mocked(console.error).mock.calls)).not.toContain("Siân");
  vi.mocked(console.error).mockClear();
});

test("a caller who goes away half-way is no problem of ours", async () => {
  let ended = false;
  async function* endless() {
    try {
      for (;;) yield await Promise.resolve([["x".repeat(100_000)]]);
    } finally {
      ended = true;
    }
  }
  const address = await serve(() => csvDownload("rows.csv", ["a"], endless()));
  const going = new AbortController();
  const answer = await fetch(address, { signal: going.signal });
  await answer.body!.getReader().read();
  going.abort();
  await vi.waitFor(() => expect(ended).toBe(true));
  expect(console.error).not.toHaveBeenCalled();
});
