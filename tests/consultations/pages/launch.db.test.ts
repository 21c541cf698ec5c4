import { expect, test } from "vitest";
import { action as correct, loader as errataLoader } from "#app/consultations/pages/errata.tsx";
import { action as tellElection } from "#app/consultations/pages/elections.tsx";
import { action as decide } from "#app/consultations/pages/launch-settings.tsx";
import { action as sign, loader } from "#app/consultations/pages/launch.tsx";
import { takeStep } from "#app/consultations/life.store.server.ts";
import { findConsultationForOfficer } from "#app/consultations/store.server.ts";
import type { Role } from "#app/people/role.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { buildConsultation, buildPerson, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";
import { buildLaunchable } from "#tests/support/launch.ts";
import { answerOf, argsOf, get, locationOf, post } from "#tests/support/requests.ts";

const now = new Date("2026-06-01T10:00:00Z");
type Handler = (args: ReturnType<typeof argsOf>) => Promise<unknown>;

async function come(consultation: BuiltConsultation, role: Role, at = now) {
  const cookies = await signInCookie(await buildPerson({ partnership: consultation.partnership, role }), at);
  const params = { partnership: consultation.partnership.slug, consultation: consultation.id };
  return {
    see: <Shown>(handler: Handler) => answerOf<Shown>(handler(argsOf(get("/", { cookies }), { params, now: at }))),
    posts: <Told>(handler: Handler, fields: Record<string, string>) => answerOf<Told>(handler(argsOf(post("/", fields, { cookies }), { params, now: at }))),
  };
}

type Gate = { lines: { line: { name: string; problems: { code: string }[]; signOff: { name: string; note: string } | null } }[] };
const problemsIn = ({ lines }: Gate) => lines.flatMap(({ line }) => line.problems.map(({ code }) => code));

test("a test of the launch is signed once, in review, with what somebody puts their name to", async () => {
  const consultation = await buildLaunchable(now);
  const editor = await come(consultation, "editor");
  await editor.posts(sign, { test: "formative", note: "Too soon." });
  await inTransaction((transaction) => takeStep(transaction, consultation, { kind: "submit", personId: null, at: now }));
  expect((await editor.posts<{ code: string }>(sign, { test: "formative", note: " " })).body.code).toBe("note-missing");
  await Promise.all([1, 2].map(() => editor.posts(sign, { test: "formative", note: "The board decides in October." })));
  const { lines } = (await editor.see<Gate>(loader)).body;
  expect(lines[0]?.line.signOff).toMatchObject({ name: "Mair Rees", note: "The board decides in October." });
  expect((await (await come(consultation, "analyst")).posts(sign, { test: "formative", note: "No." })).status).toBe(403);
});

test("what is decided for a launch takes a submission back, and what falls short of it is told", async () => {
  const consultation = await buildLaunchable(now);
  await inTransaction((transaction) => takeStep(transaction, consultation, { kind: "submit", personId: null, at: now }));
  const editor = await come(consultation, "editor");
  const refused = await editor.posts<{ problems: { input: string }[] }>(decide, { profile: "custom", days: "soon" });
  expect([refused.status, refused.body.problems.map(({ input }) => input)]).toEqual([422, ["days"]]);
  expect(locationOf(await editor.posts(decide, { profile: "custom", days: "120", residents: "yes" }))).toMatch(/launch\?saved$/);
  expect(problemsIn((await editor.see<Gate>(loader)).body)).toEqual(["shorter"]);
  expect((await findConsultationForOfficer(db(), consultation.partnershipId, consultation.id)).submittedAt).toBeNull();
  await editor.posts(decide, { profile: "custom", days: "120", "shorter-en": "The grant ends in October.", residents: "yes" });
  expect(problemsIn((await editor.see<Gate>(loader)).body)).toEqual([]);
});

test("an election that an approver tells of stands in the way of a launch", async () => {
  const consultation = await buildLaunchable(now);
  const approver = await come(consultation, "approver");
  const fields = { "name-en": "By-election", "poll-day": "9", "poll-month": "7", "poll-year": "2026" };
  expect((await (await come(consultation, "editor")).posts(tellElection, fields)).status).toBe(403);
  await approver.posts(tellElection, fields);
  expect(problemsIn((await approver.see<Gate>(loader)).body)).toEqual(["election"]);
});

test("a correction is shown with its date from now on, and is not made once nobody can answer", async () => {
  const consultation = await buildConsultation();
  const today = new Date();
  const editor = await come(consultation, "editor", today);
  const refused = await editor.posts<{ problems: { code: string }[] }>(correct, { about: "nothing" });
  expect(refused.body.problems.map(({ code }) => code)).toEqual(["about-missing", "text-missing"]);
  const words = { about: "bus", "text-en": "Read “train” for “bus”.", "text-cy": "Darllenwch “trên” am “bws”." };
  await Promise.all([1, 2].map(() => editor.posts(correct, words)));
  type Shown = { errata: { name: string; erratum: { text: unknown; datedOn: string } }[] };
  const { errata } = (await editor.see<Shown>(errataLoader)).body;
  expect(errata, "once, though it was pressed twice").toMatchObject([{ name: "2. How often do you take the bus?", erratum: { datedOn: today.toISOString().slice(0, 10) } }]);
  const late = await come(consultation, "editor", new Date(consultation.closesAt!.getTime() + 7 * 86_400_000));
  expect((await late.posts(correct, { about: "bus", "text-en": "Too late." })).status).toBe(403);
});
