import { createServer, type RequestListener } from "node:http";
import { afterEach, expect, test } from "vitest";
import { answerToToken, checkDomain, isPublicAddress, type DomainAnswer } from "#app/settings/domain-check.server.ts";
import { listening } from "#tests/support/listening.ts";

let stop: (() => void) | undefined;
afterEach(() => stop?.());

const here = () => Promise.resolve([{ address: "127.0.0.1", family: 4 }]);
const tokenOf = (url: string | undefined) => /^\/\.well-known\/folkmoot-check\/(.+)$/.exec(url ?? "")?.[1];

/** What the check says of a name at which this answers. */
async function checkAt(answer: RequestListener, host = "talk.example"): Promise<DomainAnswer> {
  const server = await listening(createServer(answer));
  stop = server.stop;
  const baseUrl = `http://folkmoot.example:${server.port}`;
  return checkDomain(host, { resolve: here, mayAskPrivate: true, baseUrl });
}

test("a name that leads to this installation is found to, and is asked under its own name", async () => {
  let asked: string | undefined;
  const answer = await checkAt((request, response) => {
    asked = request.headers.host;
    response.end(answerToToken(tokenOf(request.url)));
  });
  expect(answer).toBe("reached");
  expect(asked).toMatch(/^talk\.example:\d+$/);
});

test("another server at that name is told from this installation, whatever it answers", async () => {
  const others: RequestListener[] = [
    (_request, response) => void response.end("hello"),
    (request, response) => void response.end(tokenOf(request.url)),
    (request, response) => void response.writeHead(404).end(answerToToken(tokenOf(request.url))),
    (_request, response) => void response.end("x".repeat(1_000_000)),
  ];
  for (const other of others) {
    expect(await checkAt(other)).toBe("other");
    stop?.();
  }
});

test("a redirect is not followed", async () => {
  expect(await checkAt((_request, response) => void response.writeHead(302, { Location: "http://169.254.169.254/" }).end())).toBe("redirect");
});

test("a name nobody has registered is said to be none, and one at which nothing answers not to answer", async () => {
  expect(await checkDomain("talk.example", { resolve: () => Promise.reject(new Error("ENOTFOUND")) })).toBe("no-name");
  expect(await checkDomain("talk.example", { resolve: here, mayAskPrivate: true, baseUrl: "http://folkmoot.example:1" })).toBe("no-answer");
});

test("what does not speak HTTPS where HTTPS is spoken is said to have no certificate", async () => {
  const server = await listening(createServer((_request, response) => void response.end()));
  stop = server.stop;
  const baseUrl = `https://folkmoot.example:${server.port}`;
  expect(await checkDomain("talk.example", { resolve: here, mayAskPrivate: true, baseUrl })).toBe("certificate");
});

test("nothing in this machine or its network is asked unless that is allowed", async () => {
  let asked = 0;
  const answer = await checkAt((_request, response) => {
    asked += 1;
    response.end();
  });
  expect([answer, asked]).toEqual(["other", 1]);
  expect(await checkDomain("talk.example", { resolve: here, mayAskPrivate: false })).toBe("private");
});

test("only addresses given out for the public are public", () => {
  const isPublic = (address: string) => isPublicAddress({ address, family: address.includes(":") ? 6 : 4 });
  for (const address of ["93.184.215.14", "8.8.8.8", "172.32.0.1", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"]) expect(isPublic(address), address).toBe(true);
  const others = ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255"];
  const newer = ["::1", "::", "fe80::1", "fd00::1", "::ffff:127.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "ff02::1"];
  for (const address of [...others, ...newer]) expect(isPublic(address), address).toBe(false);
});

test("what is no token is not answered", () => {
  for (const token of [undefined, "", "short", "x".repeat(44), "../".repeat(14)]) expect(answerToToken(token)).toBeNull();
});
