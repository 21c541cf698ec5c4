import { expect, test } from "vitest";
import { loader } from "#app/shell/pages/language.tsx";
import { answerOf, argsOf, cookiesOf, get, locationOf } from "#tests/support/requests.ts";

function choose(language: string, to: string, here: "en" | "cy" = "en") {
  const request = get(`/language/${language}?${new URLSearchParams({ to })}`);
  return answerOf(Promise.resolve().then(() => loader(argsOf(request, { params: { language }, language: here }))));
}

test.each([
  ["cy", "/marlshire/consultations?after=x", "/cy/marlshire/consultations?after=x"],
  ["ur", "/cy/marlshire", "/ur/marlshire"],
  ["en", "/ur/marlshire", "/marlshire"],
  ["cy", "/", "/cy"],
  ["cy", "//evil.example", "/cy"],
  ["en", "https://evil.example", "/"],
])("choosing %s on %s leads to %s, and is remembered", async (language, to, address) => {
  const answer = await choose(language, to);
  expect(answer.status).toBe(302);
  expect(locationOf(answer)).toBe(address);
  expect(cookiesOf(answer)).toEqual([`language=${language}; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax`]);
});

test("a language that is not spoken here, or chosen below another, is no page", async () => {
  expect((await choose("fr", "/")).status).toBe(404);
  expect((await choose("ur", "/", "cy")).status).toBe(404);
});
