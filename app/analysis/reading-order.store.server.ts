// In which order the texts of a question are read, and how many there are: kept for a while, so that the next text of a hundred
// thousand is found at once. A set never changes; what was erased or is held since is missed where a text itself is read.
import { isFiltered, partOf } from "#app/consultations/result-filter.ts";
import type { Part } from "#app/consultations/counted-columns.ts";
import { db, type Database } from "#app/shared/db.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import { findCoded, findCodedSoFar } from "./code-filter.store.server.ts";
import { isCodingFiltered, noCode } from "./coding-filter.ts";
import { inOrder, Order, type Reading } from "./reading.ts";
import { withoutAccents } from "./sets.store.server.ts";
import type { MarkFilter } from "./text-mark.ts";

type Of = { setId: string; consultationId: string };

/** What is asked anew after a minute, while what is known is shown; and what is not shown any more. */
const [freshForInMs, knownForInMs] = [60_000, 15 * 60_000];
const mostKept = 60;

type Kept = { at: number; value: Promise<unknown>; isAsked: boolean };
const kept = new Map<string, Kept>();

/** What was found a short while ago, or is found now. */
function recall<Value>(key: string, now: Date, find: () => Promise<Value>): Promise<Value> {
  const ask = () => {
    const one: Kept = { at: now.getTime(), value: find(), isAsked: false };
    one.value.then(
      () => {
        kept.delete(key);
        kept.set(key, one);
        for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
      },
      () => kept.get(key)?.value === one.value && kept.delete(key),
    );
    return one;
  };
  const known = kept.get(key);
  const age = known ? now.getTime() - known.at : Number.POSITIVE_INFINITY;
  if (!known || age > knownForInMs || age < 0) {
    const asked = ask();
    kept.set(key, asked);
    return asked.value as Promise<Value>;
  }
  if (age > freshForInMs && !known.isAsked) {
    known.isAsked = true;
    ask();
  }
  return known.value as Promise<Value>;
}

const notHeld = Prisma.sql`NOT EXISTS (SELECT FROM "HeldAnswer" held WHERE held."responseId" = text."responseId" AND held."questionId" = text."questionId")`;

/** `isFresh` where what is coded is asked anew; else whoever goes from text to text keeps their place for a while though it is coded meanwhile. */
type Asking = { personId: string; now: Date; isFresh?: boolean };

/** The texts of a question that are read, in the order of their ids. */
export async function findOrder(on: Database, of: Of, questionId: string, { words, mark, coding, filter }: Reading, { personId, now, isFresh = false }: Asking): Promise<Order> {
  const whole = await recall(JSON.stringify([of.setId, questionId, words, filter]), now, () => (words === "" && !isFiltered(filter) ? findWhole(of, questionId) : findPart(of, questionId, { words, filter })));
  const order = isCodingFiltered(coding) ? await narrowed() : whole;
  if (mark === null) return order;
  const marked = await listMarked(on, of, questionId, mark, personId);
  return order.only(marked, mark === "unread" ? "not-in" : "in");

  async function narrowed(): Promise<Order> {
    const key = JSON.stringify([of.setId, questionId, "coded", coding, personId]);
    if (isFresh) kept.delete(key);
    const coded = new Order(await recall(key, now, () => findCoded(db(), { ...of, personId }, questionId, coding)));
    return whole.only(coded, coding.code === noCode ? "not-in" : "in");
  }
}

/** From so many coded texts on it is not asked anew each time which they are. */
const manyCoded = 20_000;

/** How many texts of an order carry a code that somebody sees, and who gave such codes; of many it may be as it was a minute ago. */
export async function findProgress(of: Of, questionId: string, whole: Order, { personId, now }: Asking): Promise<{ coded: number; coderIds: string[] }> {
  const key = JSON.stringify([of.setId, questionId, "progress", personId]);
  const { coded, coderIds } = await recall(key, now, async () => {
    const { ids, coderIds } = await findCodedSoFar(db(), { ...of, personId }, questionId);
    return { coded: new Order(ids), coderIds };
  });
  if (coded.length < manyCoded) kept.delete(key);
  return { coded: whole.only(coded, "in").length, coderIds };
}

/** All texts of a question, as they were put down when the set was made, without those that are held. */
async function findWhole({ setId, consultationId }: Of, questionId: string): Promise<Order> {
  const [row] = await db().$queryRaw<{ ids: string; held: string[] }[]>`
    SELECT ids, ARRAY(SELECT text.id FROM "HeldAnswer" held JOIN "AnswerText" text ON text."responseId" = held."responseId" AND text."questionId" = held."questionId"
      WHERE held."consultationId" = ${consultationId} AND held."questionId" = ${questionId}) AS held
    FROM "ReadingOrder" WHERE "setId" = ${setId} AND "questionId" = ${questionId}`;
  const order = new Order(row?.ids ?? "");
  return row && row.held.length > 0 ? order.only(inOrder(row.held), "not-in") : order;
}

async function findPart(of: Of, questionId: string, { words, filter }: Pick<Reading, "words" | "filter">): Promise<Order> {
  const [row] = await db().$queryRaw<{ ids: string }[]>`
    SELECT coalesce(string_agg(text.id, '' ORDER BY text.id COLLATE "C"), '') AS ids
    FROM "AnswerText" text JOIN "SetResponse" one ON one."setId" = ${of.setId} AND one."isIncluded" AND one."responseId" = text."responseId" AND one.revision = text.revision
    WHERE text."consultationId" = ${of.consultationId} AND text."questionId" = ${questionId} AND ${has(words)} AND ${isIn(partOf(filter))} AND ${notHeld}`;
  return new Order(row?.ids ?? "");
}

async function listMarked(on: Database, { consultationId }: Of, questionId: string, mark: MarkFilter, personId: string): Promise<Order> {
  if (mark === "mine") {
    const tasks = await on.codingTask.findMany({ where: { consultationId, questionId, coderId: personId, doneAt: null }, select: { textId: true } });
    return inOrder(tasks.map(({ textId }) => textId));
  }
  const kind = mark === "unread" ? "read" : mark;
  const rows = await on.textMark.findMany({
    where: { consultationId, questionId, kind, settledAt: null, ...(kind === "read" && { personId }) },
    select: { textId: true },
  });
  return inOrder(rows.map(({ textId }) => textId));
}

/** What was typed to be searched for, in the stems of English or as it stands: quotation marks hold a phrase, a minus leaves out. */
export function searched(words: string, config: "english" | "simple"): Prisma.Sql {
  return Prisma.sql`websearch_to_tsquery(${Prisma.raw(`'${config}'`)}, ${withoutAccents(Prisma.sql`${words}::text`)})`;
}

function has(words: string): Prisma.Sql {
  if (words === "") return Prisma.sql`TRUE`;
  const [english, asWritten] = [searched(words, "english"), searched(words, "simple")];
  // because the index is asked for either, and each text then in its own language
  return Prisma.sql`text.search @@ (${english} || ${asWritten}) AND text.search @@ CASE text.language WHEN 'en' THEN ${english} ELSE ${asWritten} END`;
}

const heldIn: Record<string, Prisma.Sql> = { ".channel": Prisma.sql`channel`, ".language": Prisma.sql`language`, ".respondent": Prisma.sql`"respondentType"` };

/** Whether a response of the set is one of those. */
function isIn({ answered = [], from, until }: Part): Prisma.Sql {
  const wanted = [
    // because jsonb_exists finds a text in a list, and one that stands alone
    ...answered.map(({ key, value }) => (heldIn[key] ? Prisma.sql`one.${heldIn[key]} = ${value}` : Prisma.sql`jsonb_exists(one.closed -> ${key}::text, ${value})`)),
    ...(from ? [Prisma.sql`one."receivedAt" >= ${from}`] : []),
    ...(until ? [Prisma.sql`one."receivedAt" < ${until}`] : []),
  ];
  return wanted.length === 0 ? Prisma.sql`TRUE` : Prisma.join(wanted, " AND ");
}

/** How many texts of the set each question has, those that are held left out. */
export async function countTexts(on: Database, { setId, consultationId }: Of): Promise<Map<string, number>> {
  const rows = await on.$queryRaw<{ questionId: string; count: number }[]>`
    SELECT whole."questionId", whole.texts - (
      SELECT count(*)::int FROM "HeldAnswer" held JOIN "SetResponse" one ON one."setId" = whole."setId" AND one."responseId" = held."responseId" AND one."isIncluded"
      JOIN "AnswerText" text ON text."responseId" = one."responseId" AND text.revision = one.revision AND text."questionId" = held."questionId"
      WHERE held."consultationId" = ${consultationId} AND held."questionId" = whole."questionId") AS count
    FROM "ReadingOrder" whole WHERE whole."setId" = ${setId}`;
  return new Map(rows.map(({ questionId, count }) => [questionId, count]));
}
