// kill -9 of the app or of PostgreSQL at random moments while 32 people answer. `npm run test:kills` kills twenty times, `npm
// test` a few; FOLKMOOT_SEED repeats a run.
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, onTestFailed, test } from "vitest";
import { chanceFrom, deckOf } from "#prisma/seed/random.ts";
import { gatherCrowd, isEmbedded, look, openLive, postmasterOf, rowsOf, until, webProcessesOf, type Crowd, type Live } from "../support/live.ts";
import { expectCounted, expectReceived, expectSaved, whatIsSaved } from "../support/proofs.ts";

const rounds = Number(process.env.FOLKMOOT_KILLS ?? 3);
const seed = Number(process.env.FOLKMOOT_SEED ?? Math.floor(Math.random() * 1e9));
const chance = chanceFrom(seed);

let live: Live;
beforeAll(async () => {
  live = await openLive();
});
afterAll(() => live?.close());

/** Every connection to the database, ended by the server as when it crashes: what a test may do to a server that is not its own. */
async function endConnections() {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
  await client.end();
}

const ways = {
  "a web process": async () => {
    const [victim] = webProcessesOf(live.server.pid).sort(() => chance.next() - 0.5);
    if (victim === undefined) return;
    process.kill(victim, "SIGKILL");
    await until(() => webProcessesOf(live.server.pid).filter((pid) => pid !== victim).length === 2, "another web process");
  },
  "the keeper": () => live.server.crash(), // and starts it again, as systemd would
  PostgreSQL: async () => {
    if (!isEmbedded) return endConnections();
    const victim = await postmasterOf(live.server);
    process.kill(victim, "SIGKILL");
    await until(() => postmasterOf(live.server).then((pid) => pid !== victim, () => false), "PostgreSQL");
  },
};

/** Listens for drops of kept pages and runs the jobs, as before. */
async function isWhole(): Promise<boolean> {
  const rows = await rowsOf<{ listening: number; runners: number }>(
    `SELECT count(*) FILTER (WHERE query = 'LISTEN folkmoot_published')::int AS listening,
       count(*) FILTER (WHERE query LIKE 'LISTEN "jobs:insert"%')::int AS runners
     FROM pg_stat_activity WHERE datname = current_database()`,
  ).catch(() => []);
  return rows[0]?.listening === 2 && rows[0].runners === 1;
}

test(`nothing is lost or doubled when anything is killed at any moment (${rounds} times, seed ${seed})`, async () => {
  onTestFailed(() => console.log(live.server.said()));
  const crowd: Crowd = gatherCrowd(live, 32);
  const next = deckOf(Object.keys(ways) as (keyof typeof ways)[], chance);
  const receipts = () => crowd.people.filter(({ receipt }) => receipt !== null).length;
  await until(() => receipts() > 0, "a first receipt", 60_000); // so that from now on people are at every stage
  let fields = 0;
  for (let round = 1; round <= rounds; round++) {
    await wait(chance.between(300, 2_000));
    const victim = next();
    const began = performance.now();
    await ways[victim]();
    const told = whatIsSaved(crowd.people);
    const page = `${live.server.url}/${live.asked.slug}/consultations/${live.consultationId}`;
    await until(async () => (await look(page)).status === 200, "the page", 60_000);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${round}. ${victim}: back after ${seconds} s, ${receipts()} receipts so far`);
    fields = await expectSaved(told);
  }
  await crowd.finish();
  await expectSaved(whatIsSaved(crowd.people));
  const received = await expectReceived(live, crowd.people);
  await expectCounted(live, crowd.people);
  await until(isWhole, "all that listens and works");
  const refused = crowd.requests.filter(({ status }) => status >= 500);
  expect(refused.filter(({ status }) => status !== 503)).toEqual([]);
  const slowest = Math.max(...crowd.requests.map(({ ms }) => ms));
  console.log(
    `${received} receipts, each there once; ${fields} fields saved at the last kill, each as typed; ${crowd.requests.length} requests, ` +
      `${refused.length} asked to come again in a moment, slowest ${(slowest / 1000).toFixed(1)} s`,
  );
});
