import { beforeEach, expect, test } from "vitest";
import { countUp, listTallies } from "#app/consultations/tallies.store.server.ts";
import { tallyFor } from "#app/forms/tally.ts";
import { db } from "#app/shared/db.server.ts";
import { buildConsultation, closeAt, type BuiltConsultation } from "#tests/support/factories.ts";
import { Respondent } from "#tests/support/respondent.ts";

const minute = 60_000;
let consultation: BuiltConsultation;
let person: Respondent;
let mine: string;

beforeEach(async () => {
  consultation = await buildConsultation();
  person = new Respondent(consultation);
  mine = `/${consultation.partnership.slug}/responses/mine?consultation=${consultation.id}`;
});

const response = () =>
  db().response.findFirstOrThrow({
    where: { consultationId: consultation.id },
    include: { revisions: { orderBy: { number: "asc" } }, contact: true },
  });

const letters = async () => {
  const all = await db().letter.findMany({ where: { partnershipId: consultation.partnership.id }, orderBy: { createdAt: "asc" } });
  return all.map(({ kind }) => kind);
};

async function busCounts(): Promise<Record<string, number> | undefined> {
  await countUp(consultation.id, new Date());
  const { counted } = await listTallies(db(), consultation.id);
  const [only] = counted;
  return only && tallyFor(only.tally, "bus").counts;
}

const later = () => void (person.now = new Date(person.now.getTime() + minute));

test("a change starts from what was sent, and is a new revision under the same reference", async () => {
  const reference = await person.respond({ first: "Buses", bus: "often" }, { name: "Mair", email: "mair@people.example" });
  later();
  expect((await person.post(mine, { _intent: "change" })).to).toMatch(/check-answers$/);
  const shown = await person.open<{ entries: object }>("questions/priorities?from=check");
  expect(shown.body.entries).toEqual({ first: ["Buses"], bus: ["often"] });
  await person.post("questions/priorities?from=check", { first: "Buses", bus: "never" });
  expect((await response()).currentRevision).toBe(1);
  expect((await person.post("check-answers")).to).toMatch(/\/sent$/);

  const changed = await response();
  expect(changed).toMatchObject({ reference, currentRevision: 2, contact: { name: "Mair" } });
  expect(changed.revisions.map(({ number, answers }) => [number, answers])).toEqual([
    [1, { first: "Buses", bus: { option: "often" } }],
    [2, { first: "Buses", bus: { option: "never" } }],
  ]);
  expect(await letters()).toEqual(["consultations/receipt", "consultations/changed"]);
});

test("a change takes the old answers out of the results and puts the new ones in", async () => {
  await person.respond({ bus: "often" });
  expect(await busCounts()).toEqual({ often: 1 });
  later();
  await person.post(mine, { _intent: "change" });
  await person.post("questions/priorities", { bus: "never" });
  await person.post("check-answers");
  expect(await busCounts()).toEqual({ never: 1 });
});

test("pressing send twice on a change makes one revision", async () => {
  await person.respond({ bus: "often" });
  later();
  await person.post(mine, { _intent: "change" });
  await person.post("questions/priorities", { bus: "never" });
  await Promise.all([person.post("check-answers"), person.post("check-answers")]);
  expect((await response()).revisions).toHaveLength(2);
});

test("until a change is sent, what was sent before counts, and it can be thrown away", async () => {
  await person.respond({ bus: "often" });
  later();
  await person.post(mine, { _intent: "change" });
  await person.post("questions/priorities", { bus: "never" });
  expect((await person.open<{ hasChanges: boolean }>(mine)).body.hasChanges).toBe(true);
  expect((await response()).revisions).toHaveLength(1);
  await person.post(mine, { _intent: "discard" });
  expect((await person.open<{ hasChanges: boolean }>(mine)).body.hasChanges).toBe(false);
  await person.post(mine, { _intent: "change" });
  expect((await person.open<{ entries: object }>("questions/priorities")).body.entries).toEqual({ bus: ["often"] });
});

test("a change can be begun where the draft is gone", async () => {
  await person.respond({ first: "Buses" }, { name: "Mair" });
  await db().draft.deleteMany({ where: { consultationId: consultation.id } });
  later();
  await person.post(mine, { _intent: "change" });
  expect((await person.open<{ entries: object }>("questions/priorities")).body.entries).toEqual({ first: ["Buses"] });
  await person.post("check-answers");
  expect(await response()).toMatchObject({ currentRevision: 2, contact: { name: "Mair" } });
});

test("who withdraws the permission for their name in a change is not published by it", async () => {
  await person.fillIn({}, { name: "Mair" });
  await person.post("permission", { publish: "named" });
  await person.post("check-answers");
  later();
  await person.post(mine, { _intent: "change" });
  await person.post("permission?from=check", { publish: "summary", confidential: "no" });
  await person.post("check-answers");
  expect(await response()).toMatchObject({ permission: "summary", currentRevision: 2 });
});

test("after closing a response cannot be changed, but still be looked at and withdrawn", async () => {
  await person.respond({ bus: "often" });
  const closesAt = new Date(person.now.getTime() + minute);
  await closeAt(consultation, closesAt);
  person.now = new Date(closesAt.getTime() + minute);
  expect((await person.open<{ mayChange: boolean }>(mine)).body.mayChange).toBe(false);
  expect((await person.post(mine, { _intent: "change" })).to).toBe(mine);
  expect((await person.post("questions/priorities", { bus: "never" })).to).toMatch(/\/sent$/);
  expect((await response()).revisions).toHaveLength(1);
  await person.post(mine, { _intent: "withdraw" });
  expect((await response()).withdrawnAt).toEqual(person.now);
});

test("a change begun before closing can be sent in the grace", async () => {
  await person.respond({ bus: "often" });
  later();
  await person.post(mine, { _intent: "change" });
  await person.post("questions/priorities", { bus: "never" });
  const closesAt = new Date(person.now.getTime() + minute);
  await closeAt(consultation, closesAt);
  person.now = new Date(closesAt.getTime() + minute);
  await person.post("check-answers");
  expect((await response()).currentRevision).toBe(2);
});

test("withdrawing takes the response out of the results and deletes what names or reaches the person", async () => {
  await person.respond({ bus: "often" }, { name: "Mair", email: "mair@people.example" });
  await person.post("equality/questions/equality", { "age-band": "25-34" });
  expect(await busCounts()).toEqual({ often: 1 });
  later();
  expect((await person.open<{ isAskingToWithdraw: boolean }>(`${mine}&withdraw`)).body.isAskingToWithdraw).toBe(true);
  await person.post(mine, { _intent: "withdraw" });

  expect(await busCounts()).toBeUndefined();
  expect(await response()).toMatchObject({ withdrawnAt: person.now, contact: null });
  expect(await db().draft.count({ where: { consultationId: consultation.id } })).toBe(0);
  expect(await db().equalityAnswer.count({ where: { consultationId: consultation.id } })).toBe(0);
  expect(await letters()).toEqual(["consultations/receipt", "consultations/withdrawn"]);
  const shown = await person.open<{ response: { withdrawnAt: Date }; fromEverything: boolean }>(mine);
  expect(shown.body).toMatchObject({ response: { withdrawnAt: person.now }, fromEverything: true });
  expect((await person.open("sent")).to).toBe(mine);
});

test("withdrawing twice withdraws once", async () => {
  await person.respond({ bus: "often" });
  later();
  await Promise.all([person.post(mine, { _intent: "withdraw" }), person.post(mine, { _intent: "withdraw" })]);
  await person.post(mine, { _intent: "withdraw" });
  const changes = await db().tallyChange.findMany({ where: { consultationId: consultation.id }, orderBy: { id: "asc" } });
  expect(changes.map(({ sign }) => sign)).toEqual([1, -1]);
  const audit = await db().auditEntry.count({ where: { subjectId: (await response()).id, action: "response.withdraw" } });
  expect(audit).toBe(1);
});

test("a response withdrawn after the freeze is told that it stays in the figures made before", async () => {
  await person.respond();
  await db().consultation.update({ where: { id: consultation.id }, data: { frozenAt: person.now } });
  later();
  await person.post(mine, { _intent: "withdraw" });
  expect((await person.open<{ fromEverything: boolean }>(mine)).body.fromEverything).toBe(false);
});

test("a change and a withdrawal at the same moment end with the response withdrawn, counted nowhere", async () => {
  await person.respond({ bus: "often" });
  later();
  await person.post(mine, { _intent: "change" });
  await person.post("questions/priorities", { bus: "never" });
  await Promise.all([person.post("check-answers"), person.post(mine, { _intent: "withdraw" })]);
  expect((await response()).withdrawnAt).not.toBeNull();
  expect(await busCounts()).toBeUndefined();
});

test("nobody without the cookie or the reference sees a response", async () => {
  await person.respond();
  const stranger = new Respondent(consultation);
  expect((await stranger.open(mine)).to).toBe(`/${consultation.partnership.slug}/responses`);
  expect((await stranger.open("sent")).to).toBe(`/${consultation.partnership.slug}/responses`);
  expect((await stranger.post(mine, { _intent: "withdraw" })).to).toBe(`/${consultation.partnership.slug}/responses`);
  expect((await response()).withdrawnAt).toBeNull();
});
