// Editors write what a consultation says of itself, two at a time, until it is published.
import { beforeAll, expect, test } from "vitest";
import { pointsPath, textsPath } from "#app/consultations/office-paths.ts";
import { keyOfPoint } from "#app/consultations/points.ts";
import { findConsultationForOfficer } from "#app/consultations/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildConsultation, buildPerson, signInCookie } from "#tests/support/factories.ts";
import { locationOf } from "#tests/support/requests.ts";

let application: Application;
beforeAll(async () => {
  application = await openApplication();
});

async function begin(wanted: Parameters<typeof buildConsultation>[0] = { publishedAt: null }) {
  const consultation = await buildConsultation(wanted);
  const { partnership } = consultation;
  const editor = new Visitor(application, {}, [await signInCookie(await buildPerson({ role: "editor", partnership }))]);
  const typedIn = (html: string) =>
    Object.fromEntries([...html.matchAll(/<input type="hidden" name="(was\.[^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));
  return {
    ...{ consultation, editor, about: textsPath(partnership, consultation, "about") },
    opened: async () => typedIn(await (await editor.open(textsPath(partnership, consultation, "about"))).text()),
    now: () => findConsultationForOfficer(db(), partnership.id, consultation.id),
    audit: () => db().auditEntry.findMany({ where: { subjectId: consultation.id }, orderBy: { id: "asc" } }),
  };
}

const asOpened = (before: Record<string, string>) => Object.fromEntries(Object.entries(before).map(([name, value]) => [name.slice(4), value]));

test("two editors who open the same page at once lose nothing: each one's own changes are kept", async () => {
  const { editor, about, opened, now, audit } = await begin();
  const before = await opened();
  await editor.post(about, { ...before, ...asOpened(before), "title-en": "Buses" });
  const answer = await editor.post(about, { ...before, ...asOpened(before), "title-cy": "Bysiau" });
  expect(locationOf(answer)).toMatch(/texts\?saved=about#about$/);
  expect((await now()).title).toMatchObject({ en: "Buses", cy: "Bysiau" });
  expect((await audit()).map(({ action, facts }) => [action, facts])).toEqual([
    ["consultation.change-texts", { changed: "title-en" }],
    ["consultation.change-texts", { changed: "title-cy" }],
  ]);
});

test("the same text changed by both comes back with both, nothing saved, until one is made of the two", async () => {
  const { editor, about, opened, now } = await begin();
  const before = await opened();
  await editor.post(about, { ...before, ...asOpened(before), "title-en": "Buses by day" });
  const answer = await editor.post(about, { ...before, ...asOpened(before), "title-en": "Buses by night", "summary-en": "Mine" });
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain('value="Buses by night"');
  expect(html).toMatch(/lang="en" dir="ltr">Buses by day</);
  expect((await now()).title.en).toBe("Buses by day");
  const again = Object.fromEntries([...html.matchAll(/<input type="hidden" name="(was\.[^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));
  await editor.post(about, { ...again, ...asOpened(again), "title-en": "Buses by day and night", "summary-en": "Mine" });
  expect(await now()).toMatchObject({ title: { en: "Buses by day and night" }, summary: { en: "Mine" } });
});

test("what was typed before it was published is refused and shown, not lost", async () => {
  const { consultation, editor, about, now, audit } = await begin({});
  const answer = await editor.post(about, { "title-en": "Another title" });
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('value="Another title"')]);
  expect((await now()).title).toEqual(consultation.title);
  expect(await audit()).toEqual([]);
});

test("points are added, moved, reworded and removed one at a time, by what they say", async () => {
  const { consultation, editor, now } = await begin();
  const path = pointsPath(consultation.partnership, consultation, "open");
  for (const point of ["Routes", "Fares"]) await editor.post(path, { deed: "add", "point-en": point });
  const [routes, fares] = [{ en: "Routes" }, { en: "Fares" }];
  expect(locationOf(await editor.post(path, { deed: "up", was: keyOfPoint(fares) }))).toMatch(/\?moved#point-1$/);
  await editor.post(path, { deed: "change", was: keyOfPoint(routes), "point-en": "Routes", "point-cy": "Llwybrau" });
  expect((await now()).openToChange).toEqual([fares, { en: "Routes", cy: "Llwybrau" }]);
  const late = await editor.post(path, { deed: "change", was: keyOfPoint(routes), "point-en": "Ways" });
  expect([late.status, await late.text()]).toEqual([422, expect.stringContaining(">Ways</textarea>")]);
  expect(locationOf(await editor.post(path, { deed: "remove", was: keyOfPoint(routes) }))).toMatch(/\?gone$/);
  expect(await (await editor.open(`${path}?${new URLSearchParams({ remove: keyOfPoint(fares) })}`)).text()).toContain("“Fares” goes from the list");
  await editor.post(path, { deed: "remove", was: keyOfPoint(fares) });
  expect((await now()).openToChange).toEqual([{ en: "Routes", cy: "Llwybrau" }]);
});
