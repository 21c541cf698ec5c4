// An election is planned by forms: what it is about, its reserved places, its dates; and what is missing for its notice.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { argueWith, changedDays, datesAsTyped, passedDays, readDates, seenOf } from "#app/elections/dates-form.ts";
import { canBeFilled } from "#app/counting/constraints.ts";
import { beginningHead, readBeginning } from "#app/elections/election-form.ts";
import { electionStates, headOf, methods, usualHead, type ElectionState, type Reserve } from "#app/elections/election.ts";
import { headAsTyped, readHead } from "#app/elections/head-form.ts";
import { nextOf } from "#app/elections/next.ts";
import { readOfficers } from "#app/elections/officers-form.ts";
import { openFirst } from "#app/elections/order.ts";
import { missingForNotice, untranslated } from "#app/elections/ready.ts";
import { areTooMany, asksTooMuch, placesOutside } from "#app/elections/reserves.ts";
import { readReserves, reservesAsTyped, shownOf } from "#app/elections/reserve-form.ts";
import { officeRooms, officeRoomsOf, publicRooms, publicRoomsOf } from "#app/elections/rooms.ts";
import { proposedTimetable, timetableDays } from "#app/elections/timetable.ts";
import { addDays } from "#app/shared/dates.ts";

const head = beginningHead({ en: "Six members" }, "2026-03-03");
const timetable = proposedTimetable("2026-03-03");
const at = (day: string, time = "10:00") => new Date(`${day}T${time}:00Z`);
let ids = 0;
const newId = () => `id${++ids}`;

describe("what an election is about", () => {
  it("reads back as it was typed", () => {
    const { reserves: _, ...typed } = { ...head, seats: 6, mostRanks: 4, turnoutLeast: 20, rules: "ers97" as const, role: { en: "Speak", cy: "Siarad" } };
    const read = readHead(headAsTyped(typed), { lines: [], chairs: [], parts: [] });
    expect(read).toEqual({ ok: true, value: typed });
  });

  it("begins with a network and a title, and says which is missing", () => {
    expect(readBeginning({ network: "other" }, ["ours"])).toMatchObject({ ok: false, problem: [{ field: "network" }, { field: "title-en" }] });
    expect(readBeginning({ network: "ours", "title-cy": " Chwe  aelod " }, ["ours"])).toEqual({ ok: true, value: { network: "ours", title: { cy: "Chwe aelod" } } });
  });

  it.each([
    [{ seats: "0" }, "seats"],
    [{ seats: "2.5" }, "seats"],
    [{ rules: "sortition" }, "rules"],
    [{ "termStartsOn-day": "31", "termStartsOn-month": "2" }, "termStartsOn-day"],
    [{ turnoutLeast: "101" }, "turnoutLeast"],
    [{ supporters: "3" }, "supporters"],
  ])("is refused with %o", (wrong, field) => {
    expect(readHead({ ...headAsTyped(head), ...wrong }, { lines: [], chairs: [], parts: [] })).toMatchObject({ ok: false, problem: [{ field }] });
  });

  it("lets residents put themselves on the roll of a place, not of an interest", () => {
    const parts = [{ id: "villages", kind: "geography" as const }, { id: "young", kind: "interest" as const }];
    const read = (constituencyId: string, registering: string) => readHead({ ...headAsTyped(head), electorate: "people", registering, constituencyId }, { lines: [], chairs: [], parts });
    expect(read("villages", "residents")).toMatchObject({ ok: true, value: { constituencyId: "villages" } });
    expect(read("young", "officers")).toMatchObject({ ok: true, value: { constituencyId: "young" } });
    expect(read("young", "residents")).toMatchObject({ ok: false, problem: [{ field: "constituencyId", code: "registering-interest" }] });
  });

  it("is told apart from all else that is known of an election", () => {
    const known = { ...head, id: "x", steps: [] };
    expect(headOf(known)).toEqual(head);
  });
});

describe("reserved places", () => {
  const women: Reserve = { id: "sex", name: { en: "Sex" }, justification: { en: "Few so far" }, groups: [{ id: "w", name: { en: "Women" }, least: 2, most: 4 }, { id: "m", name: { en: "Men" }, least: 1, most: null }] };

  it("read back as they were typed, ids and all", () => {
    expect(readReserves(reservesAsTyped([women]), 6, newId)).toEqual({ ok: true, value: [women] });
  });

  it("show room for one more category and one more group", () => {
    expect(shownOf(reservesAsTyped([]))).toEqual([2]);
    expect(shownOf(reservesAsTyped([women]))).toEqual([3, 2]);
  });

  it("are taken away by leaving them blank", () => {
    const typed = Object.fromEntries(Object.entries(reservesAsTyped([women])).map(([input, value]) => [input, input.endsWith("-id") ? value : ""]));
    expect(readReserves(typed, 6, newId)).toEqual({ ok: true, value: [] });
  });

  it.each([
    ["the least is over the most", { "c1g1-least": "5" }, "c1g1-least", "least-over-most"],
    ["the leasts ask for more places than there are", { "c1g1-least": "4", "c1g2-least": "3" }, "c1g1-least", "leasts-over-seats"],
    ["nothing says why", { "c1-justification-en": "" }, "c1-justification-en", "justification"],
    ["a group has numbers and no name", { "c1g2-name-en": "" }, "c1g2-name-en", "group-name"],
    ["a number is none", { "c1g1-least": "two" }, "c1g1-least", "reserve-number"],
    ["no group is limited", { "c1g1-least": "", "c1g1-most": "", "c1g2-least": "" }, "c1g1-least", "no-group"],
  ])("are refused where %s", (_, wrong, field, code) => {
    const read = readReserves({ ...reservesAsTyped([women]), ...wrong }, 6, newId);
    expect(read.ok ? [] : read.problem).toContainEqual(expect.objectContaining({ field, code }));
  });

  it("ask for too much exactly where nobody who could stand would make it possible; the groups need not be able to fill all places", () => {
    const bounds = fc.tuple(fc.nat(3), fc.option(fc.nat(3))).map(([least, more]) => ({ least, most: more === null ? null : least + more }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.array(bounds, { minLength: 1, maxLength: 3 }), (seats, groups) => {
        const members = (group: number) => Array.from({ length: seats }, (_, index) => group * seats + index + 1);
        const inGroups = groups.map(({ least, most }, group) => ({ name: `${group}`, min: least, max: most ?? seats, members: members(group) }));
        const canWith = (others: number) =>
          canBeFilled({ candidates: groups.length * seats + others, seats, categories: [{ name: "all", groups: inGroups }], elected: [], excluded: [] });
        expect(canWith(seats)).toBe(!asksTooMuch({ groups }, seats));
        const outside = placesOutside({ groups }, seats);
        if (!asksTooMuch({ groups }, seats)) expect([canWith(outside), outside > 0 && canWith(outside - 1)]).toEqual([true, false]);
      }),
    );
  });

  it("are too many only where places could stay empty in very many ways", () => {
    const kept = (...numbers: number[]) => numbers.map((many) => ({ groups: Array.from({ length: 6 }, (_, index) => ({ least: index < many ? 1 : 0, most: 3 })) }));
    for (const some of [kept(), kept(6), kept(6, 6), kept(3, 3, 3), kept(2, 2, 2, 2), kept(6, 0, 6, 0)]) expect(areTooMany(some)).toBe(false);
    for (const many of [kept(4, 4, 4), kept(3, 2, 2, 3), kept(6, 6, 1)]) expect(areTooMany(many)).toBe(true);
    const typed = reservesAsTyped([6, 6, 6].map((many, at) => ({ ...women, id: `c${at}`, groups: Array.from({ length: many }, (_, index) => ({ id: `g${index}`, name: { en: `${index}` }, least: 1, most: null })) })));
    expect(readReserves(typed, 6, newId)).toEqual({ ok: false, problem: [{ field: "c1g1-least", code: "too-many-groups", most: 6 }] });
  });
});

describe("dates", () => {
  it("read back as they were typed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (days) => {
        const some = proposedTimetable(addDays("2026-01-01", days));
        expect(readDates(datesAsTyped(some), null, at("2026-01-01"))).toEqual({ ok: true, value: some });
        expect(argueWith(some, false, at("2026-01-01")).errors).toEqual([]);
      }),
    );
  });

  it("that have passed stand after the notice, whatever was typed", () => {
    const now = at("2026-03-20");
    expect(passedDays(timetable, now)).toEqual(["noticeOn", "qualifyingOn", "nominationsOpenOn"]);
    const typed = datesAsTyped({ ...timetable, noticeOn: "2026-05-05", pollClosesOn: "2026-04-30" });
    const read = readDates(typed, timetable, now);
    expect(read).toMatchObject({ ok: true, value: { noticeOn: "2026-03-03", pollClosesOn: "2026-04-30" } });
    expect(read.ok && changedDays(timetable, read.value)).toEqual(["pollClosesOn"]);
  });

  it("never move what is to come to a day that has passed, for any day and instant", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: -30, max: 90 }), fc.constantFrom(...timetableDays), (after, moved, day) => {
        const now = at(addDays("2026-03-03", after), "13:00");
        const wanted = { ...timetable, [day]: addDays("2026-03-03", moved) };
        const read = readDates(datesAsTyped(wanted), timetable, now);
        if (read.ok) for (const one of changedDays(timetable, read.value)) expect(read.value[one] >= now.toISOString().slice(0, 10)).toBe(true);
        if (read.ok) for (const one of passedDays(timetable, now)) expect(read.value[one]).toBe(timetable[one]);
      }),
    );
  });

  it("do not close a poll that is open by an hour that has gone by", () => {
    const open = at(timetable.pollOpensOn, "12:00");
    expect(readDates(datesAsTyped({ ...timetable, pollClosesOn: timetable.pollOpensOn, pollClosesTime: "09:00" }), timetable, open)).toMatchObject({ ok: false, problem: [{ field: "pollClosesOn-day", code: "date-past" }] });
  });

  it("are doubted, and what was seen is not what is doubted after another change", () => {
    const short = { ...timetable, pollClosesOn: addDays(timetable.pollOpensOn, 2), countOn: addDays(timetable.pollOpensOn, 3) };
    const { errors, doubts } = argueWith(short, false, at("2026-03-03"));
    expect(errors).toEqual([]);
    expect(doubts.map(({ code }) => code)).toContain("poll-short");
    const shorter = { ...short, pollClosesOn: addDays(timetable.pollOpensOn, 1) };
    expect(seenOf(shorter, argueWith(shorter, false, at("2026-03-03")).doubts)).not.toBe(seenOf(short, doubts));
  });
});

describe("officers", () => {
  const people = [
    { id: "helen", name: "Helen", email: "helen@x.example", organisationIds: ["carers"] },
    { id: "tariq", name: "Tariq", email: "tariq@x.example", organisationIds: [] },
  ];
  it("are refused where they stand, support or watch over themselves", () => {
    const read = (entries: Record<string, string>, nominations: Parameters<typeof readOfficers>[2] = []) => {
      const found = readOfficers(entries, people, nominations);
      return found.ok ? found.value : found.problem.map(({ code }) => code);
    };
    expect(read({ returning: "helen", scrutineers: "tariq" })).toEqual({ returningOfficerId: "helen", scrutineerIds: ["tariq"] });
    expect(read({ returning: "helen", scrutineers: "helen tariq" })).toEqual(["returning-scrutineer"]);
    expect(read({ returning: "helen" }, [{ email: "o@x.example", organisationId: "carers", supporterIds: [] }])).toEqual(["returning-organisation-of-candidate"]);
    expect(read({ returning: "helen" }, [{ email: "o@x.example", organisationId: null, supporterIds: ["carers"] }])).toEqual(["returning-organisation-of-supporter"]);
    expect(read({ scrutineers: "tariq" }, [{ email: "tariq@x.example", organisationId: null, supporterIds: [] }])).toEqual(["scrutineer-stands"]);
    expect(read({ returning: "stranger", scrutineers: "stranger" })).toEqual({ returningOfficerId: null, scrutineerIds: [] });
  });
});

describe("the notice", () => {
  const whole = { ...usualHead, title: { en: "Six" }, role: { en: "Speak" }, seats: 6, timetable, returningOfficerId: "helen", scrutineerIds: ["tariq"], vacantBefore: 0 };
  const codes = (wanted: Partial<typeof whole>, day = "2026-03-03") => missingForNotice({ ...whole, ...wanted }, at(day)).map(({ code }) => code);

  it("can be published on its day when nothing is missing, and on no other", () => {
    expect(codes({})).toEqual([]);
    expect(codes({}, "2026-03-02")).toEqual(["not-today"]);
    expect(codes({}, "2026-03-04")).toEqual(["dates-wrong"]);
  });

  it("says all that is missing", () => {
    expect(missingForNotice({ ...whole, role: {}, timetable: null, returningOfficerId: null, scrutineerIds: [] }, at("2026-03-03")).map(({ code }) => code)).toEqual(["role", "no-dates", "returning", "scrutineer"]);
    expect(codes({ vacantBefore: 1 })).toEqual(["first-stage"]);
    expect(codes({ title: { en: "Six", cy: "Chwech" } as never })).toEqual(["role-language"]);
    const group = { id: "w", name: { en: "Women" }, least: 7, most: null };
    expect(codes({ reserves: [{ id: "s", name: { en: "Sex" }, justification: { en: "x" }, groups: [group] }] })).toEqual(["reserves"]);
    expect(untranslated({ title: { en: "Six" }, role: { en: "Speak", ur: "بات" } })).toEqual(["cy"]);
  });
});

describe("who comes where", () => {
  it("names every room once", () => {
    for (const rooms of [officeRooms, publicRooms]) expect(new Set(rooms.map(({ name }) => name)).size).toBe(rooms.length);
  });

  it("keeps what was published from being changed, and leaves abandoning it to the returning officer", () => {
    const parts = (state: ElectionState, held: Parameters<typeof officeRoomsOf>[1]) => officeRoomsOf({ state, steps: [] }, held).map(({ part }) => part);
    expect(parts("planned", ["keeper"])).toEqual(expect.arrayContaining(["details", "reserves", "dates", "officers", "notice", "abandon"]));
    expect(parts("nominations-open", ["keeper"])).not.toContain("details");
    expect(parts("nominations-open", ["keeper"])).not.toContain("abandon");
    expect(parts("nominations-open", ["returning-officer"])).toContain("abandon");
    for (const part of ["details", "reserves", "dates", "officers", "notice", "abandon"]) expect(parts("planned", ["scrutineer"])).not.toContain(part);
  });

  it("has no room for papers where votes are cast online alone", () => {
    const has = (method: (typeof methods)[number], state: ElectionState) => officeRoomsOf({ state, steps: [], method }, ["keeper"]).some(({ part }) => part === "papers");
    for (const state of ["poll-open", "poll-closed"] as const) expect(methods.filter((method) => has(method, state))).toEqual(methods.filter((method) => method !== "online"));
  });

  it("shows the rules to everybody from the notice on, and says in every state whose turn it is", () => {
    for (const state of electionStates) {
      expect(publicRoomsOf({ state, steps: [], isRegistering: false }).some(({ name }) => name === "rules")).toBe(state !== "planned");
      expect(nextOf(state).turn).toBeTruthy();
    }
  });

  it("lists a poll before nominations and these before the rest, which stay as they were", () => {
    const listed = openFirst((["declared", "nominations-open", "planned", "poll-open"] as const).map((state) => ({ state })));
    expect(listed.map(({ state }) => state)).toEqual(["poll-open", "nominations-open", "declared", "planned"]);
  });
});
