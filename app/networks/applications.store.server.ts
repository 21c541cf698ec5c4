// Every query about organisations that ask to join a network: asked, confirmed by whoever reads the address, accepted or declined.
import { organisationKinds, sectorOfKind, sortNameOf } from "#app/bodies/organisation.ts";
import { closeOrganisation, findOrganisation, saveOrganisation, type By } from "#app/bodies/organisations.store.server.ts";
import { networkPath } from "#app/bodies/public-paths.ts";
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { keyedHash, keyedHashes, newId, newToken } from "#app/shared/keys.server.ts";
import { defaultLanguage, isLanguage, type Language } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { confirmInDays, type ApplicationHead } from "./application.ts";
import { askApplicantLetter, decidedLetter } from "./letters.ts";
import { letIn, type Delegates } from "./members.store.server.ts";
import type { Network } from "./networks.store.server.ts";
import { applicationLinkPath } from "./paths.ts";

const purpose = "network application link";

export type Application = ApplicationHead & { id: string; networkId: string; language: Language; askedAt: Date; confirmedAt: Date | null; decidedAt: Date | null; reason: string; memberId: string | null };

type Row = Omit<Application, "kind" | "language"> & { kind: string; language: string };

function read({ kind, language, ...row }: Row): Application {
  return { ...row, kind: organisationKinds.find((one) => one === kind) ?? "other", language: isLanguage(language) ? language : defaultLanguage };
}

const columns = {
  ...{ id: true, networkId: true, organisation: true, kind: true, charityNumber: true, website: true, about: true, constituencies: true, name: true, email: true },
  ...{ telephone: true, deputyName: true, deputyEmail: true, language: true, askedAt: true, confirmedAt: true, decidedAt: true, reason: true, memberId: true },
} as const;

type Asking = { partnership: Partnership; network: Network; language: Language; now: Date };

/** Takes an application down, and asks the address whether it was they who wrote: nobody sees it before. Sent again until then, it takes the place of the first. */
export async function apply(transaction: Transaction, { partnership, network, language, now }: Asking, head: ApplicationHead): Promise<void> {
  const token = newToken();
  const of = { networkId: network.id, email: head.email, organisation: head.organisation };
  await transaction.networkApplication.deleteMany({ where: { ...of, confirmedAt: null } });
  await transaction.networkApplication.create({ data: { id: newId(), partnershipId: partnership.id, ...of, ...head, language, askedAt: now, linkHash: keyedHash(purpose, token) } });
  const link = siteOfPartnership(partnership) + pathInLanguage(applicationLinkPath(partnership, network, token), language);
  const about = { to: head.email, words: wordsFor(language), partnership: partnership.name, network: network.name, organisation: { [language]: head.organisation } };
  await saveLetter(transaction, senderOf(partnership), askApplicantLetter(about, { link }));
}

const waitingSince = (now: Date) => new Date(now.getTime() - confirmInDays * 86_400_000);

/** The application a link belongs to, using nothing up; null where it opens nothing any more. */
export async function findByLink(on: Database, network: Network, token: string, now: Date): Promise<Application | null> {
  const row = await on.networkApplication.findFirst({
    where: { networkId: network.id, linkHash: { in: keyedHashes(purpose, token) }, OR: [{ confirmedAt: { not: null } }, { askedAt: { gt: waitingSince(now) } }] },
    select: columns,
  });
  return row && read(row);
}

export async function confirmApplication(transaction: Transaction, { id }: Application, now: Date): Promise<void> {
  await transaction.networkApplication.updateMany({ where: { id, confirmedAt: null }, data: { confirmedAt: now } });
}

/** How many applications to each network wait for an answer. */
export async function countWaiting(on: Database, partnershipId: string): Promise<Map<string, number>> {
  const rows = await on.networkApplication.groupBy({ by: ["networkId"], where: { partnershipId, confirmedAt: { not: null }, decidedAt: null }, _count: true });
  return new Map(rows.map(({ networkId, _count }) => [networkId, _count]));
}

/** Those to a network that wait for an answer, the oldest first; more are shown once these are answered. */
export async function listWaiting(on: Database, network: Network, most = 50): Promise<Application[]> {
  const rows = await on.networkApplication.findMany({ where: { networkId: network.id, confirmedAt: { not: null }, decidedAt: null }, orderBy: [{ confirmedAt: "asc" }, { id: "asc" }], take: most, select: columns });
  return rows.map(read);
}

/** An application to the network that was confirmed, or 404. */
export async function findApplication(on: Database, network: Network, id: string | undefined): Promise<Application> {
  const row = await on.networkApplication.findFirst({ where: { networkId: network.id, id: id ?? "", confirmedAt: { not: null } }, select: columns });
  if (!row) throw notFound();
  return read(row);
}

/** The partnership's organisation of the name that applies, where there is one. */
export async function findNamesake(on: Database, partnershipId: string, organisation: string) {
  const row = await on.organisation.findUnique({ where: { partnershipId_sortName: { partnershipId, sortName: sortNameOf({ en: organisation }) } }, select: { id: true } });
  return row && findOrganisation(on, partnershipId, row.id);
}

type Deciding = { partnership: Partnership; network: Network; by: By; application: Application };

/** Lets it in: as the organisation of its name, or a new one. False where that was decided already. */
export async function accept(transaction: Transaction, deciding: Deciding): Promise<boolean> {
  const { network, by, application } = deciding;
  if (!(await decide(transaction, deciding, ""))) return false;
  const { organisation, kind, charityNumber, website, name, email, telephone, deputyName, deputyEmail, language } = application;
  const known = await findNamesake(transaction, by.partnershipId, organisation);
  const head = { name: { [language]: organisation }, kind, sector: sectorOfKind(kind), charityNumber, website, companyNumber: null, roles: [], areaCodes: [], supportNeeds: [] };
  const saved = known ? null : await saveOrganisation(transaction, by, null, head);
  if (known?.closedOn) await closeOrganisation(transaction, by, known.id, false);
  const organisationId = known?.id ?? (saved?.ok ? saved.value : "");
  const delegates: Delegates = {
    delegate: { name, email, telephone, post: null, language },
    deputy: deputyName === null ? null : { name: deputyName, email: deputyEmail, telephone: null, post: null, language },
  };
  const parts = network.constituencies.map(({ id }) => id).filter((id) => application.constituencies.includes(id));
  const memberId = await letIn(transaction, by, network, organisationId, { ...delegates, constituencies: parts });
  await transaction.networkApplication.update({ where: { id: application.id }, data: { memberId } });
  await tell(transaction, deciding, null);
  return true;
}

/** Declines it, with the reason that it is told. False where that was decided already. */
export async function decline(transaction: Transaction, deciding: Deciding, reason: string): Promise<boolean> {
  if (!(await decide(transaction, deciding, reason))) return false;
  await tell(transaction, deciding, reason);
  return true;
}

async function decide(transaction: Transaction, { by: { partnershipId, personId, now }, application: { id } }: Deciding, reason: string): Promise<boolean> {
  const { count } = await transaction.networkApplication.updateMany({ where: { id, partnershipId, decidedAt: null }, data: { decidedAt: now, decidedById: personId, reason } });
  if (count === 0) return false;
  const action = reason === "" ? "network-application.accept" : "network-application.decline";
  await recordAudit(transaction, { partnershipId, personId, action, subjectKind: "network-application", subjectId: id });
  return true;
}

async function tell(transaction: Transaction, { partnership, network, application: { email, language, organisation } }: Deciding, reason: string | null): Promise<void> {
  const link = siteOfPartnership(partnership) + pathInLanguage(networkPath(partnership, network), language);
  const about = { to: email, words: wordsFor(language), partnership: partnership.name, network: network.name, organisation: { [language]: organisation } };
  await saveLetter(transaction, senderOf(partnership), decidedLetter(about, { link, reason }));
}

const forgettable = (now: Date, decidedUntil: Date) => ({ OR: [{ confirmedAt: null, askedAt: { lt: waitingSince(now) } }, { decidedAt: { lt: decidedUntil } }] });

/** How many applications nobody confirmed in time, or were decided before `decidedUntil`. */
export function countForgettableApplications(on: Database, now: Date, decidedUntil: Date, partnershipId: string | null): Promise<number> {
  return on.networkApplication.count({ where: { ...forgettable(now, decidedUntil), ...(partnershipId !== null && { partnershipId }) } });
}

/** Deletes them; how many. */
export async function forgetApplications(transaction: Transaction, now: Date, decidedUntil: Date): Promise<number> {
  return (await transaction.networkApplication.deleteMany({ where: forgettable(now, decidedUntil) })).count;
}
