import { expect, test } from "vitest";
import { installationLines, letterLines, worstOf, type HealthLine, type InstallationFacts, type LetterFacts } from "#app/home/health.ts";
import { languages } from "#app/shared/languages.ts";
import { wordsOf } from "#tests/support/texts.ts";

const now = new Date("2026-03-03T10:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const english = wordsOf("en");

const well: InstallationFacts = {
  database: { version: "18.4", megabytes: 120, answeredInMs: 2, connections: 14, mostConnections: 100 },
  jobs: { waiting: 0, oldestDueAt: null, lastRegularAt: ago(1), failed: [] },
  audit: { lastSealedAt: ago(5), oldestUnsealedAt: ago(1), seals: 3, hold: true },
  keepsPages: true,
  disk: { freeMegabytes: 40_000, allMegabytes: 100_000 },
  lastBackup: { madeAt: ago(600), isWhole: true },
  migrations: { known: 4, missing: 0, unknown: 0 },
  baseUrl: "https://talk.marlshire.example",
  processes: { web: 2, startedAt: ago(3000) },
};
const letters: LetterFacts = { waiting: 0, failed: 0, sentLately: 7, oldestWaitingSince: null, hasServer: true, serverProblem: null };

const linesOf = (facts: Partial<InstallationFacts>) => installationLines({ ...well, ...facts }, now, english);
const line = (lines: HealthLine[], name: string) => lines.find((one) => one.name === name);
const stateOf = (facts: Partial<InstallationFacts>, name: string) => line(linesOf(facts), name)?.state;

test("where all is well every line says so, in every language", () => {
  for (const language of languages) {
    const lines = [...letterLines(letters, now, wordsOf(language)), ...installationLines(well, now, wordsOf(language))];
    expect(lines.filter(({ state }) => state !== "fine")).toEqual([]);
    expect(worstOf(lines)).toBe("fine");
    for (const { says } of lines) expect(says).not.toMatch(/\{\{|undefined|NaN/);
  }
});

test("an installation without a backup, or with an old one, wants looking at; a damaged one is no backup", () => {
  expect(stateOf({ lastBackup: null }, "backup")).toBe("look");
  expect(stateOf({ lastBackup: { madeAt: ago(3 * 24 * 60), isWhole: true } }, "backup")).toBe("look");
  expect(stateOf({ lastBackup: { madeAt: ago(1), isWhole: false } }, "backup")).toBe("broken");
});

test("a seal that does not hold is broken, entries long unsealed want looking at", () => {
  expect(stateOf({ audit: { ...well.audit, hold: false } }, "audit")).toBe("broken");
  expect(stateOf({ audit: { ...well.audit, oldestUnsealedAt: ago(45) } }, "audit")).toBe("look");
  expect(stateOf({ audit: { ...well.audit, lastSealedAt: null } }, "audit")).toBe("fine");
});

test("a disk is looked at before it is full", () => {
  expect(stateOf({ disk: { freeMegabytes: 9_000, allMegabytes: 100_000 } }, "disk")).toBe("look");
  expect(stateOf({ disk: { freeMegabytes: 400, allMegabytes: 1_000 } }, "disk")).toBe("broken");
  expect(line(linesOf({}), "disk")?.says).toContain("40 GB of 100 GB are free");
});

test("a public address without a secure connection is broken, one that only this machine reaches wants looking at", () => {
  expect(stateOf({ baseUrl: "http://talk.marlshire.example" }, "address")).toBe("broken");
  for (const own of ["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"]) expect(stateOf({ baseUrl: own }, "address")).toBe("look");
});

test("work nobody does is broken, and work that failed for good is named without what it was given", () => {
  expect(stateOf({ jobs: { ...well.jobs, lastRegularAt: null } }, "jobs-done")).toBe("broken");
  expect(stateOf({ jobs: { ...well.jobs, lastRegularAt: ago(20) } }, "jobs-done")).toBe("broken");
  expect(stateOf({ jobs: { ...well.jobs, waiting: 3, oldestDueAt: ago(12) } }, "jobs-waiting")).toBe("look");
  const failed = [{ name: "seal-audit", count: 2 }, { name: "remove-bytes", count: 1 }];
  expect(line(linesOf({ jobs: { ...well.jobs, failed } }), "jobs-failed")).toMatchObject({
    state: "look",
    says: "3 pieces of work failed again and again and are no longer tried: seal-audit (2), remove-bytes (1). The log says where.",
  });
});

test("before any work was done, that is news only once it has been due for a while since the start", () => {
  const started = (minutes: number) => linesOf({ jobs: { ...well.jobs, lastRegularAt: null }, processes: { web: 1, startedAt: ago(minutes) } });
  const soon = line(started(1), "jobs-done");
  expect(soon).toEqual({ name: "jobs-done", state: "fine", says: "No background work has been done yet: Folkmoot has only just started." });
  expect(line(started(10), "jobs-done")).toMatchObject({ state: "look", says: expect.stringContaining("RUN_JOBS=true") as string });
  expect(line(started(20), "jobs-done")?.state).toBe("broken");
  expect(stateOf({ jobs: { ...well.jobs, lastRegularAt: ago(20) }, processes: { web: 1, startedAt: ago(1) } }, "jobs-done")).toBe("broken");
});

test("a database older than the program is broken, one that a newer program has used wants looking at", () => {
  expect(stateOf({ migrations: { known: 4, missing: 1, unknown: 0 } }, "migrations")).toBe("broken");
  expect(stateOf({ migrations: { known: 4, missing: 0, unknown: 2 } }, "migrations")).toBe("look");
  expect(stateOf({ database: { ...well.database, connections: 85 } }, "connections")).toBe("look");
  expect(stateOf({ database: { ...well.database, connections: 97 } }, "connections")).toBe("broken");
});

test("letters of the last minutes are no news, those that wait long or failed are", () => {
  const state = (facts: Partial<LetterFacts>, name: string) => line(letterLines({ ...letters, ...facts }, now, english), name)?.state;
  expect(state({ waiting: 4, oldestWaitingSince: ago(3) }, "letters-waiting")).toBe("fine");
  expect(state({ waiting: 4, oldestWaitingSince: ago(30) }, "letters-waiting")).toBe("look");
  expect(state({ waiting: 4, oldestWaitingSince: ago(400) }, "letters-waiting")).toBe("broken");
  expect(state({ failed: 1 }, "letters-failed")).toBe("look");
  expect(state({ hasServer: false }, "mail-server")).toBe("broken");
  expect(line(letterLines({ ...letters, serverProblem: "ECONNREFUSED" }, now, english), "mail-server")).toMatchObject({
    state: "look",
    says: "The mail server takes no e-mails just now. The mail server does not accept our connection. Code: ECONNREFUSED. E-mails wait for it, for up to five days.",
  });
});

test("that no e-mail was sent lately is no proof that they arrive: how to see is said", () => {
  const lines = letterLines({ ...letters, sentLately: 0 }, now, english);
  expect(line(lines, "mail-server")?.says).toContain("have a test e-mail sent to you");
});

test("what is late says how often it should be", () => {
  expect(line(linesOf({ jobs: { ...well.jobs, lastRegularAt: ago(20) } }), "jobs-done")?.says).toContain("every minute");
  expect(line(linesOf({ lastBackup: { madeAt: ago(3 * 24 * 60), isWhole: true } }), "backup")?.says).toContain("one each night");
});
