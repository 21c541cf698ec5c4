// The closing hour: a thousand people (fewer in `npm test`, all in `npm run test:kills`) have everything answered, look it over,
// and send it in the same moment.
import { afterAll, beforeAll, expect, onTestFailed, test } from "vitest";
import { draftCookie } from "#app/consultations/draft-cookie.server.ts";
import { newId, newReference } from "#app/shared/keys.server.ts";
import { addressOf, HttpRespondent, type Requested } from "../support/http-respondent.ts";
import { connect, openLive, rowsOf, type Live } from "../support/live.ts";
import { expectCounted, expectReceived } from "../support/proofs.ts";

const many = Number(process.env.FOLKMOOT_BURST ?? 400);

let live: Live;
beforeAll(async () => {
  live = await openLive();
});
afterAll(() => live?.close());

type Somebody = { respondent: HttpRespondent; close: () => Promise<void> };

function somebody(person: number, onRequest?: (requested: Requested) => void): Somebody {
  const { server, asked } = live;
  const connection = connect(server.url, 180_000); // because on a busy machine a thousand pages take their time
  const respondent = new HttpRespondent({ connection, origin: server.url, asked, person, address: addressOf(person), ...(onRequest && { onRequest }) });
  return { respondent, close: () => connection.close() };
}

/** Drafts in which everything is answered, as one that was filled in page by page is, each with its person's own answers. */
async function fillDrafts(people: readonly HttpRespondent[]): Promise<void> {
  const example = somebody(many);
  await example.respondent.begin();
  await example.respondent.fillIn();
  await example.respondent.checkAnswers();
  await example.close();
  const drafts = people.map(({ person, entries }) => ({ id: newId(), reference: newReference(), entries, name: `Person Number ${person}` }));
  await rowsOf(
    `WITH given AS (SELECT * FROM jsonb_to_recordset($1) AS one(id text, reference text, entries jsonb, name text)),
       example AS (SELECT * FROM "Draft" WHERE reference = $2),
       drafts AS (
         INSERT INTO "Draft" (id, "partnershipId", "consultationId", "formVersionId", reference, entries, "pagesSeen", language, "startedAt", "savedAt", "expiresAt")
         SELECT given.id, "partnershipId", "consultationId", "formVersionId", given.reference, given.entries, "pagesSeen", language, "startedAt", "savedAt", "expiresAt"
         FROM given CROSS JOIN example)
     INSERT INTO "DraftContact" ("draftId", entries, sending)
     SELECT given.id, contact.entries, contact.sending || jsonb_build_object('name', jsonb_build_array(name))
     FROM given CROSS JOIN example JOIN "DraftContact" contact ON contact."draftId" = example.id`,
    [JSON.stringify(drafts), example.respondent.reference],
  );
  for (const [index, respondent] of people.entries()) respondent.comeBack(draftCookie(live.consultationId, drafts[index]!.reference)["Set-Cookie"]);
}

function p95(requests: readonly Requested[]): string {
  const times = requests.map(({ ms }) => ms).sort((a, b) => a - b);
  return `${(times[Math.ceil(times.length * 0.95) - 1]! / 1000).toFixed(2)} s (slowest ${(times.at(-1)! / 1000).toFixed(2)} s)`;
}

test(`${many} people send in the same moment: none is refused, none is lost`, async () => {
  onTestFailed(() => console.log(live.server.said()));
  const requests: Requested[] = [];
  const crowd = Array.from({ length: many }, (_, person) => somebody(person, (requested) => void requests.push(requested)));
  const people = crowd.map(({ respondent }) => respondent);
  await fillDrafts(people);
  const allAtOnce = async (what: (respondent: HttpRespondent) => Promise<unknown>): Promise<string> => {
    const began = performance.now();
    const before = requests.length;
    await Promise.all(people.map(what));
    return `in ${((performance.now() - began) / 1000).toFixed(1)} s, p95 ${p95(requests.slice(before))}`;
  };
  const looked = await allAtOnce((respondent) => respondent.checkAnswers());
  const sent = await allAtOnce((respondent) => respondent.send());
  const received = await allAtOnce((respondent) => respondent.receive());
  await Promise.all(crowd.map(({ close }) => close()));
  expect(requests.filter(({ status }) => status >= 400)).toEqual([]);
  expect(await expectReceived(live, people)).toBe(many);
  await expectCounted(live, people);
  console.log(`${many} at once: connected and looked ${looked}; sent ${sent}; saw the receipt ${received}`);
});
