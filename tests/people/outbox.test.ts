import fc from "fast-check";
import { expect, test } from "vitest";
import { partsOfLetter } from "#app/people/outbox.ts";

test("an address in a letter is a link, without the full stop after it", () => {
  expect(partsOfLetter("See https://folkmoot.example/a?b=c. Or (http://localhost:3000/x), please.\n")).toEqual([
    { text: "See ", isLink: false },
    { text: "https://folkmoot.example/a?b=c", isLink: true },
    { text: ". Or (", isLink: false },
    { text: "http://localhost:3000/x", isLink: true },
    { text: "), please.\n", isLink: false },
  ]);
});

test("no text is lost or added, and nothing but a web address is a link", () => {
  const pieces = fc.array(fc.constantFrom("http://", "https://a.example/b", "javascript:alert(1)", " ", ".", "\n", '"', "<b>", "۱"));
  fc.assert(
    fc.property(fc.oneof(fc.string(), pieces.map((all) => all.join(""))), (text) => {
      const parts = partsOfLetter(text);
      expect(parts.map((part) => part.text).join("")).toBe(text);
      for (const part of parts) if (part.isLink) expect(part.text).toMatch(/^https?:\/\/[^\s"<>]+$/);
    }),
  );
});
