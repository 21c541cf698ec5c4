// A whole election of sixty organisations, in a real browser: from the plan and the notice over nominations, codes, votes in three languages, papers
// and a lot to the declaration, a recount by anybody and the seats. Days pass at once; what many do alike is posted to the same pages.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { APIRequestContext, Browser, Page } from "playwright/test";
import { addDays, dayOf } from "#app/shared/dates.ts";
import { proposedTimetable } from "#app/elections/timetable.ts";
import type { Language } from "#app/shared/languages.ts";
import { electionComesTo } from "#tests/support/days-pass.ts";
import { atDesk, onPhone } from "#tests/support/devices.ts";
import { buildPicture } from "#tests/support/files.ts";
import { expect, expectAccessible, expectNoSideways, test } from "#tests/support/journey.ts";
import { enter, tabTo } from "#tests/support/keyboard.ts";
import { codeIn, MailServer } from "#tests/support/mail-server.ts";
import { signInAs } from "#tests/support/office-pages.ts";
import { startServer, type RunningServer } from "#tests/support/server.ts";
import { inLanguage, wordsOf } from "#tests/support/texts.ts";

const mail = new MailServer();
let server: RunningServer;
let id = "";

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await mail.comeBack();
  // because voters come from many addresses
  server = await startServer({ SMTP_URL: mail.url, TRUSTED_PROXIES: "1" });
});
test.afterAll(async () => {
  await server.stop();
  await mail.goAway();
});

const { t } = wordsOf("en");
/** Eleven groups belong to the network; with these they are sixty. The last five have no e-mail. */
const joining = 49;
const byEmail = 44;
const nameOf = (index: number) => `Group ${String(index + 1).padStart(2, "0")}`;
const emailOf = (index: number) => `group${index + 1}@people.example`;
/** One who votes in Urdu, one in Welsh. */
const languageOf = (index: number): Language => (index === 7 ? "ur" : index === 8 ? "cy" : "en");

const room = (part = "") => `/tolbridge/elections/${id}${part && `/${part}`}`;
const office = (part = "") => `/tolbridge/office/elections/${id}${part && `/${part}`}`;
const linkIn = (letter: string) => new URL(/https?:\/\/\S*key=\S+/.exec(letter)![0]);
const pathIn = (letter: string) => linkIn(letter).pathname + linkIn(letter).search;

/** One of the demonstration's people at a wide screen, signed in. */
async function signedIn(browser: Browser, name: string): Promise<Page> {
  const page = await atDesk(browser, server);
  await signInAs(page.request, name);
  return page;
}

async function fitsEverybody(page: Page) {
  await expectAccessible(page);
  await expectNoSideways(page, page.viewportSize()!.width);
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
/** Some ways on look and sound like buttons. */
const follow = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).or(page.getByRole("button", { name, exact: true })).first().click();

test("sixty organisations elect three, one place kept for somebody under 25: a code is replaced, votes are cast again and on paper, a lot decides, and anybody can count it again", async ({ browser, playwright }) => {
  test.setTimeout(600_000);
  const request = (headers: Record<string, string> = {}) => playwright.request.newContext({ baseURL: server.url, extraHTTPHeaders: { Origin: server.url, ...headers } });
  const keeper = await signedIn(browser, "Sandra Oakes");
  const post = (from: APIRequestContext, path: string, form: Record<string, string>) => from.post(path, { form, headers: { Origin: server.url }, maxRedirects: 0 });

  await test.step("three have left the network's core group, and forty-nine more groups join the network", async () => {
    const secretariat = await request();
    await signInAs(secretariat, "Eleri Whitcombe");
    const seats = await (await secretariat.get("/tolbridge/office/bodies/community-network")).text();
    const [year = "", month = "", day = ""] = addDays(dayOf(new Date()), -1).split("-");
    for (const name of ["Malcolm Reed", "Neil Farrow", "Ffion Hughes"]) {
      const [, path = ""] = new RegExp(`href="(/tolbridge/office/bodies/community-network/appointments/[a-z0-9]+)"[^>]*>(?:<bdi>)?${name}`).exec(seats) ?? [];
      expect((await post(secretariat, path, { deed: "end", "ended-day": day, "ended-month": month, "ended-year": year, endedFor: "resigned" })).status()).toBe(302);
    }
    const joins = async (index: number) => {
      const saved = await post(secretariat, "/tolbridge/office/organisations/new/details", { "name-en": nameOf(index), sector: "voluntary-community", kind: "community-group" });
      const organisation = /organisations\/([a-z0-9]+)/.exec(saved.headers().location ?? "")![1]!;
      const reached: Record<string, string> = index < byEmail ? { "delegate-email": emailOf(index) } : { "delegate-post": `${index} High Street, Tolbridge` };
      const delegate = { "delegate-name": `Delegate ${index + 1}`, "delegate-language": languageOf(index), ...reached };
      expect((await post(keeper.request, "/tolbridge/office/networks/community-network/members/new", { organisation, ...delegate })).status()).toBe(302);
    };
    for (let index = 0; index < joining; index += 7) await Promise.all(Array.from({ length: 7 }, (_, more) => joins(index + more)));
    await secretariat.dispose();
  });

  await test.step("the election is planned, with a reserved place and dates, and announced to all sixty", async () => {
    await keeper.goto("/tolbridge/office/elections/new");
    await keeper.locator("input[name=network]").first().check();
    await keeper.locator("#title-en").fill("Three people for the core group");
    await press(keeper, t("elections:new.begin"));
    await keeper.waitForURL(/elections\/[a-z0-9]{16}/);
    id = /elections\/([a-z0-9]{16})/.exec(keeper.url())![1]!;

    const today = dayOf(new Date());
    const type = async (name: string, date: string) => {
      const [year = "", month = "", day = ""] = date.split("-");
      for (const [part, value] of Object.entries({ day, month, year })) await keeper.locator(`#${name}-${part}`).fill(value);
    };
    await keeper.goto(office("details"));
    await keeper.locator("#role-en").fill("The core group decides what the network works on.");
    await keeper.locator("#seats").fill("3");
    await keeper.locator("#lineId").selectOption({ label: (await keeper.locator("#lineId option").filter({ hasText: "Core group" }).innerText()).trim() });
    await keeper.locator("input[name=ballotOrder][value=alphabetical]").check();
    await type("termStartsOn", addDays(proposedTimetable(today).challengesUntil, 1));
    await fitsEverybody(keeper);
    await press(keeper, t("elections:save"));

    await keeper.goto(office("reserves"));
    await keeper.locator("#c1-name-en").fill("Age");
    await keeper.locator("#c1-justification-en").fill("Nobody under 25 has ever sat in the core group (Equality Act 2010, section 158).");
    await keeper.locator("#c1g1-name-en").fill("Under 25");
    await keeper.locator("#c1g1-least").fill("1");
    await press(keeper, t("elections:save"));

    await keeper.goto(office("dates"));
    await type("notice", today);
    await press(keeper, t("elections:dates.propose"));
    // whoever belongs today may vote
    await type("qualifyingOn", today);
    await fitsEverybody(keeper);
    await press(keeper, t("elections:save"));
    await keeper.waitForURL(/elections\/[a-z0-9]{16}\?/);

    await keeper.goto(office("officers"));
    await keeper.locator("#returning").selectOption({ label: "Helen Standish" });
    for (const name of ["Graham Tuffley", "Marcia Bennett-Clarke"]) await keeper.getByRole("checkbox", { name }).check();
    await press(keeper, t("elections:save"));
    await keeper.waitForURL(/\?done=officers/);

    await keeper.goto(office("notice"));
    await fitsEverybody(keeper);
    await follow(keeper, t("elections:publish.go-on"));
    await press(keeper, t("elections:publish.yes"));
    await keeper.waitForURL(/done=published/);
    await keeper.goto(office("roll"));
    await press(keeper, t("roll:list.take"));
    await expect(keeper.locator(".govuk-notification-banner")).toContainText("60");
    await expect.poll(() => mail.textsTo(emailOf(0)).length, { timeout: 60_000 }).toBe(1);
  });

  const candidates = ["Ann Ash", "Bob Birch", "Cai Cole", "Dee Dale", "Eve Elm"];
  const addressOf = (name: string) => `${name.split(" ")[0]!.toLowerCase()}@stands.example`;
  const letterTo = async (address: string, isIt: (text: string) => boolean) => {
    await expect.poll(() => mail.textsTo(address).some(isIt), { timeout: 60_000, message: `letter to ${address}` }).toBe(true);
    return mail.textsTo(address).findLast(isIt)!;
  };

  await test.step("somebody under 25 stands, with a photograph, from a phone", async () => {
    const phone = await onPhone(browser, server);
    await phone.goto(room("nominate"));
    await press(phone, t("candidates:nominate.send"));
    await expect(phone.locator(".govuk-error-summary")).toBeVisible();
    await fitsEverybody(phone);
    await phone.locator("input[name=by][value=self]").check();
    await phone.locator("#name").fill("Dee Dale");
    await phone.locator("#email").fill(addressOf("Dee Dale"));
    await phone.locator("#proposer").selectOption({ label: nameOf(20) });
    await phone.locator("#seconder").selectOption({ label: nameOf(21) });
    await phone.locator("#statement-en").fill("I am twenty-one. I run the skate club.");
    await phone.locator("#statement-cy").fill("Rwy’n un ar hugain oed. Fi sy’n rhedeg y clwb sglefrio.");
    await phone.locator("input[type=file]").setInputFiles({ name: "dee.jpg", mimeType: "image/jpeg", buffer: await buildPicture("jpeg", { width: 400, height: 400 }) });
    await press(phone, t("candidates:nominate.send"));
    // what was wrong is one thing only: the picture is not said in words; all else, the picture too, is kept
    await expect(phone.locator(".govuk-error-summary li")).toHaveCount(1);
    await phone.locator("#photo-alt").fill("Dee Dale, laughing, with a skateboard");
    await press(phone, t("candidates:nominate.send"));
    await expect(phone.locator("h1")).toContainText(t("candidates:nominate.sent"));

    await phone.goto(pathIn(await letterTo(addressOf("Dee Dale"), (text) => text.includes("key="))));
    await phone.locator("input[name=eligible]").check();
    await phone.getByRole("radio", { name: "Under 25" }).check();
    await phone.locator("input[name=group-consent]").check();
    await fitsEverybody(phone);
    await press(phone, t("candidates:mine.asked.yes"));
    await expect(phone.locator(".govuk-notification-banner")).toBeVisible();
    for (const supporter of [20, 21]) {
      await phone.goto(pathIn(await letterTo(emailOf(supporter), (text) => text.includes("/support"))));
      await fitsEverybody(phone);
      await press(phone, t("candidates:support.confirm"));
      await expect(phone.locator(".govuk-notification-banner")).toBeVisible();
    }
    await phone.context().close();
  });

  await test.step("four others are nominated, agree and are supported", async () => {
    const anybody = await request();
    const html = await (await anybody.get(room("nominate"))).text();
    const memberOf = (index: number) => new RegExp(`<option value="([^"]+)"[^>]*>${nameOf(index)}<`).exec(html.slice(html.indexOf('id="proposer"')))![1]!;
    for (const [index, name] of candidates.entries()) {
      if (name === "Dee Dale") continue;
      const [proposer, seconder] = [22 + 2 * index, 23 + 2 * index];
      const multipart = { by: "other", name, email: addressOf(name), proposer: memberOf(proposer), seconder: memberOf(seconder), "statement-en": `I am ${name}, and I listen.` };
      expect((await anybody.post(room("nominate"), { multipart, maxRedirects: 0 })).headers().location).toContain("sent");
      const mine = pathIn(await letterTo(addressOf(name), (text) => text.includes("key=")));
      const key = new URLSearchParams(mine.split("?")[1]).get("key")!;
      expect((await anybody.post(mine, { multipart: { key, deed: "consent", eligible: "yes", "statement-en": `I am ${name}, and I listen.` }, maxRedirects: 0 })).status()).toBe(302);
      for (const supporter of [proposer, seconder]) {
        const link = pathIn(await letterTo(emailOf(supporter), (text) => text.includes("/support")));
        await post(anybody, link, { key: new URLSearchParams(link.split("?")[1]).get("key")!, deed: "confirm" });
      }
    }
    await anybody.dispose();
  });

  const officer = await signedIn(browser, "Helen Standish");
  await test.step("the returning officer finds all five valid, confirms them, and prepares the poll", async () => {
    await electionComesTo(server, id, "candidatesOn");
    await officer.goto(office("nominations"));
    await fitsEverybody(officer);
    for (const name of candidates) {
      await officer.goto(office("nominations"));
      await officer.getByRole("link", { name }).first().click();
      await officer.locator("input[name=ruling][value=valid]").check();
      if (name === "Dee Dale") await fitsEverybody(officer);
      await officer.locator("button[name=deed][value=rule]").click();
      await expect(officer.locator(".govuk-notification-banner")).toBeVisible();
    }
    await officer.goto(office("candidates"));
    await fitsEverybody(officer);
    await follow(officer, t("candidates:confirm.link"));
    await press(officer, t("candidates:confirm.yes"));
    await expect(officer.getByText(t("candidates:confirm.done"))).toBeVisible();
    await officer.goto(office("prepare"));
    await fitsEverybody(officer);
    await follow(officer, t("roll:prepare.next"));
    await press(officer, t("roll:prepare.ask.yes"));
    await expect(officer.getByText(t("roll:letters.done.prepared"))).toBeVisible();
    const phone = await onPhone(browser, server);
    for (const language of ["en", "ur"] as const) {
      await phone.goto(inLanguage(language, room("candidates")));
      await expect(phone.getByAltText("Dee Dale, laughing, with a skateboard")).toBeVisible();
      await fitsEverybody(phone);
    }
    await phone.context().close();
  });

  const codes = new Map<number, string>();
  const codeLetters = (index: number) => mail.textsTo(emailOf(index)).filter((text) => /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.test(text));
  await test.step("on the day the poll opens everybody's code goes out; one is lost, and the old one dies with the new", async () => {
    await electionComesTo(server, id, "pollOpensOn");
    // one by post is made anew, which also sets the courier going a little before its minute
    await officer.goto(`${office("roll")}?search=${encodeURIComponent(nameOf(joining - 1))}`);
    await officer.getByRole("link", { name: nameOf(joining - 1) }).click();
    await officer.getByText(t("roll:deed.replace"), { exact: true }).first().click();
    await officer.locator("#replace-why").fill("The group has moved");
    await fitsEverybody(officer);
    await officer.locator("button[name=deed][value=replace]").click();
    await expect(officer.locator(".govuk-notification-banner")).toBeVisible();
    const phone = await onPhone(browser, server);
    await expect.poll(() => Array.from({ length: byEmail }, (_, index) => codeLetters(index).length).filter((count) => count === 1).length, { timeout: 90_000 }).toBe(byEmail);
    for (let index = 0; index < byEmail; index += 1) codes.set(index, codeIn(codeLetters(index)[0]!));
    await phone.goto(room("vote"));
    await follow(phone, t("poll:code.lost-link"));
    await phone.locator("#email").fill(emailOf(2));
    await press(phone, t("roll:ask.send"));
    await expect(phone.locator("h1")).toContainText(t("roll:ask.asked.title"));
    await fitsEverybody(phone);
    await phone.goto(pathIn(await letterTo(emailOf(2), (text) => text.includes("/my-entry"))));
    await fitsEverybody(phone);
    await press(phone, t("roll:mine.new.do"));
    await expect.poll(() => codeLetters(2).length, { timeout: 60_000 }).toBe(2);
    await phone.goto(room("vote"));
    await phone.locator("#code").fill(codes.get(2)!);
    await press(phone, t("poll:code.go-on"));
    await expect(phone.locator(".govuk-error-summary")).toContainText(t("poll:problem.code-replaced"));
    await fitsEverybody(phone);
    codes.set(2, codeIn(codeLetters(2)[1]!));
    await phone.context().close();
  });

  const tracking = new Map<number, string>();
  const trackingOn = async (page: Page) => codeIn(await page.locator(".govuk-panel").innerText());

  await test.step("somebody votes in Urdu on a narrow phone without scripts; what is wrong is explained", async () => {
    const words = wordsOf("ur");
    const phone = await onPhone(browser, server);
    await phone.goto(inLanguage("ur", room()));
    await fitsEverybody(phone);
    await phone.goto(inLanguage("ur", room("vote")));
    await phone.locator("#code").fill(codes.get(7)!.toLowerCase().replaceAll("-", " "));
    await press(phone, words.t("poll:code.go-on"));
    for (const number of [3, 5]) await phone.locator(`#rank-${number}`).fill("1");
    await press(phone, words.t("poll:ballot.check"));
    await expect(phone.locator(".govuk-error-summary")).toContainText("Cai Cole");
    await fitsEverybody(phone);
    await phone.locator("#rank-5").fill("2");
    await press(phone, words.t("poll:ballot.check"));
    await expect(phone.locator("h1")).toContainText(words.t("poll:heading.check"));
    await fitsEverybody(phone);
    await press(phone, words.t("poll:check.cast"));
    await expect(phone.locator(".govuk-panel")).toBeVisible();
    await fitsEverybody(phone);
    tracking.set(7, await trackingOn(phone));
    await phone.context().close();
  });

  await test.step("another votes in Welsh by keyboard: blank first, which is asked about, and then again", async () => {
    const words = wordsOf("cy");
    const page = await atDesk(browser, server);
    const write = async (field: string, value: string) => {
      await tabTo(page, page.locator(field));
      await page.keyboard.type(value);
    };
    const go = (name: string) => enter(page, page.getByRole("button", { name, exact: true }));
    const arrive = async () => {
      await page.goto(inLanguage("cy", room("vote")));
      await write("#code", codes.get(8)!);
      await page.keyboard.press("Enter");
      await expect(page.locator("#rank-1")).toBeVisible();
    };
    await arrive();
    await go(words.t("poll:ballot.check"));
    await expect(page.getByText(words.t("poll:check.blank"))).toBeVisible();
    await fitsEverybody(page);
    await go(words.t("poll:check.cast-blank"));
    await expect(page.locator(".govuk-panel")).toBeVisible();
    const first = await trackingOn(page);
    await arrive();
    await write("#rank-3", "1");
    await go(words.t("poll:ballot.check"));
    await expect(page.getByText(words.t("poll:check.replaces"))).toBeVisible();
    await go(words.t("poll:check.cast"));
    tracking.set(8, await trackingOn(page));
    expect(tracking.get(8)).not.toBe(first);
    await page.context().close();
  });

  await test.step("thirty-nine others vote, each from an address of their own", async () => {
    // with the two before: Ann 12, Bob 8, Cai 8, Dee 4, Eve 9; the very first for Bob, whose paper will come
    const choices: [count: number, ranks: number[]][] = [[1, [2]], [7, [1, 5]], [5, [1]], [8, [2]], [6, [3]], [4, [4]], [9, [5]]];
    const voters = Array.from({ length: byEmail }, (_, index) => index).filter((index) => index !== 7 && index !== 8);
    const votes = choices.flatMap(([count, ranks]) => Array<number[]>(count).fill(ranks)).map((ranks, turn) => ({ index: voters[turn]!, ranks }));
    const vote = async ({ index, ranks }: (typeof votes)[number]) => {
      const voter = await request({ "X-Forwarded-For": `192.0.2.${index + 1}` });
      await post(voter, room("vote"), { deed: "code", code: codes.get(index)! });
      const checked = await (await post(voter, room("vote"), { deed: "check", ...Object.fromEntries(ranks.map((candidate, at) => [`rank-${candidate}`, String(at + 1)])) })).text();
      const sealed = /name="sealed" value="([^"]+)"/.exec(checked)![1]!;
      const cast = await (await post(voter, room("vote"), { deed: "cast", sealed })).text();
      tracking.set(index, codeIn(cast.replace(/<[^>]+>/g, " ")));
      await voter.dispose();
    };
    for (let turn = 0; turn < votes.length; turn += 5) await Promise.all(votes.slice(turn, turn + 5).map(vote));
    expect(tracking.size).toBe(42);
  });

  await test.step("two days later those who have not voted are reminded, and nobody else", async () => {
    await electionComesTo(server, id, "pollOpensOn", 2);
    const before = Array.from({ length: byEmail }, (_, index) => mail.textsTo(emailOf(index)).length);
    await officer.goto(office("letters"));
    await fitsEverybody(officer);
    await follow(officer, t("roll:remind.next"));
    await press(officer, t("roll:remind.ask.yes"));
    await expect(officer.getByText(t("roll:letters.done.reminded"))).toBeVisible();
    const reminded = () => Array.from({ length: byEmail }, (_, index) => index).filter((index) => mail.textsTo(emailOf(index)).length > before[index]!);
    const silent = Array.from({ length: byEmail }, (_, index) => index).filter((index) => !tracking.has(index));
    await expect.poll(reminded, { timeout: 60_000 }).toEqual(silent);
  });

  await test.step("envelopes come in by number: four from those without e-mail, one of somebody who has voted online", async () => {
    const roll = await (await officer.request.get(office("roll.csv"))).text();
    const numberOf = (name: string) => roll.split(/\r?\n/).find((line) => line.includes(name))!.match(/\d+/)![0];
    await keeper.goto(office("papers"));
    for (const [turn, name] of [...[44, 45, 46, 47].map(nameOf), nameOf(0)].entries()) {
      const number = numberOf(name);
      if (turn > 0) {
        expect((await post(keeper.request, office("papers"), { deed: "envelope", number })).status()).toBe(302);
        continue;
      }
      await keeper.locator("#number").fill(number);
      await press(keeper, t("poll:papers.take-in"));
      await expect(keeper.locator(".govuk-notification-banner")).toBeVisible();
    }
    await keeper.goto(office("papers"));
    await fitsEverybody(keeper);
  });

  await test.step("voting has ended: five papers are keyed by two people; where they differ the returning officer looks", async () => {
    await electionComesTo(server, id, "countOn");
    for (const serial of [1, 2, 3, 4, 5]) {
      for (const reader of [keeper, officer]) {
        if (serial < 5) {
          // the first paper is read as Ann's by one and as Eve's by the other
          const rank = serial === 1 && reader === keeper ? "rank-5" : "rank-1";
          expect((await post(reader.request, office(`papers/${serial}`), { deed: "key", kind: "marked", [rank]: "1" })).status()).toBe(302);
        } else {
          await reader.goto(office("papers/5"));
          await reader.locator("input[name=kind][value=unclear]").check();
          await fitsEverybody(reader);
          await reader.locator("button[name=deed][value=key]").click();
          await expect(reader.locator(".govuk-notification-banner")).toBeVisible();
        }
      }
    }
    await officer.goto(office("papers/1"));
    await fitsEverybody(officer);
    await officer.locator("input[name=kind][value=marked]").check();
    await officer.locator("#rank-1").fill("1");
    await officer.locator("button[name=deed][value=settle]").click();
    await expect(officer.locator(".govuk-notification-banner")).toBeVisible();
    await fitsEverybody(officer);
    await press(officer, t("poll:papers.reconcile"));
    await expect(officer.locator(".govuk-notification-banner")).toContainText(t("poll:papers.done.reconciled"));
  });

  await test.step("the box is sealed, and everybody can find their vote in the list", async () => {
    await officer.goto(office("seal"));
    await follow(officer, t("poll:seal.begin"));
    await press(officer, t("poll:seal.yes"));
    await expect(officer.getByText(t("poll:seal.key-gone"))).toBeVisible({ timeout: 60_000 });
    await fitsEverybody(officer);
    const phone = await onPhone(browser, server);
    for (const [voter, isThere] of [[7, true], [8, true], [0, false]] as const) {
      await phone.goto(inLanguage("ur", room("tracking")));
      await phone.locator("#code").fill(tracking.get(voter)!);
      await press(phone, wordsOf("ur").t("poll:tracking.look"));
      await expect(phone.locator(".govuk-notification-banner")).toContainText(wordsOf("ur").t(isThere ? "poll:tracking.found" : "poll:tracking.not-found", { code: "|" }).split("|")[1]!.replaceAll(/[\u2066-\u2069]/g, "").trim());
    }
    await fitsEverybody(phone);
    await phone.context().close();
  });

  const scrutineers = [await signedIn(browser, "Graham Tuffley"), await signedIn(browser, "Marcia Bennett-Clarke")];
  await test.step("a scrutineer enters the lot drawn in the room; the count takes it, both sign, and the result is declared", async () => {
    const [first] = scrutineers;
    await first!.goto(office("lot"));
    await first!.locator("#text").fill("4 1 6 6 2 3");
    await fitsEverybody(first!);
    await press(first!, t("poll:lot.check"));
    await press(first!, t("poll:lot.yes"));
    await expect(first!.getByText(t("poll:lot.done"))).toBeVisible();
    await officer.goto(office("count"));
    await press(officer, t("results:office.go.count"));
    await expect(officer.getByRole("heading", { name: t("results:elected"), exact: true })).toBeVisible({ timeout: 60_000 });
    await fitsEverybody(officer);
    for (const page of scrutineers) {
      await page.goto(office("count"));
      await page.locator("#report").fill("I counted the sealed file again on my own laptop. The sheets agree.");
      await fitsEverybody(page);
      await press(page, t("results:office.go.sign"));
      await expect(page.getByRole("button", { name: t("results:office.go.sign-again") })).toBeVisible();
    }
    await officer.goto(office("count"));
    await press(officer, t("results:office.go.declare"));
    await officer.waitForURL(/\/result$/);
  });

  const winners = ["Ann Ash", "Dee Dale", "Eve Elm"];
  await test.step("everybody reads who was elected and why, in three languages", async () => {
    const phone = await onPhone(browser, server);
    for (const language of ["ur", "cy", "en"] as const) {
      for (const part of ["result", "declaration"]) {
        await phone.goto(inLanguage(language, room(part)));
        await fitsEverybody(phone);
        for (const name of winners) await expect(phone.locator("main")).toContainText(name);
      }
    }
    await phone.goto(room("result"));
    await expect(phone.locator("main")).toContainText("4 1 6 6 2 3");
    await expect(phone.locator("main")).toContainText("46 of 60");
    await phone.context().close();
    await officer.goto(room("result"));
    await fitsEverybody(officer);
  });

  await test.step("anybody counts it again in their own browser, and from the downloaded files by command", async () => {
    await officer.goto(room("recount"));
    await press(officer, t("results:recount.go"));
    const agrees = t("results:recount.say.agrees", { names: "|", hash: "|" }).split("|")[0]!.replaceAll(/[\u2066-\u2069]/g, "").trim();
    await expect(officer.locator("#recount-status")).toContainText(agrees);
    await fitsEverybody(officer);
    const downloaded = async (name: "ballots" | "reserves") => {
      const [download] = await Promise.all([officer.waitForEvent("download"), officer.getByRole("link", { name: t(`results:files.${name}`) }).click()]);
      return download.path();
    };
    const [ballots, reserves] = [await downloaded("ballots"), await downloaded("reserves")];
    const lots = (await officer.locator("form[data-recount]").getAttribute("data-lots"))!;
    const said = execFileSync("npm", ["run", "--silent", "count", "--", "--rules", "scottish", "--constraints", reserves, "--lots", lots, ballots], { encoding: "utf8" });
    const counted = JSON.parse(said) as { elected: number[]; candidates: string[]; ties: { by: string }[]; error?: string };
    expect(counted.error).toBeUndefined();
    expect(counted.elected.map((number) => counted.candidates[number - 1]).sort()).toEqual(winners);
    expect(counted.ties.map(({ by }) => by)).toContain("lot");
    expect(readFileSync(ballots, "utf8")).toMatch(/^5 3/);
  });

  await test.step("a challenge is dismissed with a reason; then the result is confirmed, and those elected have their seats", async () => {
    const phone = await onPhone(browser, server);
    await phone.goto(room("challenge"));
    await phone.locator("#name").fill("Cai Cole");
    await phone.locator("#email").fill(addressOf("Cai Cole"));
    await phone.locator("#grounds").fill("Was the lot drawn in public?");
    await fitsEverybody(phone);
    await press(phone, t("results:challenge.send"));
    await expect(phone.locator("h1")).toContainText(t("results:challenge.sent"));
    await officer.goto(office("count"));
    await officer.locator("#reason-en").fill("Eight people were in the room, and it is in the minutes.");
    await press(officer, t("results:office.dismiss"));
    await expect(officer.getByText(t("results:office.ruling.dismissed"))).toBeVisible();
    await electionComesTo(server, id, "challengesUntil", 1);
    await officer.goto(office("count"));
    await fitsEverybody(officer);
    await press(officer, t("results:office.go.confirm"));
    await expect(officer.getByRole("button", { name: t("results:office.go.confirm") })).toHaveCount(0);
    await phone.goto("/tolbridge/bodies/community-network");
    for (const name of winners) await expect(phone.locator("main")).toContainText(name);
    await phone.goto(room());
    await expect(phone.locator("main")).toContainText(t("elections:state.confirmed"));
    await fitsEverybody(phone);
  });
});
