import type { ReactNode } from "react";
import { isLanguage, directionOf } from "#app/shared/languages.ts";
import { useWords } from "#app/shared/ui/words.tsx";

type Comment = { id: string; name: string; text: string; language: string; at: string };

/** What members said of a paper, each in the language it was written in; `actionOf` is what can be done about one. */
export function Comments({ comments, actionOf }: { comments: readonly Comment[]; actionOf?: (comment: Comment) => ReactNode }) {
  const { t } = useWords();
  return (
    <>
      <h2 className="govuk-heading-m">{t("meetings:comments.title")}</h2>
      <ol className="points">
        {comments.map((comment) => (
          <li key={comment.id}>
            <p className="govuk-body-s">
              <bdi>{comment.name}</bdi>, {comment.at}
            </p>
            <div lang={comment.language} dir={isLanguage(comment.language) ? directionOf(comment.language) : "auto"}>
              {comment.text.split("\n").map((part, index) => (
                <p key={index} className="govuk-body">
                  {part}
                </p>
              ))}
            </div>
            {actionOf?.(comment)}
          </li>
        ))}
      </ol>
    </>
  );
}
