// The analysis of the demonstration's frozen consultations: their sets, a campaign that was confirmed, and what two coders have read so far.
import { findCampaigns } from "#app/analysis/finding-campaigns.server.ts";
import { addCodeframe, findCodeframe, type FrameBy } from "#app/analysis/codeframes.store.server.ts";
import { decideCampaign } from "#app/analysis/campaigns.store.server.ts";
import { addCode } from "#app/analysis/codes.store.server.ts";
import { makeSet } from "#app/analysis/sets.store.server.ts";
import type { CodeTexts } from "#app/analysis/code.ts";
import { addDays, dayOf, startOfDay } from "#app/shared/dates.ts";
import { db, inTransaction, type Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { isLanguage, type Text } from "#app/shared/languages.ts";
import { campaign } from "./campaign.ts";
import { livingCodes, livingFrame, reader, type Part } from "./living-codeframe.ts";
import { chanceFrom } from "./random.ts";
import type { Theme } from "./words/bank.ts";

type Planned = { texts: CodeTexts; theme?: Theme; under?: readonly Planned[] };

/** Themes first and what stands under each behind it; the codes by what they are about. */
export async function seedCodeframe(transaction: Transaction, by: FrameBy, details: { name: Text; questionIds: string[] }, codes: readonly Planned[]): Promise<Map<Theme, string>> {
  const id = await addCodeframe(transaction, by, details);
  const frame = await findCodeframe(transaction, by.consultation, id ?? undefined);
  const ofTheme = new Map<Theme, string>();
  const addAll = async (planned: readonly Planned[], parentId: string | null): Promise<void> => {
    for (const { texts, theme, under = [] } of planned) {
      const added = await addCode(transaction, { ...by, frame }, { parentId, texts });
      if (!added.ok) throw new Error(`The demonstration's code ${texts.name.en} was not taken: ${added.problem}`);
      if (theme) ofTheme.set(theme, added.codeId);
      await addAll(under, added.codeId);
    }
  };
  await addAll(codes, null);
  return ofTheme;
}

type Reader = { personId: string; pass: "first" | "second"; misses: number };
type Said = { id: string; questionId: string; text: string; language: string };

/** Three quarters are read, by two who share them; of the rest each reads what is on top. */
const read = 0.75;

async function seedCodings(transaction: Transaction, set: { id: string; partnershipId: string }, codes: Map<Theme, string>, coders: readonly string[], now: Date): Promise<void> {
  const texts = await transaction.$queryRaw<Said[]>`
    SELECT said.id, said."questionId", said.text, said.language FROM "SetResponse" pinned
    JOIN "AnswerText" said ON said."responseId" = pinned."responseId" AND said.revision = pinned.revision
    WHERE pinned."setId" = ${set.id} AND pinned."isIncluded" AND said."questionId" = 'one-thing' ORDER BY pinned."receivedAt", said.id`;
  const chance = chanceFrom(404);
  const partsOf = reader();
  const themes = [...codes.keys()];
  const rows = texts.slice(0, Math.floor(texts.length * read)).flatMap((said, index) => {
    const parts = isLanguage(said.language) ? partsOf({ text: said.text, language: said.language }) : [];
    const [one, other] = index % 5 < 3 ? coders : [...coders].reverse();
    const at = new Date(now.getTime() - (12 - (index / texts.length) * 11) * 86_400_000);
    const given = ({ personId, pass, misses }: Reader) =>
      parts.flatMap(({ theme, isAsked, start, end }: Part) => {
        if (chance.happens(misses)) return [];
        const codeId = codes.get(chance.happens(misses / 2) ? chance.pick(themes) : theme)!;
        return { id: newId(), partnershipId: set.partnershipId, textId: said.id, codeId, coderId: personId, start, end, stance: isAsked ? "suggestion" : null, version: 0, pass, at };
      });
    return [...given({ personId: one!, pass: "first", misses: 0.02 }), ...(index % 6 === 1 ? given({ personId: other!, pass: "second", misses: 0.06 }) : [])];
  });
  await transaction.coding.createMany({ data: rows, skipDuplicates: true });
}

/** The consultation that is being read, and its campaign. */
async function seedReading(now: Date): Promise<void> {
  const { id, partnershipId } = await db().consultation.findFirstOrThrow({ where: { frozenAt: { not: null }, reportPublishedAt: null }, select: { id: true, partnershipId: true } });
  const day = (days: number) => new Date(startOfDay(addDays(dayOf(now), days)).getTime() + 10 * 3_600_000);
  const set = await db().analysisSet.findFirstOrThrow({ where: { consultationId: id }, select: { id: true, partnershipId: true } });
  const coders: string[] = [];
  for (const name of ["Dawit Haile", "Imran Siddiqui"]) coders.push((await db().person.findFirstOrThrow({ where: { name, isDemonstration: true }, select: { id: true } })).id);
  const [personId = ""] = coders;
  const [largest] = await db().campaign.findMany({ where: { setId: set.id, isPair: false }, orderBy: { texts: "desc" }, take: 1, select: { id: true } });
  await inTransaction(async (transaction) => {
    const consultation = { id, partnershipId };
    if (largest) await decideCampaign(transaction, consultation, { id: largest.id, setId: set.id }, { state: "confirmed", ...campaign, personId, now: day(-11) });
    const codes = await seedCodeframe(transaction, { consultation, personId, now: day(-13) }, livingFrame, livingCodes);
    await seedCodings(transaction, set, codes, coders, now);
  });
}

/** What follows from the freezing, and what was made of it since. */
export async function seedAnalysis(now: Date): Promise<void> {
  for (const { id: consultationId } of await db().consultation.findMany({ where: { frozenAt: { not: null } }, select: { id: true } })) {
    await makeSet({ consultationId }, () => now);
    for (const { id: setId } of await db().analysisSet.findMany({ where: { consultationId }, select: { id: true } })) await findCampaigns({ setId }, () => now);
  }
  await seedReading(now);
}
