// What an administrator sees of the letters, and what they can do about those that wait or failed.
import { beforeAll, expect, test } from "vitest";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { action, loader } from "#app/people/pages/office-letters.tsx";
import { db } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { buildPartnership, buildPerson, signInCookie } from "#tests/support/factories.ts";
import { answerOf, argsOf, get, locationOf, post } from "#tests/support/requests.ts";

type Shown = Awaited<ReturnType<typeof loader>>;

let partnership: Partnership;
let cookies: string;
let personId: string;

beforeAll(async () => {
  partnership = await buildPartnership();
  const administrator = await buildPerson({ role: "administrator", partnership });
  personId = administrator.id;
  cookies = await signInCookie(administrator);
});

async function build(wanted: Partial<Prisma.LetterUncheckedCreateInput> = {}): Promise<string> {
  const id = newId();
  await db().letter.create({
    data: {
      ...{ id, partnershipId: partnership.id, kind: "consultations/receipt", toAddress: "bronwen@example.org", language: "en" },
      ...{ fromName: "Marlshire", fromAddress: "hello@marlshire.example", subject: "We have your response", text: "Dear Bronwen" },
      ...wanted,
    },
  });
  return id;
}

const params = { partnership: "" };
const at = () => ({ params: { ...params, partnership: partnership.slug } });
const open = async (query = "") => (await answerOf<Shown>(loader(argsOf(get(`/x/office/letters${query}`, { cookies }), at())))).body;
const send = (fields: Record<string, string>) => answerOf(action(argsOf(post("/x/office/letters", fields, { cookies }), at())));
const find = (id: string) => db().letter.findUniqueOrThrow({ where: { id } });

test("an administrator sees how many wait, failed and went, and neither an address nor a word of them", async () => {
  const now = new Date();
  await build();
  await build({ failedAt: now, nextAttemptAt: null, lastProblem: "EENVELOPE 550 5.1.1", attempts: 1 });
  await build({ sentAt: now, nextAttemptAt: null });
  await build({ sentAt: new Date(now.getTime() - 25 * 3_600_000), nextAttemptAt: null });
  await build({ partnershipId: (await buildPartnership()).id });
  const shown = await open();
  expect(shown.counts).toEqual({ waiting: 1, failed: 1, sentLately: 1 });
  expect(shown.filter).toBe("failed");
  expect(shown.rows.map(({ kind, to, state, lastProblem }) => [kind, to, state, lastProblem])).toEqual([
    ["receipt", "b…@example.org", "failed", "EENVELOPE 550 5.1.1"],
  ]);
  expect(JSON.stringify(shown)).not.toMatch(/bronwen|Dear/i);
  expect((await open("?filter=sent")).rows).toHaveLength(2);
});

test("a long list comes a page at a time, and nothing stands on two pages", async () => {
  const at = new Date(Date.now() - 3_600_000);
  for (let index = 0; index < 30; index += 1) await build({ sentAt: at, nextAttemptAt: null });
  const first = await open("?filter=sent");
  const second = await open(`?filter=sent&before=${first.nextBefore}`);
  const all = [...first.rows, ...second.rows].map(({ id }) => id);
  expect([first.rows.length, second.nextBefore]).toEqual([25, null]);
  expect(all).toHaveLength(32);
  expect(new Set(all).size).toBe(all.length);
});

test("one letter or all that failed are tried again now, and that is written down", async () => {
  await db().letter.deleteMany({ where: { failedAt: { not: null } } });
  const failed = { failedAt: new Date(), nextAttemptAt: null, lastProblem: "EENVELOPE 550" };
  const [one, ...others] = [await build(failed), await build(failed), await build(failed)];
  const first = await send({ deed: "retry", letter: one, filter: "failed" });
  expect(locationOf(first)).toBe(`/${partnership.slug}/office/letters?filter=failed&done=retried&count=1`);
  expect(await find(one)).toMatchObject({ failedAt: null, nextAttemptAt: expect.any(Date) as Date, retriedAt: expect.any(Date) as Date });
  expect(locationOf(await send({ deed: "retry", filter: "failed" }))).toContain("count=2");
  for (const id of others) expect((await find(id)).failedAt).toBeNull();
  const told = await db().auditEntry.findMany({ where: { action: "letter.try-again", partnershipId: partnership.id }, orderBy: { id: "asc" } });
  expect(told.map(({ subjectKind, subjectId, facts, personId: by }) => [subjectKind, subjectId, facts, by])).toEqual([
    ["letter", one, {}, personId],
    ["partnership", partnership.id, { filter: "failed", letters: 2 }, personId],
  ]);
  const jobs = await db().$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'send-letters'`;
  expect(jobs).toEqual([{ key: "send-letters" }]);
});

test("a letter is given up once asked, with its text, and is never sent", async () => {
  const id = await build({ lastProblem: "ECONNREFUSED" });
  expect((await open(`?ask=${id}`)).asking).toMatchObject({ id, question: "Give up the e-mail “Receipt of a response” to b…@example.org?" });
  expect(locationOf(await send({ deed: "give-up", letter: id, filter: "waiting" }))).toContain("done=given-up");
  expect(await find(id)).toMatchObject({ givenUpAt: expect.any(Date) as Date, nextAttemptAt: null, text: "" });
  expect(locationOf(await send({ deed: "retry", letter: id }))).toContain("done=nothing");
  expect((await open("?filter=given-up")).rows.map((row) => [row.id, row.isOurs])).toEqual([[id, false]]);
});

test("a letter that has gone, or that is being sent just now, is left alone", async () => {
  const gone = await build({ sentAt: new Date(), nextAttemptAt: null });
  const inHand = await build({ sendingAt: new Date(), nextAttemptAt: new Date(Date.now() + 600_000) });
  for (const letter of [gone, inHand]) {
    for (const deed of ["retry", "give-up"]) expect(locationOf(await send({ deed, letter }))).toContain("done=nothing");
  }
  expect(await find(gone)).toMatchObject({ givenUpAt: null, nextAttemptAt: null });
});

test("another partnership's letter is not there", async () => {
  const theirs = await build({ partnershipId: (await buildPartnership()).id });
  for (const deed of ["retry", "give-up"]) expect((await send({ deed, letter: theirs })).status).toBe(404);
});

test("looking through the letters is written down, by whom and how many, without an address", async () => {
  const id = await build();
  await open("?filter=waiting");
  await open(`?ask=${id}`);
  const told = await db().auditEntry.findMany({ where: { action: "letters.read", partnershipId: partnership.id }, orderBy: { id: "desc" }, take: 2 });
  expect(told[0]).toMatchObject({ personId, subjectKind: "letter", subjectId: id, facts: {} });
  expect(told[1]).toMatchObject({ personId, subjectKind: "partnership", subjectId: partnership.id, facts: { filter: "waiting", shown: expect.any(Number) as number } });
});
