import { expect, test } from "vitest";
import { languages } from "#app/shared/languages.ts";
import { ErrorPage } from "#app/shell/ui/error-page.tsx";
import { draw } from "#tests/support/draw.tsx";

test("every kind of failure says in each language what happened, what was kept and what to do", () => {
  for (const language of languages)
    for (const status of [400, 401, 403, 404, 405, 410, 413, 422, 429, 500, 502, 503]) {
      const html = draw(<ErrorPage status={status} />, language);
      expect(html.match(/<h1 /g)).toHaveLength(1);
      expect(html.match(/<p class="govuk-body">/g)?.length).toBe(4);
    }
});

test("a fault of ours carries a reference to quote, and a mistaken address does not", () => {
  expect(draw(<ErrorPage status={500} reference="7KQ2" />)).toContain('<strong dir="ltr">7KQ2</strong>');
  expect(draw(<ErrorPage status={404} reference="7KQ2" />)).not.toContain("7KQ2");
});

test("whoever sent something and is not signed in any more signs in on another page, so that this one stays", () => {
  expect(draw(<ErrorPage status={401} />, "cy")).toMatch(/<a class="govuk-link" href="\/cy\/sign-in" target="_blank"/);
});

test("the way out keeps to the page's language", () => {
  expect(draw(<ErrorPage status={404} homePath="/hollin-vale" />, "ur")).toContain('href="/ur/hollin-vale"');
});

test("a page of those who sit on a body tells whoever does not whom to ask, and leads back", () => {
  for (const language of languages) {
    const html = draw(<ErrorPage status={403} forMembers={{ contact: { telephone: "01632 960210" }, backPath: "/hollin-vale/meetings/1" }} />, language);
    expect(html).toContain("tel:01632960210");
    expect(html).toMatch(/href="(\/\w\w)?\/hollin-vale\/meetings\/1"/);
    expect(html).not.toBe(draw(<ErrorPage status={403} />, language));
  }
});
