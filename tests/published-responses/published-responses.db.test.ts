// Responses are published one by one: proposed and published by two people, and only what is cleared, permitted and not removed can be read or found.
import { beforeAll, expect, test } from "vitest";
import { makeSet } from "#app/analysis/sets.store.server.ts";
import { holdAnswer } from "#app/consultations/held-answers.store.server.ts";
import { takeStep } from "#app/consultations/life.store.server.ts";
import { publishResponsesPath } from "#app/consultations/office-paths.ts";
import { consultationPath, publishedResponsesPath } from "#app/consultations/paths.ts";
import { findPublicAnswers } from "#app/consultations/public-answers.store.server.ts";
import { moderateTextPath } from "#app/moderation/paths.ts";
import { whatBecameOf } from "#app/published-responses/became.server.ts";
import { previewResponsePath, previewResponsesPath, publishedResponsePath } from "#app/published-responses/paths.ts";
import { publishResults } from "#app/publication/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildConsultation, buildDefinition, buildPerson, buildResponse, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";
import { buildPublishedResults, buildResults } from "#tests/support/published-results.ts";
import { locationOf } from "#tests/support/requests.ts";

const day = 86_400_000;
let application: Application;
let consultation: BuiltConsultation;
let [ann, ben, editor, stranger]: Visitor[] = [];
const ids: Record<string, string> = {};

const plain = (html: string) => html.replaceAll(/<!-- -->|<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const read = async (path: string, who = stranger!) => plain(await (await who.open(path)).text());
const here = (query = "") => publishedResponsesPath(consultation.partnership, consultation) + query;
const office = () => publishResponsesPath(consultation.partnership, consultation);
const textOf = (text: string) => db().answerText.findFirstOrThrow({ where: { text } });
const moderate = async (text: string, form: Record<string, string>, who = ann!) => who.post(moderateTextPath(consultation.partnership, consultation, (await textOf(text)).id), form);
const addressOf = async (id: string) => publishedResponsePath(consultation.partnership, consultation, (await db().publicResponse.findUniqueOrThrow({ where: { responseId: ids[id]! } })).reference);
const proposal = async () => (await db().responsesPublication.findFirstOrThrow({ orderBy: { number: "desc" } })).id;

const texts = {
  named: "Ask Mrs Prys of 12 Mill Lane about the café bridges.",
  unnamed: "Bridges are for everybody.",
  society: "Our members want a bridge.",
  waiting: "Nobody looked at this bridge.",
  held: "This bridge is before a court.",
  rejected: "Abuse about the bridge.",
  summary: "A bridge in the summary alone.",
  secret: "A bridge in confidence.",
  risk: "Somebody by the bridge is at risk.",
};

async function respond(id: keyof typeof texts, given: Record<string, unknown> = {}, answers: Record<string, unknown> = {}) {
  ids[id] = (await buildResponse({ consultation, answers: { first: texts[id], ...answers } as never, receivedAt: new Date(Date.now() - 3 * day), ...given } as never)).id;
}

beforeAll(async () => {
  application = await openApplication();
  const definition = buildDefinition([
      {
        ...{ id: "priorities", heading: { en: "Priorities" }, layout: "one-page" },
        questions: [
          { id: "first", type: "long-text", number: "1", label: { en: "What matters?" } },
          { id: "stance", type: "one-choice", number: "2", label: { en: "For or against?" }, options: [{ id: "for", label: { en: "In favour" } }, { id: "against", label: { en: "Opposed" } }] },
        ],
      },
  ]);
  consultation = await buildConsultation({ opensAt: new Date(Date.now() - 60 * day), closesAt: new Date(Date.now() - 2 * day), graceInMinutes: 60, definition });
  const come = async (role: "administrator" | "analyst" | "editor") => new Visitor(application, { now: new Date() }, [await signInCookie(await buildPerson({ role, partnership: consultation.partnership }))]);
  [ann, ben, editor, stranger] = [await come("administrator"), await come("administrator"), await come("editor"), new Visitor(application, { now: new Date() }, [])];
  await respond("named", { permission: "named", contact: { name: "Ada Pugh" } }, { stance: { option: "for" } });
  await respond("unnamed", { language: "cy" }, { stance: { option: "against" } });
  await respond("society", { permission: "named", respondentType: "organisation", contact: { name: "Who Typed It", organisation: { name: "The Bridge Society" } } }, { stance: { option: "for" } });
  for (const id of ["waiting", "held", "rejected", "risk"] as const) await respond(id);
  await respond("summary", { permission: "summary" }, { stance: { option: "for" } });
  await respond("secret", { confidentialityRequested: true });
  await inTransaction((transaction) => holdAnswer(transaction, consultation, { responseId: ids.risk!, questionId: "first" }));
  await inTransaction((transaction) => takeStep(transaction, consultation, { kind: "freeze", personId: "somebody", at: new Date() }));
});

test("before there is a set nothing can be proposed, and nothing is there to be read", async () => {
  expect(await read(office(), ann!)).toContain("have not been frozen");
  expect((await ann!.post(office(), { deed: "propose", whose: "all" })).status).toBe(404);
  expect((await stranger!.open(here())).status).toBe(404);
  await makeSet({ consultationId: consultation.id }, () => new Date());
  await moderate(texts.named, { deed: "remove", words: "Mrs Prys", why: "personal-other" });
  for (const id of ["named", "unnamed", "society"] as const) await moderate(texts[id], { deed: "clear" });
  await moderate(texts.held, { deed: "hold", reason: "A court has it" });
  await moderate(texts.rejected, { deed: "propose", reason: "Abuse" });
  await moderate(texts.rejected, { deed: "agree" }, ben!);
});

test("one officer proposes, told how much was looked at; another publishes; an editor does neither", async () => {
  const page = await read(office(), ann!);
  expect(page).toMatch(/Answers that nobody has looked at yet 1 of 6/);
  expect(page).toMatch(/Answers that may be published 3 of 6/);
  expect((await editor!.open(office())).status).toBe(403);
  const refused = await ann!.post(office(), { deed: "propose" });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain("Choose whose responses are published");
  expect(locationOf(await ann!.post(office(), { deed: "propose", whose: "all", questions: "stance" }))).toContain("done=proposed");
  expect((await stranger!.open(here())).status).toBe(404);
  expect(await read(previewResponsesPath(consultation.partnership, consultation), ann!)).toContain("The Bridge Society");
  expect((await ann!.post(office(), { deed: "publish", proposal: await proposal() })).status).toBe(403);
  expect(locationOf(await ben!.post(office(), { deed: "publish", proposal: "another" }))).toContain("done=late");
  expect(locationOf(await ben!.post(office(), { deed: "publish", proposal: await proposal() }))).toContain("done=published");
  await expect(db().responsesPublication.updateMany({ data: { publishedById: (await db().responsesPublication.findFirstOrThrow()).proposedById } })).rejects.toThrow(/two_people/);
  expect(await read(consultationPath(consultation.partnership, consultation))).toContain("Read responses, one by one");
});

test("only cleared answers of those who permit it are there, with names only where they were let", async () => {
  const answer = await stranger!.open(here());
  expect(answer.headers.get("X-Robots-Tag")).toContain("noindex");
  expect(answer.headers.get("Cache-Control")).toContain("no-store");
  const page = plain(await answer.text());
  expect(page).toContain("Responses that can be read: 3.");
  for (const there of ["Ada Pugh", "The Bridge Society", "Bridges are for everybody.", "[removed: personal information]"]) expect(page).toContain(there);
  for (const not of ["Prys", "Who Typed It", texts.waiting, texts.held, texts.rejected, texts.summary, texts.secret, texts.risk]) expect(page).not.toContain(not);
  const csv = await (await stranger!.open(here(".csv"))).text();
  expect(csv).toContain("Ask [removed: personal information] of 12 Mill Lane");
  expect(csv).not.toMatch(/Prys|court|Abuse|risk|confidence|summary/);
});

test("a word that was removed is not found, neither by asking for it nor by leaving it out", async () => {
  expect(await read(here("?q=prys"))).toContain("Responses found: 0.");
  expect(await read(here("?q=-prys"))).toContain("Responses found: 3.");
  expect(await read(here("?q=bridge"))).toContain("Responses found: 2."); // Welsh has no stems: "Bridges" of the response in Welsh is another word
  expect(await read(here("?q=cafe"))).toContain("Ada Pugh");
  expect(await read(here("?q=court"))).toContain("Responses found: 0.");
});

test("the list is narrowed by question, who answered, organisation and language", async () => {
  expect(await read(here("?type=organisation"))).toContain("Responses found: 1.");
  expect(await read(here(`?${new URLSearchParams({ organisation: "The Bridge Society" })}`))).toContain("Responses found: 1.");
  expect(await read(here(`?${new URLSearchParams({ organisation: "Ada Pugh" })}`))).toContain("Responses found: 0.");
  expect(await read(here("?language=cy"))).toContain("Responses found: 1.");
  expect(await read(here("?question=first"))).toContain("Responses found: 3.");
  expect(await read(here("?question=stance"))).toContain("Responses found: 0.");
  expect(await read(here("?area=for"))).toContain("Responses found: 3.");
});

test("a response has an address of its own, that tells nothing of the receipt; what individuals chose is shown only once the gate hides nothing of it", async () => {
  const page = await read(await addressOf("named"));
  expect(page).toMatch(/Ask \[removed: personal information\] .*of 12 Mill Lane/);
  expect(page).toContain("Personal information about somebody else");
  expect(page).not.toContain("In favour");
  expect(await read(await addressOf("society"))).toContain("In favour");
  const rows = [{ id: "for", name: { en: "In favour" }, count: 7 }, { id: "against", name: { en: "Opposed" }, count: 6 }];
  const table = { key: "stance", number: "2", label: {}, about: null, of: "answered", order: "as-given", isSeveral: false, isRounded: false, base: 13, rows, by: [], section: {}, versions: [1] } as const;
  await buildPublishedResults(consultation, buildResults({ questions: [{ ...table, rows, by: [], versions: [1] }] }));
  expect(await read(await addressOf("named"))).toContain("In favour");
  const hiding = buildResults({ questions: [{ ...table, by: [], versions: [1], rows: [rows[0]!, { ...rows[1]!, count: null }] }] });
  const corrected = { results: hiding, counted: { tables: [], hidden: [] }, reason: { en: "Corrected" } };
  await inTransaction((transaction) => publishResults(transaction, consultation, corrected, { personId: "somebody", now: new Date() }));
  expect(await read(await addressOf("named"))).not.toContain("In favour");
  for (const id of ["waiting", "held", "rejected", "risk"]) expect((await stranger!.open(await addressOf(id))).status).toBe(410);
  expect((await stranger!.open(here("/0123456789abcdef"))).status).toBe(404);
  const references = await db().publicResponse.findMany();
  expect(references.map(({ responseId }) => responseId).sort()).not.toContain(ids.summary);
  for (const { reference } of references) expect(reference).toMatch(/^[0-9a-f]{16}$/);
});

test("what the gate takes for known is all that has an address, and the questions shown", async () => {
  const known = await findPublicAnswers(db(), consultation);
  expect(known.questions).toEqual(["stance"]);
  expect(known.responseIds).toHaveLength(7);
  expect(known.responseIds).not.toContain(ids.secret);
});

test("a later removal, a decision opened again, a withdrawal and a changed mind take effect at once", async () => {
  await moderate(texts.unnamed, { deed: "remove", words: "everybody", why: "off-topic-link" });
  expect(await read(here("?q=everybody"))).toContain("Responses found: 0.");
  expect(await read(await addressOf("unnamed"))).toContain("Bridges are for [removed: link]");
  await moderate(texts.unnamed, { deed: "reopen" });
  expect((await stranger!.open(await addressOf("unnamed"))).status).toBe(410);
  await moderate(texts.unnamed, { deed: "clear" });
  expect((await stranger!.open(await addressOf("unnamed"))).status).toBe(200);
  await db().response.update({ where: { id: ids.unnamed! }, data: { permission: "summary" } });
  expect((await stranger!.open(await addressOf("unnamed"))).status).toBe(410);
  await db().response.update({ where: { id: ids.unnamed! }, data: { permission: "unnamed" } });
  await db().responseContact.delete({ where: { responseId: ids.named! } });
  expect(await read(await addressOf("named"))).not.toContain("Ada Pugh");
  await db().response.update({ where: { id: ids.named! }, data: { withdrawnAt: new Date() } });
  expect(await read(office(), ann)).toContain("Responses withdrawn or left out after the set was made 1 ");
  const gone = await stranger!.open(await addressOf("named"));
  expect(gone.status).toBe(410);
  expect(await gone.text()).not.toContain("Mill Lane");
});

test("one response is taken out with a reason that officers alone read, and let in again", async () => {
  const { reference } = await db().publicResponse.findUniqueOrThrow({ where: { responseId: ids.society! } });
  const path = previewResponsePath(consultation.partnership, consultation, reference);
  expect((await ann!.post(path, { deed: "withhold", why: " " })).status).toBe(422);
  await ann!.post(path, { deed: "withhold", why: "The name is an insult" });
  const gone = await stranger!.open(await addressOf("society"));
  expect(gone.status).toBe(410);
  expect(await gone.text()).not.toContain("insult");
  expect(await read(path, ann!)).toContain("The name is an insult");
  expect((await whatBecameOf(db(), ids.society!, new Date())).answers).toMatchObject([{ became: "not-published" }]);
  await ann!.post(path, { deed: "let-in" });
  expect((await stranger!.open(await addressOf("society"))).status).toBe(200);
});

test("whoever sent a response can be told what became of each answer", async () => {
  const became = async (id: string) => (await whatBecameOf(db(), ids[id]!, new Date())).answers;
  expect(await whatBecameOf(db(), ids.society!, new Date())).toEqual({
    reference: (await db().publicResponse.findUniqueOrThrow({ where: { responseId: ids.society! } })).reference,
    answers: [{ questionId: "first", became: "published", reasons: [] }],
  });
  expect(await became("unnamed")).toEqual([{ questionId: "first", became: "redacted", reasons: ["off-topic-link"] }]);
  for (const [id, what] of [["waiting", "waiting"], ["held", "held"], ["risk", "held"], ["rejected", "rejected"], ["summary", "own-choice"], ["secret", "own-choice"]] as const) {
    expect(await became(id)).toEqual([{ questionId: "first", became: what, reasons: [] }]);
  }
  expect(await whatBecameOf(db(), ids.named!, new Date())).toEqual({ reference: null, answers: [] });
});

test("all are taken back with a reason that everybody reads; organisations alone can be published instead", async () => {
  expect((await ben!.post(office(), { deed: "take-back" })).status).toBe(422);
  await ben!.post(office(), { deed: "take-back", "reason-en": "Names were wrong" });
  const gone = await stranger!.open(here());
  expect(gone.status).toBe(410);
  expect(plain(await gone.text())).toContain("Names were wrong");
  expect((await stranger!.open(await addressOf("society"))).status).toBe(410);
  expect((await stranger!.open(here(".csv"))).status).toBe(404);
  expect(await read(consultationPath(consultation.partnership, consultation))).not.toContain("Read responses, one by one");
  await ben!.post(office(), { deed: "propose", whose: "organisations" });
  await ann!.post(office(), { deed: "publish", proposal: await proposal() });
  expect(await read(here())).toContain("Responses that can be read: 1.");
  await ben!.post(office(), { deed: "propose", whose: "all" });
  expect(locationOf(await ann!.post(office(), { deed: "drop", proposal: await proposal() }))).toContain("done=dropped");
  expect(await read(here())).toContain("Responses that can be read: 1.");
});

test("what each officer did is written down, without the words", async () => {
  const entries = await db().auditEntry.findMany({ where: { action: { startsWith: "published-responses." } }, orderBy: { id: "asc" } });
  expect(entries.map(({ action }) => action.split(".")[1])).toEqual(["propose", "publish", "withhold", "let-in", "take-back", "propose", "publish", "propose", "drop"]);
  expect(JSON.stringify(entries.map(({ facts }) => facts))).not.toMatch(/insult|wrong/);
});
