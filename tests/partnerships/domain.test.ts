import fc from "fast-check";
import { expect, test } from "vitest";
import { elsewhere, hostOf, isNearbyHost, readDomain, siteOf, type Sited } from "#app/partnerships/domain.ts";

const baseUrl = "https://folkmoot.marlshire.example";

function hostRead(typed: string): string | null {
  const read = readDomain(typed, baseUrl);
  return read.ok ? read.value : null;
}

function problemOf(typed: string): string | null {
  const read = readDomain(typed, baseUrl);
  return read.ok ? null : read.problem;
}

test("a host name is taken as people type or copy it", () => {
  const typed = ["talk.marlshire.example", " Talk.Marlshire.Example. ", "https://talk.marlshire.example/", "talk.marlshire.example\u200f"];
  for (const one of typed) expect(hostRead(one), one).toBe("talk.marlshire.example");
});

test("a name in another script or with accents is kept in its ASCII form", () => {
  expect(hostRead("tŷ.cymru")).toBe("xn--t-foa.cymru");
  expect(hostRead("شراکت.example")).toBe("xn--mgbgtl10d.example");
  expect(hostRead("xn--t-foa.cymru")).toBe("xn--t-foa.cymru");
});

test("what is no host name is refused, and why is said", () => {
  expect(problemOf("   ")).toBe("missing");
  for (const typed of ["talk.example/page", "talk.example:8080", "a b.example", "-a.example", "a_b.example", "a..b", "me@talk.example", "xn--zz.example"]) {
    expect(problemOf(typed), typed).toBe("not-a-name");
  }
  expect(problemOf(`${"a".repeat(64)}.example`)).toBe("not-a-name");
  expect(problemOf(Array(70).fill("abc").join("."))).toBe("not-a-name");
  expect(problemOf("marlshire")).toBe("one-word");
  for (const typed of ["192.0.2.7", "3221225991", "0xc0.0.2.7", "[2001:db8::7]", "2001:db8::7"]) expect(problemOf(typed), typed).toBe("number");
  expect(problemOf("folkmoot.marlshire.example")).toBe("installation");
});

test("whatever is typed, what is taken can stand in an address and is read again as itself", () => {
  const typed = fc.oneof(fc.string({ unit: "grapheme" }), fc.webUrl(), fc.domain(), fc.ipV4(), fc.ipV6());
  fc.assert(
    fc.property(typed, (one) => {
      const host = hostRead(one);
      if (host === null) return;
      expect(new URL(siteOf(baseUrl, host)).hostname).toBe(host);
      expect(hostRead(host)).toBe(host);
      expect(host).toMatch(/^[a-z0-9.-]+$/);
    }),
  );
});

test("the name of a Host header is read without its port, and what is none is not", () => {
  expect(hostOf("Talk.Marlshire.example:443")).toBe("talk.marlshire.example");
  expect(hostOf("[::1]:3000")).toBe("[::1]");
  for (const header of [undefined, "", "a b", "evil.example/path", "user@evil.example", "talk.example?x"]) expect(hostOf(header)).toBeNull();
});

test("a name nobody far away can make lead here is nearby", () => {
  for (const host of ["localhost", "127.0.0.1", "192.168.1.20", "[::1]", "folkmoot", "talk.localhost", "office-pc.local"]) {
    expect(isNearbyHost(host), host).toBe(true);
  }
  for (const host of ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example"]) {
    expect(isNearbyHost(host), host).toBe(false);
  }
});

test("an address on a partnership's host has the scheme and port of the installation", () => {
  expect(siteOf("http://localhost:4400", "talk.marlshire.localhost")).toBe("http://talk.marlshire.localhost:4400");
  expect(siteOf(`${baseUrl}/`, null)).toBe(baseUrl);
});

const own: Sited = { slug: "marlshire", domain: "talk.marlshire.example" };
const others: Record<string, Sited> = {
  tolbridge: { slug: "tolbridge", domain: "tolbridge.example" },
  "wenlow-vale": { slug: "wenlow-vale", domain: null },
};

function sentTo(path: string, host = "talk.marlshire.example"): string | null {
  return elsewhere({ host, path }, own, (slug) => (Object.hasOwn(others, slug) ? others[slug] : undefined), baseUrl);
}

test("the front page of a partnership's host is the partnership's, in each language", () => {
  expect(sentTo("/")).toBe("https://talk.marlshire.example/marlshire");
  expect(sentTo("/cy")).toBe("https://talk.marlshire.example/cy/marlshire");
  expect(sentTo("/ur/?from=poster")).toBe("https://talk.marlshire.example/ur/marlshire?from=poster");
});

test("its own pages and those of the whole installation are there", () => {
  for (const path of ["/marlshire", "/cy/marlshire/consultations", "/privacy", "/sign-in?to=%2Fmarlshire", "/nobody"]) expect(sentTo(path), path).toBeNull();
});

test("another partnership's pages are where that one lives", () => {
  expect(sentTo("/ur/tolbridge/consultations?after=x")).toBe("https://tolbridge.example/ur/tolbridge/consultations?after=x");
  expect(sentTo("/wenlow-vale")).toBe(`${baseUrl}/wenlow-vale`);
});

test("a host that is its address no longer leads to the one that is, page by page", () => {
  expect(sentTo("/cy/marlshire/responses", "old.marlshire.example")).toBe("https://talk.marlshire.example/cy/marlshire/responses");
});

test("whatever is asked for, one is only ever sent to a host of the installation", () => {
  const hosts = new Set(["talk.marlshire.example", "tolbridge.example", "folkmoot.marlshire.example"]);
  const path = fc.oneof(fc.webPath(), fc.string().map((text) => `/${text}`), fc.webUrl(), fc.constantFrom("//evil.example", "/tolbridge@evil.example", "/\\evil.example"));
  fc.assert(
    fc.property(path, fc.constantFrom("talk.marlshire.example", "old.marlshire.example"), (one, host) => {
      const to = sentTo(one, host);
      if (to === null) return;
      expect(hosts).toContain(new URL(to).hostname);
    }),
  );
});
