import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Text } from "#app/shared/languages.ts";
import type { Progress, Reply } from "../reply.ts";
import { ProgressTag, VerdictTags } from "./progress.tsx";

type ReplyCardProps = {
  reply: Pick<Reply, "id" | "said" | "did" | "verdict" | "progress" | "owner" | "dueOn" | "evidence">;
  /** The questions it was said in answer to, as they were asked. */
  questions: readonly Text[];
  /** The themes of the analysis that it answers. */
  themes: readonly Text[];
  updates: readonly { at: Date; progress: Progress; note: Text }[];
  isLate: boolean;
};

/** What people said and what is answered to it, as everybody reads it. */
export function ReplyCard({ reply, questions, themes, updates, isLate }: ReplyCardProps) {
  const { t, date, instant } = useWords();
  const { id, said, did, verdict, progress, owner, dueOn, evidence } = reply;
  return (
    <section className="reply" id={id} aria-labelledby={`${id}-said`}>
      <h3 className="govuk-heading-s" id={`${id}-said`}>
        {t("replies:card.said")}
      </h3>
      <Paragraphs text={said} />
      {questions.length > 0 && (
        <p className="govuk-body-s">
          {t("replies:card.questions", { count: questions.length })}{" "}
          {questions.map((label, index) => (
            <span key={index} className="govuk-!-display-block">
              <InLanguage text={label} />
            </span>
          ))}
        </p>
      )}
      {themes.length > 0 && (
        <p className="govuk-body-s">
          {t("replies:card.themes")}{" "}
          {themes.map((name, index) => (
            <span key={index} className="govuk-!-display-block">
              <InLanguage text={name} />
            </span>
          ))}
        </p>
      )}
      <h4 className="govuk-heading-s">
        {t("replies:card.did")} <VerdictTags {...{ verdict, progress }} />
      </h4>
      <Paragraphs text={did} />
      <p className="govuk-body">
        {t("replies:card.owner")} <InLanguage text={owner} />
        {dueOn && (
          <span className="govuk-!-display-block">{t(isLate ? "replies:card.late" : `replies:card.due.${progress}`, { date: date(dueOn) })}</span>
        )}
        {evidence && (
          <a className="govuk-link govuk-!-display-block" href={evidence} rel="nofollow noopener">
            {t("replies:card.evidence")}
          </a>
        )}
      </p>
      {updates.length > 0 && (
        <>
          <h4 className="govuk-heading-s">{t("replies:card.updates")}</h4>
          <ol className="govuk-list govuk-list--spaced">
            {updates.map((update, index) => (
              <li key={index}>
                {instant(update.at)}: <ProgressTag progress={update.progress} /> <InLanguage text={update.note} />
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
