// An administrator changes what a partnership is called, looks like, writes as and is reached at.
import pg from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { settingsPath } from "#app/partnerships/paths.ts";
import { findPartnershipById } from "#app/partnerships/store.server.ts";
import { databaseUrl, db } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { Visitor } from "#tests/support/application.ts";
import { buildPartnership, signInCookie } from "#tests/support/factories.ts";
import { buildPicture, svg } from "#tests/support/files.ts";
import { locationOf } from "#tests/support/requests.ts";
import { application, begin, now, openApplications, seen } from "#tests/support/settings.ts";

beforeAll(openApplications);

const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const details = { "name-en": "Hollin Vale", "welcome-en": "Come in.", telephone: "01632 960555" };

test("a new name and welcome are seen by everybody, in English where a language has none", async () => {
  const { partnership, does } = await begin();
  expect(await does("name", { ...details, "name-ur": "ہولن ویل", "welcome-ur": "" })).toMatchObject({ status: 302, to: "?saved" });
  expect(await seen(partnership)).toMatch(/<h1[^>]*>Hollin Vale<\/h1>.*Come in\..*01632 960555/s);
  const urdu = await seen(partnership, "ur");
  expect(urdu).toMatch(/<h1[^>]*>ہولن ویل<\/h1>/);
  expect(urdu).toContain('lang="en" dir="ltr">Come in.');
});

test("what is wrong is said beside the field, in the direction of its language, with what was typed kept", async () => {
  const { see, does, now: current, partnership } = await begin();
  expect(await see("name")).toMatch(/<input[^>]*name="name-ur"[^>]*dir="rtl"[^>]*lang="ur"|<input[^>]*name="name-ur"[^>]*lang="ur"[^>]*dir="rtl"/);
  const { status, html } = await does("name", { ...details, "name-en": "", telephone: "call me" });
  expect(status).toBe(422);
  expect(html).toContain('href="#name-en"');
  expect(html).toContain('value="call me"');
  expect((await current()).name).toEqual(partnership.name);
});

test("of the same text in three languages it is said which is too long, and how long it may be", async () => {
  const { see, does } = await begin();
  expect(await see("name")).toContain("in 120 characters at most");
  const { html } = await does("name", { ...details, "name-cy": "x".repeat(121), "welcome-ur": "x".repeat(601) });
  for (const said of ["Name in Welsh: use 120 characters at most", "Welcome in Urdu: use 600 characters at most"]) expect(html).toContain(`>${said}</a>`);
});

test("a change is written down by what changed and never by its words, and where nothing changed nothing is", async () => {
  const { does, audit, person } = await begin();
  await does("name", details);
  await does("name", details);
  const changes = await audit();
  expect(changes.map(({ action, personId }) => [action, personId])).toEqual([["partnership.change-name", person.id]]);
  expect(changes[0]?.facts).toEqual({ changed: "name.en name.cy name.ur welcome.en welcome.cy welcome.ur contact.telephone" });
  expect(JSON.stringify(changes.map(({ facts }) => facts))).not.toContain("Hollin");
});

test("a change drops the public pages that were kept", async () => {
  const { partnership, does } = await begin();
  const listening = new pg.Client({ connectionString: databaseUrl() });
  await listening.connect();
  const heard: (string | undefined)[] = [];
  listening.on("notification", ({ payload }) => heard.push(payload));
  await listening.query("LISTEN folkmoot_published");
  await does("look", { choice: "plum" });
  await vi.waitFor(() => expect(heard).toEqual([partnership.id]));
  await listening.end();
});

test("a colour that cannot be seen is refused with what it lacks, and the shade offered instead can be saved", async () => {
  const { partnership, see, does, now: current, audit } = await begin();
  const refused = await does("look", { choice: "own", colour: "#ffdd00", intent: "save" });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain("#ffdd00 is too pale: its contrast with the page is 1.2 to 1, and it needs 3.0 to 1");
  expect(refused.html).toMatch(/<input type="hidden" name="colour" value="#a38d00"\/><button[^>]*name="intent" value="preview"/);
  expect((await current()).accentColour).toBeNull();
  expect(await does("look", { choice: "own", colour: "#a38d00", intent: "preview" })).toMatchObject({ status: 302, to: "?accent=a38d00" });
  const trial = await see("look", "?accent=a38d00");
  expect(trial).toContain(".accent-preview{--accent:#a38d00");
  expect((await current()).accentColour).toBeNull();
  expect(await does("look", { choice: "own", colour: "#a38d00", intent: "save" })).toMatchObject({ status: 302, to: "?saved" });
  expect(await seen(partnership)).toContain(":root{--accent:#a38d00");
  expect((await audit())[0]?.facts).toEqual({ changed: "accentColour", from: null, to: "#a38d00" });
});

test("a page allows the very style that it carries, and no other", async () => {
  const { administrator, partnership } = await begin({ accentColour: "#1d5f5a" });
  const answer = await administrator.open(`${settingsPath(partnership, "look")}?accent=7a2a63`);
  const [, style = ""] = /<style>(.*?)<\/style>/.exec(await answer.text()) ?? [];
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style));
  expect(style).toContain("#7a2a63");
  expect(answer.headers.get("Content-Security-Policy")).toContain(`'sha256-${Buffer.from(digest).toString("base64")}'`);
});

test("what is no colour is refused, whatever the address of a trial says nothing of it is drawn, and none is Folkmoot's own", async () => {
  const { see, does, now: current } = await begin({ accentColour: "#1d5f5a" });
  expect((await does("look", { choice: "own", colour: "red" })).html).toContain('value="red"');
  expect((await does("look", { intent: "burn", choice: "none" })).status).toBe(400);
  for (const accent of ["ffdd00", "}</style>", "red"]) {
    expect(await see("look", `?${new URLSearchParams({ accent })}`)).toContain(".accent-preview{--accent:#1d5f5a");
  }
  await does("look", { choice: "none" });
  expect((await current()).accentColour).toBeNull();
});

const picture = async (width = 400) => new File([new Uint8Array(await buildPicture("png", { width, height: 200 }))], "Our logo.png", { type: "image/png" });

test("a logo stands beside the name at its size and says what it shows, in the language of the page", async () => {
  const { partnership, does, now: current } = await begin();
  expect(await does("logo", { logo: await picture(), "alt-en": "An oak", "alt-cy": "Derwen" })).toMatchObject({ status: 302, to: "?saved" });
  const { logo } = await current();
  expect(logo).toMatchObject({ width: 96, height: 48, alt: { en: "An oak", cy: "Derwen" } });
  const small = `/${partnership.slug}/files/${logo?.fileId}?size=small`;
  expect(await seen(partnership)).toMatch(new RegExp(`<img class="page-header__logo" src="${small.replace("?", "\\?")}" [^>]*width="96" height="48" alt="An oak"/>`));
  expect(await seen(partnership, "ur")).toContain('alt="An oak" lang="en"');
  const answer = await new Visitor(application("en")).open(small);
  expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "image/webp"]);
});

test("another logo takes the place of the first, whose file goes; its words may be changed alone; and it can be taken away", async () => {
  const { partnership, see, does, now: current, audit } = await begin();
  await does("logo", { logo: await picture() });
  const first = (await current()).logo?.fileId;
  await does("logo", { logo: await picture(200), "alt-en": "An elm" });
  const second = (await current()).logo;
  expect(second).toMatchObject({ width: 48, alt: { en: "An elm" } });
  await does("logo", { "alt-en": "A beech" });
  expect((await current()).logo).toEqual({ ...second, alt: { en: "A beech" } });
  const files = () => db().file.findMany({ where: { partnershipId: partnership.id }, select: { id: true } });
  expect(await files()).toEqual([{ id: second?.fileId }]);
  expect(first).not.toBe(second?.fileId);
  expect(await see("logo")).not.toContain('value="remove"'); // because one is asked first
  expect(await see("logo", "?ask")).toMatch(/Take the logo away\?<\/h1>.*value="remove"/s);
  await does("logo", { intent: "remove" });
  expect(await see("logo", "?ask")).not.toContain('value="remove"');
  expect([(await current()).logo, await files()]).toEqual([null, []]);
  expect((await audit()).map(({ action }) => action)).toEqual(Array(4).fill("partnership.change-logo"));
  expect(await seen(partnership)).toContain("page-header__mark");
});

test("what is no picture is refused in words, and nothing of it is kept", async () => {
  const { does, now: current } = await begin();
  expect((await does("logo", {})).html).toContain("Choose a picture");
  const refused = await does("logo", { logo: new File([new Uint8Array(svg)], "logo.svg", { type: "image/svg+xml" }), "alt-en": "An oak" });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain("Choose a picture that is PNG, JPEG or WebP");
  expect(refused.html).toContain('value="An oak"');
  expect((await current()).logo).toBeNull();
});

test("the settings show the same address on the web as the page where it is changed", async () => {
  const { administrator, partnership, see } = await begin();
  const address = `http://localhost:3000/${partnership.slug}<`;
  expect(await (await administrator.open(settingsPath(partnership))).text()).toContain(address);
  expect(await see("domain")).toContain(address);
});

const sender = { "sender-name": "Hollin Vale", "sender-address": "hello@marlshire.example", "reply-to": "" };
const linkIn = (text: string) => new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? "http://none.invalid");

test("letters come from a new address once somebody who reads its mail has said yes, and not before", async () => {
  const { does, now: current, letters, audit } = await begin();
  const answer = await does("sender", { ...sender, "sender-address": "Talk@Hollin.example", "reply-to": "team@hollin.example" });
  expect(answer).toMatchObject({ status: 302, to: "?asked" });
  expect(await current()).toMatchObject({ senderName: "Hollin Vale", senderAddress: "hello@marlshire.example", replyTo: "team@hollin.example" });
  const [letter] = await letters();
  expect(letter).toMatchObject({ kind: "settings/confirm-sender", toAddress: "talk@hollin.example", fromAddress: "hello@marlshire.example" });
  const { pathname, search } = linkIn(letter!.text);
  const reader = new Visitor(application("en"), { now: later(6) });
  expect(await (await reader.open(pathname + search)).text()).toContain("talk@hollin.example");
  expect((await current()).senderAddress).toBe("hello@marlshire.example");
  const token = new URLSearchParams(search).get("token")!;
  const said = await reader.post(pathname + search, { token });
  expect([said.status, locationOf(said)]).toEqual([302, `${pathname}?done`]);
  expect((await current()).senderAddress).toBe("talk@hollin.example");
  expect((await reader.post(pathname, { token })).status).toBe(410);
  expect((await reader.open(pathname + search)).status).toBe(410);
  expect((await audit()).map(({ action }) => action)).toEqual(["partnership.change-sender", "partnership.change-sender", "partnership.confirm-sender"]);
  expect(JSON.stringify((await audit()).map(({ facts }) => facts))).not.toContain("@");
});

test("a link is dead after a week, once a newer one was sent, once the address was forgotten, and at another partnership", async () => {
  const { does, now: current, letters } = await begin();
  const tokens: string[] = [];
  const ask = async (fields: Record<string, string>) => {
    await does("sender", fields);
    tokens.push(linkIn((await letters()).at(-1)!.text).searchParams.get("token")!);
  };
  const path = `/${(await current()).slug}/sender`;
  const open = async (token: string, at: Date, where = path) => (await new Visitor(application("en"), { now: at }).open(`${where}?${new URLSearchParams({ token })}`)).status;
  await ask({ ...sender, "sender-address": "talk@hollin.example" });
  expect([await open(tokens[0]!, later(6.9)), await open(tokens[0]!, later(7.1))]).toEqual([200, 410]);
  await ask({ intent: "again" });
  expect([await open(tokens[0]!, now), await open(tokens[1]!, now)]).toEqual([410, 200]);
  expect(await open(tokens[1]!, now, `/${(await buildPartnership()).slug}/sender`)).toBe(410);
  await does("sender", { intent: "forget" });
  expect(await open(tokens[1]!, now)).toBe(410);
  expect((await current()).senderAddress).toBe("hello@marlshire.example");
});

test("a test letter goes to the administrator who asks for it, as residents' letters go", async () => {
  const { does, letters, person } = await begin({ replyTo: "team@marlshire.example" });
  expect(await does("sender", { intent: "test" })).toMatchObject({ to: "?tested" });
  expect(await letters()).toMatchObject([
    { kind: "settings/test", toAddress: person.email, fromAddress: "hello@marlshire.example", replyTo: "team@marlshire.example" },
  ]);
});

test("letters about senders have an end, because each goes to an address that anybody may have typed", async () => {
  const { does } = await begin();
  const statuses: number[] = [];
  for (let count = 0; count < 11; count += 1) statuses.push((await does("sender", { intent: "test" })).status);
  expect(statuses).toEqual([...Array<number>(10).fill(302), 429]);
});

test("a host name is taken in, in both its spellings, and says why where it is not", async () => {
  const { does, see } = await begin();
  for (const [domain, words] of [["", "Enter a domain name"], ["marlshire", "Enter the whole domain name"], ["192.0.2.7", "not a number"], ["localhost", "the whole domain name"]] as const) {
    const refused = await does("domain", { domain });
    expect([refused.status, refused.html.includes(words)], domain).toEqual([422, true]);
  }
  expect(await does("domain", { domain: "https://Tŷ-siarad.example/" })).toMatchObject({ status: 302, to: "?added" });
  const html = await see("domain");
  expect(html).toContain("tŷ-siarad.example");
  expect(html).toContain("xn--t-siarad-t2b.example");
});

test("a name that does not lead here is told so, and may be used all the same; then letters' links begin with it", async () => {
  const { partnership, does, now: current, audit, letters } = await begin();
  const domain = `${newId()}.invalid`;
  await does("domain", { domain });
  const checked = await does("domain", { intent: "check", domain });
  expect(checked.status).toBe(422);
  expect(checked.html).toContain(`Nobody knows the name ${domain}`);
  expect((await current()).domain).toBeNull();
  expect(await does("domain", { intent: "use", domain })).toMatchObject({ to: "?used" });
  expect((await current()).domain).toBe(domain);
  expect(await seen(partnership)).toContain(`<link rel="canonical" href="http://${domain}:3000/${partnership.slug}"/>`);
  expect(await seen(partnership, "ur")).toContain(`<link rel="canonical" href="http://${domain}:3000/ur/${partnership.slug}"/>`);
  await does("sender", { ...sender, "sender-address": "talk@hollin.example" });
  expect(linkIn((await letters())[0]!.text).origin).toBe(`http://${domain}:3000`);
  expect((await audit()).filter(({ action }) => action === "partnership.change-domain").map(({ facts }) => facts)).toEqual([
    { added: domain },
    { used: domain, checked: false },
  ]);
});

test("a name in use is removed after one is asked, in words that name it", async () => {
  const domain = `${newId()}.example`;
  const { does, see, now: current } = await begin({ domain });
  expect(await see("domain", `?ask=${domain}`)).toContain(`Remove ${domain}?`);
  expect(await does("domain", { intent: "remove", domain })).toMatchObject({ to: "?removed" });
  expect((await current()).domain).toBeNull();
});

test("one administrator does not reach another partnership's names", async () => {
  const domain = `${newId()}.example`;
  const { partnership } = await begin({ domain });
  const { does } = await begin();
  expect((await does("domain", { intent: "use", domain })).status).toBe(404);
  expect((await does("domain", { intent: "check", domain })).status).toBe(404);
  await does("domain", { intent: "remove", domain });
  expect((await does("domain", { domain })).html).toContain("Another partnership uses this name");
  expect((await findPartnershipById(db(), partnership.id)).domain).toBe(domain);
});

test("the host that letters lead to is chosen only by whoever signed in not long ago", async () => {
  const { partnership, person } = await begin();
  const left = new Visitor(application("en"), { now }, [await signInCookie(person, new Date(now.getTime() - 2 * 3_600_000))]);
  const here = settingsPath(partnership, "domain");
  for (const answer of [await left.open(here), await left.post(here, { intent: "use", domain: "elsewhere.example" })]) {
    expect(locationOf(answer)).toBe(`/sign-in?${new URLSearchParams({ to: here, again: "yes" })}`);
  }
  expect((await left.open(settingsPath(partnership, "name"))).status).toBe(200);
});
