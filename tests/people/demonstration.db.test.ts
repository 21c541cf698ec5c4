// The demonstration's own pages, on a database that says it is the embedded one and on one that says it is not.
import { afterEach, beforeEach, expect, test } from "vitest";
import { action as be, loader as people } from "#app/people/pages/demonstration-people.tsx";
import { loader as letterPage } from "#app/people/pages/outbox-letter.tsx";
import { loader as outbox } from "#app/people/pages/outbox.tsx";
import { whoIs } from "#app/people/session.server.ts";
import { closeDatabase, db, inTransaction, openDatabase, recogniseDemonstration } from "#app/shared/db.server.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { buildPartnership, buildPerson } from "#tests/support/factories.ts";
import { answerOf, argsOf, cookiesOf, get, locationOf, post } from "#tests/support/requests.ts";

const now = new Date("2026-05-04T09:00:00Z");

async function open({ isDemonstration }: { isDemonstration: boolean }) {
  await closeDatabase();
  openDatabase({ url: process.env.DATABASE_URL ?? "", isDemonstration });
}

beforeEach(() => open({ isDemonstration: true }));
afterEach(closeDatabase);

async function saveLetters(count: number) {
  for (let index = 1; index <= count; index += 1) {
    const letter = { kind: "people/test", to: "mair@people.example", language: "cy" as const, subject: `Llythyr ${index}`, text: "Testun\n" };
    await inTransaction((transaction) =>
      saveLetter(transaction, { partnershipId: null, name: "Marlshire", address: "hello@marlshire.example" }, letter),
    );
  }
}

type Outbox = { letters: { id: string; subject: string; state: string }[]; nextBefore: string | null };
type People = { people: { personId: string; grants: unknown[] }[]; nextAfter: string | null };

test("on a council's own database none of these pages exists, and nobody is signed in by them", async () => {
  const person = await buildPerson({ isDemonstration: true });
  await saveLetters(1);
  const { id } = await db().letter.findFirstOrThrow();
  await open({ isDemonstration: false });
  const answers = await Promise.all([
    answerOf(people(argsOf(get("/demonstration/people")))),
    answerOf(be(argsOf(post("/demonstration/people", { person: person.id })))),
    answerOf(outbox(argsOf(get("/demonstration/outbox")))),
    answerOf(letterPage(argsOf(get(`/demonstration/outbox/${id}`), { params: { letter: id } }))),
  ]);
  expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404]);
  expect(await db().session.count()).toBe(0);
});

test("nor where somebody set up a partnership of their own on an embedded database", async () => {
  await db().person.deleteMany({ where: { isDemonstration: true } });
  await buildPerson({ role: "administrator" });
  await recogniseDemonstration();
  expect((await answerOf(outbox(argsOf(get("/demonstration/outbox"))))).status).toBe(404);
  await buildPerson({ isDemonstration: true });
  await recogniseDemonstration();
  expect((await answerOf(outbox(argsOf(get("/demonstration/outbox"))))).status).toBe(200);
});

test("a press of the button signs in as somebody invented", async () => {
  const person = await buildPerson({ isDemonstration: true, role: "analyst" });
  const answer = await answerOf(be(argsOf(post("/demonstration/people", { person: person.id }), { now })));
  expect(locationOf(answer)).toBe(`/${person.partnership?.slug}`);
  expect((await whoIs(get("/", { cookies: cookiesOf(answer) }), now))?.personId).toBe(person.id);
});

test("nobody is signed in as a real person", async () => {
  const person = await buildPerson();
  for (const id of [person.id, "", "nobody"]) {
    expect((await answerOf(be(argsOf(post("/demonstration/people", { person: id }), { now })))).status).toBe(404);
  }
});

test("every invented person is listed once, with their roles, over as many pages as it takes", async () => {
  const partnership = await buildPartnership();
  for (let index = 0; index < 30; index += 1) {
    await buildPerson({ isDemonstration: true, name: index % 2 ? "Mair Rees" : `Person ${index}`, role: "editor", partnership });
  }
  await buildPerson({ name: "Somebody real" });
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: { body: People } = await answerOf<People>(people(argsOf(get(`/demonstration/people${after ? `?after=${after}` : ""}`))));
    seen.push(...page.body.people.map((person) => person.personId));
    expect(page.body.people.every((person) => Array.isArray(person.grants))).toBe(true);
    after = page.body.nextAfter;
  } while (after);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBe(await db().person.count({ where: { isDemonstration: true } }));
});

test("the outbox shows every letter newest first, over as many pages as it takes, with what became of it", async () => {
  await saveLetters(28);
  const [sent, failed] = await db().letter.findMany({ orderBy: { createdAt: "desc" }, take: 2 });
  await db().letter.update({ where: { id: sent!.id }, data: { sentAt: now } });
  await db().letter.update({ where: { id: failed!.id }, data: { failedAt: new Date(), lastProblem: "EENVELOPE 550" } });
  const first = await answerOf<Outbox>(outbox(argsOf(get("/demonstration/outbox"))));
  expect(first.body.letters.slice(0, 3).map((letter) => [letter.subject, letter.state])).toEqual([
    ["Llythyr 28", "sent"],
    ["Llythyr 27", "failed"],
    ["Llythyr 26", "waiting"],
  ]);
  const rest = await answerOf<Outbox>(outbox(argsOf(get(`/demonstration/outbox?before=${first.body.nextBefore}`))));
  expect(first.body.letters.length + rest.body.letters.length).toBe(await db().letter.count());
  expect(rest.body.nextBefore).toBeNull();
});

test("a letter that was never written is no page", async () => {
  expect((await answerOf(letterPage(argsOf(get("/demonstration/outbox/none"), { params: { letter: "none" } })))).status).toBe(404);
});
