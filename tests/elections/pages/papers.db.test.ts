// Paper ballots, sealing, the lot and what is published, through the pages of those who run an election.
import { beforeAll, expect, test } from "vitest";
import { cast } from "#app/elections/box.store.server.ts";
import { action as enterLot, loader as openLot } from "#app/elections/pages/lot.tsx";
import { loader as openLetters } from "#app/elections/pages/code-letters.tsx";
import { loader as openCount } from "#app/elections/pages/count.tsx";
import { loader as openEntry } from "#app/elections/pages/roll-entry.tsx";
import { loader as openRoll } from "#app/elections/pages/roll.tsx";
import { loader as openOffice } from "#app/elections/pages/office-election.tsx";
import { action as keyPaper, loader as openPaper } from "#app/elections/pages/paper.tsx";
import { action as postPapers, loader as openPapers } from "#app/elections/pages/papers.tsx";
import { action as sealBox, loader as openSeal } from "#app/elections/pages/seal.tsx";
import { loader as openCodes } from "#app/elections/pages/tracking-codes.tsx";
import { loader as openRules } from "#app/elections/pages/tracking-rules.tsx";
import { action as lookUp, loader as openTracking } from "#app/elections/pages/tracking.tsx";
import { sealBallots } from "#app/elections/sealing-runs.store.server.ts";
import { pollKey } from "#app/elections/poll-key.server.ts";
import { db } from "#app/shared/db.server.ts";
import { newId, sha256 } from "#app/shared/keys.server.ts";
import { buildPerson, signInCookie } from "#tests/support/factories.ts";
import { buildPoll, closePoll, electionOf, type Poll } from "#tests/support/polls.ts";
import { answerOf, argsOf, get, locationOf, post } from "#tests/support/requests.ts";

let poll: Poll;
let cookies: Record<"keeper" | "other" | "officer" | "scrutineer", string>;
beforeAll(async () => {
  poll = await buildPoll({ voters: 5 });
  const { partnership } = poll;
  cookies = {
    keeper: await signInCookie(await buildPerson({ role: "administrator", partnership })),
    other: await signInCookie(await buildPerson({ role: "secretariat", partnership })),
    officer: await signInCookie({ id: poll.officerId }),
    scrutineer: await signInCookie({ id: poll.scrutineerId }),
  };
});

type Who = keyof typeof cookies;
type Page = (args: never) => unknown;
const argsFor = (who: Who, part: string, fields: Record<string, string> | null, params: Record<string, string> = {}, one = poll) => {
  const path = `/${one.partnership.slug}/office/elections/${one.electionId}/${part}`;
  const request = fields === null ? get(path, { cookies: [cookies[who]] }) : post(path, fields, { cookies: [cookies[who]] });
  return argsOf(request, { params: { partnership: one.partnership.slug, election: one.electionId, ...params } }) as never;
};
const open = <Shown = Record<string, unknown>>(page: Page, who: Who, part: string, params: Record<string, string> = {}) => answerOf<Shown>(page(argsFor(who, part, null, params)));
const send = <Shown = { problem: string; code: string }>(page: Page, who: Who, part: string, fields: Record<string, string>, params: Record<string, string> = {}) => answerOf<Shown>(page(argsFor(who, part, fields, params)));
const key = (who: Who, serial: string, fields: Record<string, string>) => send(keyPaper, who, `papers/${serial}`, { deed: "key", kind: "marked", ...fields }, { serial });
const done = (answer: { headers: Headers }) => new URL(locationOf(answer) ?? "", "http://x").searchParams.get("done");
const vote = (voter: number, preferences: number[], tracking: string) => cast(pollKey(poll.electionId)!, { id: poll.electionId }, poll.voterIds[voter]!, { preferences, tracking });

test("no office page shows an administrator a ballot or a count while the poll is open: a vote changes none of them", async () => {
  const pages: [Page, string][] = [[openOffice, ""], [openPapers, "papers"], [openSeal, "seal"], [openLot, "lot"], [openRoll, "roll"], [openEntry, "roll/voter"], [openLetters, "letters"], [openCount, "count"]];
  const seen = async (who: Who) => Promise.all(pages.map(async ([page, part]) => (await open(page, who, part, { voter: poll.voterIds[0]! })).body));
  const all = async () => JSON.stringify([await seen("keeper"), await seen("officer"), await seen("scrutineer")], (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
  const before = await all();
  expect(before).toContain("Election of representatives");
  await vote(0, [1, 2], "AAAA-AAAA-AAAA");
  await vote(1, [2], "BBBB-BBBB-BBBB");
  expect(await all()).toBe(before);
  // and papers are not looked at
  expect((await open(openPaper, "keeper", "papers/1", { serial: "1" })).status).toBe(302);
  expect((await key("keeper", "1", { "rank-1": "1" })).body.problem).toBe("over");
  expect((await send(sealBox, "officer", "seal", { deed: "seal" })).body.code).toBe("open");
  expect((await electionOf(poll)).totals).toBeNull();
});

test("envelopes are taken in by number, once, with what is wrong told", async () => {
  for (const [number, problem] of [["", "roll-number"], ["twelve", "roll-number"], ["99", "unknown"]] as const) expect((await send(postPapers, "keeper", "papers", { deed: "envelope", number })).body.problem).toBe(problem);
  expect(done(await send(postPapers, "keeper", "papers", { deed: "envelope", number: "۲" }))).toBe("accepted");
  expect((await send(postPapers, "keeper", "papers", { deed: "envelope", number: "2" })).body.problem).toBe("already");
  expect(done(await send(postPapers, "officer", "papers", { deed: "envelope", number: "4" }))).toBe("accepted");
  expect((await send(postPapers, "scrutineer", "papers", { deed: "envelope", number: "5" })).status).toBe(403);
  expect((await open<{ sums: object }>(openPapers, "scrutineer", "papers")).body.sums).toMatchObject({ accepted: 2, setAside: 0 });
});

test("after the close two people key each paper apart; the second is not shown what the first read", async () => {
  await closePoll(poll);
  expect(locationOf(await send(postPapers, "keeper", "papers", { deed: "key", serial: "1" }))).toMatch(/papers\/1$/);
  expect((await key("keeper", "1", { kind: "" })).body.problem).toBe("kind");
  expect((await key("keeper", "1", {})).body.problem).toBe("marked-empty");
  expect((await key("keeper", "1", { kind: "blank", "rank-1": "1" })).body.problem).toBe("blank-marked");
  expect((await key("keeper", "1", { "rank-1": "one" })).body.problem).toBe("rank");
  expect(done(await key("keeper", "1", { "rank-4": "1", "rank-3": "2" }))).toBe("first");
  expect((await key("keeper", "1", { "rank-4": "1" })).body.problem).toBe("same-person");
  const second = (await open(openPaper, "other", "papers/1", { serial: "1" })).body;
  expect(second).toMatchObject({ turn: "second", both: null, settled: null });
  expect(done(await key("other", "1", { "rank-4": "1", "rank-3": "2" }))).toBe("agreed");
  expect(done(await key("keeper", "2", { "rank-1": "1" }))).toBe("first");
  expect(done(await key("other", "2", { kind: "unclear" }))).toBe("differ");
  expect((await open(openPaper, "keeper", "papers/2", { serial: "2" })).body).toMatchObject({ turn: "differ", both: null });
});

test("the returning officer settles what differs and reconciles; unequal figures need a reason", async () => {
  const settle = (who: Who) => send(keyPaper, who, "papers/2", { deed: "settle", kind: "unclear" }, { serial: "2" });
  expect((await open(openPaper, "officer", "papers/2", { serial: "2" })).body).toMatchObject({ turn: "settle", both: { first: { preferences: [1] }, second: { spoilt: "unclear" } } });
  expect((await send(postPapers, "officer", "papers", { deed: "reconcile" })).body.problem).toBe("not-agreed");
  expect((await settle("keeper")).status).toBe(403);
  expect(done(await settle("officer"))).toBe("settled");
  // a third paper, of no envelope, is keyed by mistake and taken away again
  await key("keeper", "3", { "rank-1": "1" });
  await key("other", "3", { "rank-1": "1" });
  expect((await send(postPapers, "officer", "papers", { deed: "reconcile" })).body.problem).toBe("reason-missing");
  expect(done(await send(keyPaper, "keeper", "papers/3", { deed: "drop" }, { serial: "3" }))).toBe("dropped");
  expect((await send(sealBox, "officer", "seal", { deed: "seal" })).status).toBe(409);
  expect((await send(postPapers, "keeper", "papers", { deed: "reconcile" })).status).toBe(403);
  expect(done(await send(postPapers, "officer", "papers", { deed: "reconcile" }))).toBe("reconciled");
  expect((await key("keeper", "4", { "rank-1": "1" })).body.problem).toBe("over");
  expect((await send(postPapers, "keeper", "papers", { deed: "envelope", number: "5" })).status).toBe(409);
});

test("nothing is published before the sealing; then totals, hashes and every code, which anybody finds and chains again", async () => {
  const path = `/${poll.partnership.slug}/elections/${poll.electionId}/tracking`;
  const params = { partnership: poll.partnership.slug, election: poll.electionId };
  const tracking = () => answerOf<{ batch: { codes: string[] } }>(openTracking(argsOf(get(path), { params })));
  expect((await tracking()).status).toBe(404);
  expect((await send(enterLot, "scrutineer", "lot", { deed: "enter", text: "4 1 6 6 2 3" })).body.problem).toBe("late");
  expect((await send(sealBox, "keeper", "seal", { deed: "seal" })).status).toBe(403);
  expect((await open<{ isReady: boolean }>(openSeal, "officer", "seal")).body.isReady).toBe(true);
  expect((await send(sealBox, "officer", "seal", { deed: "seal" })).status).toBe(302);
  expect((await send(sealBox, "officer", "seal", { deed: "seal" })).status).toBe(302);
  expect((await electionOf(poll)).totals).toBeNull();
  await sealBallots({ partnershipId: poll.partnership.id, electionId: poll.electionId, personId: poll.officerId }, () => new Date());
  expect((await send(sealBox, "officer", "seal", { deed: "seal" })).status).toBe(302);
  expect((await electionOf(poll)).totals).toEqual({ issued: 5, returned: 3, online: 1, paper: 2, blank: 0, spoilt: 1, void: 1 });

  expect((await tracking()).body.batch.codes).toEqual(["AAAA-AAAA-AAAA"]);
  const look = async (code: string) => answerOf<{ found: boolean | null }>(lookUp(argsOf(post(path, { code }), { params })));
  expect((await look("aaaa aaaa aaaa")).body.found).toBe(true);
  expect((await look("BBBB-BBBB-BBBB")).body.found).toBe(false);
  expect((await look("hello")).status).toBe(422);
  const { ballotHash, rulesHash, steps } = await electionOf(poll);
  const file = await ((await openCodes(argsOf(get(`${path}/codes.txt`), { params }))) as Response).text();
  const [first, , code, hash] = file.split("\n");
  expect(first).toBe(`= ${ballotHash}`);
  expect(hash).toBe(`= ${sha256(`${ballotHash}\n${code}\n`)}`);
  expect(steps.find(({ kind }) => kind === "sealed")?.facts.codesHash).toBe(hash!.slice(2));
  expect(sha256(await ((await openRules(argsOf(get(`${path}/rules.json`), { params }))) as Response).text())).toBe(rulesHash);
});

test("a scrutineer enters the lot once, after a second question, and it makes the printed order", async () => {
  const enter = (deed: string, text: string, who: Who = "scrutineer") => send<{ problem: string; asks: boolean }>(enterLot, who, "lot", { deed, text });
  for (const [text, problem] of [["", "missing"], ["4 1 6", "short"], ["6".repeat(201), "long"]] as const) expect((await enter("check", text)).body.problem).toBe(problem);
  expect((await enter("check", " 4 1 6  6 2 3 ")).body).toMatchObject({ asks: true, typed: "4 1 6 6 2 3" });
  expect((await electionOf(poll)).lotText).toBeNull();
  expect((await enter("enter", "4 1 6 6 2 3", "officer")).status).toBe(403);
  expect(done(await enter("enter", "4 1 6 6 2 3"))).toBe("yes");
  expect((await enter("enter", "1 1 1 1 1 1")).body.problem).toBe("late");
  const { ballotHash } = await electionOf(poll);
  const seed = sha256(`${ballotHash}:4 1 6 6 2 3`);
  const order = [1, 2, 3, 4].sort((a, b) => (sha256(`${seed}:${a}`) < sha256(`${seed}:${b}`) ? -1 : 1));
  expect((await open<{ lots: object }>(openLot, "keeper", "lot")).body.lots).toEqual({ seed, order });
  expect(await db().electionStep.count({ where: { electionId: poll.electionId, kind: "lots-drawn" } })).toBe(1);
});

test("of many papers those that somebody must still look at are shown, a page at a time; all are one press away", async () => {
  const { partnership, electionId, officerId, scrutineerId } = await buildPoll({ partnership: poll.partnership });
  const keyed = { preferences: [1], spoilt: null };
  await db().paperBallot.createMany({
    data: Array.from({ length: 120 }, (_, index) => ({
      ...{ id: newId(), partnershipId: partnership.id, electionId, serial: index + 1, first: keyed, firstById: officerId },
      ...(index % 2 === 1 && { second: keyed, secondById: scrutineerId, settled: keyed }),
    })),
  });
  await db().networkElection.update({ where: { id: electionId }, data: { pollClosesAt: new Date(Date.now() - 60_000) } });
  type Shown = { papers: { serial: number }[]; nextFrom: number | null; sums: object };
  const open = async (query: string) => {
    const path = `/${partnership.slug}/office/elections/${electionId}/papers`;
    const { body } = await answerOf<Shown>(openPapers(argsOf(get(path + query, { cookies: [cookies.keeper] }), { params: { partnership: partnership.slug, election: electionId } })));
    return { ...body, serials: body.papers.map(({ serial }) => serial) };
  };
  const first = await open("");
  expect(first).toMatchObject({ nextFrom: 99, sums: { papers: 120, once: 60, differing: 0, agreed: 60 } });
  expect(first.serials).toEqual(Array.from({ length: 50 }, (_, index) => 2 * index + 1));
  expect(await open("?from=99")).toMatchObject({ serials: [101, 103, 105, 107, 109, 111, 113, 115, 117, 119], nextFrom: null });
  expect((await open("?all=yes&from=100")).serials).toEqual(Array.from({ length: 20 }, (_, index) => 101 + index));
});
