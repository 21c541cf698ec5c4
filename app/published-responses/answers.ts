// What a response says, question by question in the order of the form, as it is drawn and downloaded.
import { answerText } from "#app/consultations/answer-name.ts";
import type { BarName } from "#app/consultations/results.ts";
import type { ClosedAnswers } from "#app/forms/closed.ts";
import type { Segment } from "#app/moderation/redaction.ts";
import type { Publishable } from "#app/publication/choice.ts";
import { formatList } from "#app/shared/formats.ts";
import { textIn, type Text } from "#app/shared/languages.ts";
import type { Words } from "#app/shared/words.ts";

type Put = { id: string; number: string | null; label: Text };

export type ShownAnswer = {
  question: Put;
  /** What was chosen; what each line is about, where the question has several. */
  chosen: { about: Text | null; names: BarName[] }[];
  /** In own words, without what was removed; null where there is nothing to be read. */
  segments: Segment[] | null;
  notThere: "rejected" | "looked-at" | null;
};

type Said = {
  closed: ClosedAnswers;
  texts: readonly { questionId: string; segments: Segment[] }[];
  notThere?: readonly { questionId: string; why: "rejected" | "looked-at" }[];
};

export function answersOf({ closed, texts, notThere = [] }: Said, put: readonly Put[], questions: readonly Publishable[]): ShownAnswer[] {
  const lines = new Map(questions.map(({ question, lines: its }) => [question.id, its]));
  return put.flatMap((question) => {
    const chosen = (lines.get(question.id) ?? []).flatMap(({ key, about, values }) => {
      const held = [closed[key] ?? []].flat();
      const names = values.flatMap(({ id, name }) => (held.includes(id) && !("band" in name) ? [name] : []));
      return names.length === 0 ? [] : [{ about: about ?? null, names }];
    });
    const segments = texts.find(({ questionId }) => questionId === question.id)?.segments ?? null;
    const missing = notThere.find(({ questionId }) => questionId === question.id)?.why ?? null;
    return chosen.length === 0 && segments === null && missing === null ? [] : [{ question, chosen, segments, notThere: segments ? null : missing }];
  });
}

/** A text as plain letters, what was removed standing as its reason. */
export function plainText(segments: readonly Segment[], { t }: Pick<Words, "t">): string {
  return segments.map((segment) => ("text" in segment ? segment.text : t(`moderation:removed.${segment.removed}`))).join("");
}

/** How many letters of an answer a list shows. */
const longestExcerpt = 300;

/** The beginning of a text for a list. */
export function excerptOf(segments: readonly Segment[]): { segments: Segment[]; isCut: boolean } {
  const kept: Segment[] = [];
  let left = longestExcerpt;
  for (const segment of segments) {
    if (left <= 0) return { segments: kept, isCut: true };
    if ("removed" in segment) kept.push(segment);
    else {
      const text = segment.text.length <= left ? segment.text : segment.text.slice(0, left).replace(/\p{Surrogate}$/u, "").replace(/\s+\S*$/u, "");
      kept.push({ text });
      if (text.length < segment.text.length) return { segments: kept, isCut: true };
      left -= text.length;
    }
  }
  return { segments: kept, isCut: false };
}

/** Columns of the download; the words are `published-responses:column.<name>`. */
export const columnNames = ["reference", "address", "who", "name", "language", "number", "question", "about", "chosen", "words"] as const;

type Downloaded = { reference: string; address: string; respondentType: string; name: string | null; language: string; answers: readonly ShownAnswer[] };

/** A row for each answer, so that any program can read them. */
export function rowsOf({ reference, address, respondentType, name, language, answers }: Downloaded, words: Words): string[][] {
  const said = (text: Text | null) => (text ? textIn(text, words.language).text : "");
  const head = [reference, address, words.t(`office:respondent.${respondentType}`), name ?? "", language];
  return answers.flatMap(({ question, chosen, segments }) => {
    const asked = [question.number ?? "", said(question.label)];
    const lines = chosen.map(({ about, names }) => [...head, ...asked, said(about), formatList(words.language, names.map((one) => answerText(one, words))), ""]);
    return [...lines, ...(segments ? [[...head, ...asked, "", "", plainText(segments, words)]] : [])];
  });
}

type Listed = { closed: ClosedAnswers; texts: readonly { questionId: string; segments: Segment[] }[] };

/** Of a response in a list: the beginning of what it says to the question that is asked for, or else of its first answer. */
export function excerptFrom({ texts }: Listed, put: readonly Put[], questionId: string | null): { question: Text; segments: Segment[]; isCut: boolean } | null {
  const inOrder = put.flatMap((question) => texts.filter((text) => text.questionId === question.id).map(({ segments }) => ({ question, segments })));
  const found = inOrder.find(({ question }) => question.id === questionId) ?? inOrder[0];
  return found ? { question: found.question.label, ...excerptOf(found.segments) } : null;
}
