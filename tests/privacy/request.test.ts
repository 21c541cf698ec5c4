// A request about personal data and its clock.
import { expect, test } from "vitest";
import { copyAsHtml } from "#app/privacy/copy.ts";
import { dueOn, mayExtend, readRequest } from "#app/privacy/request.ts";
import { wordsFor } from "#app/shared/words.server.ts";

test("it is due a month after it came, and three with two more", () => {
  expect(dueOn("2026-05-05", false)).toBe("2026-06-05");
  expect(dueOn("2026-03-03", true)).toBe("2026-06-03");
});

test("the last of the month stands for a day it does not have, and the next working day for a weekend or a bank holiday", () => {
  expect(dueOn("2026-03-31", false)).toBe("2026-04-30");
  expect(dueOn("2026-01-30", false)).toBe("2026-03-02");
  expect(dueOn("2026-04-10", false)).toBe("2026-05-11");
  expect(dueOn("2026-03-03", false)).toBe("2026-04-07");
  expect(dueOn("2026-11-26", false)).toBe("2026-12-29");
});

test("two more months are taken once, while the first runs, and not for what is decided", () => {
  const request = { receivedOn: "2026-03-03", isExtended: false, isDecided: false };
  expect(mayExtend(request, "2026-04-07")).toBe(true);
  expect(mayExtend(request, "2026-04-08")).toBe(false);
  expect(mayExtend({ ...request, isExtended: true }, "2026-03-10")).toBe(false);
  expect(mayExtend({ ...request, isDecided: true }, "2026-03-10")).toBe(false);
});

test("what is entered of a request is read, or everything that is wrong with it is told", () => {
  const entries = { kind: "access", day: "3", month: "3", year: "2026", fileNumber: " SAR 12 " };
  expect(readRequest(entries, "2026-03-10")).toEqual({ ok: true, value: { kind: "access", receivedOn: "2026-03-03", fileNumber: "SAR 12" } });
  const codesOf = (wrong: Partial<typeof entries>) => {
    const read = readRequest({ ...entries, ...wrong }, "2026-03-10");
    return read.ok ? [] : read.problem.map(({ code }) => code);
  };
  expect(codesOf({ kind: "", day: "31", month: "2", fileNumber: "x".repeat(61) })).toEqual(["kind-missing", "date-wrong", "file-number-long"]);
  expect(codesOf({ day: "11" })).toEqual(["date-future"]);
});

test("the copy to read is in the language asked for, and what somebody wrote runs nothing in it", () => {
  const thing = {
    ...{ kind: "response" as const, id: "r1", name: "Mair", data: {}, fields: {}, goes: [], stays: [], refusal: null, mayLoseWords: false },
    rows: [{ label: "Homes", value: '<script>alert("1")</script>\nsecond line' }],
    files: [{ id: "f1", name: 'plan "a".pdf', storageKey: "" }],
  };
  const html = copyAsHtml([thing], [{ at: new Date("2026-03-03T10:00:00Z"), what: "Sent" }], { site: "Marlshire", madeAt: new Date("2026-03-10T10:00:00Z") }, wordsFor("ur"));
  expect(html).toContain('<html lang="ur" dir="rtl">');
  expect(html).not.toContain("<script");
  expect(html).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;<br>second line");
  expect(html).toContain('href="files/f1-plan%20%22a%22.pdf"');
});
