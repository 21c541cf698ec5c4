// A whole election of sixty organisations, from its plan to those elected confirmed, through the pages of everybody who takes part: letters
// with links and codes, a code replaced, a vote cast again, papers, one of them of somebody who voted online, a tie, a reserved place, a recount.
import { afterAll, beforeAll, expect, test } from "vitest";
import { countAgain, saysTheSame } from "#app/elections/counting-again.ts";
import { hireCourier } from "#app/elections/courier.server.ts";
import { sealBallots } from "#app/elections/sealing-runs.store.server.ts";
import { countElection } from "#app/elections/counts.store.server.ts";
import { datesAsTyped } from "#app/elections/dates-form.ts";
import { electionState, findElection } from "#app/elections/elections.store.server.ts";
import { electionPath, officeElectionPath } from "#app/elections/paths.ts";
import { pollKey } from "#app/elections/poll-key.server.ts";
import { proposedTimetable } from "#app/elections/timetable.ts";
import type { Sheet } from "#app/counting/sheet.ts";
import type { Network } from "#app/networks/networks.store.server.ts";
import { addDays, dayOf, instantAt } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { codeIn, MailServer } from "#tests/support/mail-server.ts";
import { buildMember, buildNetwork } from "#tests/support/networks.ts";
import { locationOf } from "#tests/support/requests.ts";

const dates = proposedTimetable(dayOf(new Date()));
const server = new MailServer();
let application: Application;
let partnership: NonNullable<BuiltPerson["partnership"]>;
let network: Network;
const people: Record<"keeper" | "secretary" | "officer" | "scrutineer", BuiltPerson> = {} as never;
let id = "";

const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->|[⁦-⁩]/g, "");
const on = (day: string, time = "10:00") => instantAt(day, time);
const as = async (who: keyof typeof people, at: Date) => new Visitor(application, { now: at }, [await signInCookie(people[who], at)]);
let visits = 0;
const somebody = (at: Date) => new Visitor(application, { now: at, address: `192.0.2.${(visits += 1) % 250}` });
const office = (part = "") => officeElectionPath(partnership, { id }, part);
const room = (part = "", query = {}) => electionPath(partnership, { id }, part, query);
const stateAt = async (at: Date) => electionState(await findElection(db(), partnership.id, id), at);
const lettersTo = (toAddress: string) => db().letter.findMany({ where: { partnershipId: partnership.id, toAddress }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
const keyIn = (letter: { text: string } | undefined) => /key=([\w-]+)/.exec(letter!.text)![1]!;
const groupOf = (index: number) => `Group ${String(index + 1).padStart(2, "0")}`;
const emailOf = (index: number) => `group${index + 1}@people.example`;
/** Fifty-five are reached by e-mail, the last five by post. */
const byEmail = 55;

/** What the newest mail to an address says, as people read it. */
const mailTo = (email: string) => server.textsTo(email).at(-1) ?? "";
async function carryAt(at: Date): Promise<void> {
  const courier = hireCourier(server.url, () => at);
  await courier.carry();
  courier.close();
}

beforeAll(async () => {
  await server.comeBack();
  application = await openApplication();
  people.keeper = await buildPerson({ role: "network-administrator" });
  partnership = people.keeper.partnership!;
  people.secretary = await buildPerson({ role: "secretariat", partnership });
  people.officer = await buildPerson({ role: "representative", partnership, name: "Rhian Officer" });
  people.scrutineer = await buildPerson({ role: "representative", partnership, name: "Sam Scrutineer" });
  network = await buildNetwork({ partnership });
  const joined = new Date(Date.now() - 200 * 86_400_000);
  for (let index = 0; index < 60; index += 1) await buildMember({ network, name: groupOf(index), now: joined, delegate: index < byEmail ? { email: emailOf(index) } : { email: null, post: `${index} High Street` } });
}, 120_000);
afterAll(() => server.goAway());

test("planned by its keeper, with reserved places, dates and officers, and announced to everybody", async () => {
  const now = on(dates.noticeOn);
  const keeper = await as("keeper", now);
  const begun = await keeper.post(officeElectionPath(partnership, { id: "new" }), { network: network.slug, "title-en": "Three representatives" });
  id = /elections\/([^/?]+)/.exec(locationOf(begun) ?? "")![1]!;
  const shown = await text(keeper.open(office("details")));
  const values = Object.fromEntries([...shown.matchAll(/<input type="hidden" name="was\.([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));
  const before = Object.fromEntries(Object.entries(values).map(([name, value]) => [`was.${name}`, value]));
  const changed = { ...values, ...before, seats: "3", "role-en": "Speak for us", rules: "scottish", supporters: "1", ballotOrder: "alphabetical" };
  expect((await keeper.post(office("details"), changed)).status).toBe(302);
  expect((await keeper.post(office("reserves"), { "c1-name-en": "Age", "c1g1-name-en": "Under 25", "c1g1-least": "1", "c1-justification-en": "None has ever sat." })).status).toBe(302);
  expect((await keeper.post(office("dates"), datesAsTyped(dates))).status).toBe(302);
  expect((await keeper.post(office("officers"), { returning: people.officer.id, scrutineers: people.scrutineer.id })).status).toBe(302);
  expect((await keeper.post(office("notice"), { deed: "publish" })).status).toBe(302);
  expect(await findElection(db(), partnership.id, id)).toMatchObject({ seats: 3, rules: "scottish", supporters: 1, timetable: dates });
  expect(await db().letter.count({ where: { kind: "elections/notice", partnershipId: partnership.id } })).toBe(byEmail);
  expect(await stateAt(now)).toBe("nominations-open");
});

test("five are nominated, agree, are supported, found valid and confirmed in the order of the ballot paper", async () => {
  const now = on(addDays(dates.nominationsOpenOn, 3));
  const { category, group } = await findElection(db(), partnership.id, id).then(({ reserves: [one] }) => ({ category: one!.id, group: one!.groups[0]!.id }));
  const members = await db().networkMember.findMany({ where: { networkId: network.id }, include: { delegates: true } });
  for (const [index, name] of ["Ann Ash", "Bob Birch", "Cai Cole", "Dee Dale", "Eve Elm"].entries()) {
    const email = `${name.split(" ")[0]!.toLowerCase()}@stands.example`;
    const proposer = members.find(({ delegates }) => delegates.some((one) => one.email === emailOf(40 + index)))!;
    expect(locationOf(await somebody(now).post(room("nominate"), { by: "other", name, email, proposer: proposer.id, "statement-en": `I am ${name}.` }))).toContain("sent");
    const key = keyIn((await lettersTo(email)).at(-1));
    const young: Record<string, string> = name === "Dee Dale" ? { [`group-${category}`]: group, "group-consent": "yes" } : {};
    expect((await somebody(now).post(room("candidate", { key }), { key, deed: "consent", eligible: "yes", "statement-en": `I am ${name}.`, ...young })).status).toBe(302);
    const support = keyIn((await lettersTo(emailOf(40 + index))).filter(({ kind }) => kind === "elections/support").at(-1));
    await somebody(now).post(room("support", { key: support }), { key: support, deed: "confirm" });
  }
  const after = on(dates.candidatesOn);
  const officer = await as("officer", after);
  const nominations = await db().nomination.findMany({ where: { electionId: id } });
  expect(nominations).toHaveLength(5);
  for (const one of nominations) await officer.post(office(`nominations/${one.id}`), { deed: "rule", ruling: "valid" });
  await officer.post(office("candidates"), { deed: "confirm" });
  const standing = await db().nomination.findMany({ where: { electionId: id, number: { not: null } }, orderBy: { number: "asc" } });
  expect(standing.map(({ number, name }) => `${number} ${name}`)).toEqual(["1 Ann Ash", "2 Bob Birch", "3 Cai Cole", "4 Dee Dale", "5 Eve Elm"]);
  expect(await text(somebody(after).open(room("candidates")))).toMatch(/Ann Ash[\s\S]*Dee Dale[\s\S]*Stands for a reserved place/);
});

const votes = new Map<number, string>();

/** Ranks through the pages, from the code in the letter to the tracking code. */
async function vote(at: Date, code: string, first: number): Promise<string> {
  const voter = somebody(at);
  expect((await voter.post(room("vote"), { deed: "code", code })).status).toBeLessThan(400);
  const checked = await text(voter.post(room("vote"), { deed: "check", [`rank-${first}`]: "1" }));
  const sealed = /name="sealed" value="([^"]+)"/.exec(checked)![1]!;
  const cast = await text(voter.post(room("vote"), { deed: "cast", sealed }));
  return codeIn(cast.replace(/<[^>]+>/g, " "));
}

test("on the day the poll opens everybody gets a code; forty-nine vote, one after a new code, one twice, and nobody's vote shows anywhere", async () => {
  const before = on(dates.candidatesOn, "15:00");
  expect(locationOf(await (await as("keeper", before)).post(office("roll"), {}))).toContain("taken=60");
  await (await as("officer", before)).post(office("prepare"), {});
  await carryAt(before);
  expect(server.taken).toEqual([]);
  const opened = on(dates.pollOpensOn, "09:00");
  await carryAt(opened);
  expect(server.taken).toHaveLength(byEmail);
  expect(await stateAt(opened)).toBe("poll-open");

  const now = on(addDays(dates.pollOpensOn, 2));
  const officer = await as("officer", now);
  const voters = await db().voter.findMany({ where: { electionId: id } });
  const third = voters.find(({ email }) => email === emailOf(2))!;
  const lost = codeIn(mailTo(emailOf(2)));
  expect((await officer.post(office(`roll/${third.id}`), { deed: "replace", way: "email", why: "The letter was lost" })).status).toBe(302);
  await carryAt(now);
  expect(codeIn(mailTo(emailOf(2)))).not.toBe(lost);
  const dead = await somebody(now).post(room("vote"), { deed: "code", code: lost });
  expect(dead.status).toBe(422);

  // Ann 15, Bob 9, Cai 9, Dee 5, Eve 10; and the first, whose paper will come, for Bob
  const firsts = [2, ...Array<number>(15).fill(1), ...Array<number>(9).fill(2), ...Array<number>(9).fill(3), ...Array<number>(5).fill(4), ...Array<number>(10).fill(5)];
  const again = codeIn(mailTo(emailOf(5)));
  await vote(now, again, 3);
  for (const [index, first] of firsts.entries()) votes.set(index, await vote(now, codeIn(mailTo(emailOf(index))), first));
  expect(await db().ballotBox.count({ where: { electionId: id } })).toBe(49);
  expect(await text(somebody(now).open(room()))).not.toMatch(/\b49\b/);
  expect((await somebody(now).open(room("result"))).status).toBe(302);
}, 120_000);

test("papers are let in by number, read by two people apart, reconciled and sealed with the box; then the key is gone", async () => {
  const closed = on(dates.pollClosesOn, "16:00");
  expect(await stateAt(closed)).toBe("poll-closed");
  expect((await somebody(closed).post(room("vote"), { deed: "code", code: codeIn(mailTo(emailOf(54))) })).status).not.toBe(200);
  const [officer, keeper, secretary] = [await as("officer", closed), await as("keeper", closed), await as("secretary", closed)];
  const onPaper = await db().voter.findMany({ where: { electionId: id, OR: [{ email: null }, { email: emailOf(0) }] }, orderBy: { number: "asc" } });
  for (const { number } of onPaper.slice(0, 5)) await keeper.post(office("papers"), { deed: "envelope", number: String(number) });
  expect(await db().voter.count({ where: { electionId: id, paperRuling: "accepted" } })).toBe(5);
  for (const serial of ["1", "2", "3", "4", "5"]) {
    const read: Record<string, string> = serial === "5" ? { kind: "unclear" } : { kind: "marked", "rank-1": "1" };
    for (const reader of [keeper, secretary]) await reader.post(office(`papers/${serial}`), { deed: "key", ...read });
  }
  await officer.post(office("papers"), { deed: "reconcile" });
  await officer.post(office("seal"), { deed: "seal" });
  await sealBallots({ partnershipId: partnership.id, electionId: id, personId: people.officer.id }, () => closed);
  const { totals, ballotHash } = await findElection(db(), partnership.id, id);
  expect(totals).toEqual({ issued: 60, returned: 53, online: 48, paper: 5, blank: 0, spoilt: 1, void: 1 });
  expect(ballotHash).toMatch(/^[0-9a-f]{64}$/);
  expect([pollKey(id), await db().ballotBox.count({ where: { electionId: id } }), await db().paperBallot.count({ where: { electionId: id } })]).toEqual([null, 0, 0]);
  expect(await text(somebody(closed).post(room("tracking"), { code: votes.get(20)! }))).toContain(votes.get(20)!);
  expect(await db().trackingCode.count({ where: { electionId: id, code: votes.get(0)! } })).toBe(0);
});

test("counted twice, signed and declared: a lot and the reserved place decided, and everybody can count it again", async () => {
  const now = on(dates.countOn);
  const [officer, scrutineer] = [await as("officer", now), await as("scrutineer", now)];
  await scrutineer.post(office("lot"), { deed: "enter", text: "4 1 6 6 2 3" });
  await officer.post(office("count"), { deed: "count" });
  await countElection({ partnershipId: partnership.id, electionId: id, personId: people.officer.id }, () => now);
  await scrutineer.post(office("count"), { deed: "sign", report: "I counted the sealed file again." });
  await officer.post(office("count"), { deed: "declare" });
  expect(await stateAt(now)).toBe("declared");

  const sheet = JSON.parse(await text(somebody(now).open(room("sheet.json")))) as Sheet;
  expect(sheet.stages[0]!.votes).toMatchObject({ 1: "19.00000", 2: "9.00000", 3: "9.00000", 4: "5.00000", 5: "10.00000" });
  expect([sheet.elected[0], [...sheet.elected].sort()]).toEqual([1, [1, 4, 5]]);
  expect(sheet.ties).toMatchObject([{ kind: "exclude", tied: [2, 3], by: "lot" }]);
  expect(sheet.reserves).toContainEqual(expect.objectContaining({ kind: "spared", candidate: 4 }));
  const result = await text(somebody(now).open(room("result")));
  expect(result).toMatch(/Dee Dale[\s\S]*53 of 60 on the roll voted/);
  expect(result).toMatch(/had the same number of votes, the fewest[\s\S]*4 1 6 6 2 3/);
  expect(await text(somebody(now).open(room("declaration")))).toMatch(/Rhian Officer[\s\S]*Sam Scrutineer[\s\S]*I counted the sealed file again/);

  const order = /data-lots="([\d,]+)"/.exec(await text(somebody(now).open(room("recount"))))![1]!;
  const files = { ballots: await text(somebody(now).open(room("ballots.blt"))), reserves: await text(somebody(now).open(room("reserves.con"))) };
  const again = await countAgain({ ...files, rules: "scottish", lots: order });
  expect(again.ok && saysTheSame(sheet, again.value)).toBe(true);

  const later = on(addDays(dates.challengesUntil, 1));
  await (await as("officer", later)).post(office("count"), { deed: "confirm" });
  expect(await stateAt(later)).toBe("confirmed");
});
