import { beforeAll, expect, test } from "vitest";
import { nameElections } from "#app/bodies/seat-elections.store.server.ts";
import { stateOf } from "#app/consultations/life.ts";
import { listConsultations, listErrata } from "#app/consultations/store.server.ts";
import { listDocuments } from "#app/consultations/documents.store.server.ts";
import { findPublicAnswers } from "#app/consultations/public-answers.store.server.ts";
import { countUp, listTallies } from "#app/consultations/tallies.store.server.ts";
import { findCast, findVoterOfCode } from "#app/elections/box.store.server.ts";
import { electionState, findElection } from "#app/elections/elections.store.server.ts";
import { codeOf, pollKey } from "#app/elections/poll-key.server.ts";
import { workingDaysLeft } from "#app/information-requests/request.ts";
import { findPartnership, listPartnerships } from "#app/partnerships/store.server.ts";
import { heaviestLogo } from "#app/files/logo.server.ts";
import { checkAccent } from "#app/partnerships/colour.ts";
import type { Counted } from "#app/publication/known.ts";
import { findResults } from "#app/publication/store.server.ts";
import type { ReportShown } from "#app/reports/shown.ts";
import { dayOf } from "#app/shared/dates.ts";
import { databaseUrl, db, openDatabase } from "#app/shared/db.server.ts";
import { seedDemonstration } from "#prisma/seed.ts";
import { audit, figuresOfReport, noughtsIn, type Readable } from "#tests/support/auditor.ts";

const now = new Date("2026-11-25T15:30:00Z");
const silent = () => undefined;

beforeAll(() => openDatabase({ url: databaseUrl(), isDemonstration: true }));

test("a demonstration that breaks off half way leaves nothing behind", async () => {
  await expect(seedDemonstration(new Date(Number.NaN), silent)).rejects.toThrow();
  expect([await db().partnership.count(), await db().person.count()]).toEqual([0, 0]);
});

test("the demonstration is seeded once, however many begin it", async () => {
  await Promise.all([seedDemonstration(now, silent), seedDemonstration(now, silent)]);
  await seedDemonstration(now, silent);
  expect((await listPartnerships(db())).map(({ slug }) => slug)).toEqual(["marlshire", "tolbridge", "wenlow-vale", "nether-wenlow"]);
  expect(await db().person.count({ where: { isDemonstration: false } })).toBe(0);
}, 120_000);

test("its accent colours can be seen on the page", async () => {
  for (const { accentColour } of await listPartnerships(db())) expect(checkAccent(accentColour ?? "").ok).toBe(true);
});

test("each has a logo of its own that says what it shows and weighs little", async () => {
  const logos = (await listPartnerships(db())).map(({ logo }) => logo);
  expect(new Set(logos.map((logo) => logo?.alt.ur)).size).toBe(4);
  expect(logos.every((logo) => logo?.height === 48)).toBe(true);
  const files = await db().file.findMany({ where: { logo: { isNot: null } } });
  for (const { sizeInBytes } of files) expect(sizeInBytes).toBeLessThanOrEqual(heaviestLogo);
});

test("one consultation is open, the answers of one are being read, one is to come, one waits to be published and one was answered", async () => {
  const partnershipIds = (await listPartnerships(db())).map(({ id }) => id);
  const { consultations } = await listConsultations(db(), { partnershipIds, now, withUnpublished: true });
  expect(consultations.map((consultation) => stateOf(consultation, now)).sort()).toEqual(["analysis", "draft", "open", "outcome-published", "scheduled"]);
  const open = consultations.find((consultation) => stateOf(consultation, now) === "open")!;
  expect((await listDocuments(db(), open)).map(({ language, format }) => `${language} ${format}`)).toEqual(["en pdf", "en plain_text", "cy plain_text", "ur plain_text"]);
  const closed = consultations.find((consultation) => stateOf(consultation, now) === "analysis")!;
  expect(await listErrata(db(), closed.formId)).toHaveLength(1);
  const answered = consultations.find((consultation) => stateOf(consultation, now) === "outcome-published")!;
  expect(answered.resultsPublishedAt).toEqual(answered.reportPublishedAt);
  expect(await db().consultationStep.count({ where: { consultationId: open.id, kind: "sign-off" } })).toBe(4);
});

test("one request for information is being answered, with twelve working days left, and one was answered in part", async () => {
  const requests = await db().informationRequest.findMany({ orderBy: { fileNumber: "asc" }, include: { responses: { select: { decision: true, givenAt: true } } } });
  expect(requests.map(({ law, dueOn, closedOn }) => [law, dueOn && workingDaysLeft(dayOf(dueOn), dayOf(now)), closedOn !== null])).toEqual([["eir", null, true], ["foia", 12, false]]);
  const decisions = requests.map(({ responses }) => new Set(responses.map(({ decision }) => decision)));
  expect(decisions).toEqual([new Set(["disclose", "redact"]), new Set(["disclose", "withhold", null])]);
  expect(requests.map(({ responses }) => responses.every(({ givenAt }) => givenAt !== null))).toEqual([true, false]);
});

test("of what it publishes, results, reports and single responses together, nothing that is hidden can be worked out", async () => {
  const published = await db().publishedResults.findMany({ select: { id: true, consultationId: true, counted: true }, orderBy: [{ consultationId: "asc" }, { number: "asc" }] });
  const reports = await db().reportVersion.findMany({ select: { id: true, consultationId: true, shown: true }, orderBy: { number: "asc" } });
  const released = new Map((await db().releasedFigures.findMany({ where: { sourceSubject: "reports" }, select: { sourceId: true, counted: true } })).map(({ sourceId, counted }) => [sourceId, counted]));
  expect(Math.min(published.length, reports.length)).toBeGreaterThan(0);
  expect(released.size).toBe(reports.length);
  for (const consultationId of new Set([...published, ...reports].map((one) => one.consultationId))) {
    const versions = await Promise.all(published.filter((one) => one.consultationId === consultationId).map(({ id }) => findResults(db(), id)));
    expect(versions.every(({ set }) => set !== null)).toBe(true);
    const told = reports.filter((one) => one.consultationId === consultationId).map(({ shown }) => figuresOfReport(shown as unknown as ReportShown));
    const readable = await readableOf(consultationId);
    if (told.length > 0) expect(readable.responses.length).toBeGreaterThan(0);
    const counted = [...published, ...reports.map(({ id, ...one }) => ({ ...one, counted: released.get(id) }))].filter((one) => one.consultationId === consultationId).map((one) => one.counted as unknown as Counted);
    expect(audit([...versions, ...told], readable, noughtsIn(counted))).toEqual([]);
  }
});

/** The responses that anybody can read one by one, and what stands there of them. */
async function readableOf(consultationId: string): Promise<Readable> {
  const { responseIds, questions } = await findPublicAnswers(db(), { id: consultationId });
  const rows = await db().setResponse.findMany({ where: { responseId: { in: responseIds }, isIncluded: true, set: { consultationId } }, select: { responseId: true, respondentType: true, language: true, closed: true } });
  const keys = [".respondent", ".language", ...questions];
  const responses = [...new Map(rows.map((row) => [row.responseId, row])).values()].map(({ respondentType, language, closed }) => ({ ...(closed as Record<string, string | string[]>), ".respondent": respondentType, ".language": language }));
  return { keys, responses };
}

test("its responses are counted like any others, those withdrawn left out and what named them gone", async () => {
  const closed = await db().consultation.findFirstOrThrow({ where: { closesAt: { lt: now }, outcomePublishedAt: null } });
  await countUp(closed.id, now);
  const standing = { consultationId: closed.id, withdrawnAt: null };
  const { counted, waits } = await listTallies(db(), closed.id);
  expect([counted[0]?.tally.responses, waits]).toEqual([await db().response.count({ where: standing }), false]);
  expect(await db().responseContact.count({ where: { response: { consultationId: closed.id, withdrawnAt: { not: null } } } })).toBe(0);
  expect(await db().equalityAnswer.count({ where: { consultationId: closed.id } })).toBeGreaterThan(150);
});

test("whoever was elected to a seat that is kept here was elected in an election that everybody can read of", async () => {
  const { id: partnershipId } = await findPartnership(db(), "tolbridge");
  const elected = await db().appointment.findMany({ where: { partnershipId, chosenHow: "elected", body: { slug: "board" }, line: { networkId: { not: null } } }, select: { name: true, electionId: true } });
  const named = await nameElections(db(), partnershipId, elected.map(({ electionId }) => electionId));
  expect(elected).toHaveLength(6);
  expect(elected.filter(({ electionId }) => !named.has(electionId ?? "")).map(({ name }) => name)).toEqual([]);
});

test("its poll is open with a key in the data folder, its codes open, its letters have gone, and how some voted is in the box alone", async () => {
  const { id } = await db().networkElection.findFirstOrThrow({ where: { steps: { some: { kind: "poll-prepared" }, none: { kind: "sealed" } } } });
  const election = await findElection(db(), (await findPartnership(db(), "tolbridge")).id, id);
  expect(electionState(election, now)).toBe("poll-open");
  const key = pollKey(id)!;
  const voters = await db().voter.findMany({ where: { electionId: id }, include: { letters: true } });
  expect([voters.length, election.issued]).toEqual([11, 11]);
  for (const { id: voter, issue } of voters) expect(await findVoterOfCode(db(), key, election, codeOf(key, voter, issue))).toMatchObject({ id: voter });
  expect(voters.flatMap(({ letters }) => letters).filter(({ sentAt }) => sentAt === null)).toMatchObject([{ way: "post", issue: 2 }]);
  const cast = await Promise.all(voters.map(({ id: voter }) => findCast(db(), key, election, voter)));
  expect(cast.filter((one) => one !== null)).toHaveLength(await db().ballotBox.count());
  expect(await db().voter.count({ where: { electionId: id, voted: { not: null } } })).toBe(0);
});
