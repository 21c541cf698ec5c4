// Two servers that answer and others that do the jobs, all on one database, one of them ended in the middle of things.
import { setTimeout as wait } from "node:timers/promises";
import type { Dispatcher } from "undici";
import { beforeAll, beforeEach, expect, onTestFailed, test } from "vitest";
import { publishConsultation } from "#app/consultations/life.store.server.ts";
import { sealAudit } from "#app/shared/audit.server.ts";
import { findBrokenSeal } from "#app/shared/audit-walk.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { addJob } from "#app/shared/jobs.server.ts";
import { buildConsultation, buildPartnership } from "../support/factories.ts";
import { addressOf, HttpRespondent } from "../support/http-respondent.ts";
import { ask, connect, look, rowsOf, until } from "../support/live.ts";
import { MailServer } from "../support/mail-server.ts";
import { expectCounted, expectReceived } from "../support/proofs.ts";
import { startServer, type RunningServer } from "../support/server.ts";
import { strategyForm } from "../support/strategy-form.ts";

const mail = new MailServer();
const answering = { RUN_JOBS: "false", WEB_PROCESSES: "2", DATABASE_POOL: "5" };
const working = { RUN_JOBS: "true", WEB_PROCESSES: "1", DATABASE_POOL: "5" };
const running: RunningServer[] = [];
let one: RunningServer;
let other: RunningServer;
let worker: RunningServer;

beforeAll(async () => {
  await mail.comeBack();
  [one, other, worker] = await Promise.all([start(answering), start(answering), start(working)]);
  return async () => {
    await Promise.all(running.map((server) => server.stop()));
    await mail.goAway();
  };
});
beforeEach(() => onTestFailed(() => console.log(running.map((server) => server.said()).join("\n"))));

/** On the database of this file, with the same secret and the same files. */
async function start(settings: Record<string, string> = {}): Promise<RunningServer> {
  const { DATABASE_URL = "", FOLKMOOT_DATA_DIR = "" } = process.env;
  const server = await startServer({ DATABASE_URL, FOLKMOOT_DATA_DIR, SMTP_URL: mail.url, TRUSTED_PROXIES: "1", ...settings });
  running.push(server);
  return server;
}

/**
 * A proxy in front of several servers: whoever is here goes to the same one until that takes no more connections, then to the
 * next. A request that a server took and did not answer is one cut.
 */
function proxyTo(servers: readonly RunningServer[], cut: Error[]): Pick<Dispatcher, "dispatch"> & { close: () => Promise<void> } {
  const connections = servers.map(({ url }) => connect(url));
  let at = 0;
  return {
    dispatch(options, handler) {
      const { url } = servers[at]!;
      const headers = { ...(options.headers as Record<string, string>), ...(options.method === "POST" && { origin: url }) };
      return connections[at]!.dispatch({ ...options, origin: url, headers } as Dispatcher.DispatchOptions, {
        ...handler,
        onRequestStart: (...given) => handler.onRequestStart?.(...given),
        onResponseStart: (...given) => handler.onResponseStart?.(...given),
        onResponseData: (...given) => handler.onResponseData?.(...given),
        onResponseEnd: (...given) => handler.onResponseEnd?.(...given),
        onResponseError: (controller, problem) => {
          if ((problem as NodeJS.ErrnoException).code === "ECONNREFUSED" && at < servers.length - 1) {
            at += 1;
            return void this.dispatch(options, handler);
          }
          cut.push(problem);
          handler.onResponseError?.(controller, problem);
        },
      });
    },
    close: async () => void (await Promise.all(connections.map((connection) => connection.close()))),
  };
}

test("what changes a consultation drops the kept page of every process within a second", async () => {
  const partnership = await buildPartnership();
  const consultation = await buildConsultation({ partnership, publishedAt: null, title: { en: "A charter for the river" } });
  const looks = () => Promise.all([one, other].flatMap(({ url }) => Array.from({ length: 4 }, () => look(`${url}/${partnership.slug}/consultations`))));
  await looks();
  for (const { headers, text } of await looks()) {
    expect(headers["cache-control"], "from what is kept").toBe("no-cache");
    expect(text).not.toContain("A charter for the river");
  }
  await inTransaction((transaction) => publishConsultation(transaction, consultation, new Date()));
  await wait(1_000);
  for (const { text } of await looks()) expect(text).toContain("A charter for the river");
});

test("with two that do the jobs, and one of them killed, each letter goes once, each response counts once, and every seal holds", async () => {
  await start(working);
  const { id: consultationId, asked } = await ask();
  const definition = strategyForm(4);
  mail.slowness = 50;
  const partnershipId = (await db().consultation.findUniqueOrThrow({ where: { id: consultationId } })).partnershipId;
  await rowsOf(
    `INSERT INTO "AuditEntry" (at, "partnershipId", action, "subjectKind", "subjectId", facts)
     SELECT now() - interval '1 hour', $1, 'consultation.open', 'consultation', $2, '{}' FROM generate_series(1, 30000)`,
    [partnershipId, consultationId],
  );
  const people = await Promise.all(
    Array.from({ length: 24 }, async (_, person) => {
      const own = connect(one.url);
      const respondent = new HttpRespondent({ connection: own, origin: one.url, asked, person, address: addressOf(person), givesEmail: true });
      await respondent.respond();
      await own.close();
      return respondent;
    }),
  );
  await inTransaction(async (transaction) => {
    for (let times = 0; times < 10; times++) {
      await addJob(transaction, "count-responses", {});
      await addJob(transaction, "seal-audit", {});
    }
  });
  await wait(150);
  await worker.crash();
  await sealAudit(new Date());
  const letters = () => rowsOf<{ sent: number; claimed: number; waiting: number }>(
    `SELECT count(*) FILTER (WHERE "sentAt" IS NOT NULL)::int AS sent, count(*) FILTER (WHERE "sendingAt" IS NOT NULL)::int AS claimed,
       count(*) FILTER (WHERE "sentAt" IS NULL AND "sendingAt" IS NULL)::int AS waiting
     FROM "Letter" WHERE "toAddress" LIKE 'person-%@people.example' AND "createdAt" > now() - interval '5 minutes' AND "partnershipId" = $1`,
    [partnershipId],
  );
  await until(async () => {
    const [now] = await letters();
    return now!.waiting === 0 && now!.sent + now!.claimed === 24;
  }, "every letter sent, or in the hands of whoever was killed until it is due again");
  const ours = mail.taken.filter((letter) => people.some(({ receipt }) => letter.includes(receipt!)));
  const ids = ours.map((letter) => /^Message-ID: (.*?)\s*$/im.exec(letter)?.[1]);
  expect(new Set(ids).size, "letters taken twice").toBe(ids.length);
  const [{ sent, claimed } = { sent: 0, claimed: 0 }] = await letters();
  expect(ids.length).toBeGreaterThanOrEqual(sent);
  expect(ids.length).toBeLessThanOrEqual(sent + claimed);
  await expectReceived({ consultationId, definition }, people);
  await expectCounted({ consultationId, definition }, people);
  expect(await findBrokenSeal(db())).toBeNull();
  const [audit] = await rowsOf<{ old: number; sealed: number }>(
    `SELECT (SELECT count(*)::int FROM "AuditEntry" WHERE at < now() - interval '2 minutes') AS old, (SELECT sum(entries)::int FROM "AuditSeal") AS sealed`,
  );
  expect(audit!.sealed).toBeGreaterThanOrEqual(audit!.old);
});

test("SIGTERM in the middle of requests cuts none: what a server took it answers, and everybody goes on at the other", async () => {
  const { id: consultationId, asked } = await ask();
  const definition = strategyForm(4);
  const cut: Error[] = [];
  const people = Array.from({ length: 24 }, (_, person) => {
    const connection = proxyTo([one, other], cut);
    const respondent = new HttpRespondent({ connection, origin: one.url, asked, person, address: addressOf(person), givesEmail: person % 3 === 0 });
    return { respondent, done: respondent.respond().finally(() => connection.close()) };
  });
  await until(() => people.filter(({ respondent }) => Object.keys(respondent.saved).length > 0).length >= 12, "half in the middle");
  await one.end();
  await Promise.all(people.map(({ done }) => done));
  expect(cut).toEqual([]);
  expect(one.said()).toContain("Stopping: finishing what is under way.");
  const respondents = people.map(({ respondent }) => respondent);
  await expectReceived({ consultationId, definition }, respondents);
  await expectCounted({ consultationId, definition }, respondents);
});
