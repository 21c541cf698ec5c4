import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Consultation } from "../consultation.ts";
import { followPath, outcomePath } from "../paths.ts";
import { replyDueOn } from "../reply-due.ts";

type WhatHappensNextProps = {
  partnership: { slug: string };
  consultation: Pick<Consultation, "id" | "decisionOn" | "closesAt" | "outcomePublishedAt">;
  /** Whether nobody can begin a response any more. */
  isOver: boolean;
  today: string;
};

/** What becomes of what people said, when it is decided, by when they are owed a reply and how they hear of it. */
export function WhatHappensNext({ partnership, consultation, isOver, today }: WhatHappensNextProps) {
  const { t, date } = useWords();
  const { decisionOn, outcomePublishedAt } = consultation;
  const dueOn = replyDueOn(consultation);
  return (
    <>
      <h2 className="govuk-heading-m" id="next">
        {t(outcomePublishedAt ? "consultations:read.next.became" : "consultations:read.next.heading")}
      </h2>
      {!outcomePublishedAt && (
        <>
          <p className="govuk-body">{t("consultations:read.next.reading")}</p>
          <p className="govuk-body">
            {decisionOn ? t(`consultations:read.next.${decisionOn < today ? "decision-was" : "decision-on"}`, { date: date(decisionOn) }) : t("consultations:read.next.decision")}
            {dueOn && <> {t(`consultations:read.next.${dueOn < today ? "reply-was" : "reply-by"}`, { date: date(dueOn) })}</>}
          </p>
        </>
      )}
      <ul className="govuk-list govuk-list--spaced">
        {isOver && (
          <li>
            <PageLink to={outcomePath(partnership, consultation)}>{t("consultations:read.next.outcome")}</PageLink>
          </li>
        )}
        {!outcomePublishedAt && (
          <li>
            <PageLink to={followPath(partnership, consultation)}>{t("consultations:read.next.follow")}</PageLink>
          </li>
        )}
      </ul>
    </>
  );
}
