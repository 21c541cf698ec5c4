// Officers look at the working copy exactly as residents will see it, and leave nothing behind.
import { beforeAll, expect, test } from "vitest";
import { previewPagePath, previewPath } from "#app/consultations/office-paths.ts";
import { questionsPath, respondPath } from "#app/consultations/paths.ts";
import { db } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildConsultation, buildDefinition, buildPartnership, buildPerson, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";
import { locationOf } from "#tests/support/requests.ts";

let application: Application;
beforeAll(async () => {
  application = await openApplication();
});

const definition = buildDefinition([
  {
    ...{ id: "first", heading: { en: "First of all" }, intro: { en: "Read this." }, layout: "one-page" },
    questions: [{ id: "here", type: "yes-no-unsure", label: { en: "Do you live here?" } }, { id: "words", type: "long-text", label: { en: "Anything?" } }],
  },
  {
    ...{ id: "more", heading: { en: "For those who live here" }, layout: "one-page", showWhen: { question: "here", is: "yes" } },
    questions: [{ id: "years", type: "number", label: { en: "For how long?" } }],
  },
]);

async function officerOf(consultation: BuiltConsultation): Promise<Visitor> {
  return new Visitor(application, {}, [await signInCookie(await buildPerson({ role: "approver", partnership: consultation.partnership }))]);
}

const bodyIn = (html: string) => /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1]?.replace(/ target="_self"/g, "");

test("a page of questions is the very one that residents are sent, but for what the browser keeps of it", async () => {
  const consultation = await buildConsultation({ definition });
  const officer = await officerOf(consultation);
  const previewed = await (await officer.open(previewPagePath(consultation.partnership, consultation, "questions/first", "en"))).text();
  const resident = new Visitor(application);
  await resident.post(respondPath(consultation.partnership, consultation));
  const sent = await (await resident.open(questionsPath(consultation.partnership, consultation, "first"))).text();
  const kept = / data-(keep|saved|kept-at|not-kept)="[^"]*"|<p class="govuk-hint" id="kept" role="status"><\/p>/g;
  // because those who do not live here have one section, and the preview shows every one
  const parts = /<span class="govuk-caption-l">.*?<\/span>|<details class="govuk-details">.*?<\/details>/gs;
  expect(bodyIn(previewed)?.replace(parts, "")).toBe(bodyIn(sent)?.replace(kept, "").replace(parts, ""));
  expect(previewed).not.toContain("Mair Rees");
});

test("what only some people are shown is in it, and when it is shown is said beside it", async () => {
  const consultation = await buildConsultation({ definition, publishedAt: null });
  const officer = await officerOf(consultation);
  const chosen = new URLSearchParams({ page: "questions/more", in: "cy", size: "tablet" });
  const html = await (await officer.open(`${previewPath(consultation.partnership, consultation)}?${chosen}`)).text();
  expect(html).toContain("Shown when “Do you live here?” was answered “Yes”.");
  expect(html).toMatch(/<iframe [^>]*src="\/cy\/[^"]*\/preview\/questions\/more\?in=cy" width="768"/);
  const page = await officer.open(previewPagePath(consultation.partnership, consultation, "questions/more", "en"));
  expect(await page.text()).toContain("For how long?");
});

test("one of our pages may show it in a frame, and none of anybody else's; other pages stay out of frames", async () => {
  const consultation = await buildConsultation({ definition, publishedAt: null });
  const officer = await officerOf(consultation);
  const policyAt = async (path: string) => (await officer.open(path)).headers.get("Content-Security-Policy");
  const framed = await officer.open(previewPagePath(consultation.partnership, consultation, "read", "en"));
  expect([framed.headers.get("Content-Security-Policy"), framed.headers.get("X-Frame-Options")]).toEqual([expect.stringContaining("frame-ancestors 'self'"), "SAMEORIGIN"]);
  expect(await framed.text()).toContain('<base target="_blank"');
  const around = await policyAt(previewPath(consultation.partnership, consultation));
  expect(around).toContain("frame-src 'self'");
  expect(around).toContain("frame-ancestors 'none'");
  expect(await policyAt(`/${consultation.partnership.slug}/office`)).not.toContain("frame-src");
});

test("Continue and Back lead from page to page, to the pages before sending too, and nothing typed is kept", async () => {
  const consultation = await buildConsultation({ definition, publishedAt: null });
  const { partnership } = consultation;
  const officer = await officerOf(consultation);
  const from = (page: string) => previewPagePath(partnership, consultation, page, "en");
  const goes = async (page: string, fields: Record<string, string>) => locationOf(await officer.post(from(page), fields));
  expect(await goes("read", {})).toBe(from("questions/first"));
  expect(await goes("questions/first", { here: "no", words: "Mine" })).toBe(from("questions/more"));
  expect(await goes("questions/more", { years: "many" })).toBe(from("sending/about-you"));
  expect(await goes("questions/more", { _intent: "back" })).toBe(from("questions/first"));
  expect(await goes("questions/first", { _page: "more" })).toBe(from("questions/more"));
  expect(await db().draft.count({ where: { consultationId: consultation.id } })).toBe(0);
});

test("nobody sees it who is no officer of the partnership", async () => {
  const consultation = await buildConsultation({ definition, publishedAt: null });
  const path = previewPagePath(consultation.partnership, consultation, "read", "en");
  expect(locationOf(await new Visitor(application).open(path))).toMatch(/^\/sign-in/);
  const other = await officerOf({ ...consultation, partnership: await buildPartnership() });
  expect((await other.open(path)).status).toBe(403);
});
