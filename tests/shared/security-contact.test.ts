import { expect, test } from "vitest";
import { securityContactOf, securityText } from "#app/shared/security-contact.ts";

test.each([
  ["security@example.gov.uk", "mailto:security@example.gov.uk"],
  ["mailto:security@example.gov.uk", "mailto:security@example.gov.uk"],
  ["https://example.gov.uk/report", "https://example.gov.uk/report"],
  ["http://example.gov.uk/report", null],
  ["javascript:alert(1)", null],
  ["the clerk", null],
  ["a@example.org\nContact: mailto:b@example.org", null],
])("the contact %j is written %j", (given, written) => {
  expect(securityContactOf(given)).toBe(written);
});

test("security.txt says whom to tell, until when it holds, and where it belongs", () => {
  const text = securityText("mailto:security@example.gov.uk", "https://consult.example.gov.uk", "/.well-known/security.txt", new Date("2026-05-04T09:00:00.123Z"));
  expect(text.split("\n")).toEqual([
    "Contact: mailto:security@example.gov.uk",
    "Expires: 2026-10-31T09:00:00Z",
    "Preferred-Languages: en",
    "Canonical: https://consult.example.gov.uk/.well-known/security.txt",
    "",
  ]);
});
