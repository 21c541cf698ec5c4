// Editors say when a question is shown, read back what they said, and are warned before nobody sees it.
import { beforeAll, expect, test } from "vitest";
import { findNewestDefinition } from "#app/consultations/store.server.ts";
import { formPath } from "#app/consultations/office-paths.ts";
import { conditionPath } from "#app/design/paths.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { db } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildConsultation, buildPerson, signInCookie } from "#tests/support/factories.ts";
import { locationOf } from "#tests/support/requests.ts";

let application: Application;
beforeAll(async () => {
  application = await openApplication();
});

async function begin() {
  const consultation = await buildConsultation({ publishedAt: null });
  const { partnership } = consultation;
  const editor = new Visitor(application, {}, [await signInCookie(await buildPerson({ role: "editor", partnership }))]);
  const path = conditionPath(partnership, consultation, "agree");
  return {
    ...{ editor, path, overview: formPath(partnership, consultation) },
    press: async (fields: Record<string, string | string[]>) => {
      const answer = await editor.post(path, { stood: "null", "node-0": "group", "how-0": "all", ...fields });
      return { status: answer.status, to: locationOf(answer), html: await answer.text() };
    },
    stored: async () => questionsOf(await findNewestDefinition(db(), consultation.formId)).find(({ id }) => id === "agree")?.showWhen,
  };
}
const busIs = (...values: string[]) => ({ "node-0-0": "leaf bus", "how-0-0": "is", "values-0-0": values });

test("a condition is begun, read back, saved, and told in the overview", async () => {
  const { editor, overview, path, press, stored } = await begin();
  expect(await (await editor.open(path)).text()).toContain("Shown to everybody.");
  expect((await press({ do: "add 0", "about-0": "bus" })).html).toContain('name="values-0-0"');
  const missing = await press({ do: "save", ...busIs() });
  expect([missing.status, missing.html]).toEqual([422, expect.stringContaining("Select at least one answer to “2. How often do you take the bus?”")]);
  const read = await press({ do: "read", ...busIs("often") });
  expect(read.html).toContain("Shown when “2. How often do you take the bus?” was answered “Often”.");
  expect(await stored()).toBeUndefined();
  expect((await press({ do: "save", ...busIs("often") })).to).toBe(`${overview}?edit=1`);
  expect(await stored()).toEqual({ question: "bus", is: "often" });
  expect(await (await editor.open(overview)).text()).toContain("was answered “Often”.");
  expect((await press({ do: "clear", stood: JSON.stringify({ question: "bus", is: "often" }) })).to).toBe(`${overview}?edit=2`);
  expect(await stored()).toBeUndefined();
});

test("what would be amiss is told before it is saved, and saved all the same where that is meant", async () => {
  const { press, stored, editor, overview } = await begin();
  const never = { ...busIs("often"), "node-0-1": "leaf bus", "how-0-1": "is", "values-0-1": "never" };
  const warned = await press({ do: "save", ...never });
  expect(warned.html).toContain("Nobody will be shown this, because no answers can meet its condition.");
  expect(await stored()).toBeUndefined();
  expect((await press({ do: "save-warned", ...never })).to).toContain("?edit=1");
  expect(await (await editor.open(overview)).text()).toContain("Nobody will be shown this");
});

test("two who change it at once do not overwrite each other unseen", async () => {
  const { press, stored } = await begin();
  await press({ do: "save", ...busIs("often") });
  const late = await press({ do: "save", ...busIs("never") });
  expect([late.status, late.html]).toEqual([409, expect.stringContaining("Somebody else has changed it since you opened it.")]);
  expect(await stored()).toEqual({ question: "bus", is: "often" });
  const stood = JSON.stringify({ question: "bus", is: "often" });
  expect((await press({ do: "save", ...busIs("never"), stood })).to).toContain("?edit=2");
  expect(await stored()).toEqual({ question: "bus", is: "never" });
});
