// The pages of a test run that residents do not have: its start, its check with buttons for links, and what would be stored.
import type { FormPage } from "#app/forms/check.ts";
import type { Question } from "#app/forms/definition.ts";
import { AnswerSummary } from "#app/forms/ui/answer-summary.tsx";
import { errorText } from "#app/forms/wording.ts";
import type { Text } from "#app/shared/languages.ts";
import { Button, ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { TrialPage } from "../trial-page.ts";
import { CheckedAnswers } from "./checked-answers.tsx";

type Of<Kind extends TrialPage["kind"]> = { consultation: Text; shown: Extract<TrialPage, { kind: Kind }> };

/** Stands above each page of it, so that nobody takes it for the real thing. */
export function TrialBanner({ stopAt }: { stopAt: string }) {
  const { t } = useWords();
  return (
    <p className="govuk-body trial-banner">
      <Tag colour="yellow">{t("trial:tag")}</Tag> {t("trial:banner")} <PageLink to={stopAt}>{t("trial:stop")}</PageLink>
    </p>
  );
}

/** Where one is and what was typed, in the form of the page. */
export function Along({ at, carried }: Pick<TrialPage, "at" | "carried">) {
  return (
    <>
      <input type="hidden" name="_at" value={at} />
      {carried.map(([name, value], index) => (
        <input key={index} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

export function TrialStart({ consultation, shown }: Of<"start">) {
  const { t } = useWords();
  return (
    <>
      <PageHeading caption={<InLanguage text={consultation} />}>{t("trial:title")}</PageHeading>
      <p className="govuk-body">{t("trial:about")}</p>
      <p className="govuk-body">{t("trial:nothing-kept")}</p>
      <form method="post">
        <Along {...shown} />
        <Button start>{t("trial:start")}</Button>
      </form>
    </>
  );
}

export function TrialCheck({ consultation, shown }: Of<"check">) {
  const words = useWords();
  const { t } = words;
  const { form, sending, mayBeSent } = shown.checked;
  const buttonId = (kind: string, id: string) => `change-${kind}-${id}`;
  const changeIn = (kind: "questions" | "sending") => (question: Question) => ({
    ...{ id: buttonId(kind, question.id), name: "_go", value: `${kind}/${pageOf(shown.pages[kind], question.id)}?from=check` },
  });
  const errorsOf = (kind: "questions" | "sending", { errors, visible }: typeof form) =>
    errors.map((error) => ({ href: `#${buttonId(kind, error.questionId)}`, text: errorText(visible, error, words) }));
  return (
    <form method="post">
      <Along {...shown} />
      <ErrorSummary errors={[...errorsOf("questions", form), ...errorsOf("sending", sending)]} />
      <PageHeading caption={<InLanguage text={consultation} />}>{t("consultations:check.heading")}</PageHeading>
      <CheckedAnswers form={form} sending={sending} changeAnswer={changeIn("questions")} changeSaid={changeIn("sending")} />
      {!mayBeSent && <p className="govuk-body">{t("trial:not-ready")}</p>}
      <Button name="_go" value="stored">
        {t("trial:see-stored")}
      </Button>
    </form>
  );
}

function pageOf(pages: readonly FormPage[], questionId: string): string {
  return pages.find(({ questions }) => questions.some(({ id }) => id === questionId))?.id ?? questionId;
}

type StoredProps = Of<"stored"> & { againAt: string };

export function TrialStored({ consultation, shown, againAt }: StoredProps) {
  const { t, number } = useWords();
  const { checked, equality, leftOut, personal, answered, of } = shown;
  const { form, sending } = checked;
  const apart = new Set(personal.map(({ id }) => id));
  const kept = form.visible.filter(({ id }) => !apart.has(id) && form.answers[id] !== undefined);
  return (
    <form method="post">
      <Along {...shown} />
      <PageHeading caption={<InLanguage text={consultation} />}>{t("trial:stored.title")}</PageHeading>
      <p className="govuk-body">{t("trial:stored.nothing")}</p>
      <h2 className="govuk-heading-m">{t("trial:stored.answers")}</h2>
      <p className="govuk-body">{t("trial:stored.count", { count: of, answered: number(answered), number: number(of) })}</p>
      {kept.length > 0 && <AnswerSummary questions={kept} answers={form.answers} />}
      <h2 className="govuk-heading-m">{t("trial:stored.personal")}</h2>
      <p className="govuk-body">{t(personal.length > 0 ? "trial:stored.personal-apart" : "trial:stored.personal-none")}</p>
      {personal.length > 0 && <AnswerSummary questions={personal} answers={form.personal} />}
      <h2 className="govuk-heading-m">{t("trial:stored.said")}</h2>
      <AnswerSummary questions={sending.visible} answers={{ ...sending.answers, ...sending.personal }} />
      {equality && (
        <>
          <h2 className="govuk-heading-m">{t("consultations:equality.heading")}</h2>
          <p className="govuk-body">{t("trial:stored.equality")}</p>
          <AnswerSummary questions={equality.visible} answers={equality.answers} />
        </>
      )}
      {leftOut.length > 0 && (
        <InsetText>
          <p className="govuk-body">{t("trial:stored.left-out")}</p>
          <ul className="govuk-list govuk-list--bullet">
            {leftOut.map(({ id, label }) => (
              <li key={id}>
                <InLanguage text={label} />
              </li>
            ))}
          </ul>
        </InsetText>
      )}
      <Details summary={t("trial:stored.data")}>
        <pre className="trial-data" dir="ltr">
          {JSON.stringify({ answers: form.answers, personal: form.personal }, null, 2)}
        </pre>
      </Details>
      <ButtonGroup>
        <Button name="_go" value="check">
          {t("trial:stored.back")}
        </Button>
        <ButtonLink to={againAt} look="secondary">
          {t("trial:stored.again")}
        </ButtonLink>
      </ButtonGroup>
    </form>
  );
}
