import { afterEach, expect, test, vi } from "vitest";
import { csvDownload } from "#app/shared/csv.server.ts";
import { pool } from "#app/shared/db.server.ts";
import { isKeepingPages, keepPage, listenForDrops } from "#app/shared/published-pages.server.ts";
import { serveOnePage } from "#tests/support/one-page.ts";

let stop: (() => void) | undefined;
afterEach(() => stop?.());

async function serve(answers: Parameters<typeof serveOnePage>[0]): Promise<string> {
  const server = await serveOnePage(answers);
  stop = server.stop;
  return `http://127.0.0.1:${server.port}/page`;
}

test("a page that is kept goes out as each browser unpacks it, and tells caches in between to keep them apart", async () => {
  const listening = listenForDrops();
  await vi.waitFor(() => expect(isKeepingPages()).toBe(true));
  try {
    const drawn = "<!DOCTYPE html><title>Siarter Sŵn</title>".repeat(50);
    const headers = { "Content-Type": "text/html; charset=utf-8" };
    const address = await serve(() => new Response(drawn, { headers: { ...headers, ...keepPage("marlshire", new Date()) } }));
    for (const encoding of ["br", "gzip", "identity", "gzip", "br"]) {
      const answer = await fetch(address, { headers: { "Accept-Encoding": encoding } });
      expect(answer.headers.get("Content-Encoding") ?? "identity").toBe(encoding);
      expect(answer.headers.get("Vary")).toContain("Accept-Encoding");
      expect(await answer.text()).toBe(drawn);
    }
  } finally {
    await listening.stop();
  }
});

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

/** Loses the connection it is on, as when the database ends, the first so many times. */
function losing(times: number) {
  let asked = 0;
  const answer = async () => {
    asked += 1;
    if (asked <= times) await pool().query("SELECT pg_terminate_backend(pg_backend_pid())");
    return new Response(`asked ${asked} times`);
  };
  vi.mocked(console.error).mockImplementation(() => undefined);
  return { answer, asked: () => asked };
}

test("a page that lost the database while it was made is made again when the database is back", async () => {
  const { answer } = losing(1);
  const answered = await fetch(await serve(answer));
  expect([answered.status, await answered.text()]).toEqual([200, "asked 2 times"]);
  vi.mocked(console.error).mockClear();
});

test.each([["/page", "en", "Please try again in a moment"], ["/cy/page", "cy", "Rhowch gynnig"], ["/ur/page", "ur", "براہِ کرم"]])(
  "a post that lost the database (%s) is not done again: the person is told that nothing is lost, and to try again",
  async (path, language, words) => {
    const { answer, asked } = losing(1);
    const address = new URL(path, await serve(answer)).href;
    const answered = await fetch(address, { method: "POST", body: new URLSearchParams({ a: "b" }) });
    expect([answered.status, answered.headers.get("Retry-After"), asked()]).toEqual([503, "5", 1]);
    const said = await answered.text();
    expect(said).toContain(`lang="${language}"`);
    expect(said).toContain(words);
    vi.mocked(console.error).mockClear();
  },
);

test("a fault of ours is still called one while the database is there", async () => {
  vi.mocked(console.error).mockImplementation(() => undefined);
  const answered = await fetch(await serve(() => Promise.reject(new Error("a fault"))));
  expect(answered.status).toBe(500);
  vi.mocked(console.error).mockClear();
});
