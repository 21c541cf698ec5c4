// The agenda of a meeting as everybody may read it: from when it was sent out, without what is kept from the public.
import type { Text } from "#app/shared/languages.ts";
import { beginnings, type AgendaItem } from "./agenda.ts";
import type { Meeting } from "./meeting.ts";
import { sizeOf, type Paper } from "./paper.ts";

export type PublicPaper = { id: string; title: Text; isFile: boolean; fileName: string | null; bytes: number; isLate: boolean; lateFor: Text };
export type PublicItem = Pick<AgendaItem, "id" | "kind" | "purpose" | "title" | "about" | "justification" | "isPrivate"> & {
  /** When it begins, as far as that is known. */
  beginsAt: Date | null;
  papers: PublicPaper[];
};

export function shownPaper(paper: Paper): PublicPaper {
  const { id, title, file, isLate, lateFor } = paper;
  return { id, title, isFile: file !== null, fileName: file?.name ?? null, bytes: sizeOf(paper), isLate, lateFor };
}

/** What was sent out; of an item that is kept from the public its title alone, unless whoever reads it sits there. */
export function agendaFor(
  meeting: Pick<Meeting, "startsAt" | "calledAt">,
  items: readonly AgendaItem[],
  papers: readonly Paper[],
  { sitsThere }: { sitsThere: boolean },
): PublicItem[] {
  if (meeting.calledAt === null) return [];
  const begins = beginnings(items);
  return items.map(({ id, kind, purpose, title, about, justification, isPrivate }, index) => {
    const isHidden = isPrivate && !sitsThere;
    const after = begins[index] ?? null;
    return {
      ...{ id, kind, purpose, title, isPrivate, about: isHidden ? {} : about, justification: isHidden ? {} : justification },
      beginsAt: after === null ? null : new Date(meeting.startsAt.getTime() + after * 60_000),
      papers: isHidden ? [] : papers.filter((paper) => paper.itemId === id && paper.sentAt !== null).map(shownPaper),
    };
  });
}

/** Whether a paper went out with its agenda. */
export function isSentPaper({ sentAt }: Pick<Paper, "sentAt">, { calledAt }: Pick<Meeting, "calledAt">): boolean {
  return sentAt !== null && calledAt !== null;
}

/** Whether everybody may read it: sent out, under an item that is not kept from them. */
export function isPublicPaper(paper: Pick<Paper, "sentAt">, { isPrivate }: Pick<AgendaItem, "isPrivate">, meeting: Pick<Meeting, "calledAt">): boolean {
  return isSentPaper(paper, meeting) && !isPrivate;
}
