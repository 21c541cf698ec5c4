import fc from "fast-check";
import { expect, test } from "vitest";
import { isReadable, withoutHost } from "#app/shared/address.ts";

const here = "localhost:3000";

test.each(["/", "/cy/marlshire?after=x", "/marlshire/responses.csv", "/a..b/.well-known", "/a%20b", "/?to=/../x", "/?note=_data"])("%s is an address", (address) => {
  expect(isReadable(address, here)).toBe(true);
});

test.each([
  ...["", "*", "//elsewhere.example/x", "/%", "/%ff", "/a%00b", "/?after=%00", "/..", "/cy/../marlshire", "/cy/%2E%2e/marlshire", "/./x", "/a\\b"],
  ...["/?_data=root", "/?a=1&_data=root", `/${"a".repeat(5000)}`],
])("%s can mean nothing, or two things", (address) => {
  expect(isReadable(address, here)).toBe(false);
});

test.each(["localhost", "folkmoot.example", "FOLKMOOT.example:443", "127.0.0.1:3000", "[::1]:3000"])("%s is a host", (host) => {
  expect(isReadable("/", host)).toBe(true);
});

test.each(["", "[", "a b", "somebody:secret@localhost", "localhost:99999", "localhost/x", "a?b", "%41", "\u00ff", "a".repeat(300)])("%j is no host", (host) => {
  expect(isReadable("/", host)).toBe(false);
});

test("an address that is readable is the same to whoever reads it on", () => {
  const pieces = fc.array(fc.constantFrom("/", ".", "..", "%2e", "%2E", "\\", "cy", "marlshire", "?", "#", "%", "41", "%00", "a", ";", "@", ":"), { maxLength: 12 });
  fc.assert(
    fc.property(pieces, (all) => {
      const address = `/${all.join("")}`;
      if (!isReadable(address, here)) return;
      const read = new URL(`http://${here}${address}`);
      expect([read.host, read.pathname]).toEqual([here, address.split(/[?#]/, 1)[0]]);
    }),
    { numRuns: 2000 },
  );
});

test("a whole address is read as the path in it", () => {
  expect(["http://folkmoot.example/cy?a=1", "HTTPS://folkmoot.example", "/cy/http://x", "http://[", "*"].map(withoutHost)).toEqual(["/cy?a=1", "/", "/cy/http://x", "/", "*"]);
});
