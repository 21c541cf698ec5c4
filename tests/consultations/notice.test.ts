import fc from "fast-check";
import { expect, test } from "vitest";
import { differencesOf, noticeKinds, standardNotices, upTo, versionBeforePins, type Notice } from "#app/consultations/notice.ts";

test("a consultation that was published before versions were pinned goes by a version of ours that is still there", () => {
  for (const kind of noticeKinds) expect(standardNotices[kind].map(({ version }) => version)).toContain(versionBeforePins[kind]);
  expect(versionBeforePins.disclosure).toBe("2026-11");
});

test("of the versions, the one in force and those before it are told, none that came later", () => {
  const notice = (version: string): Notice => ({ version, of: "partnership", text: { en: version }, createdAt: null });
  expect(upTo([notice("c"), notice("b"), notice("a")], "b").map(({ version }) => version)).toEqual(["b", "a"]);
  expect(upTo([notice("c")], "gone")).toEqual([]);
});

test("what a newer version took out and added is told paragraph by paragraph", () => {
  expect(differencesOf("We ask.\n\nWe keep it.\n\nComplain.", "We ask.\n\nWe keep it a year.\n\nComplain.")).toEqual([
    { kind: "same", paragraph: "We ask." },
    { kind: "taken-out", paragraph: "We keep it." },
    { kind: "added", paragraph: "We keep it a year." },
    { kind: "same", paragraph: "Complain." },
  ]);
});

test("both versions can be read out of their differences, whatever they say", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 8 });
  fc.assert(
    fc.property(text, text, (older, newer) => {
      const told = differencesOf(older.join("\n\n"), newer.join("\n\n"));
      expect(told.filter(({ kind }) => kind !== "added").map(({ paragraph }) => paragraph)).toEqual(older);
      expect(told.filter(({ kind }) => kind !== "taken-out").map(({ paragraph }) => paragraph)).toEqual(newer);
    }),
  );
});
