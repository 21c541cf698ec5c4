// Responses are looked at once, what is striking is flagged, and officers decide whether it counts.
import { beforeAll, expect, test } from "vitest";
import { countUp } from "#app/consultations/tallies.store.server.ts";
import { withdrawResponse, findOwnResponse } from "#app/consultations/responses.store.server.ts";
import type { Answers } from "#app/forms/answer.ts";
import { listFlags } from "#app/intake/flags.store.server.ts";
import { lookAtNew, lookAtResponses } from "#app/intake/looks.store.server.ts";
import { action, loader } from "#app/intake/pages/flag.tsx";
import { loader as list } from "#app/intake/pages/flags.tsx";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { buildConsultation, buildPerson, buildResponse, signInCookie, type BuiltConsultation, type BuiltPerson } from "#tests/support/factories.ts";
import { answerOf, argsOf, get, locationOf, post } from "#tests/support/requests.ts";

const now = new Date("2026-06-03T12:00:00Z");
const campaign = `Please keep the park open for every child in the town, ${"for the swings and the trees and the quiet ".repeat(6)}thank you.`;
let consultation: BuiltConsultation;
let analyst: BuiltPerson;
let cookies: string[];
const sent: string[] = [];

let minute = 0;

/** A response sent online so many seconds after it was begun, each a minute after the one before unless told otherwise. */
async function send(answers: Answers, { at, took = 600 }: { at?: string; took?: number } = {}): Promise<string> {
  const receivedAt = at ? new Date(at) : new Date(Date.parse("2026-06-03T10:00:00Z") + 60_000 * minute++);
  const reference = newId().toUpperCase();
  const { id } = await buildResponse({ consultation, answers, receivedAt, reference });
  const draftId = newId();
  const { formVersionId } = await db().responseRevision.findFirstOrThrow({ where: { responseId: id } });
  const startedAt = new Date(receivedAt.getTime() - took * 1000);
  const { partnershipId } = consultation;
  await db().draft.create({ data: { ...{ id: draftId, partnershipId, consultationId: consultation.id, formVersionId, reference, language: "en", startedAt, savedAt: receivedAt }, expiresAt: now } });
  await db().response.update({ where: { id }, data: { draftId } });
  return id;
}

const given = (params: Record<string, string> = {}) => ({ params: { partnership: consultation.partnership.slug, consultation: consultation.id, ...params }, now });
const opens = (flag: string, search = "") => answerOf<Awaited<ReturnType<typeof loader>>>(loader(argsOf(get(`/office${search}`, { cookies }), given({ flag }))));
const decides = (flag: string, search: string, fields: Record<string, string>) =>
  answerOf<{ problems?: { field: string }[]; typed?: { note: string } }>(action(argsOf(post(`/office${search}`, fields, { cookies }), given({ flag }))));
const flagged = async (kind: string) => {
  const { flags } = await listFlags(db(), consultation, { isOpen: true });
  return flags.filter((flag) => flag.kind === kind);
};
const countsNow = () => db().response.count({ where: { consultationId: consultation.id, excludedAt: null, withdrawnAt: null } });

beforeAll(async () => {
  consultation = await buildConsultation({ opensAt: new Date("2026-06-01T08:00:00Z"), closesAt: new Date("2026-07-01T00:00:00Z") });
  analyst = await buildPerson({ role: "analyst", partnership: consultation.partnership });
  cookies = [await signInCookie(analyst, now)];
  for (const text of [campaign, campaign.toUpperCase(), campaign.replace("thank you", "thank you, Mair Rees"), campaign, campaign]) sent.push(await send({ first: text }));
  for (const name of ["a", "b"]) await send({ first: `Cheap pills https://pills.example/${name}` });
  await send({ first: "One", bus: { option: "often" }, agree: { level: "agree" } }, { took: 3 });
  await send({ first: "I would like more buses on a Sunday, for there are none, and nobody without a car can come to the market." });
  for (let place = 0; place < 20; place += 1) await send({ bus: { option: "often" } }, { at: `2026-06-02T09:15:${10 + place}Z` });
  await countUp(consultation.id, now);
  await lookAtResponses(now);
});

test("the same text, links and little else, haste, and many in a minute are flagged, each once with all it is about", async () => {
  const { flags } = await listFlags(db(), consultation, { isOpen: true });
  expect(flags.map(({ kind, key, responses, counted }) => [kind, kind === "same-text" ? "" : key, responses, counted]).sort()).toEqual([
    ["burst", "2026-06-02T09:00:00.000Z", 20, 20],
    ["links", "pills.example", 2, 2],
    ["same-text", "", 5, 5],
    ["too-fast", "2026-06-03", 1, 1],
  ]);
  expect(await countsNow()).toBe(29);
});

test("what was looked at is not looked at again; more of the same joins its flag", async () => {
  expect(await lookAtNew(consultation, now)).toBe(0);
  sent.push(await send({ agree: { level: "agree", reasons: campaign } }));
  expect(await lookAtNew(consultation, now)).toBe(1);
  expect((await flagged("same-text")).map(({ responses }) => responses)).toEqual([6]);
});

test("an officer sees what was noticed and what was written, which is written down as reading, and the list shows no answer", async () => {
  const [flag] = await flagged("same-text");
  await db().heldAnswer.create({ data: { responseId: sent[1]!, questionId: "first", partnershipId: consultation.partnershipId, consultationId: consultation.id } });
  const { body } = await opens(flag!.id);
  expect(body.list?.responses.filter(({ excerpt }) => excerpt === null).map(({ id }) => id)).toEqual([sent[1]]);
  expect(await db().auditEntry.count({ where: { action: "flag.read", subjectId: flag!.id, personId: analyst.id } })).toBe(1);
  const shown = await answerOf<Awaited<ReturnType<typeof list>>>(list(argsOf(get("/office", { cookies }), given())));
  expect(JSON.stringify(shown.body)).not.toContain("swings");
});

test("leaving some out asks why, loses nothing that was typed, and is decided again by keeping them all", async () => {
  const [flag] = await flagged("same-text");
  const ask = `?ask=leave-out&response=${sent[0]}&response=${sent[2]}`;
  const refused = await decides(flag!.id, ask, { note: "Sent twice by one person" });
  expect([refused.status, refused.body.problems?.map(({ field }) => field), refused.body.typed?.note]).toEqual([422, ["reason"], "Sent twice by one person"]);
  const before = await countsNow();
  expect(locationOf(await decides(flag!.id, ask, { reason: "duplicate", note: "Sent twice by one person" }))).toContain("done=leave-out");
  expect(await countsNow()).toBe(before - 2);
  expect(await flagged("same-text")).toEqual([]);
  await decides(flag!.id, "?ask=keep", { note: "" });
  expect(await countsNow()).toBe(before);
  const { body } = await opens(flag!.id);
  expect(body.list?.decisions.map(({ decision, changed, note, who }) => [decision, changed, note, who])).toEqual([
    ["keep", 2, null, "Mair Rees"],
    ["leave-out", 2, "Sent twice by one person", "Mair Rees"],
  ]);
});

test("keeping holds for those who send the same later; what was left out waits for a decision again when more comes", async () => {
  sent.push(await send({ first: campaign }));
  const [links] = await flagged("links");
  await decides(links!.id, "?ask=leave-all-out", { reason: "spam" });
  await send({ first: "www.pills.example" });
  await lookAtNew(consultation, now);
  expect((await flagged("same-text")).length).toBe(0);
  expect((await flagged("links")).map(({ responses, counted }) => [responses, counted])).toEqual([[3, 1]]);
});

test("one that was withdrawn is no longer among a flag's, and nobody decides without the role or about what is not asked", async () => {
  const [haste] = await flagged("too-fast");
  const { responseId } = await db().flaggedResponse.findFirstOrThrow({ where: { flagId: haste!.id } });
  const { reference } = await db().response.findUniqueOrThrow({ where: { id: responseId } });
  const own = await findOwnResponse(consultation.partnershipId, reference!);
  await inTransaction((transaction) => withdrawResponse(transaction, { partnership: consultation.partnership, consultation, language: "en", now }, own!));
  expect((await flagged("too-fast")).map(({ responses }) => responses)).toEqual([0]);
  const { partnership } = consultation;
  const editor = await signInCookie(await buildPerson({ role: "editor", partnership }), now);
  expect((await answerOf(loader(argsOf(get("/office", { cookies: [editor] }), given({ flag: haste!.id }))))).status).toBe(403);
  expect((await decides(haste!.id, "", { reason: "spam" })).status).toBe(400);
});
