// A request for information, from the day it came to what goes out: found, decided, given, reviewed, and whoever asked forgotten.
import { beforeAll, expect, test } from "vitest";
import { makeSet } from "#app/analysis/sets.store.server.ts";
import { findGivenResponses } from "#app/consultations/public-answers.store.server.ts";
import { holdAnswer } from "#app/consultations/held-answers.store.server.ts";
import { takeStep } from "#app/consultations/life.store.server.ts";
import { informationRequestsPath } from "#app/consultations/office-paths.ts";
import { askedResponsePath, askedResponsesPath, bundlePath, findResponsesPath, informationRequestPath, newRequestPath } from "#app/information-requests/paths.ts";
import { listGivenOut } from "#app/information-requests/decisions.store.server.ts";
import { countForgettableAskers, forgetAskers, saveRequest } from "#app/information-requests/requests.store.server.ts";
import { decide, removeParts } from "#app/moderation/store.server.ts";
import { addMonths, dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { openApplication, Visitor, type Application } from "#tests/support/application.ts";
import { buildConsultation, buildPerson, buildResponse, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";
import { locationOf } from "#tests/support/requests.ts";
import { unzip } from "#tests/support/unzip.ts";

const day = 86_400_000;
const now = new Date();
let application: Application;
let consultation: BuiltConsultation;
let [keeper, analyst, elsewhere]: Visitor[] = [];
let requestId: string;
const ids: Record<string, string> = {};

const plain = (html: string) => html.replaceAll(/<!-- -->|<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const read = async (path: string, who = keeper!) => plain(await (await who.open(path)).text());
const one = () => informationRequestPath(consultation.partnership, requestId);
const response = (id: string) => askedResponsePath(consultation.partnership, requestId, ids[id]!);
const daysAgo = (days: number, name = "on") => {
  const [year, month, date] = dayOf(new Date(now.getTime() - days * day)).split("-");
  return { [`${name}-day`]: date!, [`${name}-month`]: month!, [`${name}-year`]: year! };
};
const bundle = async () => {
  const answer = await keeper!.open(bundlePath(consultation.partnership, requestId));
  expect(answer.headers.get("Content-Type")).toBe("application/zip");
  return Object.fromEntries(Object.entries(unzip(Buffer.from(await answer.arrayBuffer()))).map(([name, bytes]) => [name, bytes.toString("utf8")]));
};

const texts = {
  open: "The bus from Mill Lane never comes.",
  named: "Our members wait for the bus with Mrs Prys every day.",
  summary: "A bus for the summary alone.",
  secret: "My neighbour drives the bus; ring me on 01632 960123.",
  risk: "On the bus somebody hurts me.",
  other: "Nothing about that subject.",
  mail: "Mail me at rail@people.example about it.",
};

beforeAll(async () => {
  application = await openApplication();
  consultation = await buildConsultation({ opensAt: new Date(now.getTime() - 60 * day), closesAt: new Date(now.getTime() - 20 * day), graceInMinutes: 60 });
  const come = async (role: "data-controller" | "analyst", partnership: BuiltConsultation["partnership"] | undefined) =>
    new Visitor(application, {}, [await signInCookie(await buildPerson({ role, ...(partnership && { partnership }) }))]);
  [keeper, analyst, elsewhere] = [await come("data-controller", consultation.partnership), await come("analyst", consultation.partnership), await come("data-controller", undefined)];
  const receivedAt = new Date(now.getTime() - 30 * day);
  const respond = async (id: keyof typeof texts, given: object = {}) => {
    ids[id] = (await buildResponse({ consultation, receivedAt, answers: { first: texts[id] }, ...given } as never)).id;
  };
  await respond("open");
  await respond("named", { permission: "named", respondentType: "organisation", contact: { name: "Who Typed It", email: "typed@society.example", organisation: { name: "The Bus Society" } } });
  await respond("summary", { permission: "summary" });
  await respond("secret", { confidentialityRequested: true, contact: { name: "Sian Secret", email: "sian@people.example" } });
  await respond("risk");
  await respond("other");
  await respond("mail");
  await inTransaction((transaction) => holdAnswer(transaction, consultation, { responseId: ids.risk!, questionId: "first" }));
  await inTransaction((transaction) => takeStep(transaction, consultation, { kind: "freeze", personId: "somebody", at: new Date() }));
  await makeSet({ consultationId: consultation.id }, () => new Date());
  const named = await db().answerText.findFirstOrThrow({ where: { text: texts.named } });
  const start = texts.named.indexOf("Mrs Prys");
  await inTransaction((transaction) => removeParts(transaction, consultation, { textId: named.id, spans: [{ start, end: start + 8 }], reason: "personal-other", personId: "somebody", now }));
});

test("a request is written down by whoever answers for what is held, and nobody else", async () => {
  const at = newRequestPath(consultation.partnership);
  for (const who of [analyst!, elsewhere!]) expect((await who.open(at)).status).toBe(403);
  const refused = await keeper!.post(at, { law: "foia", asked: "All about the bus" });
  expect(refused.status).toBe(422);
  const page = plain(await refused.text());
  for (const problem of ["Choose which consultations it is about", "Enter a day", "Enter who asked", "Enter where the answer goes"]) expect(page).toContain(problem);
  const typed = { law: "foia", ...daysAgo(4, "received"), asked: "All about the bus", asker: "Ann Asker", contact: "ann@asker.example", consultation: consultation.id, fileNumber: "FOI/1" };
  requestId = /information-requests\/([\w-]+)/.exec(locationOf(await keeper!.post(at, typed)) ?? "")![1]!;
  expect(await read(one())).toContain("Ann Asker, ann@asker.example");
  expect((await analyst!.open(one())).status).toBe(403);
  expect(await read(informationRequestsPath(consultation.partnership))).toMatch(/FOI\/1 .*Working days left: \d+/);
  expect((await elsewhere!.open(one())).status).toBe(403);
});

test("everything that is held is found, confidence or not; what is held for safeguarding is neither shown nor found by its words", async () => {
  const found = await read(findResponsesPath(consultation.partnership, requestId, { words: "bus" }));
  expect(found).toContain("Found that it is not about yet: 4");
  for (const text of [texts.open, texts.named, texts.summary, texts.secret]) expect(found).toContain(text);
  const all = await read(findResponsesPath(consultation.partnership, requestId, {}));
  expect(all).toContain("Found that it is not about yet: 7");
  expect(all).not.toContain("hurts me");
  expect(await read(findResponsesPath(consultation.partnership, requestId, { wanted: "confidential" }))).toContain("Found that it is not about yet: 1");
  const at = findResponsesPath(consultation.partnership, requestId, { words: "bus" });
  expect((await keeper!.post(at, { deed: "add" })).status).toBe(422);
  expect(locationOf(await keeper!.post(at, { deed: "add-all" }))).toContain("done=added");
  await keeper!.post(at, { deed: "add-all" }); // pressed twice
  expect(locationOf(await keeper!.post(findResponsesPath(consultation.partnership, requestId, {}), { deed: "add", response: ids.risk! }))).toContain("done=added");
  expect(await read(askedResponsesPath(consultation.partnership, requestId))).toContain("Not decided yet (5)");
  expect((await keeper!.open(response("other"))).status).toBe(404);
});

test("nothing goes out before each is decided, and nothing counts as answered", async () => {
  expect(locationOf(await keeper!.open(bundlePath(consultation.partnership, requestId)))).toContain("done=undecided");
  const refused = await keeper!.post(one(), { kind: "given", ...daysAgo(0) });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain("Decide about every response that it is about first");
});

test("whoever asked for confidence is written to, once, and told nobody’s name; the page shows no address", async () => {
  const page = await read(response("secret"));
  expect(page).toContain("Its writer asked for confidence");
  expect(page).not.toMatch(/sian@people|Sian Secret|01632/);
  expect(locationOf(await keeper!.post(response("secret"), { deed: "ask" }))).toContain("done=asked");
  expect(locationOf(await keeper!.post(response("secret"), { deed: "ask" }))).toContain("done=late");
  const letters = await db().letter.findMany({ where: { kind: "information-requests/asked" } });
  expect(letters.map(({ toAddress }) => toAddress)).toEqual(["sian@people.example"]);
  expect(letters[0]!.text).not.toMatch(/Ann Asker|bus/);
  expect(letters[0]!.text).toContain("Freedom of Information Act 2000");
});

test("each is decided: by an exemption where it is withheld, with the public interest where that is weighed", async () => {
  const decide = (id: string, typed: Record<string, string>) => keeper!.post(response(id), { deed: "decide", ...typed });
  expect(locationOf(await decide("open", { decision: "disclose" }))).toContain("done=decided");
  const refused = await decide("summary", { decision: "withhold", exemption: "foia-22" });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain("Enter how the public interest was weighed");
  await decide("summary", { decision: "withhold", exemption: "foia-22", publicInterest: "The report comes out next month" });
  expect((await decide("secret", { decision: "redact", exemption: "foia-40", ...daysAgo(0, "consulted") })).status).toBe(422); // what did they say?
  await keeper!.post(response("secret"), { deed: "remove", text: (await db().answerText.findFirstOrThrow({ where: { text: texts.secret } })).id, words: "My neighbour", why: "foia-40" });
  expect(locationOf(await decide("secret", { decision: "redact", exemption: "foia-40", ...daysAgo(0, "consulted"), respondentSaid: "They would rather not" }))).toContain("done=decided");
  expect((await decide("named", { decision: "disclose" })).status).toBe(422); // a word of it was removed by moderators
  await decide("named", { decision: "redact", exemption: "foia-40" });
  const risk = await read(response("risk"));
  expect(risk).toContain("Somebody deals with this answer apart");
  expect(risk).not.toContain("hurts");
  await decide("risk", { decision: "redact", exemption: "foia-40" });
  expect(await read(one())).toContain("Given: 1. Given without some words: 3. Withheld: 1.");
});

test("the bundle holds the schedule and what is given, and no address, no equality answer, nobody’s name who did not let it be published", async () => {
  const files = await bundle();
  expect(Object.keys(files)).toEqual(["covering.html", "schedule.csv", "responses.html", "responses.csv"]);
  const all = Object.values(files).join("\n");
  expect(files["covering.html"]).toContain("Information Commissioner");
  expect(files["schedule.csv"]).toContain("Section 22: to be published later");
  expect(files["schedule.csv"]).toContain("The report comes out next month");
  expect(files["responses.csv"]).toContain(texts.open);
  expect(files["responses.csv"]).toContain("wait for the bus with [not given: Section 40(2): personal data] every day.");
  expect(files["responses.csv"]).toContain("[not given: Section 40(2): personal data] drives the bus; ring me on [not given: Section 40(2): personal data].");
  expect(all).toContain("The Bus Society");
  for (const never of ["Prys", "neighbour", "01632", "hurts", "@", "Sian Secret", "Who Typed It", "Ann Asker", texts.summary, texts.other]) expect(all).not.toContain(never);
  expect(await db().auditEntry.count({ where: { action: "information-request.bundle", subjectId: requestId } })).toBe(1);
  expect(await findGivenResponses(db(), consultation)).toEqual([]);
});

test("with the answer what was given counts as known to the gate, and nothing more is decided", async () => {
  expect(locationOf(await keeper!.post(one(), { kind: "given-partly", reason: "Some is personal data", ...daysAgo(0) }))).toContain("done=moved-on");
  expect((await findGivenResponses(db(), consultation)).sort()).toEqual([ids.open, ids.named, ids.secret, ids.risk].sort());
  expect(await read(response("open"))).toContain("Figures treat it as published since");
  // whoever wrote it can be told, and whoever was not given is not
  expect(await listGivenOut(db(), ids.secret!)).toMatchObject([{ id: requestId, law: "foia", decision: "redact" }]);
  expect(await listGivenOut(db(), ids.summary!)).toEqual([]);
  expect(locationOf(await keeper!.post(response("open"), { deed: "decide", decision: "withhold", exemption: "foia-41" }))).toContain("done=late");
  for (const id of ["open", "summary"] as const) expect(locationOf(await keeper!.post(response(id), { deed: "take-out" }))).toContain("done=late");
  expect(await read(informationRequestsPath(consultation.partnership))).toContain("There are none.");
});

test("in a review more may be given; then it is closed, and a year later whoever asked is forgotten", async () => {
  await keeper!.post(one(), { kind: "review", ...daysAgo(0) });
  expect(await read(one())).toContain("Answer the review by");
  expect(await countForgettableAskers(db(), new Date(now.getTime() + 800 * day), null)).toBe(0);
  await keeper!.post(response("summary"), { deed: "decide", decision: "disclose" });
  await keeper!.post(one(), { kind: "review-changed", reason: "The report is out", ...daysAgo(0) });
  expect(await findGivenResponses(db(), consultation)).toContain(ids.summary);
  const soon = new Date(`${addMonths(dayOf(now), 12)}T12:00:00Z`);
  expect(await forgetAskers(db(), soon)).toBe(0);
  expect(await forgetAskers(db(), new Date(soon.getTime() + 2 * day))).toBe(1);
  expect(await read(one())).toContain("Deleted, because its time is over");
});

test("what was cleared for everybody is given together, but nothing of which a word is not given", async () => {
  const by = { personId: "somebody", now: new Date() };
  const asker = { name: "Bo Asker", contact: "" };
  requestId = await inTransaction((transaction) => saveRequest(transaction, consultation.partnership, { law: "eir", receivedOn: dayOf(now), asked: "Everything", fileNumber: null, asker }, [consultation.id], by));
  await keeper!.post(findResponsesPath(consultation.partnership, requestId), { deed: "add-all" });
  for (const text of await db().answerText.findMany()) {
    if (text.text !== texts.open) await inTransaction((transaction) => decide(transaction, consultation, text.id, { deed: "clear", personId: "somebody", at: new Date(), reason: null }));
  }
  expect(locationOf(await keeper!.post(one(), { deed: "disclose-cleared" }))).toContain("done=disclosed");
  const given = await db().informationResponse.findMany({ where: { requestId, decision: { not: null } } });
  expect(given.map(({ responseId, decision }) => [responseId, decision])).toEqual([[ids.other, "disclose"]]);
});
