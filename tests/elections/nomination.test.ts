// What becomes of a nomination, in which order candidates stand, and what is understood of what was typed.
import fc from "fast-check";
import { expect, test } from "vitest";
import { familyNameOf, inBallotOrder } from "#app/elections/ballot-order.ts";
import { areHustingsOpen, readAnswer, readPut, readQuestion } from "#app/elections/hustings.ts";
import { formVersion, nominationDefinition, ownDefinition, readNomination, readOwn, type Say } from "#app/elections/nomination-form.ts";
import { isSupported, mayConfirmCandidates, maySupport, mayStand, nominationState, whyNotValid, type Course } from "#app/elections/nomination.ts";
import { readRuling } from "#app/elections/ruling.ts";
import { proposedTimetable } from "#app/elections/timetable.ts";
import { checkDefinition } from "#app/forms/definition.ts";
import { instantAt } from "#app/shared/dates.ts";

const at = new Date("2026-05-04T09:00:00Z");
const yes = { confirmedAt: at, declinedAt: null };
const course: Course = { consentedAt: at, withdrawnAt: null, ruling: "valid", number: null, supports: [yes, yes] };

test("somebody stands who said so, is supported, was found valid and did not withdraw", () => {
  expect(mayStand(course, 2)).toBe(true);
  for (const wrong of [{ consentedAt: null }, { withdrawnAt: at }, { ruling: null }, { ruling: "invalid" as const }, { supports: [yes] }]) expect(mayStand({ ...course, ...wrong }, 2)).toBe(false);
  expect(mayStand({ ...course, supports: [] }, 0)).toBe(true);
});

test("an organisation that declined does not support, whatever it said before", () => {
  expect(isSupported({ supports: [yes, { confirmedAt: at, declinedAt: at }] }, 2)).toBe(false);
});

test("what has become of a nomination is told in the order in which it does", () => {
  const open: Course = { ...course, ruling: null };
  expect(nominationState({ ...open, consentedAt: null }, 2)).toBe("asked");
  expect(nominationState({ ...open, supports: [yes] }, 2)).toBe("unsupported");
  expect(nominationState({ ...open, supports: [yes, { confirmedAt: null, declinedAt: at }] }, 2)).toBe("declined");
  expect(nominationState(open, 2)).toBe("to-rule");
  expect(nominationState(course, 2)).toBe("valid");
  expect(nominationState({ ...course, number: 1 }, 2)).toBe("stands");
  expect(nominationState({ ...course, withdrawnAt: at }, 2)).toBe("withdrawn");
});

test("an incomplete nomination is not found valid, and an invalid one is told why in words", () => {
  expect(whyNotValid({ ...course, supports: [] }, 1)).toBe("not-supported");
  expect(readRuling({ ruling: "valid", reason: "", words: "" }, { ...course, consentedAt: null }, 2)).toEqual({ ok: false, problem: [{ field: "ruling", code: "no-consent" }] });
  expect(readRuling({ ruling: "invalid", reason: "", words: " " }, course, 2)).toMatchObject({ ok: false, problem: [{ field: "reason" }, { field: "words" }] });
  expect(readRuling({ ruling: "invalid", reason: "defamation", words: "It calls the chair a thief." }, course, 2)).toMatchObject({ ok: true, value: { reason: { code: "defamation" } } });
});

const timetable = proposedTimetable("2026-05-04");
const standing = { timetable, steps: ["notice-published"] as const, candidates: null, seats: 2 };

test("candidates are confirmed from the day after the last on which they may withdraw, and organisations answer until then", () => {
  const last = instantAt(timetable.withdrawalsUntil, "23:59");
  expect(maySupport(standing, last)).toBe(true);
  expect(mayConfirmCandidates(standing, last)).toBe(false);
  const after = new Date(last.getTime() + 60_000);
  expect(maySupport(standing, after)).toBe(false);
  expect(mayConfirmCandidates(standing, after)).toBe(true);
});

test("by family name, a name stands where its last word does, and two of one name in one order whoever sent first", () => {
  expect(familyNameOf(" Agnieszka  Dąbrowska ")).toBe("Dąbrowska");
  const people = [{ id: "3", name: "Zoë Ash" }, { id: "2", name: "Bob Price" }, { id: "1", name: "Ann Price" }];
  expect(inBallotOrder(people, "alphabetical", () => 0).map(({ id }) => id)).toEqual(["3", "1", "2"]);
});

test("by lot, every order is drawn by some draws, nobody is lost, and the order of sending decides nothing", () => {
  const people = ["c", "a", "b"].map((id) => ({ id, name: id }));
  const orders = new Set<string>();
  for (let first = 0; first < 3; first++) {
    for (let second = 0; second < 2; second++) {
      const draws = () => { const left = [first, second]; return () => left.shift()!; };
      const order = inBallotOrder(people, "lot", draws()).map(({ id }) => id).join("");
      expect(inBallotOrder(people.toReversed(), "lot", draws()).map(({ id }) => id).join("")).toBe(order);
      orders.add(order);
    }
  }
  expect(orders.size).toBe(6);
  fc.assert(fc.property(fc.uniqueArray(fc.string()), fc.infiniteStream(fc.nat()), (ids, stream) => {
    const drawn = inBallotOrder(ids.map((id) => ({ id, name: id })), "lot", (below) => Number(stream.next().value) % below);
    expect(drawn.map(({ id }) => id).sort()).toEqual([...ids].sort());
  }));
});

const say: Say = (name) => ({ en: name });
const members = [{ id: "m1", organisationId: "o1", name: { en: "Anglers" } }, { id: "m2", organisationId: "o2", name: { en: "Bakers" } }];
const asks = { supporters: 2, statementWords: 5 };
const form = nominationDefinition(asks, members, say);
const typed = { by: ["self"], name: ["Ann Price"], email: ["Ann@People.example"], organisation: ["o1"], proposer: ["m1"], seconder: ["m2"], "statement-cy": ["Byddaf yn gwrando."] };
const reserves = [{ id: "r1", name: { en: "Age" }, justification: {}, groups: [{ id: "young", name: { en: "Under 25" }, least: 1, most: null }] }];

test("the forms are sound forms of the question model", () => {
  expect(checkDefinition(form)).toMatchObject({ ok: true });
  expect(checkDefinition(ownDefinition({ statementWords: 200, reserves }, true, say))).toMatchObject({ ok: true });
  expect(formVersion).toBe(1);
});

test("a nomination is understood with a statement in any one language, and its address in lower case", () => {
  expect(readNomination(form, typed, asks, false)).toMatchObject({
    ok: true,
    value: { name: "Ann Price", email: "ann@people.example", organisationId: "o1", statement: { cy: "Byddaf yn gwrando." }, supporters: [{ part: "proposer", memberId: "m1" }, { part: "seconder", memberId: "m2" }] },
  });
});

const problemsOf = (entries: Record<string, string[]>, hasPhoto = false) => {
  const read = readNomination(form, { ...typed, ...entries }, asks, hasPhoto);
  return read.ok ? [] : [...read.problem.errors, ...read.problem.problems].map(({ field, code }) => `${field} ${code}`);
};

test("what is wrong with a nomination is told at its field", () => {
  expect(problemsOf({ "statement-cy": [] })).toEqual(["statement-en answer-missing"]);
  expect(problemsOf({ "statement-en": ["one two three four five six"] })).toEqual(["statement-en too-many-words"]);
  expect(problemsOf({ seconder: ["m1"] })).toEqual(["seconder same-supporter"]);
  expect(problemsOf({ "organisation-other": ["Chess Club"] })).toEqual(["organisation-other organisation-twice"]);
  expect(problemsOf({ proposer: ["gone"], email: ["ann@"] })).toEqual(["email email-not-understood", "proposer choice-unknown"]);
  expect(problemsOf({}, true)).toEqual(["photo-alt answer-missing"]);
});

test("nobody's group is kept without their consent to its use, and nobody has to say one", () => {
  const own = ownDefinition({ statementWords: 200, reserves }, true, say);
  const said = { "statement-en": ["I listen."], eligible: ["yes"] };
  expect(readOwn(own, { ...said, "group-r1": ["young"] }, { reserves }, false)).toMatchObject({ ok: false, problem: { errors: [{ field: "group-consent", code: "choices-missing" }] } });
  expect(readOwn(own, { ...said, "group-r1": ["young"], "group-consent": ["yes"] }, { reserves }, false)).toMatchObject({ ok: true, value: { groups: { r1: "young" } } });
  expect(readOwn(own, { ...said, "group-r1": ["no-group"] }, { reserves }, false)).toMatchObject({ ok: true, value: { groups: {} } });
  expect(readOwn(own, { "statement-en": ["I listen."] }, { reserves }, false)).toMatchObject({ ok: false, problem: { errors: [{ field: "eligible" }] } });
});

test("questions are asked from when candidates are confirmed until the poll closes, and every answer may have 150 words in each language", () => {
  expect((["nominations-closed", "candidates-confirmed", "uncontested", "poll-open", "poll-closed"] as const).map(areHustingsOpen)).toEqual([false, true, false, true, false]);
  expect(readQuestion(" \n ")).toMatchObject({ ok: false });
  expect(readQuestion("x".repeat(501))).toMatchObject({ ok: false, problem: [{ code: "too-long", most: 500 }] });
  expect(readPut({ "text-cy": "Pam?" })).toEqual({ ok: true, value: { cy: "Pam?" } });
  const words = (count: number) => Array.from({ length: count }, () => "word").join(" ");
  expect(readAnswer({ "answer-en": words(150), "answer-cy": words(150) })).toMatchObject({ ok: true });
  expect(readAnswer({ "answer-en": words(151) })).toMatchObject({ ok: false, problem: [{ field: "answer-en", code: "too-many-words" }] });
});
