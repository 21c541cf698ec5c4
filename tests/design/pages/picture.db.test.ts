// The picture of a question: uploaded, described, shown to residents, kept with its version, and removed when no form shows it.
import sharp from "sharp";
import { expect, test } from "vitest";
import { consultationPath } from "#app/consultations/paths.ts";
import { findFormVersion, findNewestDefinition, publishNewVersion } from "#app/consultations/store.server.ts";
import { picturePath } from "#app/design/paths.ts";
import { removeUnusedPictures } from "#app/design/pictures.store.server.ts";
import { filePath, thumbnailPath } from "#app/files/paths.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { db } from "#app/shared/db.server.ts";
import { openApplication, Visitor } from "#tests/support/application.ts";
import { buildConsultation, buildPerson, signInCookie } from "#tests/support/factories.ts";

const photograph = () => sharp({ create: { width: 1600, height: 800, channels: 3, background: "#336699" } }).withExif({ IFD0: { Artist: "Secret" } }).jpeg().toBuffer();

test("a picture is uploaded once, said in every language what it shows, shown in the size that fits, and goes when no form names it", async () => {
  const consultation = await buildConsultation({ publishedAt: null });
  const { partnership } = consultation;
  const application = await openApplication();
  const visitor = new Visitor(application, {}, [await signInCookie(await buildPerson({ role: "editor", partnership }))]);
  const definition = await findNewestDefinition(db(), consultation.formId);
  const { id } = questionsOf(definition)[0]!;
  const path = picturePath(partnership, consultation, id);
  const alts = Object.fromEntries(definition.languages.map((language) => [`alt-${language}`, `Pond ${language}`]));
  const file = new File([await photograph()], "pond.jpg", { type: "image/jpeg" });

  // What is missing is told, and the picture that was uploaded is not asked for again.
  const refused = await visitor.post(path, { file, meaning: "told", stood: "null", do: "save" });
  expect(refused.status).toBe(422);
  const kept = /name="kept" value="([^"]+)"/.exec(await refused.text())?.[1] ?? "";
  const saved = await visitor.post(path, { kept, meaning: "told", ...alts, stood: "null", do: "save" });
  expect(saved.status).toBe(302);
  const picture = questionsOf(await findNewestDefinition(db(), consultation.formId))[0]!.picture!;
  expect(picture).toMatchObject({ file: kept, width: 1280, height: 640, alt: { [definition.languages[0]!]: expect.stringContaining("Pond") } });

  // Anybody gets it, for good, drawn anew and small enough.
  const stranger = new Visitor(application);
  const answer = await stranger.open(filePath(partnership, kept));
  expect([answer.status, answer.headers.get("Content-Type"), answer.headers.get("Cache-Control")]).toEqual([200, "image/webp", "public, max-age=31536000, immutable"]);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.includes("Secret")).toBe(false);
  expect((await sharp(bytes).metadata()).width).toBe(1280);
  const small = Buffer.from(await (await stranger.open(thumbnailPath(partnership, kept))).arrayBuffer());
  expect((await sharp(small).metadata()).width).toBe(480);

  // Somebody who looks at an older state of it is told, and nothing is changed.
  expect((await visitor.post(path, { do: "remove", stood: "null" })).status).toBe(409);

  // A published version keeps it though the next has none.
  const version = await db().formVersion.findFirstOrThrow({ where: { formId: consultation.formId } });
  await db().formVersion.update({ where: { id: version.id }, data: { publishedAt: new Date("2026-01-01") } });
  await db().consultation.update({ where: { id: consultation.id }, data: { publishedAt: new Date("2026-01-01"), opensAt: new Date("2026-01-01") } });
  await db().$transaction((transaction) => publishNewVersion(transaction, consultation, definition, new Date("2026-02-01")));
  const later = new Date("2030-01-01");
  expect(await removeUnusedPictures(later)).toBe(0);
  expect(questionsOf((await findFormVersion(db(), version.id)).definition)[0]!.picture).toEqual(picture);
  expect((await stranger.open(consultationPath(partnership, consultation))).status).toBe(200);

  // One that was uploaded and never saved goes after a while.
  const another = await visitor.post(picturePath(partnership, await buildConsultation({ publishedAt: null, partnership }), id), { file, meaning: "told", stood: "null", do: "save" });
  expect(another.status).toBe(422);
  expect(await removeUnusedPictures(new Date())).toBe(0);
  expect(await removeUnusedPictures(later)).toBe(1);
  expect(await db().formPicture.findMany({ select: { fileId: true } })).toEqual([{ fileId: kept }]);
});

test("what is no picture is refused in words", async () => {
  const consultation = await buildConsultation({ publishedAt: null });
  const visitor = new Visitor(await openApplication(), {}, [await signInCookie(await buildPerson({ role: "editor", partnership: consultation.partnership }))]);
  const path = picturePath(consultation.partnership, consultation, questionsOf(await findNewestDefinition(db(), consultation.formId))[0]!.id);
  for (const [bytes, name] of [["<svg xmlns='http://www.w3.org/2000/svg'/>", "a.svg"], ["%PDF-1.4", "a.png"]] as const) {
    const answer = await visitor.post(path, { file: new File([bytes], name), meaning: "decorative", stood: "null", do: "save" });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toMatch(/no JPEG, PNG or WebP picture|damaged/);
  }
  expect((await visitor.post(path, { meaning: "decorative", stood: "null", do: "save" })).status).toBe(422);
});
