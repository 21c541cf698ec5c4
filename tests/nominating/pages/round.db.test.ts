// A round of nominations through its pages: planned, invited by e-mail and on paper, answered, agreed to, ruled on, reminded, and filled with the record
// on the seats; and what everybody reads of it.
import { beforeAll, expect, test } from "vitest";
import { appointmentPath } from "#app/bodies/body-paths.ts";
import { bodyPath } from "#app/bodies/public-paths.ts";
import { dayIn } from "#app/bodies/columns.server.ts";
import { countForgettableNominations, forgetNominations } from "#app/nominating/keeping.store.server.ts";
import { remindNominators } from "#app/nominating/reminding.server.ts";
import { officeRoundPath, officeRoundsPath, roundDetailsPath, roundPath } from "#app/nominating/paths.ts";
import { proposedRound, roundAsTyped } from "#app/nominating/round-form.ts";
import { findRound } from "#app/nominating/rounds.store.server.ts";
import { holdings } from "#app/privacy/holdings.server.ts";
import { findPartnershipById } from "#app/partnerships/store.server.ts";
import { addDays, dayOf, instantAt } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildPerson, signInCookie, type BuiltPerson } from "#tests/support/factories.ts";
import { buildMember, buildNetwork } from "#tests/support/networks.ts";
import { buildInvitation, buildNominatedLine, buildRound } from "#tests/support/nominating.ts";
import { buildOrganisation } from "#tests/support/organisations.ts";
import { locationOf } from "#tests/support/requests.ts";

let application: Application;
let partnership: NonNullable<BuiltPerson["partnership"]>;
let keeping: BuiltPerson;
const now = new Date();
const today = dayOf(now);
let addresses = 0;

const visitor = async (person: BuiltPerson, at = now) => new Visitor(application, { now: at }, [await signInCookie(person, at)]);
const somebody = (at = now) => new Visitor(application, { now: at, address: `192.0.2.${++addresses}` });
const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll(/<!-- -->|[⁦-⁩]/g, "");
const on = (day: string) => instantAt(day, "11:00");
const lettersTo = (toAddress: string) => db().letter.findMany({ where: { partnershipId: partnership.id, toAddress }, orderBy: { createdAt: "asc" } });
const keyIn = (letter: { text: string } | undefined, part: string) => new RegExp(`${part}\\?key=([\\w-]+)`).exec(letter!.text)![1]!;
const naming = (name: string, more = {}) => ({ deed: "name", namedBy: "Ann Rees", name, email: `${name.toLowerCase().replace(/\W+/g, ".")}@arts.example`, telephone: "", howChosen: "By the committee in May", statement: "", substitute: "", language: "en", declares: "yes", ...more });

/** The code of an invitation without an e-mail address, as it is printed. */
async function codeOf(round: { id: string }, called: string, at = now): Promise<string> {
  const page = await text((await visitor(keeping, at)).open(officeRoundPath(partnership, round, "letters")));
  return new RegExp(`aria-label="${called}"[\\s\\S]*?((?:[2-9A-HJKMNP-Z]{4}-){2}[2-9A-HJKMNP-Z]{4})`).exec(page)![1]!;
}

async function nameAndAgree(round: { id: string }, organisation: string, name: string, more = {}, at = now): Promise<string> {
  const key = await codeOf(round, organisation, at);
  const named = naming(name, more);
  expect(locationOf(await somebody(at).post(roundPath(partnership, round, "answer"), { key, ...named }))).toContain("done=named");
  const [letter] = await lettersTo(named.email);
  await somebody(at).post(roundPath(partnership, round, "consent"), { key: keyIn(letter, "consent"), deed: "agree" });
  return (await db().bodyNomination.findFirstOrThrow({ where: { name, invitation: { roundId: round.id } }, select: { invitationId: true } })).invitationId;
}

const accept = async (round: { id: string }, invitationId: string, at = now) =>
  (await visitor(keeping, at)).post(officeRoundPath(partnership, round, `answers/${invitationId}`), { deed: "rule", ruling: "valid", reason: "", words: "" });

beforeAll(async () => {
  application = await openApplication();
  keeping = await buildPerson({ role: "network-administrator" });
  partnership = keeping.partnership!;
});

test("from the plan to the seats: whoever is appointed sits with the record of the round, and everybody reads who named whom", async () => {
  const { body, line } = await buildNominatedLine({ partnership, count: 3 });
  const arts = await buildOrganisation({ partnership, name: { en: "Mid Arts", cy: "Celf Canol" } });
  await db().bodyContact.create({ data: { id: newId(), partnershipId: partnership.id, purpose: "organisation", organisationId: arts.id, name: "Gwen Arts", email: "gwen@midarts.example", language: "cy" } });
  const officer = await visitor(keeping);
  expect(await text(officer.open(`/${partnership.slug}/office/elections`))).toContain(officeRoundsPath(partnership));

  // planned
  const head = { ...proposedRound(line.id, today), title: { en: "Two for the arts" }, seats: 2 };
  expect((await officer.post(roundDetailsPath(partnership), { ...roundAsTyped(head), seats: "none" })).status).toBe(422);
  const begun = locationOf(await officer.post(roundDetailsPath(partnership), roundAsTyped(head)));
  expect(locationOf(await officer.post(roundDetailsPath(partnership), roundAsTyped(head)))).toBe(begun);
  const round = { id: /nominating\/(\w+)/.exec(begun!)![1]! };
  expect((await somebody().open(roundPath(partnership, round))).status).toBe(404);
  const invite = officeRoundPath(partnership, round, "invite");
  await officer.post(invite, { deed: "one", organisationId: arts.id, organisation: "", contact: "", email: "", post: "", language: "en" });
  expect((await officer.post(invite, { deed: "one", organisationId: arts.id, organisation: "", contact: "", email: "", post: "", language: "en" })).status).toBe(422);
  for (const organisation of ["Village Choir", "Brass Band"]) await officer.post(invite, { deed: "one", organisationId: "", organisation, contact: "The secretary", email: "", post: "The Hall\nHigh Street", language: "en" });
  expect(await db().letter.count({ where: { partnershipId: partnership.id, kind: "nominating/invitation" } })).toBe(0);

  // invited: pressed twice, each is written to once, in its language
  for (const _ of [1, 2]) await officer.post(officeRoundPath(partnership, round), { deed: "invite" });
  const invitations = await lettersTo("gwen@midarts.example");
  expect(invitations).toHaveLength(1);
  expect(invitations[0]).toMatchObject({ kind: "nominating/invitation", language: "cy" });
  expect(invitations[0]!.text).toContain("Celf Canol");
  const announced = await text(somebody().open(roundPath(partnership, round)));
  for (const name of ["Mid Arts", "Village Choir", "Brass Band"]) expect(announced).toContain(name);
  const office = await text(officer.open(officeRoundPath(partnership, round)));
  expect(office).toMatch(/Mid Arts[\s\S]*Waiting to go/);
  expect(office).toMatch(/Village Choir[\s\S]*To be printed/);
  const choirId = (await db().nominatingInvitation.findFirstOrThrow({ where: { roundId: round.id, organisation: "Village Choir" } })).id;
  expect(office).toContain("to print: 2");
  const [choir, band] = [await codeOf(round, "Village Choir"), await codeOf(round, "Brass Band")];
  await officer.post(officeRoundPath(partnership, round, "letters"), { letter: choirId });
  expect((await db().nominatingInvitation.findUniqueOrThrow({ where: { id: choirId } })).postedAt).not.toBeNull();

  // answered once it is open
  const artsKey = keyIn(invitations[0], "answer");
  const answer = roundPath(partnership, round, "answer");
  expect(await text(somebody().open(`${answer}?key=${artsKey}`))).toContain("can answer from");
  const opened = on(head.opensOn);
  const refused = await somebody(opened).post(`${answer}?key=${artsKey}`, { key: artsKey, ...naming("Lowri Penry", { declares: "", howChosen: "" }) });
  expect(refused.status).toBe(422);
  expect(await text(refused)).toMatch(/Say that you may name somebody[\s\S]*Lowri Penry/);
  for (const _ of [1, 2]) expect(locationOf(await somebody(opened).post(answer, { key: artsKey, ...naming("Lowri Penry", { substitute: "Owain Rhys" }) }))).toContain("done=named");
  const [asked, again] = await lettersTo("lowri.penry@arts.example");
  expect(again).toBeUndefined();
  expect(asked!.text).toContain("By the committee in May");
  expect(await text(somebody(opened).open(`${answer}?key=${choir.toLowerCase().replaceAll("-", " ")}`))).toContain("I may name somebody for Village Choir");
  expect((await somebody(opened).open(`${answer}?key=2222-2222-2222`)).status).toBe(410);
  await somebody(opened).post(answer, { key: choir, deed: "decline" });

  // agreed to by whoever was named; opening the link changes nothing
  const consent = roundPath(partnership, round, "consent", { key: keyIn(asked, "consent") });
  expect(await text(somebody(opened).open(consent))).toMatch(/Do you agree[\s\S]*Mid Arts has named you[\s\S]*Owain Rhys/);
  const artsId = (await db().nominatingInvitation.findFirstOrThrow({ where: { roundId: round.id, organisationId: arts.id } })).id;
  const ruling = officeRoundPath(partnership, round, `answers/${artsId}`);
  const ruler = await visitor(keeping, opened);
  expect((await ruler.post(ruling, { deed: "rule", ruling: "valid", reason: "", words: "" })).status).toBe(422);
  await somebody(opened).post(consent, { key: keyIn(asked, "consent"), deed: "agree" });
  expect((await ruler.post(ruling, { deed: "rule", ruling: "invalid", reason: "other", words: "" })).status).toBe(422);
  for (const _ of [1, 2]) await ruler.post(ruling, { deed: "rule", ruling: "valid", reason: "", words: "" });
  expect((await lettersTo("lowri.penry@arts.example")).map(({ kind }) => kind)).toEqual(["nominating/named", "nominating/ruling"]);
  expect(await text(somebody(opened).open(`${answer}?key=${artsKey}`))).toContain("has been accepted");

  // only who has said nothing is reminded, once: nobody here has an e-mail address and is silent
  const running = await text(somebody(opened).open(roundPath(partnership, round)));
  expect(running).not.toContain("Lowri Penry");
  expect(running).not.toContain("names nobody");

  // filled in one step
  const closed = on(addDays(head.closesOn, 1));
  expect(await text((await visitor(keeping, closed)).open(officeRoundPath(partnership, round)))).not.toContain("Print letters");
  expect(locationOf(await somebody(closed).post(answer, { key: band, deed: "decline" }))).not.toContain("done=declined");
  const filler = await visitor(keeping, closed);
  const filling = officeRoundPath(partnership, round, "fill");
  const { id: chosen } = await db().bodyNomination.findFirstOrThrow({ where: { name: "Lowri Penry" } });
  for (const _ of [1, 2]) expect(locationOf(await filler.post(filling, { deed: "fill", chosen }))).toContain("done=filled");
  const seats = await db().appointment.findMany({ where: { roundId: round.id }, include: { substitutes: true } });
  expect(seats).toMatchObject([{ name: "Lowri Penry", organisationId: arts.id, chosenHow: "nominated", chosenBy: "Mid Arts", lineId: line.id, seat: 1, substitutes: [{ name: "Owain Rhys" }] }]);
  expect(dayOf(seats[0]!.startsOn)).toBe(head.termStartsOn);
  const after = await text(somebody(closed).open(consent));
  expect(after).toContain("It has been decided");
  expect(after).not.toContain("I do not want this");
  const told = await text(somebody(closed).open(roundPath(partnership, round)));
  expect(told).toMatch(/filled: 1 of 2[\s\S]*empty: 1 of 2/);
  expect(told).toMatch(/Lowri Penry[\s\S]*appointed/);
  expect(told).toContain("Did not answer");
  expect(told).toContain("Said that it names nobody");
  const sitting = on(addDays(head.termStartsOn, 1));
  const seatsOf = await text(somebody(sitting).open(bodyPath(partnership, body)));
  expect(seatsOf).toMatch(/Lowri Penry[\s\S]*Named in[\s\S]*Two for the arts/);
  const appointment = await visitor(await buildPerson({ partnership, role: "secretariat" }), sitting);
  expect(await text(appointment.open(appointmentPath(partnership, body, seats[0]!.id)))).toContain(officeRoundPath(partnership, round));
  expect((await lettersTo("gwen@midarts.example")).map(({ kind }) => kind)).toEqual(["nominating/invitation", "nominating/ruling", "nominating/ended"]);
  const audited = await db().auditEntry.findMany({ where: { subjectId: { in: [round.id, chosen] } }, select: { action: true } });
  for (const action of ["nominating-round.begin", "nominating-round.invite", "nominating-round.end", "body-nomination.name", "body-nomination.agree", "body-nomination.rule"]) expect(audited.filter((one) => one.action === action)).toHaveLength(1);
});

test("on its day the reminder goes, once, to those who have said nothing and have an e-mail address", async () => {
  const round = await buildRound({ partnership, remindOn: today });
  await buildInvitation({ round, organisation: "Silent", email: "silent@people.example" });
  const declined = await buildInvitation({ round, organisation: "Declined", email: "declined@people.example" });
  await db().nominatingInvitation.update({ where: { id: declined }, data: { declinedAt: now } });
  await buildInvitation({ round, organisation: "By post", post: "1 High Street" });
  const sent = async (to: string) => (await lettersTo(to)).length;
  const before = [await sent("silent@people.example"), await sent("declined@people.example")];
  await remindNominators(instantAt(addDays(today, -1), "08:20"));
  expect(await sent("silent@people.example")).toBe(before[0]);
  await Promise.all([remindNominators(now), remindNominators(now)]);
  expect([await sent("silent@people.example"), await sent("declined@people.example")]).toEqual([before[0]! + 1, before[1]]);
  const [first, reminder] = await lettersTo("silent@people.example");
  // the same code, so that no older letter is put out
  expect(keyIn(reminder, "answer")).toBe(keyIn(first, "answer"));
  expect(reminder!.subject).toContain("can name somebody until");
});

test("another name takes the place of the first, whose consent and link go with it; a refused one can be followed by another", async () => {
  const round = await buildRound({ partnership });
  await buildInvitation({ round, organisation: "Choir", post: "The Hall" });
  const key = await codeOf(round, "Choir");
  const id = await nameAndAgree(round, "Choir", "Ann Other");
  const [letter] = await lettersTo("ann.other@arts.example");
  await somebody().post(roundPath(partnership, round, "answer"), { key, ...naming("Bob Second") });
  expect((await somebody().open(roundPath(partnership, round, "consent", { key: keyIn(letter, "consent") }))).status).toBe(410);
  expect(await db().bodyNomination.findMany({ where: { invitationId: id }, select: { name: true, consentedAt: true } })).toEqual([{ name: "Bob Second", consentedAt: null }]);
  const [second] = await lettersTo("bob.second@arts.example");
  const consent = { key: keyIn(second, "consent") };
  await somebody().post(roundPath(partnership, round, "consent"), { ...consent, deed: "agree" });
  const officer = await visitor(keeping);
  const rule = { deed: "rule", ruling: "invalid", reason: "not-eligible", words: "He works for the partnership." };
  await officer.post(officeRoundPath(partnership, round, `answers/${id}`), rule);
  expect((await lettersTo("bob.second@arts.example")).at(-1)!.text).toMatch(/may not take this place[\s\S]*He works for the partnership/);
  expect(await text(somebody().open(roundPath(partnership, round, "answer", { key })))).toContain("You can name somebody else");
  await somebody().post(roundPath(partnership, round, "consent"), { ...consent, deed: "refuse" });
  expect(await db().bodyNomination.findFirst({ where: { name: "Bob Second" }, select: { ruling: true } })).toEqual({ ruling: null });
});

test("whoever has no e-mail address agrees on paper, which an officer notes; nobody notes it for somebody who has one", async () => {
  const round = await buildRound({ partnership });
  const [byPhone, byMail] = [await buildInvitation({ round, organisation: "Phone", post: "The Hall" }), await buildInvitation({ round, organisation: "Mail", post: "The Hall" })];
  await somebody().post(roundPath(partnership, round, "answer"), { key: await codeOf(round, "Phone"), ...naming("Cai Ffon", { email: "", telephone: "01632 960000" }) });
  await somebody().post(roundPath(partnership, round, "answer"), { key: await codeOf(round, "Mail"), ...naming("Dai Post") });
  const officer = await visitor(keeping);
  for (const id of [byPhone, byMail]) await officer.post(officeRoundPath(partnership, round, `answers/${id}`), { deed: "consent" });
  const agreed = await db().bodyNomination.findMany({ where: { invitation: { roundId: round.id }, consentedAt: { not: null } }, select: { name: true } });
  expect(agreed).toEqual([{ name: "Cai Ffon" }]);
  expect(await db().auditEntry.count({ where: { action: "body-nomination.agree", personId: keeping.id, partnershipId: partnership.id } })).toBe(1);
});

test("an officer who is named themselves does not rule on it", async () => {
  const round = await buildRound({ partnership });
  await buildInvitation({ round, organisation: "Own", post: "The Hall" });
  const id = await nameAndAgree(round, "Own", "Own Officer", { email: keeping.email });
  expect((await accept(round, id)).status).toBe(422);
  expect(await text((await visitor(keeping)).open(officeRoundPath(partnership, round, `answers/${id}`)))).toContain("somebody else rules on this");
});

test("where more are accepted than there are places an officer says who, and why; or an election of the network decides", async () => {
  const network = await buildNetwork({ partnership });
  const rounds = [await buildRound({ partnership, networkId: network.id }), await buildRound({ partnership, networkId: network.id, title: { en: "By vote then" } })];
  for (const [index, round] of rounds.entries()) {
    for (const called of ["One", "Two"]) {
      await buildInvitation({ round, organisation: called, post: "The Hall" });
      await accept(round, await nameAndAgree(round, called, `${called} Person ${index}`));
    }
  }
  const closed = on(addDays(rounds[0]!.closesOn, 1));
  const officer = await visitor(keeping, closed);
  const [first, second] = rounds as [(typeof rounds)[0], (typeof rounds)[0]];
  const fill = officeRoundPath(partnership, first, "fill");
  expect(await text(officer.open(fill))).toMatch(/More were accepted[\s\S]*Let an election decide/);
  const { id: chosen } = await db().bodyNomination.findFirstOrThrow({ where: { name: "One Person 0" } });
  const other = await db().bodyNomination.findFirstOrThrow({ where: { name: "Two Person 0" } });
  expect((await officer.post(fill, { deed: "fill", chosen: [chosen, other.id], "reason-en": "Both" })).status).toBe(422);
  expect((await officer.post(fill, { deed: "fill", chosen })).status).toBe(422);
  await officer.post(fill, { deed: "fill", chosen, "reason-en": "Two had the place before" });
  const told = await text(somebody(closed).open(roundPath(partnership, first)));
  expect(told).toMatch(/Two had the place before[\s\S]*One Person 0[\s\S]*appointed[\s\S]*Two Person 0[\s\S]*not appointed/);

  const vote = officeRoundPath(partnership, second, "fill");
  expect((await officer.post(vote, { deed: "election" })).status).toBe(422);
  for (const _ of [1, 2]) await officer.post(vote, { deed: "election", "reason-en": "Let all members say" });
  const { electionId } = await findRound(db(), partnership.id, second.id);
  expect(await db().networkElection.findMany({ where: { lineId: second.lineId }, select: { id: true, networkId: true, seats: true } })).toEqual([{ id: electionId, networkId: network.id, seats: 1 }]);
  expect(await db().appointment.count({ where: { roundId: second.id } })).toBe(0);
  const page = await text(somebody(closed).open(roundPath(partnership, second)));
  expect(page).toContain("an election decides");
  // it is planned, and nobody may read of it yet
  expect(page).not.toContain(electionId!);
});

test("every member of a network that can be reached is added at once; a round that is given up says why", async () => {
  const network = await buildNetwork({ partnership });
  await buildMember({ network, name: "Reached", delegate: { email: "reached@people.example" } });
  await buildMember({ network, name: "Left", delegate: { email: "left@people.example" }, dates: { leftOn: addDays(today, -3) } });
  const round = await buildRound({ partnership, isInvited: false });
  const officer = await visitor(keeping);
  const invite = officeRoundPath(partnership, round, "invite");
  expect((await officer.post(invite, { deed: "network", network: "" })).status).toBe(422);
  expect(locationOf(await officer.post(invite, { deed: "network", network: network.slug }))).toContain("done=added");
  expect((await db().nominatingInvitation.findMany({ where: { roundId: round.id } })).map(({ email }) => email)).toEqual(["reached@people.example"]);
  const [{ id } = { id: "" }] = await db().nominatingInvitation.findMany({ where: { roundId: round.id } });
  await officer.post(officeRoundPath(partnership, round, `answers/${id}`), { deed: "take-out" });
  expect(await db().nominatingInvitation.count({ where: { roundId: round.id } })).toBe(0);
  await officer.post(invite, { deed: "network", network: network.slug });
  await officer.post(officeRoundPath(partnership, round), { deed: "invite" });
  await officer.post(officeRoundPath(partnership, round, "fill"), { deed: "abandon", "reason-en": "The seat was taken away" });
  expect(await text(somebody().open(roundPath(partnership, round)))).toMatch(/given up[\s\S]*The seat was taken away/);
  expect((await lettersTo("reached@people.example")).map(({ kind }) => kind)).toEqual(["nominating/invitation", "nominating/ended"]);
});

test("a year after its end addresses, and whoever was not accepted, are forgotten; that somebody was named stays; and each is told and erased on request", async () => {
  const round = await buildRound({ partnership });
  for (const called of ["Kept", "Gone"]) await buildInvitation({ round, organisation: called, post: "The Hall" });
  await accept(round, await nameAndAgree(round, "Kept", "Kept Name"));
  await nameAndAgree(round, "Gone", "Gone Name");
  const home = await findPartnershipById(db(), partnership.id);
  const holding = holdings.find(({ kind }) => kind === "nominated")!;
  const asked = { partnership: home, by: keeping.id, words: wordsFor("en"), now };
  const ids = await holding.find(db(), { ...asked, search: { by: "email", email: "gone.name@arts.example" }, most: 5 });
  expect(await holding.describe(db(), { ...asked, ids, withEquality: false })).toMatchObject([{ name: expect.stringContaining("Gone Name") as string, refusal: null }]);
  const closed = on(addDays(round.closesOn, 1));
  const { id: chosen } = await db().bodyNomination.findFirstOrThrow({ where: { name: "Kept Name" } });
  await (await visitor(keeping, closed)).post(officeRoundPath(partnership, round, "fill"), { deed: "fill", chosen });
  const until = (day: string) => dayIn(day);
  const ended = (day: string) => countForgettableNominations(db(), until(day), partnership.id);
  const kept = () => db().nominatingInvitation.findMany({ where: { roundId: round.id }, select: { contact: true, post: true } });
  expect(await kept()).toEqual([{ contact: "The secretary", post: "The Hall" }, { contact: "The secretary", post: "The Hall" }]);
  await forgetNominations(db() as never, until(addDays(dayOf(closed), 1)));
  expect(await kept()).toEqual([{ contact: "", post: null }, { contact: "", post: null }]);
  expect(await ended(addDays(dayOf(closed), 1))).toBe(0);
  const left = await db().bodyNomination.findMany({ where: { invitation: { roundId: round.id } }, orderBy: { name: "desc" }, select: { name: true, email: true, howChosen: true } });
  expect(left).toEqual([{ name: "Kept Name", email: null, howChosen: "" }, { name: "", email: null, howChosen: "" }]);
  const told = await text(somebody(closed).open(roundPath(partnership, round)));
  expect(told).toMatch(/Named somebody who did not agree or was not accepted/);
  await holding.erase({ ...asked, id: chosen, withWords: false });
  expect(await db().bodyNomination.findUnique({ where: { id: chosen }, select: { name: true } })).toEqual({ name: "Kept Name" });
});
