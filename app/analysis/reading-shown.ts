// A text as it is drawn: what a page that wakes in the browser is given is in words already, because browsers know no Welsh dates.
import { isChannel } from "#app/consultations/channel.ts";
import { isRespondentType, type Permission } from "#app/consultations/response.ts";
import { isLanguage, languageNamed } from "#app/shared/languages.ts";
import type { Words } from "#app/shared/words.ts";
import type { CodedPiece } from "./coded-text.ts";
import type { CodingShown } from "./coding-shown.ts";
import type { MarkKind, TextMark } from "./text-mark.ts";
import type { TranslationShown } from "./translation.ts";

export type TextShown = {
  id: string;
  responseId: string;
  language: string;
  pieces: CodedPiece[];
  codings: CodingShown[];
  /** What it says in other languages. */
  translations: TranslationShown[];
  /** What must be known of it before any of it is passed on, and where it came from. */
  about: string[];
  /** What it is marked with. */
  marks: MarkKind[];
};

type Known = { language: string; receivedAt: Date; channel: string; respondentType: string; permission: Permission; confidentialityRequested: boolean };

export function textNotes({ receivedAt, channel, respondentType, language, permission, confidentialityRequested }: Known, words: Words): string[] {
  const { t, instant } = words;
  return [
    ...(confidentialityRequested ? [t("office:answers.confidential")] : []),
    ...(isRespondentType(respondentType) ? [t(`office:respondent.${respondentType}`)] : []),
    t("office:answers.received", { at: instant(receivedAt) }),
    ...(isChannel(channel) ? [t(`consultations:channel.${channel}`)] : []),
    ...(isLanguage(language) ? [languageNamed(language, words.language)] : []),
    t(`office:permission.${permission}`),
  ];
}

/** A mark that stands or stood, in a sentence or two; `mine` are notes that whoever reads wrote. */
export type MarkShown = { id: string; kind: MarkKind; says: string; note: string | null; settled: string | null; settledNote: string | null; isMine: boolean };

/** What a text was marked with, by whom and when; that somebody read it is not told to others. */
export function marksShown(marks: readonly TextMark[], { names, personId, words }: { names: ReadonlyMap<string, string>; personId: string; words: Words }): MarkShown[] {
  const { t, instant } = words;
  const who = (id: string | null) => names.get(id ?? "") ?? t("reading:somebody");
  return marks
    .filter(({ kind }) => kind !== "read")
    .map(({ id, kind, at, note, settledAt, settledById, settledNote, ...mark }) => ({
      ...{ id, kind, note, settledNote },
      says: t(`reading:said.${kind}`, { who: who(mark.personId), at: instant(at) }),
      settled: settledAt && t(`reading:settled.${kind}`, { who: who(settledById), at: instant(settledAt) }),
      isMine: kind === "note" && mark.personId === personId,
    }));
}
