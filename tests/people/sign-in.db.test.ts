// Signing in as a person does it: asking, the letter, the code or the link, signing out.
import { expect, test } from "vitest";
import { action as enterCode } from "#app/people/pages/sign-in-code.tsx";
import { action as pressLink, loader as openLink } from "#app/people/pages/sign-in-link.tsx";
import { action as ask, loader as openSignIn } from "#app/people/pages/sign-in.tsx";
import { action as leave } from "#app/people/pages/sign-out.tsx";
import { forgetSignIns, sendPass } from "#app/people/passes.store.server.ts";
import { whoIs } from "#app/people/session.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { buildPartnership, buildPerson, signInCookie } from "#tests/support/factories.ts";
import { answerOf, argsOf, cookiesOf, get, locationOf, post } from "#tests/support/requests.ts";

const now = new Date("2026-05-04T09:00:00Z");
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

type Tried = { error: string };

/** Asks for a way in: where that leads, and the letter where one was written. Each caller has an address of its own. */
async function askFor(email: string, { to, at = now, address = newId() }: { to?: string; at?: Date; address?: string } = {}) {
  const request = post("/sign-in", { email, ...(to === undefined ? {} : { to }) });
  const answer = await answerOf<Tried>(ask(argsOf(request, { now: at, address })));
  const location = new URL(locationOf(answer) ?? "/", "http://localhost:3000");
  return { answer, pass: location.searchParams.get("pass") ?? "", ...(await readLetter(email)) };
}

/** The newest letter to an address, and what it lets in with. */
async function readLetter(email: string) {
  const letter = await db().letter.findFirst({ where: { toAddress: email }, orderBy: { createdAt: "desc" } });
  const text = letter?.text ?? "";
  const link = /https?:\S+/.exec(text)?.[0] ?? "";
  return { letter, link, code: /^\d{3} \d{3}$/m.exec(text)?.[0] ?? "", token: /token=([\w-]+)/.exec(link)?.[1] ?? "" };
}

function tryCode(pass: string, code: string, { to, at = now }: { to?: string; at?: Date } = {}) {
  const request = post("/sign-in/code", { pass, code, ...(to === undefined ? {} : { to }) });
  return answerOf<Tried>(enterCode(argsOf(request, { now: at, address: newId() })));
}

function tryLink(token: string, at = now) {
  return answerOf(pressLink(argsOf(post("/sign-in/link", { token }), { now: at, address: newId() })));
}

function otherThan(code: string): string {
  return code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
}

async function signedInBy(answer: { headers: Headers }, at = now) {
  return (await whoIs(get("/", { cookies: cookiesOf(answer) }), at))?.personId ?? null;
}

test("the code of the letter signs in and leads to where one was going", async () => {
  const person = await buildPerson({ role: "parish-clerk" });
  const { answer, pass, code } = await askFor(person.email, { to: "/marlshire/office" });
  expect(locationOf(answer)).toBe(`/sign-in/code?pass=${pass}&to=%2Fmarlshire%2Foffice`);
  const entered = await tryCode(pass, code, { to: "/marlshire/office" });
  expect(entered.status).toBe(302);
  expect(locationOf(entered)).toBe("/marlshire/office");
  expect(await signedInBy(entered)).toBe(person.id);
  const audit = await db().auditEntry.findMany({ where: { subjectId: person.id, action: "person.sign-in" } });
  expect(audit).toMatchObject([{ personId: person.id, facts: { by: "code" } }]);
});

test("without anywhere to go one begins at the partnership one has a role in", async () => {
  const person = await buildPerson({ role: "parish-clerk" });
  const { pass, code } = await askFor(person.email);
  expect(locationOf(await tryCode(pass, code))).toBe(`/${person.partnership?.slug}`);
});

test("the letter is written in the person's language by the partnership they have a role in", async () => {
  const partnership = await buildPartnership({ senderName: "Partneriaeth y Dyffryn", senderAddress: "post@dyffryn.example" });
  const person = await buildPerson({ role: "parish-clerk", partnership, language: "cy" });
  const { letter, link } = await askFor(person.email, { to: "/marlshire" });
  expect(letter).toMatchObject({ language: "cy", fromName: "Partneriaeth y Dyffryn", fromAddress: "post@dyffryn.example" });
  expect(link).toMatch(/^http:\/\/localhost:3000\/cy\/sign-in\/link\?token=[\w-]{43}&to=%2Fmarlshire$/);
});

test("an address nobody has gets the same answer, leaves the same trace and gets no letter", async () => {
  const person = await buildPerson();
  const known = await askFor(person.email);
  const unknown = await askFor(`${newId()}@nobody.example`);
  expect(unknown.answer.status).toBe(known.answer.status);
  expect(locationOf(unknown.answer)?.replace(unknown.pass, "")).toBe(locationOf(known.answer)?.replace(known.pass, ""));
  expect(known.letter).not.toBeNull();
  expect(unknown.letter).toBeNull();
  const traces = await db().signInPass.findMany({ where: { id: { in: [known.pass, unknown.pass] } } });
  expect(traces.map((pass) => pass.emailHash.length)).toEqual([64, 64]);
  const wrong = [await tryCode(known.pass, otherThan(known.code)), await tryCode(unknown.pass, otherThan(known.code))];
  expect(wrong[1]).toEqual(wrong[0]);
});

test("neither the code, the link nor the address can be read from the database", async () => {
  const person = await buildPerson();
  const { pass, code, token } = await askFor(person.email);
  const kept = JSON.stringify(await db().signInPass.findUniqueOrThrow({ where: { id: pass } }));
  for (const secret of [code.replace(" ", ""), token, person.email]) expect(kept).not.toContain(secret);
});

test("the address is found whatever its case and the spaces around it", async () => {
  const person = await buildPerson({ email: `${newId()}@People.Example` });
  await askFor(` ${person.email.toUpperCase()} `);
  expect(await db().letter.count({ where: { toAddress: person.email.toLowerCase() } })).toBe(1);
});

test.each([
  ["", "Enter your e-mail address"],
  ["mair", "Enter an e-mail address in the right format, like name@example.com"],
  ["a@b@c.example", "Enter an e-mail address in the right format, like name@example.com"],
])("%j is not an address, and what was typed is kept", async (email, error) => {
  const { answer } = await askFor(email);
  expect(answer).toMatchObject({ status: 422, body: { email, error } });
});

test("a code opens once", async () => {
  const { pass, code } = await askFor((await buildPerson()).email);
  expect((await tryCode(pass, code)).status).toBe(302);
  expect(await tryCode(pass, code)).toMatchObject({ status: 422, body: { error: "This code no longer works. Ask for another e-mail" } });
});

test("a code pressed twice at once signs in once", async () => {
  const person = await buildPerson();
  const { pass, code } = await askFor(person.email);
  const both = await Promise.all([tryCode(pass, code), tryCode(pass, code)]);
  expect(both.map((answer) => answer.status).sort()).toEqual([302, 422]);
  expect(await db().session.count({ where: { personId: person.id } })).toBe(1);
});

test("a code works up to its tenth minute and not from then on", async () => {
  const person = await buildPerson();
  const late = await askFor(person.email);
  expect((await tryCode(late.pass, late.code, { at: minutesLater(10) })).status).toBe(422);
  const inTime = await askFor(person.email);
  expect((await tryCode(inTime.pass, inTime.code, { at: minutesLater(9.9) })).status).toBe(302);
});

test("after five wrong codes the right one is refused, and the link too", async () => {
  const { pass, code, token } = await askFor((await buildPerson()).email);
  const errors = [];
  for (let time = 0; time < 5; time += 1) errors.push((await tryCode(pass, otherThan(code))).body.error);
  expect(errors).toEqual([
    "That is not the code in the e-mail. You can try 4 more times",
    "That is not the code in the e-mail. You can try 3 more times",
    "That is not the code in the e-mail. You can try 2 more times",
    "That is not the code in the e-mail. You can try once more",
    "This code no longer works. Ask for another e-mail",
  ]);
  expect((await tryCode(pass, code)).status).toBe(422);
  expect((await tryLink(token)).status).toBe(410);
  expect(await db().auditEntry.count({ where: { subjectId: pass, action: "person.wrong-codes" } })).toBe(1);
});

test("guessing many codes at once is no way round the five", async () => {
  const { pass, code } = await askFor((await buildPerson()).email);
  const guesses = Array.from({ length: 12 }, (_, index) => String(index).padStart(6, "0")).filter((guess) => guess !== code.replace(" ", ""));
  await Promise.all(guesses.map((guess) => tryCode(pass, guess)));
  expect((await db().signInPass.findUniqueOrThrow({ where: { id: pass } })).attempts).toBe(5);
});

test("who guesses codes all day can neither go on nor lock the person out: the link still opens", async () => {
  const person = await buildPerson();
  for (let letter = 0; letter < 5; letter += 1) {
    const { pass, code } = await askFor(person.email);
    for (let time = 0; time < 5; time += 1) await tryCode(pass, otherThan(code));
  }
  // because a sixth letter within fifteen minutes would not be written, and that limit has a clock of its own
  const { email } = person;
  const pass = await inTransaction((transaction) => sendPass(transaction, { email, to: null, site: "http://localhost:3000", now }));
  const { code, token } = await readLetter(email);
  expect((await tryCode(pass, code)).body.error).toBe(
    "There have been too many wrong codes for this address today. Open the link in the e-mail instead",
  );
  expect((await tryLink(token)).status).toBe(302);
});

test("six letters to one address within fifteen minutes are too many, and so are thirty-one from one place", async () => {
  const person = await buildPerson();
  const answers = [];
  for (let time = 0; time < 6; time += 1) answers.push((await askFor(person.email)).answer.status);
  expect(answers).toEqual([302, 302, 302, 302, 302, 429]);
  const address = newId();
  for (let time = 0; time < 30; time += 1) {
    expect((await askFor(`${newId()}@people.example`, { address })).answer.status).toBe(302);
  }
  expect((await askFor(person.email, { address })).answer.status).toBe(429);
});

test("what is not a code is not counted as a wrong one, and what was typed is kept", async () => {
  const { pass, code } = await askFor((await buildPerson()).email);
  expect(await tryCode(pass, "")).toMatchObject({ status: 422, body: { error: "Enter the code from the e-mail" } });
  expect(await tryCode(pass, "48")).toMatchObject({ status: 422, body: { code: "48", error: "Enter the six digits of the code, like 123 456" } });
  expect((await db().signInPass.findUniqueOrThrow({ where: { id: pass } })).attempts).toBe(0);
  expect((await tryCode(pass, code)).status).toBe(302);
});

test("opening the link uses nothing up, pressing its button signs in once", async () => {
  const person = await buildPerson({ name: "Aled Pugh" });
  const { link, token } = await askFor(person.email);
  for (let time = 0; time < 3; time += 1) {
    const opened = await answerOf(openLink(argsOf(get(link), { now, address: newId() })));
    expect(opened).toMatchObject({ status: 200, body: { name: "Aled Pugh" } });
    expect(cookiesOf(opened)).toEqual([]);
  }
  const pressed = await tryLink(token);
  expect(pressed.status).toBe(302);
  expect(await signedInBy(pressed)).toBe(person.id);
  expect((await tryLink(token)).status).toBe(410);
  const again = await answerOf(openLink(argsOf(get(link), { now, address: newId() })));
  expect(again).toMatchObject({ status: 410, body: { name: null } });
});

test("a link is dead after ten minutes, and one that was never written always was", async () => {
  const { token } = await askFor((await buildPerson()).email);
  expect((await tryLink(token, minutesLater(10))).status).toBe(410);
  for (const never of ["", "x", `${token}x`]) expect((await tryLink(never)).status).toBe(410);
});

test("signing in by one letter uses up the others", async () => {
  const person = await buildPerson();
  const [first, second] = [await askFor(person.email), await askFor(person.email)];
  expect((await tryCode(second.pass, second.code)).status).toBe(302);
  expect((await tryLink(first.token)).status).toBe(410);
});

test("one person's code does not open another's pass", async () => {
  const [one, other] = [await askFor((await buildPerson()).email), await askFor((await buildPerson()).email)];
  expect((await tryCode(other.pass, one.code)).status).toBe(422);
  expect((await tryCode("", one.code)).status).toBe(422);
});

test.each(["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"])(
  "nobody is sent on to %j",
  async (to) => {
    const person = await buildPerson({ role: "parish-clerk" });
    const { answer, pass, code, link } = await askFor(person.email, { to });
    expect(locationOf(answer)).toBe(`/sign-in/code?pass=${pass}`);
    expect(link).not.toContain("evil");
    expect(locationOf(await tryCode(pass, code, { to }))).toBe(`/${person.partnership?.slug}`);
    const cookies = await signInCookie(person, now);
    const opened = await answerOf(openSignIn(argsOf(get(`/sign-in?to=${encodeURIComponent(to)}`, { cookies }), { now })));
    expect(locationOf(opened)).toBe("/");
  },
);

test("signing out ends the session, here and in the database, and is written down", async () => {
  const person = await buildPerson();
  const { pass, code } = await askFor(person.email);
  const cookies = cookiesOf(await tryCode(pass, code));
  const left = await answerOf(leave(argsOf(post("/sign-out", {}, { cookies }), { now })));
  expect(locationOf(left)).toBe("/sign-out");
  expect(cookiesOf(left)[0]).toMatch(/^session=;.*Max-Age=0/);
  expect(left.headers.get("Clear-Site-Data")).toBe('"cache", "storage"');
  expect(await whoIs(get("/", { cookies }), now)).toBeNull();
  expect(await db().auditEntry.count({ where: { personId: person.id, action: "person.sign-out" } })).toBe(1);
});

test("signing out everywhere ends every session of the person and nobody else's, and is written down", async () => {
  const [person, other] = [await buildPerson(), await buildPerson()];
  const [here, elsewhere, others] = [await signInCookie(person, now), await signInCookie(person, now), await signInCookie(other, now)];
  const left = await answerOf(leave(argsOf(post("/sign-out", { where: "everywhere" }, { cookies: here }), { now })));
  expect([locationOf(left), cookiesOf(left)[0]]).toEqual(["/sign-out", expect.stringMatching(/^session=;.*Max-Age=0/)]);
  for (const cookies of [here, elsewhere]) expect(await whoIs(get("/", { cookies }), now)).toBeNull();
  expect(await whoIs(get("/", { cookies: others }), now)).not.toBeNull();
  expect(await db().auditEntry.count({ where: { personId: person.id, action: "person.sign-out-everywhere" } })).toBe(1);
});

test("who signs in anew in the same browser leaves no session behind", async () => {
  const [one, other] = [await buildPerson(), await buildPerson()];
  const cookies = await signInCookie(one, now);
  const { pass, code } = await askFor(other.email);
  const entered = await answerOf(enterCode(argsOf(post("/sign-in/code", { pass, code }, { cookies }), { now, address: newId() })));
  expect(await signedInBy(entered)).toBe(other.id);
  expect(await whoIs(get("/", { cookies }), now)).toBeNull();
});

test("a post that is no form is refused as such", async () => {
  const body = JSON.stringify({ email: "mair@people.example" });
  const request = new Request("http://localhost:3000/sign-in", { method: "POST", body, headers: { "Content-Type": "application/json" } });
  expect((await answerOf(ask(argsOf(request)))).status).toBe(400);
});

test("sessions and passes that are over are forgotten, and those that count are kept", async () => {
  const person = await buildPerson();
  await signInCookie(person, now);
  const { pass } = await askFor(person.email);
  await forgetSignIns(minutesLater(19 * 60));
  expect([await db().session.count({ where: { personId: person.id } }), await db().signInPass.count({ where: { id: pass } })]).toEqual([1, 1]);
  await forgetSignIns(minutesLater(49 * 60));
  expect([await db().session.count({ where: { personId: person.id } }), await db().signInPass.count({ where: { id: pass } })]).toEqual([0, 0]);
});
