// Hustings in writing: questions that anybody puts and every candidate may answer alike.
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { languages, type Text } from "#app/shared/languages.ts";
import { readText, tooLong } from "#app/shared/texts.ts";
import { passage } from "#app/shared/typed.ts";
import type { ElectionState } from "./election.ts";

/** The most words of an answer, the same for all. Local policy. */
export const answerWords = 150;
/** In characters. */
export const longest = { question: 500, answer: 5000, reason: 500 } as const;

/** Questions are asked and answered from when candidates are confirmed until the poll closes. */
export function areHustingsOpen(state: ElectionState): boolean {
  return state === "candidates-confirmed" || state === "poll-open";
}

/** The words are `candidates:problem.<code>`. */
export type HustingsProblem = { field: string; code: "question-missing" | "too-long" | "answer-missing" | "too-many-words" | "reason-missing"; most?: number };

export function readQuestion(typed: string): Result<string, HustingsProblem[]> {
  const question = passage(typed);
  if (question === "") return fail([{ field: "question", code: "question-missing" }]);
  return [...question].length > longest.question ? fail([{ field: "question", code: "too-long", most: longest.question }]) : succeed(question);
}

const problemsOfLength = (name: string, text: Text, most: number): HustingsProblem[] => tooLong(name, text, most).map((field) => ({ field, code: "too-long", most }));

/** A question as it is put to candidates, in at least one language. */
export function readPut(entries: Readonly<Record<string, string>>): Result<Text, HustingsProblem[]> {
  const text = readText("text", entries, passage);
  if (Object.keys(text).length === 0) return fail([{ field: "text-en", code: "question-missing" }]);
  const problems = problemsOfLength("text", text, longest.question);
  return problems.length > 0 ? fail(problems) : succeed(text);
}

/** Why a question is declined. */
export function readDeclining(entries: Readonly<Record<string, string>>): Result<Text, HustingsProblem[]> {
  const reason = readText("reason", entries, passage);
  if (Object.keys(reason).length === 0) return fail([{ field: "reason-en", code: "reason-missing" }]);
  const problems = problemsOfLength("reason", reason, longest.reason);
  return problems.length > 0 ? fail(problems) : succeed(reason);
}

const countWords = (text: string) => text.match(/\S+/gu)?.length ?? 0;

/** A candidate's answer, in the languages they give it in; each may have as many words as every other's. */
export function readAnswer(entries: Readonly<Record<string, string>>): Result<Text, HustingsProblem[]> {
  const answer = readText("answer", entries, passage);
  if (Object.keys(answer).length === 0) return fail([{ field: "answer-en", code: "answer-missing" }]);
  const wordy = languages.filter((language) => countWords(answer[language] ?? "") > answerWords);
  const problems: HustingsProblem[] = wordy.map((language) => ({ field: `answer-${language}`, code: "too-many-words", most: answerWords }));
  const long = problems.length > 0 ? [] : problemsOfLength("answer", answer, longest.answer);
  return problems.length + long.length > 0 ? fail([...problems, ...long]) : succeed(answer);
}
