// Partnerships with host names of their own, asked as a browser asks.
import { once } from "node:events";
import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDomain, listDomains, mostDomains, removeDomain, takeDomainIntoUse } from "#app/partnerships/domains.store.server.ts";
import { findArrival, siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { findPartnershipById } from "#app/partnerships/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { buildPartnership } from "#tests/support/factories.ts";
import type { Listening } from "#tests/support/listening.ts";
import { serveOnePage } from "#tests/support/one-page.ts";

const now = new Date("2026-11-26T10:00:00Z");
const newHost = () => `${newId()}.example`;

/** Its page says where it thinks it is. */
let server: Listening;

beforeAll(async () => {
  server = await serveOnePage(({ context }) => new Response(context.site));
});
afterAll(() => server.stop());

type Asked = { path?: string; method?: string; headers?: Record<string, string> };

async function ask(host: string, { path = "/", method = "GET", headers = {} }: Asked = {}) {
  const asking = request({ host: "127.0.0.1", port: server.port, path, method, headers: { Host: host, ...headers } });
  asking.end(method === "POST" ? "a=b" : undefined);
  const [answer] = (await once(asking, "response")) as [import("node:http").IncomingMessage];
  let text = "";
  for await (const part of answer.setEncoding("utf8")) text += part as string;
  return { status: answer.statusCode, location: answer.headers.location, text };
}

const form = { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": "3" };

test("a partnership's host shows that partnership, and addresses begin with it", async () => {
  const domain = newHost();
  const { slug } = await buildPartnership({ domain });
  expect(await ask(domain)).toMatchObject({ status: 302, location: `http://${domain}:3000/${slug}` });
  expect(await ask(`${domain.toUpperCase()}:3000`, { path: `/cy/${slug}/responses` })).toMatchObject({ status: 200, text: `http://${domain}:3000` });
  expect(siteOfPartnership({ domain })).toBe(`http://${domain}:3000`);
});

test("on it, another partnership's pages lead to where that one lives, and forms for it are not taken", async () => {
  const domain = newHost();
  await buildPartnership({ domain });
  const other = await buildPartnership();
  const path = `/ur/${other.slug}/consultations?after=x`;
  expect(await ask(domain, { path })).toMatchObject({ status: 302, location: `http://localhost:3000${path}` });
  expect((await ask(domain, { path, method: "POST", headers: form })).status).toBe(421);
});

test("a name nobody here goes by gets a page in words that does not repeat it", async () => {
  const answer = await ask("evil.example", { path: "/cy/marlshire" });
  expect(answer.status).toBe(421);
  expect(answer.text).toContain('lang="cy"');
  expect(answer.text).toContain("http://localhost:3000");
  expect(answer.text).not.toContain("evil.example");
});

test("the installation's own name and names from nearby have the installation's address", async () => {
  for (const host of ["localhost:3000", "127.0.0.1", "192.168.1.20:3000", "folkmoot"]) {
    expect(await ask(host, { path: "/x" }), host).toMatchObject({ status: 200, text: "http://localhost:3000" });
  }
});

test("a form is taken from the site it is posted to and from no other", async () => {
  const domain = newHost();
  const other = newHost();
  const { slug } = await buildPartnership({ domain });
  await buildPartnership({ domain: other });
  const post = async (origin: string) =>
    (await ask(domain, { path: `/${slug}/x`, method: "POST", headers: { ...form, Origin: origin } })).status;
  expect(await post(`http://${domain}:3000`)).toBe(200);
  for (const origin of [`http://${other}:3000`, "http://localhost:3000", "https://evil.example", "null"]) expect(await post(origin), origin).toBe(403);
});

test("a host waits until it is taken into use; the latest in use is the address, and those before lead there", async () => {
  const partnership = await buildPartnership();
  const { id, slug } = partnership;
  const [first, second] = [newHost(), newHost()];
  await inTransaction(async (transaction) => {
    for (const host of [first, second]) expect(await addDomain(transaction, id, host)).toEqual({ ok: true });
  });
  expect((await ask(first)).status).toBe(421);
  await inTransaction((transaction) => takeDomainIntoUse(transaction, id, first, now));
  expect((await findPartnershipById(db(), id)).domain).toBe(first);
  await inTransaction((transaction) => takeDomainIntoUse(transaction, id, second, new Date(now.getTime() + 1000)));
  expect((await findPartnershipById(db(), id)).domain).toBe(second);
  expect((await listDomains(db(), id)).map(({ host }) => host)).toEqual([second, first]);
  expect(await ask(first, { path: `/cy/${slug}/responses` })).toMatchObject({ status: 302, location: `http://${second}:3000/cy/${slug}/responses` });
  await inTransaction((transaction) => removeDomain(transaction, id, second));
  expect((await findPartnershipById(db(), id)).domain).toBe(first);
  expect((await ask(second)).status).toBe(421);
});

test("a host that one partnership uses is not another's, one that only waits may be", async () => {
  const [one, other] = [await buildPartnership(), await buildPartnership()];
  const host = newHost();
  const add = (id: string) => inTransaction((transaction) => addDomain(transaction, id, host));
  expect(await add(one.id)).toEqual({ ok: true });
  expect(await add(other.id)).toEqual({ ok: true });
  await inTransaction((transaction) => takeDomainIntoUse(transaction, other.id, host, now));
  expect(await add(one.id)).toEqual({ ok: false, problem: "taken" });
  expect(await inTransaction((transaction) => takeDomainIntoUse(transaction, one.id, host, now))).toBe(false);
  expect((await listDomains(db(), one.id)).length).toBe(0);
});

test("there is an end to the hosts one partnership may ask for", async () => {
  const { id } = await buildPartnership();
  const add = () => inTransaction((transaction) => addDomain(transaction, id, newHost()));
  for (let count = 0; count < mostDomains; count += 1) expect((await add()).ok).toBe(true);
  expect(await add()).toEqual({ ok: false, problem: "too-many" });
});

test("no Host header sends anybody to a host that is not of the installation", async () => {
  await buildPartnership({ domain: newHost() });
  for (const header of ["evil.example", "localhost:3000@evil.example", "evil.example/localhost", "", undefined]) {
    const arrival = await findArrival(header, "//evil.example/x");
    if (arrival && "site" in arrival) expect(arrival.site).toBe("http://localhost:3000");
    else expect(arrival).toBeNull();
  }
});
