import { beforeAll, expect, test } from "vitest";
import { draftCookie } from "#app/consultations/draft-cookie.server.ts";
import { beginDraft } from "#app/consultations/drafts.store.server.ts";
import { checkAnswersPath, consultationPath, questionsPath, respondPath, sendingPath } from "#app/consultations/paths.ts";
import { findCurrentVersion } from "#app/consultations/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { languages, type Language } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { openApplication, openWhole, Visitor, type Application } from "#tests/support/application.ts";
import { buildConsultation, type BuiltConsultation } from "#tests/support/factories.ts";

let consultation: BuiltConsultation;
const now = new Date("2026-11-22T12:00:00Z");
const ways = new Map<Language, { short: Application; whole: Application }>();

beforeAll(async () => {
  consultation = await buildConsultation({ opensAt: new Date("2026-11-01T00:00:00Z"), closesAt: new Date("2026-12-24T00:00:00Z") });
  for (const language of languages) {
    ways.set(language, { short: await openApplication(language), whole: await openWhole(language) });
  }
});

async function cookieOfDraft(): Promise<{ cookie: string; draftId: string }> {
  const version = await findCurrentVersion(db(), consultation.formId);
  const { id, reference } = await beginDraft(consultation, { formVersionId: version.id, language: "en", now });
  return { cookie: draftCookie(consultation.id, reference)["Set-Cookie"], draftId: id };
}

const told = async (answer: Response) => ({
  status: answer.status,
  to: answer.headers.get("Location"),
  policy: answer.headers.get("Content-Security-Policy"),
  keeping: answer.headers.get("Cache-Control"),
  text: await answer.text(),
});

test.each(languages)("whoever goes the short way (%s) sees what Remix alone would have shown", async (language) => {
  const { short, whole } = ways.get(language)!;
  const { cookie } = await cookieOfDraft();
  const { partnership } = consultation;
  const { sections } = (await findCurrentVersion(db(), consultation.formId)).definition;
  const pages = [
    ...["/", "/privacy", "/sign-in", "/nowhere/at/all", `/${partnership.slug}`, `/${partnership.slug}/office`, `/${partnership.slug}/responses`],
    ...[consultationPath(partnership, consultation), respondPath(partnership, consultation), checkAnswersPath(partnership, consultation)],
    ...sections.map(({ id }) => questionsPath(partnership, consultation, id)),
    ...[sendingPath(partnership, consultation, "about-you"), sendingPath(partnership, consultation, "permission"), "/sign-in?to=%2F"],
  ].map((path) => pathInLanguage(path, language));
  for (const path of pages) {
    const [ours, theirs] = [short, whole].map((way) => new Visitor(way, { now, requestId: "r", nonce: "n" }, [cookie]));
    // three times: drawn, drawn and kept, and from what was kept
    for (let times = 0; times < 3; times += 1) {
      expect(await told(await ours!.open(path)), path).toEqual(await told(await theirs!.open(path)));
    }
  }
});

test.each(languages)("what is posted the short way (%s) comes to the same", async (language) => {
  const { short, whole } = ways.get(language)!;
  const { partnership } = consultation;
  const { sections } = (await findCurrentVersion(db(), consultation.formId)).definition;
  const paths = [
    ...[respondPath(partnership, consultation), questionsPath(partnership, consultation, sections[0]!.id), "/sign-in", "/privacy"],
    ...[checkAnswersPath(partnership, consultation), sendingPath(partnership, consultation, "about-you"), "/nowhere/at/all"],
  ].map((path) => pathInLanguage(path, language));
  for (const path of paths) {
    const { cookie } = await cookieOfDraft();
    const [ours, theirs] = [short, whole].map((way) => new Visitor(way, { now, requestId: "r", nonce: "n" }, [cookie]));
    expect(await told(await ours!.post(path, {})), path).toEqual(await told(await theirs!.post(path, {})));
  }
});

test("two people with nothing typed yet see one drawing, each with their own draft in it", async () => {
  const { short } = ways.get("en")!;
  const [section] = (await findCurrentVersion(db(), consultation.formId)).definition.sections;
  const path = questionsPath(consultation.partnership, consultation, section!.id);
  for (let times = 0; times < 4; times += 1) {
    const { cookie, draftId } = await cookieOfDraft();
    const text = await (await new Visitor(short, { now }, [cookie]).open(path)).text();
    expect(text).toContain(`data-keep="${draftId}"`);
    expect(text).toContain(`data-saved="${now.toISOString()}"`);
  }
});
