// Whoever holds the receipt follows their own words to the themes, the reply and the publication; nothing is told before it is public.
import { beforeAll, expect, test } from "vitest";
import { addCoding } from "#app/analysis/codings.store.server.ts";
import { makeSet } from "#app/analysis/sets.store.server.ts";
import { holdAnswer } from "#app/consultations/held-answers.store.server.ts";
import { takeStep } from "#app/consultations/life.store.server.ts";
import { findConsultationForOfficer, setReportPublic } from "#app/consultations/store.server.ts";
import { addReply } from "#app/replies/replies.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { buildCode, buildCodeframe, findFrame } from "#tests/support/codeframes.ts";
import { buildConsultation, closeAt, type BuiltConsultation } from "#tests/support/factories.ts";
import { Respondent } from "#tests/support/respondent.ts";

const words = "No bus after seven. Run one at eleven.";
const day = 86_400_000;
const opened = new Date(Date.now() - 9 * day);
const closed = new Date(Date.now() - 3 * day);

let consultation: BuiltConsultation;
let [person, other]: Respondent[] = [];
let codes: { above: string; buses: string };

type Shown = {
  counted: string;
  isReported: boolean;
  texts: { text: string; themes: { way: { en: string }[]; parts: string[]; stances: string[]; replies: { id: string; verdict: string }[] }[]; published: { became: string } | null }[];
};
const look = async (who = person!) => {
  who.now = new Date();
  return (await who.open<Shown>(`/${consultation.partnership.slug}/responses/mine/became?consultation=${consultation.id}`)).body;
};
const step = (kind: "freeze" | "publish-report" | "publish-outcome") => inTransaction(async (transaction) => takeStep(transaction, await findConsultationForOfficer(transaction, consultation.partnershipId, consultation.id), { kind, personId: "officer", at: new Date() }));
const textOf = (text: string) => db().answerText.findFirstOrThrow({ where: { consultationId: consultation.id, text } });

beforeAll(async () => {
  consultation = await buildConsultation({ opensAt: opened, closesAt: new Date(Date.now() + day) });
  [person, other] = [new Respondent(consultation), new Respondent(consultation)];
  await person.respond({ first: words });
  await other.respond({ first: "I am not safe at home." });
  await closeAt(consultation, closed);
  const frame = await findFrame(consultation, await buildCodeframe(consultation));
  const above = await buildCode({ frame, personId: "lead" }, "Getting about");
  codes = { above, buses: await buildCode({ frame, personId: "lead" }, "Buses", above) };
});

test("before the set is made and the report is published, it is said that it is so, and nothing of the work on it", async () => {
  expect(await look()).toMatchObject({ counted: "not-yet", isReported: false, texts: [] });
  await step("freeze");
  await makeSet({ consultationId: consultation.id }, () => new Date());
  const given = { codeId: codes.buses, coderId: "coder" };
  const of = { partnershipId: consultation.partnershipId, consultationId: consultation.id, now: new Date() };
  const mine = await textOf(words);
  await inTransaction(async (transaction) => {
    await addCoding(transaction, of, { ...given, textId: mine.id, span: { start: 0, end: 19 } });
    await addCoding(transaction, of, { ...given, textId: mine.id, span: { start: 20, end: 38 }, stance: "suggestion" });
    await addCoding(transaction, of, { codeId: codes.above, coderId: "second", textId: mine.id, pass: "second" });
    const theirs = await textOf("I am not safe at home.");
    await addCoding(transaction, of, { ...given, textId: theirs.id });
    await holdAnswer(transaction, consultation, { responseId: theirs.responseId, questionId: "first" });
  });
  expect(await look()).toMatchObject({ counted: "counted", isReported: false, texts: [] });
});

test("with the report come the themes of one's own words, once each and of the reading that counts; of what is held, none", async () => {
  await step("publish-report");
  // as after results alone, while the report is still written
  expect(await look()).toMatchObject({ isReported: false, texts: [] });
  await inTransaction((transaction) => setReportPublic(transaction, consultation, new Date()));
  const { texts } = await look();
  expect(texts.map(({ text, themes }) => [text, themes.map(({ way, parts, stances, replies }) => [way.map(({ en }) => en), parts, stances, replies])])).toEqual([
    [words, [[["Getting about", "Buses"], ["No bus after seven.", "Run one at eleven."], ["suggestion"], []]]],
  ]);
  expect((await look(other)).texts.map(({ themes }) => themes)).toEqual([[]]);
});

test("with the outcome come the replies to the theme and to what it stands under, and to no other", async () => {
  const officer = async () => ({ consultation: await findConsultationForOfficer(db(), consultation.partnershipId, consultation.id), personId: "officer", now: new Date() });
  const texts = { said: { en: "Later buses" }, did: { en: "We run one at eleven" }, owner: { en: "Transport" }, verdict: "accepted", progress: "doing", dueOn: "2027-01-01", questionIds: [], evidence: null } as const;
  const replyTo = async (codeIds: string[], did: string) => {
    const by = await officer();
    return inTransaction((transaction) => addReply(transaction, by, { ...texts, questionIds: [], did: { en: did }, codeIds }));
  };
  const reply = await replyTo([codes.above], "We run one at eleven");
  await replyTo([], "Nothing to do with it");
  expect((await look()).texts[0]?.themes[0]?.replies).toEqual([]);
  await step("publish-outcome");
  expect((await look()).texts[0]?.themes[0]?.replies).toMatchObject([{ id: reply, verdict: "accepted" }]);
});

test("whoever holds no receipt comes to where one enters it", async () => {
  const stranger = new Respondent(consultation);
  expect((await stranger.open(`/${consultation.partnership.slug}/responses/mine/became?consultation=${consultation.id}`)).to).toMatch(/\/responses$/);
});
