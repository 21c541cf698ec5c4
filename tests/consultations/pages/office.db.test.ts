import { expect, test } from "vitest";
import { loader } from "#app/consultations/pages/office.tsx";
import type { Role } from "#app/people/role.ts";
import { db } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { buildConsultation, buildPartnership, buildPerson, buildResponse, signInCookie } from "#tests/support/factories.ts";
import { answerOf, argsOf, get, locationOf } from "#tests/support/requests.ts";

type Shown = Awaited<ReturnType<typeof loader>>;

async function open(partnership: { slug: string }, cookies?: string, query = "") {
  const request = get(`/${partnership.slug}/office${query}`, cookies ? { cookies } : {});
  return answerOf<Shown>(loader(argsOf(request, { params: { partnership: partnership.slug } })));
}

test("a stranger is sent to sign in, and somebody who is no officer here is refused", async () => {
  const partnership = await buildPartnership();
  const stranger = await open(partnership);
  expect(stranger.status).toBe(302);
  expect(locationOf(stranger)).toBe(`/sign-in?to=${encodeURIComponent(`/${partnership.slug}/office`)}`);
  const clerk = await buildPerson({ partnership, role: "parish-clerk" });
  expect((await open(partnership, await signInCookie(clerk))).status).toBe(403);
  const officerElsewhere = await buildPerson({ role: "administrator" });
  expect((await open(partnership, await signInCookie(officerElsewhere))).status).toBe(403);
});

test("an officer sees every consultation of the partnership, published or not, with how many responses came", async () => {
  const partnership = await buildPartnership();
  const analyst = await buildPerson({ partnership, role: "analyst" });
  const consultation = await buildConsultation({ partnership });
  await buildConsultation({ partnership, publishedAt: null });
  await buildConsultation();
  await buildResponse({ consultation });
  await buildResponse({ consultation });
  const { body } = await open(partnership, await signInCookie(analyst));
  expect(body.rows.map(({ state, received }) => [state, received])).toEqual([
    ["draft", 0],
    ["open", 2],
  ]);
});

test("a long list comes a page at a time, and nothing stands on two pages", async () => {
  const partnership = await buildPartnership();
  const cookie = await signInCookie(await buildPerson({ partnership, role: "editor" }));
  for (let index = 0; index < 22; index += 1) await buildConsultation({ partnership });
  const first = (await open(partnership, cookie)).body;
  const second = (await open(partnership, cookie, `?after=${first.nextAfter}`)).body;
  expect([first.rows.length, second.rows.length, second.nextAfter]).toEqual([20, 2, null]);
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(22);
});

test("an administrator is told on the office's first page that e-mails have failed; nobody else is", async () => {
  const partnership = await buildPartnership();
  const failed = { kind: "consultations/receipt", toAddress: "a@example.org", language: "en", failedAt: new Date(), nextAttemptAt: null };
  const written = { fromName: "", fromAddress: "b@example.org", subject: "", text: "" };
  await db().letter.create({ data: { id: newId(), partnershipId: partnership.id, ...failed, ...written } });
  const seenBy = async (role: Role) => (await open(partnership, await signInCookie(await buildPerson({ partnership, role })))).body.failedLetters;
  expect([await seenBy("administrator"), await seenBy("analyst")]).toEqual([1, null]);
});
