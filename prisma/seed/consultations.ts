// Saves the demonstration's consultations with what belongs to them, each at its own stage of life.
import type { ConsultationTexts } from "#app/consultations/consultation.ts";
import { tests, type Test } from "#app/consultations/launch-gate.ts";
import { touchDesign, writeStep } from "#app/consultations/life.store.server.ts";
import { findConsultationForOfficer, saveConsultation } from "#app/consultations/store.server.ts";
import type { RegisterEntry } from "#app/consultations/register.ts";
import type { FormDefinition } from "#app/forms/definition.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { listAbove } from "#app/partnerships/store.server.ts";
import type { Role } from "#app/people/role.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { addDays, dayOf, endOfDay, startOfDay } from "#app/shared/dates.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { saveOutcome } from "#app/replies/outcome.store.server.ts";
import { addReply, changeReply } from "#app/replies/replies.store.server.ts";
import { listThemes } from "#app/replies/themes.store.server.ts";
import { seedCodeframe } from "./analysis.ts";
import { greenForm, greenOutcome, greenReplies, greenTexts } from "./answered-consultation.ts";
import { greenResponses } from "./answered-responses.ts";
import { closedErratum, closedForm, closedTexts } from "./closed-consultation.ts";
import { closedResponses } from "./closed-responses.ts";
import { seedDocuments } from "./documents.ts";
import { seedEvents } from "./events.ts";
import { seedOfficeWork } from "./office-work.ts";
import { openTexts } from "./open-consultation.ts";
import { openForm } from "./open-form.ts";
import { openResponses } from "./open-responses.ts";
import { loadingBays, villageHalls } from "./other-consultations.ts";
import type { Partnerships } from "./partnerships.ts";
import { greenCodes, greenFrame } from "./codeframe.ts";
import { registered } from "./register.ts";
import { saveInventedResponses } from "./responses.ts";
import { seedStakeholders } from "./stakeholders.ts";

type Described = { texts: Omit<ConsultationTexts, "decisionOn">; form: FormDefinition; entry: RegisterEntry };
type Dates = { opensAt: Date | null; closesAt: Date | null; decisionOn: string | null; publishedAt: Date | null };

/** What those who put their names to the tests of a launch wrote with it. */
const signed: Record<Test, string> = {
  formative: "Nothing is decided: the options stay open until those who decide have met.",
  information: "What is proposed, what it costs and what was ruled out can be read beforehand.",
  time: "There is time to read it, to talk it over and to answer, holidays included.",
  conscientious: "The report of what people said is on the table before anything is decided.",
};

async function save(transaction: Transaction, partnership: Partnership, { texts, form, entry }: Described, dates: Dates) {
  const { publishedAt, decisionOn, ...open } = dates;
  const id = await saveConsultation(transaction, partnership.id, { ...texts, ...entry, decisionOn, ...open }, form);
  const consultation = await findConsultationForOfficer(transaction, partnership.id, id);
  if (publishedAt && open.opensAt && open.closesAt) {
    const { opensAt, closesAt } = open;
    // because it must be tried at any time of the year, also just before an election
    const electionReason = "What is asked is at issue in no election.";
    await transaction.consultation.update({ where: { id }, data: { profile: "principles2018", electionReason } });
    const [editor, approver] = [await holderOf(transaction, partnership, "editor"), await holderOf(transaction, partnership, "approver")];
    const before = (days: number) => new Date(publishedAt.getTime() - days * 86_400_000);
    await touchDesign(transaction, consultation, editor, before(20));
    await writeStep(transaction, consultation, { kind: "submit", personId: editor, at: before(9) });
    for (const [index, test] of tests.entries()) {
      const personId = index < 2 ? editor : approver;
      await writeStep(transaction, consultation, { kind: "sign-off", personId, at: before(7 - index), note: signed[test], facts: { test } });
    }
    await writeStep(transaction, consultation, { kind: "approve", personId: approver, at: before(2) });
    await writeStep(transaction, consultation, { kind: "schedule", personId: approver, at: publishedAt, opensAt, closesAt, facts: { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() } });
  }
  const subject = { partnershipId: partnership.id, subjectKind: "consultation", subjectId: id };
  await recordAudit(transaction, { ...subject, action: "consultation.demonstrate" });
  const { id: formVersionId } = await transaction.formVersion.findFirstOrThrow({ where: { formId: consultation.formId } });
  return { id, partnershipId: partnership.id, formVersionId };
}

/** Somebody of the demonstration who holds the role there, given there or further up. */
async function holderOf(transaction: Transaction, { id }: Partnership, role: Role): Promise<string> {
  const [here = id, ...above] = await listAbove(transaction, id);
  const holding = [{ partnershipId: here }, { partnershipId: { in: above }, includesBelow: true }];
  return (await transaction.roleGrant.findFirstOrThrow({ where: { role, OR: holding }, orderBy: { id: "asc" } })).personId;
}

/** One that is open, one whose answers are being read, one to come, one not yet published and one that was answered, as seen from `now`. */
export async function seedConsultations(transaction: Transaction, partnerships: Partnerships, now: Date): Promise<void> {
  const day = (days: number) => addDays(dayOf(now), days);
  const nineOn = (days: number) => new Date(startOfDay(day(days)).getTime() + 9 * 3_600_000);

  const open = { opensAt: nineOn(-21), closesAt: endOfDay(day(35)) };
  const strategy = await save(transaction, partnerships.marlshire, { texts: openTexts, form: openForm, entry: registered.strategy }, { ...open, decisionOn: day(96), publishedAt: nineOn(-28) });
  await seedDocuments(transaction, strategy);
  await saveInventedResponses(transaction, strategy, openResponses({ from: open.opensAt, until: startOfDay(dayOf(now)) }));

  const closed = { opensAt: nineOn(-21 - 84), closesAt: endOfDay(day(-21)) };
  const living = await save(transaction, partnerships.tolbridge, { texts: closedTexts, form: closedForm, entry: registered.living }, { ...closed, decisionOn: day(40), publishedAt: nineOn(-21 - 91) });
  await transaction.erratum.create({
    data: { id: newId(), partnershipId: living.partnershipId, formVersionId: living.formVersionId, datedOn: new Date(day(-21 - 79)), ...closedErratum },
  });
  await saveInventedResponses(transaction, living, closedResponses({ from: closed.opensAt, until: closed.closesAt }));
  const frozen = { kind: "freeze", personId: await holderOf(transaction, partnerships.tolbridge, "approver"), at: nineOn(-14) } as const;
  await writeStep(transaction, await findConsultationForOfficer(transaction, living.partnershipId, living.id), frozen);

  const toCome = { opensAt: nineOn(7), closesAt: endOfDay(day(7 + 56)), decisionOn: day(7 + 56 + 45), publishedAt: nineOn(-2) };
  await save(transaction, partnerships.wenlowVale, { ...villageHalls, entry: registered.halls }, toCome);

  await save(transaction, partnerships.tolbridge, { ...loadingBays, entry: registered.loadingBays }, { opensAt: null, closesAt: null, decisionOn: null, publishedAt: null });

  await seedAnswered(transaction, partnerships.netherWenlow, day);
  await seedEvents(transaction, { strategy, living }, now);
  await seedOfficeWork(transaction, partnerships.marlshire, { strategy, living }, now);
  await seedStakeholders(transaction, strategy, now);
}

/** One that has been answered: what was decided, the replies, and one that has been seen through since. */
async function seedAnswered(transaction: Transaction, partnership: Partnership, day: (days: number) => string): Promise<void> {
  const at = (days: number) => new Date(startOfDay(day(days)).getTime() + 11 * 3_600_000);
  const dates = { opensAt: at(-230), closesAt: endOfDay(day(-188)), decisionOn: day(-130), publishedAt: at(-233) };
  const green = await save(transaction, partnership, { texts: greenTexts, form: greenForm, entry: registered.green }, dates);
  await saveInventedResponses(transaction, green, greenResponses({ from: dates.opensAt, until: dates.closesAt }));
  const [editor, approver] = [await holderOf(transaction, partnership, "editor"), await holderOf(transaction, partnership, "approver")];
  const read = () => findConsultationForOfficer(transaction, partnership.id, green.id);
  await writeStep(transaction, await read(), { kind: "freeze", personId: editor, at: at(-180) });
  const coding = { consultation: green, personId: await holderOf(transaction, partnership, "analyst"), now: at(-176) };
  await seedCodeframe(transaction, coding, greenFrame, greenCodes);
  const themes = await listThemes(transaction, green);
  const codeIdsOf = (names: readonly string[]) => themes.filter(({ name }) => names.includes(name.en ?? "")).map(({ id }) => id);
  await writeStep(transaction, await read(), { kind: "publish-report", personId: approver, at: at(-150) });
  const writing = { consultation: await read(), personId: editor, now: at(-118) };
  await saveOutcome(transaction, writing, { ...greenOutcome, decidedOn: day(-128), laterOn: null, laterReason: {} });
  const ids: (string | null)[] = [];
  for (const { dueInDays, note: _, themes: named, ...reply } of greenReplies) {
    ids.push(await addReply(transaction, writing, { ...reply, codeIds: codeIdsOf(named), dueOn: dueInDays === null ? null : day(dueInDays), evidence: null }));
  }
  await writeStep(transaction, writing.consultation, { kind: "publish-outcome", personId: approver, at: at(-112) });
  const [shelf] = greenReplies;
  if (!shelf?.note || shelf.dueInDays === null) return;
  const { note, dueInDays, themes: named, ...finished } = shelf;
  const since = { consultation: await read(), personId: editor, now: at(-66) };
  await changeReply(transaction, since, ids[0] ?? "", { ...finished, codeIds: codeIdsOf(named), dueOn: day(dueInDays), evidence: null }, note);
}
