import { expect, test } from "vitest";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonLink } from "#app/shared/ui/button.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { draw } from "#tests/support/draw.tsx";

test("a link keeps to the language of the page it stands on", () => {
  expect(draw(<BackLink to="/consultations" />, "en")).toContain('href="/consultations"');
  expect(draw(<BackLink to="/consultations" />, "cy")).toContain('href="/cy/consultations"');
  expect(draw(<ButtonLink to="/consultations?page=2">Start</ButtonLink>, "ur")).toContain(
    'href="/ur/consultations?page=2"',
  );
});

test("a button that sends a form drops a second press, and one that sends nothing does not", () => {
  expect(draw(<Button>Send</Button>)).toContain('data-prevent-double-click="true"');
  expect(draw(<Button type="button">Show</Button>)).not.toContain("data-prevent-double-click");
});

test("a list of one page has no links to others", () => {
  expect(draw(<Pagination previous={null} next={null} />)).toBe("");
});

test("next and previous say where they lead", () => {
  const html = draw(<Pagination previous={{ to: "?before=a" }} next={{ to: "?after=b", label: "41 to 60" }} />);
  expect(html).toContain('rel="prev"');
  expect(html).toContain('rel="next"');
  expect(html).toContain("41 to 60");
});
