// Invitations sent by a real mail server: slowly, once each, never to whoever asked for no more, and not when nobody can answer.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { invitationsPath } from "#app/consultations/office-paths.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { hirePostman } from "#app/shared/postman.server.ts";
import { saveList } from "#app/stakeholders/lists.store.server.ts";
import { byPostCsvPath, byPostPath, mailedPath, mailingPath, mailingPreviewPath } from "#app/stakeholders/paths.ts";
import { sendMailings } from "#app/stakeholders/sending.server.ts";
import { bringIn } from "#app/stakeholders/stakeholders.store.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildConsultation, buildPerson, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";
import { MailServer } from "#tests/support/mail-server.ts";
import { locationOf } from "#tests/support/requests.ts";

const server = new MailServer();
let application: Application;
let now = new Date();
const minutes = (count: number) => void (now = new Date(now.getTime() + count * 60_000));
const postman = () => hirePostman(server.url, () => now);
let post: ReturnType<typeof postman>;
let consultation: BuiltConsultation;
let editor: { open: (path: string) => Promise<string>; post: (path: string, fields: Record<string, string>) => Promise<string | null> };

beforeAll(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true); // because a letter that is not taken is told in the log
  await server.comeBack();
  post = postman();
  application = await openApplication();
  consultation = await buildConsultation();
  const person = await buildPerson({ role: "editor", partnership: consultation.partnership });
  const by = { partnershipId: consultation.partnershipId, personId: person.id, now };
  const heads = [...Array(7).keys()].map((index) => ({ name: `Person ${index}`, organisation: "", email: `person${index}@example.org`, telephone: null, post: null, language: index === 1 ? ("cy" as const) : ("en" as const), audience: "", source: "" }));
  const onPaper = { ...heads[0]!, name: "Dai", email: null, post: "1 High St\nMarl" };
  const lists: string[] = [];
  for (const [name, own] of [["One", [...heads.slice(0, 5), onPaper]], ["Two", heads.slice(3)]] as const) {
    await inTransaction(async (transaction) => {
      const id = await saveList(transaction, by, null, name);
      lists.push(id!);
      await bringIn(transaction, by, id!, own);
    });
  }
  const visitor = async () => new Visitor(application, { now }, [await signInCookie(person, now)]);
  editor = {
    open: async (path) => (await (await (await visitor()).open(path)).text()).replaceAll(/<!-- -->/g, ""),
    post: async (path, fields) => locationOf(await (await visitor()).post(path, fields)),
  };
  await (await visitor()).post(invitationsPath(consultation.partnership, consultation), { deed: "choose", list: lists });
  return async () => {
    post.close();
    vi.mocked(process.stdout.write).mockRestore();
  };
});
afterAll(() => server.goAway());

const here = () => invitationsPath(consultation.partnership, consultation);
const letters = (kind = "invitation") => db().mailedLetter.groupBy({ by: ["state"], where: { consultationId: consultation.id, kind }, _count: true });
const states = async (kind?: string) => Object.fromEntries((await letters(kind)).map(({ state, _count }) => [state, _count]));
/** Whoever of those still to be written to comes first, the Welsh reader apart. */
let refused = "";
let unsubscribed = "";
const text = { "subject-en": "Have your say", "body-en": "Dear {name}, {link}", "subject-cy": "Dweud eich dweud", "body-cy": "Annwyl {name}, {link}", perMinute: "2" };

/** A minute passes: what is due is written and sent, and what became of it taken down. */
async function pass(count = 1): Promise<void> {
  for (let minute = 0; minute < count; minute += 1) {
    minutes(1);
    await sendMailings(now);
    await post.send();
  }
  minutes(1);
}

test("nothing goes before the letter is written, and a test of it goes to oneself", async () => {
  expect(await editor.post(here(), { deed: "begin" })).toBeNull();
  expect(await editor.post(mailingPath(consultation.partnership, consultation, "invitation"), text)).toContain("preview?saved");
  const preview = mailingPreviewPath(consultation.partnership, consultation, "invitation");
  expect(await editor.open(`${preview}?in=cy`)).toContain("Annwyl Person 0");
  expect(await editor.post(preview, { in: "en" })).toContain("tested");
  minutes(1);
  await post.send();
  expect(server.taken[0]).toContain("Subject: Test: Have your say");
  expect(server.taken[0]).not.toContain("List-Unsubscribe:");
  server.taken.length = 0;
});

test("everybody on both lists is invited once, so many a minute, in their language, with one press to get no more", async () => {
  expect(await editor.open(`${here()}?ask=begin`)).toContain("Invite 7 by e-mail now?");
  expect(await editor.post(here(), { deed: "begin" })).toContain("begun");
  await pass();
  expect(server.taken).toHaveLength(2);
  expect(await states()).toMatchObject({ waiting: 5 });
  // a second runner in the same minute writes nothing
  await sendMailings(new Date(now.getTime() - 50_000));
  expect(await states()).toMatchObject({ waiting: 5 });
  await editor.post(here(), { deed: "pause", kind: "invitation" });
  await pass(2);
  expect(server.taken).toHaveLength(2);
  await editor.post(here(), { deed: "resume", kind: "invitation" });
  server.refuse = (address) => {
    if (refused === "" && address !== "person1@example.org") refused = address;
    return address === refused ? 550 : null;
  };
  await pass(4);
  expect(new Set(server.recipients).size).toBe(server.taken.length);
  expect(await states()).toEqual({ sent: 6, refused: 1 });
  const [welsh] = server.taken.filter((message) => message.includes("To: person1@example.org"));
  expect(welsh).toMatch(/Content-Language: cy/);
  expect(welsh?.replace(/\r\n\s+/g, " ")).toMatch(/List-Unsubscribe: <http\S+\/cy\/\S+\/unsubscribe\?key=[\w-]{43}>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click/);
  expect(await editor.open(mailedPath(consultation.partnership, consultation, "invitation", { state: "refused" }))).toContain(refused);
});

test("opening the link changes nothing; one press of a mail program, or on the page, does; it can be undone", async () => {
  const stopped = () => db().stoppedAddress.count({ where: { partnershipId: consultation.partnershipId, why: "unsubscribed" } });
  const first = server.recipients.findIndex((address) => address !== "person1@example.org");
  unsubscribed = server.recipients[first]!;
  const message = server.taken[first]!.replace(/\r\n\s+/g, " ");
  const path = /List-Unsubscribe: <http:\/\/[^/]+([^>]+)>/.exec(message)![1]!;
  const anybody = new Visitor(application, { now, address: newId() });
  expect(await (await anybody.open(path)).text()).toContain("Get no more invitations?");
  expect(await stopped()).toBe(0);
  expect((await anybody.post(path, { "List-Unsubscribe": "One-Click" })).status).toBe(200);
  expect(await stopped()).toBe(1);
  expect(locationOf(await anybody.post(path, { deed: "undo" }))).toBe(path);
  expect(await stopped()).toBe(0);
  await anybody.post(path, { deed: "stop" });
  expect((await anybody.post(path.slice(0, -1), { deed: "stop" })).status).toBe(410);
});

test("reminders go once before the last day, to whoever got an invitation and wants letters", async () => {
  const reminder = { "subject-en": "Last days", "body-en": "{link} If you have already answered, thank you.", perMinute: "60", wanted: "yes", days: "7" };
  await editor.post(mailingPath(consultation.partnership, consultation, "reminder"), reminder);
  server.taken.length = 0;
  await pass();
  expect(server.taken).toHaveLength(0);
  now = new Date(consultation.closesAt!.getTime() - 6 * 86_400_000);
  await pass(3);
  const everybody = [...Array(7).keys()].map((index) => `person${index}@example.org`);
  expect(server.recipients.sort()).toEqual(everybody.filter((address) => address !== refused && address !== unsubscribed));
  expect(await states("reminder")).toEqual({ sent: 5, unsubscribed: 1 });
});

test("who has no e-mail address stands on a list for the post, and is counted once the letters went", async () => {
  const { partnership } = consultation;
  expect(await editor.open(byPostPath(partnership, consultation))).toMatch(/Dai[\s\S]*1 High St/);
  expect(await editor.open(byPostCsvPath(partnership, consultation))).toContain("Dai,,1 High St,Marl,");
  expect(await editor.post(byPostPath(partnership, consultation), { deed: "posted" })).toContain("posted");
  expect(await states()).toEqual({ sent: 6, refused: 1, posted: 1 });
});

test("when nobody can answer any more nothing goes, not even what waits in the outbox", async () => {
  await db().mailedLetter.updateMany({ where: { consultationId: consultation.id, kind: "reminder", state: "unsubscribed" }, data: { state: "waiting" } });
  await db().stoppedAddress.deleteMany({ where: { partnershipId: consultation.partnershipId } });
  server.taken.length = 0;
  minutes(1);
  await sendMailings(now);
  expect(await states("reminder")).toMatchObject({ written: 1 });
  now = new Date(consultation.closesAt!.getTime() + 60_000);
  await pass(2);
  expect(server.taken).toHaveLength(0);
  expect(await states("reminder")).toMatchObject({ waiting: 1 });
  expect(await db().mailing.count({ where: { consultationId: consultation.id, stoppedAt: null } })).toBe(0);
  expect(await editor.post(here(), { deed: "begin" })).toBeNull();
});
