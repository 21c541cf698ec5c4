// What a body adopts, what it is left to decide, and what rests on what was agreed.
import { beforeAll, expect, test } from "vitest";
import type { SafeguardCode } from "#app/bodies/safeguard.ts";
import { chairsPath, seatsPath } from "#app/bodies/body-paths.ts";
import { delegationRegisterPath } from "#app/bodies/public-paths.ts";
import { draftDecision } from "#app/decisions/decisions.store.server.ts";
import { listRegister, saveDelegation } from "#app/decisions/delegations.store.server.ts";
import { bodySafeguardsPath, decisionPath, delegationPath, delegationRegisterCsvPath, disputePath, officeDecisionPath, ownDecisionsPath, registeredDelegationPath, takePartPath } from "#app/decisions/paths.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { everyPage } from "#app/shared/every-page.ts";
import { newId } from "#app/shared/keys.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildDeciding, decided } from "#tests/support/decisions.ts";
import { signInCookie } from "#tests/support/factories.ts";
import { locationOf } from "#tests/support/requests.ts";
import type { DecisionTexts } from "#app/decisions/decision.ts";
import { beginDecision, done, now, startsAt, text } from "#tests/support/begun-decision.ts";

let application: Application;
beforeAll(async () => {
  application = await openApplication();
});

const begin = (codes?: readonly SafeguardCode[], texts?: Partial<DecisionTexts>) => beginDecision(application, codes, texts);

test("a body adopts safeguards by what was agreed, and what it adopted before ends; a dispute ends with what came of it", async () => {
  const { secretary, partnership, group, id, as, members } = await begin(["SG07"]);
  expect((await secretary.post(bodySafeguardsPath(partnership, group), { code: "SG03" })).status, "somebody agreed it").toBe(422);
  await secretary.post(bodySafeguardsPath(partnership, group), { code: ["SG03", "SG04"], "set-SG03": "no", "set-SG04": "3", agreedNote: "The conference of 1 June" });
  const rows = await db().adoption.findMany({ where: { bodyId: group.id }, orderBy: { code: "asc" } });
  expect(rows.map(({ code, settings, endedOn }) => [code, settings, endedOn !== null])).toEqual([["SG03", { abstentionsCount: false }, false], ["SG04", { vetoInDays: 3 }, false], ["SG07", { noticeInDays: 2 }, true]]);
  const dispute = { decision: id, route: "mediation", "about-en": "Who pays" };
  await secretary.post(disputePath(partnership), dispute);
  const { id: disputeId } = await db().dispute.findFirstOrThrow({ where: { decisionId: id } });
  expect(await text(secretary.post(disputePath(partnership, disputeId), { ...dispute, deed: "close" }))).toMatch(/Write how it ended[\s\S]*Write who mediated/);
  await secretary.post(disputePath(partnership, disputeId), { ...dispute, deed: "close", mediator: "The Compact service", "outcome-en": "Both pay" });
  expect(await db().dispute.findUnique({ where: { id: disputeId } })).toMatchObject({ bodyId: group.id, closedOn: expect.any(Date) });
  expect(await text((await as(members[0])).open(ownDecisionsPath(partnership)))).toContain("Plant a hedge");
});

test("everybody reads what was delegated: to whom, by which decision, up to where, what was decided on it, and once it is taken back", async () => {
  const { secretary, here, vote, members, id, group, full, partnership, anybody, public: page } = await begin(["SG02"]);
  const by = { partnershipId: partnership.id, personId: newId(), now };
  const give = (texts: Partial<Parameters<typeof saveDelegation>[3]>) =>
    inTransaction((transaction) => saveDelegation(transaction, by, null, { ...{ bodyId: group.id, scope: { en: "Small sums" }, limits: {}, limitInPence: null, startsOn: "2026-01-01", reviewOn: "2027-01-01", decisionId: null, agreedNote: "The founding" }, ...texts }));
  const [open, gave] = [delegationRegisterPath(partnership), newId()];
  await db().decision.create({ data: { ...{ id: gave, partnershipId: partnership.id, bodyId: full.id, title: { en: "The executive may plant" }, text: { en: "It may." }, topic: "delegating", createdAt: now }, ...{ outcome: "agreed", outcomeAt: now, decidedOn: new Date("2026-01-01"), noticeDueOn: new Date("2026-01-05") } } });
  const [old, hedges] = [await give({ startsOn: "2025-01-01" }), await give({ scope: { en: "Hedges" }, limits: { en: "In autumn alone" }, limitInPence: 40_000, decisionId: gave, agreedNote: null })];
  await secretary.post(delegationPath(partnership, old), { deed: "end" });
  expect(await text(anybody().open(open))).toMatch(/Hedges[\s\S]*In force[\s\S]*Small sums[\s\S]*It ended on 2 June 2026/);
  const one = registeredDelegationPath(partnership, { id: hedges });
  expect(await text(anybody().open(one))).toMatch(/Hedges[\s\S]*The executive may plant[\s\S]*In autumn alone[\s\S]*£400[\s\S]*Nothing has been decided on it yet/);
  expect(await text(anybody().open(decisionPath(partnership, { id: gave }))), "the decision leads to what it gave").toContain(`href="${one}"`);
  await db().decision.update({ where: { id }, data: { delegationId: hedges } });
  await secretary.post(here, { deed: "open" });
  for (const member of members) await vote(member, "for");
  expect(await text(anybody().open(one)), "what is being voted on has not been decided").toContain("Nothing has been decided on it yet");
  expect(done(await secretary.post(here, { deed: "close" }))).toBe("done=closed");
  expect(await text(anybody().open(one))).toContain("Plant a hedge");
  expect(await text(anybody().open(page))).toContain(`href="${one}"`);
  const csv = (await text(anybody().open(delegationRegisterCsvPath(partnership)))).split("\r\n");
  expect(csv[1]).toBe("Hedges,In autumn alone,The executive,400.00,The executive may plant,2026-01-01,2027-01-01,,In force,1");
  expect(csv[2]).toBe("Small sums,,The executive,,The founding,2025-01-01,2027-01-01,2026-06-02,In force,0");
  const other = await buildDeciding({ startsAt });
  expect((await anybody().open(registeredDelegationPath(other.partnership, { id: hedges }))).status, "that of another partnership").toBe(404);
});

test("the register goes on where its page ended, across those in force and those taken back", async () => {
  const { partnership, group } = await begin();
  const of = { partnershipId: partnership.id, bodyId: group.id, startsOn: new Date("2026-01-01"), reviewOn: new Date("2027-01-01"), agreedNote: "The founding" };
  const ended = ["2026-05-01", null, "2026-03-01", null, "2026-04-01"].map((day) => day && new Date(day));
  await db().delegation.createMany({ data: ended.map((endedOn, index) => ({ ...of, id: `${partnership.id}-${index}`, scope: { en: String(index) }, endedOn })) });
  const listed: string[] = [];
  for await (const { delegations } of everyPage((after) => listRegister(db(), { partnershipId: partnership.id, after, most: 1 }))) listed.push(...delegations.map(({ scope }) => scope.en ?? ""));
  expect(listed).toEqual(["1", "3", "0", "4", "2"]);
});

test("what the full partnership agreed leads straight to the chair and the seats it agreed, with itself chosen; a smaller group's leads nowhere [SG08, SG09]", async () => {
  const { secretary, here, vote, members, all, whole, group, full, partnership } = await begin();
  const of = { partnershipId: partnership.id, bodyId: group.id };
  await db().seatScheme.create({ data: { ...of, version: 2, id: newId() } });
  await db().adoption.createMany({ data: ["SG08", "SG09"].map((code) => ({ ...of, id: newId(), code, settings: {}, adoptedOn: new Date("2026-01-01"), agreedNote: "The founding" })) });
  await secretary.post(here, { deed: "open" });
  for (const member of members) await vote(member, "for");
  await secretary.post(here, { deed: "close" });
  expect(await text(secretary.open(here)), "the group's own").not.toContain("What follows from this decision");
  const by = { partnershipId: partnership.id, personId: newId(), now };
  const id = await inTransaction((transaction) => draftDecision(transaction, by, { bodyId: full.id, itemId: whole.itemId }, { ...decided, title: { en: "Siân leads the executive" } }));
  const theirs = officeDecisionPath(partnership, { id });
  expect(await text(secretary.open(theirs)), "what is not agreed yet").not.toContain("What follows from this decision");
  await secretary.post(theirs, { deed: "open" });
  for (const member of all) await new Visitor(application, { now, address: newId() }, [await signInCookie(member, now)]).post(takePartPath(partnership, { id }), { deed: "vote", voice: "for" });
  await secretary.post(theirs, { deed: "close" });
  const shown = await text(secretary.open(theirs));
  const seats = /href="([^"#]*seats\?decision=[^"#]*)#agree"/.exec(shown)?.[1] ?? "";
  expect(seats).toBe(seatsPath(partnership, group, { decision: id }));
  const to = locationOf(await secretary.post(theirs, { deed: "name-chair", body: group.slug })) ?? "";
  expect(to).toBe(`${chairsPath(partnership, group, { decision: id })}#name`);
  expect(await text(secretary.open(to.replace("#name", "")))).toMatch(new RegExp(`<option value="${id}" selected="">Siân leads the executive`));
  const named = { deed: "name", kind: "chair", appointment: members[0].appointmentId, "starts-day": "2", "starts-month": "6", "starts-year": "2026" };
  expect((await secretary.post(to.replace("#name", ""), named)).status, "the address alone names nobody").toBe(422);
  await secretary.post(to.replace("#name", ""), { ...named, decision: id });
  expect(await db().chair.findFirst({ where: of })).toMatchObject({ decisionId: id, note: null });
});
