// A resident puts themselves on the roll of an election from a narrow phone without scripts, in Urdu: from the list of elections over the letter
// and its button to the letter that says what stands on the roll.
import { onPhone } from "#tests/support/devices.ts";
import { expect, expectAccessible, expectNoSideways, test } from "#tests/support/journey.ts";
import { MailServer } from "#tests/support/mail-server.ts";
import { startServer, type RunningServer } from "#tests/support/server.ts";
import { wordsOf } from "#tests/support/texts.ts";

const mail = new MailServer();
let server: RunningServer;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await mail.comeBack();
  server = await startServer({ SMTP_URL: mail.url });
});
test.afterAll(async () => {
  await server.stop();
  await mail.goAway();
});

const { t } = wordsOf("ur");
const name = "نادیہ یوسف";
const email = "nadia.yousaf@hartwellmail.example";

test("a resident comes onto the roll: the form says what is missing, the letter's link changes nothing, its button does, and a letter says what stands there", async ({ browser }) => {
  test.setTimeout(60_000);
  const phone = await onPhone(browser, server);
  const press = (label: string) => phone.getByRole("button", { name: label, exact: true }).click();
  const heading = phone.locator("h1");
  const fitsEverybody = async () => {
    await expectAccessible(phone);
    await expectNoSideways(phone, 320);
  };
  const letter = async (part: string) => {
    const found = () => mail.textsTo(email).find((text) => text.includes(part));
    await expect.poll(found, { timeout: 30_000, message: `letter with ${part}` }).toBeTruthy();
    return found()!;
  };
  const linkIn = (text: string) => {
    const { pathname, search } = new URL(/https?:\/\/\S*key=\S+/.exec(text)![0]);
    return pathname + search;
  };

  await phone.goto("/ur/tolbridge/elections");
  await phone.getByRole("link", { name: "دیہات کے پینل کے لیے دو رہائشی" }).click();
  await fitsEverybody();
  await phone.getByRole("button", { name: t("elections:public-room.register") }).or(phone.getByRole("link", { name: t("elections:public-room.register") })).first().click();
  await press(t("register:send"));
  await expect(phone.locator(".govuk-error-summary li")).toHaveCount(3);
  await fitsEverybody();
  await phone.locator("#name").fill(name);
  await phone.locator("#email").fill(email);
  await phone.locator("#language").selectOption("ur");
  await press(t("register:send"));
  // what was typed is kept: only the declaration is missing
  await expect(phone.locator(".govuk-error-summary li")).toHaveCount(1);
  await expect(phone.locator("#name")).toHaveValue(name);
  await phone.locator("input[name=declares]").check();
  await press(t("register:send"));
  await expect(heading).toContainText(t("register:sent.title"));
  await fitsEverybody();

  const link = linkIn(await letter("/registration"));
  for (let opened = 0; opened < 2; opened += 1) {
    await phone.goto(link);
    await expect(heading).toContainText(t("register:link.asked.title"));
  }
  await expect(phone.locator("main")).toContainText(name);
  await fitsEverybody();
  await press(t("register:link.asked.button"));
  await expect(heading).toContainText(t("register:link.confirmed.title"));
  await fitsEverybody();

  await phone.getByRole("link", { name: t("register:link.election"), exact: true }).click();
  await phone.getByRole("link", { name: t("elections:public-room.on-the-roll") }).click();
  await phone.locator("#email").fill(email);
  await press(t("roll:ask.send"));
  await expect(heading).toContainText(t("roll:ask.asked.title"));
  await fitsEverybody();
  await phone.goto(linkIn(await letter("/my-entry")));
  await expect(phone.locator("main")).toContainText(name);
  await fitsEverybody();
  await phone.context().close();
});
