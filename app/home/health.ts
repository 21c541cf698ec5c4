// How an installation is, in words: each fact as one sentence with a state, for an administrator who is no engineer.
import { problemName } from "#app/shared/sending.ts";
import type { Words } from "#app/shared/words.ts";

export type HealthState = "fine" | "look" | "broken";
export type HealthLine = { name: string; state: HealthState; says: string };

export type LetterFacts = {
  waiting: number;
  failed: number;
  sentLately: number;
  oldestWaitingSince: Date | null;
  hasServer: boolean;
  /** Why letters wait, where that is the mail server's fault, as it is kept with them. */
  serverProblem: string | null;
};

export type InstallationFacts = {
  database: { version: string; megabytes: number; answeredInMs: number; connections: number; mostConnections: number };
  jobs: { waiting: number; oldestDueAt: Date | null; lastRegularAt: Date | null; failed: { name: string; count: number }[] };
  audit: { lastSealedAt: Date | null; oldestUnsealedAt: Date | null; seals: number; hold: boolean };
  keepsPages: boolean;
  disk: { freeMegabytes: number; allMegabytes: number };
  lastBackup: { madeAt: Date; isWhole: boolean } | null;
  migrations: { known: number; missing: number; unknown: number };
  baseUrl: string;
  processes: { web: number; startedAt: Date };
};

const minute = 60_000;
const hour = 60 * minute;

const ageOf = (at: Date | null, now: Date) => (at ? now.getTime() - at.getTime() : 0);

/** "fine" below the first limit, "look" below the second. */
function graded(value: number, look: number, broken = Infinity): HealthState {
  return value < look ? "fine" : value < broken ? "look" : "broken";
}

/** Letters that go within minutes are no news; those that failed are for somebody to see. */
export function letterLines(facts: LetterFacts, now: Date, words: Words): HealthLine[] {
  const { waiting, failed, oldestWaitingSince } = facts;
  const { t, number, instant } = words;
  return [
    mailServerLine(facts, words),
    {
      name: "letters-waiting",
      state: graded(ageOf(oldestWaitingSince, now), 20 * minute, 6 * hour),
      says: oldestWaitingSince
        ? t("health:letters.waiting", { count: waiting, number: number(waiting), at: instant(oldestWaitingSince) })
        : t("health:letters.none-waiting"),
    },
    {
      name: "letters-failed",
      state: failed > 0 ? "look" : "fine",
      says: failed > 0 ? t("health:letters.failed", { count: failed, number: number(failed) }) : t("health:letters.none-failed"),
    },
  ];
}

function mailServerLine({ hasServer, serverProblem, sentLately }: LetterFacts, { t, number }: Words): HealthLine {
  const name = "mail-server";
  if (!hasServer) return { name, state: "broken", says: t("health:letters.no-server") };
  if (serverProblem !== null) {
    const problem = t(`letters:problem.${problemName(serverProblem)}`);
    return { name, state: "look", says: t("health:letters.away", { problem, code: serverProblem }) };
  }
  if (sentLately === 0) return { name, state: "fine", says: t("health:letters.none-lately") };
  return { name, state: "fine", says: t("health:letters.lately", { count: sentLately, number: number(sentLately) }) };
}

/** Everything about the whole installation, worst news where it stands. */
export function installationLines(facts: InstallationFacts, now: Date, words: Words): HealthLine[] {
  return [
    ...databaseLines(facts.database, words),
    migrationLine(facts.migrations, words),
    doneLine(facts, now, words),
    ...jobLines(facts.jobs, now, words),
    auditLine(facts.audit, now, words),
    { name: "kept-pages", state: facts.keepsPages ? "fine" : "look", says: words.t(facts.keepsPages ? "health:pages.kept" : "health:pages.not-kept") },
    diskLine(facts.disk, words),
    backupLine(facts.lastBackup, now, words),
    addressLine(facts.baseUrl, words),
    processLine(facts.processes, words),
  ];
}

function size(megabytes: number, { t, number }: Words): string {
  return megabytes < 1000
    ? t("health:megabytes", { number: number(Math.ceil(megabytes)) })
    : t("health:gigabytes", { number: number(megabytes / 1000, megabytes < 10_000 ? 1 : 0) });
}

function databaseLines({ version, megabytes, answeredInMs, connections, mostConnections }: InstallationFacts["database"], words: Words): HealthLine[] {
  const { t, number } = words;
  return [
    {
      name: "database",
      state: graded(answeredInMs, 500),
      says: t("health:database.answers", { version, size: size(megabytes, words), milliseconds: number(Math.ceil(answeredInMs)) }),
    },
    {
      name: "connections",
      state: graded(connections / mostConnections, 0.8, 0.95),
      says: t("health:database.connections", { number: number(connections), most: number(mostConnections) }),
    },
  ];
}

function migrationLine({ known, missing, unknown }: InstallationFacts["migrations"], { t, number }: Words): HealthLine {
  if (missing > 0) return { name: "migrations", state: "broken", says: t("health:migrations.missing", { count: missing, number: number(missing) }) };
  if (unknown > 0) return { name: "migrations", state: "look", says: t("health:migrations.newer", { count: unknown, number: number(unknown) }) };
  return { name: "migrations", state: "fine", says: t("health:migrations.all", { count: known, number: number(known) }) };
}

// Before anything was done, counted from the start: what is done by the clock comes every minute, and there was none yet.
function doneLine({ jobs: { lastRegularAt }, processes: { startedAt } }: InstallationFacts, now: Date, { t, instant }: Words): HealthLine {
  const state = graded(ageOf(lastRegularAt ?? startedAt, now), 5 * minute, 15 * minute);
  const isFine = state === "fine";
  const says = lastRegularAt
    ? t(isFine ? "health:jobs.last" : "health:jobs.late", { at: instant(lastRegularAt) })
    : t(isFine ? "health:jobs.soon" : "health:jobs.never");
  return { name: "jobs-done", state, says };
}

function jobLines({ waiting, oldestDueAt, failed }: InstallationFacts["jobs"], now: Date, words: Words): HealthLine[] {
  const { t, number, instant } = words;
  const failures = failed.reduce((sum, { count }) => sum + count, 0);
  return [
    {
      name: "jobs-waiting",
      state: graded(ageOf(oldestDueAt, now), 10 * minute, hour),
      says: oldestDueAt ? t("health:jobs.waiting", { count: waiting, number: number(waiting), at: instant(oldestDueAt) }) : t("health:jobs.none-waiting"),
    },
    {
      name: "jobs-failed",
      state: failures > 0 ? "look" : "fine",
      says:
        failures === 0
          ? t("health:jobs.none-failed")
          : t("health:jobs.failed", {
              ...{ count: failures, number: number(failures) },
              names: failed.map((one) => t("health:jobs.name", { name: one.name, number: number(one.count) })).join(t("health:jobs.comma")),
            }),
    },
  ];
}

function auditLine({ lastSealedAt, oldestUnsealedAt, seals, hold }: InstallationFacts["audit"], now: Date, { t, number, instant }: Words): HealthLine {
  const name = "audit";
  if (!hold) return { name, state: "broken", says: t("health:audit.broken") };
  const state = graded(ageOf(oldestUnsealedAt, now), 30 * minute);
  if (!lastSealedAt) return { name, state, says: t("health:audit.none") };
  return { name, state, says: t("health:audit.holds", { at: instant(lastSealedAt), count: seals, number: number(seals) }) };
}

function diskLine({ freeMegabytes, allMegabytes }: InstallationFacts["disk"], words: Words): HealthLine {
  const free = freeMegabytes / allMegabytes;
  const state = freeMegabytes < 500 || free < 0.02 ? "broken" : freeMegabytes < 2000 || free < 0.1 ? "look" : "fine";
  const values = { free: size(freeMegabytes, words), all: size(allMegabytes, words), share: words.share(freeMegabytes, allMegabytes) };
  return { name: "disk", state, says: words.t("health:disk", values) };
}

function backupLine(last: InstallationFacts["lastBackup"], now: Date, { t, instant }: Words): HealthLine {
  if (!last) return { name: "backup", state: "look", says: t("health:backup.none") };
  const at = instant(last.madeAt);
  if (!last.isWhole) return { name: "backup", state: "broken", says: t("health:backup.damaged", { at }) };
  const state = graded(ageOf(last.madeAt, now), 50 * hour);
  return { name: "backup", state, says: t(state === "fine" ? "health:backup.last" : "health:backup.old", { at }) };
}

function addressLine(baseUrl: string, { t }: Words): HealthLine {
  const { protocol, hostname } = new URL(baseUrl);
  const isOwnMachine = hostname === "localhost" || hostname.endsWith(".localhost") || /^127\.|^\[::1\]$/.test(hostname);
  if (isOwnMachine) return { name: "address", state: "look", says: t("health:address.own", { address: baseUrl }) };
  if (protocol !== "https:") return { name: "address", state: "broken", says: t("health:address.open", { address: baseUrl }) };
  return { name: "address", state: "fine", says: t("health:address.safe", { address: baseUrl }) };
}

function processLine({ web, startedAt }: InstallationFacts["processes"], { t, number, instant }: Words): HealthLine {
  return { name: "processes", state: "fine", says: t("health:processes", { count: web, number: number(web), at: instant(startedAt) }) };
}

/** The state of the whole: that of its worst line. */
export function worstOf(lines: readonly HealthLine[]): HealthState {
  if (lines.some(({ state }) => state === "broken")) return "broken";
  return lines.some(({ state }) => state === "look") ? "look" : "fine";
}
