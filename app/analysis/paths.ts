// Addresses of the pages on which officers analyse what came in.
import { analysisPath } from "#app/consultations/office-paths.ts";

type At = { slug: string };
type Of = { id: string };

/** One set: who is included, who is not and why, and how it differs from the one before. */
export function setPath(partnership: At, consultation: Of, { number }: { number: number }): string {
  return `${analysisPath(partnership, consultation)}/sets/${number}`;
}

/** One question by another in a set; the file of the same ends in .csv. */
export function setTablesPath(partnership: At, consultation: Of, set: { number: number }): string {
  return `${setPath(partnership, consultation, set)}/tables`;
}

/** How many answers of a set carry each code; the file of the same ends in .csv. */
export function codeCountsPath(partnership: At, consultation: Of, set: { number: number }): string {
  return `${setPath(partnership, consultation, set)}/codes`;
}

/** How people came to answer: drawn by chance, or by their own choice. */
export function surveyDesignPath(partnership: At, consultation: Of): string {
  return `${analysisPath(partnership, consultation)}/design`;
}

/** What the answers in own words are sorted by. */
export function codeframesPath(partnership: At, consultation: Of): string {
  return `${analysisPath(partnership, consultation)}/codeframes`;
}

/** One codeframe, as a tree. */
export function codeframePath(partnership: At, consultation: Of, codeframe: Of): string {
  return `${codeframesPath(partnership, consultation)}/${codeframe.id}`;
}

/** Where it is named and its questions are chosen; or a new one begun. */
export function codeframeDetailsPath(partnership: At, consultation: Of, codeframe: Of | "new"): string {
  return `${codeframePath(partnership, consultation, codeframe === "new" ? { id: "new" } : codeframe)}/details`;
}

/** Where a code is reworded, or a new one added, under another where one is named. */
export function codePath(partnership: At, consultation: Of, codeframe: Of, code: Of | "new", under?: string): string {
  const path = `${codeframePath(partnership, consultation, codeframe)}/codes/${code === "new" ? code : code.id}`;
  return under === undefined ? path : `${path}?under=${under}`;
}

/** Where a code is put elsewhere, merged into another, split, or its answers are handed to the codes it was split into. */
export function recodingPath(partnership: At, consultation: Of, codeframe: Of, code: Of, deed: "place" | "merge" | "split" | "sort"): string {
  return `${codePath(partnership, consultation, codeframe, code)}/${deed}`;
}

/** What was done to the codes, and undone. */
export function codeframeChangesPath(partnership: At, consultation: Of, codeframe: Of): string {
  return `${codeframePath(partnership, consultation, codeframe)}/changes`;
}

/** The versions that were published, or one as it was, or two beside each other. */
export function codeframeVersionsPath(partnership: At, consultation: Of, codeframe: Of, which?: number | "compare"): string {
  return [`${codeframePath(partnership, consultation, codeframe)}/versions`, which].filter((part) => part !== undefined).join("/");
}

/** Where codes are brought in from a file, and taken along as one. */
export function exchangePath(partnership: At, consultation: Of, codeframe: Of): string {
  return `${codeframePath(partnership, consultation, codeframe)}/exchange`;
}

/** The codes as a file. */
export function codeframeFilePath(partnership: At, consultation: Of, codeframe: Of, format: "csv" | "json"): string {
  return `${codeframePath(partnership, consultation, codeframe)}/files/codes.${format}`;
}

/** Themes that run through the answers to several questions, and how many people said each. */
export function crossCuttingPath(partnership: At, consultation: Of): string {
  return `${analysisPath(partnership, consultation)}/themes`;
}

/** What is suggested for the questions of a set. */
export function suggestionsPath(partnership: At, consultation: Of, set: { number: number }): string {
  return `${setPath(partnership, consultation, set)}/suggestions`;
}

/** Themes that the texts of a question suggest. */
export function suggestedThemesPath(partnership: At, consultation: Of, set: { number: number }, questionId: string): string {
  return `${suggestionsPath(partnership, consultation, set)}/${questionId}/themes`;
}

/** Codes of a codeframe suggested for answers to a question. */
export function suggestedCodesPath(partnership: At, consultation: Of, set: { number: number }, questionId: string, codeframe: Of): string {
  return `${suggestionsPath(partnership, consultation, set)}/${questionId}/codes/${codeframe.id}`;
}

/** Where texts are taken out for a model elsewhere, and what one said of them is brought in. */
export function outsidePath(partnership: At, consultation: Of, set: { number: number }, questionId: string, codeframe: Of): string {
  return `${suggestionsPath(partnership, consultation, set)}/${questionId}/outside/${codeframe.id}`;
}

/** One model's file that was brought in. */
export function outsideRunPath(partnership: At, consultation: Of, set: { number: number }, questionId: string, codeframe: Of, run: Of): string {
  return `${outsidePath(partnership, consultation, set, questionId, codeframe)}/${run.id}`;
}

/** What is known of everybody from elsewhere. */
export function marginsPath(partnership: At, consultation: Of): string {
  return `${analysisPath(partnership, consultation)}/margins`;
}

/** Those who answered beside everybody. */
export function representedPath(partnership: At, consultation: Of, set: { number: number }): string {
  return `${setPath(partnership, consultation, set)}/represented`;
}

/** The questions that were answered in own words, or the texts of one, or one text. */
export function readingPath(partnership: At, consultation: Of, questionId?: string, textId?: string): string {
  return [`${analysisPath(partnership, consultation)}/reading`, questionId, textId].filter((part) => part !== undefined).join("/");
}

/** What else the same person answered. */
export function restPath(partnership: At, consultation: Of, questionId: string, textId: string): string {
  return `${readingPath(partnership, consultation, questionId, textId)}/rest`;
}

/** The texts that are most like one. */
export function likePath(partnership: At, consultation: Of, questionId: string, textId: string): string {
  return `${readingPath(partnership, consultation, questionId, textId)}/like`;
}

/** The texts that need a second look. */
export function secondLooksPath(partnership: At, consultation: Of): string {
  return `${analysisPath(partnership, consultation)}/second-looks`;
}

type OfSet = { number: number };

/** Texts of a set that come from one template, and how the questions count with and without them. */
export function campaignsPath(partnership: At, consultation: Of, set: OfSet): string {
  return `${setPath(partnership, consultation, set)}/campaigns`;
}

/** One of them with its texts. */
export function campaignPath(partnership: At, consultation: Of, set: OfSet, { id }: Of): string {
  return `${campaignsPath(partnership, consultation, set)}/${id}`;
}

/** Pairs of texts that came in different ways and say the same. */
export function duplicatesPath(partnership: At, consultation: Of, set: OfSet): string {
  return `${setPath(partnership, consultation, set)}/duplicates`;
}

/** How a set was answered by equality groups. */
export function equalityTablesPath(partnership: At, consultation: Of, set: { number: number }): string {
  return `${setPath(partnership, consultation, set)}/equality`;
}

/** Weights of a sample survey, and a question with and without them. */
export function weightsPath(partnership: At, consultation: Of, set: { number: number }): string {
  return `${setPath(partnership, consultation, set)}/weights`;
}

/** What somebody has to code; and how it was handed out to whom. */
export function workPath(partnership: At, consultation: Of): string {
  return `${analysisPath(partnership, consultation)}/work`;
}

/** How far every coder is, and what was handed out. */
export function codersPath(partnership: At, consultation: Of): string {
  return `${workPath(partnership, consultation)}/coders`;
}

/** Where what one coder has left is passed on. */
export function passOnPath(partnership: At, consultation: Of, coderId: string): string {
  return `${codersPath(partnership, consultation)}/${coderId}`;
}

/** Where texts are handed out, or a sample of them to be read a second time. */
export function handOutPath(partnership: At, consultation: Of, pass: "first" | "second"): string {
  return `${workPath(partnership, consultation)}/${pass === "first" ? "hand-out" : "sample"}`;
}

/** A file with which anybody can draw the same again. */
export function drawPath(partnership: At, consultation: Of, { id }: Of): string {
  return `${workPath(partnership, consultation)}/drawn/${id}/texts.csv`;
}

/** Translations of a text. */
export function translationsPath(partnership: At, consultation: Of, questionId: string, textId: string): string {
  return `${readingPath(partnership, consultation, questionId, textId)}/translations`;
}

/** Where somebody says that they are done with a text. */
export function donePath(partnership: At, consultation: Of, questionId: string, textId: string): string {
  return `${readingPath(partnership, consultation, questionId, textId)}/done`;
}

/** How far coders agree, on each codeframe; or on one. */
export function agreementsPath(partnership: At, consultation: Of): string {
  return `${analysisPath(partnership, consultation)}/agreement`;
}

/** The same on one codeframe, code by code. */
export function agreementPath(partnership: At, consultation: Of, codeframe: Of): string {
  return `${agreementsPath(partnership, consultation)}/${codeframe.id}`;
}

/** Whether the use of the codes of a codeframe moves as the work goes on. */
export function driftPath(partnership: At, consultation: Of, codeframe: Of): string {
  return `${agreementPath(partnership, consultation, codeframe)}/drift`;
}

/** Texts on which their two readers differ, or one of them. */
export function differencesPath(partnership: At, consultation: Of, textId?: string): string {
  return [`${analysisPath(partnership, consultation)}/differences`, textId].filter((part) => part !== undefined).join("/");
}
