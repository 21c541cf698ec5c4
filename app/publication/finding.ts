// What a published question leaves as evidence: the answer that most gave, of how many who answered.
import type { Finding } from "#app/evidence/finding.ts";
import { within } from "#app/forms/wording.ts";
import type { Text } from "#app/shared/languages.ts";
import type { Words } from "#app/shared/words.ts";
import type { PublishedResults, ShownQuestion } from "./published-results.ts";

export const findingSubject = "publication";

type From = { publicationId: string; title: Text };

/** A finding for each question whose leading answer and base are both shown, in every language there are words for. */
export function findingsOf({ questions }: Pick<PublishedResults, "questions">, from: From, inEach: readonly Words[]): Finding[] {
  return questions.flatMap((question) => {
    const leading = leadingAnswer(question);
    if (!leading || question.base === null || question.base === 0) return [];
    return [
      {
        ...{ sourceSubject: findingSubject, sourceId: from.publicationId, kind: question.key.slice(0, 60), method: "consultation" },
        statement: Object.fromEntries(inEach.map((words) => [words.language, statement(question, leading, question.base ?? 0, from, words)])),
        figure: { count: leading.count, base: question.base, of: question.of },
      },
    ];
  });
}

/** The first of those that most gave; none where it cannot be told because something is hidden. */
function leadingAnswer({ rows }: ShownQuestion): { name: Text; count: number } | null {
  const shown = rows.flatMap(({ name, count }) => (count === null ? [] : [{ name, count }]));
  const most = Math.max(...shown.map(({ count }) => count));
  return shown.length === rows.length ? (shown.find(({ count }) => count === most) ?? null) : null;
}

function statement({ label, about, number }: ShownQuestion, { name, count }: { name: Text; count: number }, base: number, { title }: From, words: Words): string {
  const asked = within(label, words);
  const line = about ? words.t("office:cross.line", { question: asked, line: within(about, words) }) : asked;
  const question = number === null ? line : words.t("forms:question-name", { number, label: line });
  return words.t("publication:finding", {
    ...{ title: within(title, words), question, answer: within(name, words) },
    ...{ count: base, number: words.number(count), base: words.number(base), share: words.share(count, base) },
  });
}
