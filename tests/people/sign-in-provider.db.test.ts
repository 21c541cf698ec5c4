// Signing in at the council's own provider, a real one in a process of its own, as a browser does it.
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { saveInvitation } from "#app/people/invitations.store.server.ts";
import { beginAtProvider, returnFromProvider } from "#app/people/oidc.server.ts";
import { action as unlink } from "#app/people/pages/office-person-provider.tsx";
import { loader as comeBack } from "#app/people/pages/sign-in-provider-return.tsx";
import { loader as begin } from "#app/people/pages/sign-in-provider.tsx";
import { loader as openSignIn } from "#app/people/pages/sign-in.tsx";
import { loader as leaveProvider } from "#app/people/pages/sign-out-provider.tsx";
import { requireRecent, signIn, whoIs } from "#app/people/session.server.ts";
import { findPersonByEmail, grantRole } from "#app/people/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import type { Language } from "#app/shared/languages.ts";
import { buildPartnership, buildPerson, signInCookie } from "#tests/support/factories.ts";
import { goThrough, startProvider, type RunningProvider } from "#tests/support/identity-provider.ts";
import { answerOf, argsOf, cookiesOf, get, locationOf, post } from "#tests/support/requests.ts";

const site = "http://localhost:3000";
let provider: RunningProvider;

beforeAll(async () => {
  provider = await startProvider(site);
  const { issuer, clientId, clientSecret, name } = provider.settings;
  Object.assign(process.env, { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name });
});
afterAll(() => provider.stop());
beforeEach(() => void vi.spyOn(process.stdout, "write").mockReturnValue(true)); // because what a provider got wrong is told in the log

type Problem = { problem: string };

async function beginning({ to, language = "en" }: { to?: string; language?: Language } = {}) {
  const path = `/sign-in/provider${to === undefined ? "" : `?${new URLSearchParams({ to })}`}`;
  const answer = await answerOf<Problem>(begin(argsOf(get(path), { language, address: newId() })));
  return { answer, cookies: cookiesOf(answer), location: locationOf(answer) ?? "" };
}

async function returning(back: URL, cookies: string[], language: Language = "en") {
  const answer = await answerOf(comeBack(argsOf(get(back.pathname + back.search, { cookies }), { language, address: newId() })));
  const signedIn = await whoIs(get("/", { cookies: cookiesOf(answer) }), new Date());
  return { answer, location: locationOf(answer), personId: signedIn?.personId ?? null };
}

/** The whole way there and back. */
async function signInAs(as: string, asked: { to?: string; language?: Language } = {}) {
  const { cookies, location } = await beginning(asked);
  return returning(await goThrough(location, { as }), cookies);
}

test("the sign-in page names the provider", async () => {
  expect((await answerOf(openSignIn(argsOf(get("/sign-in"))))).body).toMatchObject({ provider: "Marlshire Council" });
});

test("who has the address the provider vouches for is signed in, linked, and led to where they were going in their language", async () => {
  const person = await buildPerson({ role: "editor" });
  const first = await signInAs(person.email.toUpperCase(), { to: "/marlshire/office", language: "cy" });
  expect(first).toMatchObject({ personId: person.id, location: "/cy/marlshire/office" });
  const linked = await db().personIdentity.findMany({ where: { personId: person.id } });
  expect(linked).toMatchObject([{ issuer: provider.settings.issuer, subject: person.email.toUpperCase() }]);
  const log = await db().auditEntry.findMany({ where: { subjectId: person.id, personId: person.id }, orderBy: { id: "asc" } });
  expect(log.map(({ action, facts }) => [action, facts])).toEqual([["person.link-identity", {}], ["person.sign-in", { by: "provider" }]]);
});

test("once linked, the account there counts and not its address", async () => {
  const person = await buildPerson({ role: "editor" });
  await signInAs(person.email);
  await db().person.update({ where: { id: person.id }, data: { email: `${newId()}@moved.example` } });
  expect((await signInAs(person.email)).personId).toBe(person.id);
});

test("an invitation to the address makes the account, with the roles an administrator gave and no others", async () => {
  const partnership = await buildPartnership();
  const by = await buildPerson({ role: "administrator", partnership });
  const email = `${newId()}@invited.example`;
  const invited = { name: "Huw Vaughan", email, language: "cy" as const, roles: ["editor" as const], includesBelow: false, consultationIds: [] };
  await inTransaction((transaction) => saveInvitation(transaction, invited, { partnership, by: { personId: by.id, name: by.name }, now: new Date() }));
  const { personId, location } = await signInAs(email);
  expect(location).toBe(`/${partnership.slug}`);
  expect(await findPersonByEmail(db(), email)).toMatchObject({ personId, name: "Huw Vaughan", grants: [{ role: "editor", partnershipId: partnership.id }] });
  expect(await db().invitation.count({ where: { email } })).toBe(0);
});

test("nobody gets an account by the provider's word alone", async () => {
  const email = `${newId()}@nobody.example`;
  expect(await signInAs(email)).toMatchObject({ personId: null, location: "/sign-in/provider?problem=no-account" });
  expect(await findPersonByEmail(db(), email)).toBeNull();
});

test.each(["unsure-", "silent-"])("an address it does not vouch for (%s) links nobody, and gets the same answer as one that nobody has", async (how) => {
  const person = await buildPerson({ role: "editor" });
  expect(await signInAs(how + person.email)).toMatchObject({ personId: null, location: "/sign-in/provider?problem=no-account" });
  expect(await db().personIdentity.count({ where: { personId: person.id } })).toBe(0);
});

test("an address that passed to another account there opens nothing until an administrator has unlinked the first", async () => {
  const partnership = await buildPartnership();
  const administrator = await buildPerson({ role: "administrator", partnership });
  const person = await buildPerson({ role: "editor", partnership });
  await signInAs(`first|${person.email}`);
  expect((await signInAs(`second|${person.email}`)).personId).toBeNull();
  const cookies = await signInCookie(administrator);
  const path = `/${partnership.slug}/office/people/${person.id}/provider`;
  const params = { partnership: partnership.slug, person: person.id };
  expect(locationOf(await answerOf(unlink(argsOf(post(path, {}, { cookies }), { params }))))).toBe(`${path}?done=unlinked`);
  const told = await db().letter.findMany({ where: { toAddress: person.email }, orderBy: { createdAt: "asc" } });
  expect(told.map(({ subject }) => subject)).toEqual([expect.stringContaining("now opens"), expect.stringContaining("was unlinked")]);
  expect((await signInAs(`second|${person.email}`)).personId).toBe(person.id);
  expect((await signInAs(`first|${person.email}`)).personId).toBeNull();
});

test("another site that leads somebody there signs nobody in: they are shown the sign-in page and press themselves", async () => {
  const led = await answerOf(begin(argsOf(get("/sign-in/provider?to=%2Fmarlshire", { headers: { "Sec-Fetch-Site": "cross-site" } }), { address: newId() })));
  expect([locationOf(led), cookiesOf(led)]).toEqual(["/sign-in?to=%2Fmarlshire", []]);
});

test("an account is unlinked only by an administrator wherever its owner holds a role, who signed in not long ago", async () => {
  const [partnership, elsewhere] = [await buildPartnership(), await buildPartnership()];
  const administrator = await buildPerson({ role: "administrator", partnership });
  const person = await buildPerson({ role: "editor", partnership });
  await signInAs(person.email);
  const path = `/${partnership.slug}/office/people/${person.id}/provider`;
  const press = async (signedInAt: Date) => {
    const cookies = await signInCookie(administrator, signedInAt);
    return answerOf(unlink(argsOf(post(path, {}, { cookies }), { params: { partnership: partnership.slug, person: person.id } })));
  };
  expect(locationOf(await press(new Date(Date.now() - 2 * 3_600_000)))).toContain("/sign-in?");
  await inTransaction((transaction) => grantRole(transaction, { personId: person.id, partnershipId: elsewhere.id, role: "administrator" }));
  expect((await press(new Date())).status).toBe(403);
  expect(await db().personIdentity.count({ where: { personId: person.id } })).toBe(1);
});

test("who has just signed in there may change how they sign in, who was signed in there long ago signs in again first", async () => {
  const person = await buildPerson({ role: "editor" });
  const { answer } = await signInAs(person.email);
  const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
  const changing = (minutes: number, cookies: string[]) => answerOf(requireRecent(get("/account/email", { cookies }), later(minutes)));
  expect([(await changing(1, cookiesOf(answer))).status, (await changing(40, cookiesOf(answer))).status]).toEqual([200, 302]);
  const entered = await inTransaction((transaction) =>
    signIn(transaction, get("/"), { personId: person.id, by: "provider", isSecondFactorGiven: true, provedAt: later(-300), now: new Date() }),
  );
  expect((await whoIs(get("/", { cookies: entered.cookie }), new Date()))?.personId).toBe(person.id);
  expect(locationOf(await changing(0, [entered.cookie]))).toBe("/sign-in?to=%2Faccount%2Femail&again=yes");
});

test("who cancels there is told so, and keeps where they were going", async () => {
  const { cookies, location } = await beginning({ to: "/marlshire" });
  const { answer, location: told } = await returning(await goThrough(location, "cancel"), cookies);
  expect(told).toBe("/sign-in/provider?to=%2Fmarlshire&problem=refused");
  expect(cookiesOf(answer).join()).toMatch(/^provider-[\w-]{16}=; Max-Age=0/);
});

test("coming back a second time, in another browser, with another state or too late opens nothing", async () => {
  const person = await buildPerson({ role: "editor" });
  const { cookies, location } = await beginning();
  const back = await goThrough(location, { as: person.email });
  const stale = { personId: null, location: "/sign-in/provider?problem=stale" };
  expect(await returning(back, [])).toMatchObject(stale);
  const forged = new URL(back);
  forged.searchParams.set("state", "x".repeat(43));
  expect(await returning(forged, cookies)).toMatchObject(stale);
  expect(await returning(back, [cookies[0]!.replace(/\.\w{8}/, ".00000000")])).toMatchObject(stale);
  const late = argsOf(get(back.pathname + back.search, { cookies }), { now: new Date(Date.now() + 20 * 60_000), address: newId() });
  expect(locationOf(await answerOf(comeBack(late)))).toBe(stale.location);
  expect((await returning(back, cookies)).personId).toBe(person.id);
  expect(await returning(back, cookies)).toMatchObject(stale);
});

test("what another going was given is not taken for this one's", async () => {
  const person = await buildPerson({ role: "editor" });
  const [one, other] = [await beginning(), await beginning()];
  const back = await goThrough(other.location, { as: person.email });
  const mixed = new URL(await goThrough(one.location, { as: person.email }));
  mixed.searchParams.set("code", back.searchParams.get("code") ?? "");
  expect((await returning(mixed, one.cookies)).personId).toBeNull();
});

test("two windows may be at the provider at once", async () => {
  const person = await buildPerson({ role: "editor" });
  const [one, other] = [await beginning({ to: "/a" }), await beginning({ to: "/b" })];
  const cookies = [...one.cookies, ...other.cookies];
  expect((await returning(await goThrough(other.location, { as: person.email }), cookies)).location).toBe("/b");
  expect((await returning(await goThrough(one.location, { as: person.email }), cookies)).location).toBe("/a");
});

async function claimsAs(doing: Parameters<typeof goThrough>[1], wanted: Partial<RunningProvider["settings"]>, now = new Date()) {
  const settings = { ...provider.settings, ...wanted };
  const begun = await beginAtProvider(settings, { site, to: null, language: "en", now });
  if (!begun.ok) return begun.problem;
  const { location, tried } = begun.value;
  const { searchParams } = await goThrough(location, doing);
  const returned = await returnFromProvider(settings, { site, query: searchParams, tried: { ...tried, startedAt: now.getTime() }, now });
  return returned.ok ? returned.value.sub : returned.problem;
}

test("where a second step is asked for, only who took one there comes in", async () => {
  for (const asked of [{ requiredAmr: ["mfa"] }, { requiredAcr: ["silver"] }]) {
    expect(await claimsAs({ as: "mair@council.example" }, asked)).toBe("factor");
    expect(await claimsAs({ as: "mair@council.example", surely: true }, asked)).toBe("mair@council.example");
  }
});

test("clocks that are too far apart are told of, whichever is ahead", async () => {
  expect(await claimsAs({ as: "mair@council.example" }, {}, new Date(Date.now() + 3 * 3_600_000))).toBe("clock");
  const ahead = await startProvider(site, { ahead: 600, tellsInToken: true });
  expect(await claimsAs({ as: "mair@council.example" }, ahead.settings)).toBe("clock");
  await ahead.stop();
});

test("a provider that does not know us by what is set is not believed", async () => {
  expect(await claimsAs({ as: "mair@council.example" }, { clientSecret: "another" })).toBe("untrusted");
});

test("signing out there too is offered where the provider has a place for it", async () => {
  const address = new URL(locationOf(await answerOf(leaveProvider(argsOf(get("/sign-out/provider"))))) ?? "");
  expect(address.origin).toBe(provider.settings.issuer);
  expect(address.searchParams.get("post_logout_redirect_uri")).toBe(`${site}/sign-out`);
});

test("a provider that is away gets a page with the other ways in, and so does one that goes while somebody is there", async () => {
  const gone = await startProvider(site);
  await gone.stop();
  expect(await claimsAs("cancel", gone.settings)).toBe("down");
  const leaving = await startProvider(site);
  const begun = await beginAtProvider(leaving.settings, { site, to: null, language: "en", now: new Date() });
  if (!begun.ok) throw new Error(begun.problem);
  const { searchParams } = await goThrough(begun.value.location, { as: "mair@council.example" });
  await leaving.stop();
  const tried = { ...begun.value.tried, startedAt: Date.now() };
  expect(await returnFromProvider(leaving.settings, { site, query: searchParams, tried, now: new Date() })).toEqual({ ok: false, problem: "down" });
  const page = await answerOf<Problem>(begin(argsOf(get("/sign-in/provider?problem=down"))));
  expect(page).toMatchObject({ status: 503, body: { problem: "down" } });
});
