// The analysis of the demonstration's frozen consultations: their sets, a campaign that was confirmed, and what two coders have read so far.
import { findCampaigns } from "#app/analysis/finding-campaigns.server.ts";
import { addCodeframe, findCodeframe, type FrameBy } from "#app/analysis/codeframes.store.server.ts";
import { decideCampaign } from "#app/analysis/campaigns.store.server.ts";
import { addCode } from "#app/analysis/codes.store.server.ts";
import { drawSample, handOutTexts } from "#app/analysis/hand-outs.store.server.ts";
import { usualSample } from "#app/analysis/sample.ts";
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
type Said = { id: string; questionId: string; text: string; language: string; coderId: string; secondId: string | null };

/** Three quarters are read. */
const read = 0.75;

/** The texts are handed out to two, who share them, and a sample of them to whoever did not read them first. */
async function seedWork(transaction: Transaction, by: { consultation: { id: string; partnershipId: string }; setId: string; personId: string }, coders: readonly string[], day: (days: number) => Date): Promise<void> {
  const shares = coders.map((coderId, index) => ({ coderId, parts: index === 0 ? 3 : 2 }));
  await handOutTexts(transaction, { ...by, now: day(-12), once: newId() }, { questionIds: ["one-thing"], shares, most: null });
  const even = coders.map((coderId) => ({ coderId, parts: 1 }));
  await drawSample(transaction, { ...by, now: day(-6), once: newId() }, { shares: even, ...usualSample, reason: null });
}

async function seedCodings(transaction: Transaction, set: { id: string; partnershipId: string }, codes: Map<Theme, string>, now: Date): Promise<void> {
  const texts = await transaction.$queryRaw<Said[]>`
    SELECT said.id, said."questionId", said.text, said.language, first."coderId", second."coderId" AS "secondId" FROM "SetResponse" pinned
    JOIN "AnswerText" said ON said."responseId" = pinned."responseId" AND said.revision = pinned.revision
    JOIN "CodingTask" first ON first."textId" = said.id AND first.pass = 'first'
    LEFT JOIN "CodingTask" second ON second."textId" = said.id AND second.pass = 'second'
    WHERE pinned."setId" = ${set.id} AND pinned."isIncluded" ORDER BY pinned."receivedAt", said.id`;
  const chance = chanceFrom(404);
  const partsOf = reader();
  const themes = [...codes.keys()];
  const done: { id: string; pass: string; at: Date }[] = [];
  const rows = texts.slice(0, Math.floor(texts.length * read)).flatMap((said, index) => {
    const parts = isLanguage(said.language) ? partsOf({ text: said.text, language: said.language }) : [];
    if (parts.length === 0) return [];
    const at = new Date(now.getTime() - (12 - (index / texts.length) * 11) * 86_400_000);
    const given = ({ personId, pass, misses }: Reader) => {
      done.push({ id: said.id, pass, at });
      return parts.flatMap(({ theme, isAsked, start, end }: Part) => {
        if (chance.happens(misses)) return [];
        const codeId = codes.get(chance.happens(misses / 2) ? chance.pick(themes) : theme)!;
        return { id: newId(), partnershipId: set.partnershipId, textId: said.id, codeId, coderId: personId, start, end, stance: isAsked ? "suggestion" : null, version: 0, pass, at };
      });
    };
    const second = said.secondId === null ? [] : given({ personId: said.secondId, pass: "second", misses: 0.06 });
    return [...given({ personId: said.coderId, pass: "first", misses: 0.02 }), ...second];
  });
  await transaction.coding.createMany({ data: rows, skipDuplicates: true });
  await transaction.$executeRaw`
    UPDATE "CodingTask" task SET "doneAt" = done.at FROM jsonb_to_recordset(${JSON.stringify(done)}::jsonb) AS done(id text, pass text, at timestamptz)
    WHERE task."textId" = done.id AND task.pass = done.pass`;
}

/** What all texts of the campaign ask for is coded once, on the first of them, by whoever reads it. */
async function seedShared(transaction: Transaction, campaignId: string, codeId: string, at: Date): Promise<void> {
  const members = await transaction.campaignText.findMany({ where: { campaignId }, select: { textId: true, partnershipId: true, text: { select: { tasks: { where: { pass: "first" } } } } }, orderBy: [{ likeness: "desc" }, { textId: "asc" }], take: 1 });
  for (const { textId, partnershipId, text: { tasks } } of members) {
    for (const { coderId } of tasks) {
      await transaction.coding.create({ data: { id: newId(), partnershipId, textId, codeId, coderId, stance: "suggestion", version: 0, pass: "first", isShared: true, at } });
    }
    await transaction.codingTask.updateMany({ where: { textId, pass: "first" }, data: { doneAt: at } });
  }
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
    await seedWork(transaction, { consultation, setId: set.id, personId }, coders, day);
    await seedCodings(transaction, set, codes, now);
    if (largest) await seedShared(transaction, largest.id, codes.get("flooding")!, day(-9));
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
