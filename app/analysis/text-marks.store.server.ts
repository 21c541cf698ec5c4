// Every query about what texts were marked with: by whom, when, and how a second look was settled.
import type { Consultation } from "#app/consultations/consultation.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import type { MarkDeed } from "./text-mark.ts";

type Of = Pick<Consultation, "id" | "partnershipId">;
type Marking = {
  deed: MarkDeed;
  /** The id of a new mark, so that a second press does nothing; or the note that is removed. */
  id: string;
  note: string | null;
  personId: string;
  now: Date;
};

/** Marks a text, or takes a mark away; done already, nothing is done. The caller has asked the policy. */
export async function markText(transaction: Transaction, { id: consultationId, partnershipId }: Of, text: { id: string; questionId: string }, { deed, id, note, personId, now }: Marking): Promise<void> {
  const count = await change();
  if (count === 0) return;
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "analysis.mark-text", subjectKind: "consultation", subjectId: consultationId },
    facts: { textId: text.id, deed },
  });

  async function change(): Promise<number> {
    const of = { textId: text.id };
    switch (deed) {
      case "flag":
      case "second-look":
      case "note":
      case "read": {
        const mark = { id, partnershipId, consultationId, questionId: text.questionId, ...of, kind: deed, personId, at: now, note };
        return (await transaction.textMark.createMany({ data: [mark], skipDuplicates: true })).count;
      }
      case "unflag":
      case "settle": {
        const kind = deed === "settle" ? "second-look" : "flag";
        const settled = { settledAt: now, settledById: personId, settledNote: note };
        return (await transaction.textMark.updateMany({ where: { ...of, kind, settledAt: null }, data: settled })).count;
      }
      case "remove-note":
        return (await transaction.textMark.deleteMany({ where: { ...of, id, kind: "note", personId } })).count;
    }
  }
}

export type MarkCounts = Record<"flag" | "second-look" | "read", number>;
export const noMarks: MarkCounts = { flag: 0, "second-look": 0, read: 0 };

/** Of each question how many texts of the set are flagged, wait for a second look, and were read by this person. */
export async function countMarks(on: Database, { setId, consultationId, personId }: { setId: string; consultationId: string; personId: string }): Promise<Map<string, MarkCounts>> {
  const rows = await on.$queryRaw<{ questionId: string; kind: keyof MarkCounts; count: number }[]>`
    SELECT mark."questionId", mark.kind, count(*)::int AS count
    FROM "TextMark" mark JOIN "AnswerText" text ON text.id = mark."textId"
    JOIN "SetResponse" one ON one."setId" = ${setId} AND one."responseId" = text."responseId" AND one.revision = text.revision AND one."isIncluded"
    WHERE mark."consultationId" = ${consultationId} AND mark."settledAt" IS NULL AND (mark.kind IN ('flag', 'second-look') OR (mark.kind = 'read' AND mark."personId" = ${personId}))
      AND NOT EXISTS (SELECT FROM "HeldAnswer" held WHERE held."responseId" = text."responseId" AND held."questionId" = text."questionId")
    GROUP BY 1, 2`;
  const counts = new Map<string, MarkCounts>();
  for (const { questionId, kind, count } of rows) counts.set(questionId, { ...(counts.get(questionId) ?? noMarks), [kind]: count });
  return counts;
}

export type SecondLook = { id: string; textId: string; questionId: string; text: string; language: string; personId: string; at: Date };

/** The texts of the set that wait for a second look, the longest waiting first, a page at a time; `after` is the last of the page before. */
export async function listSecondLooks(
  on: Database,
  { setId, consultationId }: { setId: string; consultationId: string },
  { after, most = 25 }: { after: string | null; most?: number },
): Promise<{ waiting: SecondLook[]; nextAfter: string | null }> {
  const last = after === null ? null : await on.textMark.findFirst({ where: { id: after, consultationId }, select: { at: true } });
  const rows = await on.$queryRaw<SecondLook[]>`
    SELECT mark.id, mark."textId", mark."questionId", text.text, text.language, mark."personId", mark.at
    FROM "TextMark" mark JOIN "AnswerText" text ON text.id = mark."textId"
    JOIN "SetResponse" one ON one."setId" = ${setId} AND one."responseId" = text."responseId" AND one.revision = text.revision AND one."isIncluded"
    WHERE mark."consultationId" = ${consultationId} AND mark.kind = 'second-look' AND mark."settledAt" IS NULL
      AND (${last?.at ?? null}::timestamptz IS NULL OR (mark.at, mark.id) > (${last?.at ?? null}::timestamptz, ${after}))
      AND NOT EXISTS (SELECT FROM "HeldAnswer" held WHERE held."responseId" = text."responseId" AND held."questionId" = text."questionId")
    ORDER BY mark.at, mark.id LIMIT ${most + 1}`;
  const waiting = rows.slice(0, most);
  return { waiting, nextAfter: rows.length > most ? (waiting.at(-1)?.id ?? null) : null };
}
