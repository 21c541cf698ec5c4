// The roll's rules: who gets an organisation's code, who may change the roll until when, what a file of people says line by line.
import fc from "fast-check";
import { expect, test } from "vitest";
import { isFew, whyNotPrepared } from "#app/elections/preparing.ts";
import { lastHours, whyNoReminder } from "#app/elections/reminder.ts";
import { readRollFile } from "#app/elections/roll-file.ts";
import { chosenOf, deliveryOf, inOrderOfNames, mayMakeRoll, mayRuleOnRoll, maySeeWhoVoted, readVoter, representingSeveral } from "#app/elections/roll.ts";
import { pollClosesAt, proposedTimetable } from "#app/elections/timetable.ts";
import { addDays, startOfDay } from "#app/shared/dates.ts";

const head = (name: string, more: object = {}) => ({ name, email: null, telephone: null, post: null, language: "en" as const, ...more });

test("the delegate gets the code; the deputy does where nothing reaches the delegate, or there is none", () => {
  const [mair, dai] = [head("Mair", { email: "mair@example.org" }), head("Dai", { post: "1 High St" })];
  expect(chosenOf({ delegate: mair, deputy: dai })).toBe(mair);
  expect(chosenOf({ delegate: head("Mair"), deputy: dai })).toBe(dai);
  expect(chosenOf({ delegate: null, deputy: head("Dai") })).toMatchObject({ name: "Dai" });
  expect(chosenOf({ delegate: head("Mair"), deputy: null })).toMatchObject({ name: "Mair" });
  expect(chosenOf({ delegate: null, deputy: null })).toBeNull();
});

test("nobody represents two organisations, while people of one household may share an address", () => {
  const voters = [{ email: "mair@example.org" }, { email: null }, { email: "dai@example.org" }, { email: "mair@example.org" }, { email: null }];
  expect(representingSeveral(voters, "organisations")).toEqual([{ email: "mair@example.org", voters: [voters[0], voters[3]] }]);
  expect(representingSeveral(voters, "people")).toEqual([]);
});

test("the order of names heeds neither case nor articles, and is the same however the roll came in", () => {
  const named = (name: string) => ({ name, delegate: "" });
  expect(inOrderOfNames(["unit 10", "The Arches", "Zest", "Unit 9", "bread & Roses"].map(named)).map(({ name }) => name)).toEqual(["The Arches", "bread & Roses", "Unit 9", "unit 10", "Zest"]);
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 20, selector: (name) => inOrderOfNames([named(name)]).map((one) => one.name.toLowerCase()).join() }), (names) => {
      const keys = (list: string[]) => inOrderOfNames(list.map(named)).map(({ name }) => name);
      expect([...keys(names)].sort()).toEqual([...names].sort());
    }),
  );
});

test("keepers make the roll until the poll is prepared; from then on the returning officer alone rules, until it closes", () => {
  const of = (state: Parameters<typeof mayMakeRoll>[0]["state"], isPrepared: boolean) => ({ state, isPrepared, hasTimetable: true });
  expect(mayMakeRoll(of("planned", false), ["keeper"])).toBe(true);
  expect(mayMakeRoll({ ...of("planned", false), hasTimetable: false }, ["keeper"])).toBe(false);
  expect(mayMakeRoll(of("candidates-confirmed", false), ["scrutineer"])).toBe(false);
  expect(mayMakeRoll(of("candidates-confirmed", true), ["keeper", "returning-officer"])).toBe(false);
  expect(mayMakeRoll(of("abandoned", false), ["keeper"])).toBe(false);
  expect(mayRuleOnRoll(of("poll-open", true), ["returning-officer"])).toBe(true);
  expect(mayRuleOnRoll(of("poll-open", true), ["keeper", "scrutineer"])).toBe(false);
  expect(mayRuleOnRoll(of("candidates-confirmed", false), ["returning-officer"])).toBe(false);
  expect(mayRuleOnRoll(of("poll-closed", true), ["returning-officer"])).toBe(false);
});

test("who has voted is for scrutineers, and only once the ballots are sealed", () => {
  expect(maySeeWhoVoted({ isSealed: false }, ["scrutineer", "keeper", "returning-officer"])).toBe(false);
  expect(maySeeWhoVoted({ isSealed: true }, ["keeper", "returning-officer"])).toBe(false);
  expect(maySeeWhoVoted({ isSealed: true }, ["scrutineer"])).toBe(true);
});

test("a poll is prepared once candidates are confirmed, is contested, has voters, and nobody stands for two", () => {
  const closesAt = new Date("2026-05-20T14:00:00Z");
  const asked = { state: "candidates-confirmed" as const, isPrepared: false, closesAt, standing: 3, conflicts: 0 };
  const before = new Date("2026-05-01T09:00:00Z");
  expect(whyNotPrepared(asked, before)).toBeNull();
  expect(whyNotPrepared({ ...asked, isPrepared: true }, before)).toBe("prepared");
  expect(whyNotPrepared({ ...asked, state: "uncontested" }, before)).toBe("uncontested");
  expect(whyNotPrepared({ ...asked, state: "nominations-closed" }, before)).toBe("not-confirmed");
  expect(whyNotPrepared({ ...asked, standing: 0 }, before)).toBe("nobody");
  expect(whyNotPrepared({ ...asked, conflicts: 1 }, before)).toBe("conflicts");
  expect(whyNotPrepared(asked, closesAt)).toBe("too-late");
});

test("whenever the poll is, it is reminded of at most twice, two days apart, not on its first day and not in its last hours", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.array(fc.integer({ min: 0, max: 20 * 24 }), { maxLength: 200 }), (ahead, hours) => {
      const timetable = proposedTimetable(addDays("2026-01-05", ahead));
      const [opens, closes] = [startOfDay(timetable.pollOpensOn), pollClosesAt(timetable)];
      const remindedAt: Date[] = [];
      for (const hour of hours.sort((one, other) => one - other)) {
        const now = new Date(opens.getTime() + hour * 3_600_000);
        const state = now < closes ? ("poll-open" as const) : ("poll-closed" as const);
        if (whyNoReminder({ state, timetable, votesOnline: true, remindedAt }, now) === null) remindedAt.push(now);
      }
      expect(remindedAt.length).toBeLessThanOrEqual(2);
      for (const at of remindedAt) expect(closes.getTime() - at.getTime()).toBeGreaterThanOrEqual(lastHours * 3_600_000);
      for (const at of remindedAt) expect(at.getTime() - opens.getTime()).toBeGreaterThanOrEqual(23 * 3_600_000);
      const [first, second] = remindedAt;
      if (first && second) expect(second.getTime() - first.getTime()).toBeGreaterThan(23 * 3_600_000);
    }),
  );
  const timetable = proposedTimetable("2026-01-05");
  const now = new Date(startOfDay(timetable.pollOpensOn).getTime() + 5 * 86_400_000);
  expect(whyNoReminder({ state: "poll-open", timetable, votesOnline: true, remindedAt: [] }, now)).toBeNull();
  expect(whyNoReminder({ state: "poll-open", timetable, votesOnline: false, remindedAt: [] }, now)).toBe("no-online");
  expect(whyNoReminder({ state: "poll-open", timetable, votesOnline: true, remindedAt: [now] }, now)).toBe("too-soon");
});

test("a file is read by its headings in any order and language; every line that cannot be taken is told with its number", () => {
  const rows = [["Iaith", "Enw", "E-bost"], ["Cymraeg", "Siân Rees", "SIAN@example.org"], ["", "", "x@example.org"], ["Klingon", "Worf", ""], ["", "Bob", "bob@"], ["cymraeg", "siân rees", "sian@example.org"]].map((cells, index) => ({ line: index + 1, cells }));
  const read = readRollFile(rows, {})!;
  expect(read.heads[0]).toEqual({ name: "Siân Rees", delegate: "", email: "sian@example.org", post: null, language: "cy" });
  expect(read.problems.map(({ line, code, of }) => [line, code, of])).toEqual([
    [3, "name-missing", undefined],
    [4, "language", undefined],
    [5, "email", undefined],
    [6, "again", 2],
  ]);
  expect(readRollFile([{ line: 1, cells: ["a", "b"] }], {})).toBeNull();
});

test("an entry needs a name, of organisations somebody who votes, and a reason where it is entered by hand", () => {
  const codes = (entries: Record<string, string>, electorate: "people" | "organisations", reason = false) => {
    const read = readVoter(entries, electorate, { reason });
    return read.ok ? [] : read.problem.map(({ field, code }) => `${field} ${code}`);
  };
  expect(codes({}, "organisations", true)).toEqual(["name name-missing", "delegate delegate-missing", "reason reason-missing"]);
  expect(codes({ name: "Mair", email: "mair@" }, "people")).toEqual(["email email"]);
  expect(codes({ name: "Mair", post: "1 High St" }, "people")).toEqual([]);
});

test("what became of a letter is told by its times", () => {
  const letter = { way: "email", sentAt: null, failedAt: null, returnedAt: null, nextAttemptAt: null };
  const at = new Date();
  expect(deliveryOf({ ...letter, nextAttemptAt: at })).toBe("waiting");
  expect(deliveryOf({ ...letter, way: "post", nextAttemptAt: at })).toBe("to-print");
  expect(deliveryOf({ ...letter, sentAt: at })).toBe("sent");
  expect(deliveryOf({ ...letter, way: "post", sentAt: at })).toBe("posted");
  expect(deliveryOf({ ...letter, failedAt: at })).toBe("failed");
  expect(deliveryOf({ ...letter, sentAt: at, returnedAt: at })).toBe("returned");
  expect(deliveryOf(letter)).toBe("stopped");
});

test("below ten voters they are told that the figures of a result may show how somebody voted", () => {
  expect([0, 1, 9, 10, 11].map(isFew)).toEqual([false, true, true, false, false]);
});
