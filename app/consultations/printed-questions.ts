// The numbered questions of a printed consultation paper: its chapters become sections, its wording stays as printed.
import { z } from "zod";
import type { FormDefinition, Section } from "#app/forms/definition.ts";
import type { Text } from "#app/shared/languages.ts";
import type { Words } from "#app/shared/words.ts";
import type { ConsultationTexts } from "./consultation.ts";

const printedSchema = z.looseObject({
  title: z.string().trim().min(1).max(1000),
  publisher: z.string().trim().min(1).max(300),
  copyright: z.string().trim().min(1).max(300).optional(),
  /** The last day of answering. */
  responsesDue: z.iso.date().optional(),
  questions: z
    .array(
      z.looseObject({
        number: z.number().int().min(1),
        chapter: z.number().int().min(1),
        chapterTitle: z.string().trim().min(1),
        heading: z.string().trim().min(1).optional(),
        text: z.string().trim().min(1),
        related: z.string().trim().min(1).optional(),
      }),
    )
    .min(1),
});
export type PrintedQuestions = z.infer<typeof printedSchema>;

/** Tells such a file from one of our own consultation files, which has no list of questions at its top. */
export function isPrintedQuestions(input: unknown): boolean {
  return typeof input === "object" && input !== null && "questions" in input && !("form" in input);
}

export const readPrintedQuestions = (input: unknown) => printedSchema.safeParse(input);

/**
 * The consultation's texts and its form, not yet checked: every question a long text that may be left blank, and last of
 * all room to write about something else. The paper is in the language of `own`; what it does not say is said in all.
 */
export function consultationFromPrinted(
  printed: PrintedQuestions,
  own: Words,
  all: readonly Words[],
): { texts: ConsultationTexts; definition: FormDefinition } {
  const printedText = (text: string): Text => ({ [own.language]: text });
  const said = (key: string, values?: Record<string, string | number>): Text =>
    Object.fromEntries(all.map((words) => [words.language, words.t(`consultations:imported.${key}`, values)]));
  const { publisher, copyright } = printed;
  const definition: FormDefinition = {
    languages: [own.language],
    sections: [
      ...chaptersOf(printed, printedText, own),
      {
        id: "other-issues",
        heading: said("other-issues"),
        layout: "one-page",
        questions: [{ id: "something-else", type: "long-text", label: said("something-else") }],
      },
    ],
  };
  const texts: ConsultationTexts = {
    title: printedText(printed.title),
    summary: said("summary", { publisher, count: printed.questions.length }),
    purpose: copyright === undefined ? said("purpose", { publisher }) : said("purpose-and-copyright", { publisher, copyright }),
    decisionToBeMade: {},
    decisionMaker: printedText(publisher),
    decisionOn: null,
    ...{ openToChange: [], notOpenToChange: [], audience: {}, otherWays: {} },
    ...{ asksEquality: true, languages: [own.language], graceInMinutes: 24 * 60 },
  };
  return { texts, definition };
}

function chaptersOf({ questions }: PrintedQuestions, printedText: (text: string) => Text, own: Words): Section[] {
  const chapters = [...new Set(questions.map(({ chapter }) => chapter))];
  return chapters.map((chapter) => {
    const asked = questions.filter((question) => question.chapter === chapter);
    const title = asked[0]?.chapterTitle ?? String(chapter);
    return {
      id: `chapter-${chapter}`,
      heading: printedText(title),
      layout: "one-page",
      questions: asked.map(({ number, heading, text, related }) => ({
        id: `q${number}`,
        number: String(number),
        type: "long-text" as const,
        label: printedText(text),
        // A heading that only repeats the chapter's adds nothing.
        ...(heading !== undefined && heading !== title && { heading: printedText(heading) }),
        ...(related !== undefined && { hint: printedText(own.t("consultations:imported.related", { related })) }),
      })),
    };
  });
}
