import { expect, test, vi } from "vitest";
import { draftCookie, forgetDraft, readDraftCookie } from "#app/consultations/draft-cookie.server.ts";
import { findTry, tryCookie } from "#app/people/provider-try.server.ts";
import { readCookie, writeCookie } from "#app/shared/cookie.server.ts";
import { newToken } from "#app/shared/keys.server.ts";
import { languageCookie } from "#app/shared/language-cookie.server.ts";

vi.hoisted(() => {
  process.env.BASE_URL = "https://consult.example.gov.uk";
  process.env.FOLKMOOT_SECRET = "only for the tests of cookies, long enough";
});

const now = new Date("2026-05-04T09:00:00Z");
const tried = { state: newToken(), nonce: "n", verifier: "v", to: null, language: "en", again: false, startedAt: now.getTime() } as const;
const asked = (cookies: string) => new Request("https://consult.example.gov.uk/", { headers: { Cookie: cookies } });
const sent = (set: string) => set.split(";", 1)[0] ?? "";

test.each([
  ["the language", languageCookie.write("cy")],
  ["a draft", draftCookie("kerbside", "7KQ2-M4XP-9RTC")["Set-Cookie"]],
  ["a draft that is forgotten", forgetDraft("kerbside")["Set-Cookie"] ?? ""],
  ["the way to a provider", tryCookie(tried)],
])("over https the cookie of %s comes from this host alone, and no script and no other site has it", (_, set) => {
  expect(set).toMatch(/^__Host-[\w-]+=[^;]*; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
  expect(set.length).toBeLessThan(4096);
});

test("over https a cookie that a neighbouring host may have set is not read", () => {
  const [draft, going] = [sent(draftCookie("kerbside", "7KQ2-M4XP-9RTC")["Set-Cookie"]), sent(tryCookie(tried))];
  expect(readDraftCookie(asked(draft), "kerbside")).toBe("7KQ2-M4XP-9RTC");
  expect(findTry(asked(going), tried.state, now)).toMatchObject({ nonce: "n" });
  const bare = (cookie: string) => asked(cookie.replace("__Host-", ""));
  expect(readDraftCookie(bare(draft), "kerbside")).toBeNull();
  expect(findTry(bare(going), tried.state, now)).toBeNull();
  expect(languageCookie.read("language=cy")).toBeNull();
});

test("a cookie is found among others, whole", () => {
  const [header] = [`a=1; ${sent(writeCookie("way", "x=y", 60))}; __Host-wayward=2`];
  expect([readCookie(header, "way"), readCookie(header, "w"), readCookie(null, "way")]).toEqual(["x=y", null, null]);
});
