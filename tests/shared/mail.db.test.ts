import { Logger, runOnce } from "graphile-worker";
import { SMTPServer, type Answer } from "smtp-server";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { databaseUrl, db, inTransaction } from "#app/shared/db.server.ts";
import { migrateJobs } from "#app/shared/jobs.server.ts";
import { paragraphs } from "#app/shared/letters.ts";
import { saveLetter, sendLetter } from "#app/shared/mail.server.ts";

const sender = { partnershipId: null, name: "Marlshire Partnership", address: "hello@marlshire.example" };
const letter = {
  kind: "consultations/receipt",
  to: "bronwen@example.org",
  language: "cy" as const,
  subject: "Rydym wedi cael eich ymateb: diolch i chi am eich barn ar y strategaeth",
  text: paragraphs("Annwyl Bronwen,", "Diolch am eich ymateb. Dŵr, tŷ, sŵn.", null),
};
const silent = new Logger(() => () => undefined);
const now = new Date("2026-03-03T10:00:00Z");

let refusal: number | null = null;
const taken: string[] = [];
let server: SMTPServer;
let port = 0;

function start(): Promise<void> {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo: (_address, _session, answer: Answer) =>
      answer(refusal === null ? undefined : Object.assign(new Error("bronwen@example.org is full"), { responseCode: refusal })),
    onData: (stream, _session, answer) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        taken.push(Buffer.concat(parts).toString("utf8"));
        answer();
      });
    },
  });
  return new Promise((resolve) =>
    server.listen(port, "127.0.0.1", () => {
      port = (server.server.address() as { port: number }).port;
      process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
      resolve();
    }),
  );
}
const stop = () => new Promise<void>((resolve) => server.close(resolve));

beforeAll(async () => {
  await start();
  await migrateJobs(databaseUrl());
});
afterAll(stop);
afterEach(async () => {
  refusal = null;
  taken.length = 0;
  await db().letter.deleteMany();
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
});

/** Does the waiting letters' jobs now, as if their next attempt were due. */
async function sendWaiting() {
  await db().$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now()`;
  await runOnce({
    connectionString: databaseUrl(),
    noHandleSignals: true,
    taskList: { "send-letter": (given) => sendLetter((given as { letterId: string }).letterId, now) },
    logger: silent,
  });
}

test("a letter is saved with what it tells, or not at all", async () => {
  const undone = inTransaction(async (transaction) => {
    await saveLetter(transaction, sender, letter);
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await db().letter.count()).toBe(0);
  await sendWaiting();
  expect(taken).toEqual([]);
});

test("a letter reaches the mail server in its own language, and its text is not kept", async () => {
  await inTransaction((transaction) => saveLetter(transaction, sender, letter));
  await sendWaiting();
  expect(taken).toHaveLength(1);
  expect(taken[0]).toMatch(/^From: Marlshire Partnership <hello@marlshire\.example>/m);
  expect(taken[0]).toMatch(/^To: bronwen@example\.org/m);
  expect(taken[0]).toMatch(/^Content-Language: cy/m);
  expect(taken[0]).toMatch(/^Auto-Submitted: auto-generated/m);
  expect(await db().letter.findFirst()).toMatchObject({ sentAt: now, attempts: 1, lastProblem: null, text: "" });
});

test("a letter that is refused is tried again until it has gone, once", async () => {
  refusal = 450;
  await inTransaction((transaction) => saveLetter(transaction, sender, letter));
  await sendWaiting();
  const refused = await db().letter.findFirst();
  expect(refused).toMatchObject({ sentAt: null, attempts: 1, lastProblem: "EENVELOPE 450" });
  expect(refused?.text).toBe(letter.text);
  await sendWaiting();
  refusal = null;
  await sendWaiting();
  await sendWaiting();
  expect(taken).toHaveLength(1);
  expect(await db().letter.findFirst()).toMatchObject({ sentAt: now, attempts: 3, lastProblem: null });
});

test("a letter waits for a mail server that is away and goes when it is back", async () => {
  await stop();
  await inTransaction((transaction) => saveLetter(transaction, sender, letter));
  await sendWaiting();
  expect(await db().letter.findFirst()).toMatchObject({ sentAt: null, attempts: 1 });
  await start();
  await sendWaiting();
  expect(taken).toHaveLength(1);
});

test("why a letter was not taken is told without its address", async () => {
  refusal = 550;
  await inTransaction((transaction) => saveLetter(transaction, sender, letter));
  const { id } = (await db().letter.findFirst())!;
  await expect(sendLetter(id, now)).rejects.toThrow(/^(?!.*bronwen)/);
  const jobs = await db().$queryRaw<{ line: string }[]>`SELECT row_to_json(j)::text AS line FROM graphile_worker._private_jobs j`;
  expect(jobs.map(({ line }) => line).join()).not.toContain("bronwen");
  expect((await db().letter.findFirst())?.lastProblem).not.toContain("bronwen");
});

test("two attempts at once, after a lost answer, are the same letter to whoever gets it", async () => {
  await inTransaction((transaction) => saveLetter(transaction, sender, letter));
  const { id } = (await db().letter.findFirst())!;
  await Promise.all([sendLetter(id, now), sendLetter(id, now)]);
  const ids = taken.map((message) => /^Message-ID: (.*?)\s*$/m.exec(message)?.[1]);
  expect(new Set(ids)).toEqual(new Set([`<${id}@marlshire.example>`]));
});
