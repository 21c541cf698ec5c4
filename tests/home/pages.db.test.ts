import { expect, test } from "vitest";
import { loader as accessibility } from "#app/home/pages/accessibility.tsx";
import { loader as howWeWork } from "#app/home/pages/how-we-work.tsx";
import { loader as privacy } from "#app/home/pages/privacy.tsx";
import { buildPartnership } from "#tests/support/factories.ts";
import { argsOf, get } from "#tests/support/requests.ts";

test("the accessibility statement names every partnership of the site and how to reach it", async () => {
  const { id } = await buildPartnership({ contact: { telephone: "01632 960 123" } });
  const page = await accessibility(argsOf(get("/accessibility")));
  expect(page.partnerships.find((one) => one.id === id)?.contact).toEqual({ telephone: "01632 960 123" });
});

test("the accessibility statement admits when nobody has looked at it for a year", async () => {
  const soon = await accessibility(argsOf(get("/accessibility"), { now: new Date("2026-12-01T12:00:00Z") }));
  const late = await accessibility(argsOf(get("/accessibility"), { now: new Date("2030-12-01T12:00:00Z") }));
  expect(soon.isOutOfDate).toBe(false);
  expect(late.isOutOfDate).toBe(true);
});

test("each page has its title in the language of its address", async () => {
  expect((await privacy(argsOf(get("/cy/privacy"), { language: "cy" }))).title).toContain("Preifatrwydd");
  expect(howWeWork(argsOf(get("/ur/how-we-work"), { language: "ur" })).title).toContain("ہم کیسے کام کرتے ہیں");
});
