import { expect, test } from "vitest";
import { languages, type Language } from "#app/shared/languages.ts";
import { PageFrame, type PageFrameProps } from "#app/shell/ui/page-frame.tsx";
import { draw } from "#tests/support/draw.tsx";

const languageLinks = languages.map((language) => ({ language, href: `/language/${language}?to=/consultations` }));

function frame(more: Partial<PageFrameProps> = {}, language: Language = "en"): string {
  return draw(
    <PageFrame path="/consultations" languageLinks={languageLinks} {...more}>
      <h1>Here</h1>
    </PageFrame>,
    language,
  );
}

test("the first thing on a page is the way past what every page repeats", () => {
  expect(frame()).toMatch(/^<div class="page"><a href="#main"/);
  expect(frame()).toContain('id="main"');
});

test("every language is offered in its own name, with the language and direction it is written in", () => {
  const html = frame({}, "cy");
  expect(html).toMatch(/<a[^>]*hrefLang="ur"[^>]*lang="ur"[^>]*dir="rtl"[^>]*>اردو<\/a>/i);
  expect(html).toMatch(/<a[^>]*lang="en"[^>]*>English<\/a>/);
  expect(html).toContain('aria-current="true">Cymraeg');
});

test("a language's link is a whole address, which the language of the page does not change", () => {
  expect(frame({}, "ur")).toContain('href="/language/cy?to=/consultations"');
});

test("help comes before every other part of the footer, with or without a partnership", () => {
  for (const html of [
    frame(),
    frame({ partnership: { name: { en: "Hollin Vale" }, path: "/hollin-vale", contact: { telephone: "01632 960 123" } } }),
  ]) {
    expect(html.indexOf('id="help"')).toBeGreaterThan(html.indexOf("<footer"));
    expect(html.indexOf('id="help"')).toBeLessThan(html.indexOf("/accessibility"));
  }
});

test("a telephone number can be called and stays in one piece", () => {
  const html = frame({
    partnership: { name: { en: "Hollin Vale" }, path: "/hollin-vale", contact: { telephone: "+44 1632 960 123" } },
  });
  expect(html).toContain('href="tel:+441632960123"><bdi>+44 1632 960 123</bdi>');
});

test("a partnership's name that is not translated says which language it is in", () => {
  const html = frame({ partnership: { name: { en: "Hollin Vale" }, path: "/hollin-vale" } }, "ur");
  expect(html).toContain('<span lang="en" dir="ltr">Hollin Vale</span>');
});

test("the office is for those who work there, and signing out changes something, so it is a form", () => {
  expect(frame({ places: [{ name: "consultations", path: "/consultations" }] })).not.toContain("Office");
  const html = frame({ person: { name: "Ada Ferris" }, officePath: "/office" }, "cy");
  expect(html).toContain('href="/cy/office"');
  expect(html).toContain('method="post" action="/cy/sign-out"');
  expect(html).not.toContain("/sign-in");
});

test("the page one is on is marked, and so is the part of the site it belongs to", () => {
  expect(frame({ places: [{ name: "consultations", path: "/consultations" }] })).toContain('aria-current="page"');
  expect(frame({ places: [{ name: "consultations", path: "/consultations" }], path: "/consultations/7KQ2" })).toContain('aria-current="true">Con');
  expect(frame({ places: [{ name: "consultations", path: "/consultations" }], path: "/consultations-of-old" })).not.toContain('aria-current="page"');
});

test("a demonstration says on every page that its people are invented, and leads to them and to what they are sent", () => {
  expect(frame()).not.toMatch(/invented|demonstration/);
  const html = frame({ demonstration: true });
  expect(html).toContain("invented");
  expect(html).toContain('href="/demonstration/people"');
  expect(html).toContain('href="/demonstration/outbox"');
});

test("nothing is styled in its own attribute, which the content policy would refuse", () => {
  expect(frame({ person: { name: "Ada Ferris" }, demonstration: true })).not.toContain("style=");
});
