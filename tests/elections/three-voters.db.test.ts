// A poll in which three may vote, through the pages of all who take part: so few that a figure would be somebody's vote. The officer is warned before
// the poll, promises that only the order is told, and everybody then reads who was elected and no figure. [D6, COUNTING 4.8]
import { afterAll, beforeAll, expect, test } from "vitest";
import { countElection } from "#app/elections/counts.store.server.ts";
import { hireCourier } from "#app/elections/courier.server.ts";
import { electionState, findElection, type Election } from "#app/elections/elections.store.server.ts";
import { electionPath, officeElectionPath } from "#app/elections/paths.ts";
import { sealBallots } from "#app/elections/sealing-runs.store.server.ts";
import { addDays, dayOf, instantAt } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildElection, buildNomination } from "#tests/support/elections.ts";
import { buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { codeIn, MailServer } from "#tests/support/mail-server.ts";
import { buildMember, buildNetwork } from "#tests/support/networks.ts";

const server = new MailServer();
let application: Application;
let partnership: NonNullable<BuiltPerson["partnership"]>;
let election: Election;
const people: Record<"keeper" | "officer" | "scrutineer", BuiltPerson> = {} as never;

const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->|[\u2066-\u2069]/g, "");
const as = async (who: keyof typeof people, at: Date) => new Visitor(application, { now: at }, [await signInCookie(people[who], at)]);
const somebody = (at: Date) => new Visitor(application, { now: at });
const office = (part: string) => officeElectionPath(partnership, election, part);
const room = (part = "") => electionPath(partnership, election, part);
const emails = ["ann", "bob", "cai"].map((name) => `${name}@group.example`);

beforeAll(async () => {
  await server.comeBack();
  application = await openApplication();
  people.keeper = await buildPerson({ role: "network-administrator" });
  partnership = people.keeper.partnership!;
  people.officer = await buildPerson({ role: "representative", partnership });
  people.scrutineer = await buildPerson({ role: "representative", partnership });
  const network = await buildNetwork({ partnership });
  for (const email of emails) await buildMember({ network, now: new Date(Date.now() - 60 * 86_400_000), delegate: { email } });
  election = await buildElection({
    ...{ network, noticeOn: dayOf(new Date()), head: { title: { en: "One for the panel" }, seats: 1, rules: "fptp", supporters: 0 } },
    ...{ returningOfficerId: people.officer.id, scrutineerIds: [people.scrutineer.id], steps: ["notice-published", "candidates-confirmed"] },
  });
  for (const [index, name] of ["Dee Dale", "Eve Elm"].entries()) await db().nomination.update({ where: { id: await buildNomination({ election, name }) }, data: { number: index + 1 } });
});
afterAll(() => server.goAway());

/** From the code in the letter to the tracking code. */
async function vote(at: Date, email: string, candidate: number): Promise<string> {
  const voter = somebody(at);
  await voter.post(room("vote"), { deed: "code", code: codeIn(server.textsTo(email).at(-1)!) });
  const checked = await text(voter.post(room("vote"), { deed: "check", cross: String(candidate) }));
  return codeIn((await text(voter.post(room("vote"), { deed: "cast", sealed: /name="sealed" value="([^"]+)"/.exec(checked)![1]! }))).replace(/<[^>]+>/g, " "));
}

test("three are warned of and promised that no figure is told; they vote, one is elected by two to one, and nobody can read that anywhere", async () => {
  const { candidatesOn, pollOpensOn, pollClosesOn, countOn, challengesUntil } = election.timetable!;
  const before = instantAt(candidatesOn, "15:00");
  await (await as("keeper", before)).post(office("roll"));
  const officer = await as("officer", before);
  expect(await text(officer.open(office("prepare")))).toContain("Announce that only the order is told");
  await officer.post(office("prepare"), { deed: "order-only" });
  await officer.post(office("prepare"), { deed: "prepare" });

  const open = instantAt(addDays(pollOpensOn, 1), "10:00");
  const courier = hireCourier(server.url, () => open);
  await courier.carry();
  courier.close();
  const codes = [await vote(open, emails[0]!, 2), await vote(open, emails[1]!, 1), await vote(open, emails[2]!, 2)];

  const closed = instantAt(pollClosesOn, "16:00");
  await (await as("officer", closed)).post(office("seal"), { deed: "seal" });
  await sealBallots({ partnershipId: partnership.id, electionId: election.id, personId: people.officer.id }, () => closed);
  for (const code of codes) expect(await text(somebody(closed).post(room("tracking"), { code }))).toMatch(/govuk-notification-banner--success/);

  const counted = instantAt(countOn, "10:00");
  await (await as("scrutineer", counted)).post(office("lot"), { deed: "enter", text: "4 1 6 6 2 3" });
  await (await as("officer", counted)).post(office("count"), { deed: "count" });
  await countElection({ partnershipId: partnership.id, electionId: election.id, personId: people.officer.id }, () => counted);
  expect(await text((await as("scrutineer", counted)).open(office("count")))).toMatch(/Eve Elm[\s\S]*\b2\b/);
  await (await as("scrutineer", counted)).post(office("count"), { deed: "sign", report: "I counted the three papers again." });
  await (await as("officer", counted)).post(office("count"), { deed: "declare" });
  await (await as("officer", instantAt(addDays(challengesUntil, 1), "10:00"))).post(office("count"), { deed: "confirm" });

  const later = instantAt(addDays(challengesUntil, 2), "10:00");
  expect(electionState(await findElection(db(), partnership.id, election.id), later)).toBe("confirmed");
  const result = (await text(somebody(later).open(room("result")))).replace(/<[^>]+>/g, " ");
  expect(result).toMatch(/Eve Elm[\s\S]*3 were on the roll\. How many of them voted is not told[\s\S]*only the order would be told/);
  expect(JSON.parse(await text(somebody(later).open(room("sheet.json"))))).toMatchObject({ elected: [2], order: [2, 1] });
  expect((await somebody(later).open(room("ballots.blt"))).status).toBe(404);
  for (const part of ["result", "declaration", "tracking", "recount"]) {
    const page = await text(somebody(later).open(room(part)));
    for (const code of codes) expect(page).not.toContain(code);
    expect(page.replace(/<[^>]+>/g, " ")).not.toMatch(/\b2 (votes|of 3)|67%|\b3 of 3\b/);
  }
});
