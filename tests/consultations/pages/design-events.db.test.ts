// Editors say where people can meet about a consultation; once it is public, people are told of every change.
import { beforeAll, expect, test } from "vitest";
import { listChanges } from "#app/consultations/changes.store.server.ts";
import { listEvents } from "#app/consultations/events.store.server.ts";
import { attendancePath, designEventsPath, textsPath } from "#app/consultations/office-paths.ts";
import { consultationPath, eventCalendarPath } from "#app/consultations/paths.ts";
import { db } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildConsultation, buildPerson, signInCookie } from "#tests/support/factories.ts";
import { locationOf } from "#tests/support/requests.ts";

let application: Application;
beforeAll(async () => {
  application = await openApplication();
});

const now = new Date("2026-03-01T10:00:00Z");
const dates = { opensAt: new Date("2026-02-20T10:00:00Z"), closesAt: new Date("2026-04-20T10:00:00Z") };
const fields = {
  ...{ "title-en": "Talk to us", kind: "drop-in", "on-day": "3", "on-month": "3", "on-year": "2026", starts: "18:00", ends: "20:00" },
  ...{ "venue-en": "Town hall", access: "step-free" },
};

async function begin(wanted: Parameters<typeof buildConsultation>[0] = dates) {
  const consultation = await buildConsultation(wanted);
  const { partnership } = consultation;
  const person = await buildPerson({ role: "editor", partnership });
  const all = designEventsPath(partnership, consultation);
  const at = async (moment: Date) => new Visitor(application, { now: moment }, [await signInCookie(person, moment)]);
  return {
    ...{ consultation, partnership, all, at, editor: await at(now) },
    events: () => listEvents(db(), consultation),
    changes: async () => (await listChanges(db(), consultation)).map(({ kind }) => kind),
    seen: async (moment = now) => (await new Visitor(application, { now: moment }).open(consultationPath(partnership, consultation))).text(),
  };
}

test("an event added while people answer is on the page and in their calendars, and so is its cancelling", async () => {
  const { consultation, partnership, editor, all, events, changes, seen } = await begin();
  const pressed = await Promise.all([1, 2].map(() => editor.post(`${all}/new`, fields)));
  expect(pressed.map(locationOf)).toEqual([expect.stringMatching(/events\?saved$/), expect.stringMatching(/events\?saved$/)]);
  const [event, ...more] = await events();
  expect(more, "pressed twice, it is one event").toEqual([]);
  const calendar = eventCalendarPath(partnership, consultation, event!.id);
  expect(await seen()).toMatch(/Talk to us.*Drop-in: come at any time.*3 March 2026 at 18:00 to 20:00.*Town hall.*No steps.*calendar\.ics/s);
  expect(await (await new Visitor(application).open(calendar)).text()).toContain("DTSTART:20260303T180000Z");
  await editor.post(all, { "take-away": event!.id });
  expect(await seen()).toMatch(/Talk to us.*Cancelled/s);
  expect(await (await new Visitor(application).open(calendar)).text()).toContain("STATUS:CANCELLED");
  expect((await changes()).sort()).toEqual(["event-added", "event-cancelled"]);
});

test("what two officers change of an event at once is kept, or comes back with both", async () => {
  const { editor, all, events } = await begin();
  await editor.post(`${all}/new`, fields);
  const { id } = (await events())[0]!;
  const was = Object.fromEntries(Object.entries(fields).map(([name, value]) => [`was.${name}`, value]));
  await editor.post(`${all}/${id}`, { ...was, ...fields, "venue-en": "Library" });
  await editor.post(`${all}/${id}`, { ...was, ...fields, ends: "21:00" });
  expect((await events())[0]).toMatchObject({ venue: { en: "Library" }, endsAt: new Date("2026-03-03T21:00:00Z") });
  const answer = await editor.post(`${all}/${id}`, { ...was, ...fields, "venue-en": "School" });
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringMatching(/changed this to “Library”.*value="School"/s)]);
});

test("how many came is entered once it has begun, and told on the page when it is over", async () => {
  const { consultation, partnership, editor, at, all, events, seen } = await begin();
  await editor.post(`${all}/new`, fields);
  const path = attendancePath(partnership, consultation, (await events())[0]!.id);
  expect((await editor.open(path)).status).toBe(404);
  const after = await at(new Date("2026-05-04T10:00:00Z"));
  expect((await after.post(path, { attended: "a few" })).status).toBe(422);
  await after.post(path, { attended: "41", heardBy: "poster" });
  expect((await events())[0]).toMatchObject({ attended: 41, heardBy: ["poster"] });
  expect(await seen(new Date("2026-03-04T10:00:00Z"))).toMatch(/1 event that has been.*41 people came/s);
});

test("whom to ask is changed while people answer, with its date, when nothing else can be", async () => {
  const { consultation, partnership, editor, changes, seen } = await begin();
  const contact = textsPath(partnership, consultation, "contact");
  await editor.post(contact, { "contactName-en": "The strategy team", contactTelephone: "01632 960100" });
  expect(await seen()).toMatch(/Questions about this consultation.*The strategy team.*01632 960100/s);
  expect(await changes()).toEqual(["contact-changed"]);
  expect((await editor.post(textsPath(partnership, consultation, "ways"), { telephone: "01632 960100" })).status).toBe(422);
});
