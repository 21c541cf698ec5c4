// Codes: each reaches its voter, is made as its letter goes, is replaced so that the old one dies, and is kept nowhere: not in the database, the
// jobs, the audit or the log.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { hireCourier, type Courier } from "#app/elections/courier.server.ts";
import { countLetters, markPosted, preparePoll, replaceCode } from "#app/elections/codes.store.server.ts";
import { findElection, type Election } from "#app/elections/elections.store.server.ts";
import { codeHashOf, codeOf, pollKey, slotOf } from "#app/elections/poll-key.server.ts";
import { printLetters } from "#app/elections/printing.store.server.ts";
import { askToRemind, sendReminders } from "#app/elections/reminders.server.ts";
import { listVoters, strikeVoter } from "#app/elections/roll.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { sendingLasts } from "#app/shared/sending.ts";
import { buildPerson, type BuiltPerson } from "#tests/support/factories.ts";
import { MailServer } from "#tests/support/mail-server.ts";
import { askedToRemind, buildPoll, castSlot } from "#tests/support/rolls.ts";

const server = new MailServer();
const hired: Courier[] = [];
const said: string[] = [];
let partnership: NonNullable<BuiltPerson["partnership"]>;
let now = new Date();
const clock = () => now;

function hire(): Courier {
  const courier = hireCourier(server.url, clock);
  hired.push(courier);
  return courier;
}

beforeAll(async () => {
  await server.comeBack();
  partnership = (await buildPerson({ role: "network-administrator" })).partnership!;
});
beforeEach(() => void vi.spyOn(process.stdout, "write").mockImplementation((text) => said.push(String(text)) > 0));
afterEach(async () => {
  vi.mocked(process.stdout.write).mockRestore();
  for (const courier of hired.splice(0)) courier.close();
  Object.assign(server, { refuse: () => null, slowness: 0, hangsUp: false });
  server.taken.length = 0;
  await db().voterLetter.deleteMany();
});
afterAll(() => server.goAway());

const by = () => ({ partnershipId: partnership.id, personId: null, now });
const byEmail = (count: number) => Array.from({ length: count }, () => ({}));
const lettersOf = async (election: Election) => countLetters(db(), election);
const votersOf = async (election: Election) => (await listVoters(db(), election, { most: 20_000 })).voters;
/** The mail server's texts, as people read them. */
const mails = () =>
  server.taken.map((text) => {
    const [head = "", ...body] = text.split(/\r?\n\r?\n/);
    if (!/^Content-Transfer-Encoding: base64/im.test(head)) return text.replace(/=\r?\n/g, "");
    return `${head}\n\n${Buffer.from(body.join(""), "base64").toString("utf8")}`;
  });
const addressedTo = (email: string) => mails().filter((mail) => mail.includes(`To: ${email}`));

/** Every row of every table, of the job runner's too. */
async function wholeDatabase(): Promise<string> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`;
  const rows = [];
  for (const { name } of tables) rows.push(...(await db().$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM ${name} t`)).map(({ row }) => `${name} ${row}`));
  expect(tables.length).toBeGreaterThan(100);
  return rows.join("\n");
}

test("nothing goes before the day on which the poll opens; then everybody gets their own code, once", async () => {
  const { election, opensAt } = await buildPoll({ partnership, voters: byEmail(25) });
  now = new Date(opensAt.getTime() - 86_400_000);
  await hire().carry();
  expect(server.taken).toEqual([]);
  now = opensAt;
  await Promise.all([hire().carry(), hire().carry()]);
  expect(server.recipients.sort()).toEqual((await votersOf(election)).map(({ email }) => email).sort());
  const key = pollKey(election.id)!;
  for (const { id, email } of await votersOf(election)) {
    expect(addressedTo(email!)[0]).toContain(codeOf(key, id, 1));
    expect((await db().voter.findUniqueOrThrow({ where: { id } })).codeHash).toBe(codeHashOf(key, codeOf(key, id, 1)));
  }
  expect(await lettersOf(election)).toMatchObject({ email: 25, sent: 25, waiting: 0, failed: 0 });
  await hire().carry();
  expect(server.taken).toHaveLength(25);
});

test("a replaced code kills the old one at once, and a letter with the old one that waits never goes", async () => {
  const { election, opensAt } = await buildPoll({ partnership, voters: byEmail(2) });
  now = opensAt;
  const [voter, other] = await votersOf(election);
  await inTransaction((transaction) => replaceCode(transaction, by(), election, voter!.id, { way: "email", reason: "Lost" }));
  const key = pollKey(election.id)!;
  await hire().carry();
  expect(addressedTo(voter!.email!)).toHaveLength(1);
  expect(addressedTo(voter!.email!)[0]).toContain(codeOf(key, voter!.id, 2));
  const hashes = (await db().voter.findMany({ where: { electionId: election.id } })).map(({ codeHash }) => codeHash);
  expect(hashes).toContain(codeHashOf(key, codeOf(key, voter!.id, 2)));
  expect(hashes).not.toContain(codeHashOf(key, codeOf(key, voter!.id, 1)));
  await inTransaction((transaction) => strikeVoter(transaction, by(), other!, "Left the network"));
  expect((await db().voter.findUniqueOrThrow({ where: { id: other!.id } })).codeHash).toBeNull();
});

test("whoever carries letters and is killed leaves none behind: they go later, with the same code; what is refused is told and does not stop the others", async () => {
  const { election, opensAt } = await buildPoll({ partnership, voters: byEmail(12) });
  now = opensAt;
  const [refused] = await votersOf(election);
  server.refuse = (address) => (address === refused!.email ? 550 : null);
  // as a process leaves it that is killed with letters in hand: claimed, and nothing more
  await db().voterLetter.updateMany({ where: { voter: { electionId: election.id } }, data: { attempts: 1, nextAttemptAt: new Date(now.getTime() + sendingLasts) } });
  await hire().carry();
  expect(server.taken).toEqual([]);
  now = new Date(now.getTime() + sendingLasts);
  await hire().carry();
  expect(await lettersOf(election)).toMatchObject({ sent: 11, failed: 1, waiting: 0 });
  expect((await votersOf(election))[0]!.letters[0]).toMatchObject({ delivery: "failed", lastProblem: "EENVELOPE 550" });
  expect(said.join("\n")).not.toContain(refused!.email);
});

test("a server that is away is waited for, and a poll that closes ends the waiting", async () => {
  const { election, opensAt } = await buildPoll({ partnership, voters: byEmail(6) });
  now = opensAt;
  await server.goAway();
  await hire().carry();
  expect(await lettersOf(election)).toMatchObject({ sent: 0, waiting: 6, failed: 0 });
  await server.comeBack();
  now = new Date(now.getTime() + 6 * 60_000);
  await hire().carry();
  expect(await lettersOf(election)).toMatchObject({ sent: 6 });
  const late = await buildPoll({ partnership, voters: byEmail(3) });
  now = new Date(late.opensAt.getTime() + 40 * 86_400_000);
  await hire().carry();
  expect(await lettersOf(late.election)).toMatchObject({ sent: 0 });
});

test("only those who have not voted are reminded, once each, with nothing written down that names them", async () => {
  const { election, opensAt } = await buildPoll({ partnership, voters: byEmail(20) });
  now = opensAt;
  await hire().carry();
  server.taken.length = 0;
  const key = pollKey(election.id)!;
  const voters = await votersOf(election);
  for (const { id } of voters.slice(0, 8)) await castSlot(election.id, slotOf(key, id));
  const before = JSON.stringify([await db().voter.findMany(), await db().voterLetter.findMany()]);
  now = new Date(now.getTime() + 3 * 86_400_000);
  await askedToRemind(election, now);
  server.refuse = (address) => (address === voters[10]!.email ? 451 : null);
  const remind = () => sendReminders({ partnershipId: partnership.id, electionId: election.id }, hire().server, clock);
  await expect(remind()).rejects.toThrow("did not take all reminders");
  server.refuse = () => null;
  await remind();
  await remind();
  expect(server.recipients.sort()).toEqual(voters.slice(8).map(({ email }) => email).sort());
  expect(addressedTo(voters[12]!.email!)[0]).toContain(codeOf(key, voters[12]!.id, 1));
  expect(JSON.stringify([await db().voter.findMany(), await db().voterLetter.findMany()])).toBe(before);
  const marks = (await db().pollMark.findMany()).map(({ mark }) => mark);
  expect(marks).toHaveLength(12);
  for (const { id } of voters) expect(marks.join()).not.toContain(id);
  expect(await db().letter.count()).toBe(0);
});

test("after all that is done with the codes of sixty voters, no code is anywhere: not in a table, a job, the audit or the log", async () => {
  const voters = Array.from({ length: 60 }, (_, index) => (index % 10 === 0 ? { email: null, post: `${index} High Street\nMillbrook` } : { language: (["en", "cy", "ur"] as const)[index % 3] }));
  const { election, opensAt } = await buildPoll({ partnership, voters });
  now = opensAt;
  const key = pollKey(election.id)!;
  const all = await votersOf(election);
  const lost = all.find(({ email }) => email !== null)!;
  server.refuse = (address) => (address === all.findLast(({ email }) => email !== null)!.email ? 550 : null);
  await hire().carry();
  await inTransaction((transaction) => replaceCode(transaction, by(), election, lost.id, { way: "post", reason: "The letter was lost" }));
  const printed = await printLetters(by(), election, 0);
  await inTransaction((transaction) => markPosted(transaction, by(), election, printed.letters.map(({ id }) => id)));
  now = new Date(now.getTime() + 3 * 86_400_000);
  await inTransaction((transaction) => askToRemind(transaction, by(), election));
  await sendReminders({ partnershipId: partnership.id, electionId: election.id }, hire().server, clock);
  const codes = all.flatMap(({ id, issue }) => [codeOf(key, id, issue), ...(id === lost.id ? [codeOf(key, id, 2)] : [])]);
  expect(new Set(codes).size).toBe(61);
  // They did go out.
  const out = [...mails(), ...printed.letters.flatMap(({ parts }) => parts.map(({ text }) => text))].join("\n");
  expect(codes.filter((code) => !out.includes(code))).toHaveLength(1);
  const kept = (await wholeDatabase()) + said.join("\n");
  const bare = kept.replaceAll("-", "").toUpperCase();
  expect(kept).toContain(lost.id);
  expect(codes.filter((code) => kept.includes(code) || bare.includes(code.replaceAll("-", "")))).toEqual([]);
  expect(kept).not.toContain(key);
});

test("a poll of ten thousand is prepared and listed in seconds, and one of three works as well", { timeout: 120_000 }, async () => {
  const began = performance.now();
  const { election, opensAt } = await buildPoll({ partnership, voters: byEmail(10_000) });
  expect(performance.now() - began).toBeLessThan(40_000);
  expect((await findElection(db(), partnership.id, election.id)).issued).toBe(10_000);
  const listed = performance.now();
  const { voters } = await listVoters(db(), election, { search: "Voter 9999" });
  expect(voters.map(({ name }) => name)).toEqual(["Voter 9999"]);
  expect((await listVoters(db(), election, { after: 9_000 })).voters).toHaveLength(50);
  expect(performance.now() - listed).toBeLessThan(3_000);
  await db().voterLetter.updateMany({ where: { voter: { electionId: election.id, number: { gt: 200 } } }, data: { nextAttemptAt: null } });
  now = opensAt;
  const carried = performance.now();
  await hire().carry();
  expect(server.taken).toHaveLength(200);
  // ten thousand then take a few minutes
  expect(performance.now() - carried).toBeLessThan(15_000);
  const small = await buildPoll({ partnership, voters: byEmail(3), isPrepared: false });
  expect(await inTransaction((transaction) => preparePoll(transaction, by(), small.election))).toBe(3);
});
