// Who sees how the installation is, and that what they see is so.
import { expect, test } from "vitest";
import { loader } from "#app/home/pages/health.tsx";
import { recordAudit, sealAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { addJob } from "#app/shared/jobs.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { buildPartnership, buildPerson, signInCookie } from "#tests/support/factories.ts";
import { answerOf, argsOf, get } from "#tests/support/requests.ts";

type Shown = Awaited<ReturnType<typeof loader>>;

async function openAs(partnership: { id: string; slug: string }, cookies: string) {
  return answerOf<Shown>(loader(argsOf(get(`/${partnership.slug}/office/health`, { cookies }), { params: { partnership: partnership.slug } })));
}

async function administratorOf(parentId: string | null) {
  const partnership = await buildPartnership({ parentId });
  const administrator = await buildPerson({ role: "administrator", partnership });
  return { partnership, cookies: await signInCookie(administrator) };
}

const says = (shown: Shown, name: string) => shown.lines.find((line) => line.name === name);

test("an administrator of a topmost partnership sees the whole installation, one further down their own e-mails", async () => {
  const top = await administratorOf(null);
  const below = await administratorOf(top.partnership.id);
  const all = (await openAs(top.partnership, top.cookies)).body;
  const own = (await openAs(below.partnership, below.cookies)).body;
  expect(all.lines).toHaveLength(15);
  expect(all.top).toBeNull();
  expect(own.lines.map(({ name }) => name)).toEqual(["mail-server", "letters-waiting", "letters-failed"]);
  expect(own.top).toBe(top.partnership.name.en);
  const analyst = await buildPerson({ role: "analyst", partnership: top.partnership });
  expect((await openAs(top.partnership, await signInCookie(analyst))).status).toBe(403);
});

test("what is seen is so: version, migrations, work that failed, backup and seals", async () => {
  const { partnership, cookies } = await administratorOf(null);
  const [{ version } = { version: "" }] = await db().$queryRaw<{ version: string }[]>`SELECT current_setting('server_version') AS version`;
  const first = (await openAs(partnership, cookies)).body;
  expect(says(first, "database")?.says).toContain(`PostgreSQL ${version.split(" ")[0]} answered`);
  expect(says(first, "migrations")?.state).toBe("fine");
  expect(says(first, "jobs-failed")?.state).toBe("fine");
  expect(says(first, "backup")).toMatchObject({ state: "look", says: expect.stringContaining("No backup has been made yet") as string });
  await inTransaction(async (transaction) => {
    await addJob(transaction, "remove-bytes", { storageKey: "sian-rees.pdf" }, { attempts: 1 });
    await recordAudit(transaction, { action: "backup.make", subjectKind: "backup", subjectId: "one", facts: { isWhole: true } });
  });
  await db().$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = max_attempts, last_error = 'sian-rees.pdf is gone'`;
  await sealAudit(new Date(Date.now() + 3_600_000));
  const second = (await openAs(partnership, cookies)).body;
  expect(says(second, "jobs-failed")?.says).toContain("remove-bytes (1)");
  expect(says(second, "backup")?.state).toBe("fine");
  expect(says(second, "audit")?.says).toContain("The newest seal was checked just now and holds.");
  expect(JSON.stringify(second.lines)).not.toMatch(/sian|postgres(ql)?:|password|127\.0\.0\.1/i);
});

test("another partnership's e-mails are not counted where only one's own are shown", async () => {
  const top = await administratorOf(null);
  const below = await administratorOf(top.partnership.id);
  await db().letter.create({
    data: {
      ...{ id: newId(), partnershipId: top.partnership.id, kind: "people/sign-in", toAddress: "a@example.org", language: "en", subject: "", text: "" },
      ...{ fromName: "", fromAddress: "b@example.org", failedAt: new Date(), nextAttemptAt: null },
    },
  });
  expect(says((await openAs(below.partnership, below.cookies)).body, "letters-failed")?.state).toBe("fine");
  expect(says((await openAs(top.partnership, top.cookies)).body, "letters-failed")?.state).toBe("look");
});
