// What was handed out and drawn: when, by whom, to whom in which parts, from how many, and by which seed.
import type { Question } from "#app/forms/question.ts";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { drawPath } from "../paths.ts";
import { QuestionName } from "./question-name.tsx";

type HandOut = {
  id: string;
  questionId: string;
  question: Pick<Question, "label" | "number"> | null;
  isSecond: boolean;
  shares: readonly { name: string; parts: number }[];
  seed: string;
  texts: number;
  of: number;
  sample: { share: number; least: number } | null;
  reason: string | null;
  at: Date;
  by: string;
  set: number;
};

type HandOutsProps = { partnership: { slug: string }; consultation: { id: string }; here: string; handOuts: readonly HandOut[]; nextAfter: string | null; isFirstPage: boolean };

export function HandOuts({ partnership, consultation, here, handOuts, nextAfter, isFirstPage }: HandOutsProps) {
  const { t, number, instant, several } = useWords();
  if (handOuts.length === 0) return null;
  return (
    <section aria-labelledby="drawn">
      <h2 className="govuk-heading-m" id="drawn">
        {t("work:drawn.heading")}
      </h2>
      <p className="govuk-body">{t("work:drawn.lead")}</p>
      <ul className="govuk-list govuk-list--spaced">
        {handOuts.map(({ id, questionId, question, isSecond, shares, seed, texts, of, sample, reason, at, by, set }) => (
          <li key={id}>
            <strong>{question ? <QuestionName question={question} /> : questionId}</strong>
            <br />
            {t(isSecond ? "work:drawn.second" : "work:drawn.first", {
              ...{ texts: number(texts), of: number(of), set: number(set), by, at: instant(at) },
              shares: several(shares.map(({ name, parts }) => t("work:drawn.parts", { name, parts: number(parts) }))),
            })}{" "}
            {sample && t("work:drawn.sample", { share: number(sample.share), least: number(sample.least) })}{" "}
            {reason !== null && (
              <>
                {t("work:drawn.reason")} <bdi>{reason}</bdi>{" "}
              </>
            )}
            {t("work:drawn.seed")} <code dir="ltr">{seed}</code>.{" "}
            <PageLink to={drawPath(partnership, consultation, { id })}>
              {t("work:drawn.file")}
              <span className="govuk-visually-hidden"> ({instant(at)})</span>
            </PageLink>
          </li>
        ))}
      </ul>
      <Pagination first={isFirstPage ? null : here} next={nextAfter === null ? null : { to: `${here}?after=${nextAfter}` }} />
    </section>
  );
}
