// A poll that goes on longer, and dates that change after the notice: who may, what is told to whom, once.
import { beforeEach, expect, test } from "vitest";
import { cast } from "#app/elections/box.store.server.ts";
import { datesAsTyped } from "#app/elections/dates-form.ts";
import { findElection, type Election } from "#app/elections/elections.store.server.ts";
import { mostAtOnce, tellOfDates } from "#app/elections/moved.store.server.ts";
import { action as saveDates, loader as openDates } from "#app/elections/pages/dates.tsx";
import { loader as openElection } from "#app/elections/pages/election.tsx";
import { loader as openOffice } from "#app/elections/pages/office-election.tsx";
import { pollKey } from "#app/elections/poll-key.server.ts";
import type { Timetable } from "#app/elections/timetable.ts";
import { addDays, dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { buildElection, buildNomination } from "#tests/support/elections.ts";
import { buildPartnership, buildPerson, signInCookie } from "#tests/support/factories.ts";
import { buildMember, buildNetwork } from "#tests/support/networks.ts";
import { buildPoll, closePoll, electionOf, type Poll } from "#tests/support/polls.ts";
import { answerOf, argsOf, get, locationOf, post } from "#tests/support/requests.ts";

let poll: Poll;
let cookies: Record<"keeper" | "officer" | "scrutineer", string>;
beforeEach(async () => {
  poll = await buildPoll({ voters: 5 });
  for (const [index, id] of poll.voterIds.slice(0, 4).entries()) await db().voter.update({ where: { id }, data: { email: `voter-${index}@${poll.electionId}.example`, language: (["en", "cy", "ur", "en"] as const)[index]! } });
  await db().nomination.updateMany({ where: { electionId: poll.electionId, number: { gt: 1 } }, data: { withdrawnAt: new Date() } });
  const { partnership } = poll;
  cookies = { keeper: await signInCookie(await buildPerson({ role: "network-administrator", partnership })), officer: await signInCookie({ id: poll.officerId }), scrutineer: await signInCookie({ id: poll.scrutineerId }) };
});

type Who = keyof typeof cookies;
const paramsOf = (one: { partnership: { slug: string }; electionId: string }) => ({ partnership: one.partnership.slug, election: one.electionId });
const path = (part = "") => `/${poll.partnership.slug}/office/elections/${poll.electionId}/${part}`;
const send = (who: Who, fields: Record<string, string>) => answerOf<{ problems: { code: string }[]; wrong: { day: string }[]; seen: string }>(saveDates(argsOf(post(path("dates"), fields, { cookies: [cookies[who]] }), { params: paramsOf(poll) })));
const open = <Shown>(page: typeof openDates | typeof openOffice, who: Who) => answerOf<Shown>(page(argsOf(get(path("dates"), { cookies: [cookies[who]] }), { params: paramsOf(poll) }) as never));
const letters = (election: string) => db().letter.findMany({ where: { kind: { in: ["elections/extended", "elections/dates-changed"] }, text: { contains: election } }, orderBy: { toAddress: "asc" } });
const reason = { "reason-en": "The service was down on Tuesday.", "reason-cy": "Nid oedd y gwasanaeth yn gweithio ddydd Mawrth." };

/** Saved with its doubts seen. */
async function save(who: Who, timetable: Timetable, more: Record<string, string> = reason) {
  const first = await send(who, { ...datesAsTyped(timetable), ...more });
  return first.status === 422 && first.body.seen !== "" && first.body.wrong.length === 0 && first.body.problems.length === 0 ? send(who, { ...datesAsTyped(timetable), ...more, seen: first.body.seen }) : first;
}
async function later(days: number): Promise<Timetable> {
  const { timetable } = await electionOf(poll);
  return { ...timetable!, pollClosesOn: addDays(timetable!.pollClosesOn, days), countOn: addDays(timetable!.countOn, days), challengesUntil: addDays(timetable!.challengesUntil, days) };
}

test("the returning officer has an open poll go on longer: votes are taken, everybody reads why, all on the roll get one letter", async () => {
  const key = pollKey(poll.electionId)!;
  const vote = (voter: number) => cast(key, { id: poll.electionId }, poll.voterIds[voter]!, { preferences: [1], tracking: `AAAA-AAAA-AAA${voter}` });
  await vote(0);
  const before = await electionOf(poll);
  const after = await later(7);
  expect((await open<{ told: object; isOpen: boolean }>(openDates, "officer")).body).toMatchObject({ isOpen: true, told: { letters: 5, without: 1 } });
  expect(locationOf(await save("officer", after))).toMatch(/done=extended/);
  // the same press again changes nothing and tells nobody anew
  expect((await send("officer", { ...datesAsTyped(after), ...reason, seen: "" })).status).not.toBe(500);
  await save("officer", after);

  const election = await electionOf(poll);
  expect(election.timetable).toEqual(after);
  const [step] = election.steps.filter(({ kind }) => kind === "poll-extended");
  expect(election.steps.filter(({ kind }) => kind === "poll-extended" || kind === "dates-changed")).toHaveLength(1);
  expect(step).toMatchObject({ personId: poll.officerId, reason: { en: reason["reason-en"] }, facts: { letters: 5, count: 3 } });
  expect(await db().auditEntry.count({ where: { subjectId: poll.electionId, action: "election.poll-extended" } })).toBe(1);
  expect(await vote(1)).toBe(true);

  const told = await letters(poll.electionId);
  expect(told.map(({ kind }) => kind)).toEqual(Array(5).fill("elections/extended"));
  // whoever has voted, whoever has not, and who stands; each in their language
  expect(new Set(told.map(({ toAddress }) => toAddress)).size).toBe(5);
  expect(told.filter(({ toAddress }) => toAddress.startsWith("voter-")).map(({ language }) => language)).toEqual(["en", "cy", "ur", "en"]);
  const [voted, not] = [told.find(({ toAddress }) => toAddress.startsWith("voter-0@"))!, told.find(({ toAddress }) => toAddress.startsWith("voter-3@"))!];
  expect(voted.text).toBe(not.text);
  expect(voted.text).toContain(reason["reason-en"]);

  const shown = await answerOf<{ steps: { kind: string; until: Date | null; reason: object }[] }>(openElection(argsOf(get(`/${poll.partnership.slug}/elections/${poll.electionId}`), { params: paramsOf(poll) })));
  const closesBefore = before.timetable!.pollClosesOn;
  expect(closesBefore < after.pollClosesOn).toBe(true);
  expect(shown.body.steps.find(({ kind }) => kind === "poll-extended")).toMatchObject({ reason: { en: reason["reason-en"] }, until: new Date(String(step!.facts.until)) });
});

test("nobody else may, not without a reason, never to an earlier end, and not past the count", async () => {
  const after = await later(2);
  for (const who of ["keeper", "scrutineer"] as const) {
    const answer = await send(who, { ...datesAsTyped(after), ...reason });
    expect([who, answer.status === 403 || locationOf(answer)?.includes("done=stands")]).toEqual([who, true]);
    expect((await open<{ rooms: { name: string }[] }>(openOffice, who)).body.rooms.map(({ name }) => name)).not.toContain("extend");
  }
  expect((await open<{ rooms: { name: string }[] }>(openOffice, "officer")).body.rooms.map(({ name }) => name)).toContain("extend");
  expect((await save("officer", after, {})).body.problems).toMatchObject([{ code: "reason-missing" }]);
  expect((await send("officer", { ...datesAsTyped({ ...after, pollClosesOn: addDays(dayOf(new Date()), 1), pollClosesTime: "00:00" }), ...reason })).body.problems).toMatchObject([{ code: "poll-shortened" }]);
  const { timetable } = await electionOf(poll);
  expect((await send("officer", { ...datesAsTyped({ ...timetable!, pollClosesOn: addDays(timetable!.countOn, 1) }), ...reason })).body.wrong).toMatchObject([{ day: "countOn" }]);
  // the dates behind it are moved on asking, with what was typed kept and nothing saved
  const asked = await send("officer", { ...datesAsTyped({ ...timetable!, pollClosesOn: addDays(timetable!.countOn, 1) }), ...reason, deed: "later" });
  expect([asked.status, asked.body]).toMatchObject([200, { wrong: [], typed: { pollClosesOn: addDays(timetable!.countOn, 1) }, entries: reason }]);
  expect((await electionOf(poll)).timetable).toEqual(timetable);
  await closePoll(poll);
  expect(locationOf(await send("officer", { ...datesAsTyped(await later(3)), ...reason }))).toMatch(/done=stands/);
  expect((await electionOf(poll)).steps.map(({ kind }) => kind)).not.toContain("poll-extended");
  expect(await letters(poll.electionId)).toEqual([]);
});

test("where only the count moves while the poll is open, dates have changed and nothing was extended", async () => {
  const { timetable } = await electionOf(poll);
  expect(locationOf(await save("officer", { ...timetable!, countOn: addDays(timetable!.countOn, 1) }))).toMatch(/done=dates-told/);
  expect((await letters(poll.electionId)).map(({ kind }) => kind)).toEqual(Array(5).fill("elections/dates-changed"));
});

test("where hundreds are told a job writes the letters, once the dates are saved", async () => {
  const { id: electionId, partnershipId } = await electionOf(poll);
  await db().voter.createMany({ data: Array.from({ length: mostAtOnce }, (_, index) => ({ id: newId(), partnershipId, electionId, number: 1000 + index, name: `Voter ${index}`, email: `many-${index}@${electionId}.example`, language: "en" })) });
  expect(locationOf(await save("officer", await later(7)))).toMatch(/done=extended/);
  expect(await letters(electionId)).toEqual([]);
  const [job] = await db().$queryRaw<{ payload: Parameters<typeof tellOfDates>[0] }[]>`SELECT payload FROM graphile_worker._private_jobs WHERE payload->>'electionId' = ${electionId} AND payload->>'change' IS NOT NULL`;
  await tellOfDates(job!.payload, new Date());
  const told = await letters(electionId);
  expect([told.length, (await electionOf(poll)).steps.at(-1)!.facts.letters]).toEqual([mostAtOnce + 5, mostAtOnce + 5]);
  expect(told.every(({ kind, text: said, language }) => kind === "elections/extended" && (language !== "en" || said.includes(reason["reason-en"])))).toBe(true);
});

test("before the roll is frozen, those who vote for members, who are on the roll and who stand are told of other dates, each once and once per change", async () => {
  const partnership = await buildPartnership();
  const network = await buildNetwork({ partnership });
  const now = new Date();
  await buildMember({ network, name: "Chess Club", now, delegate: { email: "chess@people.example", language: "cy" } });
  await buildMember({ network, name: "Left", now, delegate: { email: "left@people.example" }, dates: { leftOn: "2026-02-01" } });
  const keeper = await signInCookie(await buildPerson({ role: "network-administrator", partnership }));
  const election: Election = await buildElection({ network, noticeOn: addDays(dayOf(now), -3) });
  await buildNomination({ election, email: "Chess@people.example".toLowerCase() });
  await buildNomination({ election, email: "stands@people.example" });
  await buildNomination({ election, email: "asked@people.example", upTo: "sent" });
  const press = async (timetable: Timetable) => {
    const address = `/${partnership.slug}/office/elections/${election.id}/dates`;
    const fields = { ...datesAsTyped(timetable), ...reason };
    const params = { partnership: partnership.slug, election: election.id };
    const once = (seen: string) => answerOf<{ seen: string }>(saveDates(argsOf(post(address, { ...fields, seen }, { cookies: [keeper] }), { params })));
    const first = await once("");
    return first.status === 422 ? once(first.body.seen) : first;
  };
  const moved = { ...election.timetable!, countOn: addDays(election.timetable!.countOn, 1), challengesUntil: addDays(election.timetable!.challengesUntil, 3) };
  await Promise.all([press(moved), press(moved)]);
  const told = await letters(election.id);
  expect(told.map(({ toAddress, language, kind }) => [toAddress, language, kind])).toEqual([
    ["chess@people.example", "cy", "elections/dates-changed"],
    ["stands@people.example", "en", "elections/dates-changed"],
  ]);
  expect(told[0]!.text).toContain(reason["reason-cy"]);
  await press({ ...moved, countOn: addDays(moved.countOn, 1), challengesUntil: addDays(moved.challengesUntil, 2) });
  expect(await letters(election.id)).toHaveLength(4);
  expect((await findElection(db(), partnership.id, election.id)).steps.filter(({ kind }) => kind === "dates-changed")).toHaveLength(2);
});
