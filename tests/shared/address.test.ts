import fc from "fast-check";
import { expect, test } from "vitest";
import { isReadable, networkOf, withoutHost } from "#app/shared/address.ts";

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

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"],
  ["2001:0DB8:0001:0002::6", "2001:db8:1:2::"],
  ["2001:db8::9", "2001:db8:0:0::"],
  ["2001:db8::1:2:3:4:5", "2001:db8:0:1::"],
  ["fe80::1%eth0", "fe80:0:0:0::"],
  ["::1", "0:0:0:0::"],
  ["", ""],
])("the address %s counts as the network %s", (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});

test("however many addresses of one line somebody asks from, they are one to the limits, and a neighbour is another", () => {
  const hex = fc.integer({ min: 0, max: 0xffff }).map((group) => group.toString(16));
  const four = fc.array(hex, { minLength: 4, maxLength: 4 }).map((groups) => groups.join(":"));
  fc.assert(fc.property(four, four, (one, other) => networkOf(`2001:db8:a:b:${one}`) === networkOf(`2001:db8:a:b:${other}`)));
  fc.assert(fc.property(four, (one) => networkOf(`2001:db8:a:b:${one}`) !== networkOf(`2001:db8:a:c:${one}`)));
});
