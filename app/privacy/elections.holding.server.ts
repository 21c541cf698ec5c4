// Those who stand or wanted to stand in elections, those on a roll, and those who challenged a result.
import { removeFile } from "#app/files/store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { inTransaction, type Database } from "#app/shared/db.server.ts";
import { textIn, textSchema } from "#app/shared/languages.ts";
import { partPattern } from "#app/shared/like.ts";
import { rowsOf, type Asked, type Holding } from "./holding.server.ts";
import type { Search } from "./holding.ts";

const electionTitle = { election: { select: { title: true } } } as const;
const said = (text: unknown, language: Parameters<typeof textIn>[1]) => textIn(textSchema.parse(text), language).text;

/** What somebody is looked for by in a table of people with a name and an address. */
function patterns(search: Search): { email: string | null; part: string | null } | null {
  if (search.by === "reference") return null;
  return search.by === "email" ? { email: search.email, part: null } : { email: null, part: partPattern(search.name) };
}

type Erasing = { id: string; partnership: Asked["partnership"]; by: string };

async function recordErasure(on: Database, { id, partnership, by }: Erasing, subjectKind: string): Promise<void> {
  await recordAudit(on, { partnershipId: partnership.id, personId: by, action: "personal-data.erase", subjectKind, subjectId: id });
}

export const candidates: Holding = {
  kind: "candidate",
  tables: ["Nomination", "NominationSupport", "SeatOffer", "HustingsAnswer"],
  async find(on, { search, most, partnership }) {
    const by = patterns(search);
    if (!by) return [];
    const rows = await on.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Nomination" WHERE "partnershipId" = ${partnership.id} AND (email = ${by.email} OR name ILIKE ${by.part})
      ORDER BY "sentAt" DESC, id LIMIT ${most}`;
    return rows.map(({ id }) => id);
  },
  async describe(on, { ids, partnership, words }) {
    const { t, language, instant } = words;
    const rows = await on.nomination.findMany({
      where: { partnershipId: partnership.id, id: { in: [...ids] } },
      include: { ...electionTitle, photo: { select: { id: true, name: true, storageKey: true } }, supports: { select: { part: true, memberId: true, confirmedAt: true, declinedAt: true } }, answersGiven: { select: { questionId: true, text: true, at: true } } },
    });
    return rows.map(({ linkHash: _, election, photo, ...row }) => ({
      ...{ kind: "candidate" as const, id: row.id, name: `${row.name}, ${said(election.title, language)}`, files: photo ? [photo] : [], fields: {}, data: row },
      rows: rowsOf(words, {
        ...{ name: row.name, organisation: row.organisation || null, election: said(election.title, language), since: instant(row.sentAt), email: row.email },
        ...{ telephone: row.telephone, about: said(row.statement, language) || null },
      }),
      ...{ goes: [t(row.number === null ? "privacy:candidate.goes" : "privacy:candidate.goes-once-confirmed")], stays: row.number === null ? [] : [t("privacy:candidate.stays")] },
      ...{ refusal: null, mayLoseWords: false },
    }));
  },
  async erase(asked) {
    const { id, partnership } = asked;
    await inTransaction(async (transaction) => {
      const where = { id, partnershipId: partnership.id };
      const photoId = (await transaction.nomination.findFirst({ where, select: { photoId: true } }))?.photoId;
      const gone = await transaction.nomination.deleteMany({ where: { ...where, number: null } });
      const emptied = gone.count > 0 ? gone : await transaction.nomination.updateMany({ where, data: { email: "", telephone: null, conflicts: "", service: "", answers: {}, groups: {}, photoId: null, photoAlt: {} } });
      if (photoId) await removeFile(transaction, partnership.id, photoId);
      if (emptied.count > 0) await recordErasure(transaction, asked, "nomination");
    });
  },
};

export const voters: Holding = {
  kind: "voter",
  tables: ["Voter", "VoterLetter", "VoterRegistration"],
  async find(on, { search, most, partnership }) {
    const by = patterns(search);
    if (!by) return [];
    const rows = await on.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Voter" WHERE "partnershipId" = ${partnership.id} AND (email = ${by.email} OR name ILIKE ${by.part} OR delegate ILIKE ${by.part})
      UNION ALL SELECT id FROM "VoterRegistration" WHERE "partnershipId" = ${partnership.id} AND (email = ${by.email} OR name ILIKE ${by.part})
      ORDER BY id LIMIT ${most}`;
    return rows.map(({ id }) => id);
  },
  async describe(on, { ids, partnership, words }) {
    const { t, language } = words;
    const rows = await on.voter.findMany({
      where: { partnershipId: partnership.id, id: { in: [...ids] } },
      include: { ...electionTitle, letters: { select: { issue: true, way: true, askedAt: true, sentAt: true, failedAt: true } } },
    });
    const asked = await on.voterRegistration.findMany({ where: { partnershipId: partnership.id, id: { in: [...ids] } }, include: electionTitle });
    const unanswered = asked.map(({ linkHash: _, election, ...row }) => ({
      ...{ kind: "voter" as const, id: row.id, name: `${row.name}, ${said(election.title, language)}`, files: [], fields: {}, data: row },
      rows: rowsOf(words, { name: row.name, election: said(election.title, language), since: words.instant(row.askedAt), email: row.email, post: row.post }),
      ...{ goes: [t("privacy:voter.goes-unanswered")], stays: [], refusal: null, mayLoseWords: false },
    }));
    const entries = rows.map(({ codeHash: _, linkHash: _link, election, ...row }) => ({
      ...{ kind: "voter" as const, id: row.id, name: `${row.delegate || row.name}, ${said(election.title, language)}`, files: [], fields: {}, data: row },
      rows: rowsOf(words, { name: row.delegate || row.name, organisation: row.delegate && row.name, election: said(election.title, language), email: row.email, post: row.post }),
      ...{ goes: [t("privacy:voter.goes")], stays: [t("privacy:voter.stays")], refusal: null, mayLoseWords: false },
    }));
    return [...entries, ...unanswered];
  },
  async erase(asked) {
    await inTransaction(async (transaction) => {
      const emptied = await transaction.voter.updateMany({ where: { id: asked.id, partnershipId: asked.partnership.id }, data: { delegate: "", email: null, post: null, linkHash: null } });
      const forgotten = await transaction.voterRegistration.deleteMany({ where: { id: asked.id, partnershipId: asked.partnership.id } });
      if (emptied.count + forgotten.count > 0) await recordErasure(transaction, asked, "voter");
    });
  },
};

export const challenges: Holding = {
  kind: "challenge",
  tables: ["ElectionChallenge"],
  async find(on, { search, most, partnership }) {
    const by = patterns(search);
    if (!by) return [];
    const rows = await on.$queryRaw<{ id: string }[]>`
      SELECT id FROM "ElectionChallenge" WHERE "partnershipId" = ${partnership.id} AND (email = ${by.email} OR name ILIKE ${by.part})
      ORDER BY "sentAt" DESC, id LIMIT ${most}`;
    return rows.map(({ id }) => id);
  },
  async describe(on, { ids, partnership, words }) {
    const { t, language, instant } = words;
    const rows = await on.electionChallenge.findMany({ where: { partnershipId: partnership.id, id: { in: [...ids] } }, include: electionTitle });
    return rows.map(({ election, ...row }) => ({
      ...{ kind: "challenge" as const, id: row.id, name: `${row.name}, ${said(election.title, language)}`, files: [], fields: {}, data: row },
      rows: rowsOf(words, { name: row.name, election: said(election.title, language), since: instant(row.sentAt), email: row.email, about: row.grounds }),
      ...{ goes: [t("privacy:challenge.goes")], stays: [t("privacy:challenge.stays")], refusal: null, mayLoseWords: false },
    }));
  },
  async erase(asked) {
    await inTransaction(async (transaction) => {
      const emptied = await transaction.electionChallenge.updateMany({ where: { id: asked.id, partnershipId: asked.partnership.id }, data: { name: "", email: "", grounds: "" } });
      if (emptied.count > 0) await recordErasure(transaction, asked, "challenge");
    });
  },
};
