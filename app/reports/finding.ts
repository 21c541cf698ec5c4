// What a published report leaves as evidence: of each chart the answer that most gave, and each theme, with where it can be read and
// what it rests on.
import type { Finding } from "#app/evidence/finding.ts";
import { findingsOf } from "#app/publication/finding.ts";
import { within, type Text } from "#app/shared/languages.ts";
import type { Words } from "#app/shared/words.ts";
import { questionSection } from "./section.ts";
import type { ReportedQuestion, ReportShown } from "./shown.ts";
import type { VersionSection } from "./version.ts";

export const findingSubject = "reports";

type From = { versionId: string; title: Text; path: string };

const longestKind = 60;

/** A finding for each figure that is shown, in every language there are words for; none of a section that is left out. */
export function findingsOfReport({ set, questions }: Pick<ReportShown, "set" | "questions">, sections: readonly VersionSection[], from: From, inEach: readonly Words[]): Finding[] {
  const out = new Set(sections.flatMap(({ key, hiddenBecause }) => (hiddenBecause ? [key] : [])));
  const linkTo = (question: ReportedQuestion, code: string | null) => ({ path: from.path, set: set.number, question: question.id, code });
  return questions
    .filter(({ id }) => !out.has(questionSection(id)))
    .flatMap((question) => [
      ...findingsOf({ questions: question.closed }, { publicationId: from.versionId, title: from.title }, inEach).map((finding): Finding => ({ ...finding, sourceSubject: findingSubject, link: linkTo(question, null) })),
      ...themesOf(question).map(({ id, name, count, base }): Finding => ({
        ...{ sourceSubject: findingSubject, sourceId: from.versionId, kind: `theme ${id} ${question.id}`.slice(0, longestKind), method: "consultation" },
        statement: Object.fromEntries(inEach.map((words) => [words.language, statement(words, question, name, count, base, from.title)])),
        ...{ figure: { count, base, of: "answered" }, link: linkTo(question, id) },
      })),
    ]);
}

/** The themes whose figure and base are both shown. */
function themesOf({ themes }: ReportedQuestion): { id: string; name: Text; count: number; base: number }[] {
  const base = themes?.base ?? null;
  return base === null || base === 0 ? [] : (themes?.rows ?? []).flatMap(({ id, name, count }) => (count === null || count === 0 ? [] : [{ id, name, count, base }]));
}

function statement(words: Words, { number, label }: ReportedQuestion, theme: Text, count: number, base: number, title: Text): string {
  const asked = within(label, words);
  return words.t("reports:finding", {
    ...{ title: within(title, words), question: number === null ? asked : words.t("forms:question-name", { number, label: asked }), theme: within(theme, words) },
    ...{ number: words.number(count), base: words.number(base), share: words.share(count, base) },
  });
}
