// Officers try the working copy out, from the first page to the last, and the database and the files are as they were.
import { beforeAll, expect, test } from "vitest";
import { trialPath } from "#app/consultations/office-paths.ts";
import { countStore } from "#app/files/disk.server.ts";
import { db } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildConsultation, buildDefinition, buildPerson, signInCookie } from "#tests/support/factories.ts";
import { buildPicture } from "#tests/support/files.ts";

let application: Application;
beforeAll(async () => {
  application = await openApplication();
});

const definition = buildDefinition([
  {
    ...{ id: "first", heading: { en: "First of all" }, layout: "one-page" },
    questions: [
      { id: "here", type: "yes-no-unsure", required: true, label: { en: "Do you live here?" } },
      { id: "called", type: "name", label: { en: "Who are you?" } },
      { id: "picture", type: "file", kinds: ["image"], maxBytes: 1_000_000, label: { en: "A picture" } },
    ],
  },
  {
    ...{ id: "more", heading: { en: "For those who live here" }, layout: "one-page", showWhen: { question: "here", is: "yes" } },
    questions: [{ id: "words", type: "long-text", label: { en: "Anything?" } }],
  },
]);

/** How many rows every table holds. */
async function countRows(): Promise<Record<string, number>> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`;
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await db().$queryRawUnsafe<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${name}`);
    counts[name] = row!.count;
  }
  return counts;
}

const unescaped = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
const carriedIn = (html: string) =>
  Object.fromEntries([...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"\/>/gs)].map(([, name, value]) => [name!, unescaped(value!)]));

test("a whole test run, a file and an error on the way, leaves nothing behind anywhere", async () => {
  const consultation = await buildConsultation({ definition, publishedAt: null });
  const path = trialPath(consultation.partnership, consultation);
  const officer = new Visitor(application, {}, [await signInCookie(await buildPerson({ role: "approver", partnership: consultation.partnership }))]);
  let html = await (await officer.open(path)).text();
  const [rows, files] = [await countRows(), await countStore()];
  const press = async (typed: Record<string, string | File>) => {
    const answer = await officer.post(path, { ...carriedIn(html), ...typed });
    html = await answer.text();
    return answer.status;
  };

  expect(await press({})).toBe(200);
  expect(html).toContain("Nothing that you type here is kept.");
  expect(await press({ called: "Siân <Davies>" })).toBe(422);
  expect(html).toContain("Select your answer to “Do you live here?”");
  expect(html).toContain('value="Siân &lt;Davies&gt;"');
  expect(await press({ here: "yes", called: "Siân <Davies>", picture: new File([new Uint8Array(await buildPicture("png"))], "me.png", { type: "image/png" }) })).toBe(200);
  expect(html).toContain("For those who live here");
  await press({ words: "One\n“two” & three" });
  await press({ as: "individual", name: "Siân" });
  await press({ publish: "unnamed" });
  expect(html).toContain("Check your answers");
  expect(html).toContain('value="questions/first?from=check"');
  expect(await press({ _go: "stored" })).toBe(200);
  expect(html).toContain("Do you want to answer the equality questions?");
  const equality = [{ "age-band": "u16" }, { sex: "female" }, { "ethnic-group": "other" }, { "ethnic-other": "arab" }, { religion: "none" }, { condition: "no" }];
  for (const typed of [{ answer: "yes" }, ...equality]) expect(await press(typed as Record<string, string>)).toBe(200);
  expect(html).toContain("What would have been stored");
  expect(html).toContain("4 of the 4 questions asked were answered.");
  expect(html).toContain("“two” &amp; three");

  expect(await countRows()).toEqual(rows);
  expect(await countStore()).toBe(files);
});

test("an analyst of another partnership may not try it", async () => {
  const consultation = await buildConsultation({ definition, publishedAt: null });
  const stranger = new Visitor(application, {}, [await signInCookie(await buildPerson({ role: "analyst" }))]);
  expect((await stranger.open(trialPath(consultation.partnership, consultation))).status).toBe(403);
  expect((await stranger.post(trialPath(consultation.partnership, consultation), { _at: "check" })).status).toBe(403);
});
