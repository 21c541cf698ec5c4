import fc from "fast-check";
import { expect, test } from "vitest";
import {
  letterState,
  maskAddress,
  readSendingProblem,
  triedFor,
  verdictOn,
  waitAfter,
  writeSendingProblem,
  type LetterTimes,
} from "#app/shared/sending.ts";

const now = new Date("2026-03-03T10:00:00Z");
const soon = new Date("2026-03-03T10:05:00Z");
const before = new Date("2026-03-03T09:55:00Z");
const unsent: LetterTimes = { sentAt: null, failedAt: null, givenUpAt: null, sendingAt: null, nextAttemptAt: before };

const problem = (code: string, responseCode: number | null = null, command: string | null = "RCPT TO") =>
  ({ code, responseCode, command, enhancedCode: null });

test("a letter waits, is being sent, and has gone, has failed or was given up in the end", () => {
  expect(letterState(unsent, now)).toBe("waiting");
  expect(letterState({ ...unsent, sendingAt: before, nextAttemptAt: soon }, now)).toBe("sending");
  expect(letterState({ ...unsent, sentAt: before, nextAttemptAt: null }, now)).toBe("sent");
  expect(letterState({ ...unsent, failedAt: before, nextAttemptAt: null }, now)).toBe("failed");
  expect(letterState({ ...unsent, failedAt: before, givenUpAt: before, nextAttemptAt: null }, now)).toBe("given-up");
});

test("a letter whose sender died in the middle of it waits again", () => {
  expect(letterState({ ...unsent, sendingAt: before, nextAttemptAt: before }, now)).toBe("waiting");
});

test("no such mailbox is the last word on a letter, a full one is not", () => {
  expect(verdictOn(problem("EENVELOPE", 550))).toBe("refused");
  expect(verdictOn(problem("EMESSAGE", 554, "DATA"))).toBe("refused");
  expect(verdictOn(problem("EENVELOPE", 450))).toBe("later");
  expect(verdictOn(problem("EMESSAGE", 451, "DATA"))).toBe("later");
});

test("an address that is none is not taken to a server at all", () => {
  expect(verdictOn(problem("EENVELOPE", null, "API"))).toBe("refused");
});

test("what is wrong with the server, or between it and us, is no letter's fault", () => {
  for (const code of ["ECONNREFUSED", "ETIMEDOUT", "EDNS", "ETLS", "ESOCKET", "ECONNECTION", "EPROTOCOL", "EABORT", "NO_MAIL_SERVER", "UNKNOWN"])
    expect(verdictOn(problem(code)), code).toBe("away");
  expect(verdictOn(problem("EAUTH", 535, "AUTH PLAIN"))).toBe("away");
  expect(verdictOn(problem("EENVELOPE", 421))).toBe("away");
  expect(verdictOn(problem("EENVELOPE", 452, "MAIL FROM"))).toBe("away");
  expect(verdictOn(problem("EENVELOPE", 550, "MAIL FROM"))).toBe("later");
  expect(verdictOn(problem("EENVELOPE", 503))).toBe("later");
});

test("a letter is tried ever more slowly, for days, and never later than some minutes after the server is back", () => {
  const minutes = (verdict: "later" | "away") => [1, 2, 3, 4, 5, 6, 7, 8, 500].map((attempts) => waitAfter(verdict, attempts) / 60_000);
  expect(minutes("later")).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
  expect(minutes("away")).toEqual([1, 2, 3, 4, 5, 5, 5, 5, 5]);
  expect(triedFor).toBeGreaterThanOrEqual(24 * 3_600_000);
});

test("a problem is kept as codes, whatever words come with it", () => {
  const thrown = Object.assign(new Error("550 5.1.1 <sian@example.org> is unknown"), {
    code: "EENVELOPE",
    responseCode: 550,
    response: "550 5.1.1 <sian@example.org> is unknown",
    command: "RCPT TO",
  });
  expect(writeSendingProblem(readSendingProblem(thrown))).toBe("EENVELOPE 550 5.1.1");
  const refused = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:25"), { code: "ESOCKET", originalCode: "ECONNREFUSED" });
  expect(writeSendingProblem(readSendingProblem(refused))).toBe("ECONNREFUSED");
  fc.assert(
    fc.property(fc.anything(), fc.string(), (anything, said) => {
      const kept = [anything, { code: said, response: said, originalCode: said }].map((one) => writeSendingProblem(readSendingProblem(one)));
      for (const line of kept) expect(line).toMatch(/^[A-Z][A-Z0-9_]*( -?[\d.e+]+)?( \d\.\d+\.\d+)?$/);
    }),
  );
});

test("an address is shown so that its owner knows it and nobody else learns it", () => {
  expect(maskAddress("bronwen@example.org")).toBe("b…@example.org");
  expect(maskAddress("ôl@example.org")).toBe("ô…@example.org");
  expect(maskAddress("nobody")).toBe("…");
});
