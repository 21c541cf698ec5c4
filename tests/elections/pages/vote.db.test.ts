// Voting through the pages: the code, the ballot with what is wrong in it, the check, the receipt, and voting again.
import { beforeAll, beforeEach, expect, test } from "vitest";
import { findCast } from "#app/elections/box.store.server.ts";
import { action, loader } from "#app/elections/pages/vote.tsx";
import { pollKey } from "#app/elections/poll-key.server.ts";
import { loader as rootLoader } from "#app/root.tsx";
import { db } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { signInCookie } from "#tests/support/factories.ts";
import { buildOrganisation } from "#tests/support/organisations.ts";
import { buildPoll, closePoll, codeFor, replaceCodeOf, type Poll } from "#tests/support/polls.ts";
import { answerOf, argsOf, cookiesOf, get, locationOf, post } from "#tests/support/requests.ts";

type Shown = { stage: string; stored: number[] | null; problem: string; problems: { code: string }[]; closable: number[] | null; filled: { ranks: Record<string, string> }; sealed: string; kept: string; tracking: string; preferences: number[] };

let poll: Poll;
let address: string;
beforeAll(async () => {
  poll = await buildPoll({ voters: 12 });
});
beforeEach(() => {
  address = newId();
});

const pathOf = (one = poll) => `/${one.partnership.slug}/elections/${one.electionId}/vote`;
const paramsOf = (one = poll) => ({ partnership: one.partnership.slug, election: one.electionId });
const open = (cookies: string[] = [], one = poll) => answerOf<Shown>(loader(argsOf(get(pathOf(one), { cookies }), { params: paramsOf(one) })));
const send = (fields: Record<string, string | string[]>, cookies: string[] = [], one = poll) => answerOf<Shown>(action(argsOf(post(pathOf(one), fields, { cookies }), { params: paramsOf(one), address })));
const enter = async (voter: number, one = poll) => cookiesOf(await send({ deed: "code", code: await codeFor(one, one.voterIds[voter]!) }, [], one));
const storedOf = (voter: number, one = poll) => findCast(db(), pollKey(one.electionId)!, { id: one.electionId }, one.voterIds[voter]!);

test("a voter enters the code, ranks, checks and casts, and sees the vote as stored when they come back", async () => {
  expect((await open()).body.stage).toBe("code");
  const cookies = await enter(0);
  expect((await open(cookies)).body).toMatchObject({ stage: "ballot", stored: null });
  const checked = await send({ deed: "check", "rank-2": "1", "rank-4": "2" }, cookies);
  expect(checked.body).toMatchObject({ stage: "check", preferences: [2, 4] });
  expect(await storedOf(0)).toBeNull();
  const cast = await send({ deed: "cast", sealed: checked.body.sealed }, cookies);
  expect(cast.body.stage).toBe("voted");
  expect(await storedOf(0)).toEqual({ preferences: [2, 4], tracking: cast.body.tracking });
  expect(cookiesOf(cast)[0]).toContain("Max-Age=0");

  const again = await enter(0);
  expect((await open(again)).body.stored).toEqual([2, 4]);
  const second = await send({ deed: "cast", sealed: (await send({ deed: "check", "rank-1": "1" }, again)).body.sealed }, again);
  expect(second.body.tracking).not.toBe(cast.body.tracking);
  expect(await storedOf(0)).toEqual({ preferences: [1], tracking: second.body.tracking });
});

test("pressing twice casts once: the same ballot with the same tracking code", async () => {
  const cookies = await enter(1);
  const { sealed } = (await send({ deed: "check", "rank-2": "1" }, cookies)).body;
  const [one, other] = await Promise.all([send({ deed: "cast", sealed }, cookies), send({ deed: "cast", sealed }, cookies)]);
  expect(one.body.tracking).toBe(other.body.tracking);
  expect((await storedOf(1))?.tracking).toBe(one.body.tracking);
});

test("nothing is lost by what is wrong: ranks stand as typed, and gaps are closed when asked", async () => {
  const cookies = await enter(2);
  const wrong = await send({ deed: "check", "rank-1": "1", "rank-2": "1", "rank-3": "x" }, cookies);
  expect(wrong.status).toBe(422);
  expect(wrong.body.problems.map(({ code }) => code)).toEqual(["not-a-rank", "same-rank"]);
  expect(wrong.body.filled.ranks).toMatchObject({ 1: "1", 2: "1", 3: "x", 4: "" });
  expect(wrong.body.closable).toBeNull();
  const gaps = await send({ deed: "check", "rank-1": "4", "rank-2": "2" }, cookies);
  expect(gaps.body.closable).toEqual([2, 1]);
  expect((await send({ deed: "close", "rank-1": "4", "rank-2": "2" }, cookies)).body).toMatchObject({ stage: "check", preferences: [2, 1] });
  const { sealed } = (await send({ deed: "check", "rank-3": "1" }, cookies)).body;
  expect((await send({ deed: "change", sealed }, cookies)).body).toMatchObject({ stage: "ballot", filled: { ranks: { 3: "1" } } });
});

test("a ballot outlasts its code's cookie: the code is asked for again and the ballot is as it was", async () => {
  const late = await send({ deed: "check", "rank-3": "1" });
  expect(late.body).toMatchObject({ stage: "code", problem: "expired" });
  const back = await send({ deed: "code", code: await codeFor(poll, poll.voterIds[3]!), kept: late.body.kept });
  expect(back.body).toMatchObject({ stage: "ballot", filled: { ranks: { 3: "1" } } });
  const { sealed } = (await send({ deed: "check", "rank-3": "1" }, cookiesOf(back))).body;
  expect((await send({ deed: "cast", sealed }, cookiesOf(back))).body.stage).toBe("voted");
});

test("a blank ballot is cast as one", async () => {
  const cookies = await enter(4);
  const { sealed, preferences } = (await send({ deed: "check" }, cookies)).body;
  expect(preferences).toEqual([]);
  await send({ deed: "cast", sealed }, cookies);
  expect((await storedOf(4))?.preferences).toEqual([]);
});

test("crosses are taken up to the number of places", async () => {
  const block = await buildPoll({ partnership: poll.partnership, head: { rules: "block" } });
  const cookies = await enter(0, block);
  expect((await send({ deed: "check", cross: ["1", "2", "3"] }, cookies, block)).body.problems.map(({ code }) => code)).toEqual(["too-many-crosses"]);
  expect((await send({ deed: "check", cross: ["4", "2"] }, cookies, block)).body.preferences).toEqual([2, 4]);
});

test("a wrong code, none, or one that was replaced is told for what it is", async () => {
  const old = await codeFor(poll, poll.voterIds[5]!);
  const cookies = await enter(5);
  const { sealed } = (await send({ deed: "check", "rank-1": "1" }, cookies)).body;
  await replaceCodeOf(poll, poll.voterIds[5]!);
  for (const [code, problem] of [["", "code-missing"], ["hello", "code-not-one"], ["2222-2222-2222", "code-unknown"], [old, "code-replaced"]] as const) {
    const refused = await send({ deed: "code", code });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ stage: "code", problem, typed: code });
  }
  // who entered the old one before is asked for the new one, and the ballot is not cast
  expect((await open(cookies)).body.stage).toBe("code");
  expect((await send({ deed: "cast", sealed }, cookies)).body).toMatchObject({ stage: "code", problem: "code-replaced" });
  expect(await storedOf(5)).toBeNull();
});

test("codes are tried thirty times from one address, and then no more for a while", async () => {
  for (let tries = 0; tries < 30; tries += 1) expect((await send({ deed: "code", code: "2222-2222-2222" })).status).toBe(422);
  expect((await send({ deed: "code", code: await codeFor(poll, poll.voterIds[6]!) })).status).toBe(429);
});

test("what no page of ours made casts nothing", async () => {
  const cookies = await enter(7);
  expect((await send({ deed: "cast", sealed: "made-up" }, cookies)).status).toBe(400);
  expect((await send({ deed: "all" }, cookies)).status).toBe(400);
  const block = await buildPoll({ partnership: poll.partnership });
  const elsewhere = (await send({ deed: "check", "rank-1": "1" }, await enter(0, block), block)).body.sealed;
  expect((await send({ deed: "cast", sealed: elsewhere }, cookies)).status).toBe(400);
});

test("whose paper was accepted is told so and casts no vote here", async () => {
  const cookies = await enter(8);
  const { sealed } = (await send({ deed: "check", "rank-1": "1" }, cookies)).body;
  await db().voter.update({ where: { id: poll.voterIds[8]! }, data: { paperRuling: "accepted" } });
  expect((await open(cookies)).body.stage).toBe("paper");
  expect((await send({ deed: "cast", sealed }, cookies)).status).toBe(302);
  expect(await storedOf(8)).toBeNull();
});

test("before the poll and after it no code is asked for, and a ballot that comes late is not taken", async () => {
  const over = await buildPoll({ partnership: poll.partnership });
  const cookies = await enter(0, over);
  const { sealed } = (await send({ deed: "check", "rank-1": "1" }, cookies, over)).body;
  await closePoll(over);
  expect((await open(cookies, over)).body).toMatchObject({ stage: "closed", stored: null });
  const late = await send({ deed: "cast", sealed }, cookies, over);
  expect(locationOf(late)).toBe(pathOf(over));
  expect(await storedOf(0, over)).toBeNull();
});

test("no code stands in an address, and no cookie shows one", async () => {
  const code = await codeFor(poll, poll.voterIds[9]!);
  const came = await send({ deed: "code", code });
  expect(locationOf(came)).toBe(pathOf());
  expect(cookiesOf(came).join()).toMatch(/HttpOnly/);
  expect(cookiesOf(came).join()).not.toContain(code.slice(0, 4));
});

test("whoever is signed in votes as a stranger: their session is not told that it was seen", async () => {
  const begun = new Date(Date.now() - 3_600_000);
  const cookie = await signInCookie({ id: poll.officerId }, begun);
  const root = (path: string) => rootLoader(argsOf(get(path, { cookies: [cookie] }), { params: paramsOf() }));
  expect((await root(pathOf())).person).toBeNull();
  const { lastSeenAt } = await db().session.findFirstOrThrow({ where: { personId: poll.officerId } });
  expect(lastSeenAt).toEqual(begun);
  await root(`/${poll.partnership.slug}/elections/${poll.electionId}`);
  const after = await db().session.findFirstOrThrow({ where: { personId: poll.officerId } });
  expect(after.lastSeenAt).not.toEqual(begun);
});

test("beside each name stands the organisation: the one of the register in the language that is read, or what was typed", async () => {
  const { id: organisationId } = await buildOrganisation({ partnership: poll.partnership, name: { en: "Tolbridge Carers’ Group", cy: "Grŵp Gofalwyr Tolbridge" } });
  await db().nomination.updateMany({ where: { electionId: poll.electionId, number: 1 }, data: { organisationId, organisation: "" } });
  const { body } = await answerOf<{ paper: { named: { organisation: string }[] } }>(loader(argsOf(get(pathOf()), { params: paramsOf() })));
  expect(body.paper.named.slice(0, 2).map(({ organisation }) => organisation)).toEqual(["Tolbridge Carers’ Group", "Bilal Khan’s group"]);
});
