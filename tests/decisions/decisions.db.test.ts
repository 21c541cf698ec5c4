// A decision from its draft to what everybody reads: voted on, stopped, sent back, told. What a body has adopted binds it.
import { beforeAll, expect, test } from "vitest";
import type { SafeguardCode } from "#app/bodies/safeguard.ts";
import { forgetDecisionFollowers, sendDigests } from "#app/decisions/followers.store.server.ts";
import { tellPartners } from "#app/decisions/notices.store.server.ts";
import { decisionsAtomPath, decisionsPath, decisionTextsPath, delegationPath, followDecisionsPath, takePartPath, votesPath } from "#app/decisions/paths.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { openApplication, type Application } from "#tests/support/application.ts";
import { buildPerson } from "#tests/support/factories.ts";
import { buildOrganisation } from "#tests/support/organisations.ts";
import { locationOf } from "#tests/support/requests.ts";
import type { DecisionTexts } from "#app/decisions/decision.ts";
import { beginDecision, done, later, text } from "#tests/support/begun-decision.ts";

let application: Application;
beforeAll(async () => {
  application = await openApplication();
});

const begin = (codes?: readonly SafeguardCode[], texts?: Partial<DecisionTexts>) => beginDecision(application, codes, texts);

test("what all are for is agreed: everybody reads who voted how, and it is published as a finding", async () => {
  const { secretary, here, vote, members, id, row, anybody, public: page, partnership } = await begin(["SG03", "SG06", "SG11"]);
  expect((await anybody().open(page)).status, "a draft is nobody's to read").toBe(404);
  expect(done(await secretary.post(here, { deed: "open" }))).toBe("done=opened");
  for (const member of members) expect(done(await vote(member, "for"))).toBe("done=vote");
  expect(done(await vote(members[0], "for")), "pressed twice, it counts once").toBe("done=vote");
  expect(done(await secretary.post(here, { deed: "close" }))).toBe("done=closed");
  expect(await row()).toMatchObject({ outcome: "agreed", openedAt: null, tallies: { own: { for: 3, against: 0, entitled: 3 } } });
  expect(await text(anybody().open(page))).toMatch(/Agreed[\s\S]*The hedge is planted[\s\S]*for: 3[\s\S]*All 3 who voted said the same[\s\S]*None had a vote[\s\S]*It stood on the agenda/);
  expect(await text(anybody().open(decisionsPath(partnership)))).toContain("Plant a hedge");
  expect(await text(anybody().open(decisionsAtomPath(partnership)))).toContain("<title type=\"text\" xml:lang=\"en\">Plant a hedge</title>");
  expect(await db().finding.findFirst({ where: { sourceId: id } })).toMatchObject({ sourceSubject: "decisions", figure: { count: 3, base: 3, of: "seats" } });
  expect(await db().minutedDecision.count({ where: { decisionId: id } })).toBe(1);
});

test("an observer does not vote, and is told why [SG06]", async () => {
  const { secretary, here, all, as, partnership, id } = await begin(["SG06"]);
  await secretary.post(here, { deed: "open" });
  const observer = await as(all[1]);
  expect(await text(observer.open(takePartPath(partnership, { id })))).toContain("you may watch and speak at its meeting, and have no vote");
  const refused = await observer.post(takePartPath(partnership, { id }), { deed: "vote", voice: "for" });
  expect(refused.status).toBe(403);
  expect(await text(refused)).toContain("You have no seat on the body that votes");
  expect(await db().vote.count({ where: { decisionId: id } })).toBe(0);
});

test("one against sends it back, and the full partnership's word is final [SG03, SG12]", async () => {
  const { secretary, here, vote, members, all, id, row, full, whole, group, partnership, anybody, public: page } = await begin(["SG03", "SG12"]);
  await secretary.post(here, { deed: "open" });
  await vote(members[0], "for");
  await vote(members[1], "for");
  await vote(members[2], "against");
  await secretary.post(here, { deed: "close" });
  expect(await row()).toMatchObject({ outcome: "referred", isWithFull: true });
  expect(await db().dueItem.findFirst({ where: { subject: "decisions", sourceId: id, settledAt: null } })).toMatchObject({ bodyId: full.id, purpose: "decide" });
  const blocked = await secretary.post(here, { deed: "open" });
  expect(blocked.status).toBe(422);
  expect(await text(blocked)).toContain("It stands on no agenda of the body that votes");
  const due = await db().dueItem.findFirstOrThrow({ where: { sourceId: id } });
  await db().agendaItem.update({ where: { id: whole.itemId }, data: { dueItemId: due.id } });
  expect(done(await secretary.post(here, { deed: "open" }))).toBe("done=opened");
  expect((await vote(members[1], "for")).status, "who sits on the group alone only watches now").toBe(403);
  for (const member of all) expect(done(await vote(member, "for"))).toBe("done=vote");
  await secretary.post(here, { deed: "close" });
  expect(await row()).toMatchObject({ outcome: "full-partnership-agreed", tallies: { own: { for: 2, against: 1 }, full: { for: 2 } } });
  expect(await text(anybody().open(page))).toMatch(/2 of the 3 who voted were for it, so it went back[\s\S]*It went back to the full partnership[\s\S]*The full partnership agreed it/);
  expect(await db().dueItem.count({ where: { sourceId: id, settledAt: null } })).toBe(0);
  const chair = { id: newId(), partnershipId: partnership.id, bodyId: group.id, kind: "chair", name: { en: "The bishop" }, startsOn: new Date("2026-01-01"), note: "A letter" };
  await db().chair.create({ data: chair });
  expect(await text(secretary.open(here))).toMatch(/What this decision agreed[\s\S]*The chair of[\s\S]*A letter/);
  expect(done(await secretary.post(here, { deed: `chair ${chair.id}` }))).toBe("done=saved");
  expect(await db().chair.findUnique({ where: { id: chair.id } })).toMatchObject({ decisionId: id, note: null });
});

test("a member stops what was agreed, with the reason for everybody to read [SG04]", async () => {
  const { secretary, here, vote, members, all, as, id, row, partnership, anybody, public: page } = await begin(["SG04"]);
  await secretary.post(here, { deed: "open" });
  for (const member of members) await vote(member, "for");
  await secretary.post(here, { deed: "close" });
  const path = takePartPath(partnership, { id });
  expect((await (await as(all[1])).post(path, { deed: "veto", words: "No" })).status).toBe(403);
  const member = await as(members[2], later(60 * 24));
  expect(await text(member.open(`${path}?ask=veto`))).toContain("Why do you stop it?");
  expect((await member.post(path, { deed: "veto", words: " " })).status).toBe(422);
  const pressed = await Promise.all([1, 2].map(() => member.post(path, { deed: "veto", words: "The ground floods" })));
  expect(pressed.filter((answer) => answer.status === 302)).toHaveLength(1);
  expect(await row()).toMatchObject({ outcome: "referred", isWithFull: true });
  expect(await db().finding.count({ where: { sourceId: id } }), "what is not agreed is no finding").toBe(0);
  expect(await text(anybody(later(60 * 25)).open(page))).toMatch(/Stopped the decision, and why[\s\S]*The ground floods/);
  const [step, next] = await db().decisionStep.findMany({ where: { decisionId: id, kind: { in: ["vetoed", "referred"] } }, orderBy: { id: "asc" } });
  expect([step?.kind, next?.kind]).toEqual(["vetoed", "referred"]);
});

test("whoever declares an interest steps aside, and a vote they gave counts no more", async () => {
  const { secretary, here, vote, members, as, id, row, partnership, anybody, public: page } = await begin(["SG03"]);
  await secretary.post(here, { deed: "open" });
  await vote(members[0], "against");
  const path = takePartPath(partnership, { id });
  const member = await as(members[0]);
  expect(done(await member.post(path, { deed: "interest", words: "I am a trustee of the nursery" }))).toBe("done=interest");
  expect((await vote(members[0], "for")).status).toBe(422);
  expect(await text(secretary.open(votesPath(partnership, { id })))).not.toContain("Who sits for council");
  const room = Object.fromEntries(members.slice(1).map(({ appointmentId }) => [`voice-${appointmentId}`, "for"]));
  expect(done(await secretary.post(votesPath(partnership, { id }), room))).toBe("done=saved");
  await secretary.post(here, { deed: "close" });
  expect(await row()).toMatchObject({ outcome: "agreed", tallies: { own: { for: 2, against: 0, aside: 1 } } });
  expect(await text(anybody().open(page))).toMatch(/stepped aside: 1[\s\S]*I am a trustee of the nursery/);
});

test("nothing is voted on that a safeguard stands in the way of: late papers, no delegation, no evidence, a sector that is not there", async () => {
  const { secretary, here, vote, members, own, group, partnership, id } = await begin(["SG01", "SG02", "SG05"], { topic: "money", amountInPence: 50_000 });
  await db().paper.update({ where: { id: own.paperId }, data: { isLate: true } });
  const blocked = await text(secretary.post(here, { deed: "open" }));
  expect(blocked).toMatch(/say which consultation or finding it rests on[\s\S]*say which delegation this rests on[\s\S]*A paper for this item came late/);
  await db().paper.update({ where: { id: own.paperId }, data: { isLate: false } });
  const given = { body: group.id, "scope-en": "Small sums", limit: "400", "starts-day": "1", "starts-month": "1", "starts-year": "2026", "review-day": "1", "review-month": "1", "review-year": "2027", agreedNote: "The founding" };
  expect(locationOf(await secretary.post(delegationPath(partnership), given))).toContain("done");
  const { id: delegation } = await db().delegation.findFirstOrThrow({ where: { bodyId: group.id } });
  const texts = { place: `item ${own.itemId}`, "title-en": "Plant a hedge", "text-en": "The hedge is planted.", topic: "money", amount: "500", delegation, "noEvidence-en": "Nobody was asked yet" };
  expect(done(await secretary.post(decisionTextsPath(partnership, id), texts))).toBe("done=saved");
  expect(await text(secretary.post(here, { deed: "open" }))).toContain("It is about more money than the delegation allows");
  await secretary.post(decisionTextsPath(partnership, id), { ...texts, amount: "399.99" });
  expect(done(await secretary.post(here, { deed: "open" }))).toBe("done=opened");
  await vote(members[0], "for");
  await vote(members[1], "for");
  expect(await text(secretary.post(here, { deed: "close" }))).toContain("Somebody must take part for: Faith");
  await vote(members[2], "for");
  expect(done(await secretary.post(here, { deed: "close" }))).toBe("done=closed");
});

test("a slip is taken back within the hour; after it all partners are told once, and who has no address is in the log [SG07]", async () => {
  const { secretary, here, vote, members, id, row, partnership, as } = await begin(["SG07"]);
  const [told, silent] = [await buildOrganisation({ partnership }), await buildOrganisation({ partnership, name: { en: `Silent ${newId()}` } })];
  const email = `${newId()}@partners.example`;
  await db().bodyContact.create({ data: { id: newId(), partnershipId: partnership.id, purpose: "organisation", organisationId: told.id, name: "Siân", email, language: "cy" } });
  await secretary.post(here, { deed: "open" });
  for (const member of members) await vote(member, "for");
  await secretary.post(here, { deed: "close" });
  expect(done(await secretary.post(here, { deed: "take-back" }))).toBe("done=taken-back");
  expect(await row()).toMatchObject({ outcome: null, decidedOn: null });
  await vote(members[0], "against");
  await secretary.post(here, { deed: "close" });
  await tellPartners(later(30));
  expect(await row()).toMatchObject({ outcome: "agreed", notifiedAt: null });
  await Promise.all([tellPartners(later(61)), tellPartners(later(61))]);
  const letters = await db().letter.findMany({ where: { partnershipId: partnership.id, kind: "decisions/notice" } });
  expect(letters.filter(({ toAddress }) => toAddress === email)).toHaveLength(1);
  expect(letters.find(({ toAddress }) => toAddress === email), "in the language of the one who reads it").toMatchObject({ language: "cy", text: expect.stringContaining("/cy/") });
  expect(new Set(letters.map(({ toAddress }) => toAddress)).size, "nobody is told twice").toBe(letters.length);
  expect(await db().decisionNotice.findFirst({ where: { decisionId: id, organisationId: silent.id } })).toMatchObject({ state: "no-address" });
  const secretaryLater = await as(await buildPerson({ role: "secretariat", partnership }), later(62));
  expect(done(await secretaryLater.post(here, { deed: "take-back" }))).toBe("done=too-late");
  expect(done(await secretaryLater.post(here, { deed: "implement" }))).toBe("done=implemented");
});

test("whoever follows decisions says yes by a letter, gets a digest of what they follow, and is forgotten with one press [RFC 8058]", async () => {
  const { secretary, here, vote, members, partnership, group, anybody } = await begin();
  const [all, others] = [`${newId()}@people.example`, `${newId()}@people.example`];
  const resident = anybody();
  expect((await resident.post(followDecisionsPath(partnership), { email: "nobody" })).status).toBe(422);
  await resident.post(followDecisionsPath(partnership), { email: all.toUpperCase(), rhythm: "daily", body: group.id });
  await resident.post(followDecisionsPath(partnership), { email: others, rhythm: "daily", topic: "priorities" });
  const mailed = (toAddress: string, kind: string) => db().letter.findMany({ where: { toAddress, kind } });
  const linkOf = async (email: string) => /http\S+key=\S+/.exec((await mailed(email, "decisions/following"))[0]!.text)![0].replace(/^https?:\/\/[^/]+/, "");
  for (const email of [all, others]) {
    expect(await text(resident.open(await linkOf(email)))).toContain("Yes, tell me");
    await resident.post(await linkOf(email), { deed: "confirm" });
  }
  await resident.post(await linkOf(all), { deed: "change", rhythm: "daily", body: group.id, language: "ur" });
  await secretary.post(here, { deed: "open" });
  for (const member of members) await vote(member, "for");
  await secretary.post(here, { deed: "close" });
  await tellPartners(later(61));
  const tomorrow = later(24 * 60);
  await sendDigests(later(90));
  expect(await mailed(all, "decisions/digest"), "today's goes out tomorrow").toHaveLength(0);
  await sendDigests(tomorrow);
  await sendDigests(tomorrow);
  const [digest, ...more] = await mailed(all, "decisions/digest");
  expect(more).toEqual([]);
  expect(digest).toMatchObject({ language: "ur", text: expect.stringContaining("Plant a hedge") });
  expect(digest!.text).toContain(`/ur${decisionsPath(partnership)}`);
  expect(await mailed(others, "decisions/digest")).toHaveLength(0);
  const unsubscribe = digest!.unsubscribeUrl!.replace(/^https?:\/\/[^/]+\/ur/, "");
  expect((await anybody(tomorrow).post(unsubscribe, { "List-Unsubscribe": "One-Click" })).status).toBe(200);
  expect(await db().decisionFollower.count({ where: { email: all } })).toBe(0);
  expect(await text(anybody(tomorrow).open(unsubscribe))).toContain("Your address has been deleted");
  expect((await anybody(tomorrow).open(await linkOf(all))).status).toBe(410);
  await anybody().post(followDecisionsPath(partnership), { email: all });
  await inTransaction((transaction) => forgetDecisionFollowers(transaction, later(8 * 24 * 60)));
  expect(await db().decisionFollower.count({ where: { partnershipId: partnership.id } }), "who never said yes is forgotten").toBe(1);
});
