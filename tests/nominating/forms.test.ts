// What is typed in a round of nominations: what it is about, whom it invites, who is named, and who is appointed.
import fc from "fast-check";
import { expect, test } from "vitest";
import { readEndingReason, readFilling } from "#app/nominating/filling.ts";
import { readInvitation, readNaming } from "#app/nominating/naming.ts";
import { proposedRound, readRound, roundAsTyped } from "#app/nominating/round-form.ts";
import { addDays } from "#app/shared/dates.ts";

const codes = (read: { ok: boolean; problem?: { field: string; code: string }[] }) => (read.ok ? [] : read.problem!.map(({ field, code }) => `${field} ${code}`));

test("what is proposed can be saved once it has a name and its places, on whatever day it begins", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 1500 }), (days) => {
    const head = { ...proposedRound("arts", addDays("2026-01-01", days)), title: { en: "Somebody for the arts" } };
    expect(readRound(roundAsTyped(head), ["arts"])).toEqual({ ok: true, value: head });
  }));
});

test("all that is wrong with a round is told at once", () => {
  const head = proposedRound("arts", "2026-03-03");
  expect(codes(readRound(roundAsTyped({ ...head, seats: 0 }), ["other"]))).toEqual(["title-en title-missing", "lineId line-missing", "seats number"]);
  const dated = (dates: Partial<typeof head>) => codes(readRound(roundAsTyped({ ...head, title: { en: "A" }, ...dates }), ["arts"]));
  expect(dated({ closesOn: head.opensOn })).toEqual(["closesOn-day closes-before"]);
  expect(dated({ remindOn: head.opensOn })).toEqual(["remindOn-day remind-outside"]);
  expect(dated({ remindOn: addDays(head.closesOn, 1) })).toEqual(["remindOn-day remind-outside"]);
  expect(dated({ remindOn: null })).toEqual([]);
  expect(dated({ termStartsOn: head.closesOn })).toEqual(["termStartsOn-day term-before"]);
});

const naming = { namedBy: "Ann Rees", name: " Mair  Jones ", email: "MAIR@arts.example", telephone: "", howChosen: "By the committee", statement: "", substitute: "", language: "cy", declares: "yes" };

test("an organisation says who is named, how they were chosen and that it may; the person is reached by e-mail or by telephone", () => {
  expect(readNaming(naming)).toMatchObject({ ok: true, value: { name: "Mair Jones", email: "mair@arts.example", telephone: null, language: "cy" } });
  expect(readNaming({ ...naming, email: "", telephone: "01632 960000" })).toMatchObject({ ok: true, value: { email: null } });
  expect(codes(readNaming({ language: "en" }))).toEqual(["namedBy missing", "name missing", "email reach-missing", "howChosen missing", "declares declare-missing"]);
  expect(codes(readNaming({ ...naming, email: "mair" }))).toEqual(["email email"]);
  expect(codes(readNaming({ ...naming, statement: "a".repeat(2001) }))).toEqual(["statement too-long"]);
});

test("an organisation of the register or another is invited, reached by e-mail or by post", () => {
  const head = { organisationId: "", organisation: "Mid Arts", contact: "Ann Rees", email: "", post: "1 High Street", language: "en" };
  expect(readInvitation(head, [])).toMatchObject({ ok: true, value: { organisationId: null, organisation: "Mid Arts", email: null } });
  expect(readInvitation({ ...head, organisationId: "a" }, ["a"])).toMatchObject({ ok: true, value: { organisationId: "a", organisation: "" } });
  expect(codes(readInvitation({ ...head, organisation: "", post: "" }, []))).toEqual(["organisationId organisation-missing", "email reach-organisation"]);
});

test("nobody is left out without a reason, nobody is appointed who was not accepted, and no more than there are seats", () => {
  const accepted = ["a", "b", "c"];
  expect(readFilling({}, accepted, { accepted, free: 3 })).toEqual({ ok: true, value: { chosen: accepted, reason: {} } });
  expect(codes(readFilling({}, ["a"], { accepted, free: 3 }))).toEqual(["reason-en reason-missing"]);
  expect(codes(readFilling({ "reason-en": "By turns" }, accepted, { accepted, free: 2 }))).toEqual(["chosen choose-too-many"]);
  expect(codes(readFilling({ "reason-en": "By turns" }, ["d"], { accepted, free: 2 }))).toEqual(["chosen unknown"]);
  expect(codes(readFilling({ "reason-en": "By turns" }, [], { accepted, free: 2 }))).toEqual(["chosen choose-nobody"]);
  fc.assert(fc.property(fc.subarray([...accepted, "d"]), fc.integer({ min: 0, max: 4 }), (chosen, free) => {
    const read = readFilling({ "reason-cy": "Yn eu tro" }, [...chosen, ...chosen], { accepted, free });
    if (read.ok) expect(read.value.chosen.length <= free && read.value.chosen.every((id) => accepted.includes(id))).toBe(true);
    else expect(chosen.length === 0 || chosen.length > free || chosen.includes("d")).toBe(true);
  }));
  expect(codes(readEndingReason({}))).toEqual(["reason-en reason-missing"]);
  expect(readEndingReason({ "reason-ur": "باری" })).toMatchObject({ ok: true });
});
