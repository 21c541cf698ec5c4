// What people are told before they send: what is done with their data (privacy), and who may see a response (disclosure). Each
// response records the version it was sent under; a version that was shown is never reworded, a new one is added.
import type { Text } from "#app/shared/languages.ts";

export const noticeKinds = ["privacy", "disclosure"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export function isNoticeKind(value: unknown): value is NoticeKind {
  return noticeKinds.some((kind) => kind === value);
}

/** Whose words it is in: ours, the partnership's, or the consultation's own. */
export type NoticeOf = "standard" | "partnership" | "consultation";

/** `createdAt` is null for ours. */
export type Notice = { version: string; of: NoticeOf; text: Text; createdAt: Date | null };

/** In characters, in each language. */
export const longestNotice = 10_000;

/** Ours, the newest first: each version with the keys of its paragraphs. */
export const standardNotices: Record<NoticeKind, readonly { version: string; paragraphs: readonly string[] }[]> = {
  privacy: [
    {
      version: "2026-12",
      paragraphs: [
        "consultations:privacy-notice.2026-12.who",
        "consultations:privacy-notice.2026-12.why",
        "consultations:privacy-notice.2026-12.equality",
        "consultations:privacy-notice.2026-12.seen",
        "consultations:privacy-notice.2026-12.kept",
        "consultations:privacy-notice.2026-12.rights",
        "consultations:privacy-notice.2026-12.complain",
      ],
    },
  ],
  disclosure: [
    {
      version: "2026-11",
      paragraphs: [
        "consultations:disclosure.2026-11.summary",
        "consultations:disclosure.2026-11.law",
        "consultations:disclosure.2026-11.confidential",
        "consultations:disclosure.2026-11.disclaimers",
        "consultations:disclosure.2026-11.statistics",
      ],
    },
  ],
};

/** The version shown by consultations that were published before versions were pinned to them. */
export const versionBeforePins: Record<NoticeKind, string> = { privacy: "2026-12", disclosure: "2026-11" };

/** The version that is in force and those before it, the newest first; none that came after it. */
export function upTo(notices: readonly Notice[], version: string): Notice[] {
  const place = notices.findIndex((notice) => notice.version === version);
  return place < 0 ? [] : notices.slice(place);
}

export type Difference = { kind: "same" | "added" | "taken-out"; paragraph: string };

const paragraphsOf = (text: string) => text.split(/\n\s*\n/).map((paragraph) => paragraph.trim()).filter((paragraph) => paragraph !== "");

/** What a newer text says beside an older one, paragraph by paragraph, in reading order. */
export function differencesOf(older: string, newer: string): Difference[] {
  const [before, after] = [paragraphsOf(older), paragraphsOf(newer)];
  // the longest run of paragraphs that both have from each place on
  const common = before.map(() => new Array<number>(after.length + 1).fill(0));
  common.push(new Array<number>(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      common[i]![j] = before[i] === after[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
    }
  }
  const differences: Difference[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      differences.push({ kind: "same", paragraph: after[j]! });
      [i, j] = [i + 1, j + 1];
    } else if (j >= after.length || (i < before.length && common[i + 1]![j]! >= common[i]![j + 1]!)) {
      differences.push({ kind: "taken-out", paragraph: before[i++]! });
    } else differences.push({ kind: "added", paragraph: after[j++]! });
  }
  return differences;
}
