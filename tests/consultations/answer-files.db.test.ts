import { beforeEach, expect, test } from "vitest";
import { deleteExpiredDrafts } from "#app/consultations/drafts.store.server.ts";
import type { FormDefinition } from "#app/forms/definition.ts";
import { answerErrorCodes } from "#app/forms/answer.ts";
import { errorText } from "#app/forms/wording.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { languages } from "#app/shared/languages.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { buildConsultation, buildDefinition, type BuiltConsultation } from "#tests/support/factories.ts";
import { buildPicture } from "#tests/support/files.ts";
import { Respondent } from "#tests/support/respondent.ts";

const text = (en: string) => ({ en });

function form(): FormDefinition {
  return buildDefinition([
    {
      id: "priorities",
      heading: text("Priorities"),
      layout: "one-page",
      questions: [
        { id: "first", type: "short-text", label: text("What should come first?") },
        { id: "picture", type: "file", label: text("A picture of it"), kinds: ["image"], maxBytes: 100_000 },
      ],
    },
  ]);
}

let consultation: BuiltConsultation;
let person: Respondent;

beforeEach(async () => {
  consultation = await buildConsultation({ definition: form() });
  person = new Respondent(consultation);
  await person.post("");
});

const picture = async (name = "road.jpg") => new File([new Uint8Array(await buildPicture("jpeg"))], name, { type: "image/jpeg" });
const files = () => db().file.findMany({ where: { partnershipId: consultation.partnership.id } });
const entries = async () => (await person.open<{ entries: Record<string, string[]> }>("questions/priorities")).body.entries;

test("a file sent with a page is kept with the draft, and its page sent again without it keeps it", async () => {
  await person.post("questions/priorities", { first: "Roads", picture: await picture() });
  const [file] = await files();
  expect(file).toMatchObject({ name: "road.jpg", mimeType: "image/jpeg", visibility: "answer" });
  expect(await entries()).toMatchObject({ "picture.file-id": [file?.id], "picture.name": ["road.jpg"] });
  await person.post("questions/priorities", { first: "Streets" });
  expect(await entries()).toMatchObject({ first: ["Streets"], "picture.file-id": [file?.id] });
});

test("a file that cannot be taken is told, and what was typed beside it is kept", async () => {
  const wrong = new File(["just words"], "road.jpg", { type: "image/jpeg" });
  const refused = await person.post<{ errors: { code: string }[] }>("questions/priorities", { first: "Roads", picture: wrong });
  expect(refused.status).toBe(422);
  expect(refused.body.errors.map(({ code }) => code)).toEqual(["file-of-other-kind"]);
  expect(await entries()).toEqual({ first: ["Roads"] });
  const large = new File([new Uint8Array(200_000)], "road.jpg", { type: "image/jpeg" });
  const tooBig = await person.post<{ errors: { code: string }[] }>("questions/priorities", { picture: large });
  expect(tooBig.body.errors.map(({ code }) => code)).toEqual(["file-too-big"]);
});

test("a file replaced or taken away before sending is let go", async () => {
  await person.post("questions/priorities", { picture: await picture("one.jpg") });
  await person.post("questions/priorities", { picture: await picture("two.jpg") });
  expect((await files()).map(({ name }) => name)).toEqual(["two.jpg"]);
  await person.post("questions/priorities", { "picture.remove": "yes" });
  expect(await files()).toEqual([]);
  expect(await entries()).toEqual({});
});

test("a file that was sent stays with its revision when it is replaced", async () => {
  await person.post("questions/priorities", { picture: await picture("one.jpg") });
  await person.post("about-you", { as: "individual" });
  await person.post("permission", { publish: "unnamed" });
  await person.post("check-answers");
  await person.post("questions/priorities", { picture: await picture("two.jpg") });
  expect((await files()).map(({ name }) => name).sort()).toEqual(["one.jpg", "two.jpg"]);
});

test("the files of a draft that was never sent go with it", async () => {
  await person.post("questions/priorities", { picture: await picture() });
  const expired = new Date(person.now.getTime() + 28 * 86_400_000);
  await inTransaction((transaction) => deleteExpiredDrafts(transaction, expired));
  expect(await files()).toEqual([]);
});

test("nobody names another's file as their own", async () => {
  await person.post("questions/priorities", { "picture.file-id": "someid", "picture.name": "x.jpg", "picture.size": "1", "picture.mime-type": "image/jpeg" });
  expect(await entries()).toEqual({});
});

test("a file is refused under a name that can be read, and a page's other files and words are kept", async () => {
  const wrong = new File(["just words"], `..\\${"x".repeat(300)}\u202egnp.exe`);
  const refused = await person.post<{ errors: { values: { name: string } }[] }>("questions/priorities", { first: "Roads", picture: wrong });
  expect(refused.body.errors[0]!.values.name).toBe(`${"x".repeat(100)}…`);
  expect(await entries()).toEqual({ first: ["Roads"] });
});

test("from one address so many files an hour are taken, and what is typed beside one too many is kept", async () => {
  person.address = "192.0.2.77";
  for (let sent = 0; sent < 100; sent += 1) await isWithinLimit("file from", person.address, 100, 3600);
  const refused = await person.post<{ errors: { code: string }[] }>("questions/priorities", { first: "Roads", picture: await picture() });
  expect([refused.status, refused.body.errors.map(({ code }) => code)]).toEqual([422, ["file-too-many"]]);
  expect(await entries()).toEqual({ first: ["Roads"] });
  expect(await files()).toEqual([]);
});

test.each(languages)("in %s every refusal of a file says what to do instead", (language) => {
  const codes = answerErrorCodes.filter((code) => code.startsWith("file-") && code !== "file-missing");
  const question = form().sections[0]!.questions.at(-1)!;
  for (const code of codes) {
    const said = errorText([question], { questionId: "picture", field: "picture", code, values: { name: "a.png", megabytes: 5, millions: 40, side: 30_000 } }, wordsFor(language));
    expect(said, code).toContain("a.png");
    expect(said.split(/[.۔]\s/).length, said).toBeGreaterThan(1);
    expect(said).not.toContain("{{");
  }
});
