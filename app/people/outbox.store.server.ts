// The outbox of the demonstration: every letter, as it was sent, waits to be sent or failed.
import type { Database } from "#app/shared/db.server.ts";
import { defaultLanguage, isLanguage, type Language } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { letterState, type LetterState } from "#app/shared/sending.ts";
import type { Prisma } from "#prisma/client/client.ts";

export type LetterInOutbox = {
  id: string;
  to: string;
  from: string;
  subject: string;
  language: Language;
  createdAt: Date;
  state: LetterState;
};

const columns = {
  ...{ id: true, toAddress: true, fromName: true, subject: true, language: true },
  ...{ createdAt: true, sentAt: true, failedAt: true, givenUpAt: true, sendingAt: true, nextAttemptAt: true },
} satisfies Prisma.LetterSelect;

type LetterRow = Prisma.LetterGetPayload<{ select: typeof columns }>;

function read({ id, toAddress, fromName, subject, language, createdAt, ...times }: LetterRow, now: Date): LetterInOutbox {
  return {
    ...{ id, to: toAddress, from: fromName, subject, createdAt, state: letterState(times, now) },
    language: isLanguage(language) ? language : defaultLanguage,
  };
}

/** Letters newest first, `most` a page, from the one before `before` back. */
export async function listLetters(
  on: Database,
  { before = null, most = 25, now }: { before?: string | null; most?: number; now: Date },
): Promise<{ letters: LetterInOutbox[]; nextBefore: string | null }> {
  const last = before === null ? null : await on.letter.findUnique({ where: { id: before }, select: { id: true, createdAt: true } });
  const rows = await on.letter.findMany({
    where: last ? { OR: [{ createdAt: { lt: last.createdAt } }, { createdAt: last.createdAt, id: { lt: last.id } }] } : {},
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: most + 1,
    select: columns,
  });
  const letters = rows.slice(0, most).map((row) => read(row, now));
  return { letters, nextBefore: rows.length > most ? (letters.at(-1)?.id ?? null) : null };
}

/** A letter with its text, or 404. */
export async function findLetter(on: Database, id: string | undefined, now: Date): Promise<LetterInOutbox & { text: string }> {
  const row = id === undefined ? null : await on.letter.findUnique({ where: { id }, select: { ...columns, text: true } });
  if (!row) throw notFound();
  return { ...read(row, now), text: row.text };
}
