// A consultation taken in from an uploaded file: listed first, saved only when asked.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { importPath } from "#app/consultations/office-paths.ts";
import { formJsonPath } from "#app/design/paths.ts";
import { findWorkingCopy } from "#app/design/edits.store.server.ts";
import { findConsultationForOfficer } from "#app/consultations/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { openApplication, Visitor } from "#tests/support/application.ts";
import { buildConsultation, buildPerson, signInCookie } from "#tests/support/factories.ts";
import { locationOf } from "#tests/support/requests.ts";

const unescaped = (html: string) => html.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&");

async function start() {
  const consultation = await buildConsultation({ publishedAt: null, opensAt: new Date(Date.now() + 86_400_000 * 3), closesAt: new Date("2099-07-31T23:00:00Z") });
  const { partnership } = consultation;
  const visitor = new Visitor(await openApplication(), {}, [await signInCookie(await buildPerson({ role: "editor", partnership }))]);
  const upload = (text: string, name = "form.json") => visitor.post(importPath(partnership), { file: new File([text], name) });
  const save = async (page: string) => {
    const [, kept = "", program = ""] = /name="kept" value="([^"]*)"[^>]*\/>\s*<input type="hidden" name="program" value="([^"]*)"/.exec(page) ?? [];
    return visitor.post(importPath(partnership), { kept: unescaped(kept), program, do: "save" });
  };
  return { consultation, visitor, upload, save };
}

test("what is downloaded here is taken in again whole, and nothing before it is asked for", async () => {
  const { consultation, visitor, upload, save } = await start();
  const { partnership } = consultation;
  const json = await (await visitor.open(formJsonPath(partnership, consultation))).text();
  const page = await (await upload(json)).text();
  expect(page).toContain("Everything in it is carried over.");
  expect(await db().consultation.count({ where: { partnershipId: partnership.id } })).toBe(1);
  const saved = await save(page);
  const id = locationOf(saved)!.split("/").at(-1)!;
  const taken = await findConsultationForOfficer(db(), partnership.id, id);
  expect([taken.title, taken.closesAt]).toEqual([consultation.title, consultation.closesAt]);
  expect((await findWorkingCopy(db(), taken))!.definition).toEqual((await findWorkingCopy(db(), consultation))!.definition);
});

test("what another program's form loses is listed, and the rest is saved only then", async () => {
  const { consultation, upload, save } = await start();
  const file = { engine: "V2", name: "Parks", pages: [{ path: "/a", title: "Parks", components: [{ type: "TextField", name: "park", title: "Which park?", options: {}, schema: {} }, { type: "Details", name: "more", title: "More", content: "<img src=x>", options: {} }], next: [] }], lists: [], conditions: [], sections: [] };
  const page = await (await upload(JSON.stringify(file))).text();
  expect(page).toContain("not carried over, or not whole");
  expect((await save(page)).status).toBe(302);
  expect(await db().consultation.count({ where: { partnershipId: consultation.partnershipId } })).toBe(2);
});

test("no file, a broken one and a hostile one are each refused in words", async () => {
  const { visitor, upload, consultation } = await start();
  const none = await visitor.post(importPath(consultation.partnership), {});
  expect(none.status).toBe(422);
  expect(await none.text()).toContain("Choose a file");
  for (const text of ["{", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", readFileSync("package.json", "utf8"), "[".repeat(100_000)]) {
    expect((await upload(text)).status).toBe(422);
  }
});
