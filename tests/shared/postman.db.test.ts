// Letters and a mail server that is away, refuses, is slow or hangs up: each arrives once, and what does not is seen.
import { createServer, type Server } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { paragraphs } from "#app/shared/letters.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { hirePostman, type Postman } from "#app/shared/postman.server.ts";
import { sendingLasts, triedFor } from "#app/shared/sending.ts";
import { lanes } from "#app/shared/smtp.server.ts";
import { MailServer } from "#tests/support/mail-server.ts";

const sender = { partnershipId: null, name: "Marlshire Partnership", address: "hello@marlshire.example" };
const server = new MailServer();
const hired: Postman[] = [];
let ahead = 0;
const clock = () => new Date(Date.now() + ahead);
const minutes = (count: number) => void (ahead += count * 60_000);

function hire(url = server.url): Postman {
  const postman = hirePostman(url, clock);
  hired.push(postman);
  return postman;
}

beforeAll(() => server.comeBack());
beforeEach(() => void vi.spyOn(process.stdout, "write").mockReturnValue(true)); // because every letter not taken is told in the log
afterAll(() => server.goAway());
afterEach(async () => {
  vi.mocked(process.stdout.write).mockRestore();
  for (const postman of hired.splice(0)) postman.close();
  Object.assign(server, { refuse: () => null, slowness: 0, hangsUp: false, asked: 0 });
  server.taken.length = 0;
  ahead = 0;
  await db().letter.deleteMany();
});

async function save(...to: string[]): Promise<void> {
  const text = paragraphs("Annwyl Bronwen,", "Diolch am eich ymateb. Dŵr, tŷ, sŵn.", null);
  await inTransaction(async (transaction) => {
    for (const address of to) {
      await saveLetter(transaction, sender, { kind: "consultations/receipt", to: address, language: "cy", subject: "Rydym wedi cael eich ymateb", text });
    }
  });
}

const addresses = (count: number) => Array.from({ length: count }, (_, index) => `person${index}@example.org`);
const theLetter = () => db().letter.findFirstOrThrow();
const countUnsent = () => db().letter.count({ where: { sentAt: null } });

/** Lets the minutes pass one by one, as the regular job does, until nothing is due any more or so many have passed. */
async function letPass(count: number, ...postmen: Postman[]): Promise<void> {
  for (let minute = 0; minute < count && (await countUnsent()) > 0; minute += 1) {
    minutes(1);
    await Promise.all(postmen.map((postman) => postman.send()));
  }
}

test("a letter reaches the mail server in its own language, and its text is not kept", async () => {
  await save("bronwen@example.org");
  await hire().send();
  expect(server.taken).toHaveLength(1);
  expect(server.taken[0]).toMatch(/^From: Marlshire Partnership <hello@marlshire\.example>/m);
  expect(server.taken[0]).toMatch(/^To: bronwen@example\.org/m);
  expect(server.taken[0]).toMatch(/^Content-Language: cy/m);
  expect(server.taken[0]).toMatch(/^Auto-Submitted: auto-generated/m);
  expect(await theLetter()).toMatchObject({ attempts: 1, lastProblem: null, nextAttemptAt: null, sendingAt: null, text: "" });
});

test("letters wait for a server that is away, and all have gone some minutes after it is back, each once", async () => {
  await server.goAway();
  await save(...addresses(30));
  const postman = hire();
  await postman.send();
  await letPass(45, postman);
  expect(await db().letter.count({ where: { lastProblem: "ECONNREFUSED" } })).toBeGreaterThan(0);
  expect(await db().letter.count({ where: { failedAt: { not: null } } })).toBe(0);
  await server.comeBack();
  await letPass(5, postman);
  expect(await countUnsent()).toBe(0);
  expect(server.recipients.sort()).toEqual(addresses(30).sort());
});

test("a server that is away is left in peace: a thousand letters do not knock a thousand times", async () => {
  await server.goAway();
  await save(...addresses(40));
  const postman = hire();
  await Promise.all(addresses(40).map(() => postman.send()));
  const { _sum } = await db().letter.aggregate({ _sum: { attempts: true } });
  expect(_sum.attempts).toBeLessThanOrEqual(lanes);
  await server.comeBack();
});

test("an address that is refused for good is not tried again, and the others get theirs", async () => {
  server.refuse = (address) => (address === "bronwen@example.org" ? 550 : null);
  await save("bronwen@example.org", ...addresses(6));
  const postman = hire();
  await postman.send();
  await letPass(120, postman);
  expect(server.recipients.sort()).toEqual(addresses(6).sort());
  const refused = await db().letter.findFirstOrThrow({ where: { toAddress: "bronwen@example.org" } });
  expect(refused).toMatchObject({ attempts: 1, lastProblem: "EENVELOPE 550", nextAttemptAt: null, sendingAt: null, sentAt: null });
  expect(refused.failedAt).not.toBeNull();
  expect(refused.text).toContain("Diolch");
});

test("a letter that a server wants to see again later (450) goes when it is taken, once", async () => {
  const firstSeen = clock().getTime();
  server.refuse = () => (clock().getTime() - firstSeen < 5 * 60_000 ? 450 : null);
  await save("bronwen@example.org");
  const postman = hire();
  await postman.send();
  expect(await theLetter()).toMatchObject({ sentAt: null, failedAt: null, attempts: 1, lastProblem: "EENVELOPE 450" });
  await postman.send();
  expect(server.asked).toBe(1);
  await letPass(30, postman);
  expect(server.taken).toHaveLength(1);
  expect(server.asked).toBeLessThanOrEqual(5);
});

test("when one letter that was put off is taken, the others put off for the same reason go too", async () => {
  server.refuse = () => 451;
  await save(...addresses(10));
  const postman = hire();
  await postman.send();
  await letPass(33, postman);
  await save("last@example.org");
  await postman.send();
  server.refuse = () => null;
  const asked = server.asked;
  minutes(1);
  const soonDue = await db().letter.count({ where: { nextAttemptAt: { lte: clock() } } });
  await postman.send();
  expect(soonDue).toBe(1);
  expect(server.asked - asked).toBe(11);
  expect(await countUnsent()).toBe(0);
});

test("a server that goes away in the middle of letters gets each of them once in the end", async () => {
  server.hangsUp = true;
  await save(...addresses(8));
  const postman = hire();
  await postman.send();
  expect(server.taken).toEqual([]);
  expect(await db().letter.count({ where: { failedAt: { not: null } } })).toBe(0);
  server.hangsUp = false;
  await letPass(6, postman);
  expect(server.recipients.sort()).toEqual(addresses(8).sort());
});

test("a slow server gets its letters several at a time, and each once, whoever asks meanwhile", async () => {
  server.slowness = 150;
  await save(...addresses(12));
  const postmen = [hire(), hire()];
  await Promise.all(Array.from({ length: 24 }, (_, index) => postmen[index % 2]!.send()));
  while ((await countUnsent()) > 0) await Promise.all(postmen.map((postman) => postman.send()));
  expect(server.recipients.sort()).toEqual(addresses(12).sort());
  expect(server.asked).toBe(12);
});

test("two processes never send the same letter twice", async () => {
  await save(...addresses(60));
  const ids = (await db().letter.findMany({ select: { id: true } })).map(({ id }) => id);
  const postmen = [hire(), hire(), hire()];
  await Promise.all(ids.flatMap((id) => postmen.map((postman) => postman.send(id))));
  await Promise.all(postmen.map((postman) => postman.send()));
  expect(await countUnsent()).toBe(0);
  expect(server.recipients.sort()).toEqual(addresses(60).sort());
});

test("a server that takes the call and says nothing is given up on, and the letter waits", async () => {
  const silent: Server = createServer(() => undefined);
  await new Promise<void>((ready) => silent.listen(0, "127.0.0.1", ready));
  const { port } = silent.address() as { port: number };
  await save("bronwen@example.org");
  await hire(`smtp://127.0.0.1:${port}/?greetingTimeout=200`).send();
  expect(await theLetter()).toMatchObject({ sentAt: null, failedAt: null, lastProblem: "ETIMEDOUT" });
  await new Promise((closed) => silent.close(closed));
});

test("a letter whose sender died in the middle of it goes later, known by its Message-ID", async () => {
  await save("bronwen@example.org");
  const { id } = await theLetter();
  await db().letter.update({ where: { id }, data: { sendingAt: clock(), nextAttemptAt: new Date(clock().getTime() + sendingLasts), attempts: 1 } });
  const postman = hire();
  await postman.send(id);
  expect(server.taken).toEqual([]);
  minutes(11);
  await postman.send();
  expect(server.taken).toHaveLength(1);
  expect(server.taken[0]).toContain(`Message-ID: <${id}@marlshire.example>`);
});

test("a letter that nobody takes for days has failed in the end", async () => {
  server.refuse = () => 452;
  await save("bronwen@example.org");
  const postman = hire();
  await postman.send();
  ahead += triedFor - 60_000;
  await postman.send();
  expect(await theLetter()).toMatchObject({ failedAt: null });
  minutes(61);
  await postman.send();
  expect(await theLetter()).toMatchObject({ failedAt: expect.any(Date) as Date, nextAttemptAt: null });
});

test("without a mail server a council's letters wait, and say why", async () => {
  await save("bronwen@example.org");
  const postman = hirePostman(undefined, clock);
  await postman.send();
  expect(await theLetter()).toMatchObject({ sentAt: null, lastProblem: "NO_MAIL_SERVER" });
});

test("a postman who leaves finishes the letters in hand and takes no other", async () => {
  server.slowness = 200;
  await save(...addresses(10));
  const postman = hire();
  const sending = postman.send();
  while (server.asked === 0) await new Promise((soon) => setTimeout(soon, 10));
  postman.close();
  await sending;
  expect(server.taken).toHaveLength(1);
  expect(await countUnsent()).toBe(9);
  expect(await db().letter.count({ where: { sendingAt: { not: null } } })).toBe(0);
});
