import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { logProblem } from "#app/shared/log.server.ts";

beforeEach(() => {
  vi.mocked(console.error).mockImplementation(() => undefined);
});
afterEach(() => {
  vi.mocked(console.error).mockClear();
});

function linesOf(...problems: unknown[]): Record<string, unknown>[] {
  vi.mocked(console.error).mockClear();
  for (const problem of problems) logProblem("request-1", problem);
  return vi.mocked(console.error).mock.calls.map(([line]) => JSON.parse(String(line)) as Record<string, unknown>);
}

test("a problem is one line of JSON with the request's id, what kind it is and where it came from", () => {
  const [line] = linesOf(Object.assign(new TypeError("Siân wrote this"), { code: "P2002" }));
  expect(line).toMatchObject({ level: "error", event: "problem", requestId: "request-1", name: "TypeError", code: "P2002", process: process.pid });
  expect(line?.place).toEqual(expect.arrayContaining([expect.stringContaining("log.test.ts")]));
});

test("words that look like the lines of a place are still somebody's words", () => {
  const words = "It happened\n    at Siân's house (12 High Street:1:2)\n    at the bus stop:3:4";
  expect(JSON.stringify(linesOf(new Error(words)))).not.toMatch(/Siân|bus stop/);
});

test("whatever is thrown, none of its words are told", () => {
  const secret = fc.string({ minLength: 6 }).map((text) => `Bronwen ${text} 7KQ2-M4XP-9RTC`);
  fc.assert(
    fc.property(secret, (words) => {
      const odd = new Error(words);
      odd.name = words;
      Object.assign(odd, { code: words, meta: { target: words } });
      const without = new Error(words);
      without.stack = `${words}\n    at ${words}`;
      const lines = linesOf(odd, new Error(words, { cause: new Error(words) }), new AggregateError([new Error(words)], words), without, words, { message: words, name: words, code: words });
      expect(JSON.stringify(lines)).not.toMatch(/Bronwen|7KQ2/);
      expect(lines).toHaveLength(6);
    }),
  );
});
