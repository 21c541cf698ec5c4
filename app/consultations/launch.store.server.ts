// What the gate of a launch is told of a consultation, what was decided for it, and the elections that stand in its way.
import type { Partnership } from "#app/partnerships/partnership.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { Consultation } from "./consultation.ts";
import { listDocuments } from "./documents.store.server.ts";
import type { LaunchChange } from "./launch-form.ts";
import { isProfile, tests, type LaunchFacts, type LaunchSettings, type SignOff } from "./launch-gate.ts";
import { listSteps, touchDesign } from "./life.store.server.ts";
import { sharesWith } from "./new-version.ts";
import type { Election } from "./pre-election.ts";
import { findNewestDefinition } from "./store.server.ts";

type Of = Pick<Consultation, "id" | "partnershipId">;

async function findLaunchSettings(on: Database, { id, partnershipId }: Of): Promise<LaunchSettings> {
  const { profile, shorterTimeReason, ...row } = await on.consultation.findFirstOrThrow({
    where: { id, partnershipId },
    select: { profile: true, minimumDays: true, shorterTimeReason: true, electionReason: true, asksResidents: true },
  });
  return { ...row, profile: isProfile(profile) ? profile : null, shorterTimeReason: textSchema.nullable().parse(shorterTimeReason) };
}

/** Saves what was decided for the launch of a consultation that is held and may be designed. */
export async function saveLaunchSettings(transaction: Transaction, consultation: Consultation, change: LaunchChange, by: { personId: string; now: Date }): Promise<void> {
  const { id, partnershipId } = consultation;
  const { shorterTimeReason, ...plain } = change;
  await touchDesign(transaction, consultation, by.personId, by.now);
  await transaction.consultation.update({ where: { id }, data: { ...plain, shorterTimeReason: shorterTimeReason ?? Prisma.DbNull } });
  await dropPublishedPages(transaction, partnershipId);
  await recordAudit(transaction, {
    ...{ partnershipId, personId: by.personId, action: "consultation.change-launch", subjectKind: "consultation", subjectId: id },
    facts: { profile: change.profile, shown: change.languages.join(" ") },
  });
}

/** Those who put their name to a test since it was last submitted, the latest of each. */
async function listSignOffs(on: Database, consultation: Of): Promise<SignOff[]> {
  const steps = await listSteps(on, consultation, ["submit", "sign-off"]);
  const submitted = steps.findIndex(({ kind }) => kind === "submit");
  return steps.slice(0, Math.max(submitted, 0)).flatMap(({ facts, name, at, note }) => {
    const test = tests.find((known) => known === facts["test"]);
    return test ? [{ test, name: name ?? "", at, note: note ?? "" }] : [];
  });
}

/** Everything the gate asks of a consultation of a partnership. */
export async function findLaunchFacts(on: Database, partnership: Pick<Partnership, "contact">, consultation: Consultation): Promise<LaunchFacts> {
  const definition = await findNewestDefinition(on, consultation.formId);
  return {
    ...(await findLaunchSettings(on, consultation)),
    consultation,
    documents: (await listDocuments(on, consultation)).length,
    shares: sharesWith(consultation, definition),
    elections: await listElections(on, consultation.partnershipId),
    signOffs: await listSignOffs(on, consultation),
    contact: partnership.contact,
  };
}

const day = (date: Date) => date.toISOString().slice(0, 10);

/** Those a partnership has told of, the latest first. */
export async function listElections(on: Database, partnershipId: string): Promise<Election[]> {
  const rows = await on.election.findMany({ where: { partnershipId }, orderBy: [{ pollOn: "desc" }, { id: "desc" }], take: 100 });
  return rows.map(({ id, name, noticeOn, pollOn }) => ({ id, name: textSchema.parse(name), noticeOn: day(noticeOn), pollOn: day(pollOn) }));
}

type About = { partnershipId: string; personId: string };

export async function saveElection(transaction: Transaction, { partnershipId, personId }: About, election: { name: Text; noticeOn: string; pollOn: string }): Promise<void> {
  const { name, noticeOn, pollOn } = election;
  const id = newId();
  await transaction.election.create({ data: { id, partnershipId, name, noticeOn: new Date(noticeOn), pollOn: new Date(pollOn) } });
  await recordAudit(transaction, { partnershipId, personId, action: "partnership.add-election", subjectKind: "partnership", subjectId: partnershipId, facts: { from: noticeOn, to: pollOn } });
}

export async function removeElection(transaction: Transaction, { partnershipId, personId }: About, id: string): Promise<void> {
  const { count } = await transaction.election.deleteMany({ where: { id, partnershipId } });
  if (count > 0) await recordAudit(transaction, { partnershipId, personId, action: "partnership.remove-election", subjectKind: "partnership", subjectId: partnershipId });
}
