// A council's own PostgreSQL that goes away while people answer, and comes back: nobody is left hanging, nothing has to be restarted.
import { chmod, mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFailed, test } from "vitest";
import { closeDatabase, openDatabase } from "#app/shared/db.server.ts";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "#app/shared/embedded-postgres.server.ts";
import { postgresHome } from "#app/shared/postgres-home.server.ts";
import { removeFolder } from "../support/folders.ts";
import { addressOf, HttpRespondent } from "../support/http-respondent.ts";
import { ask, connect, look, rowsOf, until } from "../support/live.ts";
import { MailServer } from "../support/mail-server.ts";
import { startServer, type RunningServer } from "../support/server.ts";

const mail = new MailServer();
const started: EmbeddedPostgres[] = [];
let folder: string;
let server: RunningServer;

async function startPostgres(): Promise<string> {
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, "postgres"), report: () => undefined, settings: { fsync: "off" } });
  started.push(postgres);
  return postgres.url;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "folkmoot-council-"));
  await chmod(folder, 0o755);
  await mail.comeBack();
  const url = await startPostgres();
  server = await startServer({ DATABASE_URL: url, SMTP_URL: mail.url, WEB_PROCESSES: "2", TRUSTED_PROXIES: "1" });
  openDatabase({ url, isDemonstration: false });
});
afterAll(async () => {
  await server?.stop();
  await closeDatabase();
  for (const postgres of started) await postgres.stop();
  await mail.goAway();
  await removeFolder(folder);
});

test("while it is away everybody is told in words, soon; when it is back everything goes on by itself", async () => {
  onTestFailed(() => console.log(server.said()));
  const { asked } = await ask();
  const page = `${server.url}/${asked.slug}/consultations/${asked.consultation}`;
  const connection = connect(server.url);
  const respondent = new HttpRespondent({ connection, origin: server.url, asked, person: 1, address: addressOf(1), givesEmail: true });
  await respondent.read();
  await respondent.begin();
  await respondent.fillIn();

  const { folder: home } = await postgresHome(join(folder, "postgres"), () => undefined);
  process.kill(Number.parseInt(await readFile(join(home, "cluster", "postmaster.pid"), "utf8"), 10), "SIGKILL");
  const refused: Awaited<ReturnType<typeof look>>[] = [];
  await until(async () => {
    const both = await Promise.all([look(page), look(page)]);
    refused.push(...both.filter(({ status }) => status !== 200));
    // because a page that is kept, or a connection that has not noticed yet, may answer a moment longer
    return both.every(({ status }) => status !== 200);
  }, "each of the two web processes, asked in the same moment, missing it", 60_000);
  const first = refused.reduce((slowest, one) => (one.ms > slowest.ms ? one : slowest));
  expect([first.status, first.headers["retry-after"]]).toEqual([503, "5"]);
  expect(first.text).toContain("Nothing you sent before is lost");
  expect(first.ms).toBeLessThan(20_000);
  const [later, posted, welsh, alive, ready] = await Promise.all([
    look(page),
    look(`${page}/respond`, { method: "POST", body: "" }),
    look(page.replace(`/${asked.slug}/`, `/cy/${asked.slug}/`)),
    look(`${server.url}/healthz`),
    look(`${server.url}/readyz`),
  ]);
  expect([later.status, posted.status, welsh.status, alive.status, ready.status]).toEqual([503, 503, 503, 200, 503]);
  expect(Math.max(later.ms, posted.ms, alive.ms), "from then on at once").toBeLessThan(first.ms);
  expect(welsh.text).toContain("Rhowch gynnig arall arni ymhen ychydig");

  await startPostgres();
  await until(async () => (await look(page)).status === 200, "the page");
  await respondent.checkAnswers();
  await respondent.send();
  const receipt = await respondent.receive();
  await connection.close();
  await until(() => mail.taken.some((letter) => letter.includes(receipt)), "the receipt by e-mail", 60_000);
  await until(async () => {
    const [now] = await rowsOf<{ listening: number }>(
      `SELECT count(*)::int AS listening FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN folkmoot_published'`,
    );
    return now?.listening === 2;
  }, "both web processes listening");
});
