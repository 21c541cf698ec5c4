import fc from "fast-check";
import { expect, test } from "vitest";
import { localPath, pathInLanguage } from "#app/shared/local-path.ts";

test("a path here is kept with its query and loses the language in front of it", () => {
  expect(localPath("/marlshire/consultations?after=abc")).toBe("/marlshire/consultations?after=abc");
  expect(localPath("/cy/marlshire")).toBe("/marlshire");
  expect(localPath("/ur")).toBe("/");
  expect(localPath("/")).toBe("/");
});

test.each([
  ...["", "marlshire", "//evil.example", "///evil.example", "https://evil.example/", "javascript:alert(1)"],
  ...["/\\evil.example", "\\\\evil.example", "/\t/evil.example", "/\n/evil.example", "/.//evil.example", "/a/..//evil.example"],
  ...["/cy//evil.example", "/ur/.//evil.example", "/cy/\\evil.example", null, undefined, 7, `/${"a".repeat(2001)}`],
])("%j leads nowhere", (given) => {
  expect(localPath(given)).toBeNull();
});

test("whatever is given, what comes out stays on this host", () => {
  const pieces = fc.array(fc.constantFrom("/", "\\", ".", "..", "cy", "ur", "evil.example", "%2f", "\t", "@", ":", "?", "#", "%"));
  fc.assert(
    fc.property(fc.oneof(fc.string(), pieces.map((all) => `/${all.join("")}`)), (given) => {
      const path = localPath(given);
      if (path === null) return;
      const address = new URL(pathInLanguage(path, "cy"), "https://folkmoot.example");
      expect(address.origin).toBe("https://folkmoot.example");
      expect(new URL(path, "https://folkmoot.example").origin).toBe("https://folkmoot.example");
      expect(localPath(path)).toBe(path);
    }),
    { numRuns: 2000 },
  );
});

test("a path has its language in front, English none", () => {
  expect(pathInLanguage("/marlshire", "cy")).toBe("/cy/marlshire");
  expect(pathInLanguage("/", "ur")).toBe("/ur");
  expect(pathInLanguage("/marlshire", "en")).toBe("/marlshire");
});
