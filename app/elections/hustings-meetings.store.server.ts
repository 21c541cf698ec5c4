// Every query about hustings that candidates and voters come to. The caller holds the election and has asked the rules.
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { timeOf } from "#app/shared/dates.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import type { Gathering } from "#app/shared/gathering.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textIn, within, type Text } from "#app/shared/languages.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import type { By, Election } from "./elections.store.server.ts";
import { hustingsMeetingSchema, mostHustings, type HustingsMeeting } from "./hustings-meeting.ts";
import { hustingsLetter } from "./letters.ts";
import { nominationState } from "./nomination.ts";
import { listAllNominations, renewedLink } from "./nominations.store.server.ts";

/** The soonest first. */
export async function listHustings(on: Database, { id: electionId }: Pick<Election, "id">): Promise<HustingsMeeting[]> {
  const rows = await on.hustingsMeeting.findMany({ where: { electionId }, orderBy: [{ startsAt: "asc" }, { id: "asc" }], take: mostHustings });
  return rows.map((row) => hustingsMeetingSchema.parse(row));
}

/** A meeting of the election, or 404. */
export async function findHustings(on: Database, { id: electionId }: Pick<Election, "id">, id: string | undefined): Promise<HustingsMeeting> {
  const row = await on.hustingsMeeting.findFirst({ where: { id: id ?? "", electionId } });
  if (!row) throw notFound();
  return hustingsMeetingSchema.parse(row);
}

type Changing = { partnership: Partnership; election: Election; by: By };

async function told(transaction: Transaction, { by: { partnershipId, personId } }: Changing, action: "plan" | "change" | "cancel" | "record", id: string): Promise<void> {
  await recordAudit(transaction, { partnershipId, ...(personId && { personId }), action: `hustings.${action}`, subjectKind: "hustings", subjectId: id });
  await dropPublishedPages(transaction, partnershipId);
}

/** Every nominee who stands, or has been asked to, is written to alike. */
async function invite(transaction: Transaction, { partnership, election }: Changing, news: "planned" | "changed" | "cancelled", meeting: Gathering, why: Text = {}): Promise<void> {
  const gone: readonly string[] = ["withdrawn", "invalid"];
  for (const one of await listAllNominations(transaction, election)) {
    // because who asked for their details to be erased is written to no more
    if (one.email === "" || gone.includes(nominationState(one, election.supporters))) continue;
    const words = wordsFor(one.language);
    const link = await renewedLink(transaction, partnership, election, one);
    const where = [textIn(meeting.venue, one.language).text, meeting.address, meeting.link].filter(Boolean).join("\n");
    const when = words.t("shared:from-to", { from: words.instant(meeting.startsAt), to: timeOf(meeting.endsAt) });
    const about = { to: one.email, words, partnership: partnership.name, election: election.title, name: one.name };
    await saveLetter(transaction, senderOf(partnership), hustingsLetter(about, { news, when, where, why: within(why, words), link }));
  }
}

/** Plans a meeting; its id. The same pressed twice is planned once. */
export async function planHustings(transaction: Transaction, changing: Changing, meeting: Gathering): Promise<string> {
  const { partnershipId, now } = changing.by;
  const electionId = changing.election.id;
  const same = await transaction.hustingsMeeting.findFirst({ where: { electionId, cancelledAt: null, startsAt: meeting.startsAt, endsAt: meeting.endsAt }, select: { id: true } });
  if (same) return same.id;
  const id = newId();
  await transaction.hustingsMeeting.create({ data: { id, partnershipId, electionId, createdAt: now, ...meeting } });
  await invite(transaction, changing, "planned", meeting);
  await told(transaction, changing, "plan", id);
  return id;
}

/** Changes when or where it is; candidates are told. */
export async function changeHustings(transaction: Transaction, changing: Changing, { id }: Pick<HustingsMeeting, "id">, meeting: Gathering): Promise<void> {
  await transaction.hustingsMeeting.update({ where: { id }, data: meeting });
  await invite(transaction, changing, "changed", meeting);
  await told(transaction, changing, "change", id);
}

/** Calls it off: it stays where it is read of, with why; candidates are told. */
export async function cancelHustings(transaction: Transaction, changing: Changing, meeting: HustingsMeeting, why: Text): Promise<void> {
  await transaction.hustingsMeeting.update({ where: { id: meeting.id }, data: { cancelledAt: changing.by.now, cancelledFor: why } });
  await invite(transaction, changing, "cancelled", meeting, why);
  await told(transaction, changing, "cancel", meeting.id);
}

/** Writes down what was asked and answered there, or mends it. */
export async function recordHustings(transaction: Transaction, changing: Changing, { id }: Pick<HustingsMeeting, "id">, record: Text): Promise<void> {
  await transaction.hustingsMeeting.update({ where: { id }, data: { record } });
  await told(transaction, changing, "record", id);
}
