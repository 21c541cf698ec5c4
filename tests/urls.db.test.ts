// Every URL of the table, opened and posted to by everybody: who gets a page, who is sent elsewhere, who is refused.
import { beforeAll, expect, test } from "vitest";
import { addBody } from "#app/bodies/bodies.store.server.ts";
import { usualBody } from "#app/bodies/body.ts";
import { becamePath, ownResponsePath } from "#app/consultations/paths.ts";
import { draftDecision } from "#app/decisions/decisions.store.server.ts";
import { findCurrentVersion } from "#app/consultations/store.server.ts";
import { saveFile, type Visibility } from "#app/files/store.server.ts";
import { beginEntry } from "#app/intake/entry-drafts.store.server.ts";
import type { Network } from "#app/networks/networks.store.server.ts";
import { signInCodePath } from "#app/people/paths.ts";
import { giveRoleInConsultations } from "#app/people/roles.store.server.ts";
import { saveRequest } from "#app/privacy/requests.store.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { directionOf, languages, type Language } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { expected } from "#tests/support/expected-answers.ts";
import { consultationUrl, office, officeUrl, respondUrl, visitors, type Answers, type Who } from "#tests/support/expected/kinds.ts";
import { buildElection, buildHustings, buildNomination } from "#tests/support/elections.ts";
import { buildConsultation, buildPerson, buildResponse, signInCookie, type BuiltConsultation, type BuiltPerson } from "#tests/support/factories.ts";
import { decided } from "#tests/support/decisions.ts";
import { pdf } from "#tests/support/files.ts";
import { buildCodeframe } from "#tests/support/codeframes.ts";
import { buildApplication, buildNetwork } from "#tests/support/networks.ts";
import { buildInvitation, buildRound } from "#tests/support/nominating.ts";
import { buildOrganisation } from "#tests/support/organisations.ts";
import { buildMeetingWithAction } from "#tests/support/meetings.ts";
import { buildPublishedResults } from "#tests/support/published-results.ts";
import { locationOf } from "#tests/support/requests.ts";
import { Respondent } from "#tests/support/respondent.ts";
import { listUrls } from "#tests/support/urls.ts";

const table = listUrls().map(({ path }) => path);
const urls = table.filter((url) => url in expected);
const applications = new Map<Language, Application>();
const people: Partial<Record<Who, BuiltPerson>> = {};
let consultation: BuiltConsultation;
let fileId: string;
let answerFileId: string;
let responseId: string;
let bodySlug: string;
let entryId: string;
let requestId: string;
const documentId = newId();
const eventId = newId();
const flagId = newId();
let organisationId: string;
let network: Network;
let applicationId: string;
let electionId: string;
let nominationId: string;
let round: { id: string };
let invitationId: string;
let hustingsId: string;
let decisionId: string;
let codeframeId: string;
let meeting: Awaited<ReturnType<typeof buildMeetingWithAction>>;

beforeAll(async () => {
  for (const language of languages) applications.set(language, await openApplication(language));
  consultation = await buildConsultation();
  const { partnership } = consultation;
  people.representative = await buildPerson({ role: "representative", partnership });
  people.clerk = await buildPerson({ role: "parish-clerk", partnership });
  people.analyst = await buildPerson({ role: "analyst", partnership });
  people.administrator = await buildPerson({ role: "administrator", partnership });
  people.outsider = await buildPerson({ role: "administrator" });
  fileId = await save("public");
  await db().consultationDocument.create({
    data: { ...{ id: documentId, partnershipId: partnership.id, consultationId: consultation.id, fileId }, title: {}, language: "en", format: "pdf", place: 1 },
  });
  const [startsAt, endsAt] = [new Date("2026-03-03T18:00:00Z"), new Date("2026-03-03T20:00:00Z")];
  await db().consultationEvent.create({
    data: { ...{ id: eventId, partnershipId: partnership.id, consultationId: consultation.id }, kind: "meeting", title: { en: "Meeting" }, startsAt, endsAt },
  });
  answerFileId = await save("answer");
  const plan = { fileId: answerFileId, name: "plan.pdf", mimeType: "application/pdf", sizeInBytes: pdf.length };
  responseId = (await buildResponse({ consultation, answers: { plan } })).id;
  const { id: formVersionId } = await findCurrentVersion(db(), consultation.formId);
  entryId = await beginEntry(db(), consultation, { formVersionId, personId: people.administrator.id, purpose: "first" }, new Date());
  await db().flag.create({ data: { id: flagId, partnershipId: partnership.id, consultationId: consultation.id, kind: "links", key: "pills.example", raisedAt: startsAt } });
  requestId = await inTransaction((transaction) =>
    saveRequest(transaction, { kind: "access", receivedOn: "2026-01-05", fileNumber: null }, [{ kind: "account", id: people.analyst!.id }], {
      ...{ partnershipId: partnership.id, by: people.administrator!.id, now: new Date() },
    }),
  );
  await buildPublishedResults(consultation);
  organisationId = (await buildOrganisation({ partnership })).id;
  network = await buildNetwork({ partnership });
  applicationId = await buildApplication(network);
  const election = await buildElection({ network, noticeOn: dayOf(new Date()) });
  electionId = election.id;
  nominationId = await buildNomination({ election });
  round = await buildRound({ partnership });
  invitationId = await buildInvitation({ round, organisation: "Tenants’ Voice", post: "1 High Street" });
  hustingsId = await buildHustings(election);
  codeframeId = await buildCodeframe(consultation);
  const by = { partnershipId: partnership.id, personId: null };
  const body = await inTransaction((transaction) => addBody(transaction, by, { ...usualBody, kind: "board", name: { en: "Board" } }));
  bodySlug = body.slug;
  meeting = await buildMeetingWithAction({ partnershipId: partnership.id, bodyId: body.id, fileId: await save("public") });
  const drafting = { partnershipId: partnership.id, personId: people.administrator.id, now: new Date() };
  decisionId = await inTransaction((transaction) => draftDecision(transaction, drafting, { bodyId: body.id, itemId: meeting.itemId }, decided));
});

async function save(visibility: Visibility): Promise<string> {
  const saved = await saveFile(db(), { partnershipId: consultation.partnershipId, visibility, name: "plan.pdf", bytes: pdf });
  return saved.ok ? saved.value.id : "";
}

async function come(who: Who, language: Language = "en"): Promise<Visitor> {
  return new Visitor(applications.get(language)!, {}, await cookiesBroughtBy(who));
}

async function cookiesBroughtBy(who: Who): Promise<string[]> {
  const person = people[who];
  if (person) return [await signInCookie(person)];
  if (who === "stranger") return [];
  const respondent = new Respondent(consultation);
  if (who === "resident") await respondent.post("");
  else await respondent.respond();
  return [...respondent.cookies.values()];
}

function fill(url: string, of = url): string {
  const { partnership, id } = consultation;
  if (url === "/sign-in/code") return signInCodePath("none");
  if (url === "/:partnership/responses/mine/became") return becamePath(partnership, consultation);
  if (url === "/:partnership/responses/mine") return ownResponsePath(partnership, consultation);
  const filled: Record<string, string> = {
    ":partnership": partnership.slug,
    ":consultation": id,
    ":body": bodySlug,
    ":appointment": "none",
    ":page": of.includes("/equality/") ? "sex" : "priorities",
    ":question": "first",
    ":section": "priorities",
    ":from": id,
    ":part": /\/(conditions|pictures)\//.test(of) ? "first" : of.includes("/networks/") ? "new" : "about",
    ":list": of.includes("/stakeholders/") ? "all" : "open",
    ":kind": "read",
    ":mailing": "invitation",
    ":reach": "groups",
    ":line": "new",
    ":deed": "pause",
    ":step": "publish",
    ":event": eventId,
    ":reply": "new",
    ":document": documentId,
    ":response": responseId,
    ":entry": entryId,
    ":flag": flagId,
    ":case": "none",
    ":organisation": organisationId,
    ":network": network.slug,
    ":member": "new",
    ":application": applicationId,
    ":election": electionId,
    ":serial": "1",
    ":set": "1",
    ":text": "none",
    ...{ ":codeframe": codeframeId, ":code": "new", ":version": "1" },
    ":reference": "none",
    ":campaign": "none",
    ":version": "1",
    ":nomination": nominationId,
    ...{ ":round": round.id, ":invitation": invitationId },
    ":hustings": hustingsId,
    ":voter": "new",
    ":meeting": meeting.meeting.id,
    ":item": meeting.itemId,
    ":paper": meeting.paperId,
    ":action": meeting.actionId,
    ":decision": decisionId,
    ":delegation": "new",
    ":dispute": "new",
    ":contact": "new",
    ":obligation": "new",
    ":file": of.includes("/office/") ? answerFileId : fileId,
    ":language": "cy",
    ":letter": "none",
    ":person": people.analyst!.id,
    ":request": requestId,
    ":thing": `account:${people.analyst!.id}`,
    "*": "/nothing/here",
  };
  return url.replace(/\/:[a-z]+\?$/, "").replace(/:[a-z]+|\*/g, (name) => filled[name]!);
}

function expectedOf(answers: Answers, who: Who, url: string): string {
  const answer = typeof answers === "object" ? (answers[who] ?? answers.others) : answers;
  if (answer === "sign in") return `302 /sign-in?${new URLSearchParams({ to: fill(url) })}`;
  return typeof answer === "number" ? String(answer) : `302 ${fill(answer, url)}`;
}

function allExpected(how: "open" | "post", who: Who): Record<string, string> {
  return Object.fromEntries(urls.map((url) => [url, expectedOf(expected[url]![how], who, url)]));
}

async function told(answering: Promise<Response>): Promise<string> {
  const answer = await answering;
  await answer.body?.cancel();
  return [answer.status, locationOf(answer)].filter((part) => part !== null).join(" ");
}

test("every address of the table is in this one, and none besides", () => {
  expect(table.filter((url) => !(url in expected)), "add to this test what everybody gets there").toEqual([]);
  expect(Object.keys(expected).filter((url) => !table.includes(url))).toEqual([]);
});

test.each(visitors)("opened by the %s, each address gives what is theirs and nothing else", async (who) => {
  const visitor = await come(who);
  const got: Record<string, string> = {};
  for (const url of urls) got[url] = await told(visitor.open(fill(url)));
  expect(got).toEqual(allExpected("open", who));
});

test.each(visitors)("posted to by the %s with nothing filled in, each address answers as it should", async (who) => {
  let visitor = await come(who);
  const got: Record<string, string> = {};
  for (const url of urls) {
    // because what one post does must not tell on the next
    if (/respon[ds]|sign-out|account/.test(url)) visitor = await come(who);
    got[url] = await told(visitor.post(fill(url)));
  }
  expect(got).toEqual(allExpected("post", who));
});

test.each(languages)("in %s every page is drawn, in its language, under a title of its own", async (language) => {
  const titles = new Map<string, string>();
  const whose = ["administrator", "respondent", "resident", "stranger"] as const;
  const readers = await Promise.all(whose.map(async (who) => [who, await come(who, language)] as const));
  for (const url of urls) {
    const [, reader] = readers.find(([who]) => expectedOf(expected[url]!.open, who, url) === "200") ?? [];
    if (!reader) continue;
    const answer = await reader.open(pathInLanguage(fill(url), language));
    expect(`${url} ${answer.status}`).toBe(`${url} 200`);
    if (!answer.headers.get("Content-Type")?.startsWith("text/html")) {
      await answer.body?.cancel();
      continue;
    }
    const html = await answer.text();
    expect(html).toContain(`<html lang="${language}" dir="${directionOf(language)}">`);
    expect(html.match(/<h1/g), `headings of ${url}`).toHaveLength(1);
    const title = /<title>(.*?)<\/title>/.exec(html)?.[1] ?? "";
    expect(titles.get(title), `${title} is the title of ${url} and of another`).toBeUndefined();
    titles.set(title, url);
  }
});

test("a consultation that is not published is there for its officers alone", async () => {
  const hidden = await buildConsultation({ partnership: consultation.partnership, publishedAt: null });
  const path = (url: string) => fill(url).replace(consultation.id, hidden.id);
  for (const who of visitors) {
    const visitor = await come(who);
    for (const url of [consultationUrl, respondUrl, `${respondUrl}/questions/:page`]) {
      expect((await visitor.open(path(url))).status).toBe(404);
    }
    expect((await visitor.post(path(respondUrl))).status).toBe(404);
    expect((await told(visitor.open(path(officeUrl)))).replace(hidden.id, consultation.id)).toBe(
      expectedOf(office.open, who, officeUrl),
    );
  }
});

test("nobody reaches one partnership's consultation through another's address", async () => {
  const other = people.outsider!.partnership!;
  const path = (url: string) => fill(url).replace(consultation.partnership.slug, other.slug);
  const visitor = await come("outsider");
  expect((await visitor.open(`/${other.slug}/office`)).status).toBe(200);
  const theirs = urls.filter((url) => url.includes(":consultation") || url.includes(":file"));
  // to whoever may not see names and addresses, or equality answers, they are refused before anything is looked for
  const statusOf = (url: string) => (/\/office\/.*(\/contacts\b|\/equality$)/.test(url) ? 403 : 404);
  for (const url of theirs) expect(`${url} ${(await visitor.open(path(url))).status}`).toBe(`${url} ${statusOf(url)}`);
});

const ofOfficers = urls.filter((url) => url.includes("/office"));
const somethingOf = /:(event|document|response|entry|file|request|person|case|codeframe)\b(?!\?)/;

test("an analyst of one consultation reaches nothing of another, nor of the partnership's own keeping", async () => {
  const { partnership, partnershipId } = consultation;
  const other = await buildConsultation({ partnership });
  const analyst = await buildPerson();
  const given = { personId: analyst.id, partnershipId, role: "analyst", consultationIds: [other.id], by: people.administrator!.id } as const;
  await inTransaction((transaction) => giveRoleInConsultations(transaction, given));
  const visitor = new Visitor(applications.get("en")!, {}, [await signInCookie(analyst)]);
  const got: Record<string, string> = {};
  for (const url of ofOfficers) got[url] = `${await told(visitor.open(fill(url)))} ${await told(visitor.post(fill(url)))}`;
  const isOpen = (url: string) => url === "/:partnership/office";
  // to whoever is no contact there is nothing at a safeguarding case, and 405 is what a page without a deed answers to anybody
  expect(Object.entries(got).filter(([url, told]) => !isOpen(url) && !/^40[34] 40[345]$/.test(told))).toEqual([]);
  const hub = await (await visitor.open(fill("/:partnership/office"))).text();
  expect([hub.includes(other.id), hub.includes(consultation.id)]).toEqual([true, false]);
});

test.each(["another partnership", "the same partnership"])("what belongs to one consultation is not found under one of %s", async (whose) => {
  const isSame = whose === "the same partnership";
  const { partnership } = isSame ? consultation : await buildConsultation({ partnership: people.outsider!.partnership! });
  const own = await buildConsultation({ partnership });
  const visitor = await come(isSame ? "administrator" : "outsider");
  const at = (url: string) => fill(url).replace(consultation.partnership.slug, partnership.slug).replace(consultation.id, own.id);
  const got: Record<string, string> = {};
  const foreign = urls.filter((url) => somethingOf.test(url) && (!isSame || url.includes(":consultation")));
  for (const url of foreign) got[url] = `${await told(visitor.open(at(url)))} ${await told(visitor.post(at(url)))}`;
  const again = "/:partnership/office/consultations/:consultation/entries/again";
  // an entry to be compared that is none leads back to the list of them
  const list = `302 ${at(again)}`;
  expect(Object.entries(got).filter(([, told]) => !/^404 40[45]$/.test(told))).toEqual([[`${again}/:response`, `${list} ${list}`]]);
});

test("what a page's loader came to is given by itself only where the page wakes", async () => {
  const visitor = await come("administrator");
  const given: string[] = [];
  for (const url of urls) if (!(await told(visitor.open(`${fill(url).split("?")[0]}.data`))).startsWith("404")) given.push(url);
  expect(given).toEqual([officeUrl]);
});

test("an officer's deed is refused to whoever may not do it", async () => {
  const at = (deed: string) => `${fill(officeUrl)}/steps/${deed}`;
  const statusOf = async (who: Who, deed: string) => (await (await come(who)).post(at(deed), {})).status;
  for (const who of ["representative", "clerk", "analyst", "outsider"] as const) {
    for (const deed of ["submit", "approve", "open", "extend", "close"]) expect([who, deed, await statusOf(who, deed)]).toEqual([who, deed, 403]);
  }
  expect(await statusOf("clerk", "freeze")).toBe(403);
  expect(await statusOf("administrator", "extend")).toBe(422);
});
